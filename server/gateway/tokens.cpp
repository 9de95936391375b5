#include "server/gateway/tokens.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <sodium.h>

namespace deskbell::server {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t subjectBytes = 16;
constexpr std::size_t timeBytes = 8;
constexpr std::size_t sealedBytes = subjectBytes + timeBytes;
constexpr std::size_t tokenBytes = sealedBytes + crypto_auth_hmacsha256_BYTES;

template <std::size_t N>
std::optional<std::array<unsigned char, N>> decode(std::string_view text)
{
    std::array<unsigned char, N> bytes{};
    std::size_t size = 0;
    const char *end = nullptr;
    if (sodium_base642bin(bytes.data(), N, text.data(), text.size(), nullptr, &size, &end, variant) != 0 ||
        size != N || end != text.data() + text.size())
        return std::nullopt;
    return bytes;
}

} // namespace

std::string inBase64url(std::span<const unsigned char> bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.resize(text.size() - 1); // its own terminator
    return text;
}

bool prepareCryptography()
{
    return sodium_init() >= 0;
}

std::string makeToken()
{
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return inBase64url(bytes);
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
    const auto bytes = decode<crypto_sign_SEEDBYTES>(seed);
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
    return {inBase64url(m_public), inBase64url(signature)};
}

Expected<SealedTokens> SealedTokens::make(std::string_view key, std::string_view purpose)
{
    const auto master = decode<crypto_auth_hmacsha256_KEYBYTES>(key);
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
    return inBase64url(bytes);
}

Expected<Uuid> SealedTokens::open(std::string_view token, Instant now,
                                  std::chrono::milliseconds longest) const
{
    const auto bytes = decode<tokenBytes>(token);
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
