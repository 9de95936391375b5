#pragma once

// The payment gateway behind its circuit breaker, as the flows of a payment worker call it. A declined
// card is an answer; the breaker counts only a provider that accepts nothing or does not answer.
// Stateless: several threads use one at once.

#include <optional>

#include "server/workers/guardedcalls.h"
#include "server/workers/payment/paymentgateway.h"

namespace deskbell::server {

class GuardedGateway
{
public:
    using Permit = GuardedCalls::Permit;

    GuardedGateway(PaymentGateway &gateway, CircuitBreaker &breaker,
                   std::function<CircuitBreaker::TimePoint()> steady)
        : m_gateway(gateway), m_calls(breaker, std::move(steady))
    {
    }

    static bool isFailure(Verdict verdict) { return verdict == Verdict::Busy || verdict == Verdict::Unknown; }

    /// For a charge, which is committed as sent before it leaves.
    std::optional<Permit> permit() const { return m_calls.permit(); }
    void forgo(Permit permit) const { m_calls.forgo(permit); }
    ProviderAnswer charge(Permit permit, const ChargeOrder &order) const
    {
        return m_calls.make(
            permit, [&] { return m_gateway.charge(order); }, isFailure);
    }
    /// These are nothing when the breaker lets no call through.
    std::optional<ProviderAnswer> refund(const RefundOrder &order) const
    {
        return m_calls.tryTo([&] { return m_gateway.refund(order); }, isFailure);
    }
    std::optional<CardAnswer> keep(const OfferedCard &card, const std::string &orderKey) const
    {
        return m_calls.tryTo([&] { return m_gateway.keep(card, orderKey); }, isFailure);
    }
    /// Counts for nothing: whether a key can be deleted says nothing about money.
    std::optional<ProviderAnswer> forget(const KeptCard &card) const
    {
        if (resting().count() > 0)
            return std::nullopt;
        return m_gateway.forget(card);
    }
    template <typename Order>
    std::optional<ProviderAnswer> lookUp(const Order &order) const
    {
        return m_calls.tryTo([&] { return m_gateway.lookUp(order); }, isFailure);
    }
    /// Until a call may be let through again.
    CircuitBreaker::Duration resting() const { return m_calls.resting(); }

private:
    PaymentGateway &m_gateway;
    const GuardedCalls m_calls;
};

} // namespace deskbell::server
