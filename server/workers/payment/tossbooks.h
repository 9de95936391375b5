#pragma once

// ProviderBooks over the core API of Toss Payments: look-ups, and the list of a day's transactions.

#include <unordered_map>

#include "server/workers/payment/providerbooks.h"
#include "server/workers/payment/tossline.h"

namespace deskbell::server {

class TossBooks : public ProviderBooks
{
public:
    explicit TossBooks(TossLine::Settings settings);

    Date dayOf(Instant instant) const override;
    Expected<std::optional<BookedPayment>> payment(const std::string &order) override;
    Expected<std::vector<MovedOrder>> ordersOf(Date day) override;
    void abandon() override { m_line.abandon(); }

private:
    TossLine m_line;
};

namespace toss {

/// Of GET …/orders/{orderId}.
Expected<std::optional<BookedPayment>> readBooked(const HttpReply &reply, const std::string &order);
/// By their orders.
using MovedOrders = std::unordered_map<std::string, MovedOrder>;
/// Of GET /v1/transactions: adds the orders of the page; the last transaction's key when the page is
/// full, so that there may be more.
Expected<std::optional<std::string>> readTransactions(const HttpReply &reply, MovedOrders &orders);

} // namespace toss

} // namespace deskbell::server
