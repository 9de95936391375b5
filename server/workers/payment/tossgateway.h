#pragma once

// PaymentGateway over the core API of Toss Payments. Says Done only when the answer names the right
// payment, the right amount, the right currency and the right status; whatever cannot be read or
// fits nothing is Unknown, never a refusal. The constants are in tossterms.h.

#include <string>
#include <string_view>

#include "server/workers/httpclient.h"
#include "server/workers/payment/paymentgateway.h"

namespace deskbell::server {

class TossGateway : public PaymentGateway
{
public:
    struct Settings
    {
        std::string url; ///< "https://api.tosspayments.com", without a slash at the end
        std::string secretKey;
        HttpClient::Settings http;
    };

    explicit TossGateway(Settings settings);

    ProviderAnswer charge(const ChargeOrder &order) override;
    ProviderAnswer lookUp(const ChargeOrder &order) override;
    ProviderAnswer refund(const RefundOrder &order) override;
    ProviderAnswer lookUp(const RefundOrder &order) override;
    void abandon() override { m_http.abandon(); }

private:
    HttpReply get(const std::string &path);
    HttpReply post(const std::string &path, const std::string &idempotencyKey, std::string body);

    const std::string m_url;
    const std::string m_authorization;
    HttpClient m_http;
};

} // namespace deskbell::server
