#pragma once

// Every kind of row that backend and desks share, listed once. Whatever treats all of them (the protocol,
// both databases, the desk's cache and its memory) follows from this list, so that a new kind is a struct,
// its description and a line here. New kinds are added at the end: databases keep a kind as its place in the
// list.

#include <cstdint>
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

/// A row of any kind.
using Row = AnyOf<Entities>;

inline Entity entityOf(const Row &row)
{
    return static_cast<Entity>(row.index());
}
inline Uuid idOf(const Row &row)
{
    return std::visit([](const auto &entity) { return entity.id.value; }, row);
}
inline std::uint32_t versionOf(const Row &row)
{
    return std::visit([](const auto &entity) { return entity.version; }, row);
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

/// Rows of every kind without dates, in the order in which they came.
class UndatedRows
{
public:
    template <IsEntity Kind>
    requires(!Windowed<Kind>) std::vector<Kind>
    &of() { return std::get<std::vector<Kind>>(m_rows); }
    template <IsEntity Kind>
    requires(!Windowed<Kind>) const std::vector<Kind> &of() const
    {
        return std::get<std::vector<Kind>>(m_rows);
    }
    /// Of any kind without dates.
    void add(Row row)
    {
        std::visit(
            [this]<typename Kind>(Kind &&each) {
                if constexpr (!Windowed<std::remove_cvref_t<Kind>>)
                    of<std::remove_cvref_t<Kind>>().push_back(std::forward<Kind>(each));
            },
            std::move(row));
    }

    /// Calls visit(row) for each.
    template <typename Visit>
    void forEach(Visit &&visit) const
    {
        std::apply([&](const auto &...rows) { (forEachOf(rows, visit), ...); }, m_rows);
    }
    bool isEmpty() const
    {
        return std::apply([](const auto &...rows) { return (rows.empty() && ...); }, m_rows);
    }
    void append(const UndatedRows &later)
    {
        later.forEach([this](const auto &row) { add(row); });
    }

private:
    template <typename Rows, typename Visit>
    static void forEachOf(const Rows &rows, Visit &visit)
    {
        for (const auto &row : rows)
            visit(row);
    }
    template <typename Kind>
    using Rows = std::conditional_t<Windowed<Kind>, std::tuple<>, std::tuple<std::vector<Kind>>>;
    template <typename... Kinds>
    static auto lists(TypeList<Kinds...>) -> decltype(std::tuple_cat(std::declval<Rows<Kinds>>()...));

    decltype(lists(Entities())) m_rows;
};

} // namespace deskbell
