// What a guest may ask: their own reservation, at the house's price, and all of what it costs.

#include <algorithm>
#include <numeric>

#include "domain/draft.h"

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
    const bool hasNight = workflow.slotKind == SlotKind::Once || stay.nights() >= 1;
    if (stay.arrival < businessDate || !hasNight)
        return refuse(refusal::badStay,
                      {{"arrival", toString(stay.arrival)}, {"departure", toString(stay.departure)}});
    return {};
}

Expected<void> check(const MakeReservation &command, const Context &context)
{
    if (command.channel != webChannel || command.wish)
        return notTheirs(CommandType::MakeReservation);
    const Offering *offering = context.availability.offering(command.offering);
    if (!offering)
        return {}; // refused for that
    if (auto dates = checkDates(offering->workflow, command.stay, context.businessDate); !dates)
        return dates;
    const int most = offering->maxGuests * std::clamp(command.quantity, 1, maxQuantity);
    if (offering->workflow.slotKind == SlotKind::PerNight && command.adults + command.children > most)
        return refuse(refusal::badParty, {{"adults", std::to_string(command.adults)},
                                          {"children", std::to_string(command.children)},
                                          {"most", std::to_string(most)}});
    const auto prices = housePrices(*offering, command.stay, std::clamp(command.quantity, 1, maxQuantity));
    if (!command.nightlyPrices.empty() && command.nightlyPrices != prices)
        return refuse(refusal::priceChanged, {{"expected", std::to_string(sum(prices))},
                                              {"got", std::to_string(sum(command.nightlyPrices))}});
    return {};
}

Expected<void> check(const Reservation *state, const TakePayment &command)
{
    if (command.method != PaymentMethod::Card)
        return notTheirs(CommandType::TakePayment);
    // A command that came twice is refused for that, whatever is left to pay by now.
    if (!state || findPayment(*state, command.payment))
        return {};
    if (const Money open = chargeable(*state); open.minor > 0 && command.amount != open)
        return refuse(refusal::badAmount, {{"amount", toString(command.amount)}});
    return {};
}

} // namespace

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
    return {};
}

} // namespace deskbell
