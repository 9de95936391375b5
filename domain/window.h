#pragma once

// Which reservations a desk receives: those in a window of dates, and those that matter at any date
// (guests in house, folios with money under way). A stay that leaves the window arrives at the desk as
// a Leave; when the window itself moves, the desk drops by the same rule what is no longer in it.

#include "domain/reservation.h"

namespace deskbell {

struct Window
{
    Date from{};
    Date to{};
    friend bool operator==(const Window &, const Window &) = default;

    bool contains(const Window &other) const { return from <= other.from && other.to <= to; }
};

/// How far a reservation is seen beyond its dates. Stored with it, in this order.
enum class Reach {
    ByDates, ///< only while its stay touches the window
    Open,    ///< not final: also when its stay lies before the window, for somebody must settle it
    Always,  ///< in house, money under way, or departed with something owed
};

Reach reachOf(const Reservation &reservation);

/// What decides whether a window shows a reservation.
struct Place
{
    Stay stay;
    Reach reach = Reach::ByDates;
    friend bool operator==(const Place &, const Place &) = default;
};

inline Place placeOf(const Reservation &reservation)
{
    return {reservation.stay, reachOf(reservation)};
}

bool isSeen(const Window &window, const Place &place);

} // namespace deskbell
