#pragma once

// One committed transaction of a property as the backend keeps it, and how it looks through a desk's
// window. Rows are the stored texts of protocol::encodeRow, so that nobody encodes them again.
// Immutable once committed: shared between threads by const pointer.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/window.h"
#include "protocol/cursor.h"
#include "protocol/rows.h"

namespace deskbell::server {

class History;

/// Before and after a command; `before` is none for a new one.
struct ChangedReservation
{
    std::optional<Reservation> before;
    Reservation after;
};

struct ChangedRow
{
    Entity entity = entityOf<Reservation>();
    Uuid id;
    std::uint32_t version = 0;
    std::string row;             ///< protocol::encodeRow
    std::optional<Place> before; ///< of what has dates; none when it is new
    std::optional<Place> after;  ///< of what has dates
};

struct ChangeSet
{
    PropertyId property{};
    std::uint64_t seq = 0;
    Instant at{};
    std::optional<CommandId> command;
    std::vector<ChangedRow> rows;
};

/// {"seq":…,"at":"…","command":"…","rows":[…],"leaves":[…]}: what protocol::encodeTransaction would
/// make of it for this window. Never empty: a desk needs every number.
void appendTransaction(std::string &out, const ChangeSet &change, const Window &window);

/// The live socket's frame {"tx":{…,"cursor":"…"}}, what protocol::encodeLive would make of it.
std::string liveTransaction(const ChangeSet &change, const History &history, const Window &window);

} // namespace deskbell::server
