#include "sandbox/ledger.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

namespace deskbell::sandbox {

namespace {
constexpr std::int64_t minAmount = 100;
constexpr std::int64_t maxAmount = 10'000'000'000;

// What the checkout page and the card terminal hand out; they are played by this program too, so
// such a key stands for a card that was read and approved.
bool isApprovedSession(std::string_view paymentKey)
{
    return paymentKey.starts_with("tdesk_") || paymentKey.starts_with("tgen_") ||
           paymentKey.starts_with("tbill_") || paymentKey.starts_with("tkey_");
}
} // namespace

std::int64_t Payment::cancelled() const
{
    return std::accumulate(cancels.begin(), cancels.end(), std::int64_t{0},
                           [](std::int64_t sum, const Cancel &cancel) { return sum + cancel.amount; });
}

Ledger::Ledger(Clock clock, Random random, std::string currency)
    : m_clock(std::move(clock)), m_random(std::move(random)), m_currency(std::move(currency))
{
}

std::optional<Failure> Ledger::refusal(const std::string &paymentKey, std::int64_t amount) const
{
    if (m_payments.contains(paymentKey))
        return "ALREADY_PROCESSED_PAYMENT";
    if (!isApprovedSession(paymentKey))
        return "NOT_FOUND_PAYMENT_SESSION";
    if (amount < minAmount)
        return "BELOW_MINIMUM_AMOUNT";
    if (amount > maxAmount)
        return "EXCEED_MAX_AMOUNT";
    return std::nullopt;
}

Payment &Ledger::opened(const std::string &paymentKey, const std::string &orderId, std::int64_t amount)
{
    m_order.push_back(paymentKey);
    m_keysOfOrders[orderId].push_back(paymentKey);
    Payment &payment = m_payments[paymentKey];
    payment.paymentKey = paymentKey;
    payment.orderId = orderId;
    payment.currency = m_currency;
    payment.amount = amount;
    payment.transactionKey = payment.approvalKey = newTransactionKey();
    payment.requestedAt = payment.approvedAt = m_clock();
    return payment;
}

// A second payment of one order under another key is taken, as it was seen in the field: to keep
// from that is the shop's business.
tl::expected<Payment, Failure> Ledger::confirm(const std::string &paymentKey, const std::string &orderId,
                                               std::int64_t amount)
{
    if (auto failure = refusal(paymentKey, amount))
        return tl::unexpected(std::move(*failure));
    Payment &payment = opened(paymentKey, orderId, amount);
    std::array<char, 9> digits{};
    std::snprintf(digits.data(), digits.size(), "%08u", static_cast<unsigned>(m_random() % 100'000'000));
    payment.approveNumber = digits.data();
    return payment;
}

tl::expected<Payment, Failure> Ledger::decline(const std::string &paymentKey, const std::string &orderId,
                                               std::int64_t amount)
{
    if (auto failure = refusal(paymentKey, amount))
        return tl::unexpected(std::move(*failure));
    Payment &payment = opened(paymentKey, orderId, amount);
    payment.status = PaymentStatus::aborted;
    payment.failureCode = "REJECT_CARD_COMPANY";
    return payment;
}

tl::expected<Payment, Failure> Ledger::cancel(const std::string &paymentKey, const std::string &reason,
                                              std::optional<std::int64_t> amount)
{
    const auto found = m_payments.find(paymentKey);
    if (found == m_payments.end())
        return tl::unexpected(Failure("NOT_FOUND_PAYMENT"));
    Payment &payment = found->second;
    if (payment.status == PaymentStatus::canceled)
        return tl::unexpected(Failure("ALREADY_CANCELED_PAYMENT"));
    if (payment.status == PaymentStatus::aborted)
        return tl::unexpected(Failure("NOT_CANCELABLE_PAYMENT"));
    const std::int64_t wanted = amount.value_or(payment.balance());
    if (wanted > payment.balance())
        return tl::unexpected(Failure("NOT_CANCELABLE_AMOUNT"));
    payment.transactionKey = newTransactionKey();
    payment.cancels.push_back({payment.transactionKey, reason, wanted, m_clock()});
    payment.status = payment.balance() == 0 ? PaymentStatus::canceled : PaymentStatus::partialCanceled;
    return payment;
}

const Payment *Ledger::find(std::string_view paymentKey) const
{
    const auto found = m_payments.find(paymentKey);
    return found == m_payments.end() ? nullptr : &found->second;
}

const Payment *Ledger::findOrder(std::string_view orderId) const
{
    const auto found = m_keysOfOrders.find(orderId);
    return found == m_keysOfOrders.end() ? nullptr : find(found->second.back());
}

std::vector<Transaction> Ledger::transactions() const
{
    std::vector<Transaction> all;
    for (const auto &[key, payment] : m_payments) {
        if (!payment.isTaken())
            continue;
        all.push_back(
            {&payment, payment.approvalKey, PaymentStatus::done, payment.amount, payment.approvedAt});
        std::int64_t left = payment.amount;
        for (const Cancel &cancel : payment.cancels) {
            left -= cancel.amount;
            const PaymentStatus after = left == 0 ? PaymentStatus::canceled : PaymentStatus::partialCanceled;
            all.push_back({&payment, cancel.transactionKey, after, cancel.amount, cancel.at});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Transaction &a, const Transaction &b) { return a.at < b.at; });
    return all;
}

Totals Ledger::totals() const
{
    Totals totals;
    for (const auto &[key, payment] : m_payments) {
        if (!payment.isTaken()) {
            ++totals.declined;
            continue;
        }
        ++totals.payments;
        totals.cancels += payment.cancels.size();
        totals.taken += payment.amount;
        totals.cancelled += payment.cancelled();
    }
    totals.balance = totals.taken - totals.cancelled;
    return totals;
}

void Ledger::restore(Payment payment)
{
    if (!m_payments.contains(payment.paymentKey)) {
        m_order.push_back(payment.paymentKey);
        m_keysOfOrders[payment.orderId].push_back(payment.paymentKey);
    }
    m_payments[payment.paymentKey] = std::move(payment);
}

bool Ledger::forget(std::string_view paymentKey)
{
    const auto found = m_payments.find(paymentKey);
    if (found == m_payments.end())
        return false;
    std::erase(m_order, found->first);
    const auto order = m_keysOfOrders.find(found->second.orderId);
    std::erase(order->second, found->first);
    if (order->second.empty())
        m_keysOfOrders.erase(order);
    m_payments.erase(found);
    return true;
}

std::string Ledger::newTransactionKey()
{
    std::array<char, 33> key{};
    std::snprintf(key.data(), key.size(), "%016llX%016llX", static_cast<unsigned long long>(m_random()),
                  static_cast<unsigned long long>(m_random()));
    return key.data();
}

} // namespace deskbell::sandbox
