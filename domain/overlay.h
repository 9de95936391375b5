#pragma once

// What the clerk sees = the backend's truth with the desk's own unanswered commands laid over it.
// Pure: cached rows are never patched with a guess; when the truth arrives the overlay falls away.

#include <optional>
#include <span>

#include "domain/decide.h"

namespace deskbell {

struct Overlaid
{
    std::optional<Reservation> seen; ///< none when nothing is known and nothing pending makes it
    int waiting = 0;                 ///< pending commands that show in `seen`
    /// The first pending command that cannot be applied any more, and why: the backend will
    /// probably refuse it; `seen` leaves it out.
    std::optional<Error> conflict;
};

/// `pending` in the order of n, all about this reservation; `actors` gives who asked.
/// `context.actor` is used for roles unless the command names another display name.
Overlaid overlay(const Reservation *truth, std::span<const Command> pending, const Context &context);

} // namespace deskbell
