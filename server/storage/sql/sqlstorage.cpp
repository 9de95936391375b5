#include "server/storage/sql/sqlstorage.h"

#include "server/storage/commandpath.h"
#include "server/storage/sql/accounttable.h"
#include "server/storage/sql/audittable.h"
#include "server/storage/sql/changelog.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/loader.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/reporttable.h"
#include "server/storage/sql/sqlsnapshot.h"
#include "server/storage/sql/turntable.h"
#include "server/storage/sql/worktable.h"

namespace deskbell::server {
namespace {

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Constraint, Error{std::move(code), std::move(facts)});
}

} // namespace

SqlStorage::SqlStorage(std::unique_ptr<Database> database, const SqlLimits &limits, const History &history,
                       Surroundings surroundings, StorageListener *listener)
    : m_database(std::move(database)), m_history(history), m_surroundings(std::move(surroundings)),
      m_listener(listener),
      m_readers(std::make_shared<ReaderPool>(
          [database = m_database.get()] { return database->connect(Connection::Access::Read); },
          limits.readers)),
      m_asideWriter(m_database->hasOneWriter() ? nullptr
                                               : std::make_unique<GroupWriter>(connecting(), limits.writer)),
      m_writer(aroundCommands(), limits.writer)
{
}

GroupWriter::Around SqlStorage::connecting()
{
    GroupWriter::Around around;
    around.connect = [this] { return m_database->connect(Connection::Access::Write); };
    around.committed = [this](std::size_t writes, std::chrono::microseconds took) {
        if (m_listener)
            m_listener->grouped(writes, took);
    };
    return around;
}

GroupWriter::Around SqlStorage::aroundCommands()
{
    GroupWriter::Around around = connecting();
    around.begun = [this](Connection &connection, std::span<const GroupWriter::Job> jobs) {
        m_database->begun(connection, m_books, jobs);
    };
    around.ending = [this](Connection &connection) { m_database->ending(connection, m_books); };
    around.rolledBack = [this] {
        m_books.clear();
        m_database->rolledBack();
    };
    return around;
}

Expected<void> SqlStorage::write(std::function<void(Connection &)> write)
{
    GroupWriter &writer = m_asideWriter ? *m_asideWriter : m_writer;
    if (auto error = writer.write(std::move(write))) {
        noteRoom(&*error);
        return tl::unexpected(std::move(*error));
    }
    return {};
}

Expected<std::vector<protocol::PropertyRef>> SqlStorage::properties()
{
    return read([](Connection &connection) {
        std::vector<protocol::PropertyRef> all;
        Query query(connection, "SELECT id, name FROM property WHERE version > 0 ORDER BY name, id");
        while (query.next())
            all.push_back({{query.uuid(0)}, std::string(query.text(1))});
        return all;
    });
}

Expected<std::optional<Reservation>> SqlStorage::reservation(const PropertyId &property,
                                                             const ReservationId &id)
{
    return read([&](Connection &connection) { return readReservation(connection, property, id); });
}

Expected<std::uint64_t> SqlStorage::seq(const PropertyId &property)
{
    return read([&](Connection &connection) { return readClock(connection, property).seq; });
}

Expected<protocol::KeptChanges> SqlStorage::keptChanges(const PropertyId &property)
{
    return read([&](Connection &connection) {
        const Clock clock = readClock(connection, property);
        return protocol::KeptChanges{property, clock.lowest, clock.seq};
    });
}

Expected<std::unique_ptr<SnapshotReader>> SqlStorage::snapshot(const PropertyId &property,
                                                               const Window &window)
{
    try {
        return std::make_unique<SqlSnapshot>(m_readers, m_history, property, window);
    } catch (const StorageFailure &failure) {
        return tl::unexpected(failure.error());
    }
}

Expected<protocol::CommandResult> SqlStorage::receipt(const PropertyId &property, const CommandId &id)
{
    return read([&](Connection &connection) -> protocol::CommandResult {
        auto stored = readAnswer(connection, id);
        if (!stored || stored->property != property)
            return {id, protocol::NotKnown{}};
        stored->result.isReplayed = true;
        return std::move(stored->result);
    });
}

Expected<std::vector<WorkItem>> SqlStorage::takeWork(Work work, Instant now, std::chrono::milliseconds lease,
                                                     std::size_t limit)
{
    std::vector<WorkItem> items;
    return write([&](Connection &connection) { items = takeDueWork(connection, work, now, lease, limit); })
        .map([&] { return std::move(items); });
}

Expected<bool> SqlStorage::finishWork(const Claim &claim)
{
    bool isOurs = false;
    return write([&](Connection &connection) { isOurs = server::finishWork(connection, claim); }).map([&] {
        return isOurs;
    });
}

Expected<std::vector<Backlog>> SqlStorage::backlog()
{
    return read([](Connection &connection) { return readBacklog(connection); });
}

Expected<std::optional<WorkItem>> SqlStorage::workOf(const PaymentId &payment)
{
    return read([&](Connection &connection) { return readWorkOf(connection, payment); });
}

Expected<bool> SqlStorage::hurryWork(const PaymentId &payment, Instant now)
{
    bool isAny = false;
    return write([&](Connection &connection) { isAny = server::hurryWork(connection, payment, now); })
        .map([&] { return isAny; });
}

Expected<protocol::AuditPage> SqlStorage::audit(const PropertyId &property, const AuditFilter &filter)
{
    return read([&](Connection &connection) { return readAudit(connection, property, filter); });
}

Expected<void> SqlStorage::addToAudit(const std::vector<PropertyId> &properties,
                                      const protocol::AuditEntry &entry)
{
    return write([&](Connection &connection) {
        for (const PropertyId &property : properties)
            writeAudit(connection, property, entry);
    });
}

void SqlStorage::noteInAudit(const PropertyId &property, protocol::AuditEntry entry)
{
    GroupWriter &writer = m_asideWriter ? *m_asideWriter : m_writer;
    writer.post({[property, entry = std::move(entry)](Connection &connection) {
                     writeAudit(connection, property, entry);
                 },
                 [](const Error *) {}});
}

Expected<void> SqlStorage::report(const std::vector<RoleReport> &reports)
{
    return write([&](Connection &connection) { writeReports(connection, reports); });
}

Expected<std::vector<RoleReport>> SqlStorage::reports()
{
    return read([](Connection &connection) { return readReports(connection); });
}

Expected<void> SqlStorage::signOff(const std::string &process)
{
    return write([&](Connection &connection) { dropReports(connection, process); });
}

Expected<void> SqlStorage::keepReconciliation(const PropertyId &property, Date day, Instant at,
                                              const std::string &report)
{
    return write([&](Connection &connection) { writeReconciliation(connection, property, day, at, report); });
}

Expected<std::optional<std::string>> SqlStorage::reconciliation(const PropertyId &property, Date day)
{
    return read([&](Connection &connection) { return readReconciliation(connection, property, day); });
}

Expected<std::optional<std::string>> SqlStorage::lastReconciliation(const PropertyId &property, Instant now)
{
    return read([&](Connection &connection) { return readLastReconciliation(connection, property, now); });
}

Expected<std::string> SqlStorage::secret(const std::string &name, const std::string &candidate)
{
    std::string kept;
    return write([&](Connection &connection) { kept = keepOrRead(connection, "secret:" + name, candidate); })
        .map([&] { return kept; });
}

void SqlStorage::reached(const ChangeSet &change) const
{
    m_database->reached(change.property, change.seq, markOf(change));
}

void SqlStorage::tell(Committed &committed) const
{
    for (const auto &change : committed.changes)
        reached(*change);
    if (!m_listener)
        return;
    for (auto &change : committed.changes)
        m_listener->committed(std::move(change));
    for (const Work work : committed.work)
        m_listener->workAdded(work);
}

void SqlStorage::submit(CommandRequest request, CommandsDone done)
{
    struct Pending
    {
        CommandRequest request;
        CommandsDone done;
        std::vector<std::string> hashes;
        std::vector<protocol::CommandResult> results;
        Committed committed;
        std::optional<Error> heldOff;
    };
    auto pending = std::make_shared<Pending>();
    pending->request = std::move(request);
    pending->done = std::move(done);
    for (const Command &command : pending->request.batch.commands)
        pending->hashes.push_back(protocol::canonicalHash(command));

    const auto carryOut = [this, pending](Connection &connection) {
        pending->committed = {};
        pending->heldOff.reset();
        const CommandRequest &asked = pending->request;
        PropertyBook *book = m_books.of(connection, asked.property);
        if (!book || book->property().version == 0)
            throw refused("unknown-property", {{"property", toString(asked.property)}});
        if (asked.claim && !isHeld(connection, *asked.claim))
            throw refused("claim-lost");
        if (const auto wait = server::takeTurns(connection, asked.turns, m_surroundings.now())) {
            pending->heldOff = Error{"too-many-requests", {{"waitMs", std::to_string(wait->count())}}};
            return; // no failure: the turns that were taken are gone
        }
        const auto transaction = m_database->commandTransaction(connection, *book, pending->committed);
        CommandPath path(*transaction, asked.actor, asked.origin, m_surroundings.now());
        pending->results = path.carryOut(asked.batch, pending->hashes);
        if (asked.claim)
            server::finishWork(connection, *asked.claim);
    };
    const auto settled = [this, pending](const Error *error) {
        noteRoom(error);
        if (error || pending->heldOff) {
            pending->done(tl::unexpected(error ? *error : *pending->heldOff));
            return;
        }
        tell(pending->committed);
        if (m_listener)
            m_listener->answered(pending->request.batch, pending->results);
        pending->done(std::move(pending->results));
    };
    m_writer.post({carryOut, settled, pending->request.property, &pending->request});
}

Expected<LoadResult> SqlStorage::load(const PropertyId &property, std::vector<protocol::Row> rows,
                                      Loading how)
{
    LoadResult result;
    std::optional<ChangeSet> change;
    const auto carryOut = [&](Connection &connection) {
        change.reset();
        if (!m_books.of(connection, property)) {
            const Property *fresh = propertyIn(rows);
            if (!fresh || fresh->id != property)
                throw refused("unknown-property", {{"property", toString(property)}});
            makeProperty(connection, *fresh);
        }
        result =
            loadRows(connection, *m_books.of(connection, property), rows, how, m_surroundings.now(), change);
    };
    const auto committed = [&] {
        Committed told;
        if (change) {
            told.changes.push_back(std::make_shared<const ChangeSet>(std::move(*change)));
        } else {
            if (result.added > 0)
                m_database->reached(property, result.seq, 0);
            m_database->historyBegan(property, result.seq);
        }
        tell(told);
    };
    if (auto error = m_writer.write(carryOut, committed, property)) {
        noteRoom(&*error);
        return tl::unexpected(std::move(*error));
    }
    return result;
}

Expected<void> SqlStorage::prune(Instant now, Days keepChanges)
{
    return write([&](Connection &connection) {
        const Instant ageing = ageingTime(connection, now);
        Query(connection, "DELETE FROM command WHERE at < ?", ageing - keepAnswers).run();
        dropChanges(connection, ageing - keepChanges);
        dropSessions(connection, now, ageing);
        dropTurns(connection, now);
        dropReports(connection, now - keepReports, now + keepReports);
    });
}

} // namespace deskbell::server
