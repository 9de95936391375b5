#pragma once

// GuestDialog: changes a guest's data. Opened by a person; the opener owns it. UI thread.

#include "domain/reservation.h"
#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class GuestForm;

class GuestDialog : public DeskDialog
{
    Q_OBJECT

public:
    GuestDialog(const Guest &guest, QWidget *parent);
    Guest guest() const;

private:
    void check() override;

    GuestForm *m_form;
};

} // namespace deskbell::ui
