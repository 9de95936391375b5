// Money in and back. What the provider says is a fact: an outcome is refused only where it cannot
// follow the state the payment is in.

#include <algorithm>

#include "domain/draft.h"
#include "domain/text.h"

namespace deskbell {
namespace {

template <typename... States>
constexpr unsigned to(States... states)
{
    return (0u | ... | (1u << static_cast<unsigned>(states)));
}

/// Payment state × outcome. A payment is always committed as sent before the provider is called, so
/// nothing but Sent leads to an answer. Withdrawn comes from ending the reservation only.
constexpr std::array<unsigned, paymentStateCount> outcomesAfter{
    to(PaymentState::Sent, PaymentState::ProviderBusy), // Pending
    to(PaymentState::Taken, PaymentState::Declined, PaymentState::Unknown,
       PaymentState::ProviderBusy),                     // Sent
    to(PaymentState::Sent, PaymentState::ProviderBusy), // ProviderBusy
    to(PaymentState::Taken, PaymentState::Declined, PaymentState::ProviderBusy,
       PaymentState::Unknown), // Unknown
    to(),                      // Taken
    to(),                      // Declined
    to(),                      // Withdrawn
};

/// Refund state × outcome; a failed refund is asked for again under a new id.
constexpr std::array<unsigned, 4> refundOutcomesAfter{
    to(RefundState::Unknown, RefundState::Done, RefundState::Failed), // Requested
    to(RefundState::Unknown, RefundState::Done, RefundState::Failed), // Unknown
    to(),                                                             // Done
    to(),                                                             // Failed
};

bool isEnded(const Reservation &reservation)
{
    return reservation.state == ReservationState::Cancelled ||
           reservation.state == ReservationState::Rejected;
}

const Refund *findRefund(const Payment &payment, const RefundId &id)
{
    const auto found = std::find_if(payment.refunds.begin(), payment.refunds.end(),
                                    [&](const Refund &refund) { return refund.id == id; });
    return found == payment.refunds.end() ? nullptr : &*found;
}

bool hasRefund(const Reservation &reservation, const RefundId &id)
{
    return std::any_of(reservation.payments.begin(), reservation.payments.end(),
                       [&](const Payment &payment) { return findRefund(payment, id) != nullptr; });
}

/// An amount that a person gave: positive, of the reservation's currency, and money at all.
Expected<void> checkAmount(Money amount, Currency expected)
{
    if (amount.minor <= 0 || amount.minor > maxMinor)
        return refuse(refusal::badAmount, {{"amount", toString(amount)}});
    if (amount.currency != expected)
        return refuse(refusal::otherCurrency, {{"expected", std::string(expected.text())},
                                               {"got", std::string(amount.currency.text())}});
    return {};
}

Expected<void> checkCharge(const Reservation &now, const TakePayment &command)
{
    if (auto amount = checkAmount(command.amount, now.currency); !amount)
        return amount;
    const Money open = chargeable(now);
    if (open.isZero())
        return refuse(refusal::nothingToPay);
    if (compare(command.amount, open) > 0)
        return refuse(refusal::moreThanOwed,
                      {{"amount", toString(command.amount)}, {"chargeable", toString(open)}});
    if (command.method == PaymentMethod::Card && isBlank(command.token))
        return refuse(refusal::tokenMissing);
    return checkText("token", command.token, maxName);
}

} // namespace

Expected<void> carryOut(Draft &draft, const TakePayment &command)
{
    const Reservation &now = draft.now();
    if (command.payment.isNull())
        return refuse(refusal::unknownPayment, {{"payment", toString(command.payment)}});
    if (findPayment(now, command.payment))
        return refuse(refusal::alreadyExists, {{"payment", toString(command.payment)}});
    if (auto charge = checkCharge(now, command); !charge)
        return charge;
    Payment payment;
    payment.id = command.payment;
    payment.method = command.method;
    payment.amount = command.amount;
    payment.token = command.token;
    payment.at = draft.context().now;
    draft.add(PaymentAccepted{std::move(payment)});
    if (command.method != PaymentMethod::Card)
        draft.add(PaymentMoved{command.payment, PaymentState::Taken, {}});
    return {};
}

Expected<void> carryOut(Draft &draft, const RefundPayment &command)
{
    const Reservation &now = draft.now();
    const Payment *payment = findPayment(now, command.payment);
    if (!payment)
        return refuse(refusal::unknownPayment, {{"payment", toString(command.payment)}});
    if (command.refund.isNull())
        return refuse(refusal::unknownRefund, {{"refund", toString(command.refund)}});
    if (hasRefund(now, command.refund))
        return refuse(refusal::alreadyExists, {{"refund", toString(command.refund)}});
    if (auto amount = checkAmount(command.amount, now.currency); !amount)
        return amount;
    if (const Money open = refundable(*payment); compare(command.amount, open) > 0)
        return refuse(refusal::moreThanRefundable,
                      {{"amount", toString(command.amount)}, {"refundable", toString(open)}});
    if (auto reason = checkText("reason", command.reason, maxText, Lines::Many); !reason)
        return reason;
    const bool isCard = payment->method == PaymentMethod::Card;
    draft.add(RefundRequested{command.payment, Refund{command.refund, command.amount, RefundState::Requested,
                                                      command.reason, draft.context().now}});
    if (!isCard)
        draft.add(RefundMoved{command.payment, command.refund, RefundState::Done, {}});
    return {};
}

Expected<void> carryOut(Draft &draft, const RecordPaymentOutcome &command)
{
    const Reservation &now = draft.now();
    const Payment *payment = findPayment(now, command.payment);
    if (!payment)
        return refuse(refusal::unknownPayment, {{"payment", toString(command.payment)}});
    if ((outcomesAfter[static_cast<std::size_t>(payment->state)] & to(command.outcome)) == 0)
        return refuse(refusal::wrongState, {{"state", std::string(toString(payment->state))},
                                            {"command", std::string(toString(command.outcome))},
                                            {"payment", toString(command.payment)}});
    if (auto code = checkText("providerCode", command.providerCode, maxName); !code)
        return code;
    // Nothing is charged later for a reservation that has ended.
    const bool isGivenUp = isEnded(now) && command.outcome == PaymentState::ProviderBusy;
    draft.add(PaymentMoved{command.payment, isGivenUp ? PaymentState::Withdrawn : command.outcome,
                           command.providerCode});
    // Taken after the end: it goes back at once, by the same way as everything that was taken before.
    if (isEnded(draft.now()) && command.outcome == PaymentState::Taken)
        giveBack(draft, command.payment, draft.now().endReason);
    return {};
}

Expected<void> carryOut(Draft &draft, const ExpireReservation &)
{
    // A payment that was begun in time is waited for, whatever the clock says.
    const Reservation &now = draft.now();
    if (!now.payBy || draft.context().now < *now.payBy)
        return refuse(refusal::wrongState,
                      {{"state", std::string(toString(now.state))},
                       {"command", std::string(toString(CommandType::ExpireReservation))}});
    releaseHoldings(draft);
    draft.add(ReservationCancelled{std::string(refusal::notPaidInTime)});
    return {};
}

Expected<void> carryOut(Draft &draft, const RecordRefundOutcome &command)
{
    const Payment *payment = findPayment(draft.now(), command.payment);
    if (!payment)
        return refuse(refusal::unknownPayment, {{"payment", toString(command.payment)}});
    const Refund *refund = findRefund(*payment, command.refund);
    if (!refund)
        return refuse(refusal::unknownRefund, {{"refund", toString(command.refund)}});
    if ((refundOutcomesAfter[static_cast<std::size_t>(refund->state)] & to(command.outcome)) == 0)
        return refuse(refusal::wrongState, {{"state", std::string(toString(refund->state))},
                                            {"command", std::string(toString(command.outcome))},
                                            {"refund", toString(command.refund)}});
    if (auto code = checkText("providerCode", command.providerCode, maxName); !code)
        return code;
    draft.add(RefundMoved{command.payment, command.refund, command.outcome, command.providerCode});
    return {};
}

} // namespace deskbell
