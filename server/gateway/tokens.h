#pragma once

// What a desk shows to prove its session. A refresh token is 256 random bits, of which the storage
// has the hash only. An access token names its session and its end under a seal that only this
// installation can make (docs/adr/0040); it says nothing that could be trusted without the session
// being looked up. Values; safe from any thread.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/session.h"
#include "server/storage/accounts.h"

namespace deskbell::server {

/// libsodium, ready for use; false when it is not. Call once before anything else here.
bool prepareCryptography();

/// 256 bits of the system's random numbers, in base64url.
std::string makeToken();
TokenHash hashOf(std::string_view token);

/// Who this installation is to its desks: a key pair (Ed25519) made once and kept with its secrets, so that
/// a restored or moved one stays who it was (docs/adr/0167).
class BackendIdentity
{
public:
    /// `seed` in base64url, as makeToken() gives it. Error: "bad-secret".
    static Expected<BackendIdentity> make(std::string_view seed);

    protocol::BackendProof prove(std::string_view challenge) const;

private:
    std::array<unsigned char, 32> m_public{};
    std::array<unsigned char, 64> m_secret{};
};

class SealedTokens
{
public:
    /// `key` in base64url, as makeToken() gives it; `purpose` keeps one use from being taken for
    /// another. Error: "bad-secret".
    static Expected<SealedTokens> make(std::string_view key, std::string_view purpose);

    std::string seal(const Uuid &subject, Instant expiresAt) const;
    /// The subject, when the seal is ours and its time is not over. None lasts longer than `longest`: one
    /// that does was made under a clock that was ahead. Error: "token-refused".
    Expected<Uuid> open(std::string_view token, Instant now, std::chrono::milliseconds longest) const;

private:
    std::array<unsigned char, 32> m_key{};
};

} // namespace deskbell::server
