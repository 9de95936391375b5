#pragma once

// The health of the installation, composed from the processes' reports and the work queue: for
// desks, for the operator's status and for the metrics. Reads the storage: on task pools only.

#include "protocol/health.h"
#include "server/storage/storage.h"

namespace deskbell::server {

/// A process says how it is so often …
inline constexpr std::chrono::seconds reportEvery{5};
/// … and counts as gone when it has not for so long. A killed one never says that it ends.
inline constexpr std::chrono::seconds goneAfter{20};
/// Of the processes that have not for so long, only the last one of each role is told of: the others have
/// been replaced, or the house does without them. A role that nobody does any more goes on being told as
/// gone.
inline constexpr std::chrono::seconds forgottenAfter{60};

/// Errors: "storage-…".
Expected<protocol::Health> readHealth(Storage &storage, Instant now);
/// None when no day of that property has been compared. Errors: "storage-…", "bad-reconciliation".
Expected<std::optional<protocol::ReconciledDay>> readReconciled(Storage &storage, const PropertyId &property,
                                                                Instant now);

} // namespace deskbell::server
