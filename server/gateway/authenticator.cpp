#include "server/gateway/authenticator.h"

#include <algorithm>

#include "http/network.h"
#include "server/gateway/passwordrules.h"
#include "server/gateway/turns.h"

namespace deskbell::server {
namespace {

constexpr std::size_t mostKnownDesks = 10'000;
/// Of clocks that do not agree.
constexpr std::chrono::minutes clockSlack{5};

std::string text(const TokenHash &key)
{
    return {key.begin(), key.end()};
}

TokenHash atDesk(const protocol::SignIn &signIn)
{
    return keyOf({"desk", signIn.user, toString(signIn.device)});
}

TokenHash fromAddress(const protocol::SignIn &signIn, const std::string &address)
{
    return keyOf({"address", signIn.user, http::householdOf(address)});
}

std::optional<DeviceProof> proofIn(const std::optional<protocol::DeviceKey> &key)
{
    return key ? std::optional(DeviceProof{hashOf(key->former), hashOf(key->next)}) : std::nullopt;
}

} // namespace

bool Principal::worksAt(const PropertyId &property) const
{
    return std::find(account.properties.begin(), account.properties.end(), property) !=
           account.properties.end();
}

Expected<std::unique_ptr<Authenticator>> Authenticator::make(SignInSettings settings, Storage &storage,
                                                             const Passwords &passwords,
                                                             GatewaySurroundings surroundings, const Log &log)
{
    const auto secret = storage.secret("session-seal", makeToken());
    if (!secret)
        return tl::unexpected(secret.error());
    const auto tokens = SealedTokens::make(*secret, "access");
    if (!tokens)
        return tl::unexpected(tokens.error());
    return std::unique_ptr<Authenticator>(
        new Authenticator(settings, storage, passwords, *tokens, std::move(surroundings), log));
}

Authenticator::Authenticator(SignInSettings settings, Storage &storage, const Passwords &passwords,
                             SealedTokens tokens, GatewaySurroundings surroundings, const Log &log)
    : m_settings(settings), m_storage(storage), m_passwords(passwords), m_tokens(tokens),
      m_surroundings(std::move(surroundings)), m_log(log), m_knownDesks(mostKnownDesks),
      m_perUser(settings.perUser), m_perUserAnywhere(settings.perUserAnywhere),
      m_perAddress(settings.perAddress)
{
}

std::optional<std::chrono::milliseconds> Authenticator::mustWait(const protocol::SignIn &signIn,
                                                                 const std::string &address)
{
    const auto now = m_surroundings.steady();
    const auto waits = [now](http::RateLimiter &limiter,
                             const std::string &key) -> std::optional<std::chrono::milliseconds> {
        const auto verdict = limiter.take(key, now);
        return verdict.isAllowed ? std::nullopt : std::optional(verdict.retryAfter);
    };
    if (isKnown(signIn))
        return waits(m_perUser, text(atDesk(signIn)));
    if (const auto wait = waits(m_perAddress, http::householdOf(address)))
        return wait;
    if (const auto wait = waits(m_perUser, text(fromAddress(signIn, address))))
        return wait;
    return waits(m_perUserAnywhere, text(keyOf({signIn.user})));
}

Expected<std::optional<std::chrono::milliseconds>>
Authenticator::mustWaitForAll(const protocol::SignIn &signIn, const std::string &address)
{
    if (isKnown(signIn))
        return std::nullopt;
    return m_storage.takeTurns({turnsOf(keyOf({"from", http::householdOf(address)}), m_settings.perAddress),
                                turnsOf(fromAddress(signIn, address), m_settings.perUser),
                                turnsOf(keyOf({signIn.user}), m_settings.perUserAnywhere)},
                               m_surroundings.now());
}

Expected<void> Authenticator::learnKnownDesks()
{
    const auto desks = m_storage.knownDesks(mostKnownDesks);
    if (!desks)
        return tl::unexpected(desks.error());
    // The last seen is noted last, so that it stays longest.
    for (auto desk = desks->rbegin(); desk != desks->rend(); ++desk)
        m_knownDesks.note(desk->user, desk->device);
    return {};
}

Expected<protocol::SessionGrant> Authenticator::signIn(const protocol::SignIn &signIn, const Caller &caller)
{
    const auto found = m_storage.accountOf(signIn.user);
    if (!found)
        return tl::unexpected(found.error());
    // The same work whether the user is known or not.
    const std::string &hash = *found ? (*found)->passwordHash : m_passwords.decoy();
    const bool isRight =
        signIn.password.size() <= maxPasswordBytes && m_passwords.isRight(hash, signIn.password);
    if (!*found || !isRight || (*found)->isDisabled || (*found)->role == Role::System) {
        m_log.info("sign-in-refused",
                   {{"request", caller.request},
                    {"account", *found ? toString((*found)->id) : std::string("unknown")}});
        return failure("sign-in-refused");
    }
    // Only the own mistakes: what others have tried goes on counting against them.
    if (isKnown(signIn)) {
        m_perUser.forgive(text(atDesk(signIn)));
    } else {
        const TokenHash here = fromAddress(signIn, caller.address);
        m_perUser.forgive(text(here));
        if (auto forgiven = m_storage.giveTurnsBack(here); !forgiven)
            return tl::unexpected(forgiven.error());
    }
    const Instant now = m_surroundings.now();
    const Session session{makeUuidV7(now, m_surroundings.random),
                          (*found)->id,
                          signIn.device,
                          now + m_settings.refresh,
                          now,
                          now,
                          caller.address};
    std::string refresh = makeToken();
    if (auto opened = m_storage.openSession(session, hashOf(refresh), proofIn(signIn.deviceKey)); !opened) {
        m_log.info("session-not-opened", {{"account", toString((*found)->id)},
                                          {"device", toString(signIn.device)},
                                          {"code", opened.error().code}});
        return tl::unexpected(opened.error());
    }
    m_knownDesks.note(signIn.user, signIn.device);
    m_log.info("signed-in", {{"request", caller.request},
                             {"account", toString((*found)->id)},
                             {"device", toString(signIn.device)}});
    return grant(session, **found, std::move(refresh));
}

Expected<protocol::SessionGrant> Authenticator::refresh(const protocol::Refresh &refresh,
                                                        const Caller &caller)
{
    const Instant now = m_surroundings.now();
    std::string next = makeToken();
    const auto claim = refresh.device
                           ? std::optional(DeviceClaim{*refresh.device, proofIn(refresh.deviceKey)})
                           : std::nullopt;
    const auto session = m_storage.renewSession(hashOf(refresh.refreshToken), hashOf(next), now,
                                                now + m_settings.refresh, claim);
    if (!session && session.error().code == "refresh-reused") {
        Facts about = session.error().facts;
        m_log.warning("refresh-token-reused", {{"request", caller.request},
                                               {"address", caller.address},
                                               {"account", about["account"]},
                                               {"device", about["device"]},
                                               {"session", about["session"]}});
        return failure("refresh-reused"); // who holds a stolen token is not told whose it was
    }
    if (!session)
        return tl::unexpected(session.error());
    const auto account = m_storage.account(session->account);
    if (!account)
        return tl::unexpected(account.error());
    if (!*account || (*account)->isDisabled || (*account)->role == Role::System)
        return failure("refresh-refused");
    m_knownDesks.note((*account)->user, session->device);
    return grant(*session, **account, std::move(next));
}

Expected<Principal> Authenticator::authenticate(std::string_view accessToken)
{
    const auto session = m_tokens.open(accessToken, m_surroundings.now(), m_settings.access + clockSlack);
    if (!session)
        return tl::unexpected(session.error());
    return recheck(*session);
}

Expected<Principal> Authenticator::recheck(const Uuid &id)
{
    auto session = m_storage.session(id, m_surroundings.now());
    if (!session)
        return tl::unexpected(session.error());
    if (!*session)
        return failure("token-refused");
    auto account = m_storage.account((*session)->account);
    if (!account)
        return tl::unexpected(account.error());
    if (!*account || (*account)->isDisabled || (*account)->role == Role::System)
        return failure("token-refused");
    return Principal{std::move(**session), std::move(**account)};
}

std::optional<std::chrono::milliseconds> Authenticator::mustWaitToChange(const Principal &principal)
{
    const auto verdict =
        m_perUser.take(text(keyOf({"password", toString(principal.account.id)})), m_surroundings.steady());
    return verdict.isAllowed ? std::nullopt : std::optional(verdict.retryAfter);
}

Expected<void> Authenticator::changePassword(const Principal &principal,
                                             const protocol::PasswordChange &change)
{
    const Account &account = principal.account;
    if (change.current.size() > maxPasswordBytes ||
        !m_passwords.isRight(account.passwordHash, change.current))
        return failure("password-wrong");
    const auto properties = m_storage.properties();
    if (!properties)
        return tl::unexpected(properties.error());
    std::vector<std::string> names{account.user, account.name};
    for (const protocol::PropertyRef &property : *properties) {
        if (principal.worksAt(property.id))
            names.push_back(property.name);
    }
    if (auto allowed = checkPassword(change.next, names); !allowed)
        return allowed;
    const auto hash = m_passwords.hash(change.next);
    if (!hash)
        return tl::unexpected(hash.error());
    if (auto changed = m_storage.changePassword(account.id, *hash, principal.session.id); !changed)
        return changed;
    m_perUser.forgive(text(keyOf({"password", toString(account.id)})));
    m_log.info("password-changed", {{"account", toString(account.id)}});
    return {};
}

Expected<void> Authenticator::signOut(const Uuid &session)
{
    return m_storage.closeSession(session);
}

Expected<protocol::SessionGrant> Authenticator::grant(const Session &session, const Account &account,
                                                      std::string refresh)
{
    const auto all = m_storage.properties();
    if (!all)
        return tl::unexpected(all.error());
    const Principal principal{session, account};
    protocol::SessionGrant grant;
    grant.accessToken = m_tokens.seal(session.id, m_surroundings.now() + m_settings.access);
    grant.accessExpiresInS = static_cast<int>(m_settings.access.count());
    grant.refreshToken = std::move(refresh);
    grant.account = principal.actor();
    std::copy_if(all->begin(), all->end(), std::back_inserter(grant.properties),
                 [&](const protocol::PropertyRef &property) { return principal.worksAt(property.id); });
    return grant;
}

} // namespace deskbell::server
