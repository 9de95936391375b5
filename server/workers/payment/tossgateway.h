#pragma once

// PaymentGateway over the core API of Toss Payments. Says Done only when the answer names the right
// payment, the right amount, the right currency and the right status; whatever cannot be read or
// fits nothing is Unknown, never a refusal. The constants are in tossterms.h.

#include "server/workers/payment/paymentgateway.h"
#include "server/workers/payment/tossline.h"

namespace deskbell::server {

class TossGateway : public PaymentGateway
{
public:
    using Settings = TossLine::Settings;

    explicit TossGateway(Settings settings);

    ProviderAnswer charge(const ChargeOrder &order) override;
    ProviderAnswer lookUp(const ChargeOrder &order) override;
    ProviderAnswer refund(const RefundOrder &order) override;
    ProviderAnswer lookUp(const RefundOrder &order) override;
    CardAnswer keep(const OfferedCard &card, const std::string &orderKey) override;
    ProviderAnswer forget(const KeptCard &card) override;
    void abandon() override { m_line.abandon(); }

private:
    ProviderAnswer chargeCard(const ChargeOrder &order);

    TossLine m_line;
};

} // namespace deskbell::server
