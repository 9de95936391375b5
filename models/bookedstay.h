#pragma once

// BookedStay: one reservation as the Book keeps it. A StayRow without its heap: offerings and units
// by index, texts by number in the Book's pool, dates in four bytes. 80 bytes, because a large house
// has 200,000 of them. Made and changed by the Book only; read by its models and the board.

#include <cstdint>

#include "domain/command.h"
#include "models/stayrow.h"

namespace deskbell::models {

/// Where a stay is in the Book; the same as long as the reservation is in it.
using StayHandle = std::uint32_t;
/// In the order in which the Book came to know them, not the board's.
using UnitIndex = std::uint32_t;
using OfferingIndex = std::uint16_t;

inline constexpr StayHandle noStay = 0xffff'ffff;
inline constexpr UnitIndex noUnit = 0xffff'ffff;
inline constexpr OfferingIndex noOffering = 0xffff;

/// What waits for whom. A stay may be in several: who arrives today without a room is in two.
enum class QueueLane {
    Requested,
    ToPay,
    AwaitingConfirmation,
    ToAssign,
    Arriving, ///< confirmed and due on the business date, or before and not come
    InHouse,
    Departing,   ///< in house and due on the business date or before
    StayingOver, ///< of these the overstays
};
inline constexpr int queueLaneCount = 8;

/// Of interest there is when they leave, elsewhere when they come.
inline bool isOfThoseInHouse(QueueLane lane)
{
    return lane == QueueLane::InHouse || lane == QueueLane::Departing || lane == QueueLane::StayingOver;
}

/// Where on the board a stay is drawn.
enum class BoardPlace : std::uint8_t {
    Nowhere,    ///< cancelled, rejected, or over without a unit
    Unit,       ///< in its unit's row
    Wish,       ///< asked for: hatched in the wished unit's row
    Unassigned, ///< in its offering's lane
};

struct BookedStay
{
    ReservationId id{};
    std::int64_t price = 0;
    std::int64_t owed = 0;
    std::int64_t madeAtMs = 0;
    std::int32_t arrivalDay = 0; ///< days since 1970-01-01
    std::int32_t departureDay = 0;
    std::int32_t heldToDay = 0;   ///< the departure; of an overstay tomorrow
    std::int32_t unitFromDay = 0; ///< the first night in `unit`: the arrival, unless they moved rooms
    UnitIndex unit = noUnit;
    UnitIndex wish = noUnit;
    std::uint32_t guest = 0; ///< number in the Book's pool of texts
    std::uint32_t possible = 0;
    OfferingIndex offering = noOffering;
    std::uint16_t channel = 0; ///< number in the Book's pool of channels
    std::uint16_t quantity = 1;
    std::uint8_t adults = 1;
    std::uint8_t children = 0;
    ReservationState state = ReservationState::Requested;
    std::uint8_t waiting = 0;
    std::uint8_t lanes = 0; ///< bit QueueLane
    BoardPlace place = BoardPlace::Nowhere;
    bool hasConflict : 1 = false;
    bool holdsStock : 1 = false;
    bool isPaymentUnderWay : 1 = false;
    bool isProviderBusy : 1 = false;
    bool isGuestInvented : 1 = false;
    bool hasNote : 1 = false;
    bool isLive : 1 = false; ///< false: the place is free for another

    Date arrival() const { return Date{Days{arrivalDay}}; }
    Date departure() const { return Date{Days{departureDay}}; }
    Stay stay() const { return {arrival(), departure()}; }
    /// In house past the departure.
    bool isOverstay() const { return heldToDay > departureDay; }
    bool hasMoved() const { return unitFromDay != arrivalDay; }
    bool can(CommandType type) const { return possible >> static_cast<unsigned>(type) & 1u; }
    bool isIn(QueueLane lane) const { return lanes >> static_cast<unsigned>(lane) & 1u; }
};
static_assert(sizeof(BookedStay) <= 88);

/// The last day on which the stay needs a place beside others: a day use needs its one day.
inline std::int32_t lastDayOf(const BookedStay &stay)
{
    return stay.heldToDay > stay.arrivalDay ? stay.heldToDay : stay.arrivalDay + 1;
}

} // namespace deskbell::models
