#pragma once

// PickDialog: one of several, chosen with the arrow keys, by typing how it begins, or with a double-click.
// Opened by a person; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace deskbell::ui {

class PickDialog : public DeskDialog
{
    Q_OBJECT

protected:
    /// `name` begins the names of the list and of the search field: "assignList", "assignSearch".
    PickDialog(const char *objectName, const QString &name, QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void check() override;
    /// A search loses nothing.
    bool isEdited() const override { return false; }

    void setNames(const QString &search, const QString &list);
    void clear();
    /// `begins` is what typing it looks for, as it was typed.
    QListWidgetItem *add(const QString &words, const QString &begins, const Uuid &id);
    /// When all are there. `whyEmpty` is told when there are none.
    void finish(const QString &whyEmpty);
    /// What is chosen and can be seen.
    std::optional<Uuid> chosen() const;
    virtual void submit() = 0;

private:
    void filter(const QString &typed);

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace deskbell::ui
