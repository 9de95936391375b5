#pragma once

// StayLines: stays that have no row of their own, stacked into as few lines as they need so that
// none covers another. A stay lies in the first line where it fits; when one goes, those above it
// that now fit lower come down, so that the stack never keeps holes. A change costs what lies beside
// it, not what is in the stack. UnitStays: the stays of one unit, sorted by arrival.

#include <cstdint>
#include <span>
#include <vector>

#include "models/bookedstay.h"

namespace deskbell::models {

/// A stay with the days it needs, [from, to): enough to place it without opening it.
struct PlacedStay
{
    std::int32_t from = 0;
    std::int32_t to = 0;
    StayHandle stay = noStay;

    friend bool operator==(const PlacedStay &, const PlacedStay &) = default;
};

/// Half-open range of days; empty when from >= to.
struct DayRange
{
    std::int32_t from = 0;
    std::int32_t to = 0;

    bool isEmpty() const { return from >= to; }
    void include(std::int32_t otherFrom, std::int32_t otherTo);
};

class UnitStays
{
public:
    void insert(const PlacedStay &stay);
    void erase(const PlacedStay &stay);
    /// From the first to the last that touch a day of [from, to); some between may not.
    std::span<const PlacedStay> in(std::int32_t from, std::int32_t to) const;
    std::span<const PlacedStay> all() const { return m_stays; }

private:
    std::vector<PlacedStay> m_stays; ///< by from, then by handle; may overlap (wishes do)
    std::int32_t m_longest = 0;      ///< of all that were ever in: how far back a search must begin
};

class StayLines
{
public:
    /// The days whose picture differs afterwards.
    DayRange insert(const PlacedStay &stay);
    DayRange erase(const PlacedStay &stay);

    int depth() const { return static_cast<int>(m_lines.size()); }
    int count() const { return m_count; }
    std::span<const PlacedStay> in(int line, std::int32_t from, std::int32_t to) const;
    /// -1: not here.
    int lineOf(const PlacedStay &stay) const;

private:
    using Line = std::vector<PlacedStay>;

    static bool fits(const Line &line, const PlacedStay &stay);
    static void put(Line &line, const PlacedStay &stay);
    void settle(std::size_t line, DayRange freed, DayRange &touched);

    std::vector<Line> m_lines;
    int m_count = 0;
};

} // namespace deskbell::models
