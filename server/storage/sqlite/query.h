#pragma once

// One use of a prepared statement: values bound in order, rows read column by column, the statement
// free again when the Query goes. Texts and blobs bound must outlive it; those read are good until the
// next row. One Query of a statement at a time.

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "domain/time.h"
#include "domain/uuid.h"
#include "server/storage/sqlite/connection.h"

namespace deskbell::server {

class Query
{
public:
    template <typename... Values>
    Query(Connection &connection, const char *sql, const Values &...values)
        : m_connection(connection), m_statement(connection.prepared(sql))
    {
        int column = 0;
        (bind(++column, values), ...);
    }
    ~Query()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// On to the next row; false when there is none.
    bool next()
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            throw m_connection.failure(code);
        return code == SQLITE_ROW;
    }
    /// For statements without rows: how many rows were changed.
    int run()
    {
        while (next()) {
        }
        return m_connection.changed();
    }

    bool isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    template <typename Number>
    Number number(int column) const
    {
        return static_cast<Number>(integer(column));
    }
    std::string_view text(int column) const
    {
        const auto *begin = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return {begin ? begin : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }
    Uuid uuid(int column) const
    {
        Uuid id;
        const void *bytes = sqlite3_column_blob(m_statement, column);
        if (static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) == id.bytes.size())
            std::memcpy(id.bytes.data(), bytes, id.bytes.size());
        return id;
    }
    Date date(int column) const { return Date(Days(integer(column))); }
    Instant instant(int column) const { return Instant(std::chrono::milliseconds(integer(column))); }

private:
    template <typename Integer>
    requires std::is_integral_v<Integer> || std::is_enum_v<Integer>
    void bind(int column, Integer value)
    {
        check(sqlite3_bind_int64(m_statement, column, static_cast<std::int64_t>(value)));
    }
    void bind(int column, std::string_view text)
    {
        check(sqlite3_bind_text64(m_statement, column, text.data() ? text.data() : "", text.size(),
                                  SQLITE_STATIC, SQLITE_UTF8));
    }
    template <std::size_t Size>
    void bind(int column, const std::array<std::uint8_t, Size> &bytes)
    {
        check(sqlite3_bind_blob64(m_statement, column, bytes.data(), Size, SQLITE_STATIC));
    }
    void bind(int column, const Uuid &id) { bind(column, id.bytes); }
    template <typename Tag>
    void bind(int column, const Id<Tag> &id)
    {
        bind(column, id.value.bytes);
    }
    void bind(int column, Date date) { bind(column, date.time_since_epoch().count()); }
    void bind(int column, Instant instant) { bind(column, instant.time_since_epoch().count()); }
    template <typename Value>
    void bind(int column, const std::optional<Value> &value)
    {
        if (value)
            bind(column, *value);
        else
            check(sqlite3_bind_null(m_statement, column));
    }
    void check(int code)
    {
        if (code != SQLITE_OK)
            throw m_connection.failure(code);
    }

    Connection &m_connection;
    sqlite3_stmt *m_statement;
};

} // namespace deskbell::server
