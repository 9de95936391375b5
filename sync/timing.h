#pragma once

// The delays and limits of the desk's connection, in one place, so that tests can shorten them and
// an operator can read them. A plain value.

#include <chrono>
#include <cstddef>
#include <functional>

namespace deskbell::sync {

/// What waits go by: nobody puts it right, and a computer's clock may be days out.
using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

struct Timing
{
    std::chrono::milliseconds slowAfter{2'000};       ///< an answer that takes longer is told to the person
    std::chrono::milliseconds requestTimeout{10'000}; ///< no byte for so long: the line is down
    std::chrono::milliseconds snapshotStall{30'000};  ///< no byte for so long ends a download
    std::chrono::milliseconds backoffFirst{500};      ///< full jitter: 0 … first · 2^tries, capped
    std::chrono::milliseconds backoffMost{30'000};
    /// The desk asks the live line for a sign of life; silence for longer than two of them is a half-open
    /// line.
    std::chrono::milliseconds liveSilence{10'000};
    std::chrono::milliseconds livePing{4'000};
    std::chrono::milliseconds reassureEvery{60'000}; ///< asks for changes that nobody told of
    std::chrono::milliseconds pollEvery{5'000};      ///< asks for changes where live lines are blocked
    std::chrono::milliseconds liveRetry{15'000};     ///< and tries one again
    /// Renewed when less than this is left of the access token.
    std::chrono::milliseconds refreshMargin{30'000};
    std::chrono::milliseconds changeSetEvery{16}; ///< screens are told at most once in this time
    int lanesAtOnce = 4;                          ///< batches of commands on their way at the same time
    int daysBack = 7; ///< the window of dates a desk keeps, around the business date
    int daysAhead = 400;
};

} // namespace deskbell::sync
