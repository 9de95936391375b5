#pragma once

// Looks over the rows of a database: that each can be read, is what its columns say it is, and that the
// nights of rooms and stock are those that the reservations hold. One view for each property's reservations,
// so that what is written meanwhile is no difference. On a connection of its own; throws StorageFailure when
// the database cannot be reached. Rows that cannot be read are what it looks for.

#include <map>
#include <vector>

#include "domain/property.h"
#include "domain/stock/holdings.h"
#include "protocol/rows.h"
#include "server/storage/damage.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {

class Examination
{
public:
    Examination(Connection &connection, const Looking &looking) : m_connection(connection), m_looking(looking)
    {
    }

    void run();

private:
    /// What the reservations of a property hold.
    struct Held
    {
        std::map<std::pair<Uuid, Date>, std::int64_t> stock;
        std::map<Uuid, std::uint64_t> nights; ///< of each unit, summed up
    };
    template <typename Look>
    void section(const char *name, Look &&look);
    template <typename Visit>
    void eachRow(Query &query, Visit &&visit);

    std::vector<PropertyId> properties();
    void setUp();
    void reservations(const PropertyId &property);
    void compareStock(const PropertyId &property, const Held &held);
    void compareNights(const PropertyId &property, const Held &held);
    void changes();
    void answers();
    void audit();
    /// The row as far as it is what it should be.
    std::optional<protocol::Row> checked(Entity entity, const Uuid &id, std::uint32_t version,
                                         std::string_view text);
    void found(std::string where, std::string what);

    Connection &m_connection;
    const Looking &m_looking;
    bool m_isOver = false;
    std::uint64_t m_rows = 0;
};

/// What is wrong with a stored row: "unreadable", "other-entity", "other-id", "other-version"; empty:
/// nothing.
std::string_view faultOf(Entity entity, const Uuid &id, std::uint32_t version,
                         const Expected<protocol::Row> &row);

/// Before a row is told to anybody. Throws "storage-corrupt".
/// The kind in a column. Throws StorageFailure "storage-corrupt" when there is no such kind.
Entity entityIn(const Query &query, int column);
void requireSound(Entity entity, const Uuid &id, std::uint32_t version, std::string_view text);

} // namespace deskbell::server
