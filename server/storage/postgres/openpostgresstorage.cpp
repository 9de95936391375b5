#include "server/storage/embeddedmigrations.h"
#include "server/storage/postgres/follower.h"
#include "server/storage/postgres/pgcommandtransaction.h"
#include "server/storage/postgres/pgmigrate.h"
#include "server/storage/postgresstorage.h"
#include "server/storage/sql/inhousetable.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/sqlstorage.h"

namespace deskbell::server {
namespace {

class PostgresDatabase : public Database
{
public:
    PostgresDatabase(const PgAddress &address, const History &history, const Surroundings &surroundings,
                     StorageListener *listener)
        : m_address(address)
    {
        if (listener)
            m_follower = std::make_unique<Follower>(address, history, surroundings, *listener);
    }

    StorageListener *follower() const { return m_follower.get(); }

    std::unique_ptr<Connection> connect(Connection::Access access) override
    {
        auto connection = std::make_unique<PgConnection>(m_address, access);
        // What connections of long ago left behind.
        if (access == Connection::Access::Write)
            connection->execute("DELETE FROM commit_token WHERE at < extract(epoch FROM now()) - 86400");
        return connection;
    }
    bool hasOneWriter() const override { return false; }

    void begun(Connection &connection, Books &books, std::span<const GroupWriter::Job> jobs) override
    {
        m_view.fetch(static_cast<PgConnection &>(connection), books, jobs);
    }
    void ending(Connection &connection, Books &books) override { m_view.writeClocks(connection, books); }
    void rolledBack() override { m_view.clear(); }
    void historyBegan(const PropertyId &property, std::uint64_t seq) override
    {
        if (m_follower)
            m_follower->historyBegan(property, seq);
    }
    std::unique_ptr<CommandTransaction> commandTransaction(Connection &connection, PropertyBook &book,
                                                           Committed &committed) override
    {
        return std::make_unique<PgCommandTransaction>(static_cast<PgConnection &>(connection), book,
                                                      committed, m_view);
    }

private:
    const PgAddress m_address;
    GroupView m_view; ///< the commands' writer's
    std::unique_ptr<Follower> m_follower;
};

/// Brings the schema up to date; the database's history.
History prepare(const PostgresOptions &options, const Surroundings &surroundings)
{
    PgConnection connection(options.address, Connection::Access::Write);
    migrate(connection, embeddedMigrations());
    connection.begin(Connection::Access::Write);
    const History history = openHistory(connection, surroundings, options.isRestored);
    fillInHouse(connection);
    connection.commit();
    return history;
}

} // namespace

Expected<std::unique_ptr<Storage>> openPostgresStorage(const PostgresOptions &options,
                                                       Surroundings surroundings, StorageListener *listener)
{
    try {
        const History history = prepare(options, surroundings);
        SqlLimits limits;
        limits.writer.maxGroup = options.maxGroup;
        limits.writer.maxQueue = options.maxQueue;
        limits.readers = options.readers;
        auto database = std::make_unique<PostgresDatabase>(options.address, history, surroundings, listener);
        StorageListener *const told = database->follower();
        return std::make_unique<SqlStorage>(std::move(database), limits, history, std::move(surroundings),
                                            told);
    } catch (const StorageFailure &failure) {
        Error error = failure.error();
        error.facts["file"] = options.address.display();
        return tl::unexpected(std::move(error));
    }
}

} // namespace deskbell::server
