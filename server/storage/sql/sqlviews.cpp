// The part of SqlStorage that pages and read views use.

#include "server/storage/sql/guestdata.h"
#include "server/storage/sql/sqlstorage.h"
#include "server/storage/sql/viewtable.h"
#include "server/storage/sql/worktable.h"

namespace deskbell::server {

Expected<House> SqlStorage::house(const PropertyId &property)
{
    return read([&](Connection &connection) { return readHouse(connection, property); });
}

Expected<std::vector<SlotStock>> SqlStorage::stock(const PropertyId &property, Date from, Date to)
{
    return read([&](Connection &connection) { return readStock(connection, property, from, to); });
}

Expected<std::optional<NamedReservation>> SqlStorage::named(const PropertyId &property,
                                                            const ReservationId &id)
{
    return read([&](Connection &connection) { return NameReader(connection).named(property, id); });
}

Expected<std::vector<std::optional<NamedReservation>>> SqlStorage::named(std::span<const WorkItem> items)
{
    return read([&](Connection &connection) {
        NameReader names(connection);
        std::vector<std::optional<NamedReservation>> all;
        for (const WorkItem &item : items)
            all.push_back(names.named(item.property, item.reservation));
        return all;
    });
}

Expected<void> SqlStorage::keepViews(const std::vector<Projection> &projections)
{
    return write([&](Connection &connection) {
        for (const Projection &projection : projections) {
            if (projection.views)
                writeViews(connection, *projection.views);
            settleWork(connection, projection.claim);
        }
    });
}

Expected<std::optional<GuestRecord>> SqlStorage::guestRecord(const ReservationId &id)
{
    return read([&](Connection &connection) { return readGuestRecord(connection, id); });
}

Expected<std::optional<std::string>> SqlStorage::keptCard(const ReservationId &id)
{
    return read([&](Connection &connection) { return readCard(connection, id); });
}

Expected<std::optional<Instant>> SqlStorage::unprojectedSince(const PropertyId &property)
{
    return read([&](Connection &connection) { return readUnprojectedSince(connection, property); });
}

Expected<std::vector<ManagementRow>> SqlStorage::management(const PropertyId &property,
                                                            const ManagementWish &wish)
{
    return read([&](Connection &connection) { return readManagement(connection, property, wish); });
}

Expected<protocol::GuestData> SqlStorage::guestData(const PropertyId &property, const ReservationId &id)
{
    return read([&](Connection &connection) { return readGuestData(connection, property, id); })
        .map([&](protocol::GuestData data) {
            data.madeAt = m_surroundings.now();
            return data;
        });
}

Expected<std::vector<ReservationId>> SqlStorage::guestsBefore(const PropertyId &property, Date departure,
                                                              std::size_t limit)
{
    return read(
        [&](Connection &connection) { return readGuestsBefore(connection, property, departure, limit); });
}

Expected<std::uint16_t> SqlStorage::revokeGuestLinks(const ReservationId &id)
{
    std::uint16_t generation = 0;
    return write([&](Connection &connection) { generation = raiseGeneration(connection, id); }).map([&] {
        return generation;
    });
}

} // namespace deskbell::server
