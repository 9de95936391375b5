#include "sandbox/wire.h"

#include "domain/money.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdio>
#include <openssl/evp.h>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
std::string_view statusWord(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::done:
        return "DONE";
    case PaymentStatus::partialCanceled:
        return "PARTIAL_CANCELED";
    case PaymentStatus::canceled:
        return "CANCELED";
    case PaymentStatus::aborted:
        break;
    }
    return "ABORTED";
}

// Texts within these bounds only; the provider's own ones are narrower.
std::optional<std::string> textOf(const json::object &object, std::string_view name, std::size_t maxBytes)
{
    const json::value *value = object.if_contains(name);
    if (!value || !value->is_string() || value->get_string().empty() || value->get_string().size() > maxBytes)
        return std::nullopt;
    return std::string(value->get_string());
}

constexpr std::int64_t most = 1'000'000'000'000'000;

std::int64_t minorPerMajor(std::string_view currency)
{
    const auto known = parseCurrency(currency);
    std::int64_t minor = 1;
    for (int digits = known ? minorUnitDigits(*known) : 0; digits > 0; --digits)
        minor *= 10;
    return minor;
}

std::optional<std::int64_t> positiveOf(const json::object &object, std::string_view name,
                                       std::string_view currency)
{
    const json::value *value = object.if_contains(name);
    const std::int64_t unit = minorPerMajor(currency);
    if (!value || (!value->is_int64() && !value->is_double()))
        return std::nullopt;
    if (value->is_int64())
        return value->get_int64() > 0 && value->get_int64() <= most / unit
                   ? std::optional(value->get_int64() * unit)
                   : std::nullopt;
    const double minor = value->get_double() * static_cast<double>(unit);
    const double whole = std::round(minor);
    if (!(whole >= 1) || whole > static_cast<double>(most) || std::abs(minor - whole) > 1e-3)
        return std::nullopt;
    return static_cast<std::int64_t>(whole);
}

bool isOrderId(std::string_view text)
{
    return text.size() >= 6 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-' || c == '_' || c == '=';
           });
}

std::optional<TypedCard> cardIn(const json::object &object)
{
    auto number = textOf(object, "cardNumber", 30);
    auto year = textOf(object, "cardExpirationYear", 2);
    auto month = textOf(object, "cardExpirationMonth", 2);
    if (!number || !year || !month)
        return std::nullopt;
    return TypedCard{std::move(*number), std::move(*year), std::move(*month)};
}

json::array cancelsJson(const Payment &payment)
{
    json::array cancels;
    std::int64_t left = payment.amount;
    for (const Cancel &cancel : payment.cancels) {
        left -= cancel.amount;
        cancels.push_back(json::object{{"transactionKey", cancel.transactionKey},
                                       {"cancelReason", cancel.reason},
                                       {"canceledAt", wireTime(cancel.at)},
                                       {"cancelAmount", amountJson(cancel.amount, payment.currency)},
                                       {"refundableAmount", amountJson(left, payment.currency)},
                                       {"cancelStatus", "DONE"}});
    }
    return cancels;
}
} // namespace

json::value amountJson(std::int64_t minor, std::string_view currency)
{
    const std::int64_t unit = minorPerMajor(currency);
    if (minor % unit == 0)
        return minor / unit;
    return static_cast<double>(minor) / static_cast<double>(unit);
}

json::object paymentJson(const Payment &payment)
{
    json::object card{{"amount", amountJson(payment.amount, payment.currency)},
                      {"issuerCode", "61"},
                      {"acquirerCode", "31"},
                      {"number", "12345678****123*"},
                      {"installmentPlanMonths", 0},
                      {"isInterestFree", false},
                      {"approveNo", payment.approveNumber},
                      {"cardType", "신용"},
                      {"ownerType", "개인"},
                      {"acquireStatus", "READY"}};
    json::object result{{"mId", "deskbell-sandbox"},
                        {"version", "2022-11-16"},
                        {"lastTransactionKey", payment.transactionKey},
                        {"paymentKey", payment.paymentKey},
                        {"type", payment.paymentKey.starts_with("tbill_") ? "BILLING" : "NORMAL"},
                        {"orderId", payment.orderId},
                        {"orderName", payment.orderId},
                        {"currency", payment.currency},
                        {"method", "카드"},
                        {"totalAmount", amountJson(payment.amount, payment.currency)},
                        {"balanceAmount", amountJson(payment.isTaken() ? payment.balance() : payment.amount,
                                                     payment.currency)},
                        {"status", statusWord(payment.status)},
                        {"requestedAt", wireTime(payment.requestedAt)},
                        {"isPartialCancelable", true},
                        {"easyPay", nullptr},
                        {"country", "KR"}};
    if (payment.isTaken()) {
        result["approvedAt"] = wireTime(payment.approvedAt);
        result["card"] = std::move(card);
        result["receipt"] = json::object{{"url", "http://localhost/receipt/" + payment.transactionKey}};
        result["failure"] = nullptr;
    } else {
        result["approvedAt"] = nullptr;
        result["card"] = nullptr;
        result["receipt"] = nullptr;
        result["failure"] =
            json::object{{"code", payment.failureCode}, {"message", errorMessage(payment.failureCode)}};
    }
    if (payment.cancels.empty())
        result["cancels"] = nullptr;
    else
        result["cancels"] = cancelsJson(payment);
    return result;
}

json::object paymentForJournal(const Payment &payment)
{
    json::array cancels;
    for (const Cancel &cancel : payment.cancels)
        cancels.push_back(json::object{{"key", cancel.transactionKey},
                                       {"reason", cancel.reason},
                                       {"amount", cancel.amount},
                                       {"at", cancel.at.time_since_epoch().count()}});
    return {{"paymentKey", payment.paymentKey},
            {"orderId", payment.orderId},
            {"currency", payment.currency},
            {"amount", payment.amount},
            {"status", static_cast<int>(payment.status)},
            {"transactionKey", payment.transactionKey},
            {"approvalKey", payment.approvalKey},
            {"approveNumber", payment.approveNumber},
            {"failureCode", payment.failureCode},
            {"requestedAt", payment.requestedAt.time_since_epoch().count()},
            {"approvedAt", payment.approvedAt.time_since_epoch().count()},
            {"cancels", std::move(cancels)}};
}

std::optional<Payment> paymentFromJournal(const json::object &object)
{
    try {
        const auto text = [](const json::object &o, const char *name) {
            return std::string(o.at(name).as_string());
        };
        const auto time = [](const json::object &o, const char *name) {
            return TimePoint(std::chrono::milliseconds(o.at(name).as_int64()));
        };
        Payment payment{text(object, "paymentKey"),
                        text(object, "orderId"),
                        text(object, "currency"),
                        object.at("amount").as_int64(),
                        static_cast<PaymentStatus>(object.at("status").as_int64()),
                        text(object, "transactionKey"),
                        text(object, object.contains("approvalKey") ? "approvalKey" : "transactionKey"),
                        text(object, "approveNumber"),
                        text(object, "failureCode"),
                        time(object, "requestedAt"),
                        time(object, "approvedAt"),
                        {}};
        for (const json::value &value : object.at("cancels").as_array()) {
            const json::object &cancel = value.as_object();
            payment.cancels.push_back({text(cancel, "key"), text(cancel, "reason"),
                                       cancel.at("amount").as_int64(), time(cancel, "at")});
        }
        return payment;
    } catch (const std::exception &) {
        return std::nullopt; // a line that this program did not write
    }
}

WireAnswer paymentAnswer(const Payment &payment)
{
    return {200, json::serialize(paymentJson(payment))};
}

std::optional<json::object> parsedObject(std::string_view text)
{
    json::parse_options options;
    options.max_depth = 8;
    json::error_code error;
    json::value value = json::parse(text, error, {}, options);
    if (error || !value.is_object())
        return std::nullopt;
    return std::move(value.get_object());
}

std::optional<ConfirmRequest> confirmRequest(std::string_view body, std::string_view currency)
{
    const auto object = parsedObject(body);
    if (!object)
        return std::nullopt;
    auto paymentKey = textOf(*object, "paymentKey", 200);
    auto orderId = textOf(*object, "orderId", 64);
    const auto amount = positiveOf(*object, "amount", currency);
    if (!paymentKey || !orderId || !isOrderId(*orderId) || !amount)
        return std::nullopt;
    return ConfirmRequest{std::move(*paymentKey), std::move(*orderId), *amount};
}

std::optional<CancelRequest> cancelRequest(std::string_view body, std::string_view currency)
{
    const auto object = parsedObject(body);
    if (!object)
        return std::nullopt;
    auto reason = textOf(*object, "cancelReason", 800); // 200 characters of Korean
    const auto amount = positiveOf(*object, "cancelAmount", currency);
    if (!reason || (object->contains("cancelAmount") && !amount))
        return std::nullopt;
    return CancelRequest{std::move(*reason), amount};
}

std::optional<IssueRequest> issueRequest(std::string_view body)
{
    const auto object = parsedObject(body);
    auto authKey = object ? textOf(*object, "authKey", 300) : std::nullopt;
    auto customerKey = object ? textOf(*object, "customerKey", 300) : std::nullopt;
    if (!authKey || !customerKey)
        return std::nullopt;
    return IssueRequest{std::move(*authKey), std::move(*customerKey)};
}

WireAnswer cardAnswer(const std::string &billingKey, const std::string &customerKey, TimePoint at)
{
    return {200, json::serialize(json::object{{"mId", "deskbell-sandbox"},
                                              {"customerKey", customerKey},
                                              {"authenticatedAt", wireTime(at)},
                                              {"method", "카드"},
                                              {"billingKey", billingKey},
                                              {"card",
                                               {{"issuerCode", "61"},
                                                {"acquirerCode", "31"},
                                                {"number", "12345678****123*"},
                                                {"cardType", "신용"},
                                                {"ownerType", "개인"}}}})};
}

std::optional<KeyInRequest> keyInRequest(std::string_view body, std::string_view currency)
{
    const auto object = parsedObject(body);
    auto card = object ? cardIn(*object) : std::nullopt;
    auto orderId = object ? textOf(*object, "orderId", 64) : std::nullopt;
    const auto amount = object ? positiveOf(*object, "amount", currency) : std::nullopt;
    if (!card || !orderId || !isOrderId(*orderId) || !textOf(*object, "orderName", 400) || !amount)
        return std::nullopt;
    return KeyInRequest{std::move(*card), std::move(*orderId), *amount};
}

std::optional<CardIssueRequest> cardIssueRequest(std::string_view body)
{
    const auto object = parsedObject(body);
    auto card = object ? cardIn(*object) : std::nullopt;
    auto customerKey = object ? textOf(*object, "customerKey", 300) : std::nullopt;
    if (!card || !customerKey)
        return std::nullopt;
    return CardIssueRequest{std::move(*card), std::move(*customerKey)};
}

std::optional<BillingRequest> billingRequest(std::string_view body, std::string_view currency)
{
    const auto object = parsedObject(body);
    if (!object)
        return std::nullopt;
    auto customerKey = textOf(*object, "customerKey", 300);
    auto orderId = textOf(*object, "orderId", 64);
    const auto amount = positiveOf(*object, "amount", currency);
    if (!customerKey || !orderId || !isOrderId(*orderId) || !textOf(*object, "orderName", 400) || !amount)
        return std::nullopt;
    return BillingRequest{std::move(*customerKey), std::move(*orderId), *amount};
}

std::string basicAuthorization(std::string_view secretKey)
{
    const std::string plain = std::string(secretKey) + ":";
    std::string text((plain.size() + 2) / 3 * 4 + 1, '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                    reinterpret_cast<const unsigned char *>(plain.data()), static_cast<int>(plain.size()));
    text.pop_back(); // its own terminator
    return "Basic " + text;
}

std::string wireTime(TimePoint time)
{
    using namespace std::chrono;
    const sys_seconds korean = floor<seconds>(time) + hours(9);
    const sys_days day = floor<days>(korean);
    const year_month_day date(day);
    const hh_mm_ss clock(korean - day);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d+09:00",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text.data();
}

} // namespace deskbell::sandbox
