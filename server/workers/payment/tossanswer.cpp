#include "server/workers/payment/tossanswer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "server/workers/payment/tossterms.h"
#include "server/workers/replyreading.h"

namespace deskbell::server::toss {
namespace {

namespace json = boost::json;

ProviderAnswer answer(Verdict verdict, std::string_view code)
{
    return {verdict, std::string(code)};
}

std::optional<json::object> objectOf(const HttpReply &reply)
{
    return server::objectOf(reply, maxAnswerDepth);
}

double major(Money amount)
{
    return static_cast<double>(amount.minor) / std::pow(10.0, minorUnitDigits(amount.currency));
}

/// Exact: amounts of this size and these few decimals have one nearest double, the parser's.
bool isAmount(const json::object &object, std::string_view name, Money expected)
{
    const json::value *value = object.if_contains(name);
    if (!value || !value->is_number())
        return false;
    const double scaled = value->to_number<double>() * std::pow(10.0, minorUnitDigits(expected.currency));
    return std::abs(scaled - static_cast<double>(expected.minor)) < 1e-3 &&
           std::abs(value->to_number<double>() - major(expected)) < 1e-9 * std::max(1.0, major(expected));
}

/// A code as the provider's are; anything else is not passed on to logs and screens.
std::optional<std::string> errorCode(const HttpReply &reply)
{
    const auto object = objectOf(reply);
    if (!object)
        return std::nullopt;
    const std::string_view code = textAt(*object, "code");
    const bool isCode =
        !code.empty() && code.size() <= mostCodeBytes && std::all_of(code.begin(), code.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        });
    return isCode ? std::optional(std::string(code)) : std::nullopt;
}

/// What refusals of a charge and of a refund have in common.
ProviderAnswer readError(const HttpReply &reply)
{
    const auto code = errorCode(reply);
    if (reply.status == 429)
        return answer(Verdict::Busy, code.value_or("TOO_MANY_REQUESTS"));
    if (code && (reply.status == 401 || isOneOf(*code, ourMistakes)))
        return answer(Verdict::Busy, *code);
    // 5xx may come from something between that gave up waiting, after the provider has acted.
    if (!code)
        return answer(Verdict::Unknown, reply.status >= 500 ? "http-" + std::to_string(reply.status)
                                                            : std::string(strangeAnswer));
    const bool isFinal = reply.status >= 400 && reply.status < 500 && reply.status != 408 &&
                         reply.status != 409 && !isOneOf(*code, passing) && *code != alreadyProcessed &&
                         *code != alreadyCanceled;
    return answer(isFinal ? Verdict::Refused : Verdict::Unknown, *code);
}

bool isOurPayment(const json::object &payment, const ChargeOrder &order)
{
    const std::string_view currency = textAt(payment, "currency");
    // A kept card's charge gets its key with the answer.
    const std::string_view key = textAt(payment, "paymentKey");
    const bool isItsKey = order.token.empty() ? !key.empty() && key.size() <= maxName : key == order.token;
    return textAt(payment, "orderId") == toString(order.payment) && isItsKey &&
           isAmount(payment, "totalAmount", order.amount) && currency == order.amount.currency.text();
}

ProviderAnswer readPayment(const json::object &payment, const ChargeOrder &order)
{
    if (!isOurPayment(payment, order))
        return answer(Verdict::Unknown, strangeAnswer);
    const std::string_view status = textAt(payment, "status");
    if (status == statusDone)
        return {Verdict::Done, std::string(status), std::string(textAt(payment, "paymentKey"))};
    if (isOneOf(status, statusesOver)) {
        const json::value *failed = payment.if_contains("failure");
        const std::string_view code =
            failed && failed->is_object() ? textAt(failed->get_object(), "code") : std::string_view{};
        return answer(Verdict::Refused, code.empty() || code.size() > mostCodeBytes ? status : code);
    }
    if (isOneOf(status, statusesNotYet))
        return answer(Verdict::NotThere, status);
    // Taken and given back past us: nothing is held of it.
    if (status == statusCanceled)
        return answer(Verdict::Refused, status);
    return answer(Verdict::Unknown, status == statusPartialCanceled ? status : strangeAnswer);
}

/// The answer to an order to move money, as `read` understands the payment in it.
template <typename Read>
ProviderAnswer readDone(const HttpReply &reply, const Read &read)
{
    if (reply.outcome == HttpReply::Outcome::NotSent)
        return answer(Verdict::Busy, notReached);
    if (reply.outcome != HttpReply::Outcome::Answered)
        return answer(Verdict::Unknown, noAnswer);
    if (reply.status != 200)
        return readError(reply);
    const auto payment = objectOf(reply);
    if (!payment)
        return answer(Verdict::Unknown, strangeAnswer);
    ProviderAnswer found = read(*payment);
    // What has just been done cannot be said not to be there.
    if (found.verdict == Verdict::NotThere)
        found = answer(Verdict::Unknown, found.code.empty() ? strangeAnswer : std::string_view(found.code));
    return found;
}

/// A look-up that was not answered with a payment: not there, or not known.
ProviderAnswer readLookUpError(const HttpReply &reply)
{
    if (reply.outcome != HttpReply::Outcome::Answered)
        return answer(Verdict::Unknown, noAnswer);
    const auto code = errorCode(reply);
    if (reply.status == 404 && code && isOneOf(*code, notFound))
        return answer(Verdict::NotThere, *code);
    return answer(Verdict::Unknown, code.value_or(std::string(strangeAnswer)));
}

bool isAnswer(const HttpReply &reply, int status)
{
    return reply.outcome == HttpReply::Outcome::Answered && reply.status == status;
}

ProviderAnswer findCancel(const json::object &payment, const RefundOrder &order)
{
    if (!isOurPayment(payment, order.charge))
        return answer(Verdict::Unknown, strangeAnswer);
    const json::value *cancels = payment.if_contains("cancels");
    if (!cancels || cancels->is_null())
        return answer(Verdict::NotThere, {});
    if (!cancels->is_array())
        return answer(Verdict::Unknown, strangeAnswer);
    for (const json::value &each : cancels->get_array()) {
        if (!each.is_object() || textAt(each.get_object(), "cancelReason") != cancelReason(order.refund))
            continue;
        const json::object &cancel = each.get_object();
        if (!isAmount(cancel, "cancelAmount", order.amount))
            return answer(Verdict::Unknown, strangeAnswer);
        const std::string_view status = textAt(cancel, "cancelStatus");
        return answer(status == cancelDone ? Verdict::Done : Verdict::Unknown, status);
    }
    return answer(Verdict::NotThere, {});
}

} // namespace

std::string amountText(Money amount)
{
    const auto digits = static_cast<std::size_t>(minorUnitDigits(amount.currency));
    std::string text = std::to_string(amount.minor);
    if (digits == 0)
        return text;
    if (text.size() <= digits)
        text.insert(0, digits + 1 - text.size(), '0');
    return text.insert(text.size() - digits, ".");
}

std::string cancelReason(const RefundId &refund)
{
    return "refund " + toString(refund);
}

ProviderAnswer readCharge(const HttpReply &reply, const ChargeOrder &order)
{
    return readDone(reply, [&](const json::object &payment) { return readPayment(payment, order); });
}

ProviderAnswer readChargeLookUp(const HttpReply &reply, const ChargeOrder &order)
{
    if (!isAnswer(reply, 200))
        return readLookUpError(reply);
    const auto payment = objectOf(reply);
    return payment ? readPayment(*payment, order) : answer(Verdict::Unknown, strangeAnswer);
}

ProviderAnswer readTokenLookUp(const HttpReply &reply, const ChargeOrder &order)
{
    const auto payment = isAnswer(reply, 200) ? objectOf(reply) : std::nullopt;
    if (!payment)
        return answer(Verdict::Unknown, alreadyProcessed);
    const std::string_view orderId = textAt(*payment, "orderId");
    if (textAt(*payment, "paymentKey") == order.token && !orderId.empty() &&
        orderId != toString(order.payment))
        return answer(Verdict::Refused, alreadyProcessed);
    return readPayment(*payment, order);
}

CardAnswer readKeptCard(const HttpReply &reply, const OfferedCard &card)
{
    if (reply.outcome == HttpReply::Outcome::NotSent)
        return {Verdict::Busy, std::string(notReached)};
    if (reply.outcome != HttpReply::Outcome::Answered)
        return {Verdict::Unknown, std::string(noAnswer)};
    if (reply.status != 200) {
        const ProviderAnswer error = readError(reply);
        return {error.verdict, error.code};
    }
    const auto kept = objectOf(reply);
    const std::string_view key = kept ? textAt(*kept, "billingKey") : std::string_view();
    if (key.empty() || key.size() > maxName || textAt(*kept, "customerKey") != card.customerKey)
        return {Verdict::Unknown, std::string(strangeAnswer)};
    return {Verdict::Done, {}, std::string(key)};
}

ProviderAnswer readForgotten(const HttpReply &reply)
{
    if (reply.outcome == HttpReply::Outcome::Answered && (reply.status == 200 || reply.status == 204))
        return answer(Verdict::Done, {});
    if (reply.outcome != HttpReply::Outcome::Answered)
        return answer(Verdict::Unknown, noAnswer);
    const auto code = errorCode(reply);
    if (reply.status == 404 && code && isOneOf(*code, noSuchCard))
        return answer(Verdict::Done, *code);
    // A provider that does not know the call will not know it later.
    if ((reply.status == 404 || reply.status == 405) && !code)
        return answer(Verdict::Refused, "http-" + std::to_string(reply.status));
    return readError(reply);
}

ProviderAnswer readRefund(const HttpReply &reply, const RefundOrder &order)
{
    return readDone(reply, [&](const json::object &payment) { return findCancel(payment, order); });
}

ProviderAnswer readRefundLookUp(const HttpReply &reply, const RefundOrder &order)
{
    if (!isAnswer(reply, 200)) {
        ProviderAnswer read = readLookUpError(reply);
        // The charge was ours and taken: that it is not there is nonsense, not an answer.
        if (read.verdict == Verdict::NotThere)
            read.verdict = Verdict::Unknown;
        return read;
    }
    const auto payment = objectOf(reply);
    return payment ? findCancel(*payment, order) : answer(Verdict::Unknown, strangeAnswer);
}

} // namespace deskbell::server::toss
