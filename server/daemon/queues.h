#pragma once

// The work that waits, as `deskbelld status` shows it. Reads the storage; any thread.

#include <boost/json.hpp>

#include "server/storage/storage.h"

namespace deskbell::server {

Expected<boost::json::array> queuesOf(Storage &storage, Instant now);

} // namespace deskbell::server
