#pragma once

// FlatTable: numbers found by a hash, in one block of memory without nodes. It keeps for each entry
// the upper half of the hash and a number; what the number stands for, and whether it is equal to
// what is looked for, the caller says. Not thread-safe.

#include <cstdint>
#include <vector>

namespace deskbell::models {

class FlatTable
{
public:
    static constexpr std::uint32_t none = 0xffff'ffff;

    void clear()
    {
        m_cells.clear();
        m_used = 0;
    }

    /// The number for which `isEqual(number)` holds among those of this hash; `none` without one.
    template <typename IsEqual>
    std::uint32_t find(std::uint64_t hash, IsEqual isEqual) const
    {
        if (m_cells.empty())
            return none;
        const std::uint32_t tag = tagOf(hash);
        for (std::size_t i = start(tag);; i = next(i)) {
            const Cell &cell = m_cells[i];
            if (cell.number == none)
                return none;
            if (cell.tag == tag && isEqual(cell.number))
                return cell.number;
        }
    }

    /// The caller has made sure that it is not there.
    void insert(std::uint64_t hash, std::uint32_t number)
    {
        if ((m_used + 1) * 4 > m_cells.size() * 3)
            grow(m_cells.empty() ? 16 : m_cells.size() * 2);
        place({tagOf(hash), number});
        ++m_used;
    }

    void reserve(std::size_t count)
    {
        std::size_t size = 16;
        while (size * 3 < count * 4 + 4)
            size *= 2;
        if (size > m_cells.size())
            grow(size);
    }

    /// Closes the gap by moving the followers up, so that no grave slows later searches.
    void erase(std::uint64_t hash, std::uint32_t number)
    {
        if (m_cells.empty())
            return;
        std::size_t hole = start(tagOf(hash));
        while (m_cells[hole].number != number) {
            if (m_cells[hole].number == none)
                return;
            hole = next(hole);
        }
        for (std::size_t i = next(hole); m_cells[i].number != none; i = next(i)) {
            const std::size_t home = start(m_cells[i].tag);
            const bool isReachable = hole <= i ? home <= hole || home > i : home <= hole && home > i;
            if (isReachable) {
                m_cells[hole] = m_cells[i];
                hole = i;
            }
        }
        m_cells[hole] = {};
        --m_used;
    }

private:
    struct Cell
    {
        std::uint32_t tag = 0;
        std::uint32_t number = none;
    };

    static std::uint32_t tagOf(std::uint64_t hash)
    {
        return static_cast<std::uint32_t>(hash * 0x9e37'79b9'7f4a'7c15u >> 32);
    }
    std::size_t start(std::uint32_t tag) const { return tag & (m_cells.size() - 1); }
    std::size_t next(std::size_t i) const { return (i + 1) & (m_cells.size() - 1); }

    void place(Cell cell)
    {
        std::size_t i = start(cell.tag);
        while (m_cells[i].number != none)
            i = next(i);
        m_cells[i] = cell;
    }

    void grow(std::size_t size)
    {
        std::vector<Cell> old(size);
        old.swap(m_cells);
        for (const Cell &cell : old) {
            if (cell.number != none)
                place(cell);
        }
    }

    std::vector<Cell> m_cells;
    std::size_t m_used = 0;
};

} // namespace deskbell::models
