// The provider's wire format: payments and errors as Toss Payments' core API writes them, requests
// read with limits. Every constant of the provider is here, its errors in wireerrors.cpp. Pure functions.
#pragma once

#include "sandbox/ledger.h"
#include "sandbox/typedcard.h"

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace deskbell::sandbox {

/// What is sent back and, under an idempotency key, sent back again.
struct WireAnswer
{
    int status = 200;
    std::string body;
};

/// The wire has major units, the books have minor ones.
boost::json::value amountJson(std::int64_t minor, std::string_view currency);
boost::json::object paymentJson(const Payment &payment);
std::optional<Payment> paymentFromJournal(const boost::json::object &object);
boost::json::object paymentForJournal(const Payment &payment);

WireAnswer paymentAnswer(const Payment &payment);
/// Status and message as documented for the code; 400 INVALID_REQUEST for an unknown code.
WireAnswer errorAnswer(std::string_view code);
bool isKnownError(std::string_view code);
/// Empty for an unknown code.
std::string_view errorMessage(std::string_view code);

/// An object, within limits of depth and without anything after it.
std::optional<boost::json::object> parsedObject(std::string_view text);

struct ConfirmRequest
{
    std::string paymentKey;
    std::string orderId;
    std::int64_t amount = 0;
};
/// Amounts come and go in major units of the currency ("128.5" EUR), the books count minor ones.
std::optional<ConfirmRequest> confirmRequest(std::string_view body, std::string_view currency);

struct CancelRequest
{
    std::string reason;
    std::optional<std::int64_t> amount;
};
std::optional<CancelRequest> cancelRequest(std::string_view body, std::string_view currency);

/// Of a card that is kept, and of a charge to it.
struct IssueRequest
{
    std::string authKey;
    std::string customerKey;
};
std::optional<IssueRequest> issueRequest(std::string_view body);
WireAnswer cardAnswer(const std::string &billingKey, const std::string &customerKey, TimePoint at);
/// Of a card whose number was typed in: to be charged at once, or to be kept.
struct KeyInRequest
{
    TypedCard card;
    std::string orderId;
    std::int64_t amount = 0;
};
std::optional<KeyInRequest> keyInRequest(std::string_view body, std::string_view currency);
struct CardIssueRequest
{
    TypedCard card;
    std::string customerKey;
};
std::optional<CardIssueRequest> cardIssueRequest(std::string_view body);
struct BillingRequest
{
    std::string customerKey;
    std::string orderId;
    std::int64_t amount = 0;
};
std::optional<BillingRequest> billingRequest(std::string_view body, std::string_view currency);

/// Of GET /v1/transactions: times without a zone are Korean, both ends belong to it.
struct TransactionsRequest
{
    TimePoint from;
    TimePoint until; ///< the first instant that does not belong to it
    std::string startingAfter;
    std::size_t limit = 100;
};
std::optional<TransactionsRequest> transactionsRequest(std::string_view startDate, std::string_view endDate,
                                                       std::string_view startingAfter,
                                                       std::string_view limit);
WireAnswer transactionsAnswer(const std::vector<Transaction> &all, const TransactionsRequest &request);

/// "Basic base64(key:)": how a caller signs in.
std::string basicAuthorization(std::string_view secretKey);

/// "2026-11-21T13:03:13+09:00": the provider speaks Korean time.
std::string wireTime(TimePoint time);

} // namespace deskbell::sandbox
