#include "server/workers/payment/tossgateway.h"

#include <sodium.h>

#include "http/problem.h"
#include "server/workers/payment/tossanswer.h"
#include "server/workers/payment/tossterms.h"

namespace deskbell::server {
namespace {

std::string basicAuthorization(const std::string &secretKey)
{
    const std::string plain = secretKey + ":";
    std::string encoded(sodium_base64_encoded_len(plain.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char *>(plain.data()),
                      plain.size(), sodium_base64_VARIANT_ORIGINAL);
    encoded.resize(encoded.find('\0'));
    return "Authorization: Basic " + encoded;
}

std::string pathOf(const ChargeOrder &order)
{
    return std::string(toss::paymentPath) + percentEncoded(order.token);
}

} // namespace

TossGateway::TossGateway(Settings settings)
    : m_url(std::move(settings.url)), m_authorization(basicAuthorization(settings.secretKey)),
      m_http(std::move(settings.http))
{
}

HttpReply TossGateway::get(const std::string &path)
{
    return m_http.call({"GET", m_url + path, {m_authorization, "Accept: application/json"}, {}});
}

HttpReply TossGateway::post(const std::string &path, const std::string &idempotencyKey, std::string body)
{
    return m_http.call({"POST",
                        m_url + path,
                        {m_authorization, "Accept: application/json", "Content-Type: application/json",
                         std::string(toss::idempotencyHeader) + ": " + idempotencyKey},
                        std::move(body)});
}

ProviderAnswer TossGateway::charge(const ChargeOrder &order)
{
    const std::string id = toString(order.payment);
    ProviderAnswer answer =
        toss::readCharge(post(std::string(toss::confirmPath), id,
                              R"({"paymentKey":)" + http::quotedJson(order.token) + R"(,"orderId":")" + id +
                                  R"(","amount":)" + toss::amountText(order.amount) + "}"),
                         order);
    if (answer.verdict == Verdict::Unknown && answer.code == toss::alreadyProcessed)
        answer = toss::readTokenLookUp(get(pathOf(order)), order);
    return answer;
}

ProviderAnswer TossGateway::lookUp(const ChargeOrder &order)
{
    return toss::readChargeLookUp(get(std::string(toss::orderPath) + toString(order.payment)), order);
}

ProviderAnswer TossGateway::refund(const RefundOrder &order)
{
    ProviderAnswer answer =
        toss::readRefund(post(pathOf(order.charge) + std::string(toss::cancelSuffix), toString(order.refund),
                              R"({"cancelReason":")" + toss::cancelReason(order.refund) +
                                  R"(","cancelAmount":)" + toss::amountText(order.amount) + "}"),
                         order);
    if (answer.verdict != Verdict::Unknown || answer.code != toss::alreadyCanceled)
        return answer;
    // All of it went back before. By this order's own earlier try, or past us?
    ProviderAnswer found = lookUp(order);
    if (found.verdict == Verdict::NotThere)
        found = {Verdict::Refused, std::string(toss::alreadyCanceled)};
    return found;
}

ProviderAnswer TossGateway::lookUp(const RefundOrder &order)
{
    return toss::readRefundLookUp(get(pathOf(order.charge)), order);
}

} // namespace deskbell::server
