#include "server/pages/seals.h"

#include <algorithm>
#include <vector>

#include <sodium.h>

#include "protocol/base64.h"

namespace deskbell::server {
namespace {

using Key = std::array<unsigned char, 32>;
using Bytes = std::vector<unsigned char>;

constexpr std::size_t idBytes = 16;
constexpr std::size_t generationBytes = 2;
constexpr std::size_t namedBytes = idBytes + generationBytes;
constexpr std::size_t hashBytes = 18;
constexpr std::size_t tokenBytes = namedBytes + hashBytes;

constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t timeBytes = 8;
constexpr std::size_t maxNoteBytes = 8 * 1024;

std::optional<Bytes> decoded(std::string_view text)
{
    if (text.empty() || text.size() > maxNoteBytes)
        return std::nullopt;
    Bytes bytes(protocol::bytesInBase64url(text));
    if (!protocol::readBase64url(text, bytes))
        return std::nullopt;
    return bytes;
}

/// A key of its own for each purpose.
Expected<Key> keyFor(std::string_view secret, std::string_view purpose)
{
    const auto master = decoded(secret);
    if (!master || master->size() != crypto_auth_hmacsha256_KEYBYTES)
        return failure("bad-secret");
    Key key{};
    crypto_auth_hmacsha256(key.data(), reinterpret_cast<const unsigned char *>(purpose.data()),
                           purpose.size(), master->data());
    return key;
}

std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hashOf(const unsigned char *named, const Key &key)
{
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    crypto_auth_hmacsha256(hash.data(), named, namedBytes, key.data());
    return hash;
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

Expected<GuestTokens> GuestTokens::make(std::string_view secret)
{
    return keyFor(secret, "guest-link").map([](const Key &key) {
        GuestTokens tokens;
        tokens.m_key = key;
        return tokens;
    });
}

std::string GuestTokens::tokenOf(const ReservationId &reservation, std::uint16_t generation) const
{
    std::array<unsigned char, tokenBytes> bytes{};
    std::copy(reservation.value.bytes.begin(), reservation.value.bytes.end(), bytes.begin());
    bytes[idBytes] = static_cast<unsigned char>(generation >> 8);
    bytes[idBytes + 1] = static_cast<unsigned char>(generation & 0xFF);
    const auto hash = hashOf(bytes.data(), m_key);
    std::copy_n(hash.begin(), hashBytes, bytes.begin() + namedBytes);
    return protocol::inBase64url(bytes);
}

std::optional<GuestTokens::Opened> GuestTokens::open(std::string_view token) const
{
    const auto bytes = decoded(token);
    if (!bytes || bytes->size() != tokenBytes)
        return std::nullopt;
    const auto hash = hashOf(bytes->data(), m_key);
    if (sodium_memcmp(hash.data(), bytes->data() + namedBytes, hashBytes) != 0)
        return std::nullopt;
    Opened opened;
    std::copy_n(bytes->begin(), idBytes, opened.reservation.value.bytes.begin());
    opened.generation = static_cast<std::uint16_t>((*bytes)[idBytes] << 8 | (*bytes)[idBytes + 1]);
    return opened;
}

Expected<SealedNotes> SealedNotes::make(std::string_view secret, std::string_view purpose)
{
    return keyFor(secret, purpose).map([](const Key &key) {
        SealedNotes notes;
        notes.m_key = key;
        return notes;
    });
}

std::string SealedNotes::seal(std::string_view text, std::string_view holder, Instant expiresAt) const
{
    std::string nonce(nonceBytes, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    return sealWith(nonce, text, holder, expiresAt);
}

std::string SealedNotes::sealAlike(std::string_view text, std::string_view holder) const
{
    // A nonce that follows from all that is sealed is never used for anything else.
    const std::string all = std::to_string(holder.size()) + ':' + std::string(holder) + std::string(text);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    static_assert(hash.size() >= nonceBytes);
    crypto_auth_hmacsha256(hash.data(), bytesOf(all), all.size(), m_key.data());
    return sealWith({reinterpret_cast<const char *>(hash.data()), nonceBytes}, text, holder, Instant::max());
}

std::string SealedNotes::sealWith(std::string_view nonce, std::string_view text, std::string_view holder,
                                  Instant expiresAt) const
{
    Bytes plain(timeBytes);
    const auto time = static_cast<std::uint64_t>(expiresAt.time_since_epoch().count());
    for (std::size_t i = 0; i < timeBytes; ++i)
        plain[i] = static_cast<unsigned char>(time >> (8 * (timeBytes - 1 - i)));
    plain.insert(plain.end(), text.begin(), text.end());

    Bytes note(nonceBytes + plain.size() + tagBytes);
    std::copy(nonce.begin(), nonce.end(), note.begin());
    crypto_aead_xchacha20poly1305_ietf_encrypt(note.data() + nonceBytes, nullptr, plain.data(), plain.size(),
                                               bytesOf(holder), holder.size(), nullptr, note.data(),
                                               m_key.data());
    return protocol::inBase64url(note);
}

std::optional<std::string> SealedNotes::open(std::string_view note, std::string_view holder,
                                             Instant now) const
{
    const auto bytes = decoded(note);
    if (!bytes || bytes->size() < nonceBytes + timeBytes + tagBytes)
        return std::nullopt;
    Bytes plain(bytes->size() - nonceBytes - tagBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, bytes->data() + nonceBytes,
                                                   bytes->size() - nonceBytes, bytesOf(holder), holder.size(),
                                                   bytes->data(), m_key.data()) != 0)
        return std::nullopt;
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < timeBytes; ++i)
        time = time << 8 | plain[i];
    if (static_cast<std::uint64_t>(now.time_since_epoch().count()) >= time)
        return std::nullopt;
    return std::string(plain.begin() + timeBytes, plain.end());
}

} // namespace deskbell::server
