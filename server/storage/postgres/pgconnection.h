#pragma once

// One connection to PostgreSQL: the Connection port over libpq in pipeline mode. What is posted or asked
// goes out at once and is answered in order; the connection waits only when somebody wants to read. Owned
// by a writer or lent by the pool of readers; one thread at a time.

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include <libpq-fe.h>

#include "server/storage/postgres/address.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

class PgStatement;

class PgConnection : public Connection
{
public:
    PgConnection(const PgAddress &address, Access access);
    ~PgConnection() override;

    Statement &prepared(const char *sql) override;
    PgStatement &statement(const char *sql);
    void execute(const std::string &sql) override;
    void begin(Access access) override;
    void commit() override;
    void rollBack() noexcept override;
    bool isInTransaction() const override { return m_isInTransaction && !isLost(); }
    void flush() override { settle(); }
    bool isLost() const override { return m_isBroken || PQstatus(m_handle.get()) == CONNECTION_BAD; }
    bool isShared() const override { return true; }
    std::uint64_t written() const override { return m_written; }
    std::optional<CommitToken> leaveToken() override;
    bool hasToken(const CommitToken &token) override;
    /// Begins to commit something of its own, outside of any transaction: once it is proven, all that was to
    /// be seen before is as durable as every commit here, also at a standby that commits wait for.
    void prove();
    /// Does not wait. Throws when it never will be.
    bool isProven();

    PGconn *handle() const { return m_handle.get(); }
    /// Of a writing one, in its tokens.
    const Uuid &name() const { return m_name; }

private:
    friend class PgStatement;
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

    /// Something sent whose answer has not been read.
    struct Sent
    {
        PgStatement *receiver = nullptr; ///< who wants the result
        PgStatement *prepared = nullptr; ///< whose preparation it is
        std::optional<Error> refusal;    ///< what a constraint that fails means
        bool isEnd = false;              ///< the mark after which a failed pipeline goes on
        bool isForgotten = false;        ///< its failure is nobody's any more
    };

    /// Keeps account of what libpq was given; `isFine` is libpq's answer.
    void sent(int isFine, Sent what);
    void sendEnd();
    /// Waits for all answers. Throws the first failure among them.
    void settle();
    /// Reads one answer; what failed, if it did.
    std::optional<StorageFailure> readOne(Sent &what);
    std::optional<StorageFailure> failureIn(const PGresult *result, const Sent &what);
    static void notice(void *self, const PGresult *told);
    void throwIfWarned();
    void detach(const PgStatement *receiver);
    StorageFailure lost();

    struct Finish
    {
        void operator()(PGconn *handle) const { PQfinish(handle); }
    };

    std::unique_ptr<PGconn, Finish> m_handle;
    std::unordered_map<const char *, std::unique_ptr<PgStatement>> m_statements;
    std::deque<Sent> m_sent;
    Uuid m_name; ///< a writing one's, in commit_token
    std::int64_t m_turn = 0;
    std::uint64_t m_written = 0;
    bool m_isInTransaction = false;
    bool m_isBroken = false; ///< the server has ended it, or what it says is not to be understood
    bool m_isWarned = false; ///< since the last commit began
};

} // namespace deskbell::server
