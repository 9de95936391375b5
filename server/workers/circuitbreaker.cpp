#include "server/workers/circuitbreaker.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace deskbell::server {

CircuitBreaker::CircuitBreaker(Settings settings, std::function<double()> unitRandom, Watch watch)
    : m_settings(settings), m_unitRandom(std::move(unitRandom)), m_watch(std::move(watch))
{
    assert(m_settings.window > 0 && m_settings.probes > 0);
}

std::optional<CircuitBreaker::Permit> CircuitBreaker::acquire(TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Open && now >= m_openUntil)
        enter(State::HalfOpen, now);
    if (m_state == State::Open)
        return std::nullopt;
    if (m_state == State::HalfOpen) {
        if (m_probesOut + m_calls.size() >= m_settings.probes)
            return std::nullopt;
        ++m_probesOut;
    }
    return Permit{m_generation};
}

void CircuitBreaker::record(Permit permit, bool isFailure, Duration took, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    if (permit.generation != m_generation)
        return;
    const Call call{isFailure, took > m_settings.slowCall};
    if (m_state == State::HalfOpen) {
        --m_probesOut;
        m_calls.push_back(call);
        if (m_calls.size() >= m_settings.probes)
            enter(isTooBad() ? State::Open : State::Closed, now);
        return;
    }
    if (m_calls.size() < m_settings.window)
        m_calls.push_back(call);
    else
        m_calls[m_next] = call;
    m_next = (m_next + 1) % m_settings.window;
    if (m_calls.size() >= std::min(m_settings.leastCalls, m_settings.window) && isTooBad())
        enter(State::Open, now);
}

void CircuitBreaker::forgo(Permit permit)
{
    const std::lock_guard lock(m_mutex);
    if (permit.generation == m_generation && m_state == State::HalfOpen)
        --m_probesOut;
}

CircuitBreaker::State CircuitBreaker::state(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    return stateAt(now);
}

CircuitBreaker::Duration CircuitBreaker::opensIn(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    return opensAfter(now);
}

CircuitBreaker::Figures CircuitBreaker::figures(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    Figures figures = m_state == State::Closed ? counted() : m_openedBy;
    figures.state = stateAt(now);
    figures.opensIn = opensAfter(now);
    return figures;
}

CircuitBreaker::State CircuitBreaker::stateAt(TimePoint now) const
{
    return m_state == State::Open && now >= m_openUntil ? State::HalfOpen : m_state;
}

CircuitBreaker::Duration CircuitBreaker::opensAfter(TimePoint now) const
{
    if (m_state != State::Open || now >= m_openUntil)
        return Duration::zero();
    return std::chrono::ceil<Duration>(m_openUntil - now);
}

void CircuitBreaker::enter(State state, TimePoint now)
{
    Figures by = counted();
    if (m_state == State::Closed)
        m_openedBy = by;
    m_state = state;
    ++m_generation;
    m_calls.clear();
    m_next = 0;
    m_probesOut = 0;
    if (state == State::Open) {
        const double longer = 1.0 + m_settings.openJitter * m_unitRandom();
        m_openUntil = now + Duration(std::llround(static_cast<double>(m_settings.openFor.count()) * longer));
    }
    if (m_watch) {
        by.state = state;
        by.opensIn = opensAfter(now);
        m_watch(by);
    }
}

bool CircuitBreaker::isTooBad() const
{
    const Figures figures = counted();
    const auto all = static_cast<double>(figures.calls);
    return static_cast<double>(figures.failures) >= m_settings.failureRate * all ||
           static_cast<double>(figures.slow) >= m_settings.slowRate * all;
}

CircuitBreaker::Figures CircuitBreaker::counted() const
{
    const auto count = [this](bool Call::*is) {
        return static_cast<std::size_t>(
            std::count_if(m_calls.begin(), m_calls.end(), [is](const Call &call) { return call.*is; }));
    };
    return {m_state, {}, m_calls.size(), count(&Call::isFailure), count(&Call::isSlow)};
}

std::string_view toString(CircuitBreaker::State state)
{
    switch (state) {
    case CircuitBreaker::State::Closed:
        return "closed";
    case CircuitBreaker::State::Open:
        return "open";
    case CircuitBreaker::State::HalfOpen:
        return "half-open";
    }
    return "closed";
}

} // namespace deskbell::server
