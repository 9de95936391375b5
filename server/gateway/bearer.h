#pragma once

// Reads the bearer token of a request. Pure, any thread.

#include <string>

#include "http/message.h"

namespace deskbell::server {

/// Empty when there is none that could be one.
std::string bearerOf(const http::Request &request);

} // namespace deskbell::server
