#pragma once

// Who may ask for what. The table is held by the backend for every command, whatever a program
// sends; the desk uses the same table to grey out what cannot be done.

#include <optional>
#include <string>
#include <string_view>

#include "domain/command.h"
#include "domain/uuid.h"

namespace deskbell {

/// In the order of what they may do; a guest has no account, but a link to one reservation.
enum class Role { Guest, Clerk, Manager, Admin, System };

std::string_view toString(Role role);
std::optional<Role> roleNamed(std::string_view name);

/// Who gave a command. `name` is the account's display name, or the worker's. A guest's `account` is
/// the id of the one reservation they may do something about.
struct Actor
{
    AccountId account{};
    std::string name;
    Role role = Role::Clerk;
    /// A clerk of a property whose clerks confirm what they have taken themselves (Property::clerksConfirm);
    /// never travels.
    bool confirmsOwn = false;

    friend bool operator==(const Actor &, const Actor &) = default;
};

/// Managers may do all that clerks may, admins all that managers may. Outcomes of payments, refunds
/// and notices come from the system only, which does nothing else than its own commands. Guests make,
/// pay and cancel; what of it is theirs decide() says.
bool mayDo(Role role, CommandType type);

} // namespace deskbell
