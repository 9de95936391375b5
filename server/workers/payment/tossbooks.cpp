#include "server/workers/payment/tossbooks.h"

#include <algorithm>
#include <cmath>

#include "http/percent.h"
#include "protocol/json.h"
#include "server/workers/payment/tossterms.h"
#include "server/workers/replyreading.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

constexpr std::size_t maxText = 200;

std::int64_t sumOf(const std::vector<BookedPayment::Cancel> &cancels)
{
    std::int64_t sum = 0;
    for (const BookedPayment::Cancel &cancel : cancels)
        sum += cancel.isDone ? cancel.amount.minor : 0;
    return sum;
}

std::string boundedTextAt(const json::object &object, std::string_view name)
{
    return std::string(server::textAt(object, name).substr(0, maxText));
}

/// The provider's major units in ours; nothing when it is no amount of that currency.
std::optional<Money> amountAt(const json::object &object, std::string_view name, Currency currency)
{
    const json::value *value = object.if_contains(name);
    if (!value || !value->is_number())
        return std::nullopt;
    const double minor = value->to_number<double>() * std::pow(10.0, minorUnitDigits(currency));
    const double whole = std::round(minor);
    if (std::abs(minor - whole) > 1e-3 || std::abs(whole) > static_cast<double>(maxMinor))
        return std::nullopt;
    return Money{static_cast<std::int64_t>(whole), currency};
}

/// "refund 0190…" as toss::cancelReason() writes it.
std::optional<RefundId> refundOf(const std::string &reason)
{
    constexpr std::string_view prefix = "refund ";
    if (!reason.starts_with(prefix))
        return std::nullopt;
    const auto id = parseUuid(std::string_view(reason).substr(prefix.size()));
    return id ? std::optional(RefundId{*id}) : std::nullopt;
}

tl::unexpected<Error> notAnswering()
{
    return failure("provider-not-answering");
}

tl::unexpected<Error> notUnderstood(const std::string &what)
{
    return failure("provider-not-understood", {{"answer", what.substr(0, mostCodeBytes)}});
}

Expected<json::value> valueOf(const HttpReply &reply)
{
    if (reply.outcome != HttpReply::Outcome::Answered)
        return notAnswering();
    auto parsed =
        protocol::parseJson(reply.body, {std::max<std::size_t>(reply.body.size(), 1), toss::maxAnswerDepth});
    if (reply.status == 200 && parsed)
        return std::move(*parsed);
    const json::object *problem = parsed ? parsed->if_object() : nullptr;
    if (problem && !boundedTextAt(*problem, "code").empty())
        return notUnderstood(boundedTextAt(*problem, "code"));
    return notUnderstood("http-" + std::to_string(reply.status));
}

Expected<std::vector<BookedPayment::Cancel>> cancelsOf(const json::object &payment, Currency currency)
{
    std::vector<BookedPayment::Cancel> cancels;
    const json::value *all = payment.if_contains("cancels");
    if (!all || all->is_null())
        return cancels;
    if (!all->is_array())
        return notUnderstood("cancels");
    for (const json::value &each : all->get_array()) {
        const json::object *cancel = each.if_object();
        const auto amount = cancel ? amountAt(*cancel, "cancelAmount", currency) : std::nullopt;
        if (!amount)
            return notUnderstood("cancelAmount");
        cancels.push_back({refundOf(boundedTextAt(*cancel, "cancelReason")), *amount,
                           boundedTextAt(*cancel, "cancelStatus") == toss::cancelDone});
    }
    return cancels;
}

/// What an approval in the list says; nothing when it is to be looked up.
std::optional<BookedPayment> approvedIn(const json::object &transaction, const std::string &order)
{
    const auto currency = parseCurrency(boundedTextAt(transaction, "currency"));
    const auto amount = currency ? amountAt(transaction, "amount", *currency) : std::nullopt;
    if (!amount || boundedTextAt(transaction, "status") != toss::statusDone)
        return std::nullopt;
    return BookedPayment{order, *amount, std::string(toss::statusDone), true, {}};
}

} // namespace

std::int64_t BookedPayment::givenBack() const
{
    return sumOf(cancels);
}

Expected<std::optional<BookedPayment>> toss::readBooked(const HttpReply &reply, const std::string &order)
{
    const auto value = valueOf(reply);
    if (!value) {
        const auto code = value.error().facts.find("answer");
        const bool isNone = reply.status == 404 && code != value.error().facts.end() &&
                            std::find(notFound.begin(), notFound.end(), code->second) != notFound.end();
        return isNone ? Expected<std::optional<BookedPayment>>(std::nullopt)
                      : Expected<std::optional<BookedPayment>>(tl::unexpected(value.error()));
    }
    const json::object *payment = value->if_object();
    if (!payment || boundedTextAt(*payment, "orderId") != order)
        return notUnderstood("orderId");
    const auto currency = parseCurrency(boundedTextAt(*payment, "currency"));
    if (!currency)
        return notUnderstood("currency");
    const auto amount = amountAt(*payment, "totalAmount", *currency);
    if (!amount)
        return notUnderstood("totalAmount");
    BookedPayment booked;
    booked.order = order;
    booked.amount = *amount;
    booked.status = boundedTextAt(*payment, "status");
    booked.isTaken = booked.status == statusDone || booked.status == statusCanceled ||
                     booked.status == statusPartialCanceled;
    if (!booked.isTaken)
        return std::nullopt;
    auto cancels = cancelsOf(*payment, *currency);
    if (!cancels)
        return tl::unexpected(cancels.error());
    booked.cancels = std::move(*cancels);
    return booked;
}

Expected<std::optional<std::string>> toss::readTransactions(const HttpReply &reply, MovedOrders &orders)
{
    const auto value = valueOf(reply);
    if (!value)
        return tl::unexpected(value.error());
    const json::array *page = value->if_array();
    if (!page)
        return notUnderstood("transactions");
    std::string last;
    for (const json::value &each : *page) {
        const json::object *transaction = each.if_object();
        const std::string order = transaction ? boundedTextAt(*transaction, "orderId") : std::string();
        if (order.empty())
            return notUnderstood("transaction");
        last = boundedTextAt(*transaction, "transactionKey");
        // A second transaction of the day makes it a longer story than the list tells.
        const auto [known, isFirst] = orders.try_emplace(order, MovedOrder{order, std::nullopt});
        known->second.approved = isFirst ? approvedIn(*transaction, order) : std::nullopt;
    }
    if (page->size() < transactionsPage)
        return std::nullopt;
    return last.empty() ? Expected<std::optional<std::string>>(notUnderstood("transactionKey"))
                        : Expected<std::optional<std::string>>(last);
}

TossBooks::TossBooks(TossLine::Settings settings)
    : m_line([&] {
          // A page of transactions is larger than one payment.
          settings.http.maxAnswerBytes = std::max<std::size_t>(settings.http.maxAnswerBytes, 4 << 20);
          return std::move(settings);
      }())
{
}

Date TossBooks::dayOf(Instant instant) const
{
    return Date(std::chrono::floor<Days>(instant + toss::aheadOfUtc).time_since_epoch());
}

Expected<std::optional<BookedPayment>> TossBooks::payment(const std::string &order)
{
    return toss::readBooked(m_line.get(std::string(toss::orderPath) + http::segmentEncoded(order)), order);
}

Expected<std::vector<MovedOrder>> TossBooks::ordersOf(Date day)
{
    const std::string period = std::string(toss::transactionsPath) + "?startDate=" + toString(day) +
                               "T00:00:00&endDate=" + toString(day) +
                               "T23:59:59&limit=" + std::to_string(toss::transactionsPage);
    toss::MovedOrders orders;
    std::string after;
    for (;;) {
        const auto next = toss::readTransactions(
            m_line.get(after.empty() ? period : period + "&startingAfter=" + http::percentEncoded(after)),
            orders);
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            break;
        after = **next;
    }
    std::vector<MovedOrder> all;
    for (auto &[order, moved] : orders)
        all.push_back(std::move(moved));
    return all;
}

} // namespace deskbell::server
