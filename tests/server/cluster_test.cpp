// Several deskbelld as one house: real processes on one PostgreSQL behind a real HAProxy, while desks and
// guests reserve, a process is killed, and all are restarted one after the other.

#include "server/clusterfixture.h"

#include <latch>

#include "domain/refusal.h"
#include "protocol/audit.h"
#include "protocol/guests.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

INSTANTIATE_TEST_SUITE_P(Postgres, Cluster, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(Cluster, theLastRoomIsSoldOnceHoweverManyAskAtBoth)
{
    constexpr int each = 8;
    const OfferingId rooms = offer("Deluxe", workflows::prepaid, 1, 120'000);
    addUnit(rooms, "301");
    const Stay stay{m_today + Days{7}, m_today + Days{9}};
    std::vector<WireDesk> desks;
    std::vector<Command> wishes;
    for (int n = 0; n < each; ++n) {
        desks.emplace_back(Way{n % 2 == 0 ? m_a->port : m_b->port, false, {}}, 100 + n);
        ASSERT_EQ(desks.back().signIn("clerk", password).status, 200);
        wishes.push_back(desks.back().commands.command(wish(rooms, stay, 120'000)));
    }
    std::latch all(2 * each);
    std::atomic<int> sold{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < each; ++n) {
        threads.emplace_back([&, n] {
            const auto i = static_cast<std::size_t>(n);
            all.arrive_and_wait();
            const CommandResult result = desks[i].sendOne(m_property, wishes[i]);
            sold += is<Applied>(result) ? 1 : 0;
            refused += refusalOf(result) == refusal::noStock ? 1 : 0;
        });
        threads.emplace_back([&, n] {
            all.arrive_and_wait();
            const RawAnswer answer =
                orderAsGuest(front(), rooms, stay, idNumbered<CommandId>(7'000 + n).value,
                             CheckoutPayment{"tgen_card", {240'000, *parseCurrency("KRW")}});
            sold += answer.status == 201 ? 1 : 0;
            refused += codeOf(answer) == refusal::noStock ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(sold, 1);
    EXPECT_EQ(refused, 2 * each - 1);
    EXPECT_EQ(reservationsOf(rooms).size(), 1u);
    EXPECT_EQ(query("SELECT sum(taken) FROM stock_night"), "2") << "one room, two nights";
}

TEST_P(Cluster, whatAKilledOneTookIsThereOnceAndTheOtherCarriesItThrough)
{
    constexpr int cards = 12;
    const OfferingId stalls = show(100'000);
    const OfferingId boxes = offer("Boxes", workflows::ticket, 100, 200'000, m_starts);
    std::vector<ReservationId> paid;
    for (int n = 0; n < cards; ++n)
        paid.push_back(reserve(boxes, evening(), 200'000));
    const auto buyers = crowd(6, stalls);
    ASSERT_TRUE(buyers->goesOn(20));
    // More than one process can take up at once, at a provider that takes its time.
    fault(R"({"fault":"slow","ms":700,"method":"POST"})");
    for (const ReservationId &id : paid)
        apply(*m_clerk, TakePayment{id,
                                    {makeNamedUuid(id.value, "card")},
                                    PaymentMethod::Card,
                                    {200'000, *parseCurrency("KRW")},
                                    "tdesk_" + toString(id)});
    const auto isCharging = [&] {
        const auto now = status(*m_a);
        for (const auto &worker : now.at("workers").as_array()) {
            if (worker.at("role").as_string() == "payment")
                return worker.at("busy").to_number<int>() > 0;
        }
        return false;
    };
    while (!isCharging())
        ASSERT_LT(ledger("payments"), cards) << "all were charged by the other";
    m_a->process.kill();
    EXPECT_TRUE(buyers->goesOn(50)) << "the other takes orders";
    buyers->stop();
    EXPECT_TRUE(isSeen("a", "DOWN"));
    for (const ReservationId &id : paid)
        EXPECT_TRUE(comesTo(id, ReservationState::Confirmed)) << "charged, also what the dead one had begun";
    EXPECT_EQ(ledger("payments"), cards);
    EXPECT_EQ(ledger("taken"), cards * 200'000);
    for (const ReservationId &id : paid)
        EXPECT_EQ(told(id).size(), 2u) << "each message once";
    for (const ReservationId &id : paid)
        apply(*m_clerk, CancelReservation{id, "the end"});
    expectAllThereOnce(*buyers, stalls);
}

TEST_P(Cluster, restartingOneAfterTheOtherFailsNoRequest)
{
    const OfferingId stalls = show(100'000);
    std::vector<std::unique_ptr<Listening>> listeners;
    for (int n = 0; n < 4; ++n)
        listeners.push_back(std::make_unique<Listening>(front(), m_property, *m_clerk));
    const auto buyers = crowd(6, stalls);
    for (auto &[backend, name] : {std::pair(&m_a, "a"), {&m_b, "b"}}) {
        ASSERT_TRUE(buyers->goesOn(30));
        restart(*backend, name);
    }
    ASSERT_TRUE(buyers->goesOn(30));
    buyers->stop();
    EXPECT_EQ(buyers->failures(), std::vector<std::string>());
    expectAllThereOnce(*buyers, stalls);
    const auto last = static_cast<std::uint64_t>(std::stoull(query("SELECT max(seq) FROM change")));
    for (const auto &listener : listeners) {
        EXPECT_TRUE(listener->hears(last)) << "after it came back";
        const std::vector<int> endings = listener->endings();
        EXPECT_FALSE(endings.empty()) << "each was with one that went";
        for (const int code : endings)
            EXPECT_EQ(code, 1001) << "told that the server goes";
    }
}

TEST_P(Cluster, aChangeMadeAtOneIsPushedToADeskAtTheOther)
{
    const OfferingId stalls = show(10);
    signIn({m_a->port, false, {}});
    Listening other({m_b->port, false, {}}, m_property, *m_clerk);
    for (int n = 0; n < 3; ++n) {
        reserve(stalls, evening(), 50'000);
        EXPECT_TRUE(other.hears(std::stoull(query("SELECT max(seq) FROM change"))));
    }
}

/// Where the last command of this clerk came from, as managers read it.
class ClusterOrigins : public Cluster
{
protected:
    void SetUp() override
    {
        m_signInSettings = "address-burst = 3\naddress-per-s = 0.01\n";
        Cluster::SetUp();
        if (!IsSkipped() && !HasFatalFailure())
            m_show = show(10);
    }
    std::string originOf(const Way &way, const std::string &more)
    {
        WireDesk desk(way, ++m_desks);
        EXPECT_EQ(desk.signIn("clerk", password).status, 200);
        const MakeReservation make = wish(m_show, evening(), 50'000);
        const std::string body = encodeBatch(desk.commands.batch({desk.commands.command(make)}));
        const std::string house = "/v1/properties/" + toString(m_property);
        const RawAnswer answer = desk.post(house + "/commands", body, "application/json", more);
        EXPECT_EQ(answer.status, 200) << answer.body;
        const RawAnswer read = m_manager->get(house + "/audit?reservation=" + toString(make.reservation));
        const auto page = decodeAuditPage(read.body);
        // The latest first, and the workers may have had their say.
        return page && !page->entries.empty() ? page->entries.back().address : read.body;
    }
    /// Tries wrong passwords until both processes have had enough of them.
    bool isHeldOff(const Way &way, const std::string &more)
    {
        int inARow = 0;
        for (int n = 0; n < 30 && inARow < 4; ++n) {
            const int status = WireDesk(way, ++m_desks).signIn("clerk", "wrong", more).status;
            inARow = status == 429 ? inARow + 1 : 0;
        }
        return inARow == 4;
    }

    OfferingId m_show;
    std::uint64_t m_desks = 200;
};

INSTANTIATE_TEST_SUITE_P(Postgres, ClusterOrigins, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(ClusterOrigins, theAuditTellsWhoAskedTheProxyAndNobodyCanSaySoForThem)
{
    const std::string lie = "X-Forwarded-For: 192.0.2.1\r\n";
    EXPECT_EQ(originOf(front("127.0.0.21"), {}), "127.0.0.21");
    EXPECT_EQ(originOf(front("127.0.0.22"), lie), "127.0.0.22") << "a guest of the proxy's who lies";
    EXPECT_EQ(originOf({m_a->port, false, "127.0.0.23"}, lie), "127.0.0.23") << "a stranger beside the proxy";
    EXPECT_EQ(originOf({m_a->port, false, proxysAddress}, lie), "192.0.2.1") << "as the proxy itself says it";
}

TEST_P(ClusterOrigins, whoGuessesPasswordsHoldsOffNobodyElseBehindTheProxy)
{
    EXPECT_TRUE(isHeldOff(front("127.0.0.31"), {}));
    EXPECT_TRUE(isHeldOff(front("127.0.0.31"), "X-Forwarded-For: 127.0.0.32\r\n")) << "nor by another name";
    EXPECT_EQ(WireDesk(front("127.0.0.32"), ++m_desks).signIn("clerk", password).status, 200);
    EXPECT_EQ(WireDesk(front("127.0.0.31"), ++m_desks).signIn("clerk", password).status, 429);
}

TEST_P(ClusterOrigins, figuresAreNotServedThroughTheProxy)
{
    EXPECT_NE(WireDesk(front(), 1).get("/metrics").status, 200);
    EXPECT_EQ(WireDesk(m_a->port, 1).get("/metrics").status, 200);
}

} // namespace
} // namespace deskbell::server::testing
