#pragma once

// What a reservation holds of the stock and which unit in which nights: the database's own rows that
// keep two guests out of one room follow from it. Pure.

#include <optional>
#include <vector>

#include "domain/reservation.h"

namespace deskbell::server {

struct Holdings
{
    OfferingId offering{};
    std::vector<Date> slots; ///< of stock; empty: holds nothing
    int quantity = 0;
    std::vector<UnitNights> units;
    std::optional<UnitId> sharedUnit; ///< held with others, in no night
    friend bool operator==(const Holdings &, const Holdings &) = default;
};

Holdings holdingsOf(const Reservation &reservation);

} // namespace deskbell::server
