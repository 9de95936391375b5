#pragma once

// The two read views of a reservation, derived from it and from the property's setup. Pure: the
// mypage worker stores the result.

#include <string>

#include "domain/property.h"
#include "protocol/guests.h"
#include "server/storage/views.h"

namespace deskbell::server {

/// Where the reservation's money stands: the most telling thing about it.
protocol::PaymentProgress paymentProgress(const Reservation &reservation);

/// What a guest may know of it: no clerk's name, no note, no provider's code, no token.
protocol::GuestReservation guestView(const PropertyId &property, const NamedReservation &named);

/// `free` is filled in by who asks: it changes with other reservations.
protocol::ManagementLine managementView(const NamedReservation &named);

} // namespace deskbell::server
