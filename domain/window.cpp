#include "domain/window.h"

#include <algorithm>

namespace deskbell {
namespace {

bool isMoneyUnderWay(const Reservation &reservation)
{
    const auto isBack = [](const Refund &refund) {
        return refund.state == RefundState::Requested || refund.state == RefundState::Unknown;
    };
    return std::any_of(reservation.payments.begin(), reservation.payments.end(), [&](const Payment &payment) {
        return isUnderWay(payment.state) ||
               std::any_of(payment.refunds.begin(), payment.refunds.end(), isBack);
    });
}

} // namespace

Reach reachOf(const Reservation &reservation)
{
    const bool owesAfterLeaving =
        reservation.state == ReservationState::Departed && owed(reservation).minor > 0;
    if (reservation.state == ReservationState::InHouse || owesAfterLeaving || isMoneyUnderWay(reservation))
        return Reach::Always;
    return isOpen(reservation.state) ? Reach::Open : Reach::ByDates;
}

bool isSeen(const Window &window, const Place &place)
{
    if (place.reach == Reach::Always)
        return true;
    const bool isOver = place.stay.departure < window.from;
    return place.stay.arrival < window.to && (!isOver || place.reach == Reach::Open);
}

} // namespace deskbell
