// The payment role: the provider behind its breaker, and threads of its own.

#include "server/daemon/roles/role.h"
#include "server/workers/payment/cardflow.h"
#include "server/workers/payment/tossgateway.h"

namespace deskbell::server {
namespace {

CardSource cardsOf(Storage &storage, const std::string &secret)
{
    return [&storage, secret] { return CardVault::make(storage, secret); };
}

class PaymentRole : public Role
{
public:
    explicit PaymentRole(const RoleContext &context)
        : m_surroundings(context.surroundings),
          m_breaker(context.config.payment.breaker,
                    [surroundings = context.surroundings] { return surroundings.unitRandom(); },
                    logged(context.log, "payment")),
          m_provider(TossGateway::Settings{context.config.payment.url, context.config.payment.secret,
                                           context.config.payment.http}),
          m_flow(context.config.payment.flow, context.storage, m_provider, m_breaker,
                 cardsOf(context.storage, context.config.payment.secret), context.surroundings, context.log),
          m_cards(context.config.payment.flow.backoff, context.storage, m_provider, m_breaker,
                  cardsOf(context.storage, context.config.payment.secret), context.surroundings, context.log),
          m_expiry(context.config.payment.expiry, context.storage, m_provider, m_breaker,
                   context.surroundings, context.log),
          m_worker(
              {{Work::Refund, Work::Charge, Work::KeepCard, Work::Expire, Work::ForgetCard},
               context.config.payment.threads,
               context.config.payment.lookEvery,
               context.config.payment.lease()},
              context.storage, [this](std::span<const WorkItem> items) { carryOut(items.front()); },
              context.surroundings.now, context.log)
    {
    }

    Worker &worker() override { return m_worker; }
    void abandon() override { m_provider.abandon(); }
    std::optional<protocol::BreakerHealth> breaker() const override
    {
        return healthOf(m_breaker.figures(m_surroundings.steady()));
    }

private:
    void carryOut(const WorkItem &item)
    {
        if (item.work == Work::Expire)
            m_expiry.carryOut(item);
        else if (item.work == Work::KeepCard || item.work == Work::ForgetCard)
            m_cards.carryOut(item);
        else
            m_flow.carryOut(item);
    }

    const WorkerSurroundings m_surroundings;
    CircuitBreaker m_breaker;
    TossGateway m_provider;
    PaymentFlow m_flow;
    CardFlow m_cards;
    ExpiryFlow m_expiry;
    Worker m_worker;
};

} // namespace

std::unique_ptr<Role> makePaymentRole(const RoleContext &context)
{
    return std::make_unique<PaymentRole>(context);
}

} // namespace deskbell::server
