// A database that was put back to an older day: it notices by itself, whether its numbers lie below those
// that desks have seen or have passed them since, and never takes a kill or a power cut for it.

#include <thread>

#include "protocol/changes.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

const Window wide{date("2026-01-01"), date("2027-01-01")};

class RestoredStorage : public StorageTest
{
protected:
    void work(int commands)
    {
        for (int i = 0; i < commands; ++i) {
            m_clock.now = m_clock.now.load() + std::chrono::seconds(1);
            apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-01"));
        }
    }
    /// As a desk has it that has read everything.
    Cursor cursorNow()
    {
        return parseCursor(readSnapshot(*m_storage, m_hotel.property, wide).end.cursor).value();
    }
    void backUp()
    {
        m_storage.reset();
        m_disk->backUp();
        m_storage = m_disk->open(m_clock, &m_listener);
    }
    void putBack()
    {
        m_storage.reset();
        m_disk->putBack();
        m_storage = m_disk->open(m_clock, &m_listener);
    }
    bool waitForHistory(int told) const
    {
        for (int i = 0; i < 3000 && m_listener.historiesTold < told; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return m_listener.historiesTold == told;
    }
};
DESKBELL_ON_EVERY_DATABASE(RestoredStorage);

TEST_P(RestoredStorage, aCursorThatItHasForgottenBeginsAnEpoch)
{
    work(2);
    const Cursor kept = cursorNow();
    backUp();
    work(3);
    const Cursor forgotten = cursorNow();
    EXPECT_TRUE(m_storage->vouchesFor(forgotten).value());
    const Uuid before = m_storage->epoch().value();
    putBack();
    EXPECT_EQ(m_storage->epoch().value(), before) << "nothing in it shows what happened";
    EXPECT_TRUE(m_storage->vouchesFor(kept).value());
    EXPECT_EQ(m_storage->epoch().value(), before);
    EXPECT_FALSE(m_storage->vouchesFor(forgotten).value());
    const Uuid after = m_storage->epoch().value();
    EXPECT_NE(after, before);
    EXPECT_TRUE(waitForHistory(1));
    EXPECT_FALSE(m_storage->vouchesFor(forgotten).value());
    EXPECT_FALSE(m_storage->vouchesFor(kept).value());
    EXPECT_EQ(m_storage->epoch().value(), after) << "once for each restore, not for each desk";
    EXPECT_TRUE(m_storage->vouchesFor(cursorNow()).value());
}

TEST_P(RestoredStorage, alsoWhenItsNumbersHavePassedTheCursor)
{
    backUp();
    work(3);
    const Cursor forgotten = cursorNow();
    const Uuid before = m_storage->epoch().value();
    putBack();
    work(5);
    EXPECT_GT(seq(), forgotten.seq);
    EXPECT_EQ(m_storage->changes(forgotten, 10).error().code, "cursor-gone");
    EXPECT_NE(m_storage->epoch().value(), before);
}

TEST_P(RestoredStorage, whatIsMadeUpOrChangedBeginsNothing)
{
    work(3);
    const Uuid before = m_storage->epoch().value();
    const Cursor honest = cursorNow();
    Cursor other = honest;
    other.mark += 1;
    EXPECT_FALSE(m_storage->vouchesFor(other).value());
    other = honest;
    other.seq += 5;
    EXPECT_FALSE(m_storage->vouchesFor(other).value());
    other = honest;
    other.seal ^= 1;
    EXPECT_FALSE(m_storage->vouchesFor(other).value());
    other = honest;
    other.from = date("2026-03-01");
    EXPECT_TRUE(m_storage->vouchesFor(other).value()) << "the dates are the desk's";
    EXPECT_EQ(m_storage->epoch().value(), before);
}

TEST_P(RestoredStorage, everyPageOfChangesLeadsToACursorOfThisHistory)
{
    Cursor cursor = cursorNow();
    work(5);
    for (int page = 0; page < 5; ++page) {
        const auto read = decodeChangesPage(m_storage->changes(cursor, 1).value());
        ASSERT_TRUE(read);
        cursor = parseCursor(read->cursor).value();
        EXPECT_TRUE(m_storage->vouchesFor(cursor).value());
        EXPECT_EQ(liveTransaction(*m_listener.changes()[m_listener.changes().size() - 5 + page],
                                  m_storage->history().value(), wide)
                          .find(read->cursor) != std::string::npos,
                  true);
    }
    Cursor unsealed = cursor;
    unsealed.mark = unsealed.seal = 0; // of a desk from before there were marks
    const auto adopted = decodeChangesPage(m_storage->changes(unsealed, 10).value());
    EXPECT_EQ(parseCursor(adopted->cursor).value(), cursor);
}

class ServedMarkOfSqlite : public RestoredStorage
{
protected:
    SqliteDisk &disk() const { return static_cast<SqliteDisk &>(*m_disk); }
    std::filesystem::path mark() const { return disk().file().string() + ".mark"; }
    std::filesystem::path aside() const { return disk().file().string() + ".aside"; }
    void copy(const std::filesystem::path &from, const std::filesystem::path &to) const
    {
        std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
    }
};
INSTANTIATE_TEST_SUITE_P(Sqlite, ServedMarkOfSqlite, ::testing::Values(DiskFactory(onSqlite)));

TEST_P(ServedMarkOfSqlite, anOlderFileBeginsAnEpochWhenItIsOpened)
{
    backUp();
    work(1);
    const Uuid before = m_storage->epoch().value();
    m_storage.reset();
    copy(mark(), aside());
    m_disk->putBack();
    copy(aside(), mark());
    m_storage = m_disk->open(m_clock, &m_listener);
    const Uuid after = m_storage->epoch().value();
    EXPECT_NE(after, before);
    EXPECT_EQ(m_listener.historiesTold, 1);
    reopen();
    EXPECT_EQ(m_storage->epoch().value(), after);
}

TEST_P(ServedMarkOfSqlite, alsoWhenItWasServedElsewhereMeanwhile)
{
    backUp();
    work(2);
    m_storage.reset();
    copy(mark(), aside());
    m_disk->putBack();
    m_storage = m_disk->open(m_clock, &m_listener);
    const Uuid before = m_storage->epoch().value();
    work(4);
    m_storage.reset();
    copy(aside(), mark());
    m_storage = m_disk->open(m_clock, &m_listener);
    EXPECT_NE(m_storage->epoch().value(), before);
}

TEST_P(ServedMarkOfSqlite, aMarkThatFellBehindOrIsBrokenIsNoRestore)
{
    const Uuid before = m_storage->epoch().value();
    work(2);
    m_storage.reset();
    copy(mark(), aside());
    m_storage = m_disk->open(m_clock, &m_listener);
    work(2);
    m_storage.reset();
    copy(aside(), mark()); // after a power cut
    m_storage = m_disk->open(m_clock, &m_listener);
    EXPECT_EQ(m_storage->epoch().value(), before);
    m_storage.reset();
    std::filesystem::resize_file(mark(), 10);
    m_storage = m_disk->open(m_clock, &m_listener);
    EXPECT_EQ(m_storage->epoch().value(), before);
    work(1);
    reopen();
    EXPECT_EQ(m_storage->epoch().value(), before);
}

TEST_P(ServedMarkOfSqlite, prunedChangesAreNoRestore)
{
    const Uuid before = m_storage->epoch().value();
    work(2);
    ASSERT_TRUE(m_storage->prune(m_clock.now.load() + Days{40}, Days{30}));
    reopen();
    EXPECT_EQ(m_storage->epoch().value(), before);
    ASSERT_TRUE(m_storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin)) << "all is there already";
    reopen();
    EXPECT_EQ(m_storage->epoch().value(), before);
}

class FailedOverPostgres : public RestoredStorage
{
protected:
    PostgresDisk &disk() const { return static_cast<PostgresDisk &>(*m_disk); }
};
INSTANTIATE_TEST_SUITE_P(Postgres, FailedOverPostgres, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(FailedOverPostgres, theProcessThatServedTheLostCommitsBeginsAnEpoch)
{
    m_disk->backUp();
    work(3);
    const Uuid before = m_storage->epoch().value();
    const Cursor forgotten = cursorNow();
    m_disk->putBack();
    disk().query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                 " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    EXPECT_TRUE(waitForHistory(1));
    EXPECT_NE(m_storage->epoch().value(), before);
    EXPECT_FALSE(m_storage->vouchesFor(forgotten).value());
    work(2);
    EXPECT_EQ(m_storage->seq(m_hotel.property).value(), forgotten.seq - 1);
}

TEST_P(FailedOverPostgres, aServerThatOnlyCameBackIsNoRestore)
{
    work(3);
    const Uuid before = m_storage->epoch().value();
    const std::string others =
        " FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'deskbelld'"
        " AND backend_type = 'client backend'";
    for (int i = 0; i < 3; ++i) {
        disk().query("SELECT count(pg_terminate_backend(pid))" + others);
        work(1);
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (disk().query("SELECT count(*) > 0" + others) != "t" && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(m_storage->epoch().value(), before);
    EXPECT_EQ(m_listener.historiesTold, 0);
}

} // namespace
