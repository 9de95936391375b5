#include "http/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace deskbell::http {

namespace {
double seconds(std::chrono::steady_clock::duration d)
{
    return std::chrono::duration<double>(d).count();
}
} // namespace

RateLimiter::Verdict RateLimiter::take(const std::string &key, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    auto found = m_byKey.find(key);
    if (found == m_byKey.end()) {
        m_buckets.push_back({key, m_options.burst, now});
        found = m_byKey.emplace(key, std::prev(m_buckets.end())).first;
    } else {
        m_buckets.splice(m_buckets.end(), m_buckets, found->second);
    }
    Bucket &bucket = *found->second;
    const double elapsed = std::max(0.0, seconds(now - bucket.touchedAt));
    bucket.tokens = std::min(m_options.burst, bucket.tokens + elapsed * m_options.tokensPerSecond);
    bucket.touchedAt = std::max(bucket.touchedAt, now);
    forgetOld(now);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return {true, {}};
    }
    const double wait = (1 - bucket.tokens) / std::max(m_options.tokensPerSecond, 1e-6);
    return {false, std::chrono::milliseconds(static_cast<long long>(std::ceil(wait * 1000)))};
}

void RateLimiter::forgive(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
        m_buckets.erase(found->second);
        m_byKey.erase(found);
    }
}

std::size_t RateLimiter::keyCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_byKey.size();
}

// The bucket just used is the last one and has one token less than full at most, so it stays.
void RateLimiter::forgetOld(TimePoint now)
{
    while (m_buckets.size() > 1) {
        const Bucket &oldest = m_buckets.front();
        const bool isFull =
            oldest.tokens + seconds(now - oldest.touchedAt) * m_options.tokensPerSecond >= m_options.burst;
        if (!isFull && m_buckets.size() <= m_options.maxKeys)
            return;
        m_byKey.erase(oldest.key);
        m_buckets.pop_front();
    }
}

} // namespace deskbell::http
