#include "server/storage/embeddedmigrations.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/reporttable.h"
#include "server/storage/sql/sqlstorage.h"
#include "server/storage/sql/worktable.h"
#include "server/storage/sqlite/migrate.h"
#include "server/storage/sqlite/storagefile.h"
#include "server/storage/sqlitestorage.h"

namespace deskbell::server {
namespace {

class SqliteDatabase : public Database
{
public:
    SqliteDatabase(FileLock lock, const SqliteOptions &options) : m_lock(std::move(lock)), m_options(options)
    {
    }

    std::unique_ptr<Connection> connect(Connection::Access access) override
    {
        auto connection = std::make_unique<SqliteConnection>(m_options.file, access);
        if (access == Connection::Access::Write && m_options.maxPages > 0)
            connection->execute("PRAGMA max_page_count = " + std::to_string(m_options.maxPages));
        return connection;
    }

    bool hasOneWriter() const override { return true; }

private:
    const FileLock m_lock;
    const SqliteOptions m_options;
};

/// Brings the file up to date; its epoch.
Uuid prepare(const SqliteOptions &options, const Surroundings &surroundings)
{
    SqliteConnection connection(options.file, Connection::Access::Write);
    migrate(connection, embeddedMigrations());
    connection.begin(Connection::Access::Write);
    const Uuid epoch = readEpoch(connection, surroundings, options.isRestored);
    // The lock is ours: whoever held work, or said how they are, is gone.
    releaseWork(connection);
    dropReports(connection);
    connection.commit();
    return epoch;
}

} // namespace

Expected<std::unique_ptr<Storage>> openSqliteStorage(const SqliteOptions &options, Surroundings surroundings,
                                                     StorageListener *listener)
{
    try {
        FileLock lock = lockFile(options.file);
        makePrivateFile(options.file);
        const Uuid epoch = prepare(options, surroundings);
        SqlLimits limits;
        limits.writer.maxGroup = options.maxGroup;
        limits.writer.maxQueue = options.maxQueue;
        limits.readers = options.readers;
        return std::make_unique<SqlStorage>(std::make_unique<SqliteDatabase>(std::move(lock), options),
                                            limits, epoch, std::move(surroundings), listener);
    } catch (const StorageFailure &failure) {
        Error error = failure.error();
        error.facts["file"] = options.file.string();
        return tl::unexpected(std::move(error));
    }
}

} // namespace deskbell::server
