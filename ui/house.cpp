#include "ui/house.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/plaintext.h"

namespace deskbell::ui {

std::optional<Offering> House::offering(const OfferingId &id) const
{
    for (const Offering &offering : offerings()) {
        if (offering.id == id)
            return offering;
    }
    return std::nullopt;
}

std::vector<Offering> House::onSale() const
{
    std::vector<Offering> all = offerings();
    std::erase_if(all, [this](const Offering &offering) { return !isOnSale(offering, property()); });
    return all;
}

std::vector<Unit> House::freeUnits(const OfferingId &offering, const Stay &stay,
                                   const ReservationId &except) const
{
    std::vector<Unit> all = units(offering);
    const auto who = row(except);
    const auto present = who ? who->presentUnit(property().businessDate) : std::nullopt;
    std::erase_if(all, [&](const Unit &unit) {
        const bool isOwn = who && who->unit == unit.id;
        return (unit.sale != SaleState::Open && !isOwn) ||
               !isUnitFree(unit.id, nightsIn(unit.id, stay, present, property().businessDate), except);
    });
    return all;
}

int House::freeThroughout(const OfferingId &offering, const Stay &stay) const
{
    int least = free(offering, stay.arrival);
    for (Date night = stay.arrival; night < stay.departure; night += Days{1})
        least = std::min(least, free(offering, night));
    return least;
}

OfferingKind House::kindOf(const OfferingId &id) const
{
    const auto known = offering(id);
    return known ? deskbell::kindOf(known->workflow) : OfferingKind::Rooms;
}

OfferingKind House::kindOf(const CommandArgs &args) const
{
    if (const auto *make = std::get_if<MakeReservation>(&args))
        return kindOf(make->offering);
    if (const auto *move = std::get_if<MoveReservation>(&args))
        return kindOf(move->offering);
    if (const auto *change = std::get_if<ChangeWorkflow>(&args))
        return kindOf(change->offering);
    if (const auto *put = std::get_if<PutUnit>(&args))
        return kindOf(put->offering);
    if (const auto *put = std::get_if<PutOffering>(&args)) {
        const auto workflow = workflowNamed(put->workflow);
        return workflow ? deskbell::kindOf(*workflow) : kindOf(put->offering);
    }
    const auto about = reservationOf(args);
    const auto known = about ? row(*about) : std::nullopt;
    return known ? kindOf(known->offering) : OfferingKind::Rooms;
}

std::optional<OfferingKind> House::kind() const
{
    const std::vector<Offering> all = offerings();
    if (all.empty())
        return OfferingKind::Rooms; // as most houses
    const OfferingKind first = deskbell::kindOf(all.front().workflow);
    const bool isOne = std::all_of(all.begin(), all.end(), [first](const Offering &offering) {
        return deskbell::kindOf(offering.workflow) == first;
    });
    return isOne ? std::optional(first) : std::nullopt;
}

Names House::names(OfferingKind kind) const
{
    Names names;
    names.kind = kind;
    names.unit = [this](const UnitId &id) { return shown(unitName(id)); };
    names.offering = [this](const OfferingId &id) { return shown(offeringName(id)); };
    names.guest = [this](const ReservationId &id) {
        const auto known = row(id);
        return known ? shown(text(known->guest)) : QString();
    };
    names.zone = zoneNamed(property().timeZone);
    names.currency = property().currency;
    return names;
}

} // namespace deskbell::ui
