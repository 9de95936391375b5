#pragma once

// A page of an SQLite file in somebody's memory, and the sum in its last eight bytes (see sealedpages.h). A
// plain view; nothing is owned.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace deskbell::server::sealedpages {

inline constexpr int leastPage = 512;
inline constexpr int mostPage = 65536;
inline constexpr std::size_t sumSize = 8;
inline constexpr std::size_t pageSizeAt = 16; ///< in the header, most significant byte first; 1 is 65536
inline constexpr std::size_t reservedAt = 20; ///< in the header: how many bytes each page keeps free

class Page
{
public:
    Page(std::uint8_t *bytes, std::size_t size, std::uint64_t number)
        : m_bytes(bytes), m_size(size), m_number(number)
    {
    }

    /// One without a sum is taken as it is.
    bool isSound() const { return !hasSum() || word(m_size - sumSize) == sum(); }
    bool hasSum() const { return word(m_size - sumSize) != 0; }
    bool isEmpty() const
    {
        return std::all_of(m_bytes, m_bytes + m_size, [](std::uint8_t byte) { return byte == 0; });
    }
    void seal() const { put(sum()); }
    void clearSum() const { put(0); }

private:
    /// 64-bit FNV-1a, eight bytes at a time: each step is one-to-one, so no single change goes unseen.
    std::uint64_t sum() const
    {
        std::uint64_t value = 0xcbf29ce484222325 ^ m_number;
        for (std::size_t at = 0; at + sumSize < m_size; at += sumSize) {
            value = (value ^ word(at)) * 0x100000001b3;
            value ^= value >> 32;
        }
        return value == 0 ? 1 : value;
    }
    std::uint64_t word(std::size_t at) const
    {
        std::uint64_t value = 0;
        if constexpr (std::endian::native == std::endian::little) {
            std::memcpy(&value, m_bytes + at, sizeof value);
        } else {
            for (std::size_t byte = sumSize; byte-- > 0;)
                value = value << 8 | m_bytes[at + byte];
        }
        return value;
    }
    void put(std::uint64_t value) const
    {
        for (std::size_t byte = 0; byte < sumSize; ++byte, value >>= 8)
            m_bytes[m_size - sumSize + byte] = static_cast<std::uint8_t>(value);
    }

    std::uint8_t *m_bytes;
    std::size_t m_size;
    std::uint64_t m_number;
};

/// As the header of a file says it; 0 when that makes no sense.
inline std::size_t pageSizeIn(std::span<const std::uint8_t> header)
{
    const std::size_t size = static_cast<std::size_t>(header[pageSizeAt]) << 8 | header[pageSizeAt + 1];
    const std::size_t bytes = size == 1 ? mostPage : size;
    return bytes >= leastPage && std::has_single_bit(bytes) ? bytes : 0;
}

/// Whether the pages of a file that begins so have sums. A header that says no is believed unless its page
/// has one that was made when it said yes: then it is damaged, and reading it will say so.
inline bool headerHasSums(std::span<std::uint8_t> first)
{
    if (first[reservedAt] != 0)
        return true;
    const std::size_t size = pageSizeIn(first);
    if (size == 0 || size > first.size())
        return true;
    first[reservedAt] = sumSize;
    const Page page(first.data(), size, 1);
    const bool wasSealed = page.hasSum() && page.isSound();
    first[reservedAt] = 0;
    return wasSealed;
}

} // namespace deskbell::server::sealedpages
