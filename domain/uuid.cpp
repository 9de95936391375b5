#include "domain/uuid.h"

namespace deskbell {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

/// 128-bit FNV-1a, in two halves because not every compiler has a 128-bit integer.
struct Fnv128
{
    std::uint64_t high = 0x6c62272e07bb0142;
    std::uint64_t low = 0x62b821756295c58d;

    void add(std::uint8_t byte)
    {
        low ^= byte;
        // The prime is 2^88 + 0x13b: a shift and a small product.
        const std::uint64_t lowPart = (low & 0xffffffff) * 0x13b;
        const std::uint64_t highPart = (low >> 32) * 0x13b + (lowPart >> 32);
        high = high * 0x13b + (highPart >> 32) + (low << 24);
        low = highPart << 32 | (lowPart & 0xffffffff);
    }
};

void mark(Uuid &id, std::uint8_t version)
{
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | version << 4);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
}

void store(std::uint64_t value, std::uint8_t *to, int bytes)
{
    for (int i = bytes - 1; i >= 0; --i, value >>= 8)
        to[i] = static_cast<std::uint8_t>(value);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isDashAt(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

} // namespace

Uuid makeUuidV7(Instant now, const RandomBits &random)
{
    Uuid id;
    store(static_cast<std::uint64_t>(now.time_since_epoch().count()), id.bytes.data(), 6);
    store(random(), id.bytes.data() + 6, 2);
    store(random(), id.bytes.data() + 8, 8);
    mark(id, 7);
    return id;
}

Uuid makeNamedUuid(const Uuid &space, std::string_view name)
{
    Fnv128 hash;
    for (const std::uint8_t byte : space.bytes)
        hash.add(byte);
    for (const char c : name)
        hash.add(static_cast<std::uint8_t>(c));
    Uuid id;
    store(hash.high, id.bytes.data(), 8);
    store(hash.low, id.bytes.data() + 8, 8);
    mark(id, 8);
    return id;
}

std::string toString(const Uuid &id)
{
    std::string text(36, '-');
    std::size_t at = 0;
    for (const std::uint8_t byte : id.bytes) {
        if (isDashAt(at))
            ++at;
        text[at++] = hexDigits[byte >> 4];
        text[at++] = hexDigits[byte & 0x0f];
    }
    return text;
}

Expected<Uuid> parseUuid(std::string_view text)
{
    if (text.size() != 36)
        return failure("bad-uuid");
    Uuid id;
    std::size_t digit = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDashAt(i)) {
            if (text[i] != '-')
                return failure("bad-uuid");
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0)
            return failure("bad-uuid");
        std::uint8_t &byte = id.bytes[digit / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | value);
        ++digit;
    }
    return id;
}

std::string shortCode(const ReservationId &id)
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i < 16; ++i)
        bits = bits << 8 | id.value.bytes[i];
    // Ids made from names one after the other differ in a few bits; people must not mistake one
    // reservation for the next, so the bits are spread (Fibonacci hashing) and the upper 30 taken.
    bits = bits * 0x9e3779b97f4a7c15 >> 34;
    std::string text;
    for (int i = 5; i >= 0; --i) {
        text += alphabet[bits >> (i * 5) & 31];
        if (i == 3)
            text += '-';
    }
    return text;
}

} // namespace deskbell
