#include "server/pages/guestdesk.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "server/storage/followingwork.h"
#include "server/timezone.h"
#include "server/workers/mypage/readviews.h"

namespace deskbell::server {
namespace {

constexpr std::string_view guestName = "guest";
/// Set-up changes seldom; a price that has changed meanwhile is refused by the command itself.
constexpr std::chrono::seconds houseGoodFor{1};

bool fits(const Choice &choice, const Wish &wish)
{
    if (choice.free < wish.quantity)
        return false;
    return kindOf(choice.offering.workflow) != OfferingKind::Rooms ||
           wish.adults + wish.children <= choice.offering.maxGuests * wish.quantity;
}

std::string_view outcomeOf(const protocol::Outcome &outcome)
{
    static constexpr std::array<std::string_view, 7> names{"applied", "refused",   "blocked", "retry",
                                                           "unknown", "id-reused", "outdated"};
    return names[outcome.index()];
}

} // namespace

std::optional<Choice> choiceOf(const House &house, const Offering &offering,
                               const std::vector<SlotStock> &stock, const Wish &wish)
{
    Choice choice;
    choice.offering = offering;
    const bool isRoom = kindOf(offering.workflow) == OfferingKind::Rooms;
    const Date today = house.property.businessDate;
    const Date then = offering.startsAt ? Date(std::chrono::floor<Days>(*offering.startsAt)) : today;
    if (then < today)
        return std::nullopt; // it has been
    choice.stay = isRoom ? wish.stay : Stay{then, then};
    choice.free = offering.capacity;
    const auto kept = house.overstays.find(offering.id);
    for (const Date slot : slotsOf(offering.workflow, choice.stay)) {
        const auto row = std::find_if(stock.begin(), stock.end(), [&](const SlotStock &each) {
            return each.offering == offering.id && each.slot == slot;
        });
        const int left = row == stock.end() ? offering.capacity : row->free;
        const bool isKept = slot == today && kept != house.overstays.end();
        choice.free = std::min(choice.free, left - (isKept ? kept->second : 0));
    }
    choice.free = std::max(choice.free, 0);
    choice.prices = housePrices(offering, choice.stay, wish.quantity);
    const auto sum = std::accumulate(choice.prices.begin(), choice.prices.end(), std::int64_t{0});
    choice.total = {sum, house.property.currency};
    if (isRoom && wish.stay.nights() < 1)
        return std::nullopt;
    return choice;
}

Expected<std::shared_ptr<const House>> GuestDesk::house(const PropertyId &property)
{
    const auto now = m_surroundings.steady();
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_houses.find(property);
        if (found != m_houses.end() && now - found->second.at < houseGoodFor)
            return found->second.house;
    }
    auto read = m_storage.house(property);
    if (!read)
        return tl::unexpected(read.error());
    auto house = std::make_shared<const House>(std::move(*read));
    const std::lock_guard lock(m_mutex);
    m_houses[property] = {house, now};
    return house;
}

Expected<std::vector<Choice>> GuestDesk::choices(const House &house, const Wish &wish)
{
    const auto stock = m_storage.stock(house.property.id, wish.stay.arrival, wish.stay.departure);
    if (!stock)
        return tl::unexpected(stock.error());
    std::vector<Choice> found;
    for (const Offering &offering : house.offerings) {
        auto choice = isOnSale(house, offering) ? choiceOf(house, offering, *stock, wish) : std::nullopt;
        if (choice && fits(*choice, wish))
            found.push_back(std::move(*choice));
    }
    return found;
}

Expected<std::optional<Choice>> GuestDesk::choice(const House &house, const OfferingId &id, const Wish &wish)
{
    const auto offering = std::find_if(house.offerings.begin(), house.offerings.end(),
                                       [&](const Offering &each) { return each.id == id; });
    if (offering == house.offerings.end() || !isOnSale(house, *offering))
        return std::optional<Choice>();
    const auto stock = m_storage.stock(house.property.id, wish.stay.arrival, wish.stay.departure);
    if (!stock)
        return tl::unexpected(stock.error());
    return choiceOf(house, *offering, *stock, wish);
}

bool GuestDesk::hasBegun(const House &house, const Offering &offering) const
{
    // By the clock while it is that day; by the business date a house may live on any other.
    const auto now = localMinute(m_surroundings.now(), house.property.timeZone);
    return offering.startsAt && now && *offering.startsAt <= *now && *now < *offering.startsAt + Days{1};
}

bool GuestDesk::isOnSale(const House &house, const Offering &offering) const
{
    return deskbell::isOnSale(offering, house.property) && !hasBegun(house, offering);
}

std::optional<protocol::GuestReservation> GuestDesk::viewOf(const GuestRecord &record)
{
    if (record.view) {
        if (auto view = protocol::decodeGuestReservation(record.view->row))
            return std::move(*view);
        return std::nullopt;
    }
    if (hasGuestPage(record.reservation))
        return std::nullopt;
    const auto named = m_storage.named(record.property, record.reservation.id);
    if (!named || !*named)
        return std::nullopt;
    return guestView(record.property, **named);
}

std::chrono::seconds GuestDesk::pauseOf(const Workflow &workflow)
{
    return workflow.isPausedByOverload ? m_cardService.restLeft() : std::chrono::seconds(0);
}

Command GuestDesk::command(const CommandId &id, CommandArgs args) const
{
    Command command;
    command.id = id;
    command.lane = laneOf(args);
    command.args = std::move(args);
    command.madeAt = m_surroundings.now();
    command.actor = guestName;
    return command;
}

Command GuestDesk::make(const MakeReservation &args) const
{
    MakeReservation wish = args;
    wish.channel = webChannel;
    return command(CommandId{makeNamedUuid(args.reservation.value, "make")}, std::move(wish));
}

Command GuestDesk::pay(const ReservationId &reservation, const PaymentId &payment, Money amount,
                       const std::string &token) const
{
    return command(CommandId{makeNamedUuid(payment.value, "take")},
                   TakePayment{reservation, payment, PaymentMethod::Card, amount, token});
}

Command GuestDesk::cancel(const ReservationId &reservation, std::optional<CommandId> id) const
{
    const CommandId own{makeUuidV7(m_surroundings.now(), m_surroundings.random)};
    return command(id.value_or(own), CancelReservation{reservation, {}});
}

Command GuestDesk::correct(CommandArgs args) const
{
    return command(CommandId{makeUuidV7(m_surroundings.now(), m_surroundings.random)}, std::move(args));
}

std::optional<std::chrono::milliseconds> waitIn(const Error &error)
{
    const auto fact = error.facts.find("waitMs");
    std::chrono::milliseconds::rep wait = 0;
    if (error.code != tooManyRequests || fact == error.facts.end())
        return std::nullopt;
    std::from_chars(fact->second.data(), fact->second.data() + fact->second.size(), wait);
    return std::chrono::milliseconds(wait);
}

std::optional<std::chrono::milliseconds>
GuestDesk::mustWait(CommandType type, const GuestLimits::Asking &asking, const ReservationId &reservation)
{
    const auto wait = m_limits.mustWait(asking, m_surroundings.steady());
    if (wait)
        m_refused.note({asking.property,
                        std::string(toString(type)),
                        std::string(tooManyRequests),
                        asking.address,
                        {},
                        reservation});
    return wait;
}

void GuestDesk::submit(GuestOrder order, CommandsDone done)
{
    CommandRequest request;
    request.property = order.property;
    request.actor = {AccountId{order.reservation.value}, std::string(guestName), Role::Guest};
    request.batch.commands = std::move(order.commands);
    request.origin = {"guest", order.address};
    request.turns = std::move(order.turns);
    std::vector<CommandType> types;
    for (const Command &command : request.batch.commands)
        types.push_back(typeOf(command.args));
    auto told = [this, property = order.property, reservation = toString(order.reservation),
                 own = order.reservation, id = order.request, address = std::move(order.address),
                 types = std::move(types),
                 done = std::move(done)](Expected<std::vector<protocol::CommandResult>> results) {
        if (!results && results.error().code == tooManyRequests)
            m_refused.note(
                {property, std::string(toString(types.front())), results.error().code, address, {}, own});
        if (results) {
            for (std::size_t i = 0; i < results->size(); ++i) {
                const protocol::CommandResult &result = (*results)[i];
                const auto *refused = std::get_if<protocol::Refused>(&result.outcome);
                if (refused && !result.isReplayed)
                    m_refused.note({property, std::string(toString(types[i])), refused->error.code, address,
                                    result.id, own});
                m_log.info("guest-command", {{"request", id},
                                             {"command", toString(result.id)},
                                             {"reservation", reservation},
                                             {"outcome", std::string(outcomeOf(result.outcome))},
                                             {"code", refused ? refused->error.code : std::string()},
                                             {"replayed", result.isReplayed ? "yes" : "no"}});
            }
        }
        done(std::move(results));
    };
    m_storage.submit(std::move(request), std::move(told));
}

} // namespace deskbell::server
