// What SQLite itself is relied upon for: refusing double bookings whatever the code says, coming back
// whole after a kill, and clear errors.
// after a kill, and clear errors.

#include <fstream>

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "domain/refusal.h"
#include "server/storage/commandpath.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/sqlcommandtransaction.h"
#include "server/storage/sqlite/sqliteconnection.h"
#include "server/storagefixture.h"

#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

class SqliteFile : public StorageTest
{
protected:
    std::filesystem::path file() const { return static_cast<SqliteDisk &>(*m_disk).file(); }
    /// A connection of its own, past all code of the storage, which is closed first.
    SqliteConnection bypass()
    {
        m_storage.reset();
        return SqliteConnection(file(), Connection::Access::Write);
    }
    /// Writes this reservation again under another id, changed, past all rules; what the database says to it.
    std::optional<Error> intrude(const ReservationId &like, const std::function<void(Reservation &)> &change)
    {
        auto connection = bypass();
        auto book = PropertyBook::read(connection, m_hotel.property);
        Committed committed;
        SqlCommandTransaction transaction(connection, *book, committed);
        ChangedReservation intruder{std::nullopt, *transaction.reservation(like)};
        intruder.after.id = idNumbered<ReservationId>(5);
        change(intruder.after);
        connection.execute("BEGIN IMMEDIATE");
        auto refused = transaction.attempt([&] { transaction.put({&intruder, 1}); });
        connection.execute("COMMIT");
        return refused;
    }
    int count(const char *sql)
    {
        SqliteConnection connection(file(), Connection::Access::Read);
        Query query(connection, sql);
        return query.next() ? query.number<int>(0) : -1;
    }
    ReservationId inRoom(int n, const char *arrival, const char *departure)
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, arrival, departure));
        apply(ConfirmReservation{id});
        apply(AssignUnit{id, m_hotel.room(m_hotel.doubles, n)});
        return id;
    }
};

INSTANTIATE_TEST_SUITE_P(Sqlite, SqliteFile,
                         ::testing::Values([] { return std::make_unique<SqliteDisk>(); }));

TEST_P(SqliteFile, workOfADeadProcessIsTakenUpAtOnce)
{
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-03"));
    apply(ConfirmReservation{id});
    chargeCard(id, 15000);
    const auto take = [&] {
        return m_storage->takeWork(Work::Charge, m_clock.now, std::chrono::seconds(50), 10).value();
    };
    const auto held = take();
    ASSERT_EQ(held.size(), 1u);
    EXPECT_TRUE(take().empty());
    reopen();
    const auto again = take();
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].id, held[0].id);
    EXPECT_EQ(again[0].attempts, 2u);
    EXPECT_GT(again[0].fence, held[0].fence);
    EXPECT_FALSE(m_storage->finishWork({held[0].id, held[0].fence, {}}).value())
        << "the dead one says no more";
}

TEST_P(SqliteFile, anotherProgramThatReadsTheFileTakesNothingAwayWhenItCloses)
{
    const auto sound = m_storage->examine({[](const Damage &) {}, [] { return true; }}); // reads the open file
    ASSERT_TRUE(sound);
    const auto before = inRoom(1, "2026-06-01", "2026-06-03");
    const std::string reads = "sqlite3 '" + file().string() + "' 'SELECT count(*) FROM reservation' >/dev/null";
    ASSERT_EQ(std::system(reads.c_str()), 0);
    EXPECT_TRUE(std::filesystem::exists(file().string() + "-wal")) << "it took itself for the last one";
    const auto after = inRoom(2, "2026-06-01", "2026-06-03");
    reopen();
    EXPECT_TRUE(find(before));
    EXPECT_TRUE(find(after));
}

TEST_P(SqliteFile, theDatabaseItselfRefusesTwoGuestsInARoom)
{
    const auto refused = intrude(inRoom(1, "2026-06-01", "2026-06-04"), [](Reservation &intruder) {
        intruder.stay = {date("2026-06-03"), date("2026-06-06")};
    });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, refusal::unitTaken);
    EXPECT_EQ(count("SELECT count(*) FROM reservation"), 1) << "all of it is taken back";
    EXPECT_EQ(count("SELECT sum(taken) FROM stock_night"), 3);
}

TEST_P(SqliteFile, theDatabaseItselfRefusesToSellMoreThanThereIs)
{
    inRoom(1, "2026-06-01", "2026-06-04");
    const auto refused =
        intrude(inRoom(2, "2026-06-01", "2026-06-04"), [](Reservation &third) { third.unit.reset(); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, refusal::noStock);
    auto connection = bypass();
    EXPECT_THROW(connection.execute("UPDATE stock_night SET taken = -1"), StorageFailure);
    EXPECT_THROW(connection.execute("UPDATE stock_night SET leased = 1"), StorageFailure);
    EXPECT_THROW(connection.execute("UPDATE stock_night SET out_of_order = 1"), StorageFailure);
    EXPECT_THROW(connection.execute("UPDATE stock_night SET leased = -1"), StorageFailure);
    EXPECT_THROW(connection.execute("UPDATE stock_night SET out_of_order = -1"), StorageFailure);
}

TEST_P(SqliteFile, whatIsGivenBackIsFreeAgain)
{
    const auto id = inRoom(1, "2026-06-01", "2026-06-04");
    EXPECT_EQ(count("SELECT count(*) FROM unit_night"), 3);
    apply(
        MoveReservation{id, m_hotel.prepaid, {date("2026-06-02"), date("2026-06-03")}, std::nullopt, {9000}});
    EXPECT_EQ(count("SELECT count(*) FROM unit_night"), 0);
    EXPECT_EQ(count("SELECT sum(taken) FROM stock_night"), 1);
    apply(CancelReservation{id, "illness"});
    EXPECT_EQ(count("SELECT sum(taken) FROM stock_night"), 0);
    inRoom(1, "2026-06-01", "2026-06-04");
}

TEST_P(SqliteFile, aFullDiskIsAClearErrorAndNothingIsHalfDone)
{
    m_storage.reset();
    auto options = static_cast<SqliteDisk &>(*m_disk).options();
    options.maxPages = static_cast<std::int64_t>(std::filesystem::file_size(file()) / 4096 + 8);
    m_storage = std::move(*openSqliteStorage(options, m_clock.surroundings(), &m_listener));
    std::string code;
    Command failed;
    for (int i = 0; i < 200 && code.empty(); ++i) {
        auto make = request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02");
        make.note = std::string(1900, 'n');
        failed = m_desk.command(make);
        const auto results = submit(
            *m_storage, {m_hotel.property, actorWith(Role::Clerk), m_desk.batch({failed}), std::nullopt});
        code = results ? "" : results.error().code;
    }
    EXPECT_EQ(code, "storage-full");
    const auto ready = m_storage->ready();
    ASSERT_FALSE(ready) << "who cannot take a booking is not ready";
    EXPECT_EQ(ready.error().code, "storage-full");
    EXPECT_EQ(find(*reservationOf(failed.args)), std::nullopt);
    EXPECT_TRUE(is<NotKnown>(*m_storage->receipt(m_hotel.property, failed.id)));
    const auto before = seq();
    reopen(); // the disk has room again
    EXPECT_EQ(seq(), before);
    EXPECT_EQ(send(failed).outcome, Outcome(Applied{before + 1}));
}

TEST_P(SqliteFile, isReadyAgainOnceThereIsRoom)
{
    m_storage.reset();
    auto options = static_cast<SqliteDisk &>(*m_disk).options();
    options.maxPages = static_cast<std::int64_t>(std::filesystem::file_size(file()) / 4096 + 100);
    m_storage = std::move(*openSqliteStorage(options, m_clock.surroundings(), &m_listener));
    const auto book = [&] {
        auto make = request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-01");
        make.note = std::string(1900, 'n');
        return submit(*m_storage, {m_hotel.property, actorWith(Role::Clerk),
                                   m_desk.batch({m_desk.command(make)}), std::nullopt})
            .has_value();
    };
    EXPECT_TRUE(m_storage->ready());
    while (book()) {
    }
    EXPECT_FALSE(m_storage->ready());
    EXPECT_FALSE(m_storage->ready()) << "also when nobody books meanwhile";
    m_disk->tamper("DELETE FROM change");
    EXPECT_TRUE(m_storage->ready());
    EXPECT_TRUE(book());
}

std::string openError(const std::filesystem::path &file)
{
    TestClock clock;
    SqliteOptions options;
    options.file = file;
    const auto storage = openSqliteStorage(options, clock.surroundings());
    return storage ? "" : storage.error().code;
}

TEST_P(SqliteFile, aDamagedFileIsRefusedAndLeftAsItIs)
{
    m_storage.reset();
    {
        std::fstream out(file(), std::ios::in | std::ios::out | std::ios::binary);
        out.write("this is no database at all", 26);
    }
    const auto size = std::filesystem::file_size(file());
    EXPECT_EQ(openError(file()), "storage-corrupt");
    EXPECT_EQ(std::filesystem::file_size(file()), size);
}

TEST_P(SqliteFile, damagedPagesAreAnErrorNotAWrongAnswer)
{
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    m_storage.reset();
    {
        const auto size = std::filesystem::file_size(file());
        std::fstream out(file(), std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(4096);
        const std::string noise(size - 4096, '\x5a');
        out.write(noise.data(), static_cast<std::streamsize>(noise.size()));
    }
    TestClock clock;
    auto storage = openSqliteStorage(static_cast<SqliteDisk &>(*m_disk).options(), clock.surroundings());
    const auto read = storage
                          ? (*storage)->reservation(m_hotel.property, idNumbered<ReservationId>(1'000'001))
                          : tl::unexpected(storage.error());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "storage-corrupt");
}

TEST(SqliteFiles, anotherProgramsFileIsRefused)
{
    TemporaryFolder folder;
    SqliteConnection(folder / "other.db", Connection::Access::Write).execute("CREATE TABLE mine (x)");
    EXPECT_EQ(openError(folder / "other.db"), "storage-foreign");
}

TEST(SqliteFiles, aFolderThatIsNotThereIsAnError)
{
    TemporaryFolder folder;
    EXPECT_EQ(openError(folder / "no" / "such.db"), "storage-failed");
}

#ifndef _WIN32

/// Runs `body` in a process of its own and waits for it; true when it was killed.
template <typename Body>
bool isKilled(Body &&body)
{
    const pid_t child = fork();
    if (child == 0) {
        body();
        _exit(1);
    }
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST_P(SqliteFile, aKillBetweenCommitAndAnswerLosesNothingAndRepeatsNothing)
{
    const Command make =
        m_desk.command(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    const auto before = seq();
    m_storage.reset();
    EXPECT_TRUE(isKilled([&] {
        TestClock clock;
        const auto storage = m_disk->open(clock, nullptr);
        storage->submit({m_hotel.property, actorWith(Role::Clerk), m_desk.batch({make}), std::nullopt},
                        [](const auto &) { kill(getpid(), SIGKILL); });
        pause();
    }));
    reopen();
    EXPECT_EQ(seq(), before + 1);
    const auto answer = send(make);
    EXPECT_EQ(answer.outcome, Outcome(Applied{before + 1}));
    EXPECT_TRUE(answer.isReplayed);
    EXPECT_EQ(seq(), before + 1);
}

TEST_P(SqliteFile, aKillAtAnyMomentKeepsWhatWasAnsweredAndHalvesNothing)
{
    std::uint64_t expected = seq();
    m_storage.reset();
    std::mt19937 random(7);
    for (int round = 0; round < 8; ++round) {
        std::vector<Command> commands;
        for (int i = 0; i < 400; ++i)
            commands.push_back(m_desk.command(
                request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02")));
        int pipeEnds[2];
        ASSERT_EQ(pipe(pipeEnds), 0);
        const pid_t child = fork();
        if (child == 0) {
            TestClock clock;
            const auto storage = m_disk->open(clock, nullptr);
            for (const Command &command : commands)
                storage->submit(
                    {m_hotel.property, actorWith(Role::Clerk), m_desk.batch({command}), std::nullopt},
                    [&](const auto &results) {
                        const char byte = results ? 'y' : 'n';
                        if (write(pipeEnds[1], &byte, 1) != 1)
                            _exit(1);
                    });
            pause();
            _exit(1);
        }
        close(pipeEnds[1]);
        const int wanted = static_cast<int>(random() % 300);
        int answered = 0;
        char byte = 0;
        while (answered < wanted && read(pipeEnds[0], &byte, 1) == 1) {
            EXPECT_EQ(byte, 'y');
            ++answered;
        }
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        while (read(pipeEnds[0], &byte, 1) == 1)
            ++answered;
        close(pipeEnds[0]);

        reopen();
        const auto kept = seq();
        EXPECT_GE(kept, expected + static_cast<std::uint64_t>(answered)) << "an answered command is kept";
        for (const Command &command : commands) {
            const auto result = send(command);
            ASSERT_TRUE(is<Applied>(result));
            EXPECT_EQ(std::get<Applied>(result.outcome).seq, ++expected);
            EXPECT_EQ(result.isReplayed, expected <= kept) << "a command is there whole or not at all";
        }
        m_storage.reset();
    }
}

TEST_P(SqliteFile, theFilesAreForTheirOwnerOnly)
{
    using std::filesystem::perms;
    for (const char *suffix : {"", "-wal", "-shm", ".lock", ".mark"}) {
        const auto path = file().native() + suffix;
        ASSERT_TRUE(std::filesystem::exists(path)) << path;
        const auto rights = std::filesystem::status(path).permissions();
        EXPECT_EQ(rights & (perms::group_all | perms::others_all), perms::none) << path;
    }
}

TEST_P(SqliteFile, twoProcessesCannotHaveOneFile)
{
    EXPECT_TRUE(isKilled([&] {
        if (openError(file()) == "storage-in-use")
            kill(getpid(), SIGKILL);
    }));
}

TEST_P(SqliteFile, aReadOnlyFileIsAClearError)
{
    m_storage.reset();
    std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
    EXPECT_TRUE(isKilled([&] {
        constexpr uid_t nobody = 65534; // root may write anything
        if ((geteuid() != 0 || setuid(nobody) == 0) && openError(file()) == "storage-read-only")
            kill(getpid(), SIGKILL);
    }));
}

#endif

} // namespace
