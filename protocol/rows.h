#pragma once

// Rows: the backend's truth as it travels and is stored, one JSON object an entity:
//   {"entity":"reservation","id":"…","version":3,…}
// A row that is not newer than the one held is skipped by who receives it, so duplicates are
// harmless. encodeRow() is deterministic: one value, one text.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/entities.h"
#include "protocol/json.h"

namespace deskbell::protocol {

using deskbell::toString; // an overload here would hide those of dates, which have no namespace of ours

using deskbell::Entity;
using deskbell::entityCount;
using deskbell::entityOf;
using deskbell::idOf;
using deskbell::Row;
using deskbell::versionOf;

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

/// Of each kind of row, in the order of Entity, as text.
using DigestTexts = std::array<std::string, entityCount>;

/// A digest of each kind of row.
class RowDigests
{
public:
    void add(Entity entity, const Uuid &id, std::uint32_t version)
    {
        m_digests[static_cast<std::size_t>(entity)].add(id, version);
    }
    void add(const Row &row) { add(entityOf(row), idOf(row), versionOf(row)); }
    DigestTexts texts() const;
    /// An empty text is of a kind that the other side does not have.
    bool agreesWith(const DigestTexts &theirs) const;

private:
    std::array<Digest, entityCount> m_digests;
};

} // namespace deskbell::protocol
