#pragma once

// The names by which enumerations travel and are stored: one table per enumeration, in its order,
// read both ways. Internal to the domain's own .cpp files.

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string_view>

namespace deskbell::names {

template <typename Enum, std::size_t N>
constexpr std::string_view nameOf(const std::array<std::string_view, N> &table, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    assert(index < N);
    return table[index];
}

template <typename Enum, std::size_t N>
constexpr std::optional<Enum> valueNamed(const std::array<std::string_view, N> &table, std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace deskbell::names
