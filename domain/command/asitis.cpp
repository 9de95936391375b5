#include "domain/command/asitis.h"

namespace deskbell {

PutOffering asItIs(const Offering &offering)
{
    return {offering.id,       offering.code,      offering.name,      std::string(offering.workflow.name),
            offering.capacity, offering.basePrice, offering.maxGuests, offering.order,
            offering.startsAt, offering.sale,      termsOf(offering.workflow)};
}

PutUnit asItIs(const Unit &unit)
{
    return {unit.id, unit.offering, unit.name, unit.floor, unit.order, unit.sale};
}

} // namespace deskbell
