#pragma once

// The port between the tables and a database: one connection with its prepared statements. The tables
// of server/storage/sql are written once against it; SQLite and PostgreSQL implement it. Owned by a
// writer or lent by the pool of readers; one thread at a time. Every failing call throws StorageFailure.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/uuid.h"
#include "server/storage/failure.h"

namespace deskbell::server {

/// A prepared statement in one use (query.h). Parameters and columns count from 0. What is bound is copied;
/// what is read is good until the next row.
class Statement
{
public:
    virtual ~Statement() = default;

    virtual void bind(int parameter, std::int64_t value) = 0;
    virtual void bind(int parameter, std::string_view text) = 0;
    virtual void bind(int parameter, std::span<const std::uint8_t> bytes) = 0;
    virtual void bindNull(int parameter) = 0;

    /// Sends the question; next() waits for the answer. Several asked together cost one trip.
    virtual void ask() {}
    /// On to the next row; false when there is none.
    virtual bool next() = 0;
    /// Carries out a statement without rows: how many rows were changed.
    virtual int run() = 0;
    /// Like run(), but need not wait: it is carried out before whatever comes after it, and a failure may
    /// only show there, at the latest in flush(). A constraint that fails is thrown as `refusal`.
    virtual void post(const Error *refusal) = 0;
    /// Hands rows out as they come, for results too large to be held.
    virtual void stream() {}

    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::span<const std::uint8_t> blob(int column) const = 0;

    /// The use is over.
    virtual void release() noexcept = 0;
};

/// What a transaction leaves in the database to be recognised by. No two transactions ever leave the same,
/// also not on a server that takes another's place.
struct CommitToken
{
    Uuid connection;
    std::int64_t turn = 0;
};

class Connection
{
public:
    enum class Access { Read, Write };

    virtual ~Connection() = default;

    /// A statement made once and kept; `sql` must be a literal (known by its address), its parameters
    /// written ? or ?1. A FOR UPDATE at its end is for databases with several writers.
    virtual Statement &prepared(const char *sql) = 0;
    /// Statements without results or values.
    virtual void execute(const std::string &sql) = 0;

    /// A reading transaction sees one moment.
    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    /// Fine when there is no transaction (any more).
    virtual void rollBack() noexcept = 0;
    /// False once the database itself has rolled the transaction back (disk full, input/output error).
    virtual bool isInTransaction() const = 0;
    /// Waits for all that was posted.
    virtual void flush() {}

    /// Other processes write to the same database, and each wait is a trip: what is to be changed is
    /// locked first, and groups of writes are tried without savepoints.
    virtual bool isShared() const { return false; }
    /// Whether each command is tried under a savepoint of its own. Otherwise the first failure spoils the
    /// whole transaction, which is then tried again with care.
    bool isCareful() const { return m_isCareful; }
    void setCareful(bool isCareful) { m_isCareful = isCareful; }
    /// Grows with each statement that may have changed something, or has failed.
    virtual std::uint64_t written() const { return 0; }
    /// No longer usable: the server or the line to it is gone.
    virtual bool isLost() const { return false; }
    /// The last write of a transaction whose commit may lose its answer. None where no answer gets lost.
    virtual std::optional<CommitToken> leaveToken() { return std::nullopt; }
    /// Whether the transaction that left it on a former connection was committed, and is by now durable.
    /// Waits while it still runs, and once the answer is no it cannot be committed any more. Throws when
    /// that cannot be told now.
    virtual bool hasToken(const CommitToken &) { return false; }

private:
    bool m_isCareful = true;
};

} // namespace deskbell::server
