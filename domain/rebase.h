#pragma once

// Merges concurrent changes: the fields that a command changes are laid over what others have changed
// since its author saw the entity; a field that both have changed becomes a question. Pure.

#include <optional>
#include <span>
#include <variant>

#include "domain/command.h"
#include "domain/entities.h"
#include "domain/expected.h"

namespace deskbell {

/// A state that the subject had.
struct KnownVersion
{
    Row state;
    bool isOwn = false; ///< made by a command of the same desk
};

/// What a command changes that sets values and is not only a step, by the id under which Command::base names
/// it. None for the others: they have nothing to be laid over anything.
std::optional<Uuid> subjectOf(const CommandArgs &args, const PropertyId &property);

/// `versions` begin with what the maker saw and end with what is now. Error: "changed-meanwhile".
Expected<CommandArgs> rebased(const CommandArgs &args, std::span<const KnownVersion> versions);

/// The wish again for what is now, after "changed-meanwhile": `changed` as that error names the fields that
/// its maker has changed, the others are as they are now.
CommandArgs withFields(const CommandArgs &args, const Row &now, std::string_view changed);

} // namespace deskbell
