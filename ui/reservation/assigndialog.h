#pragma once

// AssignDialog: the free rooms for a reservation's stay, the wished one first, or the branches of a
// loan. Opened by a person; the opener owns it. UI thread.

#include "ui/house.h"
#include "ui/reservation/pickdialog.h"

namespace deskbell::ui {

class Asker;

class AssignDialog : public PickDialog
{
    Q_OBJECT

public:
    AssignDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent);

private:
    void submit() override;
    void fill();

    const House &m_house;
    Asker &m_asker;
    Reservation m_reservation;
};

} // namespace deskbell::ui
