#pragma once

// What PostgreSQL's SQLSTATE codes mean to the storage.

#include <string_view>

#include "server/storage/failure.h"

namespace deskbell::server {

StorageFailure pgFailure(std::string_view sqlState, std::string_view message);

} // namespace deskbell::server
