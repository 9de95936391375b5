#include "domain/stock/holdings.h"

#include "domain/decide.h"

namespace deskbell {

Holdings holdingsOf(const Reservation &reservation)
{
    Holdings holdings;
    if (!reservation.holdsStock)
        return holdings;
    holdings.offering = reservation.offering;
    holdings.slots = slotsOf(reservation.workflow, reservation.stay);
    holdings.quantity = reservation.quantity;
    if (reservation.workflow.slotKind == SlotKind::PerNight)
        holdings.units = unitNights(reservation);
    else
        holdings.sharedUnit = reservation.unit;
    return holdings;
}

} // namespace deskbell
