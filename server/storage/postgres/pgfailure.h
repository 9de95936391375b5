#pragma once

// Maps PostgreSQL's SQLSTATE codes to the storage's errors.

#include <string_view>

#include "server/storage/failure.h"

namespace deskbell::server {

StorageFailure pgFailure(std::string_view sqlState, std::string_view message);

} // namespace deskbell::server
