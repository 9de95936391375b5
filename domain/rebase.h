#pragma once

// Two people who change one reservation: what a command changes is laid over what others have changed since
// its maker saw the reservation, field by field; a field that both have changed is asked about. Pure.

#include <span>

#include "domain/command.h"
#include "domain/expected.h"

namespace deskbell {

/// A state that the reservation had.
struct KnownVersion
{
    Reservation state;
    bool isOwn = false; ///< made by a command of the same desk
};

/// A command that sets values and not only a step: the others have nothing to be laid over anything.
bool isRebased(CommandType type);

/// `versions` begin with what the maker saw and end with what is now. Error: "changed-meanwhile".
Expected<CommandArgs> rebased(const CommandArgs &args, std::span<const KnownVersion> versions);

/// The wish again for what is now, after "changed-meanwhile": `changed` as that error names the fields that
/// its maker has changed, the others are as they are now.
CommandArgs withFields(const CommandArgs &args, const Reservation &now, std::string_view changed);

} // namespace deskbell
