#pragma once

// DayCounts: how many of an offering are taken on each day, over the days that any stay has touched.

#include <cstdint>
#include <vector>

namespace deskbell::models {

class DayCounts
{
public:
    /// Adds to each day of [from, to).
    void add(std::int32_t from, std::int32_t to, int count)
    {
        if (from >= to)
            return;
        cover(from, to);
        for (std::int32_t day = from; day < to; ++day)
            m_counts[static_cast<std::size_t>(day - m_first)] += count;
    }

    int on(std::int32_t day) const
    {
        if (day < m_first || day - m_first >= static_cast<std::int32_t>(m_counts.size()))
            return 0;
        return m_counts[static_cast<std::size_t>(day - m_first)];
    }

private:
    void cover(std::int32_t from, std::int32_t to)
    {
        if (m_counts.empty())
            m_first = from;
        if (from < m_first) {
            m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_first - from), 0);
            m_first = from;
        }
        if (const auto size = static_cast<std::size_t>(to - m_first); size > m_counts.size())
            m_counts.resize(size);
    }

    std::int32_t m_first = 0;
    std::vector<std::int32_t> m_counts;
};

} // namespace deskbell::models
