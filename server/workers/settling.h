#pragma once

// How long a sent request may still be in transit when the other side does not have it. Counted from the
// recorded time of sending; if that lies in the future, because a clock was wrong, counted from when this
// process first missed it, by the steady clock. Owned by a flow; safe from any thread.

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

class Settling
{
public:
    using Steady = std::function<std::chrono::steady_clock::time_point()>;

    Settling(std::chrono::milliseconds time, Steady steady) : m_time(time), m_steady(std::move(steady)) {}

    /// When to look again; none once it is certain that it never arrived.
    std::optional<Instant> waitsUntil(const Uuid &subject, Instant sentAt, Instant now);

private:
    const std::chrono::milliseconds m_time;
    const Steady m_steady;
    std::mutex m_mutex;
    std::map<Uuid, std::chrono::steady_clock::time_point> m_missedSince;
};

} // namespace deskbell::server
