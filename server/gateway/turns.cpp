#include "server/gateway/turns.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "server/gateway/tokens.h"

namespace deskbell::server {

TokenHash keyOf(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (const std::string_view part : parts) {
        all += std::to_string(part.size()) + ':';
        all += part;
    }
    return hashOf(all);
}

Turns turnsOf(const TokenHash &key, const http::RateLimiter::Options &options)
{
    const double everyMs = std::ceil(1000 / std::max(options.tokensPerSecond, 1e-6));
    return {key, std::llround(options.burst), std::chrono::milliseconds(std::llround(everyMs))};
}

} // namespace deskbell::server
