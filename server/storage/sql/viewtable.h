#pragma once

// The read views of guests and managers, and the offers that guests choose from: functions on a
// connection, the writing ones inside a transaction of the writer. Throws StorageFailure.

#include <map>

#include "server/storage/sql/connection.h"
#include "server/storage/views.h"

namespace deskbell::server {

/// Throws "unknown-property".
House readHouse(Connection &connection, const PropertyId &property);
/// Of the nights in [from, to), and of offerings that have one slot only.
std::vector<SlotStock> readStock(Connection &connection, const PropertyId &property, Date from, Date to);

/// Finds reservations with the names around them, and reads each of those names once. For use within one
/// transaction.
class NameReader
{
public:
    explicit NameReader(Connection &connection) : m_connection(connection) {}

    std::optional<NamedReservation> named(const PropertyId &property, const ReservationId &reservation);

private:
    /// Empty for those that are not there.
    const Offering &offering(const PropertyId &property, const OfferingId &id);
    const std::string &unit(const PropertyId &property, const UnitId &id);

    Connection &m_connection;
    std::map<std::pair<PropertyId, OfferingId>, Offering> m_offerings;
    std::map<std::pair<PropertyId, UnitId>, std::string> m_units;
};

/// Views of an older version than those kept change nothing.
void writeViews(Connection &connection, const ReadViews &views);
std::optional<GuestRecord> readGuestRecord(Connection &connection, const ReservationId &reservation);
/// By arrival. Throws "unknown-property".
std::vector<ManagementRow> readManagement(Connection &connection, const PropertyId &property,
                                          const ManagementWish &wish);
/// What the guest's card is charged by, sealed.
std::optional<std::string> readCard(Connection &connection, const ReservationId &reservation);
/// Since when a change waits to be projected.
std::optional<Instant> readUnprojectedSince(Connection &connection, const PropertyId &property);
/// Links of older generations are good no more; the generation from now on.
std::uint16_t raiseGeneration(Connection &connection, const ReservationId &reservation);

} // namespace deskbell::server
