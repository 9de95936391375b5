#include "server/storage/sql/entitytable.h"

#include <deque>
#include <string>

namespace deskbell::server {
namespace {

template <IsEntity Kind>
constexpr const char *ownTable = nullptr;
template <>
constexpr const char *ownTable<Property> = "property";
template <>
constexpr const char *ownTable<Offering> = "offering";
template <>
constexpr const char *ownTable<Unit> = "unit";
template <>
constexpr const char *ownTable<Reservation> = "reservation";

template <IsEntity Kind>
std::string allRows()
{
    const std::string select = "SELECT id, version, row FROM ";
    if constexpr (ownTable<Kind> != nullptr)
        return select + ownTable<Kind>;
    else
        return select + "entity_row WHERE kind = " + std::to_string(static_cast<int>(entityOf<Kind>()));
}

template <IsEntity Kind>
std::string rowsOfProperty()
{
    const char *link = ownTable<Kind> ? " WHERE " : " AND ";
    return allRows<Kind>() + link + (std::same_as<Kind, Property> ? "id = ?1" : "property = ?1");
}

/// One statement a kind, in the list's order.
std::deque<std::string> eachRows(bool isOfProperty)
{
    std::deque<std::string> statements;
    forEachEntity([&]<typename Kind>() {
        statements.push_back(isOfProperty ? rowsOfProperty<Kind>() : allRows<Kind>());
    });
    return statements;
}

} // namespace

const char *selectAllRows(Entity entity)
{
    static const std::deque<std::string> statements = eachRows(false);
    return statements[static_cast<std::size_t>(entity)].c_str();
}

const char *selectRowsOfProperty(Entity entity)
{
    static const std::deque<std::string> statements = eachRows(true);
    return statements[static_cast<std::size_t>(entity)].c_str();
}

const std::vector<SeenRows> &selectSeenRows()
{
    static std::deque<std::string> statements;
    static const std::vector<SeenRows> all = [] {
        std::vector<SeenRows> seen;
        const auto add = [&](Entity entity, const char *condition) {
            statements.push_back(std::string(selectRowsOfProperty(entity)) + condition);
            seen.push_back({entity, statements.back().c_str()});
        };
        forEachType(UndatedEntities(), [&]<typename Kind>() { add(entityOf<Kind>(), " AND ?2 <= ?3"); });
        // Together isSeen(), each found by an index.
        add(entityOf<Reservation>(), " AND departure >= ?2 AND (arrival < ?3 OR reach = 2)");
        add(entityOf<Reservation>(), " AND reach > 0 AND departure < ?2 AND (arrival < ?3 OR reach = 2)");
        return seen;
    }();
    return all;
}

} // namespace deskbell::server
