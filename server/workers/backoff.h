#pragma once

// Full-jitter backoff: after a failure wait a random time between nothing and a bound that doubles
// with each attempt, so that many who failed together do not come back together. Pure.

#include <chrono>
#include <cstdint>

namespace deskbell::server {

struct Backoff
{
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds most{60'000};

    /// `attempts` from 1; `unitRandom` in [0, 1).
    std::chrono::milliseconds after(std::uint32_t attempts, double unitRandom) const;
};

} // namespace deskbell::server
