#include "server/storage/sql/rowwriter.h"

#include <algorithm>

#include "domain/decide.h"
#include "domain/refusal.h"
#include "domain/text.h"
#include "server/storage/sql/inhousetable.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {

namespace {

template <IsEntity Kind>
ChangedRow rowOf(const Kind &value)
{
    ChangedRow row;
    row.entity = entityOf<Kind>();
    row.id = value.id.value;
    row.version = value.version;
    row.row = protocol::encodeRow(value);
    return row;
}

/// The number of a guest who holds stock unpaid, where that is limited.
std::string unpaidPhone(const Reservation &reservation)
{
    const bool isCounted = reservation.unpaidSince && reservation.workflow.mostUnpaid > 0;
    return isCounted ? normalisedPhone(reservation.guest.phone) : std::string();
}

} // namespace

void RowWriter::put(std::span<const ChangedReservation> changes)
{
    for (const ChangedReservation &change : changes)
        write(change);
    for (const ChangedReservation &change : changes)
        giveUp(change);
    for (const ChangedReservation &change : changes)
        takeNew(change);
}

void RowWriter::giveUp(const ChangedReservation &change)
{
    if (!change.before)
        return;
    const Date today = m_book.property().businessDate;
    const auto inHouse = inHouseOf(*change.before, today);
    if (inHouse && inHouse != inHouseOf(change.after, today))
        takeFromHouse(m_connection, change.after.id);
    if (const Holdings held = holdingsOf(*change.before); held != holdingsOf(change.after))
        release(holderOf(change.after.id), held);
}

void RowWriter::takeNew(const ChangedReservation &change)
{
    const auto &[before, after] = change;
    const Date today = m_book.property().businessDate;
    const auto inHouse = inHouseOf(after, today);
    if (inHouse && (!before || inHouse != inHouseOf(*before, today)))
        putInHouse(m_connection, after.id, *inHouse);
    if (const Holdings holds = holdingsOf(after); !before || holds != holdingsOf(*before))
        take(holderOf(after.id), holds);
}

void RowWriter::write(const ChangedReservation &change)
{
    const Reservation *before = change.before ? &*change.before : nullptr;
    const Reservation &after = change.after;
    // What an older version stored wrongly can still be released; nothing more is taken by it.
    if (!before || before->offering != after.offering)
        requireOffering(after.offering);
    ChangedRow row = rowOf(after);
    row.after = placeOf(after);
    if (before) {
        row.before = placeOf(*before);
        update(after, row);
    } else {
        insert(after, row);
    }
    for (const Payment &payment : after.payments)
        putOrders(before ? findPayment(*before, payment.id) : nullptr, payment, after.id);
    putUnpaid(before, after);
    keep(std::move(row), before);
}

template <typename Kind>
void RowWriter::keep(ChangedRow row, const Kind *before)
{
    m_rows.push_back(std::move(row));
    m_befores.push_back(before ? std::optional(protocol::encodeRow(*before)) : std::nullopt);
}

void RowWriter::forget()
{
    m_rows.clear();
    m_befores.clear();
}

void RowWriter::putOrders(const Payment *before, const Payment &after, const ReservationId &reservation)
{
    if (after.method != PaymentMethod::Card)
        return;
    const auto put = [&](const Uuid &id, const char *what) {
        Query(m_connection, "INSERT INTO provider_order (id, reservation) VALUES (?, ?)", id, reservation)
            .postOr(refusal::alreadyExists, {{what, toString(id)}});
    };
    if (!before)
        put(after.id.value, "payment");
    // Refunds are only ever added.
    for (std::size_t i = before ? before->refunds.size() : 0; i < after.refunds.size(); ++i)
        put(after.refunds[i].id.value, "refund");
}

void RowWriter::requireOffering(const OfferingId &id) const
{
    if (!m_book.offering(id))
        throw StorageFailure(StorageFailure::Kind::Constraint,
                             Error{std::string(refusal::unknownOffering), {{"offering", toString(id)}}});
}

void RowWriter::requireUnit(const UnitId &id) const
{
    if (!m_book.unit(id))
        throw StorageFailure(StorageFailure::Kind::Constraint,
                             Error{std::string(refusal::unknownUnit), {{"unit", toString(id)}}});
}

void RowWriter::putUnpaid(const Reservation *before, const Reservation &after)
{
    const std::string was = before ? unpaidPhone(*before) : std::string();
    const std::string is = unpaidPhone(after);
    const PropertyId &property = m_book.property().id;
    if (was == is)
        return;
    if (!was.empty())
        Query(m_connection, "DELETE FROM unpaid_order WHERE property = ? AND phone = ? AND reservation = ?",
              property, was, after.id)
            .post();
    if (!is.empty())
        Query(m_connection,
              "INSERT INTO unpaid_order (property, phone, reservation) VALUES (?, ?, ?)"
              " ON CONFLICT (property, phone, reservation) DO NOTHING",
              property, is, after.id)
            .post();
}

// decide() has refused an id that this property has already; a conflict here is another property's.
void RowWriter::insert(const Reservation &reservation, const ChangedRow &row)
{
    Query(m_connection,
          "INSERT INTO reservation (property, id, version, arrival, departure, reach, row)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)",
          m_book.property().id, reservation.id, row.version, row.after->stay.arrival,
          row.after->stay.departure, row.after->reach, row.row)
        .postOr(refusal::unknownReservation, {{"reservation", toString(reservation.id)}});
}

void RowWriter::update(const Reservation &reservation, const ChangedRow &row)
{
    Query(m_connection,
          "UPDATE reservation SET version = ?, arrival = ?, departure = ?, reach = ?, row = ?"
          " WHERE id = ? AND property = ?",
          row.version, row.after->stay.arrival, row.after->stay.departure, row.after->reach, row.row,
          reservation.id, m_book.property().id)
        .post();
}

void RowWriter::release(const Holder &holder, const Holdings &holdings)
{
    for (const auto &[unit, nights] : holdings.units)
        Query(m_connection,
              "DELETE FROM unit_night"
              " WHERE unit = ? AND night >= ? AND night < ? AND kind = ? AND holder = ?",
              unit, nights.arrival, nights.departure, holder.kind, holder.id)
            .post();
    if (holdings.sharedUnit)
        Query(m_connection, "UPDATE shared_unit SET holders = holders - 1 WHERE unit = ? AND holders > 0",
              *holdings.sharedUnit)
            .post();
    for (const Date slot : holdings.slots)
        Query(m_connection, "UPDATE stock_night SET taken = taken - ? WHERE offering = ? AND night = ?",
              holdings.quantity, holdings.offering, slot)
            .post();
}

void RowWriter::take(const Holder &holder, const Holdings &holdings)
{
    takeStock(holdings);
    for (const UnitNights &held : holdings.units)
        takeUnit(holder, held);
    if (holdings.sharedUnit) {
        requireUnit(*holdings.sharedUnit);
        Query(m_connection,
              "INSERT INTO shared_unit (unit, holders) VALUES (?, 1)"
              " ON CONFLICT (unit) DO UPDATE SET holders = shared_unit.holders + 1",
              *holdings.sharedUnit)
            .post();
    }
}

void RowWriter::takeUnit(const Holder &holder, const UnitNights &held)
{
    requireUnit(held.unit);
    for (Date night = held.nights.arrival; night < held.nights.departure; night += Days{1}) {
        Query(m_connection, "INSERT INTO unit_night (unit, night, kind, holder) VALUES (?, ?, ?, ?)",
              held.unit, night, holder.kind, holder.id)
            .postOr(refusal::unitTaken, {{"unit", toString(held.unit)},
                                         {"arrival", toString(held.nights.arrival)},
                                         {"departure", toString(held.nights.departure)}});
    }
}

void RowWriter::takeStock(const Holdings &holdings)
{
    const Offering *offering = m_book.offering(holdings.offering);
    const int capacity = offering ? offering->capacity : 0;
    const Date today = m_book.property().businessDate;
    for (const Date slot : holdings.slots) {
        // A night that is over was slept in, however much of it was sold: an overstay that becomes a stay.
        const bool isOver = slot != onlySlot && slot < today;
        Query(m_connection,
              isOver
                  ? "INSERT INTO stock_night (offering, night, capacity, taken) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (offering, night) DO UPDATE SET taken = stock_night.taken + excluded.taken,"
                    " capacity = CASE WHEN stock_night.free < excluded.taken"
                    " THEN stock_night.capacity - stock_night.free + excluded.taken"
                    " ELSE stock_night.capacity END"
                  : "INSERT INTO stock_night (offering, night, capacity, taken) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (offering, night) DO UPDATE SET taken = stock_night.taken + excluded.taken",
              holdings.offering, slot, isOver ? std::max(capacity, holdings.quantity) : capacity,
              holdings.quantity)
            .postOr(refusal::noStock, {{"offering", toString(holdings.offering)},
                                       {"night", toString(slot)},
                                       {"wanted", std::to_string(holdings.quantity)}});
    }
}

void RowWriter::put(const UndatedRow &row)
{
    std::visit([this](const auto &each) { putOne(each); }, row);
}

template <typename Kind>
void RowWriter::putOne(const Kind &value)
{
    ChangedRow row = rowOf(value);
    Query(m_connection,
          "INSERT INTO entity_row (property, kind, id, version, row) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT (property, kind, id) DO UPDATE SET version = excluded.version, row = excluded.row",
          m_book.property().id, row.entity, value.id, row.version, row.row)
        .post();
    keep(std::move(row), m_book.find<Kind>(value.id.value));
    m_book.put(value);
}

void RowWriter::putOne(const Property &property)
{
    if (property.id != m_book.property().id)
        throw StorageFailure(StorageFailure::Kind::Constraint,
                             Error{"unknown-property", {{"property", toString(property.id)}}});
    ChangedRow row = rowOf(property);
    Query(m_connection,
          "INSERT INTO property (id, name, version, row) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
          " SET name = excluded.name, version = excluded.version, row = excluded.row",
          property.id, property.name, row.version, row.row)
        .post();
    const Property before = m_book.property();
    m_book.put(property);
    if (property.businessDate != before.businessDate)
        moveInHouse(m_connection, property.id, property.businessDate);
    keep(std::move(row), before.version > 0 ? &before : nullptr);
}

void RowWriter::putOne(const Offering &offering)
{
    ChangedRow row = rowOf(offering);
    Query(m_connection,
          "INSERT INTO offering (id, property, version, row) VALUES (?, ?, ?, ?)"
          " ON CONFLICT (property, id) DO UPDATE SET version = excluded.version, row = excluded.row",
          offering.id, m_book.property().id, row.version, row.row)
        .postOr(refusal::unknownOffering, {{"offering", toString(offering.id)}});
    const Offering *known = m_book.offering(offering.id);
    if (known && known->capacity != offering.capacity)
        Query(m_connection,
              "UPDATE stock_night SET capacity = ? WHERE offering = ? AND (night >= ? OR night = ?)",
              offering.capacity, offering.id, m_book.property().businessDate, onlySlot)
            .postOr(refusal::lessThanSold,
                    {{"offering", toString(offering.id)}, {"capacity", std::to_string(offering.capacity)}});
    keep(std::move(row), known);
    m_book.put(offering);
}

void RowWriter::putOne(const Unit &unit)
{
    requireOffering(unit.offering);
    ChangedRow row = rowOf(unit);
    Query(m_connection,
          "INSERT INTO unit (id, property, offering, version, row) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT (property, id) DO UPDATE"
          " SET offering = excluded.offering, version = excluded.version, row = excluded.row",
          unit.id, m_book.property().id, unit.offering, row.version, row.row)
        .postOr(refusal::unknownUnit, {{"unit", toString(unit.id)}});
    keep(std::move(row), m_book.unit(unit.id));
    m_book.put(unit);
}

ChangeSet RowWriter::close(Instant at, const std::optional<CommandId> &command)
{
    ChangeSet change;
    change.property = m_book.property().id;
    change.at = at;
    change.command = command;
    change.rows = std::move(m_rows);
    const auto befores = std::move(m_befores);
    forget();
    change.seq = nextNumber();
    const auto arrival = [](const std::optional<Place> &place) {
        return place ? std::optional(place->stay.arrival) : std::nullopt;
    };
    const auto departure = [](const std::optional<Place> &place) {
        return place ? std::optional(place->stay.departure) : std::nullopt;
    };
    const auto reach = [](const std::optional<Place> &place) {
        return place ? std::optional(place->reach) : std::nullopt;
    };
    for (std::size_t i = 0; i < change.rows.size(); ++i) {
        const ChangedRow &row = change.rows[i];
        Query(m_connection,
              "INSERT INTO change (property, seq, ordinal, at, command, entity, id, version, before_arrival,"
              " before_departure, before_reach, after_arrival, after_departure, after_reach, row, before)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
              " CASE WHEN EXISTS (SELECT 1 FROM change WHERE id = ? AND version = ?) THEN NULL ELSE ? END)",
              change.property, change.seq, i, at, command, row.entity, row.id, row.version,
              arrival(row.before), departure(row.before), reach(row.before), arrival(row.after),
              departure(row.after), reach(row.after), row.row, row.id, row.version - 1, befores[i])
            .post();
    }
    return change;
}

std::uint64_t RowWriter::nextNumber()
{
    if (const auto &clock = m_book.clock()) {
        m_book.setClock(*clock + 1);
        return *m_book.clock();
    }
    Query moved(m_connection, "UPDATE property_clock SET seq = seq + 1 WHERE property = ? RETURNING seq",
                m_book.property().id);
    if (!moved.next())
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-corrupt", {{"reason", "no clock"}}});
    const auto seq = moved.number<std::uint64_t>(0);
    while (moved.next()) {
    }
    return seq;
}

std::uint64_t RowWriter::closeAsBeginning()
{
    forget();
    const PropertyId &id = m_book.property().id;
    const std::uint64_t seq = nextNumber();
    Query(m_connection, "DELETE FROM change WHERE property = ?", id).post();
    Query(m_connection, "UPDATE property_clock SET lowest = ? WHERE property = ?", seq, id).post();
    return seq;
}

} // namespace deskbell::server
