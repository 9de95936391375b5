#pragma once

// The processes' reports and the reconciliations. Functions on a connection, the writing ones
// inside a transaction of the writer. Throws StorageFailure.

#include "server/storage/operations.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

void writeReports(Connection &connection, const std::vector<RoleReport> &reports);
/// By process and role.
std::vector<RoleReport> readReports(Connection &connection);
void dropReports(Connection &connection);
void dropReports(Connection &connection, const std::string &process);
void dropReports(Connection &connection, Instant before, Instant after);

void writeReconciliation(Connection &connection, const PropertyId &property, Date day, Instant at,
                         const std::string &report);
std::optional<std::string> readReconciliation(Connection &connection, const PropertyId &property, Date day);
/// Of those that were made until now.
std::optional<std::string> readLastReconciliation(Connection &connection, const PropertyId &property,
                                                  Instant now);

} // namespace deskbell::server
