// What people do about their own accounts: look at the sessions and end them, change the password. An admin
// does the first two for everybody who works at one of the admin's properties.

#include <algorithm>

#include "server/gateway/answers.h"
#include "server/gateway/gateway.h"
#include "server/gateway/mediatype.h"

namespace deskbell::server {
namespace {

constexpr std::size_t maxPasswordBody = 16 * 1024;

bool mayLookAfter(const Principal &principal, const Account &account)
{
    if (principal.account.id == account.id)
        return true;
    return principal.account.role == Role::Admin &&
           std::any_of(account.properties.begin(), account.properties.end(),
                       [&](const PropertyId &property) { return principal.worksAt(property); });
}

protocol::OpenSession shown(const HeldSession &held, const Principal &principal)
{
    const auto &[session, account] = held;
    return {session.id,
            account.user,
            {account.id, account.name, account.role},
            session.device,
            session.openedAt,
            session.renewedAt,
            session.address,
            session.id == principal.session.id};
}

/// Whose sessions are asked for; none: everybody's. Errors: "bad-uuid", "role-not-allowed".
Expected<std::optional<AccountId>> accountAskedFor(const Principal &principal, const http::Request &request)
{
    const bool isAll = request.query.get("all") == "true";
    const auto named = request.query.find("account");
    if (!isAll && !named)
        return principal.account.id;
    if (principal.account.role != Role::Admin)
        return failure("role-not-allowed");
    if (isAll)
        return std::nullopt;
    return parseUuid(*named).map([](const Uuid &id) { return std::optional(AccountId{id}); });
}

} // namespace

void Gateway::addAccounts(http::Router &router)
{
    router.get("/v1/sessions", authenticated([this](const Principal &principal, const http::Request &request,
                                                    const http::Responder &responder) {
                   sessions(principal, request, responder);
               }));
    router.remove("/v1/sessions/{id}",
                  authenticated([this](const Principal &principal, const http::Request &request,
                                       const http::Responder &responder) {
                      endSession(principal, request, responder);
                  }));
    router.post("/v1/password",
                authenticated([this](const Principal &principal, const http::Request &request,
                                     const http::Responder &responder) {
                    changePassword(principal, request, responder);
                }),
                {maxPasswordBody});
}

void Gateway::sessions(const Principal &principal, const http::Request &request,
                       const http::Responder &responder)
{
    const auto account = accountAskedFor(principal, request);
    if (!account) {
        responder.send(problemOf(account.error()));
        return;
    }
    const auto held = m_storage.sessions(*account, m_surroundings.now());
    if (!held) {
        responder.send(problemOf(held.error()));
        return;
    }
    std::vector<protocol::OpenSession> all;
    for (const HeldSession &each : *held) {
        if (mayLookAfter(principal, each.account))
            all.push_back(shown(each, principal));
    }
    responder.send(
        http::Response::json(200, protocol::encodeSessions(all)).with("Cache-Control", "no-store"));
}

void Gateway::endSession(const Principal &principal, const http::Request &request,
                         const http::Responder &responder)
{
    const auto id = parseUuid(request.parameter("id"));
    if (!id) {
        responder.send(problemOf(id.error()));
        return;
    }
    const auto session = m_storage.session(*id, m_surroundings.now());
    const auto account = session && *session ? m_storage.account((*session)->account)
                                             : Expected<std::optional<Account>>(std::nullopt);
    if (!session || !account) {
        responder.send(problemOf(session ? account.error() : session.error()));
        return;
    }
    // Whether there is such a session is nobody's business who may not end it.
    if (!*account || !mayLookAfter(principal, **account)) {
        responder.send(problemOf({"unknown-session", {}}));
        return;
    }
    if (const auto closed = m_storage.closeSession(*id); !closed) {
        responder.send(problemOf(closed.error()));
        return;
    }
    audit(principal, request, "end-session", (*account)->properties,
          {{"session", (*account)->name + " (" + (*account)->user + ")", {}}});
    responder.send(http::Response::empty());
}

void Gateway::changePassword(const Principal &principal, const http::Request &request,
                             const http::Responder &responder)
{
    if (!isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    auto change = protocol::decodePasswordChange(request.body);
    if (!change) {
        responder.send(problemOf(change.error()));
        return;
    }
    if (const auto wait = m_authenticator->mustWaitToChange(principal)) {
        responder.send(tryLater(429, "too-many-attempts", *wait));
        return;
    }
    // Somebody who is signed in does not wait for those who are not.
    const bool isTaken =
        m_hashing.postFirst([this, principal, request, responder, change = std::move(*change)] {
            const auto changed = m_authenticator->changePassword(principal, change);
            if (changed)
                audit(principal, request, "change-password", principal.account.properties,
                      {{"password", {}, {}, true}});
            responder.send(changed ? http::Response::empty() : problemOf(changed.error()));
        });
    if (!isTaken)
        responder.send(problemOf({"server-busy", {}}));
}

void Gateway::audit(const Principal &principal, const http::Request &request, const char *what,
                    const std::vector<PropertyId> &properties, std::vector<protocol::AuditedChange> changes,
                    const std::optional<ReservationId> &about)
{
    protocol::AuditEntry entry;
    entry.at = m_surroundings.now();
    entry.command = CommandId{makeUuidV7(entry.at, m_surroundings.random)};
    entry.type = what;
    entry.actor = principal.actor();
    entry.channel = "desk";
    entry.address = request.remoteAddress;
    entry.device = principal.session.device;
    entry.changes = std::move(changes);
    entry.reservation = about;
    if (const auto added = m_storage.addToAudit(properties, entry); !added)
        m_log.error("not-audited",
                    {{"request", request.id}, {"type", entry.type}, {"code", added.error().code}});
}

} // namespace deskbell::server
