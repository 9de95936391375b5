#pragma once

// SignOutDialog: asks before a person leaves, and says what becomes of what still waits. Opened by a
// person; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class SignOutDialog : public DeskDialog
{
    Q_OBJECT

public:
    SignOutDialog(int waiting, QWidget *parent);
};

} // namespace deskbell::ui
