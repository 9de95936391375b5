#include "server/storage/postgres/pgmigrate.h"

#include "server/storage/postgres/dialect.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

bool hasTable(PgConnection &connection, const char *pattern)
{
    Query query(connection,
                "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE ? LIMIT 1",
                std::string_view(pattern));
    return query.next();
}

std::size_t versionOf(PgConnection &connection)
{
    if (!hasTable(connection, "schema_version"))
        return 0;
    Query query(connection, "SELECT version FROM schema_version");
    return query.next() ? query.number<std::size_t>(0) : 0;
}

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Transaction, Error{std::move(code), std::move(facts)});
}

void takeStep(PgConnection &connection, std::string_view migration, std::size_t version)
{
    connection.begin(Connection::Access::Write);
    try {
        if (version == 1)
            connection.execute("CREATE TABLE schema_version (version BIGINT NOT NULL);"
                               "INSERT INTO schema_version VALUES (0)");
        connection.execute(postgresSchema(migration));
        Query(connection, "UPDATE schema_version SET version = ?", version).run();
        connection.commit();
    } catch (const StorageFailure &) {
        connection.rollBack();
        throw;
    }
}

} // namespace

void migrate(PgConnection &connection, std::span<const std::string_view> migrations)
{
    // Held until this connection ends. The number is "deskbell" in ASCII.
    connection.execute("SELECT pg_advisory_lock(7234315281490078828)");
    const std::size_t version = versionOf(connection);
    if (version > migrations.size())
        throw refused("storage-newer",
                      {{"version", std::to_string(version)}, {"known", std::to_string(migrations.size())}});
    if (version == 0 && hasTable(connection, "%"))
        throw refused("storage-foreign");
    for (std::size_t next = version; next < migrations.size(); ++next)
        takeStep(connection, migrations[next], next + 1);
}

} // namespace deskbell::server
