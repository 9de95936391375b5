#pragma once

// Who holds what of the stock. Stays hold slots of an offering and nights of units; blocks (a unit out of
// order) and leases (stock set aside for a desk) hold the same things, so that a night of a unit is one
// holder's and a slot is never sold twice. The databases' own rows follow from it (docs/adr/0204). Pure.

#include <compare>
#include <optional>
#include <vector>

#include "domain/reservation.h"

namespace deskbell {

/// Databases keep the number.
enum class HolderKind { Stay, Block, Lease };
template <>
inline constexpr std::array<std::string_view, 3> namesOf<HolderKind>{"stay", "block", "lease"};
static_assert(isLast(HolderKind::Lease));

struct Holder
{
    HolderKind kind = HolderKind::Stay;
    Uuid id;
    friend auto operator<=>(const Holder &, const Holder &) = default;
};
inline Holder holderOf(const ReservationId &stay)
{
    return {HolderKind::Stay, stay.value};
}

struct Holdings
{
    OfferingId offering{};
    std::vector<Date> slots; ///< of stock; empty: holds nothing
    int quantity = 0;
    std::vector<UnitNights> units;
    std::optional<UnitId> sharedUnit; ///< held with others, in no night
    friend bool operator==(const Holdings &, const Holdings &) = default;
};

/// Nothing as long as the reservation holds no stock.
Holdings holdingsOf(const Reservation &reservation);

} // namespace deskbell
