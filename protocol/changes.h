#pragma once

// Changes on the wire. A Transaction is whole or not there: one number of the property's clock, all
// rows it wrote, and the ids of those that left the desk's window.
//   GET …/changes?after=<cursor>&limit=  → {"transactions":[…],"cursor":"…","seq":12,"upToDate":true}
//   GET …/snapshot?from=&to=             → NDJSON rows, then {"end":{"cursor":"…","seq":12,"count":n,
//                                           "digests":{"reservation":"…",…},"from":"…","to":"…"}}
//   live socket: client {"auth":{"token":"…"}}, {"resume":{"cursor":"…"}};
//                server {"tick":{"seq":12}}, {"tx":{…transaction…,"cursor":"…"}}

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/window.h"
#include "protocol/rows.h"

namespace deskbell::protocol {

struct Leave
{
    Entity entity = entityOf<Reservation>();
    Uuid id;
    friend bool operator==(const Leave &, const Leave &) = default;
};

struct Transaction
{
    std::uint64_t seq = 0;
    Instant at{};
    std::optional<CommandId> command; ///< that caused it
    std::vector<Row> rows;
    std::vector<Leave> leaves;
    friend bool operator==(const Transaction &, const Transaction &) = default;
};

/// {"seq":…,"at":"…","command":"…","rows":[…],"leaves":[{"entity":"…","id":"…"}]}
std::string encodeTransaction(const Transaction &transaction);
Expected<Transaction> decodeTransaction(const json::value &value);

struct ChangesPage
{
    std::vector<Transaction> transactions;
    std::string cursor;
    std::uint64_t seq = 0;
    bool isUpToDate = true;
    friend bool operator==(const ChangesPage &, const ChangesPage &) = default;
};
std::string encodeChangesPage(const ChangesPage &page);
Expected<ChangesPage> decodeChangesPage(std::string_view text);

struct SnapshotEnd
{
    std::string cursor;
    std::uint64_t seq = 0;
    std::uint64_t count = 0;
    /// Indexed by Entity; empty for a kind that the backend does not have.
    DigestTexts digests;
    std::optional<Window> window =
        std::nullopt; ///< the dates it shows; none from a backend that does not say
    friend bool operator==(const SnapshotEnd &, const SnapshotEnd &) = default;
};
std::string encodeSnapshotEnd(const SnapshotEnd &end);
/// A snapshot's line is a row or its end. A snapshot without an end is cut off and void.
using SnapshotLine = std::variant<Row, SnapshotEnd>;
Expected<SnapshotLine> decodeSnapshotLine(std::string_view line, json::storage_ptr storage = {});

struct LiveAuth
{
    std::string token;
    friend bool operator==(const LiveAuth &, const LiveAuth &) = default;
};
struct LiveResume
{
    std::string cursor;
    friend bool operator==(const LiveResume &, const LiveResume &) = default;
};
struct LiveTick
{
    std::uint64_t seq = 0;
    friend bool operator==(const LiveTick &, const LiveTick &) = default;
};
struct LiveTransaction
{
    Transaction transaction;
    std::string cursor; ///< after it
    friend bool operator==(const LiveTransaction &, const LiveTransaction &) = default;
};
using LiveMessage = std::variant<LiveAuth, LiveResume, LiveTick, LiveTransaction>;
std::string encodeLive(const LiveMessage &message);
Expected<LiveMessage> decodeLive(std::string_view text);

/// Close codes of the live socket beside those of RFC 6455.
inline constexpr int closeUnauthorized = 4401;
inline constexpr int closeForbidden = 4403;
inline constexpr int closeCursorGone = 4410; ///< epoch differs or seq below the lowest kept

} // namespace deskbell::protocol
