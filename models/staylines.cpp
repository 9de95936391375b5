#include "models/staylines.h"

#include <algorithm>
#include <cassert>

namespace deskbell::models {

namespace {

bool isBefore(const PlacedStay &a, const PlacedStay &b)
{
    return a.from != b.from ? a.from < b.from : a.stay < b.stay;
}

} // namespace

void DayRange::include(std::int32_t otherFrom, std::int32_t otherTo)
{
    if (otherFrom >= otherTo)
        return;
    if (isEmpty()) {
        from = otherFrom;
        to = otherTo;
        return;
    }
    from = std::min(from, otherFrom);
    to = std::max(to, otherTo);
}

void UnitStays::insert(const PlacedStay &stay)
{
    m_longest = std::max(m_longest, stay.to - stay.from);
    // Loads come sorted more often than not.
    if (m_stays.empty() || isBefore(m_stays.back(), stay))
        m_stays.push_back(stay);
    else
        m_stays.insert(std::lower_bound(m_stays.begin(), m_stays.end(), stay, isBefore), stay);
}

void UnitStays::erase(const PlacedStay &stay)
{
    const auto found = std::lower_bound(m_stays.begin(), m_stays.end(), stay, isBefore);
    assert(found != m_stays.end() && found->stay == stay.stay);
    m_stays.erase(found);
    if (m_stays.empty())
        m_longest = 0;
}

std::span<const PlacedStay> UnitStays::in(std::int32_t from, std::int32_t to) const
{
    const auto isFromBefore = [](const PlacedStay &stay, std::int32_t day) { return stay.from < day; };
    auto first = std::lower_bound(m_stays.begin(), m_stays.end(), from - m_longest, isFromBefore);
    while (first != m_stays.end() && first->to <= from)
        ++first;
    const auto last = std::lower_bound(first, m_stays.end(), to, isFromBefore);
    return {first, last};
}

bool StayLines::fits(const Line &line, const PlacedStay &stay)
{
    const auto next = std::lower_bound(line.begin(), line.end(), stay, isBefore);
    if (next != line.end() && next->from < stay.to)
        return false;
    return next == line.begin() || std::prev(next)->to <= stay.from;
}

void StayLines::put(Line &line, const PlacedStay &stay)
{
    line.insert(std::lower_bound(line.begin(), line.end(), stay, isBefore), stay);
}

DayRange StayLines::insert(const PlacedStay &stay)
{
    ++m_count;
    const DayRange touched{stay.from, stay.to};
    for (Line &line : m_lines) {
        if (fits(line, stay)) {
            put(line, stay);
            return touched;
        }
    }
    m_lines.push_back({stay});
    return touched;
}

DayRange StayLines::erase(const PlacedStay &stay)
{
    const int line = lineOf(stay);
    assert(line >= 0);
    Line &stays = m_lines[static_cast<std::size_t>(line)];
    stays.erase(std::lower_bound(stays.begin(), stays.end(), stay, isBefore));
    --m_count;
    DayRange touched{stay.from, stay.to};
    settle(static_cast<std::size_t>(line), touched, touched);
    while (!m_lines.empty() && m_lines.back().empty())
        m_lines.pop_back();
    return touched;
}

void StayLines::settle(std::size_t line, DayRange freed, DayRange &touched)
{
    struct Gap
    {
        std::size_t line;
        DayRange days;
    };
    std::vector<Gap> gaps{{line, freed}};
    while (!gaps.empty()) {
        const Gap gap = gaps.back();
        gaps.pop_back();
        for (std::size_t above = gap.line + 1; above < m_lines.size(); ++above) {
            const auto beside = in(static_cast<int>(above), gap.days.from, gap.days.to);
            const std::vector<PlacedStay> candidates(beside.begin(), beside.end());
            for (const PlacedStay &stay : candidates) {
                if (!fits(m_lines[gap.line], stay))
                    continue;
                put(m_lines[gap.line], stay);
                Line &from = m_lines[above];
                from.erase(std::lower_bound(from.begin(), from.end(), stay, isBefore));
                touched.include(stay.from, stay.to);
                gaps.push_back({above, {stay.from, stay.to}});
            }
        }
    }
}

std::span<const PlacedStay> StayLines::in(int line, std::int32_t from, std::int32_t to) const
{
    // Nothing overlaps in a line, so the ends are sorted as the beginnings are.
    const Line &stays = m_lines[static_cast<std::size_t>(line)];
    const auto first = std::partition_point(stays.begin(), stays.end(),
                                            [from](const PlacedStay &s) { return s.to <= from; });
    const auto last =
        std::partition_point(first, stays.end(), [to](const PlacedStay &s) { return s.from < to; });
    return {first, last};
}

int StayLines::lineOf(const PlacedStay &stay) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto found = std::lower_bound(m_lines[i].begin(), m_lines[i].end(), stay, isBefore);
        if (found != m_lines[i].end() && found->stay == stay.stay && found->from == stay.from)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace deskbell::models
