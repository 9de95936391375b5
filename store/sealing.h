// Sealing: what makes guests' data on this disk unreadable to whoever has the disk alone. A DataKey
// is 32 random bytes, known to the system's keychain and, wrapped by each person's password, to
// intent.db. A sealed value is nonce, ciphertext and tag (XChaCha20-Poly1305), bound to the id it
// belongs to, so that values cannot be exchanged between rows. Data thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/expected.h"
#include "domain/uuid.h"
#include "store/database.h"

namespace deskbell::store {

using Blob = std::vector<std::uint8_t>;

/// Kept in one place and wiped when it goes.
class DataKey
{
public:
    static constexpr std::size_t size = 32;

    DataKey() = default; ///< all zero: no key
    ~DataKey();
    DataKey(const DataKey &) = default;
    DataKey &operator=(const DataKey &) = default;

    static DataKey random();
    static Expected<DataKey> fromBytes(Bytes bytes);
    bool isNull() const;
    Bytes bytes() const { return m_bytes; }
    /// Names the key without telling it: which rows are sealed by which key.
    std::int64_t id() const;

private:
    std::array<std::uint8_t, size> m_bytes{};
};

/// 256 random bits in base64url, for who has to show them later.
std::string randomWord();

class Sealer
{
public:
    explicit Sealer(const DataKey &key);

    std::int64_t keyId() const { return m_keyId; }
    /// Appends to nothing: `out` is replaced, its memory used again.
    void seal(Bytes plain, const Uuid &id, Blob &out);
    Blob seal(std::string_view plain, const Uuid &id);
    /// Error "store-damaged" when the value is not what was sealed for this id.
    Expected<void> open(Bytes sealed, const Uuid &id, Blob &out) const;
    Expected<std::string> openText(Bytes sealed, const Uuid &id) const;

private:
    static constexpr std::size_t nonceSize = 24;

    DataKey m_key;
    std::int64_t m_keyId;
    std::array<std::uint8_t, nonceSize * 128> m_nonces{};
    std::size_t m_nextNonce = m_nonces.size();
};

/// The cost of guessing a password, as Argon2id counts it.
struct WrapCost
{
    std::uint64_t operations = 3;
    std::uint64_t memoryBytes = 64u << 20;
};

struct WrappedKey
{
    std::int64_t keyId = 0;
    Blob salt;
    WrapCost cost;
    Blob sealed;
};

WrappedKey wrapKey(const DataKey &key, std::string_view password, WrapCost cost = {});
/// Error "bad-credentials".
Expected<DataKey> unwrapKey(const WrappedKey &wrapped, std::string_view password);

} // namespace deskbell::store
