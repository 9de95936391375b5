#pragma once

// EmptyHouse: says in the middle of the window of a new property that nothing can be reserved yet, and what
// to do first. Owned by the widget it lies over; UI thread.

#include <QFrame>

class QLabel;
class QPushButton;

namespace deskbell::ui {

class TextKeeper;

class EmptyHouse : public QFrame
{
    Q_OBJECT

public:
    explicit EmptyHouse(QWidget *over);
    /// Others are told who does it.
    void setMaySetUp(bool may);

signals:
    void setUpAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void centre();

    QWidget *m_over;
    TextKeeper *m_texts;
    QLabel *m_heading;
    QLabel *m_what;
    QPushButton *m_setUp;
    bool m_maySetUp = false;
};

} // namespace deskbell::ui
