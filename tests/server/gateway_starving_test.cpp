// Nobody holds anybody off: strangers who try to sign in, and readers who take their time.

#include "server/gatewayfixture.h"

#include "server/gateway/fairpool.h"
#include "server/gateway/snapshotplaces.h"
#include "server/gateway/spool.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

/// A door that holds those who come through until it is opened.
class Door
{
public:
    void open() { m_opened.set_value(); }
    void wait() const { m_isOpen.wait(); }

private:
    std::promise<void> m_opened;
    std::shared_future<void> m_isOpen{m_opened.get_future()};
};

TEST(FairPools, theFirstDoNotWaitForTheOthers)
{
    Door door;
    std::promise<void> done;
    FairPool pool({2, 1, 4, 4, 4});
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(pool.post("a", [&door] { door.wait(); }));
    ASSERT_TRUE(pool.postFirst([&done] { done.set_value(); }));
    EXPECT_EQ(done.get_future().wait_for(10s), std::future_status::ready);
    door.open();
}

TEST(FairPools, oneThreadDoesTheFirstBeforeTheOthers)
{
    std::string order;
    {
        Door door;
        std::promise<void> begun;
        FairPool pool({1, 1, 4, 4, 4});
        ASSERT_TRUE(pool.post("a", [&] {
            begun.set_value();
            door.wait();
        }));
        begun.get_future().wait();
        ASSERT_TRUE(pool.post("a", [&] { order += "a"; }));
        ASSERT_TRUE(pool.postFirst([&] { order += "first "; }));
        door.open();
    }
    EXPECT_EQ(order, "first a");
}

TEST(FairPools, keysTakeTurnsAndOneThatIsFullLeavesRoomForOthers)
{
    std::string order;
    {
        Door door;
        std::promise<void> begun;
        FairPool pool({1, 0, 4, 6, 3});
        ASSERT_TRUE(pool.post("x", [&] {
            begun.set_value();
            door.wait();
        }));
        begun.get_future().wait();
        const auto post = [&](const std::string &key) {
            return pool.post(key, [&order, key] { order += key; });
        };
        EXPECT_TRUE(post("a") && post("a") && post("a"));
        EXPECT_FALSE(post("a")) << "there are enough of it";
        EXPECT_TRUE(post("b") && post("b") && post("c"));
        EXPECT_FALSE(post("d")) << "there are enough of all";
        door.open();
    }
    EXPECT_EQ(order, "abcaba");
}

TEST(Spools, giveBackWhatWasPutInWhereverItWaits)
{
    for (const std::size_t inMemory : {std::size_t{0}, std::size_t{100'000}, std::size_t{1} << 20}) {
        Spool spool(inMemory);
        std::string all;
        for (int i = 0; i < 7; ++i) {
            const std::string piece(50'000, static_cast<char>('a' + i));
            all += piece;
            ASSERT_TRUE(spool.add(piece));
        }
        std::string read;
        while (const auto piece = spool.next())
            read += *piece;
        EXPECT_EQ(read, all) << inMemory;
        EXPECT_FALSE(spool.next());
    }
}

TEST(Places, areCountedForSessionAccountAndProperty)
{
    SnapshotPlaces places({2, 3, 4});
    const auto take = [&](std::uint64_t session, std::uint64_t account, std::uint64_t house = 1) {
        return places.take(idNumbered(session), idNumbered<AccountId>(account), idNumbered<PropertyId>(house));
    };
    auto one = take(1, 1);
    auto two = take(1, 1);
    EXPECT_TRUE(one && two);
    EXPECT_FALSE(take(1, 1)) << "the session has no more";
    EXPECT_FALSE(take(1, 1, 2)) << "wherever";
    auto three = take(2, 1);
    EXPECT_TRUE(three);
    EXPECT_FALSE(take(3, 1)) << "the account has no more";
    auto four = take(4, 2);
    EXPECT_TRUE(four);
    EXPECT_FALSE(take(5, 3)) << "the property has no more";
    EXPECT_TRUE(take(5, 3, 2));
    one.reset();
    EXPECT_TRUE(take(5, 3));
}

class NotStarved : public GatewayTest
{
protected:
    static constexpr int strangers = 24;

    void SetUp() override
    {
        m_settings.passwordCost = {1, 16 * 1024 * 1024}; // some milliseconds
        m_settings.maxSignInsWaiting = 8;
        m_settings.maxSignInsOfNetwork = 4;
        m_settings.signIn.perAddress = {100'000, 1'000, 100'000}; // what waits is what counts here
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property, m_elsewhere});
        addAccount("ben", Role::Clerk, {m_hotel.property});
        addAccount("eve", Role::Clerk, {m_elsewhere});
    }
    /// Strangers at addresses of their own, each of whom tries one name after the other until told to end.
    class Strangers
    {
    public:
        Strangers(std::uint16_t port, std::atomic<int> &turnedAway)
        {
            for (int i = 0; i < strangers; ++i)
                m_threads.emplace_back([this, port, i, &turnedAway] {
                    for (int n = 0; !m_isOver; ++n) {
                        const std::string body = protocol::encodeSignIn(
                            {"user" + std::to_string(100 * i + n), "guess", idNumbered<DeviceId>(7'000)});
                        const std::string network = std::to_string(1 + i % 6);
                        const RawAnswer answer = RawClient::ask(
                            Way{port, false, "127.0." + network + "." + std::to_string(1 + i)},
                            "POST /v1/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            "Content-Type: application/json\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body);
                        turnedAway += answer.status == 503;
                    }
                });
        }
        ~Strangers()
        {
            m_isOver = true;
            for (std::thread &thread : m_threads)
                thread.join();
        }

    private:
        std::atomic<bool> m_isOver{false};
        std::vector<std::thread> m_threads;
    };
    /// A reader that has a place, and takes nothing but the beginning.
    std::unique_ptr<RawClient> slowReader(const WireDesk &desk)
    {
        auto reader = std::make_unique<RawClient>(Way{m_server->port(), false, {}});
        EXPECT_TRUE(reader->send("GET " + path("snapshot") + " HTTP/1.1\r\nHost: localhost\r\n" +
                                 desk.authorization() + "\r\n"));
        EXPECT_TRUE(reader->isBeingAnswered());
        return reader;
    }
    /// So much that no socket takes all of it.
    void fillTheHouse()
    {
        std::vector<protocol::Row> rows;
        Desk desk(55);
        for (int i = 0; i < 6'000; ++i) {
            Reservation each;
            each.id = desk.newReservation();
            each.version = 1;
            each.offering = m_hotel.doubles;
            each.workflow = workflows::onRequest;
            each.stay = {date("2026-06-01"), date("2026-06-02")};
            each.quantity = 1;
            each.guest.name = "Guest";
            each.adults = 1;
            each.currency = *parseCurrency("EUR");
            each.nightlyPrices = {10'000};
            each.state = ReservationState::AwaitingConfirmation;
            each.channel = "desk";
            each.note.assign(1'900, 'n');
            rows.emplace_back(std::move(each));
        }
        const auto loaded = m_storage->load(m_hotel.property, std::move(rows), Loading::Add);
        ASSERT_TRUE(loaded) << loaded.error().code << loaded.error().facts.at("reason");
    }
};

DESKBELL_ON_EVERY_DATABASE(NotStarved);

TEST_P(NotStarved, aKnownDeskSignsInWhileStrangersAreTurnedAway)
{
    deskOf("anna", 1);
    restart(); // what is known outlives the process
    std::atomic<int> turnedAway = 0;
    const Strangers trying(m_server->port(), turnedAway);
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (turnedAway < 20 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(1ms);
    ASSERT_GE(turnedAway, 20) << "there are more of them than can be looked after";
    for (int i = 0; i < 8; ++i) {
        WireDesk known = desk(1);
        const RawAnswer answer = known.signIn("anna", password);
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(known.sendOne(m_hotel.property, known.commands.command(wish(known))).id.value.isNull(),
                  false);
        EXPECT_EQ(known.post("/v1/session/refresh", protocol::encodeRefresh({known.grant.refreshToken})).status,
                  200);
    }
}

TEST_P(NotStarved, aDeskThatIsKnownToAnotherProcessIsLearntOf)
{
    deskOf("anna", 1);
    EXPECT_EQ(m_storage->knownDesks(10).value().size(), 1u);
    deskOf("anna", 2);
    deskOf("anna", 1);
    const auto known = m_storage->knownDesks(10).value();
    ASSERT_EQ(known.size(), 2u);
    EXPECT_EQ(known[0].user, "anna");
    EXPECT_EQ(m_storage->knownDesks(1).value().size(), 1u);
    m_clock.now = m_clock.now.load() + Days(500);
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    EXPECT_TRUE(m_storage->knownDesks(10).value().empty()) << "nobody has signed in there for a year";
}

TEST_P(NotStarved, slowReadersHoldNobodyElseUp)
{
    fillTheHouse();
    const WireDesk slow[]{deskOf("anna", 1), deskOf("anna", 2), deskOf("anna", 3)};
    const WireDesk ben = deskOf("ben", 4);
    const WireDesk eve = deskOf("eve", 5);
    std::vector<std::unique_ptr<RawClient>> readers;
    for (const WireDesk &each : slow) {
        readers.push_back(slowReader(each));
        readers.push_back(slowReader(each));
    }
    for (int i = 0; i < 3; ++i) {
        EXPECT_GT(ben.get(path("snapshot")).body.size(), 10'000'000u);
        EXPECT_EQ(eve.get(path("snapshot", m_elsewhere)).status, 200);
    }
    const RawAnswer third = slow[0].get(path("snapshot"));
    EXPECT_EQ(third.status, 503) << "two at once are enough for one desk";
    EXPECT_EQ(codeOf(third), "storage-busy");
    EXPECT_EQ(third.header("retry-after"), "1");
    EXPECT_TRUE(m_storage->snapshot(m_hotel.property, Window{})) << "no reader of the storage is held";
    readers.clear();
    RawAnswer after = slow[0].get(path("snapshot"));
    for (const auto end = std::chrono::steady_clock::now() + 10s;
         after.status == 503 && std::chrono::steady_clock::now() < end;)
        after = slow[0].get(path("snapshot"));
    EXPECT_EQ(after.status, 200) << "who has gone leaves the place";
}

TEST_P(NotStarved, aSnapshotThatIsNotTakenInTimeIsCut)
{
    fillTheHouse();
    const WireDesk anna = deskOf("anna", 1);
    const auto reader = slowReader(anna);
    const auto other = slowReader(anna);
    EXPECT_EQ(anna.get(path("snapshot")).status, 503) << "both have a place";
    m_later = m_settings.snapshotTime + 1s;
    const auto text = reader->readToEnd(20s);
    ASSERT_TRUE(text) << "it hangs";
    EXPECT_FALSE(text->ends_with("0\r\n\r\n"));
}

} // namespace
} // namespace deskbell::server::testing
