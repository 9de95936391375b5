#pragma once

// The permissions of each role. The backend applies the table to every command, whatever a program
// sends; the desk uses the same table to disable what is not allowed.

#include <optional>
#include <string>
#include <string_view>

#include "domain/describe.h"
#include "domain/names.h"
#include "domain/uuid.h"

namespace deskbell {

/// In the order of what they may do; a guest has no account, but a link to one reservation.
enum class Role { Guest, Clerk, Manager, Admin, System };

template <>
inline constexpr std::array<std::string_view, 5> namesOf<Role>{"guest", "clerk", "manager", "admin",
                                                               "system"};
static_assert(isLast(Role::System));

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

void describe(auto &visit, Of<Actor> auto &actor)
{
    visit("id", actor.account);
    visit("name", actor.name);
    visit("role", actor.role);
}

} // namespace deskbell
