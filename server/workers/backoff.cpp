#include "server/workers/backoff.h"

#include <algorithm>
#include <cmath>

namespace deskbell::server {

std::chrono::milliseconds Backoff::after(std::uint32_t attempts, double unitRandom) const
{
    const double doublings = std::min<double>(attempts > 0 ? attempts - 1 : 0, 40);
    const double bound = std::min(static_cast<double>(first.count()) * std::exp2(doublings),
                                  static_cast<double>(most.count()));
    return std::chrono::milliseconds(std::llround(bound * unitRandom));
}

} // namespace deskbell::server
