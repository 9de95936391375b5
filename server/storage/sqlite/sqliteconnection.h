#pragma once

// One connection to the SQLite file with its prepared statements: the Connection port over SQLite's C
// API. Owned by the writer or lent by the pool of readers; one thread at a time.

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include <sqlite3.h>

#include "server/storage/sql/connection.h"

namespace deskbell::server {

class SqliteStatement;

class SqliteConnection : public Connection
{
public:
    SqliteConnection(const std::filesystem::path &file, Access access);
    ~SqliteConnection() override;

    Statement &prepared(const char *sql) override;
    void execute(const std::string &sql) override;
    void begin(Access access) override;
    void commit() override;
    void rollBack() noexcept override;
    bool isInTransaction() const override { return sqlite3_get_autocommit(m_handle.get()) == 0; }

    sqlite3 *handle() const { return m_handle.get(); }
    /// The failure that `code`, an SQLite result, stands for.
    StorageFailure failure(int code) const;

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };

    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<const char *, std::unique_ptr<SqliteStatement>> m_statements;
};

} // namespace deskbell::server
