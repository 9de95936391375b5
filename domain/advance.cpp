// What follows by itself after a command: stock when it is due, the unit, the confirmation; and what
// everything that ends a reservation gives back.

#include <algorithm>

#include "domain/draft.h"

namespace deskbell {
namespace {

bool isStockDue(const Reservation &reservation)
{
    const Workflow &workflow = reservation.workflow;
    const bool isPaid = workflow.payment == PaymentTiming::ByDeparture || owed(reservation).isZero();
    const bool isAnswered = workflow.confirmation == ConfirmationRule::Automatic || reservation.isApproved;
    switch (workflow.stock) {
    case StockTiming::AtRequest:
        return true;
    case StockTiming::AtConfirmation:
        // Where no manager answers, the confirmation comes with the money.
        return isAnswered && (workflow.confirmation == ConfirmationRule::ByManager || isPaid);
    case StockTiming::AfterPayment:
        return isAnswered && isPaid;
    }
    return false;
}

Expected<void> takeStock(Draft &draft)
{
    const Reservation &now = draft.now();
    const Context &context = draft.context();
    for (const Date slot : slotsOf(now.workflow, now.stay)) {
        const int free = context.availability.free(now.offering, slot);
        if (free < now.quantity)
            return refuse(refusal::noStock, {{"offering", toString(now.offering)},
                                             {"night", toString(slot)},
                                             {"free", std::to_string(free)},
                                             {"wanted", std::to_string(now.quantity)}});
    }
    draft.add(StockTaken{});
    if (const auto wish = draft.now().wish;
        wish && checkUnit(draft.now(), draft.now().offering, draft.now().stay, *wish, context))
        draft.add(UnitAssigned{*wish});
    return {};
}

void confirm(Draft &draft)
{
    const Reservation &now = draft.now();
    if (now.workflow.unit == UnitTiming::AtOnce && usesUnit(now) && !now.unit) {
        if (const auto unit = draft.context().availability.anyFreeUnit(now.offering, now.stay))
            draft.add(UnitAssigned{*unit});
    }
    draft.add(ReservationConfirmed{});
}

/// The hotel has said yes: what the guest left a card for is charged to it, once.
void chargeKeptCard(Draft &draft)
{
    const Reservation &now = draft.now();
    if (!now.isApproved || !now.payments.empty() || chargeable(now).isZero() ||
        (now.card != CardOnFile::Offered && now.card != CardOnFile::Kept))
        return;
    Payment payment;
    payment.id.value = makeNamedUuid(now.id.value, "kept-card");
    payment.method = PaymentMethod::Card;
    payment.amount = chargeable(now);
    payment.isByKeptCard = true;
    payment.at = draft.context().now;
    draft.add(PaymentAccepted{std::move(payment)});
}

/// An id for money given back by the engine that is the same however often it is decided, so that a
/// provider who hears it twice gives it back once. A refund that failed leaves its id used.
RefundId automaticRefundId(const Payment &payment)
{
    const auto isUsed = [&](const RefundId &id) {
        return std::any_of(payment.refunds.begin(), payment.refunds.end(),
                           [&](const Refund &refund) { return refund.id == id; });
    };
    RefundId id{makeNamedUuid(payment.id.value, "cancel")};
    for (int n = 2; isUsed(id); ++n)
        id.value = makeNamedUuid(payment.id.value, "cancel-" + std::to_string(n));
    return id;
}

} // namespace

bool isUnitShared(const Workflow &workflow, const Stay &stay)
{
    return workflow.slotKind == SlotKind::Once || stay.isDayUse();
}

bool usesUnit(const Reservation &reservation)
{
    return reservation.workflow.unit != UnitTiming::None && reservation.quantity == 1;
}

Stay nightsToHold(const Reservation &reservation, const UnitId &unit, const Stay &stay, Date businessDate)
{
    if (reservation.workflow.slotKind == SlotKind::Once)
        return stay;
    return nightsIn(unit, stay, presentUnit(reservation, businessDate), businessDate);
}

Expected<void> checkUnit(const Reservation &reservation, const OfferingId &offering, const Stay &stay,
                         const UnitId &id, const Context &context)
{
    if (!usesUnit(reservation))
        return refuse(refusal::unitNotUsed, {{"workflow", std::string(reservation.workflow.name)}});
    const Unit *unit = context.availability.unit(id);
    if (!unit)
        return refuse(refusal::unknownUnit, {{"unit", toString(id)}});
    if (unit->sale != SaleState::Open && reservation.unit != id)
        return refuse(refusal::unitClosed, {{"unit", toString(id)}});
    if (unit->offering != offering)
        return refuse(refusal::unitOfOtherOffering, {{"unit", toString(id)}});
    Stay nights = nightsToHold(reservation, id, stay, context.businessDate);
    // Who has not left is in it tonight.
    if (isOverstay(reservation, context.businessDate))
        nights.departure = std::max(nights.departure, context.businessDate + Days{1});
    if (!isUnitShared(reservation.workflow, nights) &&
        !context.availability.isUnitFree(id, nights, reservation.id))
        return refuse(refusal::unitTaken, {{"unit", toString(id)},
                                           {"arrival", toString(nights.arrival)},
                                           {"departure", toString(nights.departure)}});
    return {};
}

Expected<void> checkUnoccupied(const Reservation &reservation, const UnitId &unit, const Context &context)
{
    if (reservation.workflow.slotKind == SlotKind::Once)
        return {};
    if (const auto other = context.availability.occupant(unit, reservation.id))
        return refuse(refusal::unitOccupied, {{"unit", toString(unit)}, {"reservation", toString(*other)}});
    return {};
}

void releaseHoldings(Draft &draft)
{
    if (draft.now().unit)
        draft.add(UnitUnassigned{});
    if (draft.now().holdsStock)
        draft.add(StockReleased{});
}

void giveBack(Draft &draft, const PaymentId &id, std::string_view reason)
{
    const Payment payment = *findPayment(draft.now(), id);
    if (payment.state == PaymentState::Pending || payment.state == PaymentState::ProviderBusy)
        draft.add(PaymentMoved{id, PaymentState::Withdrawn, {}, {}});
    const Money back = refundable(payment);
    if (back.minor <= 0)
        return;
    const RefundId refund = automaticRefundId(payment);
    draft.add(RefundRequested{
        id, Refund{refund, back, RefundState::Requested, std::string(reason), draft.context().now}});
    if (payment.method != PaymentMethod::Card)
        draft.add(RefundMoved{id, refund, RefundState::Done, {}});
}

void giveAllBack(Draft &draft, std::string_view reason)
{
    // The provider gives back what it took. What was paid by hand only a manager can say to have been given
    // back; until then it is a credit.
    const bool saysWhatWasHanded = mayDo(draft.context().actor.role, typeOf<RefundPayment>());
    const std::vector<Payment> payments = draft.now().payments;
    for (const Payment &payment : payments) {
        if (payment.method == PaymentMethod::Card || saysWhatWasHanded)
            giveBack(draft, payment.id, reason);
    }
}

bool isLateCancellation(const Reservation &reservation, const Offering *offering, Date businessDate)
{
    if (reservation.workflow.slotKind == SlotKind::PerNight)
        return businessDate >= reservation.stay.arrival;
    return offering && offering->startsAt && businessDate >= std::chrono::floor<Days>(*offering->startsAt);
}

void callOff(Draft &draft, std::string_view reason)
{
    const Reservation &now = draft.now();
    const Context &context = draft.context();
    const bool isUnderWay = now.state == ReservationState::Cancelling;
    const bool givesBack =
        context.actor.role != Role::Guest ||
        !isLateCancellation(now, context.availability.offering(now.offering), context.businessDate);
    if (now.workflow.cancelOrder == CancelOrder::RefundFirst && now.holdsStock && givesBack && !isUnderWay) {
        draft.add(CancellationBegun{std::string(reason)});
        giveAllBack(draft, reason);
        return finishCancelling(draft);
    }
    releaseHoldings(draft);
    draft.add(ReservationCancelled{std::string(reason)});
    // What the provider has been asked for already goes on; nothing is asked for twice.
    if (!isUnderWay && givesBack)
        giveAllBack(draft, reason);
}

void finishCancelling(Draft &draft)
{
    const Reservation &now = draft.now();
    const bool isMoving = std::any_of(now.payments.begin(), now.payments.end(), [](const Payment &payment) {
        return isUnderWay(payment.state) ||
               (payment.method == PaymentMethod::Card && paidNet(payment).minor > 0);
    });
    if (now.state != ReservationState::Cancelling || isMoving)
        return;
    draft.add(ReservationCancelled{now.endReason});
    releaseHoldings(draft);
}

Expected<void> advance(Draft &draft, bool isPayment)
{
    finishCancelling(draft);
    const auto isSettled = [&] {
        const ReservationState state = draft.now().state;
        return isFinal(state) || state == ReservationState::InHouse || state == ReservationState::Confirmed ||
               state == ReservationState::Cancelling;
    };
    if (!isSettled() && !draft.now().holdsStock && isStockDue(draft.now())) {
        if (auto taken = takeStock(draft); !taken) {
            if (!isPayment)
                return taken;
            draft.add(ReservationCancelled{std::string(refusal::noStock)});
            giveAllBack(draft, refusal::noStock);
            return {};
        }
    }
    if (!isSettled())
        chargeKeptCard(draft);
    if (!isSettled() && progress(draft.now()) == ReservationState::Confirmed)
        confirm(draft);
    return {};
}

} // namespace deskbell
