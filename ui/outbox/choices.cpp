#include "ui/outbox/choices.h"

#include <QCoreApplication>

#include <algorithm>

#include "domain/decide.h"
#include "domain/rebase.h"
#include "domain/refusal.h"
#include "ui/format.h"
#include "ui/reservation/movedialog.h"

namespace deskbell::ui {

namespace {

struct Choices
{
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

constexpr int mostRooms = 3;
constexpr int mostTypes = 2;
constexpr int searchDays = 21;

Money sum(const std::vector<std::int64_t> &prices, Currency currency)
{
    Money total{0, currency};
    for (const std::int64_t price : prices)
        total.minor += price;
    return total;
}

bool isAboutStock(const std::string &code)
{
    return code == refusal::noStock || code == refusal::unitTaken;
}

/// Where stock is taken when a manager confirms, a request can be taken though nothing is free now: it
/// waits in the queue until something is, or is rejected.
bool canWait(const Offering &offering)
{
    return offering.workflow.stock == StockTiming::AtConfirmation;
}

/// What is like it: a room for a room, seats for seats.
bool isLike(const Offering &offering, OfferingKind kind)
{
    return kindOf(offering.workflow) == kind;
}

/// The same for another offering, at the house's price.
MakeReservation wantedOf(const Offering &offering, const MakeReservation &wanted)
{
    MakeReservation other = wanted;
    other.offering = offering.id;
    other.wish.reset();
    if (offering.startsAt) {
        const Date date = std::chrono::floor<Days>(*offering.startsAt);
        other.stay = {date, date};
    }
    other.nightlyPrices = housePrices(offering, other.stay, wanted.quantity);
    return other;
}

/// The same nights in another type: in one with room, else as a request where one can wait. Or as many
/// seats of another performance, copies of another title.
void addTypes(std::vector<Choice> &choices, const MakeReservation &wanted, const House &house)
{
    const OfferingKind kind = house.kindOf(wanted.offering);
    int types = 0;
    for (const bool isFree : {true, false}) {
        for (const Offering &offering : house.onSale()) {
            if (!isLike(offering, kind) || offering.id == wanted.offering || types == mostTypes)
                continue;
            const MakeReservation other = wantedOf(offering, wanted);
            const bool isPast = other.stay.departure < house.property().businessDate;
            if (isPast || (house.freeThroughout(offering.id, other.stay) >= wanted.quantity) != isFree ||
                (!isFree && !canWait(offering)))
                continue;
            const QString price = moneyText(sum(other.nightlyPrices, wanted.currency));
            const QString words =
                isFree ? Choices::tr("Reserve %1 instead, %2") : Choices::tr("Request %1 instead, %2");
            const QString name = offering.startsAt ? offeringText(offering) : text(offering.name);
            choices.push_back({Choice::Then::Submit, words.arg(name, price), other});
            ++types;
        }
    }
}

/// Fewer seats or copies than were wanted, where some are left.
void addWhatIsLeft(std::vector<Choice> &choices, const MakeReservation &wanted, const Offering &offering,
                   const House &house)
{
    const int left = house.free(offering.id, house.property().businessDate);
    if (offering.workflow.slotKind != SlotKind::Once || left <= 0 || left >= wanted.quantity)
        return;
    MakeReservation fewer = wanted;
    fewer.quantity = left;
    fewer.adults = std::min(wanted.adults, left);
    fewer.nightlyPrices = housePrices(offering, wanted.stay, left);
    const OfferingKind kind = kindOf(offering.workflow);
    choices.push_back({Choice::Then::Submit,
                       Choices::tr("Take only %1, %2", "3 seats, their price")
                           .arg(countText(left, kind), moneyText(sum(fewer.nightlyPrices, wanted.currency))),
                       fewer});
}

/// A reservation that never came to be: take it otherwise.
void addForMake(std::vector<Choice> &choices, const MakeReservation &wanted, const Error &error,
                const House &house)
{
    if (isAboutStock(error.code)) {
        const auto type = house.offering(wanted.offering);
        if (type)
            addWhatIsLeft(choices, wanted, *type, house);
        for (const Stay &stay : nearestFree(house, wanted.offering, wanted.stay, wanted.quantity)) {
            MakeReservation other = wanted;
            other.stay = stay;
            other.wish.reset();
            choices.push_back(
                {Choice::Then::Submit, Choices::tr("Reserve it for %1").arg(stayDatesText(stay)), other});
        }
        if (type && canWait(*type)) {
            // Its procedure has been changed since: now it can wait.
            choices.push_back({Choice::Then::Submit, Choices::tr("Take it as a request"), wanted});
        }
        addTypes(choices, wanted, house);
    }
    choices.push_back({Choice::Then::OpenNew, Choices::tr("Change it and try again…"), wanted});
}

/// Another free room of the same type for the same nights.
void addRooms(std::vector<Choice> &choices, const Reservation &now, const House &house,
              const std::optional<MoveReservation> &move, const UnitId &refused)
{
    const OfferingId offering = move ? move->offering : now.offering;
    const Stay stay = move ? move->stay : now.stay;
    const QString words = kindOf(now.workflow) == OfferingKind::Title
                              ? Choices::tr("Hand it out at %1 instead", "branch")
                              : Choices::tr("Assign room %1 instead");
    int rooms = 0;
    for (const Unit &unit : house.freeUnits(offering, stay, now.id)) {
        if (unit.id == refused || unit.id == now.unit || rooms == mostRooms)
            continue;
        CommandArgs args = AssignUnit{now.id, unit.id};
        if (move) {
            MoveReservation other = *move;
            other.unit = unit.id;
            args = other;
        }
        choices.push_back({Choice::Then::Submit, words.arg(text(unit.name)), args});
        ++rooms;
    }
}

/// The nights may be had though the room may not: another room, or none yet, but for a guest in house.
void addMovesOfTakenRoom(std::vector<Choice> &choices, const Reservation &now, const House &house,
                         const MoveReservation &move)
{
    addRooms(choices, now, house, move, move.unit.value_or(UnitId{}));
    const bool isSameType = move.offering == now.offering;
    for (Date night = move.stay.arrival; night < move.stay.departure; night += Days{1}) {
        const bool isOwn = isSameType && now.holdsStock && now.stay.contains(night);
        if (house.free(move.offering, night) + (isOwn ? now.quantity : 0) < now.quantity)
            return;
    }
    if (now.state == ReservationState::InHouse)
        return;
    MoveReservation roomless = move;
    roomless.unit.reset();
    choices.push_back(
        {Choice::Then::Submit, Choices::tr("Move it now, assign a room later"), CommandArgs{roomless}});
}

/// A reservation that stands but could not get its stock: other dates, another type, or as it is.
void addMoves(std::vector<Choice> &choices, const Reservation &now, const House &house)
{
    for (const Stay &stay : nearestFree(house, now.offering, now.stay, now.quantity))
        choices.push_back({Choice::Then::OpenMove, Choices::tr("Move it to %1…").arg(stayDatesText(stay)),
                           MoveReservation{now.id, now.offering, stay, std::nullopt, now.nightlyPrices}});
    int types = 0;
    for (const Offering &offering : house.onSale()) {
        if (!isLike(offering, kindOf(now.workflow)) || offering.id == now.offering || types == mostTypes ||
            house.freeThroughout(offering.id, now.stay) < now.quantity)
            continue;
        choices.push_back({Choice::Then::OpenMove, Choices::tr("Move it to %1…").arg(text(offering.name)),
                           MoveReservation{now.id, offering.id, now.stay, std::nullopt,
                                           pricesAfterMove(now, offering, now.stay)}});
        ++types;
    }
}

void addForKnown(std::vector<Choice> &choices, const models::AttentionCard &card, const House &house)
{
    const Reservation &now = *card.current;
    const CommandArgs &args = card.command.args;
    const std::string &code = card.error.code;
    if (const auto *assign = std::get_if<AssignUnit>(&args); assign && isAboutStock(code))
        addRooms(choices, now, house, std::nullopt, assign->unit);
    if (const auto *move = std::get_if<MoveReservation>(&args)) {
        if (code == refusal::unitTaken)
            addMovesOfTakenRoom(choices, now, house, *move);
        const QString words[] = {Choices::tr("Choose other dates or another room…"),
                                 Choices::tr("Choose another performance…"),
                                 Choices::tr("Choose another day or another title…")};
        choices.push_back({Choice::Then::OpenMove, words[static_cast<int>(kindOf(now.workflow))], *move});
    }
    if (const auto changed = card.error.facts.find("changed");
        code == refusal::changedMeanwhile && changed != card.error.facts.end())
        choices.push_back({Choice::Then::Submit, Choices::tr("Save my version anyway"),
                           withFields(args, now, changed->second)});
    if (std::holds_alternative<ConfirmReservation>(args) && code == refusal::noStock) {
        addMoves(choices, now, house);
        choices.push_back({Choice::Then::Drop, Choices::tr("Leave it as a request"), {}, true});
    }
    if (std::holds_alternative<TakePayment>(args) && chargeable(now).minor > 0)
        choices.push_back({Choice::Then::OpenPayment, Choices::tr("Take the outstanding payment…"), {}});
    if (card.isParked)
        choices.push_back({Choice::Then::Submit, Choices::tr("Try again"), args});
    choices.push_back({Choice::Then::Show, Choices::tr("Show the reservation"), {}});
}

/// What a command sets up, as it is now.
std::optional<Row> subjectNow(const CommandArgs &args, const House &house)
{
    if (std::holds_alternative<PutProperty>(args))
        return Row(house.property());
    if (const auto *put = std::get_if<PutUnit>(&args)) {
        for (const Unit &unit : house.units(put->offering)) {
            if (unit.id == put->unit)
                return Row(unit);
        }
        return std::nullopt;
    }
    const auto *put = std::get_if<PutOffering>(&args);
    const auto *change = std::get_if<ChangeWorkflow>(&args);
    const auto known = put      ? house.offering(put->offering)
                       : change ? house.offering(change->offering)
                                : std::nullopt;
    return known ? std::optional<Row>(*known) : std::nullopt;
}

/// What was to be set up: as it was entered, to be changed.
void addForSetUp(std::vector<Choice> &choices, const models::AttentionCard &card, const House &house)
{
    const CommandArgs &args = card.command.args;
    if (card.isParked)
        choices.push_back({Choice::Then::Submit, Choices::tr("Try again"), args});
    if (const auto changed = card.error.facts.find("changed");
        card.error.code == refusal::changedMeanwhile && changed != card.error.facts.end()) {
        if (const auto now = subjectNow(args, house))
            choices.push_back({Choice::Then::Submit, Choices::tr("Save my version anyway"),
                               withFields(args, *now, changed->second)});
    }
    const auto sold = card.error.facts.find("sold");
    if (const auto *put = std::get_if<PutOffering>(&args);
        put && card.error.code == refusal::lessThanSold && sold != card.error.facts.end()) {
        PutOffering enough = *put;
        enough.capacity = text(sold->second).toInt();
        choices.push_back(
            {Choice::Then::Submit,
             Choices::tr("Make it %1", "57 seats").arg(countText(enough.capacity, house.kindOf(args))),
             enough});
    }
    const auto *unit = std::get_if<PutUnit>(&args);
    if (std::holds_alternative<PutOffering>(args) || (unit && house.offering(unit->offering)))
        choices.push_back({Choice::Then::OpenSetUp, Choices::tr("Change it and try again…"), args});
}

} // namespace

std::vector<Stay> nearestFree(const House &house, const OfferingId &offering, const Stay &stay, int quantity)
{
    std::vector<Stay> found;
    // What is counted once is as full on any other day.
    if (const auto known = house.offering(offering); known && known->workflow.slotKind == SlotKind::Once)
        return found;
    const auto tryShift = [&](int days) {
        const Stay shifted{stay.arrival + Days{days}, stay.departure + Days{days}};
        if (shifted.arrival < house.property().businessDate ||
            house.freeThroughout(offering, shifted) < quantity)
            return false;
        found.push_back(shifted);
        return true;
    };
    for (int days = 1; days <= searchDays && !tryShift(days); ++days) {
    }
    for (int days = -1; days >= -searchDays && !tryShift(days); --days) {
    }
    return found;
}

std::vector<Choice> choicesFor(const models::AttentionCard &card, const House &house)
{
    std::vector<Choice> choices;
    if (const auto *make = std::get_if<MakeReservation>(&card.command.args); make && !card.current)
        addForMake(choices, *make, card.error, house);
    else if (card.current)
        addForKnown(choices, card, house);
    else if (!reservationOf(card.command.args))
        addForSetUp(choices, card, house);
    else if (card.isParked)
        choices.push_back({Choice::Then::Submit, Choices::tr("Try again"), card.command.args});
    choices.push_back({Choice::Then::Drop, Choices::tr("Discard it"), {}});
    return choices;
}

} // namespace deskbell::ui
