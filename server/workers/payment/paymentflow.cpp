#include "server/workers/payment/paymentflow.h"

#include <algorithm>

namespace deskbell::server {

struct PaymentFlow::Charge
{
    const WorkItem &item;
    const Reservation &reservation;
    const Payment &payment;
    std::optional<KeptCard> card{};

    ChargeOrder order() const
    {
        return {payment.id, payment.token, payment.amount, card, shortCode(reservation.id)};
    }
};

struct PaymentFlow::Reversal
{
    const WorkItem &item;
    const Payment &payment;
    const Refund &refund;

    RefundOrder order() const
    {
        return {{payment.id, payment.token, payment.amount}, refund.id, refund.amount};
    }
};

namespace {

constexpr std::string_view breakerOpen = "provider-resting";
constexpr std::string_view neverHappened = "not-charged";

constexpr std::string_view cardLost = "card-lost";

std::uint32_t failedRefunds(const Payment &payment)
{
    return static_cast<std::uint32_t>(
        std::count_if(payment.refunds.begin(), payment.refunds.end(),
                      [](const Refund &refund) { return refund.state == RefundState::Failed; }));
}

/// By the engine, after it was refused (advance.cpp).
bool isAskedAgain(const Payment &payment, const RefundId &id)
{
    for (std::size_t n = 2; n <= payment.refunds.size() + 1; ++n) {
        if (id.value == makeNamedUuid(payment.id.value, "cancel-" + std::to_string(n)))
            return true;
    }
    return false;
}

/// When this reservation's history last told of a payment: no later is any charge of it whose
/// outcome is unknown known to have been sent.
Instant lastTold(const Reservation &reservation)
{
    Instant last{};
    for (const HistoryEntry &entry : reservation.history) {
        if (entry.what.starts_with("payment-"))
            last = std::max(last, entry.at);
    }
    return last;
}

} // namespace

PaymentFlow::PaymentFlow(Settings settings, Storage &storage, PaymentGateway &gateway,
                         CircuitBreaker &breaker, CardSource cards, WorkerSurroundings surroundings,
                         const Log &log)
    : m_settings(settings), m_storage(storage), m_cards(std::move(cards)),
      m_gateway(gateway, breaker, surroundings.steady), m_settling(settings.settleTime, surroundings.steady),
      m_recorder("payment-worker", storage, std::move(surroundings), log), m_log(log)
{
}

void PaymentFlow::carryOut(const WorkItem &item)
{
    const auto found = m_recorder.reservationOf(item);
    if (!found)
        return;
    if (!*found)
        return m_recorder.settle(item, std::nullopt);
    if (item.work == Work::Charge)
        carryOutCharge(item, **found);
    else
        carryOutRefund(item, **found);
}

void PaymentFlow::carryOutCharge(const WorkItem &item, const Reservation &reservation)
{
    const Payment *payment = findPayment(reservation, PaymentId{item.subject});
    if (!payment || !isUnderWay(payment->state) || payment->method != PaymentMethod::Card)
        return m_recorder.settle(item, std::nullopt);
    Charge charge{item, reservation, *payment};
    if (payment->state == PaymentState::Sent || payment->state == PaymentState::Unknown)
        lookUp(charge);
    else if (!payment->isByKeptCard || findCard(charge))
        send(charge);
}

bool PaymentFlow::findCard(Charge &charge)
{
    const auto sealed = m_storage.keptCard(charge.reservation.id);
    const auto vault = m_cards();
    if (!sealed || !vault)
        return false; // the lease runs out, and it is taken up again
    if (*sealed)
        charge.card = vault->openKept(**sealed, charge.reservation.id);
    if (charge.card)
        return true;
    if (charge.reservation.card == CardOnFile::Offered) {
        m_recorder.settle(charge.item, nextTry(charge.item)); // its key is being fetched
        return false;
    }
    // Sealed for another secret key, or gone: nobody can charge it, and the guest pays otherwise.
    if (commitSent(charge))
        record(charge, {Verdict::Refused, std::string(cardLost), {}});
    return false;
}

void PaymentFlow::send(const Charge &charge)
{
    const auto permit = m_gateway.permit();
    if (!permit) {
        if (charge.payment.state == PaymentState::ProviderBusy)
            return m_recorder.settle(charge.item, afterBreaker(charge.item));
        commit(charge.item,
               RecordPaymentOutcome{charge.reservation.id, charge.payment.id, PaymentState::ProviderBusy,
                                    std::string(breakerOpen)},
               afterBreaker(charge.item));
        return;
    }
    // Durable before the first byte leaves: from here on the money may have moved.
    if (!commitSent(charge)) {
        m_gateway.forgo(*permit);
        return;
    }
    record(charge, m_gateway.charge(*permit, charge.order()));
}

void PaymentFlow::lookUp(const Charge &charge)
{
    const auto answer = m_gateway.lookUp(charge.order());
    if (answer && answer->verdict == Verdict::NotThere)
        return notFound(charge);
    if (answer && answer->verdict != Verdict::Unknown)
        return record(charge, *answer);
    // Nothing new is known: the first time people are told, later tries change nothing.
    const Instant again = answer ? nextTry(charge.item) : afterBreaker(charge.item);
    if (charge.payment.state == PaymentState::Unknown)
        return m_recorder.settle(charge.item, again);
    commit(charge.item,
           RecordPaymentOutcome{charge.reservation.id, charge.payment.id, PaymentState::Unknown,
                                answer ? answer->code : std::string(breakerOpen)},
           again);
}

void PaymentFlow::notFound(const Charge &charge)
{
    if (isCalledOff(charge.reservation.state)) {
        const Instant now = m_recorder.now();
        // That it is unknown is told first, which says when the time begins in which it may still arrive.
        if (charge.payment.state == PaymentState::Sent) {
            commit(charge.item,
                   RecordPaymentOutcome{charge.reservation.id, charge.payment.id, PaymentState::Unknown,
                                        std::string(neverHappened)},
                   now + m_settings.settleTime);
            return;
        }
        if (const auto until = m_settling.waitsUntil(charge.item.subject, lastTold(charge.reservation), now))
            return m_recorder.settle(charge.item, until);
    }
    // It never happened, so it is as if the provider had been busy: sent again under the same key.
    commit(charge.item,
           RecordPaymentOutcome{charge.reservation.id, charge.payment.id, PaymentState::ProviderBusy,
                                std::string(neverHappened)},
           nextTry(charge.item));
}

void PaymentFlow::record(const Charge &charge, const ProviderAnswer &answer)
{
    const auto outcome = [&](PaymentState state, std::optional<Instant> again) {
        m_log.info("charge-answered", {{"reservation", toString(charge.reservation.id)},
                                       {"payment", toString(charge.payment.id)},
                                       {"outcome", std::string(toString(state))},
                                       {"code", answer.code}});
        const bool isTaken = state == PaymentState::Taken;
        commit(charge.item,
               RecordPaymentOutcome{charge.reservation.id, charge.payment.id, state, answer.code,
                                    isTaken ? answer.token : std::string()},
               again);
    };
    switch (answer.verdict) {
    case Verdict::Done:
        return outcome(PaymentState::Taken, std::nullopt);
    case Verdict::Refused:
        return outcome(PaymentState::Declined, std::nullopt);
    case Verdict::Busy:
        return outcome(PaymentState::ProviderBusy, nextTry(charge.item));
    case Verdict::NotThere:
    case Verdict::Unknown:
        return outcome(PaymentState::Unknown, nextTry(charge.item));
    }
}

void PaymentFlow::carryOutRefund(const WorkItem &item, const Reservation &reservation)
{
    const Payment *payment = findPayment(reservation, PaymentId{item.subject});
    if (!payment || !item.refund || payment->method != PaymentMethod::Card)
        return m_recorder.settle(item, std::nullopt);
    const auto refund = std::find_if(payment->refunds.begin(), payment->refunds.end(),
                                     [&](const Refund &each) { return each.id == *item.refund; });
    if (refund == payment->refunds.end() ||
        (refund->state != RefundState::Requested && refund->state != RefundState::Unknown))
        return m_recorder.settle(item, std::nullopt);
    const Reversal reversal{item, *payment, *refund};
    if (item.attempts == 1 && isAskedAgain(*payment, refund->id))
        return m_recorder.settle(item, seldom(item, failedRefunds(*payment)));

    // A first try that was begun may have been heard by the provider, whatever became of us.
    if (refund->state == RefundState::Unknown || item.attempts > 1) {
        const auto found = m_gateway.lookUp(reversal.order());
        if (!found)
            return m_recorder.settle(item, afterBreaker(item));
        if (found->verdict != Verdict::NotThere)
            return record(reversal, *found);
    }
    const auto answer = m_gateway.refund(reversal.order());
    if (!answer)
        return m_recorder.settle(item, afterBreaker(item));
    record(reversal, *answer);
}

void PaymentFlow::record(const Reversal &reversal, const ProviderAnswer &answer)
{
    const WorkItem &item = reversal.item;
    const auto outcome = [&](RefundState state, std::optional<Instant> again) {
        m_log.info("refund-answered", {{"reservation", toString(item.reservation)},
                                       {"payment", toString(reversal.payment.id)},
                                       {"refund", toString(reversal.refund.id)},
                                       {"outcome", std::string(toString(state))},
                                       {"code", answer.code}});
        commit(item,
               RecordRefundOutcome{item.reservation, reversal.payment.id, reversal.refund.id, state,
                                   answer.code},
               again);
    };
    switch (answer.verdict) {
    case Verdict::Done:
        return outcome(RefundState::Done, std::nullopt);
    case Verdict::Refused:
        return outcome(RefundState::Failed, std::nullopt);
    case Verdict::Busy:
    case Verdict::NotThere:
        return m_recorder.settle(item, nextTry(item));
    case Verdict::Unknown:
        if (reversal.refund.state == RefundState::Unknown)
            return m_recorder.settle(item, nextTry(item));
        return outcome(RefundState::Unknown, nextTry(item));
    }
}

Instant PaymentFlow::seldom(const WorkItem &item, std::uint32_t refused) const
{
    WorkItem tries = item;
    tries.attempts = refused;
    // No longer than any work is put off: a longer wait is taken for a clock that was wrong.
    const auto most =
        std::min<std::chrono::milliseconds>(60 * m_settings.backoff.most, longestWait(Work::Refund));
    return m_recorder.nextTry(tries, {std::min(m_settings.backoff.most, most), most});
}

bool PaymentFlow::commit(const WorkItem &item, CommandArgs outcome, std::optional<Instant> againAt)
{
    return m_recorder.commit(item, std::move(outcome), Claim{item.id, item.fence, againAt, false})
        .has_value();
}

bool PaymentFlow::commitSent(const Charge &charge)
{
    return m_recorder
        .commit(charge.item,
                RecordPaymentOutcome{charge.reservation.id, charge.payment.id, PaymentState::Sent, {}},
                Claim{charge.item.id, charge.item.fence, std::nullopt, true})
        .has_value();
}

} // namespace deskbell::server
