#include "server/pages/providerrest.h"

#include <algorithm>

#include "protocol/health.h"
#include "server/gateway/health.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::milliseconds readEvery{500};

} // namespace

std::chrono::seconds ProviderRest::left()
{
    const Instant now = m_surroundings.now();
    const auto steady = m_surroundings.steady();
    std::unique_lock lock(m_mutex);
    if (!m_readAt || steady - *m_readAt >= readEvery) {
        m_readAt = steady; // the others go by what was read before until this is done
        lock.unlock();
        const Instant until = restsUntil(now);
        lock.lock();
        m_until = until;
    }
    return std::chrono::ceil<std::chrono::seconds>(std::max(m_until - now, Instant::duration::zero()));
}

Instant ProviderRest::restsUntil(Instant now) const
{
    const auto reports = m_storage.reports();
    if (!reports)
        return {};
    std::optional<Instant> first;
    for (const RoleReport &report : *reports) {
        if (report.role != "payment" || now - report.at > goneAfter || report.at - now > goneAfter)
            continue;
        const auto breaker = protocol::decodeBreaker(report.breaker);
        if (!breaker || breaker->opensInMs <= 0)
            return {}; // this one gets through
        const Instant tries = report.at + std::chrono::milliseconds(breaker->opensInMs);
        first = std::min(first.value_or(tries), tries);
    }
    return first.value_or(Instant{});
}

} // namespace deskbell::server
