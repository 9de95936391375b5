#pragma once

// How the house is, put together from what the processes said of themselves and from the outbox: for
// desks, for the operator's status and for the figures. Reads the storage: on task pools only.

#include "protocol/health.h"
#include "server/storage/storage.h"

namespace deskbell::server {

/// A process says how it is so often …
inline constexpr std::chrono::seconds reportEvery{5};
/// … and counts as gone when it has not for so long.
inline constexpr std::chrono::seconds goneAfter{20};

/// Errors: "storage-…".
Expected<protocol::Health> readHealth(Storage &storage, Instant now);

} // namespace deskbell::server
