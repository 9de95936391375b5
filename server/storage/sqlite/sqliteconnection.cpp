#include "server/storage/sqlite/sqliteconnection.h"

#include "server/storage/sql/query.h"
#include "server/storage/sqlite/sealedpages.h"
#include "server/storage/sqlite/sqlitestatement.h"

namespace deskbell::server {
namespace {

std::string_view codeOf(int primary)
{
    switch (primary) {
    case SQLITE_FULL:
        return "storage-full";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "storage-read-only";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "storage-corrupt";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "storage-busy";
    case SQLITE_CONSTRAINT:
        return "storage-constraint";
    default:
        return "storage-failed";
    }
}

/// File names reach SQLite as UTF-8 on every system.
std::string utf8(const std::filesystem::path &path)
{
    const auto text = path.u8string();
    return std::string(text.begin(), text.end());
}

constexpr int busyTimeoutMs = 5000;

} // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path &file, Access access)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (access == Access::Write ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(utf8(file).c_str(), &handle, flags, sealedpages::vfs());
    m_handle.reset(handle);
    if (opened != SQLITE_OK)
        throw failure(opened);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA temp_store = MEMORY");
    if (access == Access::Read) {
        execute("PRAGMA query_only = ON");
        execute("PRAGMA cache_size = -32768");
        return;
    }
    sealedpages::reserve(handle);
    execute("PRAGMA secure_delete = ON"); // what is erased is not left in free pages
    execute("PRAGMA cache_size = -131072");
    execute("PRAGMA journal_mode = WAL");
    // FULL, not NORMAL: an answer given must survive a power cut, and NORMAL loses acknowledged commits.
    execute("PRAGMA synchronous = FULL");
    // macOS reports a sync that has only reached the drive's cache; elsewhere this does nothing.
    execute("PRAGMA fullfsync = ON");
    execute("PRAGMA checkpoint_fullfsync = ON");
    // A large import leaves no large file behind.
    execute("PRAGMA journal_size_limit = 67108864");
}

SqliteConnection::~SqliteConnection() = default;

Statement &SqliteConnection::prepared(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SqliteStatement>(*this, sql);
    return *statement;
}

void SqliteConnection::execute(const std::string &sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw failure(code);
}

void SqliteConnection::begin(Access access)
{
    // IMMEDIATE: a writer never begins as a reader, whose view could be too old to write upon.
    Query(*this, access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN").run();
}

void SqliteConnection::commit()
{
    Query(*this, "COMMIT").run();
}

void SqliteConnection::rollBack() noexcept
{
    if (isInTransaction())
        sqlite3_exec(m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

StorageFailure SqliteConnection::failure(int code) const
{
    const int primary = code & 0xff;
    const auto kind =
        primary == SQLITE_CONSTRAINT ? StorageFailure::Kind::Constraint : StorageFailure::Kind::Transaction;
    // A page that does not agree with its sum.
    const std::string_view named = code == SQLITE_IOERR_DATA ? codeOf(SQLITE_CORRUPT) : codeOf(primary);
    const char *reason = m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code);
    return StorageFailure(kind, Error{std::string(named), {{"reason", reason}}});
}

} // namespace deskbell::server
