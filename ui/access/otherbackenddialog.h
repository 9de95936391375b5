#pragma once

// OtherBackendDialog: asks for confirmation before a desk signs in to an unknown backend, and says what
// differs and what happens to the entries waiting for the known one. Enter and Escape go back. Opened
// by a person who signs in; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class OtherBackendDialog : public DeskDialog
{
    Q_OBJECT

public:
    /// `question` is the error "other-backend" with its facts.
    OtherBackendDialog(const Error &question, QWidget *parent);

private:
    void addAddress(const QString &address, const char *objectName, std::function<QString()> words);
};

} // namespace deskbell::ui
