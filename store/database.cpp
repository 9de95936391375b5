#include "store/database.h"

#include <array>

#include <sqlite3.h>

namespace deskbell::store {

namespace {

Error errorOf(int code, const char *message, const QString &path)
{
    Facts facts{{"path", path.toStdString()}};
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {std::string(failurecode::diskFull), std::move(facts)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {std::string(failurecode::damaged), std::move(facts)};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {std::string(failurecode::notWritable), std::move(facts)};
    default:
        facts.emplace("sqlite", std::to_string(code) + " " + (message ? message : ""));
        return {std::string(failurecode::failed), std::move(facts)};
    }
}

Expected<void> configure(Database &database, Database::Durability durability)
{
    const char *settings = "";
    switch (durability) {
    case Database::Durability::Full:
        settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;";
        break;
    case Database::Durability::Normal:
        settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000;";
        break;
    case Database::Durability::BuiltAtOnce:
        // Nothing to go back to: a file that breaks off is thrown away. One sync, at the commit.
        settings = "PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE; "
                   "PRAGMA cache_size=-16000;";
        break;
    }
    return database.execute(settings);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Expected<bool> Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default: {
        Error error = m_database->lastError();
        sqlite3_reset(m_statement.get());
        return tl::unexpected(std::move(error));
    }
    }
}

Expected<void> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row) {
            reset();
            return {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Bytes Statement::blob(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)) : 0};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Statement::put(int at, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), at + 1, value);
}

void Statement::put(int at, std::string_view value)
{
    // A null pointer would bind NULL; an empty value is a value.
    sqlite3_bind_text(m_statement.get(), at + 1, value.empty() ? "" : value.data(),
                      static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void Statement::put(int at, Bytes value)
{
    sqlite3_bind_blob(m_statement.get(), at + 1, value.empty() ? "" : static_cast<const void *>(value.data()),
                      static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

void Statement::put(int at, std::nullopt_t)
{
    sqlite3_bind_null(m_statement.get(), at + 1);
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Expected<std::unique_ptr<Database>> Database::open(const QString &path, Open mode, Durability durability)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Open::Create) {
        flags |= SQLITE_OPEN_CREATE;
        makePrivateFile(path); // SQLite gives its files beside it the same rights
    }
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle, path));
    if (opened != SQLITE_OK)
        return tl::unexpected(errorOf(opened, sqlite3_errstr(opened), path));
    sqlite3_busy_timeout(handle, 2000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (auto configured = configure(*database, durability); !configured)
        return tl::unexpected(configured.error());
    if (mode == Open::Existing) {
        if (auto writable = sqlite3_db_readonly(handle, "main"); writable == 1)
            return tl::unexpected(errorOf(SQLITE_READONLY, nullptr, path));
    }
    return database;
}

Expected<void> Database::execute(const char *sql) const
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(lastError());
    return {};
}

Expected<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &handle, nullptr) != SQLITE_OK)
        return tl::unexpected(lastError());
    Statement statement;
    statement.m_statement.reset(handle);
    statement.m_database = this;
    return statement;
}

Expected<std::int64_t> Database::integer(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

int Database::lastChanges() const
{
    return sqlite3_changes(m_handle);
}

Expected<void> Database::checkIntegrity() const
{
    auto statement = prepare("PRAGMA integrity_check(1)");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || statement->text(0) != "ok")
        return tl::unexpected(errorOf(SQLITE_CORRUPT, nullptr, m_path));
    return {};
}

Expected<void> Database::copyTo(const QString &path) const
{
    auto statement = prepare("VACUUM INTO ?1");
    if (!statement)
        return tl::unexpected(statement.error());
    const std::string target = path.toStdString();
    makePrivateFile(path); // which it writes into as long as it is empty
    return statement->bind(target).run();
}

Error Database::lastError() const
{
    return errorOf(sqlite3_extended_errcode(m_handle), sqlite3_errmsg(m_handle), m_path);
}

void Database::rollBack() const
{
    // SQLite has rolled back by itself after some failures; then there is nothing left to undo.
    if (!sqlite3_get_autocommit(m_handle))
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace deskbell::store
