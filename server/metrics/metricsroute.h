#pragma once

// Who may read the metrics: with a configured token, whoever presents it; without one, only
// requests from this machine itself and not through a proxy on it, because metrics reveal how full
// a hotel is. Pure, any thread.

#include <string>

#include "http/message.h"

namespace deskbell::server {

bool mayReadMetrics(const http::Request &request, const std::string &token);

} // namespace deskbell::server
