#include "server/workers/payment/tossgateway.h"

#include "http/percent.h"
#include "http/problem.h"
#include "server/workers/payment/tossanswer.h"
#include "server/workers/payment/tossterms.h"

namespace deskbell::server {
namespace {

std::string pathOf(const ChargeOrder &order)
{
    return std::string(toss::paymentPath) + http::segmentEncoded(order.token);
}

} // namespace

TossGateway::TossGateway(Settings settings) : m_line(std::move(settings))
{
}

ProviderAnswer TossGateway::charge(const ChargeOrder &order)
{
    if (order.card)
        return chargeCard(order);
    const std::string id = toString(order.payment);
    ProviderAnswer answer =
        toss::readCharge(m_line.post(std::string(toss::confirmPath), id,
                                     R"({"paymentKey":)" + http::quotedJson(order.token) + R"(,"orderId":")" +
                                         id + R"(","amount":)" + toss::amountText(order.amount) + "}"),
                         order);
    if (answer.verdict == Verdict::Unknown && answer.code == toss::alreadyProcessed)
        answer = toss::readTokenLookUp(m_line.get(pathOf(order)), order);
    return answer;
}

ProviderAnswer TossGateway::chargeCard(const ChargeOrder &order)
{
    const std::string id = toString(order.payment);
    ProviderAnswer answer = toss::readCharge(
        m_line.post(std::string(toss::billingPath) + http::segmentEncoded(order.card->billingKey), id,
                    R"({"customerKey":)" + http::quotedJson(order.card->customerKey) + R"(,"orderId":")" +
                        id + R"(","orderName":)" + http::quotedJson(order.name) + R"(,"amount":)" +
                        toss::amountText(order.amount) + "}"),
        order);
    // This order was dealt with before: only its own look-up tells how.
    if (answer.verdict == Verdict::Unknown && answer.code == toss::alreadyProcessed)
        answer = lookUp(order);
    return answer;
}

CardAnswer TossGateway::keep(const OfferedCard &card, const std::string &orderKey)
{
    return toss::readKeptCard(m_line.post(std::string(toss::issuePath), orderKey,
                                          R"({"authKey":)" + http::quotedJson(card.authKey) +
                                              R"(,"customerKey":)" + http::quotedJson(card.customerKey) +
                                              "}"),
                              card);
}

ProviderAnswer TossGateway::forget(const KeptCard &card)
{
    return toss::readForgotten(
        m_line.remove(std::string(toss::billingPath) + http::segmentEncoded(card.billingKey)));
}

ProviderAnswer TossGateway::lookUp(const ChargeOrder &order)
{
    return toss::readChargeLookUp(m_line.get(std::string(toss::orderPath) + toString(order.payment)), order);
}

ProviderAnswer TossGateway::refund(const RefundOrder &order)
{
    ProviderAnswer answer = toss::readRefund(
        m_line.post(pathOf(order.charge) + std::string(toss::cancelSuffix), toString(order.refund),
                    R"({"cancelReason":")" + toss::cancelReason(order.refund) + R"(","cancelAmount":)" +
                        toss::amountText(order.amount) + "}"),
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
    return toss::readRefundLookUp(m_line.get(pathOf(order.charge)), order);
}

} // namespace deskbell::server
