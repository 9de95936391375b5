#include "server/daemon/daemon.h"

#include <random>

#include <boost/json.hpp>

#include "server/daemon/queues.h"
#include "server/daemon/retention.h"
#include "server/gateway/health.h"
#include "server/gateway/tokens.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::seconds requestGrace{10};
constexpr std::chrono::seconds workGrace{5};
constexpr std::chrono::hours houseEvery{1};

std::uint64_t systemBits()
{
    thread_local std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

tl::unexpected<Error> startFailure(const http::StartError &error, const Config &config)
{
    return failure(error.code, {{"reason", error.detail},
                                {"listen", config.address + ":" + std::to_string(config.port)},
                                {"certificate", config.certificate.string()},
                                {"key", config.privateKey.string()}});
}

/// Longer than a guest is asked to wait for a card's outcome.
constexpr std::chrono::seconds slowRequest{10};

http::ServerOptions serverOptions(const Config &config, const Log &log, Metrics &metrics, Gateway &gateway)
{
    http::ServerOptions options;
    options.address = config.address;
    options.port = config.port;
    options.threads = config.ioThreads;
    options.limits = config.limits;
    options.proxies = config.proxies;
    options.isBehindTls = config.guests.publicUrl.starts_with("https://");
    if (!config.certificate.empty())
        options.tls = http::TlsFiles{config.certificate.string(), config.privateKey.string()};
    options.logged = [&log, &metrics, &gateway](const http::AccessRecord &record) {
        metrics.requestAnswered(record);
        gateway.noteAnswer(record);
        // A snapshot takes as long as its reader does, a live socket as long as the desk is open.
        const bool isSlow =
            record.duration > slowRequest && record.status != 101 && !record.route.ends_with("/snapshot");
        log.write(isSlow ? Log::Level::Warning : Log::Level::Debug, isSlow ? "slow-request" : "request",
                  {{"request", record.requestId},
                   {"method", record.method},
                   {"route", record.route},
                   {"status", std::to_string(record.status)},
                   {"code", record.code},
                   {"us", std::to_string(record.duration.count())},
                   {"in", std::to_string(record.bytesIn)},
                   {"out", std::to_string(record.bytesOut)}});
    };
    return options;
}

} // namespace

GatewaySurroundings systemSurroundings()
{
    return {[] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); },
            [] { return std::chrono::steady_clock::now(); }, systemBits};
}

Surroundings storageSurroundings()
{
    const GatewaySurroundings system = systemSurroundings();
    return {system.now, system.random};
}

Daemon::Daemon(Config config, const Log &log, std::function<void()> rootDamaged)
    : m_config(std::move(config)), m_log(log), m_rootDamaged(std::move(rootDamaged)),
      m_surroundings(systemSurroundings()), m_startedAt(m_surroundings.steady())
{
    m_metrics.addSampler(sampleProcess);
    m_metrics.addSampler([this](std::vector<Metrics::Sample> &samples) { sample(samples); });
}

Daemon::~Daemon()
{
    stop();
}

Expected<void> Daemon::start()
{
    if (auto possible = checkServing(m_config); !possible)
        return possible;
    auto storage = m_config.database.open(DatabasePlace::Make::Never, storageSurroundings(), this);
    if (!storage)
        return tl::unexpected(storage.error());
    m_storage = std::move(*storage);
    m_passwords = std::make_unique<Passwords>(m_config.gateway.passwordCost);
    m_housekeeper = std::thread([this] { keepHouse(); });
    m_inspector = std::make_unique<Inspector>(
        *m_storage, m_surroundings.now,
        [this] {
            if (m_rootDamaged)
                m_rootDamaged();
        },
        m_log);
    makeRoles();
    startReconciler();
    if (auto started = startControl(); !started)
        return started;
    m_overseer = std::make_unique<Overseer>(
        *m_storage, m_surroundings.now, [this] { return reports(); }, m_log);
    m_overseer->start(); // before guests ask the gateway who charges their cards
    if (auto started = startGateway(); !started)
        return started;
    m_roles->start(); // whose links lead to the gateway
    if (auto started = serveFigures(); !started)
        return started;
    m_inspector->start();
    m_hasStarted = true;
    m_log.info("started", {{"url", url()}});
    return {};
}

void Daemon::makeRoles()
{
    m_roles = std::make_unique<Roles>(
        RoleContext{m_config,
                    *m_storage,
                    {m_surroundings.now, m_surroundings.steady, m_surroundings.random},
                    m_log,
                    [this] { return baseUrl(); }});
    m_wakes = m_roles.get();
}

Expected<void> Daemon::startGateway()
{
    if (!m_config.has(ProcessRole::Gateway))
        return {};
    auto gateway = Gateway::make(m_config.gateway, *m_storage, m_hub, m_surroundings, m_log);
    if (!gateway)
        return tl::unexpected(gateway.error());
    m_gateway = std::move(*gateway);
    m_gateway->serveFigures([this] { return m_metrics.text(); });
    m_gateway->tellDamage([this] { return m_inspector->state().worst; });
    auto pages = Pages::make(
        m_config.guests, *m_storage, [this] { return url(); }, !m_config.certificate.empty(), m_surroundings,
        m_log);
    if (!pages)
        return tl::unexpected(pages.error());
    m_pages = std::move(*pages);
    http::Router router = m_gateway->router();
    m_pages->addRoutes(router);
    m_server = std::make_unique<http::Server>(serverOptions(m_config, m_log, m_metrics, *m_gateway),
                                              std::move(router));
    if (const auto started = m_server->start(); !started)
        return startFailure(started.error(), m_config);
    m_gateway->setState(Gateway::State::Ready);
    return {};
}

Expected<void> Daemon::serveFigures()
{
    if (m_config.metricsAddress.empty())
        return {};
    const auto listening = m_overseer->listen(m_config, [this] { return m_metrics.text(); });
    if (listening)
        return {};
    return failure(listening.error().code,
                   {{"reason", listening.error().detail},
                    {"listen", m_config.metricsAddress + ":" + std::to_string(m_config.metricsPort)}});
}

void Daemon::startReconciler()
{
    if (!m_config.has(ProcessRole::Payment))
        return;
    const PaymentConfig &payment = m_config.payment;
    m_books = std::make_unique<TossBooks>(TossLine::Settings{payment.url, payment.secret, payment.http});
    m_reconciler =
        std::make_unique<Reconciler>(Reconciler::Settings{}, *m_storage, *m_books, m_surroundings.now, m_log);
    m_reconciler->start();
}

Expected<void> Daemon::startControl()
{
    if (m_config.controlFile().empty())
        return {};
    auto control = ControlServer::start(
        m_config.controlFile(), {[this] { return status(); },
                                 [this](const AccountRequest &request) {
                                     return administer(request, *m_storage, *m_passwords, m_surroundings);
                                 },
                                 [this](const GuestLinkRequest &request) { return guestLink(request); },
                                 [this](const PropertyRequest &request) {
                                     return administerProperty(request, *m_storage, storageSurroundings());
                                 },
                                 [this](std::optional<Date> day) { return reconcile(day); }});
    if (!control)
        return tl::unexpected(control.error());
    m_control = std::move(*control);
    return {};
}

void Daemon::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isStopping, true))
            return;
    }
    m_stopping.notify_all();
    if (m_gateway)
        m_gateway->setState(Gateway::State::Stopping);
    if (m_server)
        m_server->stop(requestGrace);
    if (m_pages)
        m_pages->stop();
    if (m_gateway)
        m_gateway->stop();
    if (m_reconciler)
        m_reconciler->stop();
    m_control.reset();
    if (m_inspector)
        m_inspector->stop();
    if (m_overseer)
        m_overseer->stop();
    m_wakes = nullptr;
    if (m_roles)
        m_roles->stop(workGrace);
    if (m_housekeeper.joinable())
        m_housekeeper.join();
    // Its writer may still call wake() on what is below it, so it goes before the roles do.
    m_server.reset();
    m_gateway.reset();
    m_storage.reset();
    if (m_hasStarted)
        m_log.info("stopped");
    m_log.flush();
}

std::chrono::milliseconds Daemon::leave()
{
    if (!m_gateway || m_config.leave.count() == 0)
        return std::chrono::milliseconds::zero();
    // What stands in front asks /readyz every so often. Until it has, it sends requests here: they are
    // answered, and live sockets stay, which would otherwise come back to this process.
    m_log.info("leaving", {{"ms", std::to_string(m_config.leave.count())}});
    m_gateway->setState(Gateway::State::Leaving);
    m_server->retire();
    return m_config.leave;
}

std::string Daemon::url() const
{
    if (!m_server)
        return {};
    const bool isV6 = m_config.address.find(':') != std::string::npos;
    return std::string(m_config.certificate.empty() ? "http://" : "https://") + (isV6 ? "[" : "") +
           m_config.address + (isV6 ? "]:" : ":") + std::to_string(m_server->port());
}

std::string Daemon::baseUrl() const
{
    return m_config.guests.publicUrl.empty() ? url() : m_config.guests.publicUrl;
}

void Daemon::committed(std::shared_ptr<const ChangeSet> change)
{
    m_hub.committed(std::move(change));
}

void Daemon::workAdded(Work work)
{
    if (Roles *roles = m_wakes)
        roles->wake(work);
}

void Daemon::answered(const protocol::CommandBatch &batch,
                      const std::vector<protocol::CommandResult> &results)
{
    for (std::size_t i = 0; i < results.size() && i < batch.commands.size(); ++i)
        m_metrics.commandAnswered(typeOf(batch.commands[i].args), results[i].outcome, results[i].isReplayed);
}

void Daemon::grouped(std::size_t writes, std::chrono::microseconds took)
{
    m_metrics.groupCommitted(writes, took);
}

void Daemon::historyChanged(const History &history)
{
    m_log.warning("history-changed", {{"epoch", toString(history.epoch())}});
    m_hub.begin(history);
}

void Daemon::sample(std::vector<Metrics::Sample> &samples) const
{
    const auto count = [&](const char *name, const char *help, std::size_t value) {
        samples.push_back({name, help, {}, static_cast<double>(value)});
    };
    count("deskbell_connections", "Open connections", m_server ? m_server->connectionCount() : 0);
    count("deskbell_live_sockets", "Desks that receive changes as they happen", m_hub.listenerCount());
    sampleHealth(*m_storage, m_surroundings.now(), samples);
}

std::vector<RoleReport> Daemon::reports() const
{
    std::vector<RoleReport> all = m_roles->reports();
    if (m_config.has(ProcessRole::Gateway))
        all.push_back({{}, std::string(toString(ProcessRole::Gateway)), {}, {}});
    return all;
}

Expected<std::string> Daemon::guestLink(const GuestLinkRequest &request)
{
    auto done = administerGuestLink(request, *m_storage, m_config.guests.links, [this] { return baseUrl(); });
    if (done && request.action == "revoke")
        m_log.info("guest-links-revoked", {{"by", "operator"}});
    return done;
}

Expected<std::string> Daemon::reconcile(std::optional<Date> day)
{
    if (!m_reconciler)
        return failure("no-payment-role");
    const auto made = m_reconciler->make(day.value_or(m_reconciler->yesterday()));
    if (!made)
        return tl::unexpected(made.error());
    std::string all;
    for (const protocol::Reconciliation &report : *made)
        all += (all.empty() ? "" : ",") + protocol::encodeReconciliation(report);
    return "{\"reports\":[" + all + "]}";
}

void Daemon::keepHouse()
{
    Retention retention(*m_storage, m_config.keepGuests, storageSurroundings(), m_log);
    const auto isStopping = [this] {
        const std::lock_guard lock(m_mutex);
        return m_isStopping;
    };
    std::unique_lock lock(m_mutex);
    while (!m_stopping.wait_for(lock, houseEvery, [this] { return m_isStopping; })) {
        lock.unlock();
        if (const auto pruned = m_storage->prune(m_surroundings.now(), m_config.keepChanges); !pruned)
            m_log.warning("not-pruned", {{"code", pruned.error().code}});
        retention.run(isStopping);
        lock.lock();
    }
}

Expected<std::string> Daemon::status()
{
    namespace json = boost::json;
    const Instant now = m_surroundings.now();
    auto queues = queuesOf(*m_storage, now);
    if (!queues)
        return tl::unexpected(queues.error());
    const auto steady = m_surroundings.steady();
    json::array properties;
    if (const auto known = m_storage->properties()) {
        for (const protocol::PropertyRef &each : *known)
            properties.push_back(json::object{{"id", toString(each.id)}, {"name", each.name}});
    }
    json::object all{
        {"url", url()},
        {"properties", std::move(properties)},
        {"upForS", std::chrono::duration_cast<std::chrono::seconds>(steady - m_startedAt).count()},
        {"connections", m_server ? m_server->connectionCount() : 0},
        {"queues", std::move(*queues)},
        {"workers", m_roles ? m_roles->status() : json::array()},
        {"integrity", m_inspector->status()}};
    if (m_overseer && m_overseer->port() != 0)
        all["metricsPort"] = m_overseer->port();
    // What the others on this database said of themselves.
    if (const auto health = readHealth(*m_storage, now)) {
        const auto value = json::parse(protocol::encodeHealth(*health));
        all["roles"] = value.at("roles");
    }
    return json::serialize(all);
}

} // namespace deskbell::server
