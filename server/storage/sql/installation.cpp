#include "server/storage/sql/installation.h"

#include <algorithm>

#include "server/storage/sql/query.h"

namespace deskbell::server {

std::string keepOrRead(Connection &connection, const std::string &name, const std::string &candidate)
{
    Query(connection, "INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name,
          candidate)
        .run();
    Query query(connection, "SELECT value FROM installation WHERE name = ?", name);
    return query.next() ? std::string(query.text(0)) : std::string();
}

Instant ageingTime(Connection &connection, Instant now)
{
    const auto last = parseInstant(keepOrRead(connection, "ageing-time", toString(now)));
    const Instant time = last ? std::min(now, *last + Days(1)) : now;
    Query(connection, "UPDATE installation SET value = ? WHERE name = 'ageing-time'", toString(time)).run();
    return time;
}

Uuid readEpoch(Connection &connection, const Surroundings &surroundings, bool isRestored)
{
    if (isRestored)
        Query(connection, "DELETE FROM installation WHERE name = 'epoch'").run();
    const std::string candidate = toString(makeUuidV7(surroundings.now(), surroundings.random));
    const auto epoch = parseUuid(keepOrRead(connection, "epoch", candidate));
    if (!epoch)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-corrupt", {{"reason", "epoch"}}});
    return *epoch;
}

} // namespace deskbell::server
