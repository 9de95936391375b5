#pragma once

// Lists of types, from which variants, enumerations and tables are derived.

#include <array>
#include <cstddef>
#include <type_traits>
#include <variant>

namespace deskbell {

template <typename... Types>
struct TypeList
{
    static constexpr std::size_t size = sizeof...(Types);
};

template <typename... A, typename... B>
constexpr TypeList<A..., B...> operator+(TypeList<A...>, TypeList<B...>)
{
    return {};
}

/// Where the type is in the list; the list's size when it is not.
template <typename Type, typename... Types>
constexpr std::size_t placeIn(TypeList<Types...>)
{
    std::size_t place = 0;
    static_cast<void>(((std::is_same_v<Type, Types> || (++place, false)) || ...));
    return place;
}

template <typename... Types>
std::variant<Types...> anyOf(TypeList<Types...>);
/// A value of one of the list's types.
template <typename List>
using AnyOf = decltype(anyOf(List()));

/// What visit.operator()<Type>() returns for each type, in the list's order.
template <typename Visit, typename... Types>
constexpr auto forEachType(TypeList<Types...>, Visit &&visit)
{
    if constexpr ((std::is_void_v<decltype(visit.template operator()<Types>())> && ...))
        (visit.template operator()<Types>(), ...);
    else
        return std::array{visit.template operator()<Types>()...};
}

/// Calls visit.operator()<Type>() for the type in that place, and returns what it returns.
template <typename Visit, typename... Types>
constexpr auto visitType(std::size_t place, TypeList<Types...>, Visit &&visit)
{
    using Result = std::common_type_t<decltype(visit.template operator()<Types>())...>;
    using Call = Result (*)(Visit &);
    constexpr Call calls[] = {[](Visit &v) -> Result { return v.template operator()<Types>(); }...};
    return calls[place](visit);
}

} // namespace deskbell
