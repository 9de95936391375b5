#pragma once

// What is true at the backend in memory: the hotel, the numbered transactions that made it so, the
// stored answers of commands, and how they look through a window of dates. Commands are decided by the
// domain's own rules, those that set up what can be reserved as those about a reservation. A value;
// FakeBackend keeps it and tests put older ones back.

#include <functional>
#include <map>
#include <vector>

#include "protocol/changes.h"
#include "protocol/commands.h"
#include "support/desk/demohotel.h"

namespace deskbell::testing {

struct FakeTruth
{
    DemoHotel hotel;
    std::uint64_t seq = 1;
    std::uint64_t lowest = 1; ///< cursors below are gone
    Uuid epoch;
    std::vector<protocol::Transaction> transactions;
    std::map<CommandId, protocol::CommandResult> answers;

    void beginEpoch();
    protocol::Digest digest(const std::optional<Window> &window) const;
    std::string cursorAt(std::uint64_t seq, const Window &window) const;
    static Window windowIn(const std::string &cursor);
    static protocol::Transaction seenThrough(const protocol::Transaction &transaction, const Window &window);

    /// The rows as the command leaves them, numbered as the next transaction; not yet among the others.
    Expected<protocol::Transaction> carryOut(const CommandArgs &args, const Actor &actor, Instant now);
    /// Once for each command, with its answer kept; what it did goes to `commit`.
    protocol::CommandResult decideOn(const Command &command, Role role,
                                     const std::function<void(protocol::Transaction)> &commit);
};

} // namespace deskbell::testing
