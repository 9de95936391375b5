// What was answered is true, and what was told has happened: PostgreSQL is stopped in the middle of
// everything, again and again, or fails over to a standby, and each answer is compared with the database
// before anything is sent again. DESKBELL_CRASHES says how often (scripts/crashes); by itself a few times.

#include <cstdlib>
#include <iterator>
#include <sstream>
#include <thread>
#include <unordered_set>

#include <gmock/gmock.h>

#include "server/storagefixture.h"
#include "support/privatepostgres.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;
using deskbell::test::PrivatePostgres;

namespace {

int crashes(int byItself)
{
    const char *asked = std::getenv("DESKBELL_CRASHES");
    return asked ? std::atoi(asked) : byItself;
}

/// Commits dawdle between being written and being durable.
const PrivatePostgres::Settings slowCommits{"commit_delay=100000", "commit_siblings=0",
                                            "wal_writer_delay=10s"};

std::string hexOf(const Uuid &id)
{
    std::string text = toString(id);
    std::erase(text, '-');
    return text;
}

/// People who reserve and sign in without a pause, and what each of them was answered.
class Crowd
{
public:
    Crowd(Storage &storage, const SmallHotel &hotel, std::function<MakeReservation(Desk &)> wish, int round)
        : m_storage(storage), m_hotel(hotel), m_wish(std::move(wish))
    {
        for (int n = 0; n < 8; ++n)
            m_threads.emplace_back([this, n, round] { reserve(Desk(1'000 + round * 10 + n)); });
        m_threads.emplace_back([this, round] { signIn(idNumbered<AccountId>(round)); });
    }
    ~Crowd() { stop(); }
    void stop()
    {
        m_isOver = true;
        m_over.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    std::vector<Uuid> applied, failed, sessions; ///< once it has stopped
    std::map<std::string, int> errors;
    std::atomic<int> answered{0};

private:
    void reserve(Desk desk)
    {
        while (!m_isOver) {
            const Command command = desk.command(m_wish(desk));
            const auto results = submit(
                m_storage, {m_hotel.property, actorWith(Role::Clerk), desk.batch({command}), std::nullopt});
            ++answered;
            answered.notify_one();
            std::unique_lock lock(m_mutex);
            if (results && is<Applied>(results->front()))
                applied.push_back(command.id.value);
            else if (!results && results.error().code != "storage-unknown")
                failed.push_back(command.id.value);
            if (!results)
                ++errors[results.error().code];
            if (!results) // as the gateway's Retry-After asks for, in a test's time
                m_over.wait_for(lock, std::chrono::milliseconds(20));
        }
    }
    void signIn(const AccountId &account)
    {
        for (std::uint64_t n = 1; !m_isOver; ++n) {
            const Uuid id = makeNamedUuid(account.value, std::to_string(n));
            TokenHash token{};
            std::copy(id.bytes.begin(), id.bytes.end(), token.begin());
            const auto opened = m_storage.openSession(
                {id, idNumbered<AccountId>(1), idNumbered<DeviceId>(1), instant("2027-05-10T09:00:00Z")},
                token, std::nullopt);
            const std::lock_guard lock(m_mutex);
            if (opened)
                sessions.push_back(id);
        }
    }

    Storage &m_storage;
    const SmallHotel &m_hotel;
    const std::function<MakeReservation(Desk &)> m_wish;
    std::mutex m_mutex;
    std::condition_variable m_over;
    std::atomic<bool> m_isOver{false};
    std::vector<std::thread> m_threads;
};

/// Two servers of which one follows the other, or one that is alone.
class PostgresCrashes : public ::testing::Test
{
protected:
    /// Those of the ids that the table has, or has not.
    std::vector<Uuid> those(const std::vector<Uuid> &ids, bool areThere, const std::string &table) const
    {
        std::istringstream all(m_server->query("SELECT string_agg(encode(id, 'hex'), ' ') FROM " + table));
        const std::unordered_set<std::string> there(std::istream_iterator<std::string>(all), {});
        std::vector<Uuid> found;
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(found),
                     [&](const Uuid &id) { return there.contains(hexOf(id)) == areThere; });
        return found;
    }
    std::vector<Uuid> missing(const std::vector<Uuid> &ids, const std::string &table) const
    {
        return those(ids, false, table);
    }
    std::vector<Uuid> present(const std::vector<Uuid> &ids, const std::string &table) const
    {
        return those(ids, true, table);
    }
    void open(const std::string &uri)
    {
        PostgresOptions options;
        options.address = PgAddress::parse(uri).value();
        auto storage = openPostgresStorage(options, m_clock.surroundings(), &m_listener);
        ASSERT_TRUE(storage) << storage.error().code << storage.error().facts["reason"];
        m_storage = std::move(*storage);
        std::vector<Row> rows = m_hotel.rows();
        ASSERT_TRUE(m_storage->load(m_hotel.property, rows, Loading::Begin));
        Account account;
        account.id = idNumbered<AccountId>(1);
        account.user = "anna";
        account.properties = {m_hotel.property};
        ASSERT_TRUE(m_storage->putAccount(account));
    }
    /// The crowd works, `fails` happens to the server in the middle of it, and all that was answered is
    /// compared with what is there now.
    void round(int number, const std::function<void()> &fails)
    {
        Crowd crowd(
            *m_storage, m_hotel, [this](Desk &desk) { return wish(desk); }, number);
        const int enough = 20 + number * 7 % 60; // not always in the same moment
        for (int now = 0; now < enough; now = crowd.answered)
            crowd.answered.wait(now);
        fails();
        // Other programs have transactions, too: they get the numbers of those that were lost.
        m_server->query(
            "DO $$BEGIN FOR i IN 1..100 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END$$");
        crowd.stop();
        const auto lost = missing(crowd.applied, "command");
        EXPECT_THAT(lost, ::testing::IsEmpty()) << "answered as applied, and not there";
        const auto signedOut = missing(crowd.sessions, "session");
        EXPECT_THAT(signedOut, ::testing::IsEmpty()) << "answered as opened, and not there";
        const auto done = present(crowd.failed, "command");
        EXPECT_THAT(done, ::testing::IsEmpty()) << "answered as not done, and there";
        m_answers += crowd.applied.size() + crowd.sessions.size();
        ++m_rounds;
        m_lost += lost.size() + signedOut.size();
        m_done += done.size();
        for (const auto &[code, count] : crowd.errors)
            m_errors[code] += count;
    }
    /// Each change that was told is there, under its number.
    void expectToldIsTrue()
    {
        std::vector<Uuid> told;
        for (const auto &change : m_listener.changes()) {
            if (change->command)
                told.push_back(change->command->value);
        }
        EXPECT_THAT(missing(told, "command"), ::testing::IsEmpty()) << "told, and not there";
    }
    void TearDown() override
    {
        std::cout << m_rounds << " rounds, " << m_answers << " answers, " << m_lost << " of them lost, "
                  << m_done << " done and denied; errors:";
        for (const auto &[code, count] : m_errors)
            std::cout << ' ' << code << ' ' << count;
        std::cout << std::endl;
    }
    MakeReservation wish(Desk &desk) const
    {
        MakeReservation make;
        make.reservation = desk.newReservation();
        make.offering = m_hotel.doubles;
        make.stay = {date("2026-06-01"), date("2026-06-02")};
        make.guest.name = "Kim Minji";
        make.adults = 2;
        make.currency = *parseCurrency("EUR");
        make.nightlyPrices = {10000};
        make.channel = "desk";
        return make;
    }

    TestClock m_clock;
    Listener m_listener;
    SmallHotel m_hotel;
    PrivatePostgres *m_server = nullptr; ///< the one that is written to
    std::unique_ptr<Storage> m_storage;
    std::size_t m_rounds = 0, m_answers = 0, m_lost = 0, m_done = 0;
    std::map<std::string, int> m_errors;
};

TEST_F(PostgresCrashes, nothingIsAnsweredThatDidNotHappenWhenCommitsAreSlow)
{
    PrivatePostgres server(slowCommits);
    m_server = &server;
    open(server.uri("public"));
    for (int n = 0; n < crashes(3); ++n)
        round(n, [&] {
            server.crash();
            server.start();
        });
    expectToldIsTrue();
    m_storage.reset();
}

TEST_F(PostgresCrashes, nothingIsAnsweredThatDidNotHappen)
{
    PrivatePostgres server;
    m_server = &server;
    open(server.uri("public"));
    for (int n = 0; n < crashes(3); ++n)
        round(n, [&] {
            server.crash();
            server.start();
        });
    expectToldIsTrue();
    m_storage.reset();
}

TEST_F(PostgresCrashes, whatWasAnsweredIsAtTheStandbyThatTakesOver)
{
    PrivatePostgres one, other;
    other.follow(one);
    m_server = &one;
    const auto both = [](const auto &first, const auto &second) { return first + ',' + second; };
    open("postgresql://deskbell@/postgres?host=" + both(one.folder().string(), other.folder().string()) +
         "&port=" + both(std::to_string(one.port()), std::to_string(other.port())));
    PrivatePostgres *standby = &other;
    for (int n = 0; n < crashes(2); ++n) {
        round(n, [&] {
            m_server->crash();
            standby->promote();
            std::swap(m_server, standby);
        });
        standby->follow(*m_server);
    }
    expectToldIsTrue();
    m_storage.reset();
}

} // namespace
