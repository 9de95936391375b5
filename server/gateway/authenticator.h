#pragma once

// Authenticates requests and checks permissions. Signs desks in and out and resolves a bearer token
// to the current account: every call looks up the session and the account, so that a changed or
// closed account takes effect at once. Reads the storage and hashes passwords, so its calls wait: use
// task pools, except where a call is marked quick. Safe from any thread.

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "http/ratelimit.h"
#include "protocol/session.h"
#include "server/gateway/knowndesks.h"
#include "server/gateway/passwords.h"
#include "server/gateway/tokens.h"
#include "server/log/log.h"
#include "server/storage/storage.h"

namespace deskbell::server {

/// Time and chance, handed in.
struct GatewaySurroundings
{
    std::function<Instant()> now;
    std::function<std::chrono::steady_clock::time_point()> steady;
    RandomBits random;
};

/// From where a request comes, for the log and the session.
struct Caller
{
    std::string request; ///< its id
    std::string address;
};

/// A session's account as it stands.
struct Principal
{
    Session session;
    Account account;

    Actor actor() const { return {account.id, account.name, account.role}; }
    bool worksAt(const PropertyId &property) const;
};

struct SignInSettings
{
    std::chrono::seconds access{15 * 60};
    Days refresh{30};
    http::RateLimiter::Options perUser{10, 0.1, 100'000};         ///< from one desk or address
    http::RateLimiter::Options perUserAnywhere{60, 0.5, 100'000}; ///< from all that are not known
    http::RateLimiter::Options perAddress{60, 1.0, 100'000};
};

class Authenticator
{
public:
    /// Error: "storage-…", "bad-secret".
    static Expected<std::unique_ptr<Authenticator>> make(SignInSettings settings, Storage &storage,
                                                         const Passwords &passwords,
                                                         GatewaySurroundings surroundings, const Log &log);

    /// A desk of this installation where this person has signed in before. Quick.
    bool isKnown(const protocol::SignIn &signIn) const
    {
        return m_knownDesks.isKnown(signIn.user, signIn.device);
    }
    /// What the storage has of them, this process's and others'. Error: "storage-…".
    Expected<void> learnKnownDesks();

    /// How long to wait when there were too many attempts. Those at a desk where this person has been
    /// signed in count by themselves: nobody else's hold them off (docs/adr/0055). Quick.
    std::optional<std::chrono::milliseconds> mustWait(const protocol::SignIn &signIn,
                                                      const std::string &address);

    /// The same over all processes of the house, for those who passed that (docs/adr/0132). Reads and
    /// writes. Error: "storage-…".
    Expected<std::optional<std::chrono::milliseconds>> mustWaitForAll(const protocol::SignIn &signIn,
                                                                      const std::string &address);

    /// Errors: "sign-in-refused", "device-taken", "storage-…".
    Expected<protocol::SessionGrant> signIn(const protocol::SignIn &signIn, const Caller &caller);
    /// Errors: "refresh-refused", "refresh-reused", "device-taken", "storage-…".
    Expected<protocol::SessionGrant> refresh(const protocol::Refresh &refresh, const Caller &caller);
    /// Somebody's own, by whom knows the old one. All other sessions of the account end. Errors:
    /// "password-wrong", those of checkPassword(), "password-not-hashed", "storage-…".
    Expected<void> changePassword(const Principal &principal, const protocol::PasswordChange &change);
    /// How long to wait when there were too many attempts at that. Quick.
    std::optional<std::chrono::milliseconds> mustWaitToChange(const Principal &principal);
    /// Errors: "token-refused", "storage-…".
    Expected<Principal> authenticate(std::string_view accessToken);
    /// The session's account as it stands now, when both are still good. Errors as above.
    Expected<Principal> recheck(const Uuid &session);
    Expected<void> signOut(const Uuid &session);

private:
    Authenticator(SignInSettings settings, Storage &storage, const Passwords &passwords, SealedTokens tokens,
                  GatewaySurroundings surroundings, const Log &log);
    Expected<protocol::SessionGrant> grant(const Session &session, const Account &account,
                                           std::string refresh);

    const SignInSettings m_settings;
    Storage &m_storage;
    const Passwords &m_passwords;
    const SealedTokens m_tokens;
    const GatewaySurroundings m_surroundings;
    const Log &m_log;
    KnownDesks m_knownDesks;
    http::RateLimiter m_perUser;
    http::RateLimiter m_perUserAnywhere;
    http::RateLimiter m_perAddress;
};

} // namespace deskbell::server
