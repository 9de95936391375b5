#include "server/storage/embeddedmigrations.h"
#include "server/storage/sql/inhousetable.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/reporttable.h"
#include "server/storage/sql/sqlstorage.h"
#include "server/storage/sql/worktable.h"
#include "server/storage/sqlite/migrate.h"
#include "server/storage/sqlite/sealedpages.h"
#include "server/storage/sqlite/servedmark.h"
#include "server/storage/sqlite/storagefile.h"
#include "server/storage/sqlitestorage.h"

namespace deskbell::server {
namespace {

constexpr int stepsBetweenQuestions = 100'000;
/// Less than this on the disk, and the next bookings find no room.
constexpr std::uintmax_t leastRoom = 256 << 10;

class SqliteDatabase : public Database
{
public:
    SqliteDatabase(FileLock lock, const SqliteOptions &options, ServedMark served)
        : m_lock(std::move(lock)), m_options(options), m_served(std::move(served))
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
    void reached(const PropertyId &property, std::uint64_t seq, std::uint64_t mark) override
    {
        m_served.keep(property, seq, mark);
    }
    Expected<void> room() override
    {
        std::error_code unknown;
        const auto space = std::filesystem::space(m_options.file, unknown);
        if (!unknown && space.available < leastRoom)
            return failure("storage-full", {{"reason", "no room"}});
        return {};
    }
    void examine(const Looking &looking) override;

private:
    const FileLock m_lock;
    const SqliteOptions m_options;
    ServedMark m_served;
};

void SqliteDatabase::examine(const Looking &looking)
{
    bool isSound = true;
    sealedpages::examine(
        m_options.file,
        [&](const sealedpages::DamagedPage &page) {
            isSound = false;
            looking.found({page.isInner ? Damage::Reach::Root : Damage::Reach::File,
                           "page " + std::to_string(page.number), "sum"});
        },
        looking.goOn);
    if (!isSound) // and all that is built of it
        return;
    SqliteConnection connection(m_options.file, Connection::Access::Read);
    sqlite3_progress_handler(
        connection.handle(), stepsBetweenQuestions,
        [](void *looks) { return static_cast<const Looking *>(looks)->goOn() ? 0 : 1; },
        const_cast<Looking *>(&looking));
    Query query(connection, "PRAGMA integrity_check(10)");
    while (query.next()) {
        if (query.text(0) != "ok")
            looking.found({Damage::Reach::Root, "structure", std::string(query.text(0))});
    }
}

void sealPages(const std::filesystem::path &file)
{
    try {
        sealedpages::sealAll(file);
    } catch (const StorageFailure &) {
        // There may be no room for it. It goes on as it is, and is tried again next time.
    }
}

struct Prepared
{
    History history;
    bool isOlder = false; ///< than what was served of it: the history is a new one
};

/// Brings the file up to date.
Prepared prepare(const SqliteOptions &options, const Surroundings &surroundings, ServedMark &served)
{
    {
        SqliteConnection connection(options.file, Connection::Access::Write);
        migrate(connection, embeddedMigrations()); // first of all: it may be somebody else's file
    }
    sealPages(options.file);
    SqliteConnection connection(options.file, Connection::Access::Write);
    connection.begin(Connection::Access::Write);
    const bool isOlder = served.contradicts(connection);
    const History history = openHistory(connection, surroundings, options.isRestored || isOlder);
    fillInHouse(connection);
    // The lock is ours: whoever held work, or said how they are, is gone.
    releaseWork(connection);
    dropReports(connection);
    connection.commit();
    served.begin(connection);
    return {history, isOlder};
}

} // namespace

Expected<std::unique_ptr<Storage>> openSqliteStorage(const SqliteOptions &options, Surroundings surroundings,
                                                     StorageListener *listener)
{
    try {
        FileLock lock = lockFile(options.file);
        ServedMark served(options.file);
        std::error_code missing;
        if (const auto size = std::filesystem::file_size(options.file, missing);
            !missing && size == 0 && served.isOfSomething())
            throw StorageFailure(StorageFailure::Kind::Transaction,
                                 Error{"storage-corrupt", {{"reason", "the file is empty"}}});
        makePrivateFile(options.file);
        const Prepared prepared = prepare(options, surroundings, served);
        if (prepared.isOlder && listener)
            listener->historyChanged(prepared.history);
        SqlLimits limits;
        limits.writer.maxGroup = options.maxGroup;
        limits.writer.maxQueue = options.maxQueue;
        limits.readers = options.readers;
        auto database = std::make_unique<SqliteDatabase>(std::move(lock), options, std::move(served));
        return std::make_unique<SqlStorage>(std::move(database), limits, prepared.history,
                                            std::move(surroundings), listener);
    } catch (const StorageFailure &failure) {
        Error error = failure.error();
        error.facts["file"] = options.file.string();
        return tl::unexpected(std::move(error));
    }
}

} // namespace deskbell::server
