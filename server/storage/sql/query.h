#pragma once

// One use of a prepared statement: values bound in order, rows read column by column, the statement
// free again when the Query goes. What is bound is copied; texts and blobs read are good until the next
// row. One Query of a statement at a time.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "domain/time.h"
#include "domain/uuid.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

class Query
{
public:
    template <typename... Values>
    Query(Connection &connection, const char *sql, const Values &...values)
        : m_statement(connection.prepared(sql))
    {
        int parameter = 0;
        (bind(parameter++, values), ...);
    }
    ~Query() { m_statement.release(); }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Sends the question; next() waits for the answer. Several asked together cost one trip.
    void ask() { m_statement.ask(); }
    /// On to the next row; false when there is none.
    bool next() { return m_statement.next(); }
    /// For statements without rows: how many rows were changed.
    int run() { return m_statement.run(); }
    /// Like run(), without waiting: a failure may only show in what comes after it on this connection.
    void post() { m_statement.post(nullptr); }
    /// Values that the database refuses are thrown as this refusal.
    void postOr(std::string_view refusal, const Facts &facts)
    {
        const Error error{std::string(refusal), facts};
        m_statement.post(&error);
    }
    /// For results too large to be held.
    void stream() { m_statement.stream(); }

    bool isNull(int column) const { return m_statement.isNull(column); }
    std::int64_t integer(int column) const { return m_statement.integer(column); }
    template <typename Number>
    Number number(int column) const
    {
        return static_cast<Number>(integer(column));
    }
    std::string_view text(int column) const { return m_statement.text(column); }
    Uuid uuid(int column) const
    {
        Uuid id;
        if (const auto bytes = m_statement.blob(column); bytes.size() == id.bytes.size())
            std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
        return id;
    }
    Date date(int column) const { return Date(Days(integer(column))); }
    Instant instant(int column) const { return Instant(std::chrono::milliseconds(integer(column))); }

private:
    template <typename Integer>
    requires std::is_integral_v<Integer> || std::is_enum_v<Integer>
    void bind(int parameter, Integer value) { m_statement.bind(parameter, static_cast<std::int64_t>(value)); }
    void bind(int parameter, std::string_view text) { m_statement.bind(parameter, text); }
    template <std::size_t Size>
    void bind(int parameter, const std::array<std::uint8_t, Size> &bytes)
    {
        m_statement.bind(parameter, std::span<const std::uint8_t>(bytes));
    }
    void bind(int parameter, const Uuid &id) { bind(parameter, id.bytes); }
    template <typename Tag>
    void bind(int parameter, const Id<Tag> &id)
    {
        bind(parameter, id.value.bytes);
    }
    void bind(int parameter, Date date) { bind(parameter, date.time_since_epoch().count()); }
    void bind(int parameter, Instant instant) { bind(parameter, instant.time_since_epoch().count()); }
    template <typename Value>
    void bind(int parameter, const std::optional<Value> &value)
    {
        if (value)
            bind(parameter, *value);
        else
            m_statement.bindNull(parameter);
    }

    Statement &m_statement;
};

} // namespace deskbell::server
