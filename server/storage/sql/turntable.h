#pragma once

// Counts recent attempts: functions on a connection, inside a transaction of the writer. Throws
// StorageFailure.

#include "server/storage/accounts.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// Takes one turn of each, up to the first that has none left: how long to wait for that one.
std::optional<std::chrono::milliseconds> takeTurns(Connection &connection, const std::vector<Turns> &all,
                                                   Instant now);
void dropTurns(Connection &connection, const TokenHash &key);
/// Of all that has all its turns again.
void dropTurns(Connection &connection, Instant now);

} // namespace deskbell::server
