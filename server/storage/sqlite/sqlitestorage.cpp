#include "server/storage/sqlitestorage.h"

#include <unordered_map>

#include "server/storage/commandpath.h"
#include "server/storage/embeddedmigrations.h"
#include "server/storage/sqlite/accounttable.h"
#include "server/storage/sqlite/changelog.h"
#include "server/storage/sqlite/groupwriter.h"
#include "server/storage/sqlite/loader.h"
#include "server/storage/sqlite/migrate.h"
#include "server/storage/sqlite/query.h"
#include "server/storage/sqlite/readerpool.h"
#include "server/storage/sqlite/sqlitecommandtransaction.h"
#include "server/storage/sqlite/sqlitesnapshot.h"
#include "server/storage/sqlite/storagefile.h"
#include "server/storage/sqlite/worktable.h"

namespace deskbell::server {
namespace {

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Constraint, Error{std::move(code), std::move(facts)});
}

class SqliteStorage : public Storage
{
public:
    SqliteStorage(FileLock lock, const SqliteOptions &options, Connection writer, const Uuid &epoch,
                  Surroundings surroundings, StorageListener *listener)
        : m_lock(std::move(lock)), m_epoch(epoch), m_surroundings(std::move(surroundings)),
          m_listener(listener), m_readers(std::make_shared<ReaderPool>(options.file, options.readers)),
          m_writer(std::move(writer), {options.maxGroup, options.maxQueue}, [this] { m_books.clear(); })
    {
    }

    Expected<Uuid> epoch() override { return m_epoch; }

    Expected<std::vector<protocol::PropertyRef>> properties() override
    {
        return read([](Connection &connection) {
            std::vector<protocol::PropertyRef> all;
            Query query(connection, "SELECT id, name FROM property WHERE version > 0 ORDER BY name, id");
            while (query.next())
                all.push_back({{query.uuid(0)}, std::string(query.text(1))});
            return all;
        });
    }

    Expected<std::optional<Reservation>> reservation(const PropertyId &property,
                                                     const ReservationId &id) override
    {
        return read([&](Connection &connection) { return readReservation(connection, property, id); });
    }

    Expected<std::uint64_t> seq(const PropertyId &property) override
    {
        return read([&](Connection &connection) { return readClock(connection, property).seq; });
    }

    Expected<void> ready() override
    {
        const auto able = read([](Connection &connection) {
            return Query(connection, "SELECT 1 FROM installation LIMIT 1").next();
        });
        if (!able)
            return tl::unexpected(able.error());
        return write([](Connection &connection) {
            Query(connection, "INSERT INTO installation (name, value) VALUES ('ready', '1')"
                              " ON CONFLICT (name) DO UPDATE SET value = value + 1")
                .run();
        });
    }

    Expected<std::unique_ptr<SnapshotReader>> snapshot(const PropertyId &property,
                                                       const Window &window) override
    {
        try {
            return std::make_unique<SqliteSnapshot>(m_readers, m_epoch, property, window);
        } catch (const StorageFailure &failure) {
            return tl::unexpected(failure.error());
        }
    }

    Expected<std::string> changes(const protocol::Cursor &after, std::size_t limit) override
    {
        return read([&](Connection &connection) { return readChanges(connection, m_epoch, after, limit); });
    }

    void submit(CommandRequest request, CommandsDone done) override;

    Expected<protocol::CommandResult> receipt(const PropertyId &property, const CommandId &id) override
    {
        return read([&](Connection &connection) -> protocol::CommandResult {
            auto stored = readAnswer(connection, id);
            if (!stored || stored->property != property)
                return {id, protocol::NotKnown{}};
            stored->result.isReplayed = true;
            return std::move(stored->result);
        });
    }

    Expected<std::vector<WorkItem>> takeWork(Work work, Instant now, std::chrono::milliseconds lease,
                                             std::size_t limit) override
    {
        std::vector<WorkItem> items;
        return write(
                   [&](Connection &connection) { items = takeDueWork(connection, work, now, lease, limit); })
            .map([&] { return std::move(items); });
    }

    Expected<bool> finishWork(const Claim &claim) override
    {
        bool isOurs = false;
        return write([&](Connection &connection) { isOurs = server::finishWork(connection, claim); })
            .map([&] { return isOurs; });
    }

    Expected<std::vector<Backlog>> backlog() override
    {
        return read([](Connection &connection) { return readBacklog(connection); });
    }

    Expected<LoadResult> load(const PropertyId &property, std::vector<protocol::Row> rows,
                              Loading how) override;

    Expected<void> putAccount(const Account &account) override
    {
        return write([&](Connection &connection) { writeAccount(connection, account); });
    }

    Expected<std::string> secret(const std::string &name, const std::string &candidate) override
    {
        std::string kept;
        return write([&](Connection &connection) {
                   kept = keepOrRead(connection, "secret:" + name, candidate);
               })
            .map([&] { return kept; });
    }

    Expected<std::optional<Account>> accountOf(const std::string &user) override
    {
        return read([&](Connection &connection) { return readAccount(connection, user); });
    }

    Expected<std::optional<Account>> account(const AccountId &id) override
    {
        return read([&](Connection &connection) { return readAccount(connection, id); });
    }

    Expected<std::vector<Account>> accounts() override
    {
        return read([](Connection &connection) { return readAccounts(connection); });
    }

    Expected<void> openSession(const Session &session, const TokenHash &refresh) override
    {
        return write([&](Connection &connection) { writeSession(connection, session, refresh); });
    }

    Expected<Session> renewSession(const TokenHash &presented, const TokenHash &next, Instant now,
                                   Instant expiresAt) override
    {
        Session session;
        return write([&](Connection &connection) {
                   session = renew(connection, presented, next, now, expiresAt);
               })
            .map([&] { return session; });
    }

    Expected<std::optional<Session>> session(const Uuid &id, Instant now) override
    {
        return read([&](Connection &connection) { return readSession(connection, id, now); });
    }

    Expected<void> closeSession(const Uuid &id) override
    {
        return write([&](Connection &connection) { deleteSession(connection, id); });
    }

    Expected<void> closeSessionsOf(const AccountId &account) override
    {
        return write([&](Connection &connection) { deleteSessionsOf(connection, account); });
    }

    Expected<void> prune(Instant now, Days keepChanges) override;

    /// Stores `candidate` if there is no value of that name; the value there is now.
    static std::string keepOrRead(Connection &connection, const std::string &name,
                                  const std::string &candidate)
    {
        Query(connection, "INSERT OR IGNORE INTO installation (name, value) VALUES (?, ?)", name, candidate)
            .run();
        Query query(connection, "SELECT value FROM installation WHERE name = ?", name);
        return query.next() ? std::string(query.text(0)) : std::string();
    }

private:
    template <typename Read>
    auto read(Read &&read) -> Expected<decltype(read(std::declval<Connection &>()))>
    {
        try {
            const auto lease = m_readers->shortRead();
            const ReadTransaction oneView(*lease);
            return read(*lease);
        } catch (const StorageFailure &failure) {
            return tl::unexpected(failure.error());
        }
    }

    Expected<void> write(std::function<void(Connection &)> write)
    {
        if (auto error = m_writer.write(std::move(write)))
            return tl::unexpected(std::move(*error));
        return {};
    }

    PropertyBook *bookOf(Connection &connection, const PropertyId &id);
    void tell(Committed &committed) const;

    FileLock m_lock;
    const Uuid m_epoch;
    const Surroundings m_surroundings;
    StorageListener *const m_listener;
    std::unordered_map<PropertyId, PropertyBook> m_books; ///< the writer thread's
    std::shared_ptr<ReaderPool> m_readers;
    GroupWriter m_writer; ///< last: its thread uses the others
};

PropertyBook *SqliteStorage::bookOf(Connection &connection, const PropertyId &id)
{
    auto found = m_books.find(id);
    if (found == m_books.end()) {
        auto book = PropertyBook::read(connection, id);
        if (!book)
            return nullptr;
        found = m_books.emplace(id, std::move(*book)).first;
    }
    return &found->second;
}

void SqliteStorage::tell(Committed &committed) const
{
    if (!m_listener)
        return;
    for (auto &change : committed.changes)
        m_listener->committed(std::move(change));
    if (committed.hasWork)
        m_listener->workAdded();
}

void SqliteStorage::submit(CommandRequest request, CommandsDone done)
{
    struct Pending
    {
        CommandRequest request;
        CommandsDone done;
        std::vector<std::string> hashes;
        std::vector<protocol::CommandResult> results;
        Committed committed;
    };
    auto pending = std::make_shared<Pending>();
    pending->request = std::move(request);
    pending->done = std::move(done);
    for (const Command &command : pending->request.batch.commands)
        pending->hashes.push_back(protocol::canonicalHash(command));

    const auto carryOut = [this, pending](Connection &connection) {
        pending->committed = {};
        const CommandRequest &asked = pending->request;
        PropertyBook *book = bookOf(connection, asked.property);
        if (!book || book->property().version == 0)
            throw refused("unknown-property", {{"property", toString(asked.property)}});
        if (asked.claim && !isHeld(connection, *asked.claim))
            throw refused("claim-lost");
        SqliteCommandTransaction transaction(connection, *book, pending->committed);
        CommandPath path(transaction, asked.actor, m_surroundings.now());
        pending->results = path.carryOut(asked.batch, pending->hashes);
        if (asked.claim)
            server::finishWork(connection, *asked.claim);
    };
    const auto settled = [this, pending](const Error *error) {
        if (error) {
            pending->done(tl::unexpected(*error));
            return;
        }
        tell(pending->committed);
        pending->done(std::move(pending->results));
    };
    m_writer.post({carryOut, settled});
}

Expected<LoadResult> SqliteStorage::load(const PropertyId &property, std::vector<protocol::Row> rows,
                                         Loading how)
{
    LoadResult result;
    std::optional<ChangeSet> change;
    const auto carryOut = [&](Connection &connection) {
        change.reset();
        if (!bookOf(connection, property)) {
            const Property *fresh = propertyIn(rows);
            if (!fresh || fresh->id != property)
                throw refused("unknown-property", {{"property", toString(property)}});
            makeProperty(connection, *fresh);
        }
        result = loadRows(connection, *bookOf(connection, property), rows, how, m_surroundings.now(), change);
    };
    const auto committed = [&] {
        Committed told;
        if (change)
            told.changes.push_back(std::make_shared<const ChangeSet>(std::move(*change)));
        tell(told);
    };
    if (auto error = m_writer.write(carryOut, committed))
        return tl::unexpected(std::move(*error));
    return result;
}

Expected<void> SqliteStorage::prune(Instant now, Days keepChanges)
{
    return write([&](Connection &connection) {
        Query(connection, "DELETE FROM command WHERE at < ?", now - keepAnswers).run();
        Query(connection,
              "UPDATE property_clock AS c SET lowest = max(lowest, ifnull("
              " (SELECT max(seq) FROM change WHERE property = c.property AND at < ?), 0))",
              now - keepChanges)
            .run();
        Query(connection, "DELETE FROM change WHERE seq <="
                          " (SELECT lowest FROM property_clock AS c WHERE c.property = change.property)")
            .run();
        deleteExpiredSessions(connection, now);
    });
}

Uuid epochOf(Connection &connection, const Surroundings &surroundings)
{
    const std::string candidate = toString(makeUuidV7(surroundings.now(), surroundings.random));
    const auto epoch = parseUuid(SqliteStorage::keepOrRead(connection, "epoch", candidate));
    if (!epoch)
        throw refused("storage-corrupt", {{"reason", "epoch"}});
    return *epoch;
}

} // namespace

Expected<std::unique_ptr<Storage>> openSqliteStorage(const SqliteOptions &options, Surroundings surroundings,
                                                     StorageListener *listener)
{
    try {
        FileLock lock = lockFile(options.file);
        makePrivateFile(options.file);
        Connection writer(options.file, Connection::Use::Write);
        if (options.maxPages > 0)
            writer.execute("PRAGMA max_page_count = " + std::to_string(options.maxPages));
        migrate(writer, embeddedMigrations());
        if (options.isRestored)
            Query(writer, "DELETE FROM installation WHERE name = 'epoch'").run();
        const Uuid epoch = epochOf(writer, surroundings);
        return std::make_unique<SqliteStorage>(std::move(lock), options, std::move(writer), epoch,
                                               std::move(surroundings), listener);
    } catch (const StorageFailure &failure) {
        Error error = failure.error();
        error.facts["file"] = options.file.string();
        return tl::unexpected(std::move(error));
    }
}

} // namespace deskbell::server
