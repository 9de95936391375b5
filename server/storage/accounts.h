#pragma once

// Accounts and their sessions. The storage keeps hashes only: an Argon2id string for the password
// (made and checked by the gateway), SHA-256 for refresh tokens.

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/role.h"
#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

struct Account
{
    AccountId id{};
    std::string user; ///< what is typed at sign-in; unique, compared as it stands
    std::string name; ///< shown to people
    Role role = Role::Clerk;
    std::string passwordHash;
    std::vector<PropertyId> properties; ///< those the account works at
    bool isDisabled = false;
    friend bool operator==(const Account &, const Account &) = default;
};

using TokenHash = std::array<std::uint8_t, 32>;

struct Session
{
    Uuid id;
    AccountId account{};
    DeviceId device{};
    Instant expiresAt{};      ///< moved on by each renewal
    Instant openedAt{};       ///< signed in
    Instant renewedAt{};      ///< last heard of
    std::string address = {}; ///< from where it was opened
    friend bool operator==(const Session &, const Session &) = default;
};

/// What a desk shows of its device: hashes of its keys, see protocol::DeviceKey (docs/adr/0165).
struct DeviceProof
{
    TokenHash former{};
    TokenHash next{};
};
/// Which device a session is to be for, and what shows that it is. No proof: a program without keys.
struct DeviceClaim
{
    DeviceId device{};
    std::optional<DeviceProof> proof;
};

/// What may be tried so often at once, and once more each `every`, over all processes of the house.
struct Turns
{
    TokenHash key{}; ///< of what is counted
    std::int64_t burst = 0;
    std::chrono::milliseconds every{0};
};

/// A session as those see it who may end it.
struct HeldSession
{
    Session session;
    Account account;
};

/// A desk where somebody has signed in before, and may so again whatever strangers are at (docs/adr/0055).
struct KnownDesk
{
    std::string user;
    DeviceId device{};
};

/// How long a refresh token that has been exchanged makes further good ones, for a desk that asked twice at
/// once: both answers' tokens work, neither signs the other out. After that it is exchanged once more as long
/// as nobody has used what it was exchanged for, which is then void (docs/adr/0034).
inline constexpr std::chrono::seconds spentTokenGrace{60};
/// For so long one that is shown again is recognised as spent.
inline constexpr Days keepSpentTokens{7};

} // namespace deskbell::server
