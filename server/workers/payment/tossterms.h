#pragma once

// Every constant of Toss Payments' core API that the adapter uses, in one place, so that an operator
// can check them against the provider's current documents before going live.

#include <array>
#include <chrono>
#include <string_view>

namespace deskbell::server::toss {

inline constexpr std::string_view confirmPath = "/v1/payments/confirm";
inline constexpr std::string_view paymentPath = "/v1/payments/";      ///< + paymentKey
inline constexpr std::string_view orderPath = "/v1/payments/orders/"; ///< + orderId
inline constexpr std::string_view transactionsPath =
    "/v1/transactions"; ///< ?startDate&endDate&startingAfter&limit
inline constexpr std::size_t transactionsPage = 1'000;
inline constexpr std::chrono::hours aheadOfUtc{9}; ///< its days are Korean
inline constexpr std::string_view cancelSuffix = "/cancel";
inline constexpr std::string_view issuePath = "/v1/billing/authorizations/issue";
inline constexpr std::string_view billingPath = "/v1/billing/"; ///< + billingKey: charged by POST
/// Of a key that was deleted, or never was. Not seen in a primary source, nor is DELETE itself.
inline constexpr std::array<std::string_view, 3> noSuchCard{"NOT_FOUND_BILLING", "NOT_FOUND_BILLING_KEY",
                                                            "NOT_FOUND"};
inline constexpr std::string_view idempotencyHeader = "Idempotency-Key";

/// Of a payment's `status`.
inline constexpr std::string_view statusDone = "DONE";
inline constexpr std::string_view statusCanceled = "CANCELED";
inline constexpr std::string_view statusPartialCanceled = "PARTIAL_CANCELED";
inline constexpr std::array<std::string_view, 2> statusesNotYet{"READY", "IN_PROGRESS"}; ///< not confirmed
inline constexpr std::array<std::string_view, 2> statusesOver{"ABORTED", "EXPIRED"};     ///< nothing taken

/// The payment was dealt with before: perhaps our own success, so it is looked up.
inline constexpr std::string_view alreadyProcessed = "ALREADY_PROCESSED_PAYMENT";
inline constexpr std::string_view alreadyCanceled = "ALREADY_CANCELED_PAYMENT";
inline constexpr std::array<std::string_view, 2> notFound{"NOT_FOUND_PAYMENT", "NOT_FOUND"};

/// Our own set-up is wrong (the key, the address): says nothing about the guest's card.
inline constexpr std::array<std::string_view, 5> ourMistakes{
    "UNAUTHORIZED_KEY", "INVALID_API_KEY", "FORBIDDEN_REQUEST", "INCORRECT_BASIC_AUTH_FORMAT", "FORBIDDEN"};

/// Passing, or the same request still under way: whether anything was done is not known.
inline constexpr std::array<std::string_view, 7> passing{"PROVIDER_ERROR",
                                                         "FAILED_INTERNAL_SYSTEM_PROCESSING",
                                                         "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING",
                                                         "FAILED_REFUND_PROCESS",
                                                         "FAILED_METHOD_HANDLING_CANCEL",
                                                         "COMMON_ERROR",
                                                         "IDEMPOTENT_REQUEST_PROCESSING"};

inline constexpr std::string_view cancelDone = "DONE"; ///< of a cancel's `cancelStatus`
inline constexpr std::size_t maxAnswerDepth = 12;

} // namespace deskbell::server::toss
