#include "server/import/standing.h"

namespace deskbell::server {

using enum ReservationState;

std::optional<ReservationState> standingOf(const Booking &booking, Date day)
{
    const Stay &stay = booking.stay;
    if (booking.bookedOn > day)
        return std::nullopt;
    if (booking.end == BookingEnd::Cancelled && booking.endedOn <= day)
        return Cancelled;
    if (stay.arrival >= day) {
        if (booking.bookedOn == day)
            return booking.isNonRefundable ? AwaitingConfirmation : Requested;
        return Confirmed;
    }
    // Its arrival has passed: those who never came, by their own account or the hotel's, did not show.
    if (booking.end != BookingEnd::CheckedOut)
        return NoShow;
    return stay.departure < day || stay.isDayUse() ? Departed : InHouse;
}

bool Standing::isLive() const
{
    return state != Cancelled && state != NoShow;
}

const std::string &Standing::type() const
{
    return state == InHouse || state == Departed ? booking->assignedType : booking->reservedType;
}

} // namespace deskbell::server
