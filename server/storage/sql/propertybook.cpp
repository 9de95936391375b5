#include "server/storage/sql/propertybook.h"

#include <algorithm>

#include "domain/decide.h"
#include "protocol/rows.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

template <typename Kind>
Kind decoded(std::string_view text)
{
    auto row = protocol::decodeRow(text);
    if (row) {
        if (auto *kind = std::get_if<Kind>(&*row))
            return std::move(*kind);
    }
    throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-corrupt", {{"reason", "row"}}});
}

} // namespace

std::optional<PropertyBook> PropertyBook::read(Connection &connection, const PropertyId &id)
{
    Query property(connection, "SELECT row FROM property WHERE id = ?", id);
    if (!property.next())
        return std::nullopt;
    PropertyBook book(decoded<Property>(property.text(0)));
    Query offerings(connection, "SELECT row FROM offering WHERE property = ?", id);
    while (offerings.next())
        book.put(decoded<Offering>(offerings.text(0)));
    Query units(connection, "SELECT row FROM unit WHERE property = ?", id);
    while (units.next())
        book.put(decoded<Unit>(units.text(0)));
    return book;
}

const Offering *PropertyBook::offering(const OfferingId &id) const
{
    const auto found = m_offerings.find(id);
    return found == m_offerings.end() ? nullptr : &found->second;
}

const Unit *PropertyBook::unit(const UnitId &id) const
{
    const auto found = m_units.find(id);
    return found == m_units.end() ? nullptr : &found->second;
}

bool PropertyBook::isRoomNamed(std::string_view wanted, const UnitId &except) const
{
    return std::any_of(m_units.begin(), m_units.end(), [&](const auto &entry) {
        const Unit &unit = entry.second;
        return unit.id != except && isRoomCalled(unit, offering(unit.offering), wanted);
    });
}

bool PropertyBook::hasUnits(const OfferingId &id) const
{
    return std::any_of(m_units.begin(), m_units.end(), [&](const auto &entry) {
        return entry.second.offering == id && entry.second.sale != SaleState::Removed;
    });
}

const std::vector<UnitId> &PropertyBook::unitsOf(const OfferingId &id) const
{
    static const std::vector<UnitId> none;
    const auto found = m_unitsOf.find(id);
    return found == m_unitsOf.end() ? none : found->second;
}

void PropertyBook::put(const Unit &unit)
{
    if (const auto known = m_units.find(unit.id); known != m_units.end())
        std::erase(m_unitsOf[known->second.offering], unit.id);
    m_units[unit.id] = unit;
    if (unit.sale != SaleState::Open)
        return;
    auto &order = m_unitsOf[unit.offering];
    const auto isBefore = [this](const UnitId &a, const UnitId &b) {
        const Unit &left = m_units.at(a);
        const Unit &right = m_units.at(b);
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
