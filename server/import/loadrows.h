#pragma once

// Brings an importer's rows into a storage. A new property comes whole or not at all. Into one that is
// there already, each row comes as far as it still fits: without its room when another has that, and
// not at all when its nights are sold out. The few that do not fit are found by halving.

#include <utility>
#include <vector>

#include "server/storage/storage.h"

namespace deskbell::server {

/// The reservations that were refused, each with the storage's reason. Reservations that are there
/// already are left as they are.
Expected<std::vector<std::pair<ReservationId, Error>>> loadRows(Storage &storage, const PropertyId &property,
                                                                std::vector<protocol::Row> rows);

} // namespace deskbell::server
