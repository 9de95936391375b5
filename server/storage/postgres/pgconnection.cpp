#include "server/storage/postgres/pgconnection.h"

#include "server/storage/postgres/pgfailure.h"
#include "server/storage/postgres/pgstatement.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// More are not left unread: their answers wait in the server's and the line's buffers.
constexpr std::size_t maxSent = 512;

constexpr const char *nameTransaction = "SELECT CAST(pg_current_xact_id() AS text)";

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
                                 "dbname",
                                 nullptr};
    const char *const values[] = {"5", "15", "5", "3", "deskbelld", address.uri().c_str(), nullptr};
    m_handle.reset(PQconnectdbParams(names, values, 1));
    if (PQstatus(m_handle.get()) != CONNECTION_OK)
        throw lost();
    PQsetNoticeProcessor(
        m_handle.get(), [](void *, const char *) {}, nullptr);
    PQenterPipelineMode(m_handle.get());
    if (access == Access::Write) {
        // Another process that hangs with a lock in its hands keeps nobody waiting for ever, and an
        // answer that was given survives a power cut.
        execute("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s';"
                "SET synchronous_commit = on");
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
    m_transaction.clear();
    if (access == Access::Read) {
        Query(*this, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").post();
    } else {
        Query(*this, "BEGIN ISOLATION LEVEL READ COMMITTED").post();
        statement(nameTransaction).release();
        statement(nameTransaction).ask();
    }
    m_isInTransaction = true;
}

std::string PgConnection::transaction()
{
    PgStatement &named = statement(nameTransaction);
    if (m_transaction.empty() && m_isInTransaction && named.next())
        m_transaction = named.text(0);
    return m_transaction;
}

void PgConnection::commit()
{
    transaction();
    Query(*this, "COMMIT").post();
    settle();
    m_isInTransaction = false;
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

std::optional<bool> PgConnection::isCommitted(const std::string &transaction)
{
    Query query(*this, "SELECT pg_xact_status(CAST(CAST(? AS text) AS xid8))", transaction);
    query.next();
    const std::string_view state = query.text(0);
    return state == "in progress" ? std::nullopt : std::optional(state == "committed");
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

std::optional<StorageFailure> PgConnection::failureIn(const PGresult *result, const Sent &what) const
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

StorageFailure PgConnection::lost()
{
    return pgFailure("", PQerrorMessage(m_handle.get()));
}

} // namespace deskbell::server
