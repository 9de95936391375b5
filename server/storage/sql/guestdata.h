#pragma once

// Finds and erases all data about one guest. Functions on a connection, the writing ones inside a
// transaction of the writer. Throws StorageFailure.

#include <vector>

#include "protocol/guestdata.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// As Storage::guestData(), without the time. Within one transaction.
protocol::GuestData readGuestData(Connection &connection, const PropertyId &property,
                                  const ReservationId &reservation);
/// Those that were over and settled before that date and still say who the guest was; `limit` at most.
std::vector<ReservationId> readGuestsBefore(Connection &connection, const PropertyId &property,
                                            Date departure, std::size_t limit);
/// Erases who the guest was wherever it stands beside the reservation's row: in its earlier states, in
/// answers to commands, in views, in the audit. The guest's links lead nowhere any more.
void eraseGuestBeside(Connection &connection, const PropertyId &property, const ReservationId &reservation);

} // namespace deskbell::server
