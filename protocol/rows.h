#pragma once

// Rows: the backend's truth as it travels and is stored, one JSON object an entity:
//   {"entity":"reservation","id":"…","version":3,…}
// A row that is not newer than the one held is skipped by who receives it, so duplicates are
// harmless. encodeRow() is deterministic: one value, one text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/property.h"
#include "domain/reservation.h"
#include "protocol/json.h"

namespace deskbell::protocol {

using deskbell::toString; // an overload here would hide those of dates, which have no namespace of ours

using Row = std::variant<Property, Offering, Unit, Reservation>;

enum class Entity { Property, Offering, Unit, Reservation }; ///< in the order of Row's alternatives
inline constexpr int entityCount = 4;
std::string_view toString(Entity entity);
std::optional<Entity> entityNamed(std::string_view name);

inline Entity entityOf(const Row &row)
{
    return static_cast<Entity>(row.index());
}
Uuid idOf(const Row &row);
std::uint32_t versionOf(const Row &row);

/// One line, no line feed.
std::string encodeRow(const Row &row);
void appendRow(std::string &out, const Row &row);
/// Errors: "bad-row" with facts path and reason.
Expected<Row> decodeRow(const json::value &value);
Expected<Row> decodeRow(std::string_view text);
/// Convenience for whoever knows the entity: the same, or "bad-row" when it is another.
Expected<Reservation> decodeReservation(std::string_view text);
/// Only who the guest is, of a reservation's row as encodeRow() writes it; much faster than all of it.
Expected<Guest> decodeGuestOf(std::string_view row);

/// Digest of a set of rows, independent of their order: the sum modulo 2^64 of a 64-bit FNV-1a over
/// each row's id (16 bytes) and version (4 bytes, big-endian). Adding and removing are cheap, so
/// both sides keep it up with every change and compare.
class Digest
{
public:
    void add(const Uuid &id, std::uint32_t version);
    void remove(const Uuid &id, std::uint32_t version);
    std::string text() const; ///< 16 hexadecimal digits
    friend bool operator==(const Digest &, const Digest &) = default;

private:
    std::uint64_t m_sum = 0;
};

} // namespace deskbell::protocol
