// What people do next about a reservation: it follows from where it stands, its workflow and the day.

#include <algorithm>

#include "domain/draft.h"

namespace deskbell {

namespace {

std::optional<CommandType> nextOfConfirmed(const Reservation &reservation, Date businessDate)
{
    if (usesUnit(reservation) && !reservation.unit)
        return typeOf<AssignUnit>();
    const Stay &stay = reservation.stay;
    if (businessDate < stay.arrival)
        return std::nullopt;
    const Date lastDay = stay.isDayUse() ? stay.arrival : stay.departure - Days{1};
    return businessDate <= lastDay ? typeOf<CheckIn>() : typeOf<MarkNoShow>();
}

std::optional<CommandType> nextOfInHouse(const Reservation &reservation, Date businessDate)
{
    // A guest leaves on the day of departure; a book comes back any day.
    const bool mayLeave =
        businessDate >= reservation.stay.departure || reservation.workflow.use == StockUse::Returned;
    if (!mayLeave)
        return std::nullopt;
    if (chargeable(reservation).minor > 0)
        return typeOf<TakePayment>();
    const bool isPaying = std::any_of(reservation.payments.begin(), reservation.payments.end(),
                                      [](const Payment &payment) { return isUnderWay(payment.state); });
    return isPaying ? std::nullopt : std::optional(typeOf<CheckOut>());
}

} // namespace

std::optional<CommandType> nextCommand(const Reservation &reservation, Date businessDate)
{
    switch (reservation.state) {
    case ReservationState::Requested:
    case ReservationState::AwaitingConfirmation:
        // Approved already: it waits for what follows by itself.
        if (reservation.isApproved || reservation.workflow.confirmation != ConfirmationRule::ByManager)
            return std::nullopt;
        return typeOf<ConfirmReservation>();
    case ReservationState::AwaitingPayment:
        return chargeable(reservation).minor > 0 ? std::optional(typeOf<TakePayment>()) : std::nullopt;
    case ReservationState::AwaitingUnit:
        return typeOf<AssignUnit>();
    case ReservationState::Confirmed:
        return nextOfConfirmed(reservation, businessDate);
    case ReservationState::InHouse:
        return nextOfInHouse(reservation, businessDate);
    case ReservationState::Cancelling: // for the provider
    case ReservationState::Departed:
    case ReservationState::Cancelled:
    case ReservationState::Rejected:
    case ReservationState::NoShow:
        break;
    }
    return std::nullopt;
}

} // namespace deskbell
