#include "server/storage/sql/viewtable.h"

#include <algorithm>

#include "domain/decide.h"
#include "protocol/guests.h"
#include "protocol/rows.h"
#include "server/storage/sql/inhousetable.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

template <typename T>
T rowAs(std::string_view text)
{
    auto row = protocol::decodeRow(text);
    if (!row || !std::holds_alternative<T>(*row))
        throw StorageFailure(StorageFailure::Kind::Constraint, Error{"storage-corrupt", {{"reason", "row"}}});
    return std::get<T>(std::move(*row));
}

/// What is left in the scarcest of the slots: all of the capacity where nothing was ever taken, less what
/// overstays keep tonight.
int scarcest(Connection &connection, const protocol::ManagementLine &line, const House &house, int capacity)
{
    const Date today = house.property.businessDate;
    const auto kept = house.overstays.find(line.offering);
    const auto keptOn = [&](Date slot) {
        return slot == today && kept != house.overstays.end() ? kept->second : 0;
    };
    const bool isOnce = line.workflow.slotKind == SlotKind::Once;
    const Date from = isOnce ? onlySlot : line.stay.arrival;
    const Date to = isOnce ? onlySlot + Days{1} : line.stay.departure;
    Query query(connection,
                "SELECT night, free FROM stock_night WHERE offering = ? AND night >= ?"
                " AND night < ?",
                line.offering, from, to);
    int least = capacity - (from <= today && today < to ? keptOn(today) : 0);
    while (query.next())
        least = std::min(least, query.number<int>(1) - keptOn(query.date(0)));
    return std::max(least, 0);
}

} // namespace

House readHouse(Connection &connection, const PropertyId &property)
{
    House house;
    {
        Query query(connection, "SELECT row FROM property WHERE id = ? AND version > 0", property);
        if (!query.next())
            throw StorageFailure(StorageFailure::Kind::Constraint,
                                 Error{"unknown-property", {{"property", toString(property)}}});
        house.property = rowAs<Property>(query.text(0));
    }
    Query query(connection, "SELECT row FROM offering WHERE property = ?", property);
    while (query.next())
        house.offerings.push_back(rowAs<Offering>(query.text(0)));
    std::sort(house.offerings.begin(), house.offerings.end(), [](const Offering &a, const Offering &b) {
        return std::tie(a.order, a.name, a.id) < std::tie(b.order, b.name, b.id);
    });
    house.overstays = overstaysOf(connection, property, house.property.businessDate);
    return house;
}

std::vector<SlotStock> readStock(Connection &connection, const PropertyId &property, Date from, Date to)
{
    std::vector<SlotStock> stock;
    Query query(connection,
                "SELECT s.offering, s.night, s.free FROM offering AS o"
                " JOIN stock_night AS s ON s.offering = o.id"
                " WHERE o.property = ? AND ((s.night >= ? AND s.night < ?) OR s.night = ?)",
                property, from, to, onlySlot);
    while (query.next())
        stock.push_back({{query.uuid(0)}, query.date(1), query.number<int>(2)});
    return stock;
}

const Offering &NameReader::offering(const PropertyId &property, const OfferingId &id)
{
    const auto [known, isNew] = m_offerings.try_emplace(std::pair(property, id));
    if (isNew) {
        Query query(m_connection, "SELECT row FROM offering WHERE id = ? AND property = ?", id, property);
        if (query.next())
            known->second = rowAs<Offering>(query.text(0));
    }
    return known->second;
}

const std::string &NameReader::unit(const PropertyId &property, const UnitId &id)
{
    const auto [known, isNew] = m_units.try_emplace(std::pair(property, id));
    if (isNew) {
        Query query(m_connection, "SELECT row FROM unit WHERE id = ? AND property = ?", id, property);
        if (query.next())
            known->second = rowAs<Unit>(query.text(0)).name;
    }
    return known->second;
}

std::optional<NamedReservation> NameReader::named(const PropertyId &property,
                                                  const ReservationId &reservation)
{
    NamedReservation named;
    {
        Query query(m_connection, "SELECT row FROM reservation WHERE id = ? AND property = ?", reservation,
                    property);
        if (!query.next())
            return std::nullopt;
        named.reservation = rowAs<Reservation>(query.text(0));
    }
    const Offering &reserved = offering(property, named.reservation.offering);
    named.offering = reserved.name;
    named.startsAt = reserved.startsAt;
    if (named.reservation.unit)
        named.unit = unit(property, *named.reservation.unit);
    return named;
}

void writeViews(Connection &connection, const ReadViews &views)
{
    Query(connection,
          "INSERT INTO reservation_list (reservation, property, version, at, row) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT (reservation) DO UPDATE SET version = excluded.version, at = excluded.at,"
          " row = excluded.row WHERE excluded.version > reservation_list.version"
          " AND reservation_list.property = excluded.property",
          views.reservation, views.property, views.version, views.at, views.guests)
        .post();
    Query(connection,
          "INSERT INTO management_list (reservation, property, version, at, arrival, is_open, row)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (reservation) DO UPDATE SET version = excluded.version, at = excluded.at,"
          " arrival = excluded.arrival, is_open = excluded.is_open, row = excluded.row"
          " WHERE excluded.version > management_list.version"
          " AND management_list.property = excluded.property",
          views.reservation, views.property, views.version, views.at, views.arrival, views.isOpen,
          views.managers)
        .post();
}

std::optional<GuestRecord> readGuestRecord(Connection &connection, const ReservationId &reservation)
{
    GuestRecord record;
    {
        Query query(connection, "SELECT property, row FROM reservation WHERE id = ?", reservation);
        if (!query.next())
            return std::nullopt;
        record.property.value = query.uuid(0);
        record.reservation = rowAs<Reservation>(query.text(1));
    }
    {
        Query query(connection, "SELECT generation FROM guest_link WHERE reservation = ?", reservation);
        if (query.next())
            record.generation = query.number<std::uint16_t>(0);
    }
    Query query(connection,
                "SELECT version, at, row FROM reservation_list WHERE reservation = ? AND property = ?",
                reservation, record.property);
    if (query.next())
        record.view =
            StoredView{query.number<std::uint32_t>(0), query.instant(1), std::string(query.text(2))};
    return record;
}

std::vector<ManagementRow> readManagement(Connection &connection, const PropertyId &property,
                                          const ManagementWish &wish)
{
    const House house = readHouse(connection, property);
    std::vector<ManagementRow> rows;
    {
        Query query(connection,
                    "SELECT row, at FROM management_list WHERE property = ? AND is_open >= ?"
                    " AND arrival >= ? AND arrival < ? ORDER BY arrival, reservation LIMIT ?",
                    property, wish.isOpenOnly ? 1 : 0, wish.from, wish.to, wish.limit);
        while (query.next())
            rows.push_back({std::string(query.text(0)), query.instant(1), 0});
    }
    for (ManagementRow &row : rows) {
        const auto line = protocol::decodeManagementLine(row.row);
        if (!line)
            continue;
        const auto offering = std::find_if(house.offerings.begin(), house.offerings.end(),
                                           [&](const Offering &each) { return each.id == line->offering; });
        if (offering != house.offerings.end())
            row.free = scarcest(connection, *line, house, offering->capacity);
    }
    return rows;
}

std::optional<std::string> readCard(Connection &connection, const ReservationId &reservation)
{
    Query query(connection, "SELECT sealed FROM kept_card WHERE reservation = ?", reservation);
    return query.next() ? std::optional(std::string(query.text(0))) : std::nullopt;
}

std::optional<Instant> readUnprojectedSince(Connection &connection, const PropertyId &property)
{
    // Work of this kind is never put off, so it is due since it was made.
    Query query(connection, "SELECT min(due_at) FROM work WHERE kind = ? AND property = ?", Work::Project,
                property);
    return query.next() && !query.isNull(0) ? std::optional(query.instant(0)) : std::nullopt;
}

std::uint16_t raiseGeneration(Connection &connection, const ReservationId &reservation)
{
    Query(connection,
          "INSERT INTO guest_link (reservation, generation) VALUES (?, 1)"
          " ON CONFLICT (reservation) DO UPDATE SET generation = guest_link.generation + 1",
          reservation)
        .run();
    Query query(connection, "SELECT generation FROM guest_link WHERE reservation = ?", reservation);
    return query.next() ? query.number<std::uint16_t>(0) : std::uint16_t{0};
}

} // namespace deskbell::server
