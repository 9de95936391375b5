#pragma once

// Sign-in and greeting.
//   POST /v1/session {"user":"…","password":"…","device":"…","deviceKey":{…}} → SessionGrant
//   POST /v1/session/refresh {"refreshToken":"…","device":"…","deviceKey":{…}} → SessionGrant; the old
//     token is good for 60 s more
//   DELETE /v1/session (Authorization: Bearer) → 204
//   GET /v1/sessions?all= → [OpenSession], DELETE /v1/sessions/{id} → 204
//   POST /v1/password {"current":"…","next":"…"} → 204
//   GET /v1/hello?cursor=&challenge= → Hello; with Authorization also what is kept of the account's
//   properties and whether the cursor is of this history; with a challenge the proof of who the backend is

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/role.h"
#include "protocol/json.h"

namespace deskbell::protocol {

/// By which a device shows that it is the one that signed in before (docs/adr/0165): the secret that the
/// backend has confirmed last, empty when there is none, and the one that is good from now on.
struct DeviceKey
{
    std::string former;
    std::string next;
    friend bool operator==(const DeviceKey &, const DeviceKey &) = default;
};

struct SignIn
{
    std::string user;
    std::string password;
    DeviceId device{};
    std::optional<DeviceKey> deviceKey = std::nullopt; ///< none: a program that has no keys
    friend bool operator==(const SignIn &, const SignIn &) = default;
};
std::string encodeSignIn(const SignIn &signIn);
Expected<SignIn> decodeSignIn(std::string_view text);

struct Refresh
{
    std::string refreshToken;
    std::optional<DeviceId> device = std::nullopt; ///< the session goes on under it
    std::optional<DeviceKey> deviceKey = std::nullopt;
    friend bool operator==(const Refresh &, const Refresh &) = default;
};
std::string encodeRefresh(const Refresh &refresh);
Expected<Refresh> decodeRefresh(std::string_view text);

struct PropertyRef
{
    PropertyId id{};
    std::string name;
    friend bool operator==(const PropertyRef &, const PropertyRef &) = default;
};

struct SessionGrant
{
    std::string accessToken;
    int accessExpiresInS = 0;
    std::string refreshToken;
    Actor account;
    std::vector<PropertyRef> properties; ///< those the account works at
    friend bool operator==(const SessionGrant &, const SessionGrant &) = default;
};
std::string encodeGrant(const SessionGrant &grant);
Expected<SessionGrant> decodeGrant(std::string_view text);

/// An open session, as shown to those who may end it.
struct OpenSession
{
    Uuid id;
    std::string user;
    Actor account;
    DeviceId device{};
    Instant openedAt{};
    Instant seenAt{};       ///< renewed last, every quarter of an hour while the desk is there
    std::string address;    ///< from where it was opened
    bool isCurrent = false; ///< of who asks
    friend bool operator==(const OpenSession &, const OpenSession &) = default;
};
std::string encodeSessions(const std::vector<OpenSession> &sessions);
Expected<std::vector<OpenSession>> decodeSessions(std::string_view text);

struct PasswordChange
{
    std::string current;
    std::string next;
    friend bool operator==(const PasswordChange &, const PasswordChange &) = default;
};
std::string encodePasswordChange(const PasswordChange &change);
Expected<PasswordChange> decodePasswordChange(std::string_view text);

/// Versions of this contract that this build speaks.
inline constexpr int protocolMin = 1;
inline constexpr int protocolMax = 1;

/// The numbers of a property's changes that the backend can still tell.
struct KeptChanges
{
    PropertyId id{};
    std::uint64_t lowest = 0;  ///< the oldest number a desk can go on from
    std::uint64_t highest = 0; ///< the property's clock
    friend bool operator==(const KeptChanges &, const KeptChanges &) = default;
};

/// Who a backend is: its public key (Ed25519), and the signature of helloStatement() that only the
/// holder of the secret key can make. Both in base64url.
struct BackendProof
{
    std::string key;
    std::string signature;
    friend bool operator==(const BackendProof &, const BackendProof &) = default;
};
inline constexpr std::size_t maxChallenge = 128;
/// What is signed for a challenge.
std::string helloStatement(std::string_view challenge);
/// Whether the proof's key has signed for this challenge. Needs a libsodium that is ready.
bool isGood(const BackendProof &proof, std::string_view challenge);

struct Hello
{
    Uuid epoch;
    int protocolMin = 1;
    int protocolMax = 1;
    Instant serverTime{};
    std::vector<KeptChanges> properties = {}; ///< of the account that asks; empty for who does not say
    std::optional<BackendProof> identity = std::nullopt; ///< for who sent a challenge
    /// Whether the cursor that was shown is of this backend's history; none when none was shown.
    std::optional<bool> knowsCursor = std::nullopt;
    friend bool operator==(const Hello &, const Hello &) = default;
};
std::string encodeHello(const Hello &hello);
Expected<Hello> decodeHello(std::string_view text);

} // namespace deskbell::protocol
