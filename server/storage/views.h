#pragma once

// What pages and read views need from the storage: the property's setup, its remaining stock, and
// the views that the mypage worker maintains. Values.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/property.h"
#include "domain/reservation.h"
#include "server/storage/outbox.h"

namespace deskbell::server {

/// A property with what can be reserved there, in the board's order.
struct House
{
    Property property;
    std::vector<Offering> offerings;
    std::map<OfferingId, int> overstays; ///< how much of an offering is kept tonight beyond its stock
};

/// What is left in a slot from which something was ever taken; in others all of the capacity is.
struct SlotStock
{
    OfferingId offering{};
    Date slot{};
    int free = 0;
};

/// A reservation with the names that people know its offering and unit by.
struct NamedReservation
{
    Reservation reservation;
    std::string offering;
    std::string unit;
    std::optional<LocalMinute> startsAt; ///< of a performance
};

/// The two views of a reservation as they are stored: protocol/guests.h.
struct ReadViews
{
    PropertyId property{};
    ReservationId reservation{};
    std::uint32_t version = 0;
    Instant at{};
    Date arrival{};
    bool isOpen = false;
    std::string guests;
    std::string managers;
};

/// What a unit of work has come to: views, or nothing when there is no such reservation any more.
struct Projection
{
    Claim claim;
    std::optional<ReadViews> views;
};

struct StoredView
{
    std::uint32_t version = 0;
    Instant at{};
    std::string row;
};

/// What a guest's link leads to.
struct GuestRecord
{
    PropertyId property{};
    Reservation reservation; ///< as it is now
    std::uint16_t generation = 0;
    std::optional<StoredView> view; ///< as the guest's page shows it
};

struct ManagementWish
{
    bool isOpenOnly = true;
    Date from{};
    Date to{}; ///< arrivals before it
    std::size_t limit = 200;
};

struct ManagementRow
{
    std::string row; ///< protocol::ManagementLine
    Instant at{};
    int free = 0; ///< in the scarcest slot of it, just now
};

} // namespace deskbell::server
