#pragma once

// A cursor says up to where a desk has applied a property's changes, and for which window of dates.
// It is opaque to the desk, which stores and returns the text; the backend reads it.

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::protocol {

using deskbell::toString; // an overload here would hide those of dates, which have no namespace of ours

struct Cursor
{
    Uuid epoch; ///< changes when the backend's history is not the one the desk has seen
    PropertyId property{};
    Date from{}; ///< the window: stays with arrival < to and departure >= from
    Date to{};
    std::uint64_t seq = 0;

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

std::string toString(const Cursor &cursor);
/// Error: "bad-cursor".
Expected<Cursor> parseCursor(std::string_view text);

} // namespace deskbell::protocol
