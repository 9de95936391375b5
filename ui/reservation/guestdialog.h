#pragma once

// GuestDialog: changes a guest's details. Opened by a person; the opener owns it. UI thread.

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class Asker;
class GuestForm;

class GuestDialog : public DeskDialog
{
    Q_OBJECT

public:
    GuestDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent);

private:
    void check() override;
    void submit();

    const House &m_house;
    Asker &m_asker;
    const Reservation m_reservation; ///< as it was when the dialog was opened
    GuestForm *m_form;
};

} // namespace deskbell::ui
