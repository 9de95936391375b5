// What those read who run the house: health, audit, reconciliations, figures; and the provider's call
// back, which is believed nothing.

#include "server/gatewayfixture.h"

#include <gmock/gmock.h>

#include "protocol/audit.h"
#include "protocol/guestdata.h"
#include "protocol/health.h"
#include "protocol/reconciliation.h"
#include "server/daemon/overseer.h"
#include "server/gateway/health.h"
#include "server/metrics/metricsroute.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class Operations : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("clerk", Role::Clerk, {m_hotel.property});
        addAccount("manager", Role::Manager, {m_hotel.property});
        addAccount("stranger", Role::Admin, {m_elsewhere});
    }
    protocol::Health health(WireDesk &desk)
    {
        const RawAnswer answer = desk.get(path("health"));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return protocol::decodeHealth(answer.body).value();
    }
    protocol::AuditPage audit(WireDesk &desk, const std::string &query = {})
    {
        const RawAnswer answer = desk.get(path("audit" + query));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return protocol::decodeAuditPage(answer.body).value();
    }
    /// A charge of which so much was recorded; its next turn is half an hour away.
    PaymentId charge(WireDesk &desk, std::initializer_list<PaymentState> outcomes)
    {
        MakeReservation make = wish(desk);
        make.offering = m_hotel.prepaid;
        desk.sendOne(m_hotel.property, desk.commands.command(make));
        const PaymentId payment = idNumbered<PaymentId>(4711);
        desk.sendOne(
            m_hotel.property,
            desk.commands.command(TakePayment{
                make.reservation, payment, PaymentMethod::Card, {20'000, *parseCurrency("EUR")}, "tdesk_1"}));
        for (const PaymentState state : outcomes)
            outcome(make.reservation, payment, state);
        const auto item = m_storage->takeWork(Work::Charge, m_clock.now, 45s, 1).value().at(0);
        EXPECT_TRUE(
            m_storage->finishWork(Claim{item.id, item.fence, m_clock.now.load() + 30min, false}).value());
        return payment;
    }
    /// A charge that was sent and whose outcome nobody heard.
    PaymentId unheardCharge(WireDesk &desk)
    {
        return charge(desk, {PaymentState::Sent, PaymentState::Unknown});
    }
    void outcome(const ReservationId &reservation, const PaymentId &payment, PaymentState state)
    {
        Desk worker(99);
        Command command = worker.command(RecordPaymentOutcome{reservation, payment, state, {}});
        command.id = CommandId{makeNamedUuid(payment.value, toString(state))};
        const auto done = submit(
            *m_storage, {m_hotel.property, actorWith(Role::System), worker.batch({command}), std::nullopt});
        EXPECT_TRUE(done && is<protocol::Applied>(done->front()));
    }
    bool isDue() { return !m_storage->takeWork(Work::Charge, m_clock.now, 45s, 1)->empty(); }
    static std::string event(const PaymentId &payment)
    {
        return R"({"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"2026-05-10T18:00:00.000000","data":)"
               R"({"paymentKey":"tdesk_1","status":"DONE","totalAmount":1,"orderId":")" +
               toString(payment) + R"("}})";
    }
};

DESKBELL_ON_EVERY_DATABASE(Operations);

TEST_P(Operations, anyDeskOfTheHouseSeesHowItIs)
{
    const Instant now = m_clock.now;
    const protocol::BreakerHealth open{"open", 20, 55, 10, 21'500};
    ASSERT_TRUE(m_storage->report({{"here:1", "gateway", now, ""},
                                   {"there:2", "payment", now - 3s, protocol::encodeBreaker(open)},
                                   {"there:3", "payment", now - 30s, ""}}));
    WireDesk clerk = deskOf("clerk");
    const protocol::Health seen = health(clerk);
    ASSERT_EQ(seen.roles.size(), 3u);
    EXPECT_FALSE(seen.roles[0].isGone);
    EXPECT_FALSE(seen.roles[0].breaker);
    EXPECT_EQ(seen.roles[1].breaker, open) << "another process's breaker";
    EXPECT_TRUE(seen.roles[2].isGone) << "it has said nothing for half a minute";
    EXPECT_EQ(seen.roles[2].seenAt, now - 30s);
    EXPECT_EQ(seen.queues.front().work, "charge");
    EXPECT_EQ(deskOf("stranger", 2).get(path("health")).status, 403);
    EXPECT_EQ(desk(3).get(path("health")).status, 401);
}

TEST_P(Operations, aKilledProcessIsToldAsGoneAndNoMoreOnceAnotherHasDoneItsWorkForAMinute)
{
    const Instant killed = m_clock.now;
    ASSERT_TRUE(m_storage->report({{"here:1", "gateway", killed, ""}, {"here:1", "payment", killed, ""}}));
    WireDesk clerk = deskOf("clerk");
    const auto laterAnotherSays = [&](std::chrono::seconds after) {
        m_clock.now = killed + after;
        EXPECT_TRUE(m_storage->report({{"here:2", "gateway", killed + after, ""}}));
        std::string told;
        for (const protocol::RoleHealth &role : health(clerk).roles)
            told += role.process + " " + role.role + (role.isGone ? " gone, " : ", ");
        return told;
    };
    EXPECT_EQ(laterAnotherSays(20s), "here:1 gateway, here:1 payment, here:2 gateway, ");
    EXPECT_EQ(laterAnotherSays(21s), "here:1 gateway gone, here:1 payment gone, here:2 gateway, ");
    EXPECT_EQ(laterAnotherSays(60s), "here:1 gateway gone, here:1 payment gone, here:2 gateway, ");
    EXPECT_EQ(laterAnotherSays(61s), "here:1 payment gone, here:2 gateway, ") << "nobody charges cards now";
    m_clock.now = killed + 90s;
    std::vector<Metrics::Sample> samples;
    sampleHealth(*m_storage, m_clock.now, samples);
    std::map<std::string, double> up;
    for (const Metrics::Sample &sample : samples) {
        if (sample.name == std::string("deskbell_role_up"))
            up[sample.labels.at(0).second + " " + sample.labels.at(1).second] = sample.value;
    }
    EXPECT_EQ(up, (std::map<std::string, double>{{"here:1 payment", 0.0}, {"here:2 gateway", 0.0}}))
        << "the last who did it is told of, however long ago that was";
}

TEST_P(Operations, managersSeeWhatIsKeptAboutAGuest)
{
    WireDesk manager = deskOf("manager");
    const MakeReservation make = wish(manager);
    manager.sendOne(m_hotel.property, manager.commands.command(make));
    const std::string about = path("guest-data?reservation=" + toString(make.reservation));
    const RawAnswer answer = manager.get(about);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto data = protocol::decodeGuestData(answer.body).value();
    ASSERT_FALSE(data.stays.empty());
    EXPECT_EQ(data.stays.front().reservation.guest, make.guest);
    const protocol::AuditEntry looked = audit(manager).entries.front();
    EXPECT_EQ(looked.type, "read-guest-data");
    EXPECT_EQ(looked.reservation, make.reservation);
    EXPECT_EQ(codeOf(deskOf("clerk", 2).get(about)), "role-not-allowed");
    EXPECT_EQ(deskOf("stranger", 3).get(about).status, 403);
    EXPECT_EQ(desk(4).get(about).status, 401);
    EXPECT_EQ(manager.get(path("guest-data")).status, 400);
    EXPECT_EQ(manager.get(path("guest-data?reservation=nobody")).status, 400);
    const RawAnswer unknown =
        manager.get(path("guest-data?reservation=" + toString(idNumbered<ReservationId>(4711))));
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(codeOf(unknown), "unknown-reservation");
}

TEST_P(Operations, healthTellsHowLongWorkHasWaited)
{
    WireDesk manager = deskOf("manager");
    const PaymentId payment = unheardCharge(manager);
    EXPECT_EQ(health(manager).queues.front(), (protocol::QueueHealth{"charge", 1, std::nullopt}));
    ASSERT_TRUE(m_storage->hurryWork(payment, m_clock.now).value());
    m_clock.now = m_clock.now.load() + 12s;
    EXPECT_EQ(health(manager).queues.front(), (protocol::QueueHealth{"charge", 1, 12}));
}

TEST_P(Operations, managersReadTheAuditAndClerksDoNot)
{
    WireDesk clerk = deskOf("clerk");
    const MakeReservation make = wish(clerk);
    clerk.sendOne(m_hotel.property, clerk.commands.command(make));
    WireDesk manager = deskOf("manager", 2);
    const protocol::AuditPage page = audit(manager);
    ASSERT_EQ(page.entries.size(), 1u);
    EXPECT_EQ(page.entries[0].type, "make-reservation");
    EXPECT_EQ(page.entries[0].channel, "desk");
    EXPECT_EQ(page.entries[0].address, "127.0.0.1");
    EXPECT_EQ(page.entries[0].actor.name, "Name of clerk");
    EXPECT_EQ(page.entries[0].device, clerk.commands.batch({}).device);
    EXPECT_EQ(codeOf(clerk.get(path("audit"))), "role-not-allowed");
    EXPECT_EQ(deskOf("stranger", 3).get(path("audit")).status, 403);
}

TEST_P(Operations, theAuditIsFilteredAndPagedByItsQuery)
{
    WireDesk manager = deskOf("manager");
    std::vector<ReservationId> made;
    for (int i = 0; i < 2; ++i) {
        const MakeReservation make = wish(manager);
        manager.sendOne(m_hotel.property, manager.commands.command(make));
        made.push_back(make.reservation);
    }
    EXPECT_EQ(audit(manager, "?reservation=" + toString(made[0])).entries.size(), 1u);
    EXPECT_EQ(audit(manager, "?actor=" + toString(made[0])).entries.size(), 0u);
    EXPECT_EQ(audit(manager, "?from=2026-05-10T09:00:00Z&to=2026-05-10T10:00:00Z").entries.size(), 2u);
    EXPECT_EQ(audit(manager, "?to=2026-05-10T09:00:00Z").entries.size(), 0u);
    const auto first = audit(manager, "?limit=1");
    ASSERT_TRUE(first.next);
    const auto second = audit(manager, "?limit=1&before=" + std::to_string(*first.next));
    ASSERT_EQ(second.entries.size(), 1u);
    EXPECT_LT(second.entries[0].number, first.entries[0].number);
    EXPECT_FALSE(second.next);
    for (const char *bad : {"?reservation=x", "?actor=", "?from=yesterday", "?limit=0", "?limit=501",
                            "?before=-1", "?limit=1e3"})
        EXPECT_EQ(manager.get(path(std::string("audit") + bad)).status, 400) << bad;
}

TEST_P(Operations, managersReadTheDaysReconciliation)
{
    protocol::Reconciliation report;
    report.property = m_hotel.property;
    report.day = date("2026-05-09");
    report.payments = 3;
    report.differences = {{"missing-in-ledger", "order-9", {}, {}, "", "700 EUR DONE"}};
    ASSERT_TRUE(m_storage->keepReconciliation(m_hotel.property, report.day, m_clock.now,
                                              protocol::encodeReconciliation(report)));
    WireDesk manager = deskOf("manager");
    const RawAnswer answer = manager.get(path("reconciliations/2026-05-09"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(protocol::decodeReconciliation(answer.body), report);
    EXPECT_EQ(codeOf(manager.get(path("reconciliations/2026-05-08"))), "not-reconciled");
    EXPECT_EQ(manager.get(path("reconciliations/today")).status, 400);
    EXPECT_EQ(codeOf(deskOf("clerk", 2).get(path("reconciliations/2026-05-09"))), "role-not-allowed");
}

TEST_P(Operations, managersAreToldHowTheLastReconciliationEnded)
{
    const auto keep = [this](const char *day, std::size_t differences) {
        protocol::Reconciliation report;
        report.property = m_hotel.property;
        report.day = date(day);
        report.madeAt = m_clock.now;
        report.differences.resize(differences);
        ASSERT_TRUE(m_storage->keepReconciliation(m_hotel.property, report.day, m_clock.now,
                                                  protocol::encodeReconciliation(report)));
    };
    WireDesk manager = deskOf("manager");
    WireDesk clerk = deskOf("clerk", 2);
    EXPECT_FALSE(health(manager).reconciled) << "no day has been compared";
    keep("2026-05-09", 2);
    keep("2026-05-07", 5); // made by hand, later
    const protocol::ReconciledDay told{date("2026-05-09"), m_clock.now, 2};
    EXPECT_EQ(health(manager).reconciled, told);
    EXPECT_FALSE(health(clerk).reconciled);
    keep("2026-05-10", 0);
    EXPECT_EQ(health(manager).reconciled->differences, 0u);
}

TEST_P(Operations, aCallBackOnlyMakesTheLookUpComeSooner)
{
    WireDesk manager = deskOf("manager");
    const PaymentId payment = unheardCharge(manager);
    ASSERT_FALSE(isDue());
    const std::uint64_t before = seq();
    EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", event(payment)).status, 200);
    const auto end = std::chrono::steady_clock::now() + 10s;
    bool isHurried = false;
    while (!isHurried && std::chrono::steady_clock::now() < end)
        isHurried = isDue();
    EXPECT_TRUE(isHurried);
    EXPECT_EQ(seq(), before) << "whatever it says of the payment is not believed";
}

TEST_P(Operations, forgedAndDoubledCallBacksDoNothing)
{
    WireDesk manager = deskOf("manager");
    const PaymentId payment = unheardCharge(manager);
    const std::uint64_t before = seq();
    const std::string told = event(idNumbered<PaymentId>(4712));
    for (const std::string &body :
         {told, told, std::string("{}"), std::string("[]"), std::string("null"),
          std::string(R"({"data":{"orderId":7}})"), std::string(R"({"data":{"orderId":"../../x"}})"),
          std::string(R"({"data":[{"orderId":")") + toString(payment) + R"("}]})"})
        EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", body).status, 200) << body;
    EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", "{").status, 400);
    EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", told, "text/plain").status, 415);
    EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", std::string(40'000, ' ')).status, 413);
    m_gateway->stop(); // all that was asked for has been done
    EXPECT_FALSE(isDue());
    EXPECT_EQ(seq(), before);
}

TEST_P(Operations, aCallBackAboutAPaymentThatWaitsForNothingMovesNothing)
{
    WireDesk manager = deskOf("manager");
    const PaymentId payment = charge(manager, {PaymentState::ProviderBusy});
    EXPECT_EQ(desk(7).post("/v1/providers/toss/webhook", event(payment)).status, 200);
    m_gateway->stop();
    EXPECT_FALSE(isDue()) << "it would be charged before its time";
}

TEST_P(Operations, callBacksAreTakenSoOftenAndNoMore)
{
    int refused = 0;
    for (int i = 0; i < 80; ++i) {
        const RawAnswer answer = desk(7).post("/v1/providers/toss/webhook", "{}");
        if (answer.status == 429) {
            EXPECT_NE(answer.header("retry-after"), "");
            ++refused;
        }
    }
    EXPECT_GT(refused, 0);
}

http::Request asking(const std::string &address, http::Headers headers = {})
{
    http::Request request;
    request.remoteAddress = address;
    request.headers = std::move(headers);
    return request;
}

TEST(FiguresAre, forThisMachineUnlessThereIsAToken)
{
    EXPECT_TRUE(mayReadMetrics(asking("127.0.0.1"), ""));
    EXPECT_TRUE(mayReadMetrics(asking("::1"), ""));
    EXPECT_FALSE(mayReadMetrics(asking("192.0.2.7"), ""));
    EXPECT_FALSE(mayReadMetrics(asking("1.27.0.0"), ""));
    EXPECT_FALSE(mayReadMetrics(asking("127.0.0.1", {{"X-Forwarded-For", "192.0.2.7"}}), ""))
        << "a proxy on this machine asks for somebody else";
    const http::Headers good{{"Authorization", "Bearer sesame"}};
    EXPECT_TRUE(mayReadMetrics(asking("192.0.2.7", good), "sesame"));
    EXPECT_FALSE(mayReadMetrics(asking("127.0.0.1"), "sesame"));
    EXPECT_FALSE(mayReadMetrics(asking("127.0.0.1", {{"Authorization", "Bearer sesam"}}), "sesame"));
    EXPECT_FALSE(mayReadMetrics(
        asking("127.0.0.1", {{"Authorization", "Bearer sesame"}, {"Authorization", "Bearer x"}}), "sesame"));
}

} // namespace
} // namespace deskbell::server::testing
