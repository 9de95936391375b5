// Asking for a reservation, answering it, ending it before it becomes a stay.

#include "domain/draft.h"
#include "domain/text.h"

namespace deskbell {
namespace {

constexpr int maxParty = 1000;

Expected<void> checkGuest(const Guest &guest)
{
    if (isBlank(guest.name))
        return refuse(refusal::guestNameMissing);
    const std::pair<std::string_view, const std::string *> texts[] = {{"name", &guest.name},
                                                                      {"phone", &guest.phone},
                                                                      {"email", &guest.email},
                                                                      {"country", &guest.country},
                                                                      {"language", &guest.language}};
    for (const auto &[field, text] : texts) {
        if (auto checked = checkText(field, *text, maxName); !checked)
            return checked;
    }
    return {};
}

/// The prices of a stay: one per slot, a day use being one, each an amount at all.
Expected<void> checkPrices(const Workflow &workflow, const Stay &stay,
                           const std::vector<std::int64_t> &prices)
{
    const std::size_t expected =
        workflow.slotKind == SlotKind::Once || stay.isDayUse() ? 1 : static_cast<std::size_t>(stay.nights());
    if (prices.size() != expected)
        return refuse(refusal::badPrices,
                      {{"expected", std::to_string(expected)}, {"got", std::to_string(prices.size())}});
    for (const std::int64_t price : prices) {
        if (price < 0 || price > maxMinor)
            return refuse(refusal::badAmount, {{"amount", std::to_string(price)}});
    }
    return {};
}

Expected<void> checkStay(const Stay &stay, Date businessDate)
{
    // A stay that was over yesterday can only be a slip. Later than that is let through, because a
    // desk that was cut off may send tonight's guest tomorrow.
    const bool isPast = stay.departure < businessDate;
    if (stay.departure < stay.arrival || stay.departure - stay.arrival > Days{maxNights} || isPast)
        return refuse(refusal::badStay,
                      {{"arrival", toString(stay.arrival)}, {"departure", toString(stay.departure)}});
    return {};
}

Expected<void> checkRequest(const MakeReservation &command, const Workflow &workflow,
                            const std::vector<std::int64_t> &prices, Date businessDate)
{
    if (auto stay = checkStay(command.stay, businessDate); !stay)
        return stay;
    if (command.quantity < 1 || command.quantity > maxQuantity)
        return refuse(refusal::badQuantity, {{"quantity", std::to_string(command.quantity)}});
    if (command.adults < 0 || command.children < 0 || command.adults > maxParty ||
        command.children > maxParty || command.adults + command.children == 0)
        return refuse(refusal::badParty, {{"adults", std::to_string(command.adults)},
                                          {"children", std::to_string(command.children)}});
    if (auto guest = checkGuest(command.guest); !guest)
        return guest;
    if (auto note = checkText("note", command.note, maxText, Lines::Many); !note)
        return note;
    if (auto channel = checkText("channel", command.channel, maxName); !channel)
        return channel;
    if (!parseCurrency(command.currency.text()))
        return refuse(refusal::badCurrency);
    return checkPrices(workflow, command.stay, prices);
}

/// A wish may be taken by others meanwhile; it must be a unit that could be given at all.
Expected<void> checkWish(const Reservation &initial, const Context &context)
{
    if (!initial.wish)
        return {};
    auto checked = checkUnit(initial, initial.offering, initial.stay, *initial.wish, context);
    if (!checked && checked.error().code == refusal::unitTaken)
        return {};
    return checked;
}

bool isInStay(const Reservation &reservation)
{
    return reservation.state == ReservationState::InHouse;
}

/// A guest in house came when they came, stays at least until today and keeps a room.
Expected<void> checkMoveInHouse(const Reservation &now, const MoveReservation &command, Date businessDate)
{
    if (command.stay.arrival != now.stay.arrival || command.stay.departure < businessDate)
        return refuse(refusal::badStay, {{"arrival", toString(command.stay.arrival)},
                                         {"departure", toString(command.stay.departure)}});
    if (usesUnit(now) && !command.unit)
        return refuse(refusal::unitMissing);
    return {};
}

/// What the reservation holds already needs no stock again, also where tonight is oversold.
Expected<void> checkStockForMove(const Reservation &now, const MoveReservation &command,
                                 const Context &context)
{
    const bool isSameOffering = command.offering == now.offering;
    const Stay held = heldStay(now, context.businessDate);
    for (const Date slot : slotsOf(now.workflow, command.stay)) {
        const bool isOwn = isSameOffering && (now.workflow.slotKind == SlotKind::Once || held.contains(slot));
        const int free = context.availability.free(command.offering, slot);
        // What an overstay keeps tonight may be more than there is; a stay may not be.
        const bool isKept = isOwn && slot == context.businessDate && isOverstay(now, slot);
        if (isKept ? free < 0 : !isOwn && free < now.quantity)
            return refuse(refusal::noStock, {{"offering", toString(command.offering)},
                                             {"night", toString(slot)},
                                             {"free", std::to_string(free)},
                                             {"wanted", std::to_string(now.quantity)}});
    }
    return {};
}

} // namespace

Expected<void> checkOnSale(const Offering &offering, const Context &context)
{
    if (context.isClosed)
        return refuse(refusal::notOnSale, {{"property", "true"}});
    if (offering.sale != SaleState::Open)
        return refuse(refusal::notOnSale, {{"offering", toString(offering.id)}});
    return {};
}

Expected<void> checkParty(const Offering &offering, int quantity, int adults, int children)
{
    if (offering.workflow.slotKind != SlotKind::PerNight)
        return {};
    if (adults < 1)
        return refuse(refusal::badParty,
                      {{"adults", std::to_string(adults)}, {"children", std::to_string(children)}});
    const int most = offering.maxGuests * quantity;
    if (adults + children > most)
        return refuse(refusal::partyTooLarge,
                      {{"guests", std::to_string(adults + children)}, {"most", std::to_string(most)}});
    return {};
}

Expected<void> checkPerformance(const Offering &offering, const Stay &stay)
{
    if (!offering.startsAt)
        return {};
    const Date date = std::chrono::floor<Days>(*offering.startsAt);
    if (stay != Stay{date, date})
        return refuse(refusal::notThen,
                      {{"offering", toString(offering.id)}, {"startsAt", toString(*offering.startsAt)}});
    return {};
}

Expected<void> carryOut(Draft &draft, const MakeReservation &command)
{
    const Context &context = draft.context();
    if (command.reservation.isNull())
        return refuse(refusal::unknownReservation, {{"reservation", toString(command.reservation)}});
    const Offering *offering = context.availability.offering(command.offering);
    if (!offering)
        return refuse(refusal::unknownOffering, {{"offering", toString(command.offering)}});
    if ((command.payment || !command.card.empty()) && context.actor.role != Role::Guest)
        return refuse(refusal::roleNotAllowed,
                      {{"role", std::string(toString(context.actor.role))},
                       {"command", std::string(toString(typeOf<MakeReservation>()))}});
    // Guests name no price of their own.
    const bool isHousePrice = context.actor.role == Role::Guest && command.nightlyPrices.empty();
    const auto prices =
        isHousePrice ? housePrices(*offering, command.stay, command.quantity) : command.nightlyPrices;
    if (auto checked = checkRequest(command, offering->workflow, prices, context.businessDate); !checked)
        return checked;
    if (auto onSale = checkOnSale(*offering, context); !onSale)
        return onSale;
    if (auto then = checkPerformance(*offering, command.stay); !then)
        return then;
    if (auto party = checkParty(*offering, command.quantity, command.adults, command.children); !party)
        return party;
    Reservation initial;
    initial.id = command.reservation;
    initial.offering = command.offering;
    initial.workflow = offering->workflow;
    initial.stay = command.stay;
    initial.quantity = command.quantity;
    initial.guest = command.guest;
    initial.adults = command.adults;
    initial.children = command.children;
    initial.currency = command.currency;
    initial.nightlyPrices = prices;
    initial.wish = command.wish;
    initial.channel = command.channel;
    initial.note = command.note;
    if (auto checked = checkWish(initial, context); !checked)
        return checked;
    if (!command.card.empty())
        initial.card = CardOnFile::Offered;
    draft.add(ReservationRequested{std::move(initial)});
    if (!command.payment)
        return {};
    Payment payment;
    payment.id = command.payment->payment;
    payment.method = PaymentMethod::Card;
    payment.amount = command.payment->amount;
    payment.token = command.payment->token;
    return acceptPayment(draft, std::move(payment));
}

Expected<void> carryOut(Draft &draft, const ConfirmReservation &)
{
    draft.add(RequestApproved{});
    return {};
}

Expected<void> carryOut(Draft &draft, const RejectReservation &command)
{
    if (isBlank(command.reason))
        return refuse(refusal::reasonMissing);
    if (auto reason = checkText("reason", command.reason, maxText, Lines::Many); !reason)
        return reason;
    releaseHoldings(draft);
    draft.add(ReservationRejected{command.reason});
    giveAllBack(draft, command.reason);
    return {};
}

Expected<void> carryOut(Draft &draft, const CancelReservation &command)
{
    if (auto reason = checkText("reason", command.reason, maxText, Lines::Many); !reason)
        return reason;
    const bool isEndingIt = draft.now().state == ReservationState::Cancelling;
    callOff(draft, isEndingIt && isBlank(command.reason) ? draft.now().endReason : command.reason);
    return {};
}

Expected<void> carryOut(Draft &draft, const MoveReservation &command)
{
    const Context &context = draft.context();
    const Reservation &now = draft.now();
    const Offering *offering = context.availability.offering(command.offering);
    if (!offering)
        return refuse(refusal::unknownOffering, {{"offering", toString(command.offering)}});
    if (offering->workflow.slotKind != now.workflow.slotKind)
        return refuse(refusal::otherSlots, {{"offering", toString(command.offering)}});
    if (auto stay = checkStay(command.stay, context.businessDate); !stay)
        return stay;
    if (auto then = checkPerformance(*offering, command.stay); !then)
        return then;
    if (auto prices = checkPrices(now.workflow, command.stay, command.nightlyPrices); !prices)
        return prices;
    if (command.offering != now.offering) {
        if (auto onSale = checkOnSale(*offering, context); !onSale)
            return onSale;
        if (auto party = checkParty(*offering, now.quantity, now.adults, now.children); !party)
            return party;
    }
    if (isInStay(now)) {
        if (auto checked = checkMoveInHouse(now, command, context.businessDate); !checked)
            return checked;
    }
    if (command.unit) {
        if (auto unit = checkUnit(now, command.offering, command.stay, *command.unit, context); !unit)
            return unit;
        if (isInStay(now)) {
            if (auto empty = checkUnoccupied(now, *command.unit, context); !empty)
                return empty;
        }
    }
    if (now.holdsStock) {
        if (auto stock = checkStockForMove(now, command, context); !stock)
            return stock;
    }
    const Date unitFrom = command.unit
                              ? nightsToHold(now, *command.unit, command.stay, context.businessDate).arrival
                              : command.stay.arrival;
    draft.add(
        ReservationMoved{command.offering, command.stay, command.unit, command.nightlyPrices, unitFrom});
    return {};
}

Expected<void> carryOut(Draft &draft, const EditGuest &command)
{
    if (auto erased = checkNotErased(draft.now()); !erased)
        return erased;
    if (auto guest = checkGuest(command.guest); !guest)
        return guest;
    draft.add(GuestEdited{command.guest});
    return {};
}

Expected<void> carryOut(Draft &draft, const EditNote &command)
{
    if (auto erased = checkNotErased(draft.now()); !erased)
        return erased;
    if (auto note = checkText("note", command.note, maxText, Lines::Many); !note)
        return note;
    draft.add(NoteEdited{command.note});
    return {};
}

} // namespace deskbell
