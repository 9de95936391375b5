// The whole process: what it says and with which status it ends when something is wrong, and money
// through a real payment provider process that fails in every way, also when deskbelld is killed.

#include <fstream>

#include <boost/json.hpp>

#include "protocol/health.h"
#include "protocol/reconciliation.h"
#include "server/gatewayfixture.h"
#include "support/childprocess.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
using namespace std::chrono_literals;
using deskbell::test::ChildProcess;
namespace json = boost::json;

/// A database with a hotel, to run real programs on.
class Program : public ::testing::TestWithParam<DiskFactory>
{
protected:
    void SetUp() override
    {
        if (!ChildProcess::isSupported())
            GTEST_SKIP() << "no child processes on this system";
        const bool isOnEvery = ::testing::UnitTest::GetInstance()->current_test_info()->value_param();
        m_disk = isOnEvery ? GetParam()() : onSqlite();
        TestClock clock;
        const auto storage = m_disk->open(clock, nullptr);
        ASSERT_TRUE(storage);
        ASSERT_TRUE(storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin));
    }
    std::string database() const { return m_disk->address(); }
    std::string write(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_folder / name) << text;
        return (m_folder / name).string();
    }
    /// Runs deskbelld to its end: its exit status, and what it said.
    std::pair<int, std::string> run(std::vector<std::string> arguments, const std::string &input = {})
    {
        ChildProcess process;
        EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, {}, input));
        const int status = process.exitStatus().value_or(-1);
        return {status, process.output()};
    }
    std::uint16_t serve(ChildProcess &process, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"serve", "--db", database(), "--listen", "127.0.0.1:0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, {{"DESKBELL_PAYMENT_SECRET", "test_sk"}}));
        const auto url = process.lineBeginning("listening on http://127.0.0.1:");
        EXPECT_TRUE(url) << process.output();
        return static_cast<std::uint16_t>(std::stoi(url.value_or("0")));
    }
    void addClerk()
    {
        ASSERT_EQ(run({"account", "add", "anna", "--role", "clerk", "--db", database()}, password).first, 0);
    }

    const std::string password = "a long enough password\n";
    TemporaryFolder m_folder;
    std::unique_ptr<Disk> m_disk;
    SmallHotel m_hotel;
};

TEST_F(Program, aMissingDatabaseIsNamedWithAStatusOfItsOwn)
{
    const auto [status, said] = run({"serve", "--db", (m_folder / "none.db").string()});
    EXPECT_EQ(status, 4);
    EXPECT_NE(said.find("there is no database"), std::string::npos) << said;
}

TEST_F(Program, aDatabaseThatAnotherProcessHasOpenIsLeftAlone)
{
    ChildProcess first;
    serve(first);
    const auto [status, said] = run({"serve", "--db", database()});
    EXPECT_EQ(status, 4);
    EXPECT_NE(said.find("another process"), std::string::npos) << said;
}

TEST_F(Program, aPortThatIsTakenIsNamed)
{
    ChildProcess first;
    const std::uint16_t port = serve(first);
    const std::string copy = (m_folder / "copy.db").string();
    {
        TestClock clock;
        SqliteOptions other;
        other.file = copy;
        ASSERT_TRUE(openSqliteStorage(other, clock.surroundings()));
    }
    const auto [status, said] = run({"serve", "--db", copy, "--listen", "127.0.0.1:" + std::to_string(port)});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find(std::to_string(port)), std::string::npos) << said;
}

TEST_F(Program, plainHttpIsForLoopbackOnly)
{
    const auto [status, said] = run({"serve", "--db", database(), "--listen", "0.0.0.0:0"});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find("--tls-cert"), std::string::npos) << said;
}

TEST_F(Program, aCertificateThatIsNotThereIsNamed)
{
    const auto [status, said] =
        run({"serve", "--db", database(), "--tls-cert", "/nowhere.pem", "--tls-key", "/nowhere.key"});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find("/nowhere.pem"), std::string::npos) << said;
    EXPECT_EQ(run({"serve", "--db", database(), "--tls-cert", "/nowhere.pem"}).first, 2);
}

TEST_F(Program, aPropertyBeginsWithoutAnImport)
{
    const std::string fresh = (m_folder / "fresh.db").string();
    const auto add = [&](const std::string &name, const std::string &currency, const std::string &day) {
        return run({"property", "add", name, "--time-zone", "Asia/Seoul", "--currency", currency,
                    "--business-date", day, "--db", fresh});
    };
    EXPECT_EQ(add("OuterPark", "won", "2026-05-10").first, 2);
    EXPECT_EQ(add("OuterPark", "KRW", "10 May").first, 2);
    EXPECT_EQ(add(" ", "KRW", "2026-05-10").first, 2);
    EXPECT_EQ(add("OuterPark", "KRW", "2026-05-10").first, 0);
    const auto [status, said] = add("OuterPark", "KRW", "2026-05-10");
    EXPECT_EQ(status, 1);
    EXPECT_NE(said.find("already"), std::string::npos) << said;
    EXPECT_EQ(add("bstore", "KRW", "2026-05-10").first, 0);
    ChildProcess process;
    serve(process);
    EXPECT_EQ(run({"property", "add", "X", "--time-zone", "Asia/Seoul", "--currency", "KRW",
                   "--business-date", "2026-05-10", "--db", database()})
                  .first,
              4)
        << "somebody has it open";
}

TEST_F(Program, wrongArgumentsAreNamedBeforeAnythingHappens)
{
    EXPECT_EQ(run({"serve", "--db", database(), "--roles", "gateway,bellboy"}).first, 2);
    EXPECT_NE(run({"serve", "--db", database(), "--roles", "gateway,bellboy"}).second.find("`bellboy`"),
              std::string::npos);
    EXPECT_EQ(run({"serve", "--db", database(), "--roles", "payment"}).first, 2);
    EXPECT_EQ(run({"serve", "--db", database(), "--payment-url", "http://provider.example"}).first, 2);
    EXPECT_EQ(run({"serve", "--db", database(), "--payment-url", "https://provider.example"}).first, 2)
        << "and its secret?";
    EXPECT_EQ(run({"serve", "--db", database(), "--listen", "8080"}).first, 2);
    EXPECT_EQ(run({"serve", "--nonsense"}).first, 2);
    EXPECT_EQ(run({"dance"}).first, 2);
    EXPECT_EQ(run({"--help"}).first, 0);
}

TEST_F(Program, configurationsAreReadStrictly)
{
    const auto configured = [&](const std::string &text) {
        return run({"serve", "--db", database(), "--config", write("c.toml", text)});
    };
    for (const char *text :
         {"conections = 5", "[limits]\nbody = 5", "[limits]\nbody-bytes = -1", "[limits]\nbody-bytes = \"5\"",
          "[payment.breaker]\nfailure-rate = 7.0", "listen = \"8080\"", "roles = \"gateway,dance\"",
          "= broken", "log-level = \"loud\"", "db = 5"}) {
        const auto [status, said] = configured(text);
        EXPECT_EQ(status, 2) << text << '\n' << said;
        EXPECT_NE(said.find("deskbelld: "), std::string::npos) << text;
    }
    EXPECT_EQ(run({"serve", "--config", "/nowhere.toml"}).first, 2);
}

TEST_F(Program, accountsAreMadeListedAndChangedWhetherItRunsOrNot)
{
    addClerk();
    EXPECT_EQ(run({"account", "add", "anna", "--role", "clerk", "--db", database()}, password).first, 1);
    EXPECT_EQ(run({"account", "add", "sys", "--role", "system", "--db", database()}, password).first, 2);
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--db", database()}, "short\n").first, 1);
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--db", database()}).first, 2)
        << "no password at all";
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--property", "Elsewhere", "--db", database()},
                  password)
                  .first,
              1);

    ChildProcess process;
    WireDesk desk(serve(process), 1);
    ASSERT_EQ(desk.signIn("anna", "a long enough password").status, 200);
    EXPECT_EQ(
        run({"account", "add", "--user", "mona", "--role", "manager", "--db", database()}, password).first,
        0);
    const auto [status, said] = run({"account", "list", "--db", database()});
    EXPECT_EQ(status, 0);
    EXPECT_NE(said.find("mona\tmanager\tenabled"), std::string::npos) << said;
    EXPECT_EQ(WireDesk(desk).signIn("mona", "a long enough password").status, 200);

    EXPECT_EQ(run({"account", "passwd", "anna", "--db", database()}, "another password\n").first, 0);
    EXPECT_EQ(desk.get("/v1/commands/" + toString(idNumbered<CommandId>(1))).status, 401)
        << "sessions end with the password";
    EXPECT_EQ(desk.signIn("anna", "another password").status, 200);
    EXPECT_EQ(run({"account", "disable", "anna", "--db", database()}).first, 0);
    EXPECT_EQ(desk.signIn("anna", "another password").status, 401);
    EXPECT_EQ(run({"account", "enable", "anna", "--db", database()}).first, 0);
    EXPECT_EQ(desk.signIn("anna", "another password").status, 200);
    EXPECT_EQ(run({"account", "disable", "nobody", "--db", database()}).first, 1);
}

TEST_F(Program, aGuestsLinkIsShownAndTakenBackWhetherItRunsOrNot)
{
    MakeReservation make;
    make.reservation = idNumbered<ReservationId>(5);
    make.offering = m_hotel.doubles;
    make.stay = {date("2026-06-01"), date("2026-06-03")};
    make.guest.name = "Kim Minji";
    make.currency = *parseCurrency("EUR");
    make.nightlyPrices = {10'000, 10'000};
    const ReservationId id = make.reservation;
    {
        TestClock clock;
        const auto storage = m_disk->open(clock, nullptr);
        Desk desk;
        const auto made = submit(
            *storage,
            {m_hotel.property, {{}, "Anna", Role::Clerk}, desk.batch({desk.command(make)}), std::nullopt});
        ASSERT_TRUE(made && is<Applied>(made->front()));
    }
    const auto link = [&](const char *action, const std::string &which) {
        const auto [status, said] = run({"guest-link", action, which, "--db", database()});
        EXPECT_EQ(status, 0) << said;
        EXPECT_TRUE(said.starts_with(shortCode(id) + "\t")) << said;
        EXPECT_NE(said.find("until 2026-11-30"), std::string::npos) << said;
        const std::size_t from = said.find('\t') + 1;
        return said.substr(from, said.find('\t', from) - from);
    };
    const std::string first = link("show", toString(id));
    ASSERT_TRUE(first.starts_with("/my/")) << first;
    const std::string second = link("revoke", toString(id));
    EXPECT_NE(second, first);
    ChildProcess process;
    const WireDesk guest(serve(process), 1);
    EXPECT_EQ(guest.get(first).status, 410);
    EXPECT_EQ(guest.get(second).status, 200);
    const std::string shown = link("show", toString(id));
    EXPECT_TRUE(shown.starts_with("http://127.0.0.1:") && shown.ends_with(second)) << shown;
    const std::string third = link("revoke", "https://hotel.example" + first + "/receipt");
    EXPECT_EQ(guest.get(second).status, 410);
    EXPECT_EQ(guest.get(third.substr(third.find("/my/"))).status, 200);
    EXPECT_EQ(process.output().find(first.substr(4)), std::string::npos) << "no token is logged";
    for (const std::string &nobodys :
         {toString(idNumbered<ReservationId>(6)), std::string("x"), first + "x"}) {
        const auto [status, said] = run({"guest-link", "revoke", nobodys, "--db", database()});
        EXPECT_EQ(status, 1) << said;
        EXPECT_NE(said.find("no reservation of this database"), std::string::npos) << said;
    }
}

TEST_F(Program, itEndsWhenAskedAndLeavesNothingBehind)
{
    ChildProcess process;
    serve(process);
    EXPECT_TRUE(std::filesystem::exists(database() + ".control"));
    EXPECT_EQ(run({"status", "--db", database()}).first, 0);
    process.askToEnd();
    EXPECT_EQ(process.exitStatus(), 0) << process.output();
    EXPECT_FALSE(std::filesystem::exists(database() + ".control"));
    const auto [status, said] = run({"status", "--db", database()});
    EXPECT_EQ(status, 1);
    EXPECT_NE(said.find("no running deskbelld"), std::string::npos) << said;
}

TEST_F(Program, aProcessThatLeavesSaysSoAndGoesOnUntilItsTimeIsOver)
{
    ChildProcess process;
    addClerk();
    const std::uint16_t port = serve(process, {"--config", write("c.toml", "leave-ms = 60000\n")});
    WireDesk desk(port, 1);
    ASSERT_EQ(desk.signIn("anna", "a long enough password").status, 200);
    const std::string live = "/v1/properties/" + toString(m_hotel.property) + "/live";
    RawClient before(port);
    ASSERT_EQ(before.upgrade(live), 101);
    EXPECT_EQ(desk.get("/readyz").status, 200);
    process.askToEnd();
    RawAnswer ready;
    do
        ready = desk.get("/readyz");
    while (ready.status == 200);
    EXPECT_EQ(codeOf(ready), "server-stopping");
    EXPECT_EQ(desk.get("/v1/properties/" + toString(m_hotel.property) + "/snapshot").status, 200);
    RawClient after(port);
    EXPECT_EQ(after.upgrade(live), 101) << "closed with the others when the time is over";
    EXPECT_TRUE(before.isConnected() && !before.hasEnded());
}

TEST_F(Program, theControlLineIsClosedToWhoCannotReadItsFile)
{
    ChildProcess process;
    serve(process);
    std::string line;
    std::ifstream stream(database() + ".control");
    std::getline(stream, line);
    const json::value control = json::parse(line);
    const std::string url(control.at("url").as_string());
    const WireDesk stranger(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))), 1);
    EXPECT_EQ(stranger.get("/status").status, 401);
    EXPECT_EQ(stranger.get("/status", "Authorization: Bearer x\r\n").status, 401);
    EXPECT_EQ(stranger.post("/account", R"({"action":"list"})").status, 401);
    const std::string token =
        "Authorization: Bearer " + std::string(control.at("token").as_string()) + "\r\n";
    EXPECT_EQ(stranger.get("/status", token).status, 200);
    const auto mode = std::filesystem::status(database() + ".control").permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

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
        ASSERT_TRUE(
            m_sandbox.start(DESKBELL_SANDBOX_PROGRAM, {"--secret-key", "test_sk", "--currency", "EUR"}));
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
    std::string control() const { return (m_folder / "control").string(); }
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
        const RawAnswer answer = m_desk->get("/v1/properties/" + toString(m_hotel.property) + "/snapshot");
        std::istringstream lines(answer.body);
        for (std::string line; std::getline(lines, line);) {
            const auto read = decodeSnapshotLine(line);
            const auto *row = read ? std::get_if<Row>(&*read) : nullptr;
            const auto *reservation = row ? std::get_if<Reservation>(row) : nullptr;
            if (reservation && reservation->id == m_id && !reservation->payments.empty())
                return reservation->payments.front();
        }
        return {};
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
    const std::string during = m_desk->get("/metrics").body;
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
