#pragma once

// TextPool: each different text once, by number, in one block of bytes: guests' names come again and
// again in a large house. Texts are never taken out; a reset of the Book empties it.

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "models/flattable.h"

namespace deskbell::models {

class TextPool
{
public:
    void clear() { *this = {}; }

    std::uint32_t number(std::string_view text)
    {
        const std::uint64_t hash = std::hash<std::string_view>{}(text);
        const std::uint32_t known =
            m_table.find(hash, [&](std::uint32_t n) { return this->text(n) == text; });
        if (known != FlatTable::none)
            return known;
        const auto fresh = static_cast<std::uint32_t>(m_ends.size());
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
        m_table.insert(hash, fresh);
        return fresh;
    }

    /// Valid until the next number().
    std::string_view text(std::uint32_t number) const
    {
        const std::uint32_t begin = number == 0 ? 0 : m_ends[number - 1];
        return {m_bytes.data() + begin, m_ends[number] - begin};
    }
    std::size_t size() const { return m_ends.size(); }

private:
    std::vector<char> m_bytes;
    std::vector<std::uint32_t> m_ends;
    FlatTable m_table;
};

} // namespace deskbell::models
