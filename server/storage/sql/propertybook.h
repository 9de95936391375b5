#pragma once

// The setup of a property (its offerings and units), decoded once and cached by the writer: every
// command needs it and few change it. Belongs to the writer's thread; dropped when a transaction is
// rolled back.

#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/entities.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

class PropertyBook
{
public:
    /// Nothing when there is no such property. Throws StorageFailure.
    static std::optional<PropertyBook> read(Connection &connection, const PropertyId &id);

    explicit PropertyBook(Property property) : m_property(std::move(property)) {}

    const Property &property() const { return m_property; }
    /// Null when there is none.
    template <typename Kind>
    const Kind *find(const Uuid &id) const
    {
        if constexpr (std::same_as<Kind, Property>) {
            return id == m_property.id.value ? &m_property : nullptr;
        } else {
            const auto &rows = std::get<std::unordered_map<Uuid, Kind>>(m_rows);
            const auto found = rows.find(id);
            return found == rows.end() ? nullptr : &found->second;
        }
    }
    const Offering *offering(const OfferingId &id) const { return find<Offering>(id.value); }
    const Unit *unit(const UnitId &id) const { return find<Unit>(id.value); }
    std::optional<UndatedRow> row(Entity entity, const Uuid &id) const;
    /// As of Availability.
    bool isRoomNamed(std::string_view comparable, const UnitId &except) const;
    /// It has units that are not removed.
    bool hasUnits(const OfferingId &id) const;
    /// Those that are not closed, in the board's order.
    const std::vector<UnitId> &unitsOf(const OfferingId &id) const;

    /// The number of the property's last change, when the transaction under way holds its clock locked.
    const std::optional<std::uint64_t> &clock() const { return m_clock; }
    void setClock(std::optional<std::uint64_t> seq) { m_clock = seq; }

    void put(const UndatedRow &row);

private:
    template <typename... Kinds>
    static std::tuple<std::unordered_map<Uuid, Kinds>...> maps(TypeList<Kinds...>);
    void order(const Unit &unit);
    template <typename Visit>
    bool anyUnit(Visit &&isSought) const;

    Property m_property;
    std::optional<std::uint64_t> m_clock;
    decltype(maps(UndatedEntities())) m_rows; ///< by kind; the property is not among them
    std::unordered_map<OfferingId, std::vector<UnitId>> m_unitsOf;
};

/// The books that a writer remembers.
class Books
{
public:
    /// Read when it is not remembered; null when there is no such property. Throws StorageFailure.
    PropertyBook *of(Connection &connection, const PropertyId &id);
    PropertyBook *remembered(const PropertyId &id);
    void forget(const PropertyId &id) { m_books.erase(id); }
    void clear() { m_books.clear(); }

private:
    std::unordered_map<PropertyId, PropertyBook> m_books;
};

} // namespace deskbell::server
