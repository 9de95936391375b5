#pragma once

// The keys of counters that are shared by all processes (Storage::takeTurns), and their limits. Pure.

#include <initializer_list>
#include <string_view>

#include "http/ratelimit.h"
#include "server/storage/accounts.h"

namespace deskbell::server {

/// By hash: what is counted may be as long as a body allows, the tables' keys are not.
TokenHash keyOf(std::initializer_list<std::string_view> parts);
Turns turnsOf(const TokenHash &key, const http::RateLimiter::Options &options);

} // namespace deskbell::server
