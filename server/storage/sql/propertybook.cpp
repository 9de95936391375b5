#include "server/storage/sql/propertybook.h"

#include <algorithm>

#include "domain/decide.h"
#include "protocol/rows.h"
#include "server/storage/sql/entitytable.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

Row decoded(Entity entity, std::string_view text)
{
    auto row = protocol::decodeRow(text);
    if (row && entityOf(*row) == entity)
        return std::move(*row);
    throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-corrupt", {{"reason", "row"}}});
}

} // namespace

std::optional<PropertyBook> PropertyBook::read(Connection &connection, const PropertyId &id)
{
    std::optional<PropertyBook> book;
    forEachEntity([&]<typename Kind>() {
        if constexpr (!Windowed<Kind>) {
            Query rows(connection, selectRowsOfProperty(entityOf<Kind>()), id);
            while (rows.next()) {
                const Row row = decoded(entityOf<Kind>(), rows.text(2));
                if (!book)
                    book.emplace(std::get<Property>(row)); // the first of the list
                book->put(row);
            }
        }
    });
    return book;
}

std::optional<Row> PropertyBook::row(Entity entity, const Uuid &id) const
{
    if (entity == entityOf<Property>())
        return m_property.version > 0 && id == m_property.id.value ? std::optional<Row>(m_property)
                                                                   : std::nullopt;
    const auto found = m_rows.find(id);
    const bool isThere = found != m_rows.end() && entityOf(found->second) == entity;
    return isThere ? std::optional(found->second) : std::nullopt;
}

void PropertyBook::put(const Row &row)
{
    std::visit([this](const auto &each) { put(each); }, row);
}

template <typename Visit>
bool PropertyBook::anyUnit(Visit &&isSought) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &entry) {
        const Unit *unit = std::get_if<Unit>(&entry.second);
        return unit && isSought(*unit);
    });
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

void PropertyBook::put(const Unit &unit)
{
    if (const Unit *known = find<Unit>(unit.id.value))
        std::erase(m_unitsOf[known->offering], unit.id);
    m_rows[unit.id.value] = unit;
    if (unit.sale != SaleState::Open)
        return;
    auto &order = m_unitsOf[unit.offering];
    const auto isBefore = [this](const UnitId &a, const UnitId &b) {
        const Unit &left = *this->unit(a);
        const Unit &right = *this->unit(b);
        return std::pair(left.order, left.name) < std::pair(right.order, right.name);
    };
    order.insert(std::upper_bound(order.begin(), order.end(), unit.id, isBefore), unit.id);
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
