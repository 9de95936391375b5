#include "server/pages/cardservice.h"

#include <algorithm>

#include "protocol/health.h"
#include "server/gateway/health.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::milliseconds readEvery{500};

} // namespace

std::chrono::seconds CardService::restLeft()
{
    const auto left = known().restsUntil - m_surroundings.now();
    return std::chrono::ceil<std::chrono::seconds>(std::max(left, Instant::duration::zero()));
}

CardService::State CardService::known()
{
    const auto steady = m_surroundings.steady();
    std::unique_lock lock(m_mutex);
    if (!m_readAt || steady - *m_readAt >= readEvery) {
        m_readAt = steady; // the others go by what was read before until this is done
        lock.unlock();
        const std::optional<State> state = read(m_surroundings.now());
        lock.lock();
        m_state = state.value_or(State{});
        if (state && state->isThere)
            m_seenAt = steady;
        else if (state)
            m_state.isThere = m_seenAt && steady - *m_seenAt < keepReports; // one that restarts signs off
    }
    return m_state;
}

std::optional<CardService::State> CardService::read(Instant now) const
{
    const auto reports = m_storage.reports();
    if (!reports)
        return std::nullopt;
    State state{false, {}};
    std::optional<Instant> first;
    bool getsThrough = false;
    for (const RoleReport &report : *reports) {
        if (report.role != "payment")
            continue;
        state.isThere = true;
        if (now - report.at > goneAfter || report.at - now > goneAfter)
            continue;
        const auto breaker = protocol::decodeBreaker(report.breaker);
        if (!breaker || breaker->opensInMs <= 0) {
            getsThrough = true;
            continue;
        }
        const Instant tries = report.at + std::chrono::milliseconds(breaker->opensInMs);
        first = std::min(first.value_or(tries), tries);
    }
    if (!getsThrough)
        state.restsUntil = first.value_or(Instant{});
    return state;
}

} // namespace deskbell::server
