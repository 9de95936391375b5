#include "ui/house.h"

#include <algorithm>

#include "ui/format.h"

namespace deskbell::ui {

std::optional<Offering> House::offering(const OfferingId &id) const
{
    for (const Offering &offering : offerings()) {
        if (offering.id == id)
            return offering;
    }
    return std::nullopt;
}

std::vector<Unit> House::freeUnits(const OfferingId &offering, const Stay &stay,
                                   const ReservationId &except) const
{
    std::vector<Unit> all = units(offering);
    std::erase_if(all, [&](const Unit &unit) { return !isUnitFree(unit.id, stay, except); });
    return all;
}

int House::freeThroughout(const OfferingId &offering, const Stay &stay) const
{
    int least = free(offering, stay.arrival);
    for (Date night = stay.arrival; night < stay.departure; night += Days{1})
        least = std::min(least, free(offering, night));
    return least;
}

Names House::names() const
{
    Names names;
    names.unit = [this](const UnitId &id) { return unitName(id); };
    names.offering = [this](const OfferingId &id) { return offeringName(id); };
    names.zone = zoneNamed(property().timeZone);
    return names;
}

} // namespace deskbell::ui
