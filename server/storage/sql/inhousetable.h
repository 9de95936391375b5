#pragma once

// The table of who is in house, kept with each reservation that is written: by it a unit has one guest at a
// time, and overstays keep theirs tonight. All throw StorageFailure.

#include <map>
#include <optional>

#include "domain/reservation.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// A row of it.
struct InHouse
{
    OfferingId offering{};
    std::optional<UnitId> unit; ///< until they leave; none as long as they are to move on
    Date departure{};
    int quantity = 0;
    friend bool operator==(const InHouse &, const InHouse &) = default;
};
std::optional<InHouse> inHouseOf(const Reservation &reservation, Date businessDate);
/// Where there is none of that reservation. A unit with another guest in it: "unit-occupied".
void putInHouse(Connection &connection, const ReservationId &id, const InHouse &row);
void takeFromHouse(Connection &connection, const ReservationId &id);
/// Another reservation than `except` whose guest is in the unit.
std::optional<ReservationId> occupantOf(Connection &connection, const UnitId &unit, Date businessDate,
                                        const ReservationId &except);
/// Guests who move on to their last unit tonight are in it, unless another has stayed in it.
void moveInHouse(Connection &connection, const PropertyId &property, Date businessDate);
/// The same, if that guest should have left before `businessDate`.
bool isKeptByOverstay(Connection &connection, const UnitId &unit, Date businessDate,
                      const ReservationId &except);
/// How much of an offering overstays keep tonight.
int keptByOverstays(Connection &connection, const OfferingId &offering, Date businessDate);
/// … of each offering of a property that has any.
std::map<OfferingId, int> overstaysOf(Connection &connection, const PropertyId &property, Date businessDate);
/// Once, after the migration that made the table: from the reservations. In a writing transaction.
void fillInHouse(Connection &connection);

} // namespace deskbell::server
