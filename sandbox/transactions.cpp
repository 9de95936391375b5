// GET /v1/transactions of the provider's wire format: what is asked for, and the page of it.

#include "sandbox/wire.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
constexpr std::size_t maxPage = 10'000;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    if (text.size() < at + count)
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
    return error == std::errc{} && end == text.data() + at + count ? std::optional(value) : std::nullopt;
}

// "2022-01-10T23:59:59", with milliseconds or without, or a date alone.
std::optional<TimePoint> koreanTime(std::string_view text, bool isEnd)
{
    using namespace std::chrono;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    const TimePoint midnight = sys_days(date) - hours(9);
    if (text.size() == 10)
        return isEnd ? midnight + hours(24) : midnight;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!hour || !minute || !second || text[10] != 'T' || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    const TimePoint time = midnight + hours(*hour) + minutes(*minute) + seconds(*second);
    if (text.size() == 19)
        return isEnd ? time + seconds(1) : time;
    const auto part = digits(text, 20, 3);
    if (text.size() != 23 || text[19] != '.' || !part)
        return std::nullopt;
    return time + milliseconds(*part + (isEnd ? 1 : 0));
}
} // namespace

std::optional<TransactionsRequest> transactionsRequest(std::string_view startDate, std::string_view endDate,
                                                       std::string_view startingAfter, std::string_view limit)
{
    TransactionsRequest request;
    const auto from = koreanTime(startDate, false);
    const auto until = koreanTime(endDate, true);
    if (!from || !until || *from >= *until)
        return std::nullopt;
    request.from = *from;
    request.until = *until;
    request.startingAfter = startingAfter;
    if (limit.empty())
        return request;
    const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), request.limit);
    if (error != std::errc{} || end != limit.data() + limit.size() || request.limit < 1 ||
        request.limit > maxPage)
        return std::nullopt;
    return request;
}

WireAnswer transactionsAnswer(const std::vector<Transaction> &all, const TransactionsRequest &request)
{
    auto first = all.begin();
    if (!request.startingAfter.empty()) {
        first = std::find_if(all.begin(), all.end(), [&](const Transaction &transaction) {
            return transaction.key == request.startingAfter;
        });
        if (first == all.end())
            return errorAnswer("INVALID_TRANSACTION_KEY");
        ++first;
    }
    json::array page;
    for (; first != all.end() && page.size() < request.limit; ++first) {
        if (first->at < request.from || first->at >= request.until)
            continue;
        const json::object payment = paymentJson(*first->payment);
        const bool isApproval = first->status == PaymentStatus::done;
        page.push_back(
            json::object{{"mId", payment.at("mId")},
                         {"transactionKey", first->key},
                         {"paymentKey", payment.at("paymentKey")},
                         {"orderId", payment.at("orderId")},
                         {"method", payment.at("method")},
                         {"customerKey", nullptr},
                         {"useEscrow", false},
                         {"status", isApproval                                        ? "DONE"
                                    : first->status == PaymentStatus::partialCanceled ? "PARTIAL_CANCELED"
                                                                                      : "CANCELED"},
                         {"transactionAt", wireTime(first->at)},
                         {"currency", payment.at("currency")},
                         {"amount", amountJson(first->amount, first->payment->currency)}});
    }
    return {200, json::serialize(page)};
}

} // namespace deskbell::sandbox
