#include "server/gateway/gateway.h"

#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/bearer.h"

namespace deskbell::server {

Expected<std::unique_ptr<Gateway>> Gateway::make(GatewaySettings settings, Storage &storage, LiveHub &hub,
                                                 GatewaySurroundings surroundings, const Log &log)
{
    std::unique_ptr<Gateway> gateway(new Gateway(settings, storage, hub, std::move(surroundings), log));
    if (auto prepared = gateway->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return gateway;
}

Gateway::Gateway(GatewaySettings settings, Storage &storage, LiveHub &hub, GatewaySurroundings surroundings,
                 const Log &log)
    : m_settings(settings), m_storage(storage), m_hub(hub), m_surroundings(std::move(surroundings)),
      m_log(log), m_readiness(storage, m_surroundings.steady), m_passwords(settings.passwordCost),
      m_callBacks(settings.callBacks), m_readers(settings.readers, settings.maxWaiting),
      m_hashing({settings.passwordThreads, 1, settings.maxSignInsWaiting, settings.maxSignInsWaiting,
                 settings.maxSignInsOfNetwork}),
      m_snapshots({settings.snapshotThreads, 0, 0, settings.maxWaiting, settings.snapshotPlaces.ofProperty}),
      m_places(settings.snapshotPlaces), m_denied(settings.denied, m_surroundings.steady, log)
{
}

Expected<void> Gateway::prepare()
{
    const auto seed = m_storage.secret("identity", makeToken());
    if (!seed)
        return tl::unexpected(seed.error());
    const auto identity = BackendIdentity::make(*seed);
    if (!identity)
        return tl::unexpected(identity.error());
    m_identity = *identity;
    const auto history = m_storage.history();
    if (!history)
        return tl::unexpected(history.error());
    auto authenticator =
        Authenticator::make(m_settings.signIn, m_storage, m_passwords, m_surroundings, m_log);
    if (!authenticator)
        return tl::unexpected(authenticator.error());
    m_authenticator = std::move(*authenticator);
    if (auto learnt = m_authenticator->learnKnownDesks(); !learnt)
        return learnt;
    m_live.reset(new LiveContext{m_storage, *m_authenticator, m_hub, m_readers, m_surroundings.steady,
                                 m_denied, m_settings.liveAuthTimeout});
    m_hub.start(*history);
    m_liveKeeper = std::thread([this] { keepLive(); });
    return {};
}

Gateway::~Gateway()
{
    stop();
}

void Gateway::stop()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    if (m_liveKeeper.joinable())
        m_liveKeeper.join();
    m_hashing.stop();
    m_snapshots.stop();
    m_readers.stop();
    m_hub.stop();
}

http::Router Gateway::router()
{
    http::Router router;
    addHealth(router);
    addSessions(router);
    addAccounts(router);
    addReading(router);
    addCommands(router);
    addOperations(router);
    router.webSocket("/v1/properties/{p}/live",
                     [this](const http::Request &request) { return openLive(request); });
    return router;
}

void Gateway::noteAnswer(const http::AccessRecord &record)
{
    if (DeniedLog::isDenial(record.status, record.route))
        m_denied.note({record.requestId, record.remoteAddress, record.route, record.status, record.code});
}

void Gateway::onPool(TaskPool &pool, const http::Responder &responder, std::function<void()> task)
{
    if (!pool.post(std::move(task)))
        responder.send(problemOf({"server-busy", {}}));
}

http::Handler Gateway::authenticated(Authenticated handler)
{
    return [this, handler = std::move(handler)](http::Request request, const http::Responder &responder) {
        std::string token = bearerOf(request);
        if (token.empty()) {
            responder.send(problemOf({"token-refused", {}}));
            return;
        }
        auto shared = std::make_shared<http::Request>(std::move(request));
        onPool(m_readers, responder, [this, handler, token = std::move(token), shared, responder] {
            auto principal = m_authenticator->authenticate(token);
            if (!principal)
                responder.send(problemOf(principal.error()));
            else
                handler(std::move(*principal), std::move(*shared), responder);
        });
    };
}

http::Handler Gateway::atProperty(AtProperty handler)
{
    return authenticated([handler = std::move(handler)](const Principal &principal, http::Request request,
                                                        const http::Responder &responder) {
        const auto id = parseUuid(request.parameter("p"));
        if (!id) {
            responder.send(problemOf(id.error()));
            return;
        }
        // Whether there is such a property is nobody's business who does not work there.
        const PropertyId property{*id};
        if (!principal.worksAt(property)) {
            responder.send(problemOf({"property-not-allowed", {}}));
            return;
        }
        handler(principal, property, std::move(request), responder);
    });
}

http::WebSocketDecision Gateway::openLive(const http::Request &request)
{
    const auto id = parseUuid(request.parameter("p"));
    if (!id)
        return problemOf(id.error());
    if (m_state != State::Ready && m_state != State::Leaving)
        return problemOf({"server-stopping", {}});
    return std::make_unique<LiveLine>(m_liveSessions.add(
        std::make_shared<LiveSession>(*m_live, PropertyId{*id}, Caller{request.id, request.remoteAddress})));
}

void Gateway::keepLive()
{
    auto polledAt = m_surroundings.steady();
    auto recheckedAt = polledAt;
    auto learntAt = polledAt;
    std::unique_lock lock(m_stopMutex);
    const auto step =
        std::min({m_settings.pollEvery, m_settings.recheckEvery, m_settings.liveAuthTimeout}) / 2;
    while (!m_stopped.wait_for(lock, step, [this] { return m_isStopping; })) {
        lock.unlock();
        const auto now = m_surroundings.steady();
        for (const auto &session : m_liveSessions.all())
            session->endIfSilent();
        if (now - polledAt >= m_settings.pollEvery) {
            polledAt = now;
            for (const PropertyId &property : m_hub.listenedTo()) {
                if (const auto seq = m_storage.seq(property))
                    m_hub.polled(property, *seq);
            }
        }
        if (now - recheckedAt >= m_settings.recheckEvery) {
            recheckedAt = now;
            for (const auto &session : m_liveSessions.all())
                session->recheck();
        }
        if (now - learntAt >= m_settings.learnEvery) {
            learntAt = now;
            (void)m_authenticator->learnKnownDesks(); // what was learnt stays
        }
        lock.lock();
    }
}

} // namespace deskbell::server
