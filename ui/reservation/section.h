#pragma once

// Section: a headed part of the reservation panel: its heading, perhaps a button, and rows that are
// written anew with each change. UI thread.

#include <QWidget>

#include <vector>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace deskbell::ui {

class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(QWidget *parent = nullptr);
    void setHeading(const QString &heading);
    /// A small button at the heading that carries the action out; gone when it is not possible.
    void addAction(QAction *action);

    void clear();
    /// A line of words that may be copied, across the section.
    void addLine(const QString &words, const char *role = "");
    /// What it is on the left, its value on the right.
    void addRow(const QString &what, const QString &value, const char *role = "");
    /// Any widget, across.
    void addWidget(QWidget *widget);

private:
    QHBoxLayout *m_head;
    QLabel *m_heading;
    QGridLayout *m_grid;
    std::vector<QWidget *> m_rows;
    int m_row = 0;
};

} // namespace deskbell::ui
