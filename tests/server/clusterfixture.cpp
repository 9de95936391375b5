#include "server/clusterfixture.h"

#include "protocol/changes.h"
#include "protocol/guests.h"

namespace deskbell::server::testing {

using namespace protocol;
using namespace std::chrono_literals;
using deskbell::test::RawFrame;

namespace {

constexpr auto patience = 60s;

bool holdsWithin(std::chrono::seconds time, const std::function<bool()> &holds)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::yield();
    }
    return true;
}

/// A guest's order was made; a desk's command was applied.
bool isGood(const RawAnswer &answer)
{
    if (answer.status == 201)
        return true;
    const auto results = decodeResults(answer.body);
    return answer.status == 200 && results && results->size() == 1 && is<Applied>(results->front());
}

} // namespace

Crowd::Crowd(std::size_t buyers, NextOrder next)
{
    for (std::size_t n = 0; n < buyers; ++n)
        m_threads.emplace_back([this, n, next] { buy(n, next); });
}

Crowd::~Crowd()
{
    stop();
}

void Crowd::stop()
{
    m_isStopping = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Crowd::buy(std::size_t n, const NextOrder &next)
{
    while (!m_isStopping) {
        const Order order = next(n);
        const bool isHeard = holdsWithin(patience, [&] {
            const RawAnswer answer = order.send();
            const std::lock_guard lock(m_mutex);
            if (isGood(answer))
                m_accepted.push_back(order.reservation);
            else
                m_failures.push_back(std::to_string(answer.status) + ' ' + answer.body);
            m_changed.notify_all();
            return isGood(answer);
        });
        if (!isHeard)
            return;
    }
}

bool Crowd::goesOn(std::size_t more)
{
    std::unique_lock lock(m_mutex);
    const std::size_t until = m_accepted.size() + more;
    return m_changed.wait_for(lock, patience, [&] { return m_accepted.size() >= until; });
}

std::vector<ReservationId> Crowd::accepted() const
{
    const std::lock_guard lock(m_mutex);
    return m_accepted;
}

std::vector<std::string> Crowd::failures() const
{
    const std::lock_guard lock(m_mutex);
    return m_failures;
}

namespace {
std::string cursorOf(const WireDesk &desk, const PropertyId &property)
{
    const RawAnswer answer = desk.get("/v1/properties/" + toString(property) + "/snapshot");
    const std::string last = answer.body.substr(answer.body.rfind('\n', answer.body.size() - 2) + 1);
    return std::get<SnapshotEnd>(decodeSnapshotLine(last).value()).cursor;
}
} // namespace

Listening::Listening(Way way, PropertyId property, const WireDesk &desk)
    : m_way(std::move(way)), m_property(property), m_token(desk.grant.accessToken),
      m_cursor(cursorOf(desk, property))
{
    EXPECT_TRUE(connect());
    m_thread = std::thread([this] { listen(); });
}

Listening::~Listening()
{
    m_isStopping = true;
    m_thread.join();
}

bool Listening::connect()
{
    m_line = std::make_unique<RawClient>(m_way);
    return m_line->upgrade("/v1/properties/" + toString(m_property) + "/live") == 101 &&
           m_line->sendText(encodeLive(LiveAuth{m_token})) &&
           m_line->sendText(encodeLive(LiveResume{m_cursor}));
}

void Listening::listen()
{
    while (!m_isStopping) {
        const RawFrame frame = m_line->frame(100ms);
        const bool isOver = frame.opcode == 8 || (frame.opcode < 0 && m_line->hasEnded());
        const bool isBack = !isOver || connect();
        const auto message = decodeLive(frame.opcode == 1 ? frame.payload : std::string());
        const std::lock_guard lock(m_mutex);
        if (isOver)
            m_endings.push_back(frame.opcode == 8 ? frame.closeCode() : -1);
        if (!isBack) {
            m_endings.push_back(-2);
            return;
        }
        if (const auto *tick = message ? std::get_if<LiveTick>(&*message) : nullptr)
            m_heard = std::max(m_heard, tick->seq);
        if (const auto *change = message ? std::get_if<LiveTransaction>(&*message) : nullptr)
            m_heard = std::max(m_heard, change->transaction.seq);
        m_changed.notify_all();
    }
}

bool Listening::hears(std::uint64_t seq)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, 20s, [&] { return m_heard >= seq; });
}

std::vector<int> Listening::endings() const
{
    const std::lock_guard lock(m_mutex);
    return m_endings;
}

void Cluster::SetUp()
{
    if (!ChildProcess::isSupported())
        GTEST_SKIP() << "no child processes on this system";
    m_settings = "trusted-proxies = [\"" + std::string(proxysAddress) + "\"]\nleave-ms = 3000\n" +
                 "log-level = \"warning\"\n"; // nobody reads it on the way
    found();
    if (HasFatalFailure())
        return;
    m_a = start("a");
    m_b = start("b");
    m_front = deskbell::test::freePort();
    ASSERT_TRUE(startProxy()) << m_proxy.output();
    signIn(front());
}

bool Cluster::startProxy()
{
    m_figures = deskbell::test::freePort();
    const auto at = [](std::uint16_t port) { return "127.0.0.1:" + std::to_string(port); };
    return m_proxy.start(DESKBELL_HAPROXY_PROGRAM, {"-db", "-f", DESKBELL_DOCS "/haproxy.cfg"},
                         {{"DESKBELL_FRONT", at(m_front)},
                          {"DESKBELL_STATS", at(m_figures)},
                          {"DESKBELL_CERTIFICATE", m_certificate.bothFile()},
                          {"DESKBELL_SOURCE", proxysAddress},
                          {"DESKBELL_A", at(m_a->port)},
                          {"DESKBELL_B", at(m_b->port)}}) &&
           isSeen("a", "UP") && isSeen("b", "UP");
}

bool Cluster::isSeen(const std::string &server, const std::string &as) const
{
    // pxname,svname,… and the status is the 18th, the last check's result the 37th.
    return holdsWithin(20s, [&] {
        std::istringstream lines(RawClient::ask(m_figures, "GET /;csv HTTP/1.0\r\n\r\n").body);
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("deskbelld," + server + ','))
                continue;
            std::vector<std::string> fields;
            std::istringstream all(line);
            for (std::string field; std::getline(all, field, ',');)
                fields.push_back(field);
            return fields.size() > 36 && fields[17] == as && (as != "UP" || fields[36] == "L7OK");
        }
        return false;
    });
}

void Cluster::restart(std::unique_ptr<Backend> &backend, const std::string &name)
{
    backend->process.askToEnd();
    EXPECT_EQ(backend->process.exitStatus(), 0) << backend->process.output();
    const std::uint16_t port = backend->port;
    backend = start(name, everyRole, port);
    EXPECT_TRUE(comesBack(name));
}

std::unique_ptr<Crowd> Cluster::crowd(std::size_t buyers, const OfferingId &show)
{
    auto desks = std::make_shared<std::vector<WireDesk>>();
    for (std::size_t n = 0; n < buyers; ++n) {
        desks->emplace_back(front(), 100 + n);
        EXPECT_EQ(desks->back().signIn("clerk", password).status, 200);
    }
    return std::make_unique<Crowd>(buyers, [this, desks, show](std::size_t n) {
        WireDesk &desk = (*desks)[n];
        MakeReservation make = wish(show, evening(), 50'000);
        if (n % 2 == 0) {
            const Command command = desk.commands.command(make);
            return Crowd::Order{[this, &desk, command] { return desk.send(m_property, {command}); },
                                make.reservation};
        }
        const Uuid key = makeNamedUuid(make.reservation.value, "key");
        return Crowd::Order{[this, show, key] { return orderAsGuest(front(), show, evening(), key); },
                            ReservationId{makeNamedUuid(key, "reservation")}};
    });
}

RawAnswer Cluster::orderAsGuest(const Way &way, const OfferingId &offering, const Stay &stay, const Uuid &key,
                                const std::optional<CheckoutPayment> &payment) const
{
    ReservationRequest request;
    request.property = m_property;
    request.offering = offering;
    request.stay = stay;
    request.guest.name = "Lee Jihye";
    // Each another guest, who may hold only so many seats unpaid.
    request.guest.phone = "010" + std::to_string(std::hash<Uuid>()(key) % 100'000'000);
    request.payment = payment;
    return WireDesk(way, 1).post("/v1/reservations", encodeReservationRequest(request), "application/json",
                                 "Idempotency-Key: " + toString(key) + "\r\n");
}

std::vector<ReservationId> Cluster::reservationsOf(const OfferingId &offering) const
{
    std::vector<ReservationId> found;
    for (const Reservation &each :
         m_clerk->reservations(m_property, [&](const Reservation &one) { return one.offering == offering; }))
        found.push_back(each.id);
    return found;
}

void Cluster::expectAllThereOnce(const Crowd &crowd, const OfferingId &show)
{
    auto there = reservationsOf(show);
    auto accepted = crowd.accepted();
    std::sort(there.begin(), there.end());
    std::sort(accepted.begin(), accepted.end());
    EXPECT_TRUE(there == accepted) << there.size() << " there, " << accepted.size() << " accepted";
    const std::string many = std::to_string(accepted.size());
    EXPECT_EQ(query("SELECT sum(taken) FROM stock_night"), many);
    EXPECT_EQ(query("SELECT count(*) - count(DISTINCT reservation) FROM audit "
                    "WHERE type = 'make-reservation' AND code = ''"),
              "0")
        << "each order was carried out once";
    EXPECT_EQ(query("SELECT max(seq) - min(seq) + 1 - count(DISTINCT seq) FROM change"), "0")
        << "numbers without a gap";
}

} // namespace deskbell::server::testing
