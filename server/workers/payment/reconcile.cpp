#include "server/workers/payment/reconcile.h"

#include <algorithm>

namespace deskbell::server {
namespace {

using protocol::Difference;

std::string textOf(const Money &amount, std::string_view state)
{
    return toString(amount) + " " + std::string(state);
}

Difference differenceOf(const char *kind, const LedgerPayment &ledger)
{
    Difference difference;
    difference.kind = kind;
    difference.order = toString(ledger.payment.id);
    difference.reservation = ledger.reservation;
    difference.ledger = textOf(ledger.payment.amount, toString(ledger.payment.state));
    return difference;
}

/// The payment itself. Nothing to say of it when neither side has money.
std::optional<Difference> compareCharge(const LedgerPayment &ledger, const BookedPayment *booked)
{
    const Payment &payment = ledger.payment;
    const bool isTaken = payment.state == PaymentState::Taken;
    if (!booked)
        return isTaken ? std::optional(differenceOf("missing-at-provider", ledger)) : std::nullopt;
    const bool isHeldThere = booked->amount.minor > booked->givenBack();
    const char *kind = nullptr;
    if (booked->amount != payment.amount)
        kind = "amount-differs";
    else if (!isTaken && isHeldThere)
        kind = "state-differs";
    if (!kind)
        return std::nullopt;
    Difference difference = differenceOf(kind, ledger);
    difference.provider = textOf(booked->amount, booked->status);
    return difference;
}

const BookedPayment::Cancel *cancelOf(const BookedPayment &booked, const RefundId &refund)
{
    const auto found = std::find_if(booked.cancels.begin(), booked.cancels.end(),
                                    [&](const BookedPayment::Cancel &each) { return each.refund == refund; });
    return found == booked.cancels.end() ? nullptr : &*found;
}

std::optional<Difference> compareRefund(const LedgerPayment &ledger, const Refund &refund,
                                        const BookedPayment *booked)
{
    const BookedPayment::Cancel *cancel = booked ? cancelOf(*booked, refund.id) : nullptr;
    const bool isDone = refund.state == RefundState::Done;
    const bool isDoneThere = cancel && cancel->isDone;
    const char *kind = nullptr;
    if (isDone && !cancel)
        kind = "missing-at-provider";
    else if (cancel && cancel->amount != refund.amount)
        kind = "amount-differs";
    else if (isDone != isDoneThere)
        kind = "state-differs";
    if (!kind)
        return std::nullopt;
    Difference difference = differenceOf(kind, ledger);
    difference.refund = refund.id;
    difference.ledger = textOf(refund.amount, toString(refund.state));
    if (cancel)
        difference.provider = textOf(cancel->amount, isDoneThere ? "DONE" : "IN_PROGRESS");
    return difference;
}

bool isKnown(const Payment &payment, const BookedPayment::Cancel &cancel)
{
    return cancel.refund && std::any_of(payment.refunds.begin(), payment.refunds.end(),
                                        [&](const Refund &refund) { return refund.id == *cancel.refund; });
}

} // namespace

std::vector<Difference> compare(const LedgerPayment &ledger, const BookedPayment *booked)
{
    std::vector<Difference> all;
    if (auto difference = compareCharge(ledger, booked))
        all.push_back(std::move(*difference));
    for (const Refund &refund : ledger.payment.refunds) {
        if (auto difference = compareRefund(ledger, refund, booked))
            all.push_back(std::move(*difference));
    }
    if (!booked)
        return all;
    // A charge that we withdrew or that was declined, and that was given back in full past us, is even.
    const bool isEven =
        ledger.payment.state != PaymentState::Taken && booked->amount.minor == booked->givenBack();
    for (const BookedPayment::Cancel &cancel : booked->cancels) {
        if (isEven || isKnown(ledger.payment, cancel))
            continue;
        Difference difference = differenceOf("missing-in-ledger", ledger);
        difference.refund = cancel.refund;
        difference.ledger.clear();
        difference.provider = textOf(cancel.amount, "CANCELED");
        all.push_back(std::move(difference));
    }
    return all;
}

Difference missingInLedger(const BookedPayment &booked)
{
    Difference difference;
    difference.kind = "missing-in-ledger";
    difference.order = booked.order;
    difference.provider = textOf(booked.amount, booked.status);
    return difference;
}

bool isUnsettled(const Payment &payment)
{
    return payment.state == PaymentState::Sent || payment.state == PaymentState::Unknown ||
           std::any_of(payment.refunds.begin(), payment.refunds.end(),
                       [](const Refund &refund) { return refund.state == RefundState::Unknown; });
}

bool movedOn(const Reservation &reservation, const Payment &payment, Date day,
             const std::function<Date(Instant)> &dayOf)
{
    const auto isThatDay = [&](Instant at) { return dayOf(at) == day; };
    if (isThatDay(payment.at))
        return true;
    if (std::any_of(payment.refunds.begin(), payment.refunds.end(),
                    [&](const Refund &refund) { return isThatDay(refund.at); }))
        return true;
    // Outcomes are told in the history, which does not say of which payment.
    return std::any_of(reservation.history.begin(), reservation.history.end(),
                       [&](const HistoryEntry &entry) {
                           return (entry.what.starts_with("payment-") || entry.what.starts_with("refund-")) &&
                                  isThatDay(entry.at);
                       });
}

} // namespace deskbell::server
