#pragma once

// The state of a booking on a given day, past or future.

#include <optional>

#include "domain/reservation.h"
#include "server/import/booking.h"

namespace deskbell::server {

/// None: it had not been made yet. Booked that day: it waits for the hotel's answer. Cancelled later:
/// alive that day. Arrived before: in house until its departure, departed after it.
std::optional<ReservationState> standingOf(const Booking &booking, Date day);

/// A booking with how it stood.
struct Standing
{
    const Booking *booking = nullptr;
    ReservationState state = ReservationState::Requested;

    bool isLive() const;             ///< needs a room in its nights, or will when it is confirmed
    const std::string &type() const; ///< the room it got once there, else the type it asked for
};

} // namespace deskbell::server
