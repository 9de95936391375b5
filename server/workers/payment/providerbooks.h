#pragma once

// Reads the payment provider's own records for comparison with ours: one payment by its order, and
// the orders that changed on a day. It takes no action. Calls wait for the answer: made on the
// reconciliation's own threads, from several at once.

#include <string>
#include <vector>

#include "domain/reservation.h"

namespace deskbell::server {

/// As the provider has it. An order that was only begun, and took nothing, counts as none.
struct BookedPayment
{
    struct Cancel
    {
        std::optional<RefundId> refund; ///< when its reason carries one of our ids
        Money amount;
        bool isDone = true;
        friend bool operator==(const Cancel &, const Cancel &) = default;
    };
    std::string order;
    Money amount;
    std::string status;   ///< the provider's word
    bool isTaken = false; ///< whatever was given back since
    std::vector<Cancel> cancels;

    std::int64_t givenBack() const;
    friend bool operator==(const BookedPayment &, const BookedPayment &) = default;
};

/// An order that has an approval or a cancel on a day.
struct MovedOrder
{
    std::string order;
    /// The payment as the day's list tells it, when all that the day has of it is the approval. What it
    /// does not tell has to be looked up.
    std::optional<BookedPayment> approved;
};

class ProviderBooks
{
public:
    virtual ~ProviderBooks() = default;
    /// The day at the provider in which an instant lies.
    virtual Date dayOf(Instant instant) const = 0;
    /// Errors: "provider-not-answering", "provider-not-understood".
    virtual Expected<std::optional<BookedPayment>> payment(const std::string &order) = 0;
    /// Orders with an approval or a cancel on that day, each once. Errors as above.
    virtual Expected<std::vector<MovedOrder>> ordersOf(Date day) = 0;
    /// The process ends: calls under way come back soon.
    virtual void abandon() = 0;
};

} // namespace deskbell::server
