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

namespace {

Uuid epochIn(Query &&query)
{
    const auto epoch = query.next() ? parseUuid(query.text(0)) : Expected<Uuid>(failure("no-epoch"));
    if (!epoch)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-corrupt", {{"reason", "epoch"}}});
    return *epoch;
}

} // namespace

Uuid readEpoch(Connection &connection)
{
    return epochIn(Query(connection, "SELECT value FROM installation WHERE name = 'epoch'"));
}

Uuid lockEpoch(Connection &connection)
{
    return epochIn(Query(connection, "SELECT value FROM installation WHERE name = 'epoch' FOR UPDATE"));
}

void writeEpoch(Connection &connection, const Uuid &epoch)
{
    const std::string text = toString(epoch);
    Query(connection,
          "INSERT INTO installation (name, value) VALUES ('epoch', ?)"
          " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          text)
        .run();
}

History openHistory(Connection &connection, const Surroundings &surroundings, bool isRestored)
{
    const Uuid candidate = makeUuidV7(surroundings.now(), surroundings.random);
    if (isRestored)
        writeEpoch(connection, candidate);
    else
        keepOrRead(connection, "epoch", toString(candidate));
    const std::string secret = std::to_string(surroundings.random()) + std::to_string(surroundings.random());
    return {readEpoch(connection), keepOrRead(connection, "secret:history", secret)};
}

} // namespace deskbell::server
