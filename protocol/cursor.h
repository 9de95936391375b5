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
    std::uint64_t mark = 0; ///< tells one history from another at seq; 0 where none is known
    std::uint64_t seal = 0; ///< the backend's own, over what may not be made up; 0: it has none

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

std::string toString(const Cursor &cursor);
/// Error: "bad-cursor".
Expected<Cursor> parseCursor(std::string_view text);

} // namespace deskbell::protocol
