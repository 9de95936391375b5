#include "server/daemon/propertyadmin.h"

#include <algorithm>

#include "domain/text.h"
#include "server/timezone.h"

namespace deskbell::server {
namespace {

Expected<Property> propertyOf(const PropertyRequest &request)
{
    if (isBlank(request.name))
        return failure("property-name-missing");
    if (isBlank(request.timeZone))
        return failure("time-zone-missing");
    if (!isTimeZone(request.timeZone))
        return failure("unknown-time-zone", {{"zone", request.timeZone}});
    for (const std::string *text : {&request.name, &request.timeZone}) {
        if (auto checked = checkText("name", *text, maxName); !checked)
            return tl::unexpected(checked.error());
    }
    const auto currency = parseCurrency(request.currency);
    if (!currency)
        return failure("bad-currency", {{"currency", request.currency}});
    const auto date = parseDate(request.businessDate);
    if (!date)
        return failure("bad-date", {{"date", request.businessDate}});
    return Property{{}, 1, request.name, request.timeZone, *currency, *date};
}

} // namespace

Expected<Property> addProperty(const DatabasePlace &database, const PropertyRequest &request,
                               const Surroundings &surroundings)
{
    auto property = propertyOf(request);
    if (!property)
        return property;
    const auto storage = database.open(DatabasePlace::Make::IfMissing, surroundings);
    if (!storage)
        return tl::unexpected(storage.error());
    const auto known = (*storage)->properties();
    if (!known)
        return tl::unexpected(known.error());
    if (std::any_of(known->begin(), known->end(),
                    [&](const auto &each) { return each.name == request.name; }))
        return failure("property-taken", {{"property", request.name}});
    property->id = PropertyId{makeUuidV7(surroundings.now(), surroundings.random)};
    const auto loaded = (*storage)->load(property->id, {*property}, Loading::Begin);
    if (!loaded)
        return tl::unexpected(loaded.error());
    return property;
}

} // namespace deskbell::server
