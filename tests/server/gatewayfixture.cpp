#include "server/gatewayfixture.h"

#include <array>

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "protocol/problem.h"
#include "server/gateway/tokens.h"

namespace deskbell::server::testing {
namespace {

std::string head(const std::string &method, const std::string &path, const std::string &more)
{
    return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more;
}

Passwords::Cost cheap()
{
    return {1, 8 * 1024};
}

constexpr std::array<std::string_view, 4> deskCalls{"/v1/hello", "/v1/session", "/v1/properties/",
                                                    "/v1/commands/"};

std::string nameOf(std::uint64_t number)
{
    return "Hotel " + std::to_string(number);
}

/// What a desk asks is answered in a form that it takes for the backend's word.
RawAnswer heard(const std::string &path, RawAnswer answer)
{
    const bool isDesks = std::any_of(deskCalls.begin(), deskCalls.end(),
                                     [&](std::string_view call) { return path.starts_with(call); });
    const bool isFromHere = !answer.header("x-request-id").empty(); // not of a proxy before it
    if (isDesks && isFromHere) {
        EXPECT_TRUE(isOwnWord(answer)) << path << ": " << answer.status << ' ' << answer.body;
    }
    return answer;
}

} // namespace

std::string codeOf(const RawAnswer &answer)
{
    if (answer.header("content-type") != "application/problem+json")
        return {};
    return protocol::problemCodeIn(answer.body);
}

bool isOwnWord(const RawAnswer &answer)
{
    if (answer.status < 400)
        return true;
    const bool isOutcome = answer.status == 409 || answer.status == 410 || answer.status == 422;
    return protocol::readProblem(answer.status, answer.header("content-type"), answer.body) ||
           (isOutcome && protocol::isMediaType(answer.header("content-type"), "application/json") &&
            protocol::decodeResults(answer.body));
}

std::string WireDesk::authorization() const
{
    return grant.accessToken.empty() ? std::string() : "Authorization: Bearer " + grant.accessToken + "\r\n";
}

RawAnswer WireDesk::get(const std::string &path, const std::string &more) const
{
    return heard(path, RawClient::ask(m_way, head("GET", path, authorization() + more) + "\r\n"));
}

std::vector<Reservation>
WireDesk::reservations(const PropertyId &property,
                       const std::function<bool(const Reservation &)> &isWanted) const
{
    std::vector<Reservation> found;
    std::istringstream lines(get("/v1/properties/" + toString(property) + "/snapshot").body);
    for (std::string line; std::getline(lines, line);) {
        auto read = protocol::decodeSnapshotLine(line);
        auto *row = read ? std::get_if<protocol::Row>(&*read) : nullptr;
        auto *reservation = row ? std::get_if<Reservation>(row) : nullptr;
        if (reservation && isWanted(*reservation))
            found.push_back(std::move(*reservation));
    }
    return found;
}

std::optional<Reservation> WireDesk::reservation(const PropertyId &property, const ReservationId &id) const
{
    auto found = reservations(property, [&](const Reservation &each) { return each.id == id; });
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

RawAnswer WireDesk::remove(const std::string &path) const
{
    return heard(path, RawClient::ask(m_way, head("DELETE", path, authorization()) + "\r\n"));
}

RawAnswer WireDesk::post(const std::string &path, const std::string &body, const std::string &type,
                         const std::string &more) const
{
    const std::string typed = type.empty() ? std::string() : "Content-Type: " + type + "\r\n";
    return heard(path, RawClient::ask(m_way, head("POST", path, authorization() + typed + more) +
                                                 "Content-Length: " + std::to_string(body.size()) +
                                                 "\r\n\r\n" + body));
}

RawAnswer WireDesk::signIn(const std::string &user, const std::string &password, const std::string &more)
{
    const RawAnswer answer =
        post("/v1/session", protocol::encodeSignIn({user, password, commands.batch({}).device}),
             "application/json", more);
    if (auto granted = protocol::decodeGrant(answer.body); answer.status == 200 && granted)
        grant = std::move(*granted);
    return answer;
}

RawAnswer WireDesk::sendBody(const PropertyId &property, const std::string &body) const
{
    return post("/v1/properties/" + toString(property) + "/commands", body);
}

RawAnswer WireDesk::send(const PropertyId &property, std::vector<Command> batch,
                         std::uint64_t settledBelow) const
{
    return sendBody(property, protocol::encodeBatch(commands.batch(std::move(batch), settledBelow)));
}

protocol::CommandResult WireDesk::sendOne(const PropertyId &property, const Command &command) const
{
    const RawAnswer answer = send(property, {command});
    const auto results = protocol::decodeResults(answer.body);
    EXPECT_TRUE(results) << answer.status << ' ' << answer.body;
    return results && results->size() == 1 ? results->front() : protocol::CommandResult{};
}

GatewayTest::GatewayTest()
{
    const bool isOnEvery = ::testing::UnitTest::GetInstance()->current_test_info()->value_param();
    m_disk = isOnEvery ? GetParam()() : onSqlite();
    EXPECT_TRUE(prepareCryptography());
    auto logger = std::make_shared<spdlog::logger>(
        "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_logText, true));
    logger->set_pattern("%v");
    logger->set_level(spdlog::level::debug);
    m_log = std::make_unique<Log>(logger);
    m_settings.passwordCost = cheap();
    m_settings.pollEvery = std::chrono::milliseconds(20);
    m_settings.recheckEvery = std::chrono::milliseconds(20);
}

std::unique_ptr<Storage> GatewayTest::open()
{
    if (m_maxPages == 0)
        return m_disk->open(m_clock, this);
    SqliteOptions options = static_cast<SqliteDisk &>(*m_disk).options();
    options.maxPages = m_maxPages;
    auto storage = openSqliteStorage(options, m_clock.surroundings(), this);
    EXPECT_TRUE(storage);
    return storage ? std::move(*storage) : nullptr;
}

void GatewayTest::launch()
{
    m_hub = std::make_unique<LiveHub>();
    m_storage = open();
    ASSERT_TRUE(m_storage);
    ASSERT_TRUE(m_storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin));
    SmallHotel other;
    std::vector<protocol::Row> elsewhere{other.rows().front()};
    auto &property = std::get<Property>(elsewhere.front());
    property.id = m_elsewhere;
    property.name = nameOf(2);
    ASSERT_TRUE(m_storage->load(m_elsewhere, std::move(elsewhere), Loading::Begin));

    if (m_hasCardService) {
        ASSERT_TRUE(m_storage->report({{"house:1", "payment", m_clock.now.load(), {}}}));
    }

    auto random = std::make_shared<std::mt19937_64>(++m_launches);
    auto mutex = std::make_shared<std::mutex>();
    const GatewaySurroundings surroundings{
        [this] { return m_clock.now.load(); },
        [this] { return std::chrono::steady_clock::now() + m_later.load(); },
        [random, mutex] {
            const std::lock_guard lock(*mutex);
            return (*random)();
        }};
    auto gateway = Gateway::make(m_settings, *m_storage, *m_hub, surroundings, *m_log);
    ASSERT_TRUE(gateway);
    m_gateway = std::move(*gateway);
    auto pages = Pages::make(
        m_guests, *m_storage, [] { return std::string("http://localhost"); }, false, surroundings, *m_log);
    ASSERT_TRUE(pages);
    m_pages = std::move(*pages);
    http::Router router = m_gateway->router();
    m_pages->addRoutes(router);
    http::ServerOptions options;
    // A sanitizer's build on a busy machine is slow; no test here is about these.
    options.limits.writeTimeout = options.limits.answerTimeout = std::chrono::minutes(10);
    options.logged = [gateway = m_gateway.get()](const http::AccessRecord &record) {
        gateway->noteAnswer(record);
    };
    m_server = std::make_unique<http::Server>(std::move(options), std::move(router));
    ASSERT_TRUE(m_server->start());
    m_gateway->setState(Gateway::State::Ready);
}

void GatewayTest::end()
{
    if (m_server)
        m_server->stop(std::chrono::seconds(5));
    if (m_pages)
        m_pages->stop();
    if (m_gateway)
        m_gateway->stop();
    m_server.reset();
    m_gateway.reset();
    m_storage.reset();
    m_pages.reset();
    m_hub.reset();
}

void GatewayTest::restart()
{
    end();
    launch();
}

AccountId GatewayTest::addAccount(const std::string &user, Role role, std::vector<PropertyId> properties)
{
    const Passwords passwords(cheap());
    Account account;
    account.id = idNumbered<AccountId>(500 + ++m_accounts);
    account.user = user;
    account.name = "Name of " + user;
    account.role = role;
    account.passwordHash = passwords.hash(password).value();
    account.properties = std::move(properties);
    EXPECT_TRUE(m_storage->putAccount(account));
    return account.id;
}

WireDesk GatewayTest::deskOf(const std::string &user, std::uint64_t number)
{
    WireDesk made = desk(number);
    const RawAnswer answer = made.signIn(user, password);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return made;
}

MakeReservation GatewayTest::wish(WireDesk &desk, const char *arrival, const char *departure)
{
    MakeReservation make;
    make.reservation = desk.commands.newReservation();
    make.offering = m_hotel.doubles;
    make.stay = {date(arrival), date(departure)};
    make.guest.name = "Kim Secretname";
    make.guest.phone = "+82-10-5555-1234";
    make.adults = 2;
    make.currency = *parseCurrency("EUR");
    make.nightlyPrices.assign(static_cast<std::size_t>(make.stay.nights()), 10000);
    make.channel = "desk";
    make.note = "secretive note";
    return make;
}

std::string GatewayTest::path(const std::string &rest, const PropertyId &property) const
{
    return "/v1/properties/" + toString(property) + "/" + rest;
}

std::string GatewayTest::logged()
{
    m_server->stop(std::chrono::seconds(5));
    m_gateway->stop();
    m_log->flush();
    return m_logText.str();
}

} // namespace deskbell::server::testing
