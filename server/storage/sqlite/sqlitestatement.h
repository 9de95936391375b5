#pragma once

// A prepared statement of SQLite. Owned by its connection and as bound to one thread.

#include "server/storage/sqlite/sqliteconnection.h"

namespace deskbell::server {

class SqliteStatement : public Statement
{
public:
    SqliteStatement(const SqliteConnection &connection, const char *sql);

    void bind(int parameter, std::int64_t value) override;
    void bind(int parameter, std::string_view text) override;
    void bind(int parameter, std::span<const std::uint8_t> bytes) override;
    void bindNull(int parameter) override;
    bool next() override;
    int run() override;
    void post(const Error *refusal) override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    std::span<const std::uint8_t> blob(int column) const override;
    void release() noexcept override;

private:
    void check(int code) const;

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    const SqliteConnection &m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace deskbell::server
