#pragma once

// The gateway role: the /v1 calls of docs/protocol.md over a Storage, as a router for the HTTP
// server. A request passes: the server's limits → who is asking → may they → one call of the storage
// → the answer. Nothing waits on an io thread. Owned by the daemon, which stops the HTTP server
// before the gateway and the gateway before the storage.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "http/ratelimit.h"
#include "http/router.h"
#include "http/server.h"
#include "protocol/audit.h"
#include "server/gateway/authenticator.h"
#include "server/gateway/deniedlog.h"
#include "server/gateway/fairpool.h"
#include "server/gateway/livehub.h"
#include "server/gateway/liveline.h"
#include "server/gateway/passwords.h"
#include "server/gateway/readiness.h"
#include "server/gateway/snapshotplaces.h"
#include "server/gateway/taskpool.h"

namespace deskbell::server {

struct GatewaySettings
{
    SignInSettings signIn;
    Passwords::Cost passwordCost;
    std::size_t readers = 4;         ///< threads that read the storage for requests
    std::size_t maxWaiting = 2'000;  ///< requests waiting for one of them
    std::size_t passwordThreads = 2; ///< one of several is for known desks alone
    std::size_t maxSignInsWaiting = 64;
    std::size_t maxSignInsOfNetwork = 8;             ///< of those, from one network that is not known
    SnapshotPlaces::Most snapshotPlaces;             ///< at once
    std::size_t snapshotThreads = 2;                 ///< that make them
    std::size_t snapshotMemory = 1024 * 1024;        ///< of each; what is more waits in a file
    std::chrono::milliseconds snapshotTime{600'000}; ///< for its reader to take all of it
    std::size_t maxBatchBytes = 1024 * 1024;
    std::chrono::milliseconds liveAuthTimeout{10'000};
    std::chrono::milliseconds pollEvery{2'000};           ///< for changes made by other processes
    std::chrono::milliseconds recheckEvery{5'000};        ///< of who listens
    std::chrono::milliseconds learnEvery{60'000};         ///< of desks that are known to other processes
    std::string metricsToken;                             ///< empty: the figures are for this machine only
    http::RateLimiter::Options callBacks{60, 10, 10'000}; ///< of providers, per address
    DeniedLog::Settings denied;
};

class Gateway
{
public:
    /// Leaving: it says that it is not ready any more and still does everything.
    enum class State { Starting, Ready, Leaving, Stopping };

    /// Errors: "storage-…", "bad-secret".
    static Expected<std::unique_ptr<Gateway>> make(GatewaySettings settings, Storage &storage, LiveHub &hub,
                                                   GatewaySurroundings surroundings, const Log &log);
    ~Gateway(); ///< stops
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    /// GET /metrics answers with it. Before router(); called on the pool.
    void serveFigures(std::function<std::string()> figures) { m_figures = std::move(figures); }
    /// How far the worst damage reaches that was found in the database; /readyz tells it.
    void tellDamage(std::function<std::optional<Damage::Reach>()> worst) { m_worstDamage = std::move(worst); }
    http::Router router();
    /// After each answer: quick.
    void noteAnswer(const http::AccessRecord &record);
    void setState(State state) { m_state = state; }
    /// Ends its threads; what is queued is carried out first.
    void stop();

private:
    using Authenticated = std::function<void(Principal, http::Request, const http::Responder &)>;

    Gateway(GatewaySettings settings, Storage &storage, LiveHub &hub, GatewaySurroundings surroundings,
            const Log &log);
    Expected<void> prepare();

    void addHealth(http::Router &router);
    void addSessions(http::Router &router);
    void addAccounts(http::Router &router);
    void addReading(http::Router &router);
    void addCommands(http::Router &router);
    void addOperations(http::Router &router);
    http::WebSocketDecision openLive(const http::Request &request);

    /// Answers 503 by itself when the pool is full.
    void onPool(TaskPool &pool, const http::Responder &responder, std::function<void()> task);
    /// Only with a good bearer token, on the pool.
    http::Handler authenticated(Authenticated handler);
    /// And only for a property where the account works: `{p}` of the path.
    using AtProperty =
        std::function<void(const Principal &, const PropertyId &, http::Request, const http::Responder &)>;
    http::Handler atProperty(AtProperty handler);

    http::Response greeting(protocol::Hello hello, const std::string &challenge) const;
    /// For a desk: what is kept of its properties, and whether its cursor is of this history.
    protocol::Hello helloFor(const std::string &token, const std::optional<std::string> &cursor);
    void signIn(http::Request request, http::Responder responder);
    void refresh(http::Request request, http::Responder responder);
    void sessions(const Principal &principal, const http::Request &request, const http::Responder &responder);
    void endSession(const Principal &principal, const http::Request &request,
                    const http::Responder &responder);
    void changePassword(const Principal &principal, const http::Request &request,
                        const http::Responder &responder);
    /// Of what is no command.
    void audit(const Principal &principal, const http::Request &request, const char *what,
               const std::vector<PropertyId> &properties, std::vector<protocol::AuditedChange> changes,
               const std::optional<ReservationId> &about = {});
    void snapshot(const Principal &principal, const PropertyId &property, const http::Request &request,
                  const http::Responder &responder);
    /// Reads all of it at once: how fast its reader is does not matter to the storage.
    http::Response madeSnapshot(const PropertyId &property, const Window &window, std::shared_ptr<void> place,
                                std::chrono::steady_clock::time_point until);
    void management(const Principal &principal, const PropertyId &property, const http::Request &request,
                    const http::Responder &responder);
    void changes(const PropertyId &property, const http::Request &request, const http::Responder &responder);
    void submit(const Principal &principal, const PropertyId &property, const http::Request &request,
                const http::Responder &responder);
    void receipt(const Principal &principal, const http::Request &request, const http::Responder &responder);
    void ready(const http::Responder &responder);
    void health(const Principal &principal, const PropertyId &property, const http::Responder &responder);
    void audit(const PropertyId &property, const http::Request &request, const http::Responder &responder);
    void guestData(const Principal &principal, const PropertyId &property, const http::Request &request,
                   const http::Responder &responder);
    void reconciliation(const PropertyId &property, const http::Request &request,
                        const http::Responder &responder);
    void calledBack(const http::Request &request, const http::Responder &responder);
    void serveMetrics(const http::Request &request, const http::Responder &responder);
    void keepLive();

    const GatewaySettings m_settings;
    Storage &m_storage;
    LiveHub &m_hub;
    const GatewaySurroundings m_surroundings;
    const Log &m_log;
    std::atomic<State> m_state{State::Starting};
    Readiness m_readiness;
    Passwords m_passwords;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<LiveContext> m_live;
    LiveSessions m_liveSessions;
    std::function<std::string()> m_figures;
    std::function<std::optional<Damage::Reach>()> m_worstDamage = [] { return std::nullopt; };
    http::RateLimiter m_callBacks;
    TaskPool m_readers;
    BackendIdentity m_identity;
    FairPool m_hashing;   ///< first: known desks; by network
    FairPool m_snapshots; ///< by property
    SnapshotPlaces m_places;
    DeniedLog m_denied;

    std::mutex m_stopMutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    std::thread m_liveKeeper;
};

} // namespace deskbell::server
