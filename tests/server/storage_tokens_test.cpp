// What can be found out about a commit whose answer was lost, and about changes that were told and are gone.

#include <thread>

#include "server/storage/postgres/pgconnection.h"
#include "server/storage/sql/query.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;

namespace {

/// Waits for something that others bring about.
template <typename Condition>
bool eventually(Condition &&condition)
{
    for (const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
         std::chrono::steady_clock::now() < until; std::this_thread::yield()) {
        if (condition())
            return true;
    }
    return false;
}

/// What one connection finds out about another one's commit.
class PostgresTokens : public StorageTest
{
protected:
    PostgresDisk &disk() const { return static_cast<PostgresDisk &>(*m_disk); }
    int count(const std::string &sql) const { return std::stoi(disk().query(sql)); }
    std::unique_ptr<PgConnection> connect() const
    {
        return std::make_unique<PgConnection>(disk().options().address, Connection::Access::Write);
    }
};

INSTANTIATE_TEST_SUITE_P(Postgres, PostgresTokens, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(PostgresTokens, areFoundWhereTheTransactionWasCommittedAndNowhereElse)
{
    const auto writer = connect();
    writer->begin(Connection::Access::Write);
    const CommitToken first = *writer->leaveToken();
    writer->commit();
    writer->begin(Connection::Access::Write);
    const CommitToken second = *writer->leaveToken();
    writer->rollBack();
    EXPECT_TRUE(connect()->hasToken(first));
    EXPECT_TRUE(connect()->hasToken(first)) << "asked once more, as after another lost answer";
    EXPECT_FALSE(connect()->hasToken(second));
    EXPECT_FALSE(connect()->hasToken({idNumbered<PropertyId>(7).value, 1}));
}

TEST_P(PostgresTokens, areWaitedForWhileTheirTransactionStillRuns)
{
    for (const bool isFirst : {true, false}) {
        const auto writer = connect();
        if (!isFirst) {
            writer->begin(Connection::Access::Write);
            writer->leaveToken();
            writer->commit();
        }
        writer->begin(Connection::Access::Write);
        const CommitToken token = *writer->leaveToken();
        writer->flush();
        auto found = std::async(std::launch::async, [&] { return connect()->hasToken(token); });
        EXPECT_TRUE(eventually([&] {
            return count("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") > 0;
        }));
        writer->commit();
        EXPECT_TRUE(found.get());
    }
}

TEST_P(PostgresTokens, onceNotFoundTheTransactionCannotBeCommittedAnyMore)
{
    const auto writer = connect();
    writer->begin(Connection::Access::Write);
    Query(*writer, "INSERT INTO installation (name, value) VALUES ('late', '1')").run();
    EXPECT_FALSE(connect()->hasToken({writer->name(), 1}));
    writer->setCareful(false); // as for a group: it shows at the commit
    writer->leaveToken();
    EXPECT_THROW(writer->commit(), StorageFailure);
    EXPECT_EQ(count("SELECT count(*) FROM installation WHERE name = 'late'"), 0);
}

TEST_P(PostgresTokens, aFailedTransactionIsNotTakenForCommitted)
{
    const auto writer = connect();
    writer->begin(Connection::Access::Write);
    EXPECT_THROW(Query(*writer, "INSERT INTO installation (name, value) VALUES ('epoch', '1')").run(),
                 StorageFailure);
    EXPECT_THROW(writer->commit(), StorageFailure);
    EXPECT_FALSE(writer->isLost());
}

TEST_P(PostgresTokens, whatWasToldAndIsGoneIsSaidAndTheRestIsToldAgain)
{
    Listener otherListener;
    const auto other = m_disk->open(m_clock, &otherListener);
    const auto make = [&] {
        const auto id = m_desk.newReservation();
        return apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-02"));
    };
    for (int i = 0; i < 5; ++i)
        make();
    const auto last = make();
    EXPECT_TRUE(eventually([&] { return otherListener.changes().size() == 6; }));
    // As on a standby that takes over without the last two, and has two others by now.
    m_disk->tamper("DELETE FROM change WHERE seq > " + std::to_string(last - 2) +
                   "; UPDATE property_clock SET seq = " + std::to_string(last - 2) +
                   "; DELETE FROM command; DELETE FROM stock_night; DELETE FROM reservation");
    disk().query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                 " AND application_name = 'deskbelld'");
    EXPECT_TRUE(eventually([&] { return m_storage->ready().has_value(); }));
    EXPECT_TRUE(eventually([&] { return m_listener.historiesTold == 1; }));
    EXPECT_TRUE(eventually([&] { return otherListener.historiesTold == 1; }));
    EXPECT_EQ(make(), last - 1);
    EXPECT_TRUE(eventually([&] { return otherListener.changes().back()->seq == last - 1; }));
    EXPECT_TRUE(eventually([&] { return m_listener.changes().back()->seq == last - 1; }));
}

} // namespace
