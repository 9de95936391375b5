#pragma once

// TopBar: the property and its business date, the navigation (date, days shown, zoom, search), a
// new reservation, and who is signed in. UI thread.

#include <QFrame>

#include "ui/house.h"

class QAction;
class QComboBox;
class QDateEdit;
class QLabel;
class QMenu;
class QToolButton;

namespace deskbell::ui {

class ElidedLabel;
class SearchField;
class TextKeeper;

class TopBar : public QFrame
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *earlier;
        QAction *today;
        QAction *later;
        QAction *zoomOut;
        QAction *zoomIn;
        QAction *newReservation;
    };

    TopBar(models::FrontDesk &desk, const House &house, const Actions &actions, QWidget *parent = nullptr);

    void setUser(const QString &name, const QString &role);
    void setUserMenu(QMenu *menu);
    void showProperty();
    /// The first day the board shows, without telling anyone.
    void setDate(Date date);
    void setDaysShown(int days);
    /// A house without a board has no days to go to.
    void showDays(bool areShown);
    SearchField *search() const { return m_search; }

signals:
    void dateChosen(deskbell::Date date);
    void spanChosen(int days);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildDays(const Actions &actions);
    QToolButton *buttonFor(QAction *action);
    void say();

    const House &m_house;
    TextKeeper *m_texts;
    ElidedLabel *m_property;
    QLabel *m_businessDate;
    QToolButton *m_earlier = nullptr;
    QToolButton *m_today = nullptr;
    QToolButton *m_later = nullptr;
    QDateEdit *m_date;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QComboBox *m_span;
    SearchField *m_search;
    QToolButton *m_user;
    QString m_userName;
    QString m_role;
    bool m_isNarrow = false;
    bool m_areDaysShown = true;
};

} // namespace deskbell::ui
