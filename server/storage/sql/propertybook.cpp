#include "server/storage/sql/propertybook.h"

#include <algorithm>

#include "domain/decide.h"
#include "protocol/rows.h"
#include "server/storage/sql/entitytable.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

template <typename Kind>
Kind decoded(std::string_view text)
{
    auto row = protocol::decodeRow(text);
    if (Kind *kind = row ? std::get_if<Kind>(&*row) : nullptr)
        return std::move(*kind);
    throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-corrupt", {{"reason", "row"}}});
}

} // namespace

std::optional<PropertyBook> PropertyBook::read(Connection &connection, const PropertyId &id)
{
    Query property(connection, selectRowsOfProperty(entityOf<Property>()), id);
    if (!property.next())
        return std::nullopt;
    PropertyBook book(decoded<Property>(property.text(2)));
    forEachType(UndatedEntities(), [&]<typename Kind>() {
        if constexpr (!std::same_as<Kind, Property>) {
            Query rows(connection, selectRowsOfProperty(entityOf<Kind>()), id);
            while (rows.next())
                book.put(decoded<Kind>(rows.text(2)));
        }
    });
    return book;
}

std::optional<UndatedRow> PropertyBook::row(Entity entity, const Uuid &id) const
{
    std::optional<UndatedRow> found;
    forEachType(UndatedEntities(), [&]<typename Kind>() {
        if (const Kind *row = entity == entityOf<Kind>() ? find<Kind>(id) : nullptr)
            found = *row;
    });
    return found;
}

void PropertyBook::put(const UndatedRow &row)
{
    std::visit(
        [this]<typename Kind>(const Kind &each) {
            if constexpr (std::same_as<Kind, Unit>)
                order(each);
            if constexpr (std::same_as<Kind, Property>)
                m_property = each;
            else
                std::get<std::unordered_map<Uuid, Kind>>(m_rows)[each.id.value] = each;
        },
        row);
}

template <typename Visit>
bool PropertyBook::anyUnit(Visit &&isSought) const
{
    const auto &units = std::get<std::unordered_map<Uuid, Unit>>(m_rows);
    return std::any_of(units.begin(), units.end(), [&](const auto &entry) { return isSought(entry.second); });
}

bool PropertyBook::isRoomNamed(std::string_view wanted, const UnitId &except) const
{
    return anyUnit([&](const Unit &unit) {
        return unit.id != except && isRoomCalled(unit, offering(unit.offering), wanted);
    });
}

bool PropertyBook::hasUnits(const OfferingId &id) const
{
    return anyUnit([&](const Unit &unit) { return unit.offering == id && unit.sale != SaleState::Removed; });
}

const std::vector<UnitId> &PropertyBook::unitsOf(const OfferingId &id) const
{
    static const std::vector<UnitId> none;
    const auto found = m_unitsOf.find(id);
    return found == m_unitsOf.end() ? none : found->second;
}

/// In the place that it is to have, before it is stored.
void PropertyBook::order(const Unit &unit)
{
    if (const Unit *known = find<Unit>(unit.id.value))
        std::erase(m_unitsOf[known->offering], unit.id);
    if (unit.sale != SaleState::Open)
        return;
    auto &order = m_unitsOf[unit.offering];
    const auto isBefore = [this](const Unit &one, const UnitId &id) {
        const Unit &other = *this->unit(id);
        return std::pair(one.order, one.name) < std::pair(other.order, other.name);
    };
    order.insert(std::upper_bound(order.begin(), order.end(), unit, isBefore), unit.id);
}

PropertyBook *Books::of(Connection &connection, const PropertyId &id)
{
    if (PropertyBook *known = remembered(id))
        return known;
    auto book = PropertyBook::read(connection, id);
    return book ? &m_books.emplace(id, std::move(*book)).first->second : nullptr;
}

PropertyBook *Books::remembered(const PropertyId &id)
{
    const auto found = m_books.find(id);
    return found == m_books.end() ? nullptr : &found->second;
}

} // namespace deskbell::server
