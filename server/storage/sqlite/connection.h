#pragma once

// One connection to the SQLite file with its prepared statements. Owned by the writer or lent by the
// pool of readers; one thread at a time. Every failing call throws StorageFailure.

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include <sqlite3.h>

#include "server/storage/failure.h"

namespace deskbell::server {

class Connection
{
public:
    enum class Use { Write, Read };

    Connection(const std::filesystem::path &file, Use use);

    sqlite3 *handle() const { return m_handle.get(); }
    /// A statement made once and kept; `sql` must be a literal (known by its address).
    sqlite3_stmt *prepared(const char *sql);
    /// Statements without results or values.
    void execute(const std::string &sql);
    /// Rows that the last statement changed.
    int changed() const { return sqlite3_changes(m_handle.get()); }
    /// False once the database itself has rolled the transaction back (disk full, input/output error).
    bool isInTransaction() const { return sqlite3_get_autocommit(m_handle.get()) == 0; }

    /// The failure that `code`, an SQLite result, stands for.
    StorageFailure failure(int code) const;

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };

    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<const char *, std::unique_ptr<sqlite3_stmt, Finalize>> m_statements;
};

} // namespace deskbell::server
