#include "server/daemon/overseer.h"

#include <boost/asio/ip/host_name.hpp>

#ifdef _WIN32
#include <process.h>
#else
#include <unistd.h>
#endif

#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/health.h"
#include "server/metrics/metricsroute.h"

namespace deskbell::server {
namespace {

std::string processName()
{
#ifdef _WIN32
    const int id = _getpid();
#else
    const int id = getpid();
#endif
    boost::system::error_code unknown;
    const std::string host = boost::asio::ip::host_name(unknown);
    return (unknown || host.empty() ? "localhost" : host) + ":" + std::to_string(id);
}

double numberOf(const std::string &state)
{
    return state == "closed" ? 0 : state == "half-open" ? 1 : 2;
}

/// What others should hear at once: guests are asked to wait while a provider takes nothing on.
std::string breakersOf(const std::vector<RoleReport> &reports)
{
    std::string states;
    for (const RoleReport &report : reports) {
        if (const auto breaker = protocol::decodeBreaker(report.breaker))
            states += report.role + ' ' + breaker->state + '\n';
    }
    return states;
}

/// A change of a breaker is told after that long at most.
constexpr std::chrono::milliseconds lookEvery{250};

} // namespace

Overseer::Overseer(Storage &storage, std::function<Instant()> now, Reports reports, const Log &log)
    : m_storage(storage), m_now(std::move(now)), m_reports(std::move(reports)), m_log(log),
      m_process(processName())
{
}

Overseer::~Overseer()
{
    stop();
}

void Overseer::start()
{
    report();
    m_thread = std::thread([this] { run(); });
}

void Overseer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
        if (const auto done = m_storage.signOff(m_process); !done)
            m_log.warning("not-signed-off", {{"code", done.error().code}});
    }
    if (m_server)
        m_server->stop(std::chrono::seconds(1));
    if (m_pool)
        m_pool->stop();
}

void Overseer::run()
{
    std::unique_lock lock(m_mutex);
    auto reportedAt = std::chrono::steady_clock::now();
    while (!m_stopped.wait_for(lock, lookEvery, [this] { return m_isStopping; })) {
        lock.unlock();
        const auto now = std::chrono::steady_clock::now();
        if (now - reportedAt >= reportEvery || breakersOf(m_reports()) != m_breakers) {
            report();
            reportedAt = now;
        }
        lock.lock();
    }
}

void Overseer::report()
{
    std::vector<RoleReport> reports = m_reports();
    m_breakers = breakersOf(reports);
    for (RoleReport &each : reports) {
        each.process = m_process;
        each.at = m_now();
    }
    if (const auto done = m_storage.report(reports); !done)
        m_log.warning("not-reported", {{"code", done.error().code}});
}

tl::expected<void, http::StartError> Overseer::listen(const Config &config,
                                                      std::function<std::string()> figures)
{
    m_pool = std::make_unique<TaskPool>(1, 16);
    http::Router router;
    router.get("/healthz", [](const http::Request &, const http::Responder &responder) {
        responder.send(http::Response::json(200, R"({"alive":true})"));
    });
    router.get("/metrics", [this, figures = std::move(figures), token = config.gateway.metricsToken](
                               const http::Request &request, const http::Responder &responder) {
        if (!mayReadMetrics(request, token)) {
            responder.send(problemOf({"metrics-not-allowed", {}}));
            return;
        }
        const bool isTaken = m_pool->post([figures, responder] {
            http::Response response = http::Response::text(200, figures());
            response.headers.set("Content-Type", std::string(metricsMediaType));
            responder.send(std::move(response));
        });
        if (!isTaken)
            responder.send(problemOf({"server-busy", {}}));
    });
    http::ServerOptions options;
    options.address = config.metricsAddress;
    options.port = config.metricsPort;
    options.threads = 1;
    options.limits.maxConnections = 64;
    if (!config.certificate.empty())
        options.tls = http::TlsFiles{config.certificate.string(), config.privateKey.string()};
    m_server = std::make_unique<http::Server>(options, std::move(router));
    return m_server->start();
}

void sampleHealth(Storage &storage, Instant now, std::vector<Metrics::Sample> &samples)
{
    const auto health = readHealth(storage, now);
    samples.push_back({"deskbell_storage_up",
                       "Whether the storage could be read for these metrics",
                       {},
                       health ? 1.0 : 0.0});
    if (!health)
        return;
    for (const protocol::QueueHealth &queue : health->queues)
        samples.push_back({"deskbell_work_waiting",
                           "Work in the outbox",
                           {{"work", queue.work}},
                           static_cast<double>(queue.waiting)});
    for (const protocol::QueueHealth &queue : health->queues)
        samples.push_back({"deskbell_work_due_seconds",
                           "How long the oldest work has been due",
                           {{"work", queue.work}},
                           static_cast<double>(queue.dueForS.value_or(0))});
    const auto tell = [&](const char *name, const char *help, auto &&valueOf) {
        for (const protocol::RoleHealth &role : health->roles) {
            if (role.breaker)
                samples.push_back(
                    {name, help, {{"process", role.process}, {"role", role.role}}, valueOf(role)});
        }
    };
    for (const protocol::RoleHealth &role : health->roles)
        samples.push_back({"deskbell_role_up",
                           "1 while the process reports that it works in this role",
                           {{"process", role.process}, {"role", role.role}},
                           role.isGone ? 0.0 : 1.0});
    using protocol::RoleHealth;
    tell("deskbell_breaker_state", "0 closed, 1 half-open, 2 open",
         [](const RoleHealth &role) { return numberOf(role.breaker->state); });
    tell("deskbell_breaker_calls", "Calls in the breaker's window",
         [](const RoleHealth &role) { return static_cast<double>(role.breaker->calls); });
    tell("deskbell_breaker_failure_ratio", "Share of them that failed",
         [](const RoleHealth &role) { return role.breaker->failurePercent / 100.0; });
    tell("deskbell_breaker_slow_ratio", "Share of them that was slow",
         [](const RoleHealth &role) { return role.breaker->slowPercent / 100.0; });
    tell("deskbell_breaker_opens_in_seconds", "Time until it lets a probe through",
         [](const RoleHealth &role) { return static_cast<double>(role.breaker->opensInMs) / 1000.0; });
}

} // namespace deskbell::server
