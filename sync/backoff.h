// The delay before a retry: full jitter, so that desks that lost the same backend do not return at
// the same moment. Pure.
#pragma once

#include <algorithm>
#include <chrono>

#include "domain/uuid.h"
#include "sync/timing.h"

namespace deskbell::sync {

/// Anything from 1 ms to the least of `backoffMost` and `backoffFirst` · 2^tries.
inline std::chrono::milliseconds backoff(const Timing &timing, int tries, const RandomBits &random)
{
    const auto most = std::min(timing.backoffMost, timing.backoffFirst * (1 << std::clamp(tries, 0, 16)));
    const auto span = static_cast<std::uint64_t>(std::max<std::int64_t>(most.count(), 1));
    return std::chrono::milliseconds(1 + random() % span);
}

} // namespace deskbell::sync
