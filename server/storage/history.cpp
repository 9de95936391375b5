#include "server/storage/history.h"

#include <algorithm>

#include <sodium.h>

namespace deskbell::server {
namespace {

/// 64-bit FNV-1a.
class Mark
{
public:
    Mark &add(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte, value >>= 8)
            addByte(static_cast<std::uint8_t>(value));
        return *this;
    }
    Mark &add(const Uuid &id)
    {
        for (const std::uint8_t byte : id.bytes)
            addByte(byte);
        return *this;
    }
    std::uint64_t value() const { return m_value == 0 ? 1 : m_value; }

private:
    void addByte(std::uint8_t byte) { m_value = (m_value ^ byte) * 0x100000001b3; }

    std::uint64_t m_value = 0xcbf29ce484222325;
};

} // namespace

std::uint64_t markOf(const ChangeSet &change)
{
    Mark mark;
    mark.add(change.seq).add(static_cast<std::uint64_t>(change.at.time_since_epoch().count()));
    mark.add(change.command ? change.command->value : Uuid{});
    for (const ChangedRow &row : change.rows)
        mark.add(static_cast<std::uint64_t>(row.entity)).add(row.id).add(std::uint64_t{row.version});
    return mark.value();
}

History::History(const Uuid &epoch, std::string_view secret) : m_epoch(epoch)
{
    static_assert(std::tuple_size_v<decltype(m_key)> == crypto_shorthash_KEYBYTES);
    crypto_generichash(m_key.data(), m_key.size(), reinterpret_cast<const unsigned char *>(secret.data()),
                       secret.size(), nullptr, 0);
}

History History::under(const Uuid &epoch) const
{
    History other = *this;
    other.m_epoch = epoch;
    return other;
}

protocol::Cursor History::cursor(const PropertyId &property, const Window &window, std::uint64_t seq,
                                 std::uint64_t mark) const
{
    protocol::Cursor cursor{m_epoch, property, window.from, window.to, seq, mark};
    cursor.seal = sealOf(cursor);
    return cursor;
}

std::uint64_t History::sealOf(const protocol::Cursor &cursor) const
{
    // The dates are the desk's own choice.
    std::array<unsigned char, 48> sealed{};
    std::copy(cursor.epoch.bytes.begin(), cursor.epoch.bytes.end(), sealed.begin());
    std::copy(cursor.property.value.bytes.begin(), cursor.property.value.bytes.end(), sealed.begin() + 16);
    for (std::size_t byte = 0; byte < 8; ++byte) {
        sealed[32 + byte] = static_cast<unsigned char>(cursor.seq >> (8 * byte));
        sealed[40 + byte] = static_cast<unsigned char>(cursor.mark >> (8 * byte));
    }
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), sealed.data(), sealed.size(), m_key.data());
    std::uint64_t seal = 0;
    for (const unsigned char byte : hash)
        seal = seal << 8 | byte;
    return seal == 0 ? 1 : seal;
}

} // namespace deskbell::server
