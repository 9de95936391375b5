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
constexpr std::array<unsigned, countOf<PaymentState>> outcomesAfter{
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

/// As often a refund that fails is asked for again by itself while a cancellation waits for it.
constexpr std::ptrdiff_t mostRefundTries = 20;

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

Expected<void> checkCharge(const Reservation &now, const Payment &command)
{
    if (waitsForApprovalToPay(now))
        return refuse(refusal::wrongState, {{"state", std::string(toString(now.state))},
                                            {"command", std::string(toString(typeOf<TakePayment>()))}});
    if (auto amount = checkAmount(command.amount, now.currency); !amount)
        return amount;
    // A transfer has arrived, whatever was owed: what is too much is a credit.
    const bool isFact = command.method == PaymentMethod::Transfer;
    const Money open = chargeable(now);
    if (open.isZero() && !isFact)
        return refuse(refusal::nothingToPay);
    if (compare(command.amount, open) > 0 && !isFact)
        return refuse(refusal::moreThanOwed,
                      {{"amount", toString(command.amount)}, {"chargeable", toString(open)}});
    if (command.method == PaymentMethod::Card && isBlank(command.token))
        return refuse(refusal::tokenMissing);
    return checkText("token", command.token, maxName);
}

/// What a guest had to pay with the order and did not is over, and what it held is free.
void endUnpaidOrder(Draft &draft)
{
    const Reservation &now = draft.now();
    const bool isMoving = std::any_of(now.payments.begin(), now.payments.end(),
                                      [](const Payment &payment) { return isUnderWay(payment.state); });
    if (now.channel == webChannel && now.workflow.payment == PaymentTiming::AtRequest &&
        now.state == ReservationState::AwaitingPayment && paidNet(now).isZero() && !isMoving)
        callOff(draft, refusal::cardDeclined);
}

/// What fails is asked for again while a cancellation waits for it; the worker takes its time between.
void askAgain(Draft &draft, const PaymentId &id)
{
    const Payment &payment = *findPayment(draft.now(), id);
    const auto failed = std::count_if(payment.refunds.begin(), payment.refunds.end(),
                                      [](const Refund &each) { return each.state == RefundState::Failed; });
    if (draft.now().state == ReservationState::Cancelling && failed < mostRefundTries)
        giveBack(draft, id, draft.now().endReason);
}

} // namespace

bool waitsForApprovalToPay(const Reservation &reservation)
{
    return chargesAfterAnswer(reservation.workflow) && !reservation.isApproved;
}

Expected<void> acceptPayment(Draft &draft, Payment payment)
{
    const Reservation &now = draft.now();
    if (payment.id.isNull())
        return refuse(refusal::unknownPayment, {{"payment", toString(payment.id)}});
    if (findPayment(now, payment.id))
        return refuse(refusal::alreadyExists, {{"payment", toString(payment.id)}});
    if (auto charge = checkCharge(now, payment); !charge)
        return charge;
    payment.at = draft.context().now;
    const PaymentId id = payment.id;
    const bool isCard = payment.method == PaymentMethod::Card;
    draft.add(PaymentAccepted{std::move(payment)});
    if (!isCard)
        draft.add(PaymentMoved{id, PaymentState::Taken, {}, {}});
    return {};
}

Expected<void> carryOut(Draft &draft, const TakePayment &command)
{
    Payment payment;
    payment.id = command.payment;
    payment.method = command.method;
    payment.amount = command.amount;
    payment.token = command.token;
    return acceptPayment(draft, std::move(payment));
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
    // Nothing is written about a guest again who was erased.
    const std::string reason = isErased(now.guest) ? std::string() : command.reason;
    draft.add(RefundRequested{command.payment, Refund{command.refund, command.amount, RefundState::Requested,
                                                      reason, draft.context().now}});
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
    for (const auto &[field, text] :
         {std::pair("providerCode", &command.providerCode), {"token", &command.token}}) {
        if (auto checked = checkText(field, *text, maxName); !checked)
            return checked;
    }
    // Nothing is charged later for a reservation that has ended.
    const bool isOver = isCalledOff(now.state);
    const bool isGivenUp = isOver && command.outcome == PaymentState::ProviderBusy;
    draft.add(PaymentMoved{command.payment, isGivenUp ? PaymentState::Withdrawn : command.outcome,
                           command.providerCode, payment->isByKeptCard ? command.token : std::string()});
    // Taken after the end: it goes back at once, by the same way as everything that was taken before.
    if (isOver && command.outcome == PaymentState::Taken)
        giveBack(draft, command.payment, draft.now().endReason);
    else if (command.outcome == PaymentState::Declined)
        endUnpaidOrder(draft);
    return {};
}

Expected<void> carryOut(Draft &draft, const ExpireReservation &)
{
    // A payment that was begun in time is waited for, whatever the clock says. A time that is further off
    // than the time to pay was set by a clock that was ahead: whoever lets it go knows what passed since.
    const Reservation &now = draft.now();
    const auto left = now.payBy ? *now.payBy - draft.context().now : std::chrono::milliseconds::zero();
    if (!now.payBy || (left > std::chrono::milliseconds::zero() && left <= now.workflow.payWithin))
        return refuse(refusal::wrongState, {{"state", std::string(toString(now.state))},
                                            {"command", std::string(toString(typeOf<ExpireReservation>()))}});
    callOff(draft, refusal::notPaidInTime);
    return {};
}

Expected<void> carryOut(Draft &draft, const RecordCardOutcome &command)
{
    const Reservation &now = draft.now();
    const bool isOffered = now.card == CardOnFile::Offered;
    const bool isPossible =
        command.outcome == CardOnFile::Forgotten
            ? isOffered || now.card == CardOnFile::Kept
            : isOffered && (command.outcome == CardOnFile::Kept || command.outcome == CardOnFile::Refused);
    if (!isPossible)
        return refuse(refusal::wrongState, {{"state", std::string(toString(now.card))},
                                            {"command", std::string(toString(command.outcome))}});
    if (auto code = checkText("providerCode", command.providerCode, maxName); !code)
        return code;
    if (auto card = checkText("card", command.card, maxSealedCard); !card)
        return card;
    draft.add(CardMoved{command.outcome});
    // The hotel said yes meanwhile: there is no card to charge, so it is as if it had been declined.
    const std::vector<Payment> payments = draft.now().payments;
    for (const Payment &payment : payments) {
        if (command.outcome == CardOnFile::Refused && payment.isByKeptCard &&
            payment.state == PaymentState::Pending)
            draft.add(PaymentMoved{payment.id, PaymentState::Declined, command.providerCode, {}});
    }
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
    if (command.outcome == RefundState::Failed)
        askAgain(draft, command.payment);
    return {};
}

} // namespace deskbell
