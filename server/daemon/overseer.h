#pragma once

// What a process reports about itself: its metrics for Prometheus and, every few seconds, a report
// for the other processes on the same database, so that any process can show the state of all. Also
// the listener that serves the metrics where the gateway does not. Owned by the daemon, which
// passes events to it; its own thread reports.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "http/server.h"
#include "server/config/config.h"
#include "server/gateway/taskpool.h"
#include "server/metrics/metrics.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class Overseer
{
public:
    /// `reports` says how the process's roles are; on the overseer's thread.
    using Reports = std::function<std::vector<RoleReport>()>;

    Overseer(Storage &storage, std::function<Instant()> now, Reports reports, const Log &log);
    ~Overseer(); ///< stops
    Overseer(const Overseer &) = delete;
    Overseer &operator=(const Overseer &) = delete;

    /// "backoffice:4711".
    const std::string &process() const { return m_process; }
    /// Reports once before it returns, then from time to time.
    void start();
    void stop();

    /// Serves GET /metrics and /healthz on an address of their own. Errors: as http::Server::start().
    tl::expected<void, http::StartError> listen(const Config &config, std::function<std::string()> figures);
    /// The port of it; 0 without.
    std::uint16_t port() const { return m_server ? m_server->port() : 0; }

private:
    void run();
    void report();

    Storage &m_storage;
    const std::function<Instant()> m_now;
    const Reports m_reports;
    const Log &m_log;
    const std::string m_process;
    std::unique_ptr<http::Server> m_server;
    std::unique_ptr<TaskPool> m_pool;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    std::string m_breakers; ///< as they were reported last; the reporting thread's
    std::thread m_thread;
};

/// Queues and breakers of all processes on the storage, as samples.
void sampleHealth(Storage &storage, Instant now, std::vector<Metrics::Sample> &samples);

} // namespace deskbell::server
