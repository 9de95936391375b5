#pragma once

// Identifiers: UUIDv7 (RFC 9562), made where the thing is made, so that the same request sent twice
// is the same thing. Id<Tag> keeps a reservation's id from being passed where a unit's is wanted.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "domain/expected.h"
#include "domain/time.h"

namespace deskbell {

struct Uuid
{
    std::array<std::uint8_t, 16> bytes{};

    bool isNull() const { return *this == Uuid{}; }
    friend auto operator<=>(const Uuid &, const Uuid &) = default;
};

/// Source of random bits, handed in: the system's in programs, a seeded one in tests.
using RandomBits = std::function<std::uint64_t()>;

/// RFC 9562 §5.7: 48 bits of Unix milliseconds, version, 74 random bits.
Uuid makeUuidV7(Instant now, const RandomBits &random);

/// A stable id for something known by a name outside (RFC 9562 §5.8, version 8 over a 128-bit
/// FNV-1a): the same `space` and `name` always give the same id. Not for secrets.
Uuid makeNamedUuid(const Uuid &space, std::string_view name);

/// Canonical lower-case text, 36 characters.
std::string toString(const Uuid &id);
/// Accepts the canonical form only (either case). Error: "bad-uuid".
Expected<Uuid> parseUuid(std::string_view text);

template <typename Tag>
struct Id
{
    Uuid value{};

    bool isNull() const { return value.isNull(); }
    friend auto operator<=>(const Id &, const Id &) = default;
};

using PropertyId = Id<struct PropertyTag>;
using OfferingId = Id<struct OfferingTag>;
using UnitId = Id<struct UnitTag>;
using ReservationId = Id<struct ReservationTag>;
using PaymentId = Id<struct PaymentTag>;
using RefundId = Id<struct RefundTag>;
using CommandId = Id<struct CommandTag>;
using AccountId = Id<struct AccountTag>;
using DeviceId = Id<struct DeviceTag>;

template <typename Tag>
std::string toString(const Id<Tag> &id)
{
    return toString(id.value);
}

/// The short name that people say on the phone: six characters of Crockford's base 32 made of
/// the id's random half, as "7K2-M9Q". For people only; never used to find a reservation alone.
std::string shortCode(const ReservationId &id);

} // namespace deskbell

template <>
struct std::hash<deskbell::Uuid>
{
    std::size_t operator()(const deskbell::Uuid &id) const noexcept
    {
        // The last eight bytes are random in a version 7 UUID.
        std::uint64_t h = 0;
        for (int i = 8; i < 16; ++i)
            h = h << 8 | id.bytes[static_cast<std::size_t>(i)];
        return static_cast<std::size_t>(h ^ h >> 29);
    }
};

template <typename Tag>
struct std::hash<deskbell::Id<Tag>>
{
    std::size_t operator()(const deskbell::Id<Tag> &id) const noexcept
    {
        return std::hash<deskbell::Uuid>{}(id.value);
    }
};
