#pragma once

// Compares our ledger with the provider's records: pure functions that return the differences for
// people to look at. Nothing is corrected automatically.

#include <functional>
#include <string>
#include <vector>

#include "protocol/reconciliation.h"
#include "server/workers/payment/providerbooks.h"

namespace deskbell::server {

/// A card payment as a property's ledger has it.
struct LedgerPayment
{
    PropertyId property{};
    ReservationId reservation{};
    Payment payment;
};

/// What there is to say of one payment and its refunds; `booked` is null when the provider has none.
std::vector<protocol::Difference> compare(const LedgerPayment &ledger, const BookedPayment *booked);
/// Of an order that no ledger has.
protocol::Difference missingInLedger(const BookedPayment &booked);

/// The provider may yet take or has yet to tell of it: what differs today may be settled tomorrow.
bool isUnsettled(const Payment &payment);
/// Something about this payment happened on the day, by our clock.
bool movedOn(const Reservation &reservation, const Payment &payment, Date day,
             const std::function<Date(Instant)> &dayOf);

} // namespace deskbell::server
