#pragma once

// A day's comparison of the house's books with the payment provider's: every card payment and refund
// of the property that moved on that day, and everything that the provider says moved.
//   GET /v1/properties/{p}/reconciliations/{day} → Reconciliation

#include <string>
#include <vector>

#include "domain/reservation.h"
#include "protocol/json.h"

namespace deskbell::protocol {

/// One thing that the two do not agree about. The texts are as the books have them, for people to
/// compare: "20000 EUR", "taken", "DONE"; empty when that side has nothing.
struct Difference
{
    /// "missing-at-provider", "missing-in-ledger", "amount-differs", "state-differs", "not-understood"
    std::string kind;
    std::string order; ///< the payment's id, which is the provider's order; as the provider has it
    std::optional<ReservationId> reservation;
    std::optional<RefundId> refund; ///< when it is about that and not about the payment itself
    std::string ledger;
    std::string provider;
    friend bool operator==(const Difference &, const Difference &) = default;
};

struct Reconciliation
{
    PropertyId property{};
    Date day{};
    Instant madeAt{};
    std::uint64_t payments = 0; ///< compared
    std::uint64_t refunds = 0;  ///< compared
    std::vector<Difference> differences;
    friend bool operator==(const Reconciliation &, const Reconciliation &) = default;
};
std::string encodeReconciliation(const Reconciliation &report);
/// Error: "bad-reconciliation".
Expected<Reconciliation> decodeReconciliation(std::string_view text);

} // namespace deskbell::protocol
