#pragma once

// The names of enumerations: the words by which their values travel, are stored and are logged. An
// enumeration lists them once, beside it and in its order, and everything else follows from the list:
//   template <> inline constexpr std::array<std::string_view, 2> namesOf<Lamp>{"off", "on"};
//   static_assert(isLast(Lamp::On));

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace deskbell {

template <typename Enum>
inline constexpr std::array<std::string_view, 0> namesOf{};

template <typename Enum>
concept Named = std::is_enum_v<Enum> && !namesOf<Enum>.empty();

template <Named Enum>
inline constexpr int countOf = static_cast<int>(namesOf<Enum>.size());

/// The list of names is as long as the enumeration.
template <Named Enum>
constexpr bool isLast(Enum value)
{
    return static_cast<int>(value) == countOf<Enum> - 1;
}

template <Named Enum>
constexpr std::string_view toString(Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    assert(index < namesOf<Enum>.size());
    return namesOf<Enum>[index];
}

/// The value of that name, if there is one.
template <Named Enum>
constexpr std::optional<Enum> named(std::string_view name)
{
    for (std::size_t i = 0; i < namesOf<Enum>.size(); ++i) {
        if (namesOf<Enum>[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace deskbell
