#pragma once

// Every kind of row that backend and desks share, listed once. Whatever treats all of them (the protocol,
// both databases, the desk's cache and its memory) follows from this list, so that a new kind is a struct,
// its description and a line here. New kinds are added at the end: databases keep a kind as its place in the
// list.

#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/property.h"
#include "domain/typelist.h"
#include "domain/window.h"

namespace deskbell {

using Entities = TypeList<Property, Offering, Unit, Reservation>;

/// A kind of row: its place in the list.
enum class Entity : std::uint8_t {};

template <>
inline constexpr std::array<std::string_view, Entities::size>
    namesOf<Entity> = forEachType(Entities(), []<typename Kind>() { return Kind::entityName; });
inline constexpr std::size_t entityCount = Entities::size;

template <typename Kind>
concept IsEntity = placeIn<Kind>(Entities())
< entityCount;

template <IsEntity Kind>
constexpr Entity entityOf()
{
    return static_cast<Entity>(placeIn<Kind>(Entities()));
}

/// A kind that has dates: a desk has those of its window only. The others it has all of.
template <typename Kind>
concept Windowed = IsEntity<Kind> && requires(const Kind &row)
{
    placeOf(row);
};

template <typename... Kinds>
constexpr auto withoutWindowed(TypeList<Kinds...>)
{
    return (TypeList<>() + ... + std::conditional_t<Windowed<Kinds>, TypeList<>, TypeList<Kinds>>());
}
using UndatedEntities = decltype(withoutWindowed(Entities()));

/// A row of any kind, and of any kind without dates.
using Row = AnyOf<Entities>;
using UndatedRow = AnyOf<UndatedEntities>;

inline Entity entityOf(const Row &row)
{
    return static_cast<Entity>(row.index());
}
inline Entity entityOf(const UndatedRow &row)
{
    return std::visit([]<typename Kind>(const Kind &) { return entityOf<Kind>(); }, row);
}
template <typename AnyRow>
Uuid idOf(const AnyRow &row)
{
    return std::visit([](const auto &each) { return each.id.value; }, row);
}
template <typename AnyRow>
std::uint32_t versionOf(const AnyRow &row)
{
    return std::visit([](const auto &each) { return each.version; }, row);
}

/// The kind in that place, as databases keep it; none when there is no such place.
constexpr std::optional<Entity> entityAt(std::int64_t place)
{
    return place >= 0 && place < static_cast<std::int64_t>(entityCount)
               ? std::optional(static_cast<Entity>(place))
               : std::nullopt;
}

/// Calls visit.operator()<Kind>() for the kind, and returns what it returns.
template <typename Visit>
constexpr auto visitEntity(Entity entity, Visit &&visit)
{
    return visitType(static_cast<std::size_t>(entity), Entities(), visit);
}
constexpr bool isWindowed(Entity entity)
{
    return visitEntity(entity, []<typename Kind>() { return Windowed<Kind>; });
}
/// Calls visit.operator()<Kind>() for each kind, in the list's order.
template <typename Visit>
constexpr void forEachEntity(Visit &&visit)
{
    forEachType(Entities(), visit);
}

/// Rows of every kind without dates: by kind, each in the order in which they came.
class UndatedRows
{
public:
    template <typename Kind>
    std::vector<Kind> &of()
    {
        return std::get<std::vector<Kind>>(m_rows);
    }
    template <typename Kind>
    const std::vector<Kind> &of() const
    {
        return std::get<std::vector<Kind>>(m_rows);
    }
    void add(UndatedRow row)
    {
        std::visit([this]<typename Kind>(
                       Kind &&each) { of<std::remove_cvref_t<Kind>>().push_back(std::forward<Kind>(each)); },
                   std::move(row));
    }
    /// Calls visit(row) for each.
    template <typename Visit>
    void forEach(Visit &&visit) const
    {
        forEachType(UndatedEntities(), [&]<typename Kind>() {
            for (const Kind &row : of<Kind>())
                visit(row);
        });
    }
    bool isEmpty() const
    {
        return std::apply([](const auto &...rows) { return (rows.empty() && ...); }, m_rows);
    }

private:
    template <typename... Kinds>
    static std::tuple<std::vector<Kinds>...> lists(TypeList<Kinds...>);

    decltype(lists(UndatedEntities())) m_rows;
};

} // namespace deskbell
