#pragma once

// Logs refused requests with address, call, code and the id in the answer (X-Request-Id), so that a
// reported problem can be matched with the log. The number of entries is limited per address and in total,
// so that a flood of refused requests cannot fill the log; the number left out is logged as well. Owned by
// the gateway; safe from any thread, quick.

#include <atomic>
#include <functional>
#include <string>

#include "http/ratelimit.h"
#include "server/log/log.h"

namespace deskbell::server {

/// What was refused.
struct Denial
{
    std::string request; ///< its id
    std::string address;
    std::string route;
    int status = 0; ///< 401, 403, 404, 429; of a live socket its close code
    std::string code;
};

class DeniedLog
{
public:
    struct Settings
    {
        http::RateLimiter::Options perAddress{20, 0.5, 10'000};
        http::RateLimiter::Options inAll{200, 5, 1};
    };
    using Steady = std::function<http::RateLimiter::TimePoint()>;

    DeniedLog(Settings settings, Steady steady, const Log &log);

    void note(const Denial &denial);
    /// Of answers those that deny something: 401, 403, 429, and 404 to who has no good guest's link.
    static bool isDenial(int status, const std::string &route);

private:
    const Steady m_steady;
    const Log &m_log;
    http::RateLimiter m_perAddress;
    http::RateLimiter m_inAll;
    std::atomic<std::uint64_t> m_untold{0};
};

} // namespace deskbell::server
