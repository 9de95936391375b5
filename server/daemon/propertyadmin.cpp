#include "server/daemon/propertyadmin.h"

#include <algorithm>
#include <future>

#include "domain/text.h"
#include "protocol/json.h"
#include "server/timezone.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

constexpr std::string_view operatorName = "operator";

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
    return Property{{}, 1, composed(request.name), request.timeZone, *currency, *date};
}

Expected<PropertyId> added(const PropertyRequest &request, Storage &storage,
                           const std::vector<protocol::PropertyRef> &known, const Surroundings &surroundings)
{
    auto property = propertyOf(request);
    if (!property)
        return tl::unexpected(property.error());
    const std::string name = comparable(property->name);
    if (std::any_of(known.begin(), known.end(),
                    [&](const auto &each) { return comparable(each.name) == name; }))
        return failure("property-taken", {{"property", request.name}});
    property->id = PropertyId{makeUuidV7(surroundings.now(), surroundings.random)};
    const auto loaded = storage.load(property->id, {*property}, Loading::Begin);
    return loaded.map([&](const auto &) { return property->id; });
}

/// As a command, like anybody's: it is decided, numbered and told to the desks.
Expected<void> carriedOut(CommandArgs args, const PropertyId &property, Storage &storage,
                          const Surroundings &surroundings)
{
    Command command;
    command.id.value = makeUuidV7(surroundings.now(), surroundings.random);
    command.lane = laneOf(args);
    command.args = std::move(args);
    command.madeAt = surroundings.now();
    command.actor = operatorName;
    CommandRequest request;
    request.property = property;
    request.actor = {{}, std::string(operatorName), Role::Admin};
    request.batch.commands = {std::move(command)};
    request.origin = {"operator", {}};
    std::promise<Expected<std::vector<protocol::CommandResult>>> answered;
    storage.submit(std::move(request), [&](auto results) { answered.set_value(std::move(results)); });
    const auto results = answered.get_future().get();
    if (!results)
        return tl::unexpected(results.error());
    if (const auto *refused = std::get_if<protocol::Refused>(&results->front().outcome))
        return tl::unexpected(refused->error);
    return {};
}

/// As it is when nothing is said.
Expected<bool> yesOrNo(const std::string &answer, bool now)
{
    if (!answer.empty() && answer != "yes" && answer != "no")
        return failure("bad-answer", {{"answer", answer}});
    return answer.empty() ? now : answer == "yes";
}

Expected<PutProperty> corrected(const PropertyRequest &request, const Property &now)
{
    PutProperty put{now.name, now.timeZone, now.clerksConfirm, now.isClosed};
    if (request.name.empty() && request.timeZone.empty() && request.clerksConfirm.empty() &&
        request.closed.empty())
        return failure("nothing-to-change");
    if (!request.name.empty() && isBlank(request.name))
        return failure("property-name-missing");
    if (!request.name.empty())
        put.name = composed(request.name);
    if (!request.timeZone.empty())
        put.timeZone = request.timeZone;
    const auto clerksConfirm = yesOrNo(request.clerksConfirm, put.clerksConfirm);
    const auto isClosed = yesOrNo(request.closed, now.isClosed);
    if (!clerksConfirm || !isClosed)
        return tl::unexpected((clerksConfirm ? isClosed : clerksConfirm).error());
    put.clerksConfirm = *clerksConfirm;
    put.isClosed = *isClosed;
    return put;
}

Expected<Property> read(Storage &storage, const PropertyId &id)
{
    return storage.house(id).map([](const House &house) { return house.property; });
}

json::object shown(const Property &property)
{
    return {{"id", toString(property.id)},
            {"name", property.name},
            {"timeZone", property.timeZone},
            {"currency", std::string(property.currency.text())},
            {"businessDate", deskbell::toString(property.businessDate)},
            {"clerksConfirm", property.clerksConfirm},
            {"isClosed", property.isClosed}};
}

Expected<std::string> answerAbout(Storage &storage, const std::vector<PropertyId> &ids)
{
    json::array properties;
    for (const PropertyId &id : ids) {
        const auto property = read(storage, id);
        if (!property)
            return tl::unexpected(property.error());
        properties.push_back(shown(*property));
    }
    return json::serialize(json::object{{"properties", std::move(properties)}});
}

/// Each member with its name.
void eachMember(auto &request, auto &&visit)
{
    visit("action", request.action);
    visit("property", request.property);
    visit("name", request.name);
    visit("timeZone", request.timeZone);
    visit("currency", request.currency);
    visit("businessDate", request.businessDate);
    visit("clerksConfirm", request.clerksConfirm);
    visit("closed", request.closed);
}

} // namespace

std::string encodePropertyRequest(const PropertyRequest &request)
{
    json::object object;
    eachMember(request, [&](const char *name, const std::string &value) { object[name] = value; });
    return json::serialize(object);
}

Expected<PropertyRequest> decodePropertyRequest(std::string_view text)
{
    const auto parsed = protocol::parseJson(text, {16 * 1024, 2});
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (!parsed->is_object())
        return failure("bad-property-request");
    PropertyRequest request;
    eachMember(request, [&](const char *name, std::string &value) {
        value = protocol::textAt(parsed->get_object(), name);
    });
    return request;
}

Expected<PropertyId> propertyNamed(const std::string &wanted, const std::vector<protocol::PropertyRef> &known)
{
    const auto isIt = [&](const protocol::PropertyRef &each) {
        return composed(each.name) == composed(wanted) || toString(each.id) == wanted;
    };
    const auto count = std::count_if(known.begin(), known.end(), isIt);
    if (count == 0)
        return failure("unknown-property", {{"property", wanted}});
    if (count > 1)
        return failure("property-ambiguous", {{"property", wanted}});
    return std::find_if(known.begin(), known.end(), isIt)->id;
}

Expected<std::string> administerProperty(const PropertyRequest &request, Storage &storage,
                                         const Surroundings &surroundings)
{
    const auto known = storage.properties();
    if (!known)
        return tl::unexpected(known.error());
    if (request.action == "list") {
        std::vector<PropertyId> all;
        for (const protocol::PropertyRef &each : *known)
            all.push_back(each.id);
        return answerAbout(storage, all);
    }
    if (request.action == "add")
        return added(request, storage, *known, surroundings).and_then([&](const PropertyId &id) {
            return answerAbout(storage, {id});
        });
    if (request.action != "edit" && request.action != "business-date" && request.action != "next-day")
        return failure("unknown-property-action", {{"action", request.action}});
    if (request.property.empty() && (known->size() != 1 || request.action == "edit"))
        return failure("property-missing");
    const auto id = request.property.empty() ? Expected<PropertyId>(known->front().id)
                                             : propertyNamed(request.property, *known);
    if (!id)
        return tl::unexpected(id.error());
    const auto now = read(storage, *id);
    if (!now)
        return tl::unexpected(now.error());
    Expected<void> done;
    if (request.action == "next-day")
        done = carriedOut(AdvanceBusinessDate{now->businessDate + Days{1}}, *id, storage, surroundings);
    else if (request.action == "edit")
        done = corrected(request, *now).and_then([&](const PutProperty &put) {
            return carriedOut(put, *id, storage, surroundings);
        });
    if (!done)
        return tl::unexpected(done.error());
    return answerAbout(storage, {*id});
}

} // namespace deskbell::server
