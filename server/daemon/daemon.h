#pragma once

// One running process: the storage, its roles and the control socket, started in this order and
// stopped in the reverse. Made and run by main(), on its thread.

#include <chrono>
#include <functional>
#include <iosfwd>
#include <memory>

#include "http/server.h"
#include "server/config/config.h"
#include "server/daemon/control.h"
#include "server/daemon/inspector.h"
#include "server/daemon/overseer.h"
#include "server/daemon/roles/roles.h"
#include "server/gateway/gateway.h"
#include "server/pages/pages.h"
#include "server/storage/place.h"
#include "server/workers/payment/reconciler.h"
#include "server/workers/payment/tossbooks.h"

namespace deskbell::server {

/// The system's clocks and random numbers.
GatewaySurroundings systemSurroundings();
Surroundings storageSurroundings();

class Daemon : private StorageListener
{
public:
    /// `log` outlives the daemon. `rootDamaged`: the database must not be written to any more.
    Daemon(Config config, const Log &log, std::function<void()> rootDamaged = {});
    ~Daemon() override; ///< stops
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    /// When it returns, requests are answered. Errors: see explain.h.
    Expected<void> start();
    /// Says that it is about to end: how long to go on answering everything before stop(), so that
    /// a proxy sees it and sends nothing more. Zero where nobody has to wait.
    std::chrono::milliseconds leave();
    /// Answers what is under way, takes nothing new, ends.
    void stop();
    /// "http://127.0.0.1:8080"; empty without the gateway's role.
    std::string url() const;

private:
    void committed(std::shared_ptr<const ChangeSet> change) override;
    void workAdded(Work work) override;
    void answered(const protocol::CommandBatch &batch,
                  const std::vector<protocol::CommandResult> &results) override;
    void grouped(std::size_t writes, std::chrono::microseconds took) override;
    void historyChanged(const History &history) override;

    void makeRoles();
    /// On an address of their own, where one is configured.
    Expected<void> serveFigures();
    void startReconciler();
    void sample(std::vector<Metrics::Sample> &samples) const;
    std::vector<RoleReport> reports() const;
    /// Where guests reach this house.
    std::string baseUrl() const;
    Expected<std::string> guestLink(const GuestLinkRequest &request);
    Expected<std::string> reconcile(std::optional<Date> day);
    Expected<void> startGateway();
    Expected<void> startControl();
    void keepHouse();
    Expected<std::string> status();

    const Config m_config;
    const Log &m_log;
    const std::function<void()> m_rootDamaged;
    const GatewaySurroundings m_surroundings;
    const std::chrono::steady_clock::time_point m_startedAt;
    Metrics m_metrics;
    LiveHub m_hub;
    std::atomic<Roles *> m_wakes{nullptr};
    /// Before the storage, whose writer may still answer a guest while it ends.
    std::unique_ptr<Pages> m_pages;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Passwords> m_passwords;
    std::unique_ptr<Roles> m_roles;
    std::unique_ptr<TossBooks> m_books;
    std::unique_ptr<Reconciler> m_reconciler;
    std::unique_ptr<Overseer> m_overseer;
    std::unique_ptr<Inspector> m_inspector;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<http::Server> m_server;
    std::unique_ptr<ControlServer> m_control;

    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_isStopping = false;
    bool m_hasStarted = false;
    std::thread m_housekeeper;
};

} // namespace deskbell::server
