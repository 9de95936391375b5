#pragma once

// How a property begins without an import: its name, zone, currency and business date. What can be
// reserved there an admin sets up at a desk. For a database that nobody has open; made when it is not
// there yet.

#include <string>

#include "domain/property.h"
#include "server/storage/place.h"

namespace deskbell::server {

struct PropertyRequest
{
    std::string name;
    std::string timeZone;
    std::string currency;
    std::string businessDate;
};

/// The property as it is there now. Errors: "property-name-missing", "property-taken", "bad-currency",
/// "bad-date", "time-zone-missing", "storage-…".
Expected<Property> addProperty(const DatabasePlace &database, const PropertyRequest &request,
                               const Surroundings &surroundings);

} // namespace deskbell::server
