// Money through a real payment provider process that fails in every way, also when deskbelld is killed.

#include <boost/json.hpp>

#include "protocol/health.h"
#include "protocol/reconciliation.h"
#include "server/programfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
namespace json = boost::json;

/// deskbelld and deskbell-sandbox, and a desk with a reservation that somebody pays by card.
class Paying : public Program
{
protected:
    void SetUp() override
    {
        Program::SetUp();
        if (IsSkipped())
            return;
        addClerk();
        ASSERT_TRUE(m_sandbox.start(DESKBELL_SANDBOX_PROGRAM, {"--currency", "EUR"},
                                    {{"DESKBELL_SANDBOX_SECRET_KEY", "test_sk"}}));
        const auto port = m_sandbox.lineBeginning("listening on 127.0.0.1:");
        ASSERT_TRUE(port) << m_sandbox.output();
        m_provider = static_cast<std::uint16_t>(std::stoi(*port));
        launch();
    }
    void launch(const std::string &payment = "timeout-ms = 500\n")
    {
        m_backend = std::make_unique<ChildProcess>();
        const std::string config = write("payment.toml", "[payment]\n"
                                                         "look-every-ms = 20\n"
                                                         "retry-first-ms = 20\n"
                                                         "retry-most-ms = 200\n" +
                                                             payment +
                                                             "[payment.breaker]\n"
                                                             "open-ms = 300\n");
        m_port = serve(*m_backend, {"--config", config, "--control", control(), "--payment-url",
                                    "http://127.0.0.1:" + std::to_string(m_provider)});
        m_desk = std::make_unique<WireDesk>(m_port, ++m_desks);
        ASSERT_EQ(m_desk->signIn("anna", "a long enough password").status, 200);
    }
    /// Beside a file, where accounts are administered through it, too.
    std::string control() const
    {
        const bool isFile = dynamic_cast<SqliteDisk *>(m_disk.get()) != nullptr;
        return isFile ? database() + ".control" : (m_folder / "control").string();
    }
    void fault(const std::string &text)
    {
        EXPECT_EQ(WireDesk(m_provider, 99).post("/_sandbox/faults", text).status, 201) << text;
    }
    json::value ledger() const { return json::parse(WireDesk(m_provider, 99).get("/_sandbox/ledger").body); }
    std::int64_t taken() const { return ledger().at("totals").at("taken").as_int64(); }
    std::int64_t charges() const { return ledger().at("totals").at("payments").as_int64(); }
    std::int64_t givenBack() const { return ledger().at("totals").at("cancelled").as_int64(); }

    void apply(CommandArgs args)
    {
        const CommandResult result =
            m_desk->sendOne(m_hotel.property, m_desk->commands.command(std::move(args)));
        EXPECT_TRUE(is<Applied>(result)) << refusalOf(result);
    }
    /// A prepaid stay of 257.00, to be paid by card.
    void pay()
    {
        MakeReservation make;
        make.reservation = m_id = m_desk->commands.newReservation();
        make.offering = m_hotel.prepaid;
        make.stay = {date("2026-06-01") + 2 * ++m_paid * Days(1), date("2026-06-03") + 2 * m_paid * Days(1)};
        make.guest.name = "Kim Minji";
        make.adults = 2;
        make.currency = *parseCurrency("EUR");
        make.nightlyPrices = {12'850, 12'850};
        make.channel = "desk";
        apply(make);
        m_payment = idNumbered<PaymentId>(4711 + static_cast<std::uint64_t>(m_paid));
        apply(TakePayment{m_id,
                          m_payment,
                          PaymentMethod::Card,
                          {25'700, make.currency},
                          "tdesk_card-" + std::to_string(m_paid)});
    }
    Payment payment() const
    {
        const auto found = m_desk->reservation(m_hotel.property, m_id);
        return found && !found->payments.empty() ? found->payments.front() : Payment{};
    }
    bool comesTo(const std::function<bool(const Payment &)> &holds,
                 std::chrono::milliseconds time = 20s) const
    {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            if (holds(payment()))
                return true;
        }
        return false;
    }
    bool comesTo(PaymentState state) const
    {
        return comesTo([state](const Payment &each) { return each.state == state; });
    }
    bool isRefunded() const
    {
        return comesTo([](const Payment &each) {
            return each.refunds.size() == 1 && each.refunds.front().state == RefundState::Done;
        });
    }

    ChildProcess m_sandbox;
    std::uint16_t m_provider = 0;
    std::uint16_t m_port = 0;
    std::unique_ptr<ChildProcess> m_backend;
    std::unique_ptr<WireDesk> m_desk;
    std::uint64_t m_desks = 0;
    ReservationId m_id;
    PaymentId m_payment;
    int m_paid = 0;
};

DESKBELL_ON_EVERY_DATABASE(Paying);

TEST_P(Paying, aCardIsChargedToTheCent)
{
    pay();
    EXPECT_TRUE(comesTo(PaymentState::Taken));
    EXPECT_EQ(taken(), 25'700);
    EXPECT_EQ(charges(), 1);
}

TEST_P(Paying, aDeclineIsADecline)
{
    fault(R"({"fault":"decline","count":1})");
    pay();
    EXPECT_TRUE(comesTo(PaymentState::Declined));
    EXPECT_EQ(taken(), 0);
}

TEST_P(Paying, everyAnswerThatIsLostOrGarbledChargesOnce)
{
    std::vector<std::string> faults{R"("timeout-after-taken")"};
    for (const char *name : {"close-without-answer", "garbage", "html", "error-500", "wrong-payment",
                             "wrong-order", "wrong-amount", "wrong-currency", "empty"}) {
        faults.push_back(R"(")" + std::string(name) + R"(","taken":true)");
        faults.push_back(R"(")" + std::string(name) + R"(","taken":false)");
    }
    int charged = 0;
    for (const std::string &each : faults) {
        fault(R"({"fault":)" + each + R"(,"method":"POST","count":1})");
        pay();
        EXPECT_TRUE(comesTo(PaymentState::Taken)) << each;
        EXPECT_EQ(charges(), ++charged) << each;
    }
    EXPECT_EQ(taken(), 25'700 * charged);
}

TEST_P(Paying, anAnswerLostBeforeTheMoneyWasTakenIsSentAgainOnce)
{
    fault(R"({"fault":"close-without-answer","taken":false,"method":"POST","count":2})");
    fault(R"({"fault":"error-500","method":"GET","count":2})");
    pay();
    EXPECT_TRUE(comesTo(PaymentState::Taken));
    EXPECT_EQ(charges(), 1);
}

TEST_P(Paying, aProviderThatRefusesForAWhileIsPaidLater)
{
    fault(R"({"fault":"refuse","code":"FORBIDDEN_REQUEST","count":12})");
    pay();
    EXPECT_TRUE(comesTo(PaymentState::ProviderBusy));
    EXPECT_TRUE(comesTo(PaymentState::Taken)) << "the breaker opens and closes again meanwhile";
    EXPECT_EQ(charges(), 1);
}

TEST_P(Paying, aRefundWhoseAnswerIsLostIsGivenBackOnce)
{
    pay();
    ASSERT_TRUE(comesTo(PaymentState::Taken));
    fault(R"({"fault":"timeout-after-taken","method":"POST","count":1})");
    apply(CancelReservation{m_id, "changed plans"});
    EXPECT_TRUE(isRefunded());
    EXPECT_EQ(givenBack(), 25'700);
}

TEST_P(Paying, aBackendKilledBetweenTheCallAndItsAnswerChargesOnce)
{
    fault(R"({"fault":"slow","ms":400,"method":"POST","count":1})");
    pay();
    ASSERT_TRUE(comesTo(PaymentState::Sent));
    m_backend->kill();
    EXPECT_FALSE(m_backend->exitStatus());
    launch();
    EXPECT_TRUE(comesTo(PaymentState::Taken));
    EXPECT_EQ(taken(), 25'700);
    EXPECT_EQ(charges(), 1);
}

TEST_P(Paying, aProviderThatIsAwayTakesNothingFromTheDesks)
{
    m_sandbox.kill();
    m_sandbox.exitStatus();
    pay();
    EXPECT_TRUE(comesTo(PaymentState::ProviderBusy));
    EXPECT_EQ(m_desk->get("/readyz").status, 200);
    m_backend->askToEnd();
    EXPECT_EQ(m_backend->exitStatus(), 0);
}

/// The value of a figure without labels; -1 when it is not there.
double figure(const std::string &figures, const std::string &name)
{
    const std::size_t at = figures.find("\n" + name + " ");
    return at == std::string::npos ? -1 : std::stod(figures.substr(at + name.size() + 2));
}

TEST_P(Paying, aProviderThatTakesHalfAMinuteTakesNoThreadsConnectionsOrTimeFromAnybodyElse)
{
    m_backend->askToEnd();
    ASSERT_EQ(m_backend->exitStatus(), 0);
    launch("threads = 2\ntimeout-ms = 40000\n");
    const std::string before = m_desk->get("/metrics").body;
    fault(R"({"fault":"slow","ms":30000})");
    for (int i = 0; i < 6; ++i)
        pay();
    const auto health = [this] {
        return decodeHealth(m_desk->get("/v1/properties/" + toString(m_hotel.property) + "/health").body)
            .value();
    };
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (json::parse(run({"status", "--control", control()}).second).at("workers").at(0).at("busy") != 2 &&
           std::chrono::steady_clock::now() < end) {
    }
    EXPECT_EQ(health().queues.front(), (QueueHealth{"charge", 6, health().queues.front().dueForS}));
    // Both of its threads hang. Whoever else asks something is answered as ever.
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(m_desk->get("/readyz").status, 200);
    for (int i = 0; i < 20; ++i)
        pay();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 15s) << "not one call's time for 220 requests";
    // The request before this one may not have been seen to hang up yet.
    std::string during = m_desk->get("/metrics").body;
    const auto hungUp = std::chrono::steady_clock::now() + 10s;
    while (figure(during, "deskbell_connections") != figure(before, "deskbell_connections") &&
           std::chrono::steady_clock::now() < hungUp)
        during = m_desk->get("/metrics").body;
    EXPECT_EQ(figure(during, "process_threads"), figure(before, "process_threads"));
    EXPECT_EQ(figure(during, "deskbell_connections"), figure(before, "deskbell_connections"));
    EXPECT_LE(figure(during, "process_open_fds"), figure(before, "process_open_fds") + 8)
        << "a line to the provider for each of its own two threads, not for each of 26 payments";
    EXPECT_EQ(charges(), 0);
}

TEST_P(Paying, aBreakerThatOpensIsSeenAtTheDeskInTheFiguresAndByTheOperator)
{
    fault(R"({"fault":"error-500"})");
    for (int i = 0; i < 10; ++i)
        pay();
    const auto breaker = [this]() -> std::optional<BreakerHealth> {
        const auto answer = m_desk->get("/v1/properties/" + toString(m_hotel.property) + "/health");
        for (const RoleHealth &role : decodeHealth(answer.body).value_or(Health()).roles) {
            if (role.role == "payment")
                return role.breaker;
        }
        return std::nullopt;
    };
    const auto end = std::chrono::steady_clock::now() + 30s;
    while ((!breaker() || breaker()->failurePercent < 50) && std::chrono::steady_clock::now() < end) {
    }
    ASSERT_TRUE(breaker());
    EXPECT_GE(breaker()->failurePercent, 50);
    EXPECT_GE(breaker()->calls, 10u);
    EXPECT_NE(m_desk->get("/metrics").body.find("deskbell_breaker_failure_ratio{"), std::string::npos);
    const json::value told = json::parse(run({"status", "--control", control()}).second);
    EXPECT_TRUE(told.at("workers").at(0).at("breaker").as_object().contains("state"))
        << json::serialize(told);
    EXPECT_TRUE(told.as_object().contains("roles"));
}

TEST_P(Paying, theDaysBooksAreComparedAndManagersReadWhatDiffers)
{
    ASSERT_EQ(run({"account", "add", "maria", "--role", "manager", "--db", database()}, password).first, 0);
    pay();
    ASSERT_TRUE(comesTo(PaymentState::Taken));
    const auto now = std::chrono::system_clock::now() + std::chrono::hours(9);
    const std::string today = deskbell::toString(Date(std::chrono::floor<Days>(now).time_since_epoch()));
    const auto even = run({"reconcile", "--day", today, "--control", control()});
    EXPECT_EQ(even.first, 0) << even.second;
    EXPECT_EQ(WireDesk(m_provider, 99)
                  .post("/_sandbox/ledger", R"({"paymentKey":"tgen_x","orderId":"order-9","amount":7})")
                  .status,
              201);
    EXPECT_EQ(run({"reconcile", "--day", today, "--control", control()}).first, 1);
    WireDesk manager(m_port, ++m_desks);
    ASSERT_EQ(manager.signIn("maria", "a long enough password").status, 200);
    const auto answer =
        manager.get("/v1/properties/" + toString(m_hotel.property) + "/reconciliations/" + today);
    const auto report = decodeReconciliation(answer.body);
    ASSERT_TRUE(report) << answer.body;
    EXPECT_EQ(report->payments, 1u);
    ASSERT_EQ(report->differences.size(), 1u);
    EXPECT_EQ(report->differences[0].kind, "missing-in-ledger");
    EXPECT_EQ(report->differences[0].order, "order-9");
    m_sandbox.kill();
    m_sandbox.exitStatus();
    const auto away = run({"reconcile", "--day", today, "--control", control()});
    EXPECT_EQ(away.first, 1);
    EXPECT_NE(away.second.find("does not answer"), std::string::npos) << away.second;
    EXPECT_EQ(run({"reconcile", "--day", "soon", "--control", control()}).first, 2);
}

} // namespace
} // namespace deskbell::server::testing
