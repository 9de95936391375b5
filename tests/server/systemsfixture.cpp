#include "server/systemsfixture.h"

#include <fstream>

namespace deskbell::server::testing {

using namespace protocol;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

constexpr const char *secret = "test_sk";

/// Waits of a test: what an operator counts in minutes is seen in seconds.
constexpr const char *hurried = "[payment]\n"
                                "look-every-ms = 20\n"
                                "timeout-ms = 1000\n"
                                "retry-first-ms = 20\n"
                                "retry-most-ms = 200\n"
                                "settle-ms = 500\n"
                                "grace-ms = 300\n"
                                "[hotel]\n"
                                "look-every-ms = 20\n"
                                "lease-ms = 1000\n"
                                "retry-first-ms = 20\n"
                                "retry-most-ms = 200\n";

} // namespace

void LiveSystem::SetUp()
{
    if (!ChildProcess::isSupported())
        GTEST_SKIP() << "no child processes on this system";
    found();
    if (!HasFatalFailure())
        launch();
}

void LiveSystem::found()
{
    m_disk = GetParam()();
    const auto [status, said] =
        run({"property", "add", "Deskbell", "--time-zone", "Asia/Seoul", "--currency", "KRW",
             "--business-date", deskbell::toString(m_today), "--db", m_disk->address()});
    ASSERT_EQ(status, 0) << said;
    m_property = PropertyId{parseUuid(said.substr(0, said.find('\t'))).value()};
    for (const char *role : {"admin", "manager", "clerk"})
        ASSERT_EQ(run({"account", "add", role, "--role", role, "--db", m_disk->address()},
                      std::string(password) + '\n')
                      .first,
                  0);
    ASSERT_TRUE(m_sandbox.start(DESKBELL_SANDBOX_PROGRAM, {"--currency", "KRW"},
                                {{"DESKBELL_SANDBOX_SECRET_KEY", secret}}));
    const auto port = m_sandbox.lineBeginning("listening on 127.0.0.1:");
    ASSERT_TRUE(port) << m_sandbox.output();
    m_provider = static_cast<std::uint16_t>(std::stoi(*port));
}

std::pair<int, std::string> LiveSystem::run(const std::vector<std::string> &arguments,
                                            const std::string &input) const
{
    ChildProcess process;
    EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, {}, input));
    const int status = process.exitStatus().value_or(-1);
    return {status, process.output()};
}

std::unique_ptr<Backend> LiveSystem::start(const std::string &name, const std::string &roles,
                                           std::uint16_t port)
{
    const std::string config = (m_folder / (name + ".toml")).string();
    std::ofstream(config) << m_settings << hurried << "[payment.breaker]\nopen-ms = " << m_breakerOpenMs
                          << "\n[sign-in]\n"
                          << m_signInSettings << "[guests]\n"
                          << m_guestSettings
                          << "[notice]\nlook-every-ms = 20\ntimeout-ms = 1000\nsettle-ms = 500\nfile = \""
                          << (m_folder / "notices.jsonl").generic_string() << "\"\n";
    auto backend = std::make_unique<Backend>();
    backend->control = (m_folder / (name + ".control")).string();
    EXPECT_TRUE(backend->process.start(DESKBELLD_PROGRAM,
                                       {"serve", "--db", m_disk->address(), "--listen",
                                        "127.0.0.1:" + std::to_string(port), "--control", backend->control,
                                        "--config", config, "--roles", roles, "--payment-url",
                                        "http://127.0.0.1:" + std::to_string(m_provider)},
                                       {{"DESKBELL_PAYMENT_SECRET", secret}}));
    const auto url = backend->process.lineBeginning("listening on http://127.0.0.1:");
    EXPECT_TRUE(url) << backend->process.output();
    backend->port = static_cast<std::uint16_t>(std::stoi(url.value_or("0")));
    return backend;
}

void LiveSystem::signIn(const Way &way)
{
    for (auto &[desk, user] : {std::pair(&m_admin, "admin"), {&m_manager, "manager"}, {&m_clerk, "clerk"}}) {
        *desk = std::make_unique<WireDesk>(way, ++m_signIns);
        ASSERT_EQ((*desk)->signIn(user, password).status, 200);
    }
}

void LiveSystem::launch(const std::string &roles)
{
    m_backend = start("one", roles);
    signIn({m_backend->port, false, {}});
}

void LiveSystem::relaunch(const std::string &roles)
{
    m_backend->process.askToEnd();
    ASSERT_EQ(m_backend->process.exitStatus(), 0) << m_backend->process.output();
    launch(roles);
}

void LiveSystem::kill()
{
    m_backend->process.kill();
    m_backend->process.exitStatus();
}

void LiveSystem::endTimeToPay(const ReservationId &id)
{
    // A test does not wait for half an hour: it moves the deadline, not the clock.
    std::optional<Reservation> now;
    {
        TestClock clock;
        now = m_disk->open(clock, nullptr)->reservation(m_property, id).value();
    }
    ASSERT_TRUE(now && now->payBy);
    now->unpaidSince = instant("2025-12-31T20:00:00Z"); // the deadline follows from it
    now->payBy = instant("2026-01-01T00:00:00Z");
    m_disk->tamper("UPDATE reservation SET row = '" + encodeRow(*now) + "' WHERE row LIKE '%\"" +
                   toString(id) + "\"%'");
    m_disk->tamper("UPDATE work SET due_at = 0 WHERE kind = " +
                   std::to_string(static_cast<int>(Work::Expire)));
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
    apply(*m_clerk, TakePayment{id, payment, PaymentMethod::Card, chargeable(*find(id)),
                                "tdesk_card-" + std::to_string(m_made)});
    return payment;
}

std::pair<int, json::object> LiveSystem::order(const OfferingId &offering, const Stay &stay,
                                               const json::object &more)
{
    ReservationRequest request;
    request.property = m_property;
    request.offering = offering;
    request.stay = stay;
    request.guest.name = "Kim Minji";
    request.guest.phone = "01012345678";
    request.guest.language = "ko";
    request.adults = 2;
    json::object body = json::parse(encodeReservationRequest(request)).as_object();
    for (const auto &[name, value] : more)
        body[name] = value;
    const std::string text = json::serialize(body);
    const RawAnswer answer = RawClient::ask(
        m_backend->port, "POST /v1/reservations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                         "Content-Type: application/json\r\nIdempotency-Key: " +
                             toString(idNumbered<CommandId>(6000 + ++m_made)) +
                             "\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text);
    return {answer.status, json::parse(answer.body).as_object()};
}

std::string LiveSystem::orderRefused(const OfferingId &offering, const Stay &stay, const json::object &more)
{
    const auto answer = order(offering, stay, more).second;
    const auto *code = answer.if_contains("code");
    return code ? std::string(code->as_string()) : "made";
}

ReservationId LiveSystem::guestOrder(const OfferingId &offering, const Stay &stay, const json::object &more)
{
    const auto [status, answer] = order(offering, stay, more);
    EXPECT_EQ(status, 201) << json::serialize(answer);
    if (status != 201)
        return {};
    const ReservationId id{parseUuid(std::string_view(answer.at("reservation").as_string())).value()};
    m_tokens[id] = std::string(answer.at("token").as_string());
    return id;
}

json::object LiveSystem::card(std::int64_t amount)
{
    return {{"payment",
             {{"token", "tgen_card-" + std::to_string(++m_made)},
              {"amount", {{"minor", amount}, {"currency", "KRW"}}}}}};
}

json::object LiveSystem::offeredCard(const std::string &authKey)
{
    return {{"card", {{"customerKey", "customer-" + std::to_string(++m_made)}, {"authKey", authKey}}}};
}

std::string LiveSystem::page(const ReservationId &id) const
{
    const std::string path = "/my/" + m_tokens.at(id);
    return RawClient::ask(m_backend->port, "GET " + path +
                                               " HTTP/1.1\r\nHost: localhost\r\n"
                                               "Accept-Language: ko\r\nConnection: close\r\n\r\n")
        .body;
}

std::string LiveSystem::noticesSent() const
{
    std::ifstream file(m_folder / "notices.jsonl");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string LiveSystem::everythingTold(const ReservationId &id) const
{
    const std::string own = "/v1/mypage/" + m_tokens.at(id);
    const std::string at = "/v1/properties/" + toString(m_property);
    return page(id) + m_clerk->get(own).body + m_manager->get(at + "/management?all=true").body +
           m_manager->get(at + "/audit").body + m_clerk->get(at + "/snapshot").body +
           m_backend->process.output();
}

std::optional<Reservation> LiveSystem::find(const ReservationId &id) const
{
    std::optional<Reservation> found;
    if (!comesTo(id, [&](const Reservation &now) { return (found = now, true); }))
        throw std::runtime_error("no reservation " + toString(id));
    return found;
}

bool LiveSystem::comesTo(const ReservationId &id, const std::function<bool(const Reservation &)> &holds) const
{
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (std::chrono::steady_clock::now() < end) {
        const auto now = m_clerk->reservation(m_property, id);
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
    for (const Notice &notice : now->notices) {
        kinds.emplace_back(toString(notice.kind));
        std::ifstream file(m_folder / "notices.jsonl");
        int messages = 0;
        for (std::string line; std::getline(file, line);)
            messages += line.find(toString(notice.id)) != std::string::npos ? 1 : 0;
        EXPECT_EQ(messages, 1) << toString(notice.kind);
    }
    return kinds;
}

json::value LiveSystem::status(const Backend &backend) const
{
    const auto [exit, said] = run({"status", "--control", backend.control});
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

std::int64_t LiveSystem::calls(const char *name) const
{
    const auto counts = json::parse(WireDesk(m_provider, 99).get("/_sandbox/ledger").body).at("callCounts");
    const auto *count = counts.as_object().if_contains(name);
    return count ? count->to_number<std::int64_t>() : 0;
}

} // namespace deskbell::server::testing
