// One SQLite file and its prepared statements, with failures as values: what a full disk, a damaged
// file or a folder without permission answers is told apart by code. Owned by a store; used in the
// data thread only, which is the file's one writer.
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/expected.h"

struct sqlite3;
struct sqlite3_stmt;

namespace deskbell::store {

using Bytes = std::span<const std::uint8_t>;

namespace failurecode {
inline constexpr std::string_view diskFull = "disk-full";             // path
inline constexpr std::string_view damaged = "store-damaged";          // path
inline constexpr std::string_view notWritable = "store-not-writable"; // path
inline constexpr std::string_view tooNew = "newer-file";              // path, version, supported
inline constexpr std::string_view failed = "store-failed";            // path, sqlite
} // namespace failurecode

class Database;

/// A prepared statement, made once and used many times. Columns and parameters count from 0. What
/// is bound is copied; what is read is good until the next step.
class Statement
{
public:
    Statement() = default;

    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int at = 0;
        (put(at++, values), ...);
        return *this;
    }
    /// True while there is a row.
    Expected<bool> step();
    /// To the end, for statements without rows.
    Expected<void> run();
    void reset();

    std::int64_t integer(int column) const;
    std::string_view text(int column) const;
    Bytes blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    void put(int at, std::int64_t value);
    void put(int at, std::uint64_t value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, int value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, std::uint32_t value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, bool value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, std::string_view value);
    void put(int at, const std::string &value) { put(at, std::string_view(value)); }
    void put(int at, const char *value) { put(at, std::string_view(value)); }
    void put(int at, Bytes value);
    void put(int at, std::nullopt_t);
    template <typename T>
    void put(int at, const std::optional<T> &value)
    {
        if (value)
            put(at, *value);
        else
            put(at, std::nullopt);
    }

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    const Database *m_database = nullptr;
};

class Database
{
public:
    /// How a commit relates to a power cut: Full survives it; Normal survives a kill of the process
    /// only; BuiltAtOnce is for a file that nobody uses before its single commit.
    enum class Durability { Full, Normal, BuiltAtOnce };
    enum class Open { Existing, Create };

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Checks the file's structure before anything else reads it. It must not move while statements
    /// of it live, hence the pointer.
    static Expected<std::unique_ptr<Database>> open(const QString &path, Open mode, Durability durability);

    const QString &path() const { return m_path; }
    Expected<void> execute(const char *sql) const;
    Expected<Statement> prepare(std::string_view sql) const;
    /// All of `work` or nothing of it: what fails is rolled back.
    template <typename Work>
    Expected<void> transact(Work &&work)
    {
        if (auto begun = execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        Expected<void> done = work();
        if (done)
            done = execute("COMMIT");
        if (!done)
            rollBack();
        return done;
    }
    Expected<std::int64_t> integer(std::string_view sql) const;
    int lastChanges() const;
    /// The whole file read and compared with itself, indexes included.
    Expected<void> checkIntegrity() const;
    /// A copy of the file as it stands, to be kept aside.
    Expected<void> copyTo(const QString &path) const;

    Error lastError() const;

private:
    Database(sqlite3 *handle, QString path) : m_handle(handle), m_path(std::move(path)) {}
    void rollBack() const;

    sqlite3 *m_handle;
    QString m_path;
};

/// Brings a file to the newest of `prefix`-NNNN.sql, each step one transaction. Error "newer-file"
/// when the file has seen a newer program.
Expected<void> migrate(Database &database, std::string_view prefix, int newest);

/// Makes a folder that is its owner's alone. One that others may look into is narrowed, and so are the
/// desk's files in it; their names.
QStringList makePrivateFolder(const QString &path);
/// Makes a file that is its owner's alone, empty, if there is none.
void makePrivateFile(const QString &path);

/// The text of an embedded script.
Expected<std::string> embeddedScript(std::string_view name);

/// A file moved out of the way with its companions (-wal, -shm), under a name that tells when; never
/// over another. The new path.
Expected<QString> setAside(const QString &path, std::string_view stamp);

/// Removes a database file and its companions.
void removeDatabase(const QString &path);

} // namespace deskbell::store
