#pragma once

// OtherBackendDialog: asks before a desk goes on with a backend that it does not know, and says what is
// different and what becomes of what waits for the one that it knows. Going back is what the keys do.
// Opened by a person who signs in; the opener owns it. UI thread.

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
