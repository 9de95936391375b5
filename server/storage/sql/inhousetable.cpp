#include "server/storage/sql/inhousetable.h"

#include <vector>

#include "domain/refusal.h"
#include "domain/window.h"
#include "protocol/rows.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

constexpr std::string_view filled = "in-house-filled";

} // namespace

std::optional<InHouse> inHouseOf(const Reservation &reservation, Date businessDate)
{
    if (reservation.state != ReservationState::InHouse || reservation.workflow.slotKind != SlotKind::PerNight)
        return std::nullopt;
    const bool isInLastUnit = nightsOfUnit(reservation).arrival <= businessDate;
    return InHouse{reservation.offering, isInLastUnit ? reservation.unit : std::nullopt,
                   reservation.stay.departure, reservation.quantity};
}

void putInHouse(Connection &connection, const ReservationId &id, const InHouse &row)
{
    Query(connection,
          "INSERT INTO in_house (reservation, offering, unit, departure, quantity) VALUES (?, ?, ?, ?, ?)",
          id, row.offering, row.unit, row.departure, row.quantity)
        .postOr(refusal::unitOccupied, {{"unit", row.unit ? toString(*row.unit) : std::string()}});
}

void takeFromHouse(Connection &connection, const ReservationId &id)
{
    Query(connection, "DELETE FROM in_house WHERE reservation = ?", id).post();
}

std::optional<ReservationId> occupantOf(Connection &connection, const UnitId &unit, Date businessDate,
                                        const ReservationId &except)
{
    Query query(connection,
                "SELECT reservation FROM in_house WHERE unit = ? AND reservation <> ? UNION ALL"
                " SELECT i.reservation FROM unit_night AS n JOIN in_house AS i ON i.reservation = n.holder"
                " WHERE n.unit = ? AND n.night = ? AND i.unit IS NULL AND i.reservation <> ?",
                unit, except, unit, businessDate, except);
    return query.next() ? std::optional(ReservationId{query.uuid(0)}) : std::nullopt;
}

void moveInHouse(Connection &connection, const PropertyId &property, Date businessDate)
{
    std::vector<Reservation> moving;
    Query query(connection,
                "SELECT r.row FROM in_house AS i JOIN reservation AS r ON r.id = i.reservation"
                " WHERE r.property = ? AND i.unit IS NULL",
                property);
    while (query.next()) {
        auto reservation = protocol::decodeReservation(query.text(0));
        const auto row = reservation ? inHouseOf(*reservation, businessDate) : std::nullopt;
        if (row && row->unit)
            moving.push_back(std::move(*reservation));
    }
    for (const Reservation &each : moving) {
        if (!occupantOf(connection, *each.unit, businessDate, each.id))
            Query(connection, "UPDATE in_house SET unit = ? WHERE reservation = ?", *each.unit, each.id)
                .post();
    }
}

bool isKeptByOverstay(Connection &connection, const UnitId &unit, Date businessDate,
                      const ReservationId &except)
{
    Query query(connection, "SELECT 1 FROM in_house WHERE unit = ? AND departure < ? AND reservation <> ?",
                unit, businessDate, except);
    return query.next();
}

int keptByOverstays(Connection &connection, const OfferingId &offering, Date businessDate)
{
    // Summed up here: the sum of no rows is no number.
    Query query(connection, "SELECT quantity FROM in_house WHERE offering = ? AND departure < ?", offering,
                businessDate);
    int kept = 0;
    while (query.next())
        kept += query.number<int>(0);
    return kept;
}

std::map<OfferingId, int> overstaysOf(Connection &connection, const PropertyId &property, Date businessDate)
{
    Query query(connection,
                "SELECT i.offering, i.quantity FROM in_house AS i JOIN offering AS o ON o.id = i.offering"
                " WHERE o.property = ? AND i.departure < ?",
                property, businessDate);
    std::map<OfferingId, int> kept;
    while (query.next())
        kept[{query.uuid(0)}] += query.number<int>(1);
    return kept;
}

void fillInHouse(Connection &connection)
{
    if (Query(connection, "SELECT 1 FROM installation WHERE name = ?", filled).next())
        return;
    const Date always = Date::max(); // who is in house has moved on to the last unit
    std::vector<Reservation> all;
    Query query(connection, "SELECT row FROM reservation WHERE reach = ?", Reach::Always);
    while (query.next()) {
        // What cannot be read is told by the examination.
        auto reservation = protocol::decodeReservation(query.text(0));
        if (reservation && inHouseOf(*reservation, always))
            all.push_back(std::move(*reservation));
    }
    for (Reservation &each : all) {
        if (each.unit && occupantOf(connection, *each.unit, always, each.id))
            each.unit.reset();
        putInHouse(connection, each.id, *inHouseOf(each, always));
    }
    Query(connection, "INSERT INTO installation (name, value) VALUES (?, '')", filled).run();
}

} // namespace deskbell::server
