#pragma once

// Brings a database to the schema this program knows: the one way forward, for new files and old.

#include <span>
#include <string_view>

#include "server/storage/sqlite/sqliteconnection.h"

namespace deskbell::server {

/// Runs the migrations that the file has not seen, each in one transaction that ends in its version.
/// Throws StorageFailure: "storage-newer", "storage-foreign".
void migrate(Connection &connection, std::span<const std::string_view> migrations);

} // namespace deskbell::server
