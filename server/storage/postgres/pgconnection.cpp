#include "server/storage/postgres/pgconnection.h"

#include "server/storage/postgres/pgfailure.h"
#include "server/storage/postgres/pgstatement.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// More are not left unread: their answers wait in the server's and the line's buffers.
constexpr std::size_t maxSent = 512;

constexpr const char *commitNow = "COMMIT";

/// "ERROR", "FATAL", "WARNING": never translated.
std::string_view severityOf(const PGresult *result)
{
    const char *text = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    return text ? text : "";
}

std::string_view messageOf(const PGresult *result)
{
    const char *text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return text ? text : PQresultErrorMessage(result);
}

} // namespace

PgConnection::PgConnection(const PgAddress &address, Access access)
{
    // What stands before the address yields to it.
    const char *const names[] = {"connect_timeout",
                                 "keepalives_idle",
                                 "keepalives_interval",
                                 "keepalives_count",
                                 "fallback_application_name",
                                 "target_session_attrs", // a standby may be behind what was answered
                                 "dbname",
                                 nullptr};
    const char *const values[] = {"5",    "15", "5", "3", "deskbelld", "primary", address.uri().c_str(),
                                  nullptr};
    m_handle.reset(PQconnectdbParams(names, values, 1));
    if (PQstatus(m_handle.get()) != CONNECTION_OK)
        throw lost();
    PQsetNoticeReceiver(m_handle.get(), notice, this);
    PQenterPipelineMode(m_handle.get());
    if (access == Access::Write) {
        // Another process that hangs with a lock in its hands keeps nobody waiting for ever, and an
        // answer that was given survives a power cut.
        execute("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s';"
                "SET synchronous_commit = on");
        Query name(*this, "SELECT uuid_send(gen_random_uuid())");
        name.next();
        m_name = name.uuid(0);
    }
}

PgConnection::~PgConnection() = default;

Statement &PgConnection::prepared(const char *sql)
{
    return statement(sql);
}

PgStatement &PgConnection::statement(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<PgStatement>(*this, sql, m_statements.size());
    return *statement;
}

void PgConnection::execute(const std::string &sql)
{
    settle();
    PQexitPipelineMode(m_handle.get());
    const Result result(PQexec(m_handle.get(), sql.c_str()), PQclear);
    PQenterPipelineMode(m_handle.get());
    ++m_written;
    if (auto failure = failureIn(result.get(), {}))
        throw std::move(*failure);
}

void PgConnection::begin(Access access)
{
    if (access == Access::Read)
        Query(*this, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").post();
    else
        Query(*this, "BEGIN ISOLATION LEVEL READ COMMITTED").post();
    m_isInTransaction = true;
}

void PgConnection::commit()
{
    m_isWarned = false;
    PgStatement &end = statement(commitNow);
    {
        Query query(*this, commitNow);
        query.next();
        // A transaction that has failed before is told by its end only.
        m_isInTransaction = false;
        if (end.tag() != "COMMIT")
            throw pgFailure("40000", "rolled back");
    }
    throwIfWarned();
}

void PgConnection::throwIfWarned()
{
    // "Committed here, maybe not at the standby", for one: to be looked up like a lost answer.
    if (m_isWarned)
        throw lost();
}

void PgConnection::rollBack() noexcept
{
    if (!m_isInTransaction)
        return;
    m_isInTransaction = false;
    for (Sent &what : m_sent)
        what.isForgotten = true;
    if (isLost())
        return;
    try {
        sendEnd(); // whatever failed before: from here on the server listens again
        const std::size_t before = m_sent.size();
        Query(*this, "ROLLBACK").post();
        for (std::size_t i = before; i < m_sent.size(); ++i)
            m_sent[i].isForgotten = true;
        sendEnd();
    } catch (const StorageFailure &) {
        // The connection is lost, and the transaction with it.
    }
}

std::optional<CommitToken> PgConnection::leaveToken()
{
    const CommitToken token{m_name, ++m_turn};
    // Once the connection is closed there is no turn to be written, and all of the transaction fails.
    Query(*this,
          "INSERT INTO commit_token AS t (connection, turn, is_closed, at)"
          " VALUES (?, ?, 0, CAST(extract(epoch FROM now()) AS bigint)) ON CONFLICT (connection) DO UPDATE"
          " SET turn = CASE WHEN t.is_closed = 0 THEN excluded.turn END, at = excluded.at",
          token.connection, token.turn)
        .post();
    return token;
}

bool PgConnection::hasToken(const CommitToken &token)
{
    begin(Access::Write);
    std::int64_t turn = 0;
    {
        // Inserted or updated, the row waits for a transaction that has it and has not ended.
        Query closing(*this,
                      "INSERT INTO commit_token AS t (connection, turn, is_closed, at)"
                      " VALUES (?, 0, 1, CAST(extract(epoch FROM now()) AS bigint)) ON CONFLICT (connection)"
                      " DO UPDATE SET is_closed = 1, at = excluded.at RETURNING turn",
                      token.connection);
        closing.next();
        turn = closing.integer(0);
    }
    // What has been seen is as durable as this, also at a standby that commits wait for.
    commit();
    return turn == token.turn;
}

void PgConnection::prove()
{
    m_isWarned = false;
    leaveToken();
    sendEnd();
}

bool PgConnection::isProven()
{
    if (!PQconsumeInput(m_handle.get()))
        throw lost();
    // The server says nothing before it has committed, and then all of it.
    if (!m_sent.empty() && PQisBusy(m_handle.get()))
        return false;
    settle();
    throwIfWarned();
    return true;
}

void PgConnection::sent(int isFine, Sent what)
{
    if (!isFine)
        throw lost();
    m_sent.push_back(std::move(what));
    if (m_sent.size() > maxSent)
        settle();
}

void PgConnection::sendEnd()
{
    if (!PQpipelineSync(m_handle.get()))
        throw lost();
    Sent end;
    end.isEnd = true;
    m_sent.push_back(std::move(end));
}

void PgConnection::settle()
{
    if (m_sent.empty())
        return;
    if (!m_sent.back().isEnd)
        sendEnd();
    std::optional<StorageFailure> first;
    while (!m_sent.empty()) {
        Sent what = std::move(m_sent.front());
        m_sent.pop_front();
        auto failure = readOne(what);
        if (failure && !what.isForgotten && !first)
            first = std::move(failure);
        if (isLost()) {
            for (const Sent &unread : m_sent) {
                if (unread.prepared)
                    unread.prepared->forgetPreparation();
                if (!unread.isForgotten && !first)
                    first = lost();
            }
            m_sent.clear();
        }
    }
    if (first) {
        ++m_written;
        throw std::move(*first);
    }
}

std::optional<StorageFailure> PgConnection::readOne(Sent &what)
{
    Result result(PQgetResult(m_handle.get()), PQclear);
    if (!result)
        return lost();
    if (what.isEnd)
        return PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC ? std::nullopt : std::optional(lost());
    Result(PQgetResult(m_handle.get()), PQclear); // the end of this answer
    auto failure = failureIn(result.get(), what);
    if (failure && what.prepared)
        what.prepared->forgetPreparation();
    if (!failure && what.receiver)
        what.receiver->receive(std::move(result));
    return failure;
}

std::optional<StorageFailure> PgConnection::failureIn(const PGresult *result, const Sent &what)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
        return std::nullopt;
    case PGRES_PIPELINE_ABORTED:
        // Skipped after an earlier failure, which has been seen already.
        return pgFailure("25P02", "skipped");
    default:
        break;
    }
    // After FATAL and PANIC the server is gone, and whether it has committed is not known.
    m_isBroken = m_isBroken || severityOf(result) != "ERROR";
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    auto failure = pgFailure(state ? state : "", messageOf(result));
    if (what.refusal && failure.kind() == StorageFailure::Kind::Constraint)
        return StorageFailure(StorageFailure::Kind::Constraint, *what.refusal);
    return failure;
}

void PgConnection::detach(const PgStatement *receiver)
{
    for (Sent &what : m_sent) {
        if (what.receiver == receiver)
            what.receiver = nullptr;
    }
}

void PgConnection::notice(void *self, const PGresult *told)
{
    if (severityOf(told) == "WARNING")
        static_cast<PgConnection *>(self)->m_isWarned = true;
}

StorageFailure PgConnection::lost()
{
    m_isBroken = true;
    return pgFailure("", PQerrorMessage(m_handle.get()));
}

} // namespace deskbell::server
