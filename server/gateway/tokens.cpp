#include "server/gateway/tokens.h"

#include <algorithm>

#include <sodium.h>

#include "protocol/base64.h"

namespace deskbell::server {
namespace {

constexpr std::size_t subjectBytes = 16;
constexpr std::size_t timeBytes = 8;
constexpr std::size_t sealedBytes = subjectBytes + timeBytes;
constexpr std::size_t tokenBytes = sealedBytes + crypto_auth_hmacsha256_BYTES;

} // namespace

bool prepareCryptography()
{
    return sodium_init() >= 0;
}

std::string makeToken()
{
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return protocol::inBase64url(bytes);
}

TokenHash hashOf(std::string_view token)
{
    static_assert(crypto_hash_sha256_BYTES == sizeof(TokenHash));
    TokenHash hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(token.data()), token.size());
    return hash;
}

Expected<BackendIdentity> BackendIdentity::make(std::string_view seed)
{
    static_assert(sizeof m_public == crypto_sign_PUBLICKEYBYTES);
    static_assert(sizeof m_secret == crypto_sign_SECRETKEYBYTES);
    const auto bytes = protocol::fromBase64url<crypto_sign_SEEDBYTES>(seed);
    if (!bytes)
        return failure("bad-secret");
    BackendIdentity identity;
    crypto_sign_seed_keypair(identity.m_public.data(), identity.m_secret.data(), bytes->data());
    return identity;
}

protocol::BackendProof BackendIdentity::prove(std::string_view challenge) const
{
    const std::string statement = protocol::helloStatement(challenge);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char *>(statement.data()),
                         statement.size(), m_secret.data());
    return {protocol::inBase64url(m_public), protocol::inBase64url(signature)};
}

Expected<SealedTokens> SealedTokens::make(std::string_view key, std::string_view purpose)
{
    const auto master = protocol::fromBase64url<crypto_auth_hmacsha256_KEYBYTES>(key);
    if (!master)
        return failure("bad-secret");
    SealedTokens tokens;
    crypto_auth_hmacsha256(tokens.m_key.data(), reinterpret_cast<const unsigned char *>(purpose.data()),
                           purpose.size(), master->data());
    return tokens;
}

std::string SealedTokens::seal(const Uuid &subject, Instant expiresAt) const
{
    std::array<unsigned char, tokenBytes> bytes{};
    std::copy(subject.bytes.begin(), subject.bytes.end(), bytes.begin());
    const auto time = static_cast<std::uint64_t>(expiresAt.time_since_epoch().count());
    for (std::size_t i = 0; i < timeBytes; ++i)
        bytes[subjectBytes + i] = static_cast<unsigned char>(time >> (8 * (timeBytes - 1 - i)));
    crypto_auth_hmacsha256(bytes.data() + sealedBytes, bytes.data(), sealedBytes, m_key.data());
    return protocol::inBase64url(bytes);
}

Expected<Uuid> SealedTokens::open(std::string_view token, Instant now,
                                  std::chrono::milliseconds longest) const
{
    const auto bytes = protocol::fromBase64url<tokenBytes>(token);
    if (!bytes || crypto_auth_hmacsha256_verify(bytes->data() + sealedBytes, bytes->data(), sealedBytes,
                                                m_key.data()) != 0)
        return failure("token-refused");
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < timeBytes; ++i)
        time = time << 8 | (*bytes)[subjectBytes + i];
    const Instant expiresAt{std::chrono::milliseconds(static_cast<std::int64_t>(time))};
    if (now >= expiresAt || expiresAt > now + longest)
        return failure("token-refused");
    Uuid subject;
    std::copy_n(bytes->begin(), subjectBytes, subject.bytes.begin());
    return subject;
}

} // namespace deskbell::server
