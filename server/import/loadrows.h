#pragma once

// Loads an importer's rows into a storage. A new property is loaded completely or not at all. Into an
// existing one, each row is loaded as far as it still fits: without its room if another reservation
// has it, and not at all if its nights are sold out. The few rows that do not fit are found by
// bisection.

#include <utility>
#include <vector>

#include "server/storage/storage.h"

namespace deskbell::server {

/// The reservations that were refused, each with the storage's reason. Reservations that are there
/// already are left as they are.
Expected<std::vector<std::pair<ReservationId, Error>>> loadRows(Storage &storage, const PropertyId &property,
                                                                std::vector<protocol::Row> rows);

} // namespace deskbell::server
