// Signing in, renewing, signing out; greeting; health.

#include "http/network.h"
#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/bearer.h"
#include "server/gateway/gateway.h"
#include "server/gateway/mediatype.h"

namespace deskbell::server {
namespace {

constexpr std::size_t maxSessionBody = 4 * 1024;

/// Tokens are nobody else's: no cache keeps them.
http::Response granted(const protocol::SessionGrant &grant)
{
    return http::Response::json(200, protocol::encodeGrant(grant)).with("Cache-Control", "no-store");
}

} // namespace

void Gateway::addHealth(http::Router &router)
{
    router.get("/healthz", [](const http::Request &, const http::Responder &responder) {
        responder.send(http::Response::json(200, R"({"alive":true})"));
    });
    router.get("/readyz",
               [this](const http::Request &, const http::Responder &responder) { ready(responder); });
    router.get("/v1/hello", [this](const http::Request &request, const http::Responder &responder) {
        const std::string token = bearerOf(request);
        const std::string challenge(request.query.get("challenge"));
        if (challenge.size() > protocol::maxChallenge) {
            responder.send(problemOf({"bad-challenge", {}}));
            return;
        }
        if (token.empty()) {
            protocol::Hello hello;
            hello.epoch = m_hub.epoch();
            responder.send(greeting(std::move(hello), challenge));
            return;
        }
        std::optional<std::string> cursor;
        if (const auto shown = request.query.find("cursor"))
            cursor = std::string(*shown);
        onPool(m_readers, responder, [this, token, cursor, challenge, responder] {
            responder.send(greeting(helloFor(token, cursor), challenge));
        });
    });
}

http::Response Gateway::greeting(protocol::Hello hello, const std::string &challenge) const
{
    hello.protocolMin = protocol::protocolMin;
    hello.protocolMax = protocol::protocolMax;
    hello.serverTime = m_surroundings.now();
    if (!challenge.empty())
        hello.identity = m_identity.prove(challenge);
    return http::Response::json(200, protocol::encodeHello(hello)).with("Cache-Control", "no-store");
}

protocol::Hello Gateway::helloFor(const std::string &token, const std::optional<std::string> &cursor)
{
    // A greeting is for everybody: who is not known, or cannot be told just now, learns less.
    protocol::Hello hello;
    const auto principal = m_authenticator->authenticate(token);
    if (principal && cursor) {
        const auto shown = protocol::parseCursor(*cursor);
        if (!shown || !principal->worksAt(shown->property))
            hello.knowsCursor = false;
        else if (const auto isKnown = m_storage.vouchesFor(*shown))
            hello.knowsCursor = *isKnown;
    }
    // After the cursor, which may have shown that another epoch must begin.
    hello.epoch = m_storage.epoch().value_or(m_hub.epoch());
    for (const PropertyId &property : principal ? principal->account.properties : std::vector<PropertyId>{}) {
        if (const auto found = m_storage.keptChanges(property))
            hello.properties.push_back(*found);
    }
    return hello;
}

void Gateway::ready(const http::Responder &responder)
{
    if (m_state != State::Ready) {
        responder.send(tryLater(503, m_state == State::Starting ? "server-starting" : "server-stopping",
                                std::chrono::seconds(1)));
        return;
    }
    const auto damage = m_worstDamage();
    // What is written now goes when the file is put back from a backup: somebody has to act first.
    if (damage && *damage != Damage::Reach::Row) {
        responder.send(tryLater(503, "storage-damaged", std::chrono::minutes(1)));
        return;
    }
    const auto answer = [responder, damage](const Expected<void> &able) {
        if (able)
            responder.send(
                http::Response::json(200, damage ? R"({"ready":true,"damaged":true})" : R"({"ready":true})"));
        else
            responder.send(tryLater(503, able.error().code, std::chrono::seconds(5)));
    };
    if (const auto known = m_readiness.remembered())
        answer(*known);
    else
        onPool(m_readers, responder, [this, answer] { answer(m_readiness.ask()); });
}

void Gateway::addSessions(http::Router &router)
{
    const http::RouteOptions small{maxSessionBody};
    router.post(
        "/v1/session",
        [this](http::Request request, const http::Responder &responder) {
            signIn(std::move(request), responder);
        },
        small);
    router.post(
        "/v1/session/refresh",
        [this](http::Request request, const http::Responder &responder) {
            refresh(std::move(request), responder);
        },
        small);
    router.remove("/v1/session", authenticated([this](const Principal &principal, const http::Request &,
                                                      const http::Responder &responder) {
                      const auto closed = m_authenticator->signOut(principal.session.id);
                      responder.send(closed ? http::Response::empty() : problemOf(closed.error()));
                  }));
}

void Gateway::signIn(http::Request request, http::Responder responder)
{
    if (!isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    auto asked = protocol::decodeSignIn(request.body);
    if (!asked) {
        responder.send(problemOf(asked.error()));
        return;
    }
    const auto refuse = [responder](std::chrono::milliseconds wait) {
        responder.send(tryLater(429, "too-many-attempts", wait));
    };
    const Caller caller{request.id, request.remoteAddress};
    if (const auto wait = m_authenticator->mustWait(*asked, caller.address))
        return refuse(*wait);
    const bool isKnown = m_authenticator->isKnown(*asked);
    auto task = [this, responder, refuse, asked = std::move(*asked), caller] {
        const auto wait = m_authenticator->mustWaitForAll(asked, caller.address);
        if (!wait)
            return void(responder.send(problemOf(wait.error())));
        if (*wait)
            return refuse(**wait);
        const auto grant = m_authenticator->signIn(asked, caller);
        responder.send(grant ? granted(*grant) : problemOf(grant.error()));
    };
    // However many strangers try, who has signed in here before is not held off by them.
    const bool isTaken = isKnown ? m_hashing.postFirst(std::move(task))
                                 : m_hashing.post(http::networkOf(caller.address), std::move(task));
    if (!isTaken)
        responder.send(problemOf({"server-busy", {}}));
}

void Gateway::refresh(http::Request request, http::Responder responder)
{
    if (!isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    auto asked = protocol::decodeRefresh(request.body);
    if (!asked) {
        responder.send(problemOf(asked.error()));
        return;
    }
    const Caller caller{request.id, request.remoteAddress};
    onPool(m_readers, responder, [this, responder, asked = std::move(*asked), caller] {
        const auto grant = m_authenticator->refresh(asked, caller);
        responder.send(grant ? granted(*grant) : problemOf(grant.error()));
    });
}

} // namespace deskbell::server
