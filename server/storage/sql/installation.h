#pragma once

// Values stored once for the whole installation: its epoch and its secrets, by name. Inside a
// transaction of a writer. Throws StorageFailure.

#include "domain/time.h"
#include "server/storage/history.h"
#include "server/storage/sql/connection.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

/// Stores `candidate` if there is no value of that name; the value there is now.
std::string keepOrRead(Connection &connection, const std::string &name, const std::string &candidate);

/// By which time things grow old and are dropped. It follows the clock, but by a day at most each time that
/// it is asked: a clock that is far ahead for some hours costs nothing (docs/adr/0170).
Instant ageingTime(Connection &connection, Instant now);

/// The epoch of the database.
Uuid readEpoch(Connection &connection);
/// … which nobody else changes until this writing transaction ends.
Uuid lockEpoch(Connection &connection);
void writeEpoch(Connection &connection, const Uuid &epoch);

/// The history of the database, begun when there is none. A restored database begins a new one.
History openHistory(Connection &connection, const Surroundings &surroundings, bool isRestored);

} // namespace deskbell::server
