#pragma once

// Maps Error codes to HTTP statuses in one table, so that every route answers alike. Pure, any
// thread.

#include <chrono>
#include <string_view>

#include "domain/expected.h"
#include "http/message.h"

namespace deskbell::server {

/// A problem document with the error's code and facts. What is not the caller's doing brings no facts
/// out of the house.
http::Response problemOf(const Error &error);
/// 429 or 503, with Retry-After.
http::Response tryLater(int status, std::string_view code, std::chrono::milliseconds wait);

} // namespace deskbell::server
