#pragma once

// AboutDialog: which program and version this is. Opened by a person; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class AboutDialog : public DeskDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace deskbell::ui
