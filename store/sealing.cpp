#include "store/sealing.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include <sodium.h>

#include "protocol/base64.h"

namespace deskbell::store {

namespace {

constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t mostWrapMemory = 1u << 30; // a damaged row must not ask for all memory

void ensureSodium()
{
    static const int ready = sodium_init(); // thread-safe, and harmless when done before
    assert(ready >= 0);
    static_cast<void>(ready);
}

Expected<DataKey> derive(std::string_view password, Bytes salt, WrapCost cost)
{
    std::array<std::uint8_t, DataKey::size> derived{};
    if (salt.size() != crypto_pwhash_SALTBYTES || cost.memoryBytes > mostWrapMemory || cost.operations == 0 ||
        crypto_pwhash(derived.data(), derived.size(), password.data(), password.size(), salt.data(),
                      cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure("bad-credentials");
    auto key = DataKey::fromBytes(derived);
    sodium_memzero(derived.data(), derived.size());
    return key;
}

} // namespace

DataKey::~DataKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

DataKey DataKey::random()
{
    ensureSodium();
    DataKey key;
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

std::string randomWord()
{
    ensureSodium();
    std::array<std::uint8_t, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return protocol::inBase64url(bytes);
}

Expected<DataKey> DataKey::fromBytes(Bytes bytes)
{
    if (bytes.size() != size)
        return failure("bad-data-key");
    DataKey key;
    std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
    return key;
}

bool DataKey::isNull() const
{
    return sodium_is_zero(m_bytes.data(), m_bytes.size()) == 1;
}

std::int64_t DataKey::id() const
{
    ensureSodium();
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{};
    constexpr std::string_view purpose = "deskbell data key id";
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const std::uint8_t *>(purpose.data()),
                       purpose.size(), m_bytes.data(), m_bytes.size());
    std::int64_t id = 0;
    std::memcpy(&id, hash.data(), sizeof id);
    return id & 0x7fff'ffff'ffff'ffff;
}

Sealer::Sealer(const DataKey &key) : m_key(key), m_keyId(key.id())
{
}

void Sealer::seal(Bytes plain, const Uuid &id, Blob &out)
{
    if (m_nextNonce == m_nonces.size()) {
        // One call to the system for many rows: the call costs as much as sealing a row.
        randombytes_buf(m_nonces.data(), m_nonces.size());
        m_nextNonce = 0;
    }
    out.resize(nonceSize + plain.size() + tagSize);
    std::memcpy(out.data(), m_nonces.data() + m_nextNonce, nonceSize);
    m_nextNonce += nonceSize;
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonceSize, nullptr, plain.data(), plain.size(),
                                               id.bytes.data(), id.bytes.size(), nullptr, out.data(),
                                               m_key.bytes().data());
}

Blob Sealer::seal(std::string_view plain, const Uuid &id)
{
    Blob out;
    seal(Bytes(reinterpret_cast<const std::uint8_t *>(plain.data()), plain.size()), id, out);
    return out;
}

Expected<void> Sealer::open(Bytes sealed, const Uuid &id, Blob &out) const
{
    if (sealed.size() < nonceSize + tagSize)
        return failure(std::string(failurecode::damaged), {{"id", toString(id)}});
    out.resize(sealed.size() - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data() + nonceSize,
                                                   sealed.size() - nonceSize, id.bytes.data(),
                                                   id.bytes.size(), sealed.data(), m_key.bytes().data()) != 0)
        return failure(std::string(failurecode::damaged), {{"id", toString(id)}});
    return {};
}

Expected<std::string> Sealer::openText(Bytes sealed, const Uuid &id) const
{
    Blob plain;
    if (auto opened = open(sealed, id, plain); !opened)
        return tl::unexpected(opened.error());
    return std::string(plain.begin(), plain.end());
}

WrappedKey wrapKey(const DataKey &key, std::string_view password, WrapCost cost)
{
    ensureSodium();
    WrappedKey wrapped;
    wrapped.keyId = key.id();
    wrapped.salt.resize(crypto_pwhash_SALTBYTES);
    wrapped.cost = cost;
    randombytes_buf(wrapped.salt.data(), wrapped.salt.size());
    auto derived = derive(password, wrapped.salt, cost);
    if (derived)
        Sealer(*derived).seal(key.bytes(), Uuid{}, wrapped.sealed);
    return wrapped;
}

Expected<DataKey> unwrapKey(const WrappedKey &wrapped, std::string_view password)
{
    ensureSodium();
    auto derived = derive(password, wrapped.salt, wrapped.cost);
    if (!derived)
        return derived;
    Blob plain;
    if (!Sealer(*derived).open(wrapped.sealed, Uuid{}, plain))
        return failure("bad-credentials");
    auto key = DataKey::fromBytes(plain);
    sodium_memzero(plain.data(), plain.size());
    return key;
}

} // namespace deskbell::store
