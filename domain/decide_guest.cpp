// What a guest may ask: their own reservation, at the house's price, and all of what it costs.

#include <algorithm>
#include <numeric>

#include "domain/draft.h"
#include "domain/guestname.h"
#include "domain/text.h"

namespace deskbell {
namespace {

std::int64_t sum(const std::vector<std::int64_t> &prices)
{
    return std::accumulate(prices.begin(), prices.end(), std::int64_t{0});
}

tl::unexpected<Error> notTheirs(CommandType type)
{
    return refuse(refusal::roleNotAllowed,
                  {{"role", std::string(toString(Role::Guest))}, {"command", std::string(toString(type))}});
}

/// Dates that a guest can mean; desks are let off more (see checkStay()).
Expected<void> checkDates(const Workflow &workflow, const Stay &stay, Date businessDate)
{
    const WebLimits most = webLimits(workflow);
    const bool hasNight = workflow.slotKind == SlotKind::Once || stay.nights() >= 1;
    if (stay.arrival < businessDate || !hasNight || stay.arrival > businessDate + most.furthest ||
        stay.nights() > most.nights)
        return refuse(refusal::badStay,
                      {{"arrival", toString(stay.arrival)}, {"departure", toString(stay.departure)}});
    return {};
}

Expected<void> checkSize(const MakeReservation &command, const Offering &offering)
{
    const WebLimits limits = webLimits(offering.workflow);
    if (command.quantity < 1 || command.quantity > limits.quantity)
        return refuse(refusal::badQuantity, {{"quantity", std::to_string(command.quantity)},
                                             {"most", std::to_string(limits.quantity)}});
    const bool isRoom = offering.workflow.slotKind == SlotKind::PerNight;
    const int most = isRoom ? offering.maxGuests * command.quantity : 2 * limits.party;
    if (command.adults > limits.party || command.children > limits.party ||
        command.adults + command.children > most)
        return refuse(refusal::badParty, {{"adults", std::to_string(command.adults)},
                                          {"children", std::to_string(command.children)},
                                          {"most", std::to_string(std::min(most, 2 * limits.party))}});
    return checkText("note", command.note, limits.note, Lines::Many);
}

/// What must be paid first comes with its payment, which is always of all of it.
Expected<void> checkMoney(const MakeReservation &command, const Workflow &workflow, Money total)
{
    if (command.payment && command.payment->amount != total)
        return refuse(refusal::badAmount, {{"amount", toString(command.payment->amount)}});
    if (!command.payment && workflow.payment == PaymentTiming::AtRequest && total.minor > 0)
        return refuse(refusal::paymentMissing, {{"amount", toString(total)}});
    const bool chargesLater = chargesAfterAnswer(workflow) && total.minor > 0;
    if (!command.card.empty() && !chargesLater)
        return refuse(refusal::cardNotUsed, {{"workflow", std::string(workflow.name)}});
    return checkText("card", command.card, maxSealedCard);
}

/// Nobody is charged for what is sold out already.
Expected<void> checkStockBeforePayment(const MakeReservation &command, const Offering &offering,
                                       const Context &context)
{
    if (offering.workflow.stock != StockTiming::AfterPayment)
        return {}; // taken, or refused, with the order or by the manager
    for (const Date slot : slotsOf(offering.workflow, command.stay)) {
        const int free = context.availability.free(offering.id, slot);
        if (free < command.quantity)
            return refuse(refusal::noStock, {{"offering", toString(offering.id)},
                                             {"night", toString(slot)},
                                             {"free", std::to_string(free)},
                                             {"wanted", std::to_string(command.quantity)}});
    }
    return {};
}

/// Who holds enough unpaid pays for that first.
Expected<void> checkUnpaid(const MakeReservation &command, const Workflow &workflow, Money total,
                           const Context &context)
{
    if (workflow.mostUnpaid == 0 || total.minor == 0)
        return {};
    const std::string phone = normalisedPhone(command.guest.phone);
    if (phone.empty())
        return refuse(refusal::phoneMissing);
    const int unpaid = context.availability.unpaidOf(phone);
    if (unpaid >= workflow.mostUnpaid)
        return refuse(refusal::tooManyUnpaid,
                      {{"most", std::to_string(workflow.mostUnpaid)}, {"unpaid", std::to_string(unpaid)}});
    return {};
}

/// It goes into messages to whatever telephone they name.
Expected<void> checkSelf(const Guest &guest)
{
    if (!isPlainName(guest.name))
        return refuse(refusal::nameNotPlain);
    if (!isPhoneNumber(guest.phone))
        return refuse(refusal::badText, {{"field", "phone"}});
    return {};
}

Expected<void> check(const MakeReservation &command, const Context &context)
{
    if (command.channel != webChannel || command.wish)
        return notTheirs(typeOf<MakeReservation>());
    if (auto self = checkSelf(command.guest); !self)
        return self;
    const Offering *offering = context.availability.offering(command.offering);
    if (!offering)
        return {}; // refused for that
    if (auto dates = checkDates(offering->workflow, command.stay, context.businessDate); !dates)
        return dates;
    if (auto size = checkSize(command, *offering); !size)
        return size;
    const auto prices = housePrices(*offering, command.stay, command.quantity);
    if (!command.nightlyPrices.empty() && command.nightlyPrices != prices)
        return refuse(refusal::priceChanged, {{"expected", std::to_string(sum(prices))},
                                              {"got", std::to_string(sum(command.nightlyPrices))}});
    const Money total{sum(prices), command.currency};
    if (auto money = checkMoney(command, offering->workflow, total); !money)
        return money;
    if (auto stock = checkStockBeforePayment(command, *offering, context); !stock)
        return stock;
    return checkUnpaid(command, offering->workflow, total, context);
}

Expected<void> check(const Reservation *state, const TakePayment &command)
{
    if (command.method != PaymentMethod::Card)
        return notTheirs(typeOf<TakePayment>());
    // A command that came twice is refused for that, whatever is left to pay by now.
    if (!state || findPayment(*state, command.payment))
        return {};
    if (const Money open = chargeable(*state); open.minor > 0 && command.amount != open)
        return refuse(refusal::badAmount, {{"amount", toString(command.amount)}});
    return {};
}

Expected<void> check(const Reservation *state, const EditGuest &command)
{
    if (auto self = checkSelf(command.guest); !self)
        return self;
    // What is held unpaid is counted by the number: another one would begin to count anew.
    const bool isCounted = state && isHeldUnpaid(*state) && state->workflow.mostUnpaid > 0;
    if (isCounted && normalisedPhone(command.guest.phone) != normalisedPhone(state->guest.phone))
        return notTheirs(typeOf<EditGuest>());
    return {};
}

/// A guest adds to a note; what the house has written there stays.
Expected<void> check(const Reservation *state, const EditNote &command)
{
    if (!state)
        return {};
    const std::string_view note = command.note;
    if (!note.starts_with(state->note))
        return notTheirs(typeOf<EditNote>());
    std::string_view added = note.substr(state->note.size());
    if (added.starts_with('\n')) // between the two
        added.remove_prefix(1);
    return checkText("note", added, webLimits(state->workflow).note, Lines::Many);
}

} // namespace

WebLimits webLimits(const Workflow &workflow)
{
    WebLimits limits;
    if (workflow.slotKind == SlotKind::Once)
        limits.quantity = 10;
    return limits;
}

std::vector<std::int64_t> housePrices(const Offering &offering, const Stay &stay, int quantity)
{
    const bool isOnce = offering.workflow.slotKind == SlotKind::Once || stay.nights() < 1;
    const int slots = isOnce ? 1 : std::min(stay.nights(), maxNights);
    return std::vector<std::int64_t>(static_cast<std::size_t>(slots), offering.basePrice * quantity);
}

Expected<void> checkGuestsCommand(const Reservation *state, const CommandArgs &command,
                                  const Context &context)
{
    const auto about = reservationOf(command);
    if (!about || about->value != context.actor.account.value)
        return notTheirs(typeOf(command));
    if (const auto *make = std::get_if<MakeReservation>(&command))
        return check(*make, context);
    if (const auto *payment = std::get_if<TakePayment>(&command))
        return check(state, *payment);
    if (const auto *guest = std::get_if<EditGuest>(&command))
        return check(state, *guest);
    if (const auto *note = std::get_if<EditNote>(&command))
        return check(state, *note);
    return {};
}

} // namespace deskbell
