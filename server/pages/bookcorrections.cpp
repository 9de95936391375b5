// The part of BookPages that a guest comes back to: the details of what has been ordered are corrected there.

#include <algorithm>

#include "server/pages/bookpages.h"
#include "server/pages/bookvalues.h"

namespace deskbell::server {
namespace {

bool isApplied(const protocol::CommandResult &result)
{
    return std::holds_alternative<protocol::Applied>(result.outcome);
}

/// Until they come.
bool mayCorrect(const Reservation &made, Date businessDate)
{
    const auto possible = possibleCommands(made, Actor{{}, {}, Role::Guest}, businessDate);
    return std::find(possible.begin(), possible.end(), typeOf<EditGuest>()) != possible.end();
}

Wish wishOf(const Reservation &made)
{
    return {made.stay, made.adults, made.children, made.quantity};
}

/// What was ordered is another thing by now: the details alone can be corrected.
bool isOtherOrder(const Reservation &made, const Wish &wish, const OfferingId &offering, bool leavesCard)
{
    const bool isRoom = kindOf(made.workflow) == OfferingKind::Rooms;
    const bool isOtherStay =
        isRoom && (wish.stay != made.stay || wish.adults != made.adults || wish.children != made.children);
    return offering != made.offering || wish.quantity != made.quantity || isOtherStay ||
           (leavesCard && made.card == CardOnFile::None);
}

/// The commands that make the details what was filled in; none when they are.
std::vector<CommandArgs> corrections(const Reservation &made, const Details &details, Language language)
{
    std::vector<CommandArgs> all;
    Guest guest = made.guest;
    const Guest filled = details.guest(language);
    guest.name = filled.name;
    guest.phone = filled.phone;
    guest.email = filled.email;
    guest.wantsNotices = filled.wantsNotices;
    if (guest != made.guest)
        all.push_back(EditGuest{made.id, guest});
    // What the house has written there since stays.
    const bool isThere = ("\n" + made.note + "\n").find("\n" + details.note + "\n") != std::string::npos;
    if (!details.note.empty() && !isThere)
        all.push_back(EditNote{made.id, made.note.empty() ? details.note : made.note + "\n" + details.note});
    return all;
}

} // namespace

void BookPages::showMade(const VisitPtr &visit, const HousePtr &house, const Reservation &made)
{
    visit->about = kindOf(made.workflow);
    const auto offering = std::find_if(house->offerings.begin(), house->offerings.end(),
                                       [&made](const Offering &each) { return each.id == made.offering; });
    if (!mayCorrect(made, house->property.businessDate) || offering == house->offerings.end())
        return m_kit.tell(*visit, 200, house->property.name, "booked_already", m_desk.links().pathTo(made.id),
                          m_kit.say(*visit, "open_booking"));
    Order order;
    order.reservation = made.id;
    order.wish = wishOf(made);
    order.choice = {*offering, made.stay, 0, made.nightlyPrices, totalPrice(made)};
    order.details = detailsOf(made.guest, {}); // the note may have the house's own words by now
    order.isMade = true;
    order.seen = made.version;
    showDetails(*visit, 200, *house, order);
}

void BookPages::correct(const VisitPtr &visit, const HousePtr &house, const Reservation &made, Order order)
{
    visit->about = kindOf(made.workflow);
    if (isOtherOrder(made, order.wish, order.choice.offering.id, order.details.leavesCard))
        return tellUnchanged(*visit, *house, made.id);
    if (!order.errors.empty()) {
        order.wish = wishOf(made);
        order.isMade = true;
        return showDetails(*visit, 422, *house, order);
    }
    std::vector<Command> commands;
    for (CommandArgs &args : corrections(made, order.details, visit->language)) {
        Command &command = commands.emplace_back(m_desk.correct(std::move(args)));
        // What the house has corrected since stays; to a note something is only added.
        if (std::holds_alternative<EditGuest>(command.args))
            command.base.emplace(toString(made.id), order.seen);
    }
    if (commands.empty())
        return showOwnPage(visit, made.id, false);
    if (!mayCorrect(made, house->property.businessDate))
        return tellUnchanged(*visit, *house, made.id);
    const GuestLimits::Asking asking{house->property.id, visit->request.remoteAddress, order.details.phone};
    if (const auto wait = m_desk.mustWait(typeOf<EditGuest>(), asking, made.id))
        return m_kit.holdOff(*visit, house->property.name, *wait);
    send(visit,
         {house->property.id, made.id, std::move(commands), visit->request.id, visit->request.remoteAddress,
          m_desk.turnsOf(asking)},
         [this, visit, house, id = made.id](const Results &results) {
             if (!results)
                 return waitIn(results.error())
                            ? m_kit.holdOff(*visit, house->property.name, *waitIn(results.error()))
                            : m_kit.tellError(*visit, house->property.name, results.error());
             if (!std::all_of(results->begin(), results->end(), isApplied))
                 return tellUnchanged(*visit, *house, id);
             showOwnPage(visit, id, false);
         });
}

void BookPages::tellUnchanged(const Visit &visit, const House &house, const ReservationId &reservation) const
{
    m_kit.tell(visit, 409, house.property.name, "booked_changed", m_desk.links().pathTo(reservation),
               m_kit.say(visit, "open_booking"));
}

} // namespace deskbell::server
