#pragma once

// Derives the work that follows from a change of a reservation, whatever changed it: pure, by
// comparing the reservation before and after. A new kind of work is added here only.

#include <vector>

#include "domain/reservation.h"
#include "server/storage/outbox.h"

namespace deskbell::server {

/// `before` is null for a new reservation. Id, attempts and fence are the outbox's.
std::vector<WorkItem> workFollowing(const PropertyId &property, const Reservation *before,
                                    const Reservation &after);

/// Somebody may be looking at it from outside: its changes are projected to the guest's page.
bool hasGuestPage(const Reservation &reservation);

} // namespace deskbell::server
