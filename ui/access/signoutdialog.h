#pragma once

// SignOutDialog: asks for confirmation before signing out, and says what happens to waiting entries.
// Opened by a person; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class SignOutDialog : public DeskDialog
{
    Q_OBJECT

public:
    SignOutDialog(int waiting, QWidget *parent);
};

} // namespace deskbell::ui
