#pragma once

// Brings a PostgreSQL schema (the first of the connection's search_path) to what this program knows,
// by the same migrations as SQLite's. Of several processes that start at once, one does it.

#include <span>
#include <string_view>

#include "server/storage/postgres/pgconnection.h"

namespace deskbell::server {

/// Each migration in one transaction that ends in its version. Throws StorageFailure: "storage-newer",
/// "storage-foreign".
void migrate(PgConnection &connection, std::span<const std::string_view> migrations);

} // namespace deskbell::server
