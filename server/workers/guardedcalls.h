#pragma once

// Calls to a provider behind its circuit breaker: each is let through or not, timed and counted. The
// caller says which answers are failures of the provider. Stateless: several threads use one at once.

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

#include "server/workers/circuitbreaker.h"

namespace deskbell::server {

class GuardedCalls
{
public:
    using Permit = CircuitBreaker::Permit;

    GuardedCalls(CircuitBreaker &breaker, std::function<CircuitBreaker::TimePoint()> steady)
        : m_breaker(breaker), m_steady(std::move(steady))
    {
    }

    /// For who has something to do before the call. Given back by make() or forgo().
    std::optional<Permit> permit() const { return m_breaker.acquire(m_steady()); }
    void forgo(Permit permit) const { m_breaker.forgo(permit); }
    template <typename Call, typename IsFailure>
    auto make(Permit permit, Call &&call, IsFailure &&isFailure) const
    {
        const auto begun = m_steady();
        auto answer = call();
        const auto ended = m_steady();
        m_breaker.record(permit, isFailure(answer.verdict),
                         std::chrono::ceil<CircuitBreaker::Duration>(ended - begun), ended);
        return answer;
    }
    /// Nothing when the breaker lets no call through.
    template <typename Call, typename IsFailure>
    auto tryTo(Call &&call, IsFailure &&isFailure) const -> std::optional<decltype(call())>
    {
        const auto allowed = permit();
        if (!allowed)
            return std::nullopt;
        return make(*allowed, call, isFailure);
    }
    /// Until one may be let through again; zero when one may now.
    CircuitBreaker::Duration resting() const { return m_breaker.opensIn(m_steady()); }

private:
    CircuitBreaker &m_breaker;
    const std::function<CircuitBreaker::TimePoint()> m_steady;
};

} // namespace deskbell::server
