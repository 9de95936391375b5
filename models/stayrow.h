#pragma once

// StayRow: what the board and the lists show of one reservation, overlay included. Small, because a
// large house has 200,000 of them in memory. Made by stayRow() from the whole reservation; the rest
// is fetched when a person opens it (FrontDesk::watch).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/command.h"
#include "domain/role.h"

namespace deskbell::models {

struct StayRow
{
    ReservationId id{};
    OfferingId offering{};
    UnitId unit{};                        ///< null: none
    std::vector<UnitNights> earlierUnits; ///< as in Reservation
    UnitId wish{};                        ///< null: none
    Stay stay{};
    std::int64_t price = 0; ///< minor units of the property's currency
    std::int64_t owed = 0;
    std::int64_t madeAtMs = 0;
    std::uint32_t possible = 0; ///< bit CommandType: the signed-in role may do it now
    std::uint16_t quantity = 1;
    std::uint8_t adults = 1;
    std::uint8_t children = 0;
    ReservationState state = ReservationState::Requested;
    std::uint8_t waiting = 0; ///< own commands not yet settled (at most 255)
    bool hasConflict : 1 = false;
    bool holdsStock : 1 = false;
    bool isPaymentUnderWay : 1 = false; ///< pending, sent or being looked up
    bool isProviderBusy : 1 = false;    ///< a payment will be charged later
    bool isGuestInvented : 1 = false;
    bool hasNote : 1 = false;
    std::string guest;
    std::string channel;

    /// The first night in `unit`.
    Date unitFrom() const
    {
        return earlierUnits.empty() ? stay.arrival : earlierUnits.back().nights.departure;
    }
    /// As of a Reservation.
    std::vector<UnitNights> unitNights() const;
    std::optional<UnitNights> presentUnit(Date businessDate) const;
    /// Of the night that begins on that date, or nearest to it.
    std::optional<UnitId> unitOn(Date date) const;
    bool can(CommandType type) const { return possible >> static_cast<unsigned>(type) & 1u; }
};

StayRow stayRow(const Reservation &seen, int waiting, bool hasConflict, const Actor &actor,
                Date businessDate);

} // namespace deskbell::models
