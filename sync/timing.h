#pragma once

// The waits and limits of the desk's line, in one place, so that tests shorten them and an operator
// can read them. A plain value.

#include <chrono>
#include <cstddef>

namespace deskbell::sync {

struct Timing
{
    std::chrono::milliseconds requestTimeout{20'000};
    std::chrono::milliseconds snapshotStall{30'000}; ///< no byte for so long ends a download
    std::chrono::milliseconds backoffFirst{500};     ///< full jitter: 0 … first · 2^tries, capped
    std::chrono::milliseconds backoffMost{30'000};
    /// The server pings every 20 s: silence for longer than two of them is a half-open line.
    std::chrono::milliseconds liveSilence{45'000};
    std::chrono::milliseconds livePing{20'000};
    /// Renewed when less than this is left of the access token.
    std::chrono::milliseconds refreshMargin{30'000};
    std::chrono::milliseconds changeSetEvery{16}; ///< screens are told at most once in this time
    int lanesAtOnce = 4;                          ///< batches of commands on their way at the same time
    int daysBack = 7; ///< the window of dates a desk keeps, around the business date
    int daysAhead = 400;
};

} // namespace deskbell::sync
