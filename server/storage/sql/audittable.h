#pragma once

// The audit: added to inside a command's transaction, read by its filters. Throws StorageFailure.

#include "server/storage/operations.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// `entry.number` is the database's own to give.
void writeAudit(Connection &connection, const PropertyId &property, const protocol::AuditEntry &entry);
protocol::AuditPage readAudit(Connection &connection, const PropertyId &property, const AuditFilter &filter);

} // namespace deskbell::server
