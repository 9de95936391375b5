#pragma once

// Who may read the figures: with a token, whoever has it; without one, only who asks from this
// machine itself and not through a proxy on it, because figures tell strangers how full a house is.
// Pure, any thread.

#include <string>

#include "http/message.h"

namespace deskbell::server {

bool mayReadMetrics(const http::Request &request, const std::string &token);

} // namespace deskbell::server
