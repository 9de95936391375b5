#pragma once

// Undoes a command by another command that restores the earlier values, as long as nobody has changed since
// what it had changed. Which commands can be undone follows from the functions in undo.cpp. Pure.

#include <optional>
#include <vector>

#include "domain/decide.h"

namespace deskbell {

/// What was done, and the reservations that it changed as they were before and after.
struct Undoable
{
    struct Change
    {
        Reservation before;
        Reservation after;
    };
    CommandArgs done;
    std::vector<Change> changes;
};

bool isUndoable(CommandType type);
/// Before it is carried out: what undoOf() will need. `decision` is what decide() makes of it in `world`.
/// None for commands without a way back.
std::optional<Undoable> undoableOf(const CommandArgs &args, const World &world, const Decision &decision);
/// The command that takes it back. Error: "changed-since" with the reservation that others have changed.
Expected<CommandArgs> undoOf(const Undoable &what, const World &now);

} // namespace deskbell
