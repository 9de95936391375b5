#pragma once

// What is free, and which unit fits: one rule for the backend, for a desk's engine and for the board. They
// differ only in where the numbers are kept. Pure.

#include <ranges>

#include "domain/time.h"

namespace deskbell {

/// One slot of an offering's stock.
struct SlotCounts
{
    int capacity = 0;
    int outOfOrder = 0; ///< of the capacity, by blocks
    int taken = 0;      ///< by stays
    int leased = 0;     ///< set aside for desks
};

/// What can still be sold of a slot. `kept`: of tonight's, by guests who should have left; the result is
/// negative where they keep what is sold to others.
constexpr int freeOf(const SlotCounts &slot, int kept = 0)
{
    return slot.capacity - slot.outOfOrder - slot.taken - slot.leased - kept;
}

/// Whether a unit can be given for these nights. `held`: the nights that others hold of it (Stay), as far as
/// they reach; a guest who should have left holds tonight.
template <std::ranges::input_range Held>
constexpr bool fits(const Stay &wanted, Held &&held)
{
    for (const Stay &nights : held) {
        if (nights.overlaps(wanted))
            return false;
    }
    return true;
}

} // namespace deskbell
