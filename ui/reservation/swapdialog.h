#pragma once

// SwapDialog: the stays of the same room type with which a reservation can swap rooms, each with the nights
// that both have. Opened by a person; the opener owns it. UI thread.

#include "ui/house.h"
#include "ui/reservation/pickdialog.h"

namespace deskbell::ui {

class Asker;

class SwapDialog : public PickDialog
{
    Q_OBJECT

public:
    SwapDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent);

private:
    void submit() override;
    void fill();

    const House &m_house;
    Asker &m_asker;
    Reservation m_reservation;
};

} // namespace deskbell::ui
