#pragma once

// What is set up at a property, decoded once and remembered by the writer: every command asks for it
// and few change it. Belongs to the writer's thread; dropped when a transaction is taken back.

#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/property.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

class PropertyBook
{
public:
    /// Nothing when there is no such property. Throws StorageFailure.
    static std::optional<PropertyBook> read(Connection &connection, const PropertyId &id);

    explicit PropertyBook(Property property) : m_property(std::move(property)) {}

    const Property &property() const { return m_property; }
    const Offering *offering(const OfferingId &id) const;
    const Unit *unit(const UnitId &id) const;
    /// In the board's order.
    const std::vector<UnitId> &unitsOf(const OfferingId &id) const;

    void put(const Property &property) { m_property = property; }
    void put(const Offering &offering) { m_offerings[offering.id] = offering; }
    void put(const Unit &unit);

private:
    Property m_property;
    std::unordered_map<OfferingId, Offering> m_offerings;
    std::unordered_map<UnitId, Unit> m_units;
    std::unordered_map<OfferingId, std::vector<UnitId>> m_unitsOf;
};

} // namespace deskbell::server
