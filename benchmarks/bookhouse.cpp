#include "benchmarks/bookhouse.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include <boost/json.hpp>

#include "benchmarks/bookpostgres.h"
#include "server/daemon/daemon.h"
#include "support/rawclient.h"

namespace deskbell::bench {

namespace {

namespace json = boost::json;
using test::ChildProcess;
using test::freePort;
using test::RawClient;

constexpr int offeringCount = 20;
constexpr int roomsEach = 5'000;
constexpr int nights = 300;
constexpr std::int64_t pricePerNight = 90'000;

std::string url(std::uint16_t port)
{
    return "127.0.0.1:" + std::to_string(port);
}

std::string headed(const std::string &method, const std::string &path, const std::string &more,
                   const std::string &body)
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + more +
           (body.empty() ? std::string() : "Content-Type: application/json\r\n") +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

BookHouse::BookHouse()
    : m_folder(std::filesystem::temp_directory_path() /
               ("deskbell-book-" + std::to_string(std::random_device{}()))),
      m_database((m_folder / "house.db").string()), m_property{makeNamedUuid({}, "book house")},
      m_today(std::chrono::floor<Days>(std::chrono::system_clock::now()).time_since_epoch())
{
    std::filesystem::create_directories(m_folder);
    for (int i = 0; i < offeringCount; ++i)
        m_offerings.push_back({makeNamedUuid(m_property.value, "offering " + std::to_string(i))});
}

BookHouse::~BookHouse()
{
    for (auto &backend : m_backends)
        backend.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::vector<protocol::Row> BookHouse::rows() const
{
    std::vector<protocol::Row> rows;
    Property house;
    house.id = m_property;
    house.version = 1;
    house.name = "Book House";
    house.timeZone = "Asia/Seoul";
    house.currency = *parseCurrency("KRW");
    house.businessDate = m_today;
    rows.emplace_back(house);
    for (int i = 0; i < offeringCount; ++i) {
        Offering offering;
        offering.id = m_offerings[static_cast<std::size_t>(i)];
        offering.version = 1;
        offering.code = "R" + std::to_string(i);
        offering.name = "Room type " + std::to_string(i);
        offering.workflow = workflows::prepaid; // takes stock at the request
        offering.capacity = roomsEach;
        offering.basePrice = pricePerNight;
        offering.order = i;
        rows.emplace_back(offering);
    }
    return rows;
}

bool BookHouse::furnish(const std::string &database)
{
    auto storage = server::DatabasePlace(database).open(server::DatabasePlace::Make::IfMissing,
                                                        server::storageSurroundings());
    if (!storage) {
        m_complaint = storage.error().code;
        return false;
    }
    const auto loaded = (*storage)->load(m_property, rows(), server::Loading::Begin);
    if (!loaded)
        m_complaint = loaded.error().code;
    return loaded.has_value();
}

std::vector<std::string> BookHouse::serving(const std::string &listen) const
{
    // All guests come from this machine.
    const std::string file = (m_folder / "house.toml").string();
    std::ofstream(file)
        << "[guests]\nphone-burst = 1000000\naddress-burst = 1000000\nproperty-burst = 1000000\n"
        << m_settings;
    return {"serve", "--db", m_database, "--listen", listen, "--config", file};
}

bool BookHouse::launch(ChildProcess &process, const std::vector<std::string> &arguments, std::uint16_t &port)
{
    // Its log goes to a file: nobody reads a pipe during the load.
    std::vector<std::string> logged{"-c", R"(log=$1; shift; exec "$@" 2>>"$log")", "sh", log(),
                                    DESKBELLD_PROGRAM};
    logged.insert(logged.end(), arguments.begin(), arguments.end());
    const auto line = process.start("/bin/sh", logged, {{"DESKBELL_PAYMENT_SECRET", "test_sk"}})
                          ? process.lineBeginning("listening on http://127.0.0.1:")
                          : std::nullopt;
    if (!line) {
        m_complaint = "deskbelld did not start";
        return false;
    }
    port = static_cast<std::uint16_t>(std::stoi(*line));
    return true;
}

bool BookHouse::open(const std::vector<std::string> &more)
{
    if (!m_postgres && !furnish(m_database))
        return false;
    m_backends[0] = std::make_unique<ChildProcess>();
    std::vector<std::string> arguments = serving("127.0.0.1:0");
    arguments.insert(arguments.end(), more.begin(), more.end());
    if (!launch(*m_backends[0], arguments, m_ports[0]))
        return false;
    m_port = m_ports[0];
    return true;
}

bool BookHouse::openWithProvider()
{
    const auto port =
        m_sandbox.start(DESKBELL_SANDBOX_PROGRAM, {}, {{"DESKBELL_SANDBOX_SECRET_KEY", "test_sk"}})
            ? m_sandbox.lineBeginning("listening on 127.0.0.1:")
            : std::nullopt;
    if (!port)
        return false;
    m_provider = static_cast<std::uint16_t>(std::stoi(*port));
    m_settings = "[payment]\nthreads = 32\ntimeout-ms = 3000\nretry-most-ms = 5000\n"
                 "[payment.breaker]\nopen-ms = 5000\n";
    return open({"--payment-url", "http://127.0.0.1:" + *port});
}

bool BookHouse::openTwo()
{
    m_port = freePort();
    for (int instance = 0; instance < 2; ++instance) {
        m_ports[instance] = freePort();
        m_backends[instance] = std::make_unique<ChildProcess>();
        if (!launch(*m_backends[instance], serving(url(m_ports[instance])), m_ports[instance]))
            return false;
    }
    std::ofstream config(m_folder / "haproxy.cfg");
    config << "global\n  maxconn 2000\n"
              "defaults\n  mode http\n  timeout connect 2s\n  timeout client 30s\n  timeout server 30s\n"
              "  timeout check 5s\n"
              "  option redispatch 1\n  retries 5\n"
              // Requests carry an idempotency key: sending one again does no harm.
              "  retry-on conn-failure empty-response response-timeout 503\n"
              "frontend guests\n  bind "
           << url(m_port)
           << "\n  default_backend deskbelld\n"
              "backend deskbelld\n  balance roundrobin\n  option httpchk\n"
              "  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host deskbelld\n"
              "  default-server inter 200ms fall 2 rise 1\n"
           << "  server a " << url(m_ports[0]) << " check\n  server b " << url(m_ports[1]) << " check\n";
    config.close();
    if (!m_proxy.start("/usr/sbin/haproxy", {"-db", "-f", (m_folder / "haproxy.cfg").string()})) {
        m_complaint = "no haproxy";
        return false;
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
        if (isReady(m_port))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    m_complaint = "haproxy: " + m_proxy.output();
    return false;
}

bool BookHouse::isReady(std::uint16_t port) const
{
    return RawClient(port).isConnected() &&
           RawClient::ask(port, headed("GET", "/readyz", "Connection: close\r\n", {})).status == 200;
}

void BookHouse::restart(int instance)
{
    ChildProcess &old = *m_backends[instance];
    old.askToEnd();
    if (old.exitStatus() != 0)
        return;
    auto fresh = std::make_unique<ChildProcess>();
    if (!launch(*fresh, serving(url(m_ports[instance])), m_ports[instance]))
        return;
    m_backends[instance] = std::move(fresh);
    ++m_restarts;
}

std::string BookHouse::log() const
{
    return (m_folder / "deskbelld.log").string();
}

std::string BookHouse::complaint() const
{
    constexpr std::size_t enough = 2'000;
    std::ifstream file(log());
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    return m_complaint + '\n' + all.substr(all.size() - std::min(all.size(), enough));
}

// Guests

std::string BookHouse::request()
{
    const Date arrival = m_today + Days(1 + static_cast<int>(m_random() % nights));
    const std::string body =
        R"({"property":")" + toString(m_property) + R"(","offering":")" +
        toString(m_offerings[m_random() % m_offerings.size()]) + R"(","stay":{"arrival":")" +
        toString(arrival) + R"(","departure":")" + toString(arrival + Days(1)) +
        R"("},"quantity":1,"guest":{"name":"Kim Minji","phone":"010-1234-5678","wantsNotices":false},)"
        R"("adults":2})";
    return headed("POST", "/v1/reservations",
                  "Idempotency-Key: " + toString(makeUuidV7({}, [this] { return m_random(); })) + "\r\n",
                  body);
}

} // namespace deskbell::bench
