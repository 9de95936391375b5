#pragma once

// ShortcutDialog: all keyboard shortcuts on one page, taken from the actions themselves and from
// the board's keys. Opened with F1; the opener owns it. UI thread.

#include <QAction>

#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class ShortcutDialog : public DeskDialog
{
    Q_OBJECT

public:
    ShortcutDialog(const QList<QAction *> &actions, QWidget *parent);

private:
    void say(const QList<QAction *> &actions);

    QWidget *m_page = nullptr;
};

} // namespace deskbell::ui
