#include "server/storage/sqlite/migrate.h"

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

std::size_t versionOf(Connection &connection)
{
    Query query(connection, "PRAGMA user_version");
    query.next();
    return query.number<std::size_t>(0);
}

bool hasTables(Connection &connection)
{
    Query query(connection, "SELECT 1 FROM sqlite_schema LIMIT 1");
    return query.next();
}

} // namespace

void migrate(Connection &connection, std::span<const std::string_view> migrations)
{
    const std::size_t version = versionOf(connection);
    if (version > migrations.size())
        throw StorageFailure(
            StorageFailure::Kind::Transaction,
            Error{"storage-newer",
                  {{"version", std::to_string(version)}, {"known", std::to_string(migrations.size())}}});
    if (version == 0 && hasTables(connection))
        throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-foreign", {}});
    for (std::size_t next = version; next < migrations.size(); ++next) {
        connection.begin(Connection::Access::Write);
        try {
            connection.execute(std::string(migrations[next]));
            connection.execute("PRAGMA user_version = " + std::to_string(next + 1));
            connection.commit();
        } catch (const StorageFailure &) {
            connection.rollBack();
            throw;
        }
    }
}

} // namespace deskbell::server
