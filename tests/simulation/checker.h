#pragma once

// What must be true after any schedule of faults (docs/protocol.md), checked over plain evidence: what the
// desks were told is kept, how each of these commands ended, and the backend's truth before and after.
// Pure; knows nothing of how it came about, so that its own test can doctor them.

#include <string>
#include <vector>

#include "domain/command.h"
#include "e2e/support/backendview.h"

namespace deskbell::simulation {

enum class Fate {
    Applied,
    Refused,
    Parked, ///< never decided, because what it depends on was refused; told on a card
    Lost,   ///< neither the backend nor a card knows of it
};

struct KeptCommand
{
    CommandId id{};
    CommandArgs args;
    Fate fate = Fate::Lost;
};

struct Evidence
{
    e2e::Truth before;
    e2e::Truth after;
    std::vector<KeptCommand> kept; ///< in between, at all desks
};

/// One line for each breach, empty when all holds:
///  - a command that was kept is not lost;
///  - what was applied has exactly its one effect, what was not applied has none;
///  - no unit is given to two reservations in one night, and no night is sold beyond its stock.
std::vector<std::string> breachesOf(const Evidence &evidence);

} // namespace deskbell::simulation
