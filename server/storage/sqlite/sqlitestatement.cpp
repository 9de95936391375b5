#include "server/storage/sqlite/sqlitestatement.h"

#include <algorithm>

namespace deskbell::server {

SqliteStatement::SqliteStatement(const SqliteConnection &connection, const char *sql)
    : m_connection(connection)
{
    // Rows are locked for other processes, and there are none.
    const std::string_view whole(sql);
    const auto length = static_cast<int>(std::min(whole.find(" FOR UPDATE"), whole.size()));
    sqlite3_stmt *made = nullptr;
    const int code =
        sqlite3_prepare_v3(connection.handle(), sql, length, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    m_statement.reset(made);
    check(code);
}

void SqliteStatement::bind(int parameter, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement.get(), parameter + 1, value));
}

void SqliteStatement::bind(int parameter, std::string_view text)
{
    check(sqlite3_bind_text64(m_statement.get(), parameter + 1, text.data() ? text.data() : "", text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bind(int parameter, std::span<const std::uint8_t> bytes)
{
    // A null pointer would bind NULL; an empty value is a value.
    check(sqlite3_bind_blob64(m_statement.get(), parameter + 1,
                              bytes.empty() ? "" : static_cast<const void *>(bytes.data()), bytes.size(),
                              SQLITE_TRANSIENT));
}

void SqliteStatement::bindNull(int parameter)
{
    check(sqlite3_bind_null(m_statement.get(), parameter + 1));
}

bool SqliteStatement::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw m_connection.failure(code);
    return code == SQLITE_ROW;
}

int SqliteStatement::run()
{
    while (next()) {
    }
    return sqlite3_changes(m_connection.handle());
}

void SqliteStatement::post(const Error *refusal)
{
    try {
        run();
    } catch (const StorageFailure &failure) {
        if (!refusal || failure.kind() != StorageFailure::Kind::Constraint)
            throw;
        throw StorageFailure(StorageFailure::Kind::Constraint, *refusal);
    }
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *begin = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {begin ? begin : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::span<const std::uint8_t> SqliteStatement::blob(int column) const
{
    const auto *begin = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement.get(), column));
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

void SqliteStatement::release() noexcept
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void SqliteStatement::check(int code) const
{
    if (code != SQLITE_OK)
        throw m_connection.failure(code);
}

} // namespace deskbell::server
