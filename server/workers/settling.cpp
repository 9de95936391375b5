#include "server/workers/settling.h"

#include <algorithm>

namespace deskbell::server {

std::optional<Instant> Settling::waitsUntil(const Uuid &subject, Instant sentAt, Instant now)
{
    if (sentAt <= now)
        return now < sentAt + m_time ? std::optional(sentAt + m_time) : std::nullopt;
    const auto steady = m_steady();
    const std::lock_guard lock(m_mutex);
    const auto since = m_missedSince.try_emplace(subject, steady).first;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(since->second + m_time - steady);
    if (left > std::chrono::milliseconds::zero())
        return now + left;
    m_missedSince.erase(since);
    return std::nullopt;
}

} // namespace deskbell::server
