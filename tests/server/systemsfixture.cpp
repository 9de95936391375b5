#include "server/systemsfixture.h"

#include <fstream>

#include "server/storage/sql/query.h"
#include "server/storage/sqlite/sqliteconnection.h"

namespace deskbell::server::testing {

using namespace protocol;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

constexpr const char *password = "a long enough password";
constexpr const char *secret = "test_sk";

/// Waits of a test: what an operator counts in minutes is seen in seconds.
constexpr const char *hurried = "[payment]\n"
                                "look-every-ms = 20\n"
                                "timeout-ms = 1000\n"
                                "retry-first-ms = 20\n"
                                "retry-most-ms = 200\n"
                                "grace-ms = 300\n"
                                "[payment.breaker]\n"
                                "open-ms = 300\n"
                                "[hotel]\n"
                                "look-every-ms = 20\n"
                                "lease-ms = 1000\n"
                                "retry-first-ms = 20\n"
                                "retry-most-ms = 200\n"
                                "[sign-in]\n"
                                "user-burst = 1000\n"
                                "address-burst = 1000\n";

} // namespace

void LiveSystem::SetUp()
{
    if (!ChildProcess::isSupported())
        GTEST_SKIP() << "no child processes on this system";
    const auto [status, said] =
        run({"property", "add", "Deskbell", "--time-zone", "Asia/Seoul", "--currency", "KRW",
             "--business-date", deskbell::toString(m_today), "--db", database()});
    ASSERT_EQ(status, 0) << said;
    m_property = PropertyId{parseUuid(said.substr(0, said.find('\t'))).value()};
    for (const char *role : {"admin", "manager", "clerk"})
        ASSERT_EQ(
            run({"account", "add", role, "--role", role, "--db", database()}, std::string(password) + '\n')
                .first,
            0);
    ASSERT_TRUE(m_sandbox.start(DESKBELL_SANDBOX_PROGRAM, {"--secret-key", secret, "--currency", "KRW"}));
    const auto port = m_sandbox.lineBeginning("listening on 127.0.0.1:");
    ASSERT_TRUE(port) << m_sandbox.output();
    m_provider = static_cast<std::uint16_t>(std::stoi(*port));
    launch();
}

std::pair<int, std::string> LiveSystem::run(const std::vector<std::string> &arguments,
                                            const std::string &input) const
{
    ChildProcess process;
    EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, {}, input));
    const int status = process.exitStatus().value_or(-1);
    return {status, process.output()};
}

void LiveSystem::launch(const std::string &roles)
{
    const std::string config = (m_folder / "deskbelld.toml").string();
    std::ofstream(config) << hurried << "[notice]\nlook-every-ms = 20\nfile = \""
                          << (m_folder / "notices.jsonl").generic_string() << "\"\n";
    m_backend = std::make_unique<ChildProcess>();
    ASSERT_TRUE(m_backend->start(DESKBELLD_PROGRAM,
                                 {"serve", "--db", database(), "--listen", "127.0.0.1:0", "--config", config,
                                  "--roles", roles, "--payment-url",
                                  "http://127.0.0.1:" + std::to_string(m_provider)},
                                 {{"DESKBELL_PAYMENT_SECRET", secret}}));
    const auto url = m_backend->lineBeginning("listening on http://127.0.0.1:");
    ASSERT_TRUE(url) << m_backend->output();
    const auto port = static_cast<std::uint16_t>(std::stoi(*url));
    for (auto &[desk, user] : {std::pair(&m_admin, "admin"), {&m_manager, "manager"}, {&m_clerk, "clerk"}}) {
        *desk = std::make_unique<WireDesk>(port, ++m_signIns);
        ASSERT_EQ((*desk)->signIn(user, password).status, 200);
    }
}

void LiveSystem::relaunch(const std::string &roles)
{
    m_backend->askToEnd();
    ASSERT_EQ(m_backend->exitStatus(), 0) << m_backend->output();
    launch(roles);
}

void LiveSystem::kill()
{
    m_backend->kill();
    m_backend->exitStatus();
}

void LiveSystem::endTimeToPay(const ReservationId &id)
{
    // A test does not wait for half an hour: it moves the deadline, not the clock.
    SqliteConnection connection(database(), Connection::Access::Write);
    connection.begin(Connection::Access::Write);
    Query(connection,
          "UPDATE reservation SET row = json_set(row, '$.payBy', '2026-01-01T00:00:00.000Z') WHERE id = ?",
          id)
        .run();
    const int moved =
        Query(connection, "UPDATE work SET due_at = 0 WHERE kind = ? AND reservation = ?", Work::Expire, id)
            .run();
    EXPECT_GT(moved, 0);
    connection.commit();
}

std::string LiveSystem::ask(WireDesk &desk, CommandArgs args)
{
    return refusalOf(desk.sendOne(m_property, desk.commands.command(std::move(args))));
}

void LiveSystem::apply(WireDesk &desk, CommandArgs args)
{
    const CommandResult result = desk.sendOne(m_property, desk.commands.command(std::move(args)));
    EXPECT_TRUE(is<Applied>(result)) << refusalOf(result);
}

OfferingId LiveSystem::offer(const std::string &name, const Workflow &workflow, int capacity,
                             std::int64_t price, std::optional<LocalMinute> startsAt)
{
    const auto id = idNumbered<OfferingId>(500 + ++m_made);
    apply(startsAt ? *m_manager : *m_admin,
          PutOffering{id, name.substr(0, 3), name, std::string(workflow.name), capacity, price, 2,
                      static_cast<int>(m_made), startsAt});
    return id;
}

UnitId LiveSystem::addUnit(const OfferingId &offering, const std::string &name)
{
    const auto id = idNumbered<UnitId>(700 + ++m_made);
    apply(*m_admin, PutUnit{id, offering, name, 0, static_cast<int>(m_made)});
    return id;
}

MakeReservation LiveSystem::wish(const OfferingId &offering, const Stay &stay, std::int64_t price,
                                 int quantity)
{
    MakeReservation make;
    make.reservation = idNumbered<ReservationId>(1000 + ++m_made);
    make.offering = offering;
    make.stay = stay;
    make.quantity = quantity;
    make.guest.name = "Kim Minji";
    make.guest.language = "ko";
    make.guest.phone = "01012345678";
    make.adults = 2;
    make.currency = *parseCurrency("KRW");
    make.nightlyPrices.assign(static_cast<std::size_t>(std::max(stay.nights(), 1)), price);
    make.channel = webChannel;
    return make;
}

ReservationId LiveSystem::reserve(const OfferingId &offering, const Stay &stay, std::int64_t price,
                                  int quantity)
{
    const MakeReservation make = wish(offering, stay, price, quantity);
    apply(*m_clerk, make);
    return make.reservation;
}

PaymentId LiveSystem::payByCard(const ReservationId &id)
{
    const auto payment = idNumbered<PaymentId>(3000 + ++m_made);
    const auto now = find(id);
    if (now)
        apply(*m_clerk, TakePayment{id, payment, PaymentMethod::Card, chargeable(*now),
                                    "tdesk_card-" + std::to_string(m_made)});
    return payment;
}

std::optional<Reservation> LiveSystem::find(const ReservationId &id) const
{
    const RawAnswer answer = m_clerk->get("/v1/properties/" + toString(m_property) + "/snapshot");
    std::istringstream lines(answer.body);
    for (std::string line; std::getline(lines, line);) {
        auto read = decodeSnapshotLine(line);
        auto *row = read ? std::get_if<Row>(&*read) : nullptr;
        auto *reservation = row ? std::get_if<Reservation>(row) : nullptr;
        if (reservation && reservation->id == id)
            return std::move(*reservation);
    }
    return std::nullopt;
}

bool LiveSystem::comesTo(const ReservationId &id, const std::function<bool(const Reservation &)> &holds) const
{
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (std::chrono::steady_clock::now() < end) {
        const auto now = find(id);
        if (now && holds(*now))
            return true;
    }
    return false;
}

bool LiveSystem::comesTo(const ReservationId &id, ReservationState state) const
{
    return comesTo(id, [state](const Reservation &now) { return now.state == state; });
}

bool LiveSystem::paymentComesTo(const ReservationId &id, PaymentState state) const
{
    return comesTo(id, [state](const Reservation &now) {
        return !now.payments.empty() && now.payments.back().state == state;
    });
}

bool LiveSystem::isRefunded(const ReservationId &id) const
{
    return comesTo(id, [](const Reservation &now) {
        return now.payments.size() == 1 && now.payments.front().refunds.size() == 1 &&
               now.payments.front().refunds.front().state == RefundState::Done;
    });
}

std::vector<std::string> LiveSystem::told(const ReservationId &id) const
{
    const bool areDelivered = comesTo(id, [](const Reservation &now) {
        return std::all_of(now.notices.begin(), now.notices.end(),
                           [](const Notice &notice) { return notice.state == NoticeState::Delivered; });
    });
    EXPECT_TRUE(areDelivered);
    const auto now = find(id);
    std::vector<std::string> kinds;
    for (const Notice &notice : now ? now->notices : std::vector<Notice>()) {
        kinds.emplace_back(toString(notice.kind));
        std::ifstream file(m_folder / "notices.jsonl");
        int messages = 0;
        for (std::string line; std::getline(file, line);)
            messages += line.find(toString(notice.id)) != std::string::npos ? 1 : 0;
        EXPECT_EQ(messages, 1) << toString(notice.kind);
    }
    return kinds;
}

json::value LiveSystem::status() const
{
    const auto [exit, said] = run({"status", "--db", database()});
    EXPECT_EQ(exit, 0) << said;
    return json::parse(said);
}

void LiveSystem::fault(const std::string &text)
{
    EXPECT_EQ(WireDesk(m_provider, 99).post("/_sandbox/faults", text).status, 201) << text;
}

void LiveSystem::forgetFaults()
{
    EXPECT_LT(WireDesk(m_provider, 99).remove("/_sandbox/faults").status, 300);
}

std::int64_t LiveSystem::ledger(const char *total) const
{
    return json::parse(WireDesk(m_provider, 99).get("/_sandbox/ledger").body)
        .at("totals")
        .at(total)
        .as_int64();
}

} // namespace deskbell::server::testing
