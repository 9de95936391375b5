#include "server/storage/sql/loader.h"

#include "server/storage/sql/changelog.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

StorageFailure badLoad(const protocol::Row &row, std::string reason)
{
    return StorageFailure(StorageFailure::Kind::Constraint,
                          Error{"bad-load",
                                {{"entity", std::string(protocol::toString(protocol::entityOf(row)))},
                                 {"id", toString(protocol::idOf(row))},
                                 {"reason", std::move(reason)}}});
}

bool isKnown(Connection &connection, const PropertyId &property, const ReservationId &id)
{
    return Query(connection, "SELECT 1 FROM reservation WHERE id = ? AND property = ?", id, property).next();
}

/// Puts one row; false when it is there already.
class RowLoader
{
public:
    RowLoader(Connection &connection, const PropertyBook &book, RowWriter &writer)
        : m_connection(connection), m_book(book), m_writer(writer)
    {
    }

    bool operator()(const Property &property)
    {
        if (property.id != m_book.property().id)
            throw badLoad(property, "other-property");
        if (m_book.property().version > 0)
            return false;
        m_writer.put(property);
        return true;
    }
    bool operator()(const Unit &unit)
    {
        if (m_book.unit(unit.id))
            return false;
        if (!m_book.offering(unit.offering))
            throw badLoad(unit, "unknown-offering");
        m_writer.put(unit);
        return true;
    }
    template <typename Kind>
    bool operator()(const Kind &row)
    {
        if (m_book.find<Kind>(row.id.value))
            return false;
        m_writer.put(row);
        return true;
    }
    bool operator()(const Reservation &reservation)
    {
        if (isKnown(m_connection, m_book.property().id, reservation.id))
            return false;
        if (!m_book.offering(reservation.offering))
            throw badLoad(reservation, "unknown-offering");
        if (reservation.unit) {
            const Unit *unit = m_book.unit(*reservation.unit);
            if (!unit)
                throw badLoad(reservation, "unknown-unit");
            if (unit->offering != reservation.offering)
                throw badLoad(reservation, "unit-of-other-offering");
        }
        const ChangedReservation added{std::nullopt, reservation};
        m_writer.put({&added, 1});
        return true;
    }

private:
    Connection &m_connection;
    const PropertyBook &m_book;
    RowWriter &m_writer;
};

bool loadOne(RowLoader &load, const protocol::Row &row)
{
    try {
        return std::visit(load, row);
    } catch (const StorageFailure &failure) {
        if (failure.kind() != StorageFailure::Kind::Constraint || failure.error().code == "bad-load")
            throw;
        throw badLoad(row, failure.error().code);
    }
}

} // namespace

const Property *propertyIn(const std::vector<protocol::Row> &rows)
{
    for (const protocol::Row &row : rows) {
        if (const auto *property = std::get_if<Property>(&row))
            return property;
    }
    return nullptr;
}

void makeProperty(Connection &connection, const Property &property)
{
    Property unwritten = property;
    unwritten.version = 0;
    Query(connection, "INSERT INTO property (id, name, version, row) VALUES (?, ?, 0, ?)", property.id,
          property.name, protocol::encodeRow(unwritten))
        .run();
    Query(connection, "INSERT INTO property_clock (property, seq, lowest) VALUES (?, 0, 0)", property.id)
        .run();
}

LoadResult loadRows(Connection &connection, PropertyBook &book, const std::vector<protocol::Row> &rows,
                    Loading how, Instant now, std::optional<ChangeSet> &change)
{
    RowWriter writer(connection, book);
    RowLoader load(connection, book, writer);
    LoadResult result;
    // Each entity after those it refers to, in whatever order they come.
    for (std::size_t entity = 0; entity < entityCount; ++entity) {
        for (const protocol::Row &row : rows) {
            if (row.index() != entity)
                continue;
            if (loadOne(load, row))
                ++result.added;
            else
                ++result.alreadyThere;
        }
    }
    if (!writer.hasRows()) {
        result.seq = readClock(connection, book.property().id).seq;
    } else if (how == Loading::Begin) {
        result.seq = writer.closeAsBeginning();
    } else {
        change = writer.close(now, std::nullopt);
        result.seq = change->seq;
    }
    return result;
}

} // namespace deskbell::server
