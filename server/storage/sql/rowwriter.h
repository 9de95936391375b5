#pragma once

// Writes one property's rows with everything that follows from them (what a reservation holds, the slots
// of an offering) and gathers them for the numbered change that closes the transaction. Lives as long
// as one write, on the writer's thread. Whatever belongs to another property is refused as if it did not
// exist (docs/adr/0180). Throws StorageFailure; values that the database refuses carry the refusal's code.

#include <span>
#include <vector>

#include "domain/stock/holdings.h"
#include "protocol/rows.h"
#include "server/storage/changeset.h"
#include "server/storage/sql/propertybook.h"

namespace deskbell::server {

class RowWriter
{
public:
    RowWriter(Connection &connection, PropertyBook &book) : m_connection(connection), m_book(book) {}

    /// Together: what one gives up another may take.
    void put(std::span<const ChangedReservation> changes);
    void put(const UndatedRow &row);

    /// Numbers what was put since the last time and keeps it as a change.
    ChangeSet close(Instant at, const std::optional<CommandId> &command);
    /// Numbers it and lets the property's history begin here: cursors before are gone.
    std::uint64_t closeAsBeginning();
    bool hasRows() const { return !m_rows.empty(); }
    /// What was put has been rolled back.
    void forget();

private:
    void putOne(const Property &property);
    void putOne(const Offering &offering);
    void putOne(const Unit &unit);
    /// Of a kind that nothing else follows from.
    template <typename Kind>
    void putOne(const Kind &row);
    /// Taken from the property's clock; written back by whoever locked it, or here and now.
    std::uint64_t nextNumber();
    /// Of this property: what is reserved, held or set up under it may only be its own.
    void requireOffering(const OfferingId &id) const;
    void requireUnit(const UnitId &id) const;
    /// What the provider will know by its id: once in all reservations.
    void putOrders(const Payment *before, const Payment &after, const ReservationId &reservation);
    void putUnpaid(const Reservation *before, const Reservation &after);
    void write(const ChangedReservation &change);
    /// What it held and holds no more, and then what it did not hold.
    void giveUp(const ChangedReservation &change);
    void takeNew(const ChangedReservation &change);
    void insert(const Reservation &reservation, const ChangedRow &row);
    void update(const Reservation &reservation, const ChangedRow &row);
    void release(const Holder &holder, const Holdings &holdings);
    void take(const Holder &holder, const Holdings &holdings);
    void takeUnit(const Holder &holder, const UnitNights &held);
    void takeStock(const Holdings &holdings);

    /// `before` is what was stored; null for a new one.
    template <typename Kind>
    void keep(ChangedRow row, const Kind *before);

    Connection &m_connection;
    PropertyBook &m_book;
    std::vector<ChangedRow> m_rows;
    /// The rows' texts as they were stored, one for each of m_rows; none for new ones.
    std::vector<std::optional<std::string>> m_befores;
};

} // namespace deskbell::server
