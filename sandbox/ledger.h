// The provider's books: payments and their cancels, and the rules by which money is taken and
// given back. Knows no wire format; time and random numbers are handed in. Owned by the Provider
// and used under its mutex.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace deskbell::sandbox {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;
using Clock = std::function<TimePoint()>;
using Random = std::function<std::uint64_t()>;

struct Cancel
{
    std::string transactionKey;
    std::string reason;
    std::int64_t amount = 0;
    TimePoint at;
};

enum class PaymentStatus { done, partialCanceled, canceled, aborted };

struct Payment
{
    std::string paymentKey;
    std::string orderId;
    std::string currency;
    std::int64_t amount = 0;
    PaymentStatus status = PaymentStatus::done;
    std::string transactionKey; ///< the last one
    std::string approvalKey;    ///< the transaction that took it
    std::string approveNumber;
    std::string failureCode; ///< of an aborted one
    TimePoint requestedAt;
    TimePoint approvedAt;
    std::vector<Cancel> cancels;

    bool isTaken() const { return status != PaymentStatus::aborted; }
    std::int64_t cancelled() const;
    std::int64_t balance() const { return isTaken() ? amount - cancelled() : 0; }
};

/// An approval or a cancel: a payment has one of the first and any number of the second.
struct Transaction
{
    const Payment *payment = nullptr;
    std::string key;
    PaymentStatus status = PaymentStatus::done; ///< of the payment after it
    std::int64_t amount = 0;
    TimePoint at;
};

struct Totals
{
    std::size_t payments = 0; ///< taken, whatever became of them
    std::size_t declined = 0;
    std::size_t cancels = 0;
    std::int64_t taken = 0;
    std::int64_t cancelled = 0;
    std::int64_t balance = 0;
};

/// A code of the provider's own, as in its documents.
using Failure = std::string;

class Ledger
{
public:
    Ledger(Clock clock, Random random, std::string currency);

    tl::expected<Payment, Failure> confirm(const std::string &paymentKey, const std::string &orderId,
                                           std::int64_t amount);
    /// The card's issuer says no: nothing is taken, the attempt is kept as aborted.
    tl::expected<Payment, Failure> decline(const std::string &paymentKey, const std::string &orderId,
                                           std::int64_t amount);
    /// Without an amount, all that is left.
    tl::expected<Payment, Failure> cancel(const std::string &paymentKey, const std::string &reason,
                                          std::optional<std::int64_t> amount);
    const Payment *find(std::string_view paymentKey) const;
    /// The last one of the order.
    const Payment *findOrder(std::string_view orderId) const;

    /// In the order they were asked for.
    const std::vector<std::string> &keys() const { return m_order; }
    /// Of payments that were taken, by time.
    std::vector<Transaction> transactions() const;
    Totals totals() const;
    /// As read back from the journal; replaces what is known of it.
    void restore(Payment payment);
    /// As if it had never been; false when it has not.
    bool forget(std::string_view paymentKey);

private:
    std::optional<Failure> refusal(const std::string &paymentKey, std::int64_t amount) const;
    Payment &opened(const std::string &paymentKey, const std::string &orderId, std::int64_t amount);
    std::string newTransactionKey();

    const Clock m_clock;
    const Random m_random;
    const std::string m_currency;
    std::map<std::string, Payment, std::less<>> m_payments;
    std::vector<std::string> m_order;
    std::map<std::string, std::vector<std::string>, std::less<>> m_keysOfOrders; ///< by orderId, as they came
};

} // namespace deskbell::sandbox
