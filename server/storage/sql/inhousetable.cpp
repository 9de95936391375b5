#include "server/storage/sql/inhousetable.h"

#include <vector>

#include "domain/refusal.h"
#include "domain/window.h"
#include "protocol/rows.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

constexpr std::string_view filled = "in-house-filled";

struct InHouse
{
    OfferingId offering{};
    std::optional<UnitId> unit;
    Date departure{};
    int quantity = 0;
    friend bool operator==(const InHouse &, const InHouse &) = default;
};

std::optional<InHouse> inHouse(const Reservation &reservation)
{
    if (reservation.state != ReservationState::InHouse || reservation.workflow.slotKind != SlotKind::PerNight)
        return std::nullopt;
    return InHouse{reservation.offering, reservation.unit, reservation.stay.departure, reservation.quantity};
}

} // namespace

void putInHouse(Connection &connection, const Reservation *before, const Reservation &after)
{
    const auto was = before ? inHouse(*before) : std::nullopt;
    const auto is = inHouse(after);
    if (was == is)
        return;
    if (was)
        Query(connection, "DELETE FROM in_house WHERE reservation = ?", after.id).post();
    if (is)
        Query(connection,
              "INSERT INTO in_house (reservation, offering, unit, departure, quantity)"
              " VALUES (?, ?, ?, ?, ?)",
              after.id, is->offering, is->unit, is->departure, is->quantity)
            .postOr(refusal::unitOccupied, {{"unit", is->unit ? toString(*is->unit) : std::string()}});
}

std::optional<ReservationId> occupantOf(Connection &connection, const UnitId &unit,
                                        const ReservationId &except)
{
    Query query(connection, "SELECT reservation FROM in_house WHERE unit = ? AND reservation <> ?", unit,
                except);
    return query.next() ? std::optional(ReservationId{query.uuid(0)}) : std::nullopt;
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
    std::vector<Reservation> all;
    Query query(connection, "SELECT row FROM reservation WHERE reach = ?", Reach::Always);
    while (query.next()) {
        // What cannot be read is told by the examination.
        auto reservation = protocol::decodeReservation(query.text(0));
        if (reservation && inHouse(*reservation))
            all.push_back(std::move(*reservation));
    }
    for (Reservation &each : all) {
        if (each.unit && occupantOf(connection, *each.unit, each.id))
            each.unit.reset();
        putInHouse(connection, nullptr, each);
    }
    Query(connection, "INSERT INTO installation (name, value) VALUES (?, '')", filled).run();
}

} // namespace deskbell::server
