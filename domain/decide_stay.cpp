// Giving the unit, and the stay itself: arriving, leaving, not coming.

#include <algorithm>

#include "domain/draft.h"

namespace deskbell {

Expected<void> carryOut(Draft &draft, const AssignUnit &command)
{
    const Reservation &now = draft.now();
    if (auto unit = checkUnit(now, now.offering, now.stay, command.unit, draft.context()); !unit)
        return unit;
    if (now.state == ReservationState::InHouse) {
        if (auto empty = checkUnoccupied(now, command.unit, draft.context()); !empty)
            return empty;
    }
    const Stay nights = nightsToHold(now, command.unit, now.stay, draft.context().businessDate);
    draft.add(UnitAssigned{command.unit, nights.arrival});
    return {};
}

Expected<void> carryOut(Draft &draft, const AssignAnyUnit &)
{
    const Reservation &now = draft.now();
    const Availability &availability = draft.context().availability;
    const auto unit = isUnitShared(now.workflow, now.stay) ? availability.leastUsedUnit(now.offering)
                                                           : availability.anyFreeUnit(now.offering, now.stay);
    if (!unit)
        return refuse(refusal::noUnit, {{"offering", toString(now.offering)}});
    draft.add(UnitAssigned{*unit});
    return {};
}

Expected<void> carryOut(Draft &draft, const UnassignUnit &)
{
    draft.add(UnitUnassigned{});
    return {};
}

namespace {

Expected<void> checkSwap(const Reservation &reservation, const Reservation &other, const Context &context)
{
    for (const auto &[id, nights] : unitNights(other)) {
        const Unit *unit = context.availability.unit(id);
        if (!unit)
            return refuse(refusal::unknownUnit, {{"unit", toString(id)}});
        if (unit->sale != SaleState::Open)
            return refuse(refusal::unitClosed, {{"unit", toString(id)}});
        if (unit->offering != reservation.offering)
            return refuse(refusal::unitOfOtherOffering, {{"unit", toString(id)}});
    }
    return {};
}

/// What `units` are with those of `others` in the nights of `common`, neighbours of one unit joined.
std::vector<UnitNights> withNightsOf(const std::vector<UnitNights> &units,
                                     const std::vector<UnitNights> &others, const Stay &common)
{
    std::vector<UnitNights> after;
    const auto add = [&after](const UnitNights &held, const Stay &within) {
        const Stay nights{std::max(held.nights.arrival, within.arrival),
                          std::min(held.nights.departure, within.departure)};
        if (nights.departure <= nights.arrival)
            return;
        if (!after.empty() && after.back().unit == held.unit)
            after.back().nights.departure = nights.departure;
        else
            after.push_back({held.unit, nights});
    };
    for (const UnitNights &held : units)
        add(held, {held.nights.arrival, common.arrival});
    for (const UnitNights &held : others)
        add(held, common);
    for (const UnitNights &held : units)
        add(held, {common.departure, held.nights.departure});
    return after;
}

/// The unit in which a guest in house sleeps tonight after the swap has nobody else in it.
Expected<void> checkTonight(const Draft &draft, const ReservationId &other)
{
    const Context &context = draft.context();
    const auto tonight = presentUnit(draft.now(), context.businessDate);
    if (!tonight)
        return {};
    const auto occupant = context.availability.occupant(tonight->unit, draft.now().id);
    if (!occupant || *occupant == other)
        return {};
    return refuse(refusal::unitOccupied,
                  {{"unit", toString(tonight->unit)}, {"reservation", toString(*occupant)}});
}

} // namespace

std::optional<Stay> nightsInCommon(const Stay &one, ReservationState oneState, const Stay &other,
                                   ReservationState otherState, Date businessDate)
{
    Stay common{std::max(one.arrival, other.arrival), std::min(one.departure, other.departure)};
    if (oneState == ReservationState::InHouse || otherState == ReservationState::InHouse)
        common.arrival = std::max(common.arrival, businessDate);
    return common.arrival < common.departure ? std::optional(common) : std::nullopt;
}

Expected<void> carryOut(Draft &one, Draft &other, const SwapUnits &)
{
    const Context &context = one.context();
    if (auto checked = checkSwap(one.now(), other.now(), context); !checked)
        return checked;
    if (auto checked = checkSwap(other.now(), one.now(), context); !checked)
        return checked;
    const auto common = nightsInCommon(one.now().stay, one.now().state, other.now().stay, other.now().state,
                                       context.businessDate);
    if (one.now().id == other.now().id || !common)
        return refuse(refusal::noCommonNights,
                      {{"reservation", toString(one.now().id)}, {"other", toString(other.now().id)}});
    const auto units = unitNights(one.now());
    const auto others = unitNights(other.now());
    one.add(UnitsSwapped{other.now().id, withNightsOf(units, others, *common), common->arrival});
    other.add(UnitsSwapped{one.now().id, withNightsOf(others, units, *common), common->arrival});
    return checkTonight(one, other.now().id).and_then([&] { return checkTonight(other, one.now().id); });
}

Expected<void> carryOut(Draft &draft, const CheckIn &)
{
    const Reservation &now = draft.now();
    if (usesUnit(now) && !now.unit)
        return refuse(refusal::unitMissing);
    const auto units = unitNights(now);
    if (const UnitNights *tonight = heldOn(units, draft.context().businessDate)) {
        if (auto empty = checkUnoccupied(now, tonight->unit, draft.context()); !empty)
            return empty;
    }
    draft.add(GuestCheckedIn{});
    return {};
}

Expected<void> carryOut(Draft &draft, const CheckOut &)
{
    const Reservation &now = draft.now();
    for (const Payment &payment : now.payments) {
        if (isUnderWay(payment.state))
            return refuse(refusal::paymentUnderWay, {{"payment", toString(payment.id)}});
    }
    if (const Money open = owed(now); open.minor > 0)
        return refuse(refusal::folioNotSettled, {{"owed", toString(open)}});
    draft.add(GuestCheckedOut{std::max(now.stay.arrival, draft.context().businessDate)});
    if (draft.now().workflow.use == StockUse::Returned)
        releaseHoldings(draft);
    return {};
}

Expected<void> carryOut(Draft &draft, const MarkNoShow &)
{
    releaseHoldings(draft);
    draft.add(GuestDidNotShow{});
    return {};
}

} // namespace deskbell
