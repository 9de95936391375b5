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

Expected<void> carryOut(Draft &draft, const CheckIn &)
{
    const Reservation &now = draft.now();
    if (usesUnit(now) && !now.unit)
        return refuse(refusal::unitMissing);
    if (now.unit) {
        if (auto empty = checkUnoccupied(now, *now.unit, draft.context()); !empty)
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
