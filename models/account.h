#pragma once

// A person's requests about accounts: list the desks where they are signed in, end a session, change their
// password. An administrator sees everybody's sessions. All are questions to the backend, possible only
// while connected; nothing is stored at the desk. Values; they cross to the data thread and back by queued
// calls.

#include <string>
#include <variant>
#include <vector>

#include "domain/role.h"
#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::models {

/// A desk where somebody is signed in.
struct DeskSession
{
    Uuid id;
    std::string user; ///< what is typed at sign-in
    Actor account;
    Instant openedAt{};
    Instant seenAt{};       ///< to a quarter of an hour
    std::string address;    ///< of the network, from where it was opened
    bool isCurrent = false; ///< this one
    friend bool operator==(const DeskSession &, const DeskSession &) = default;
};

struct AskSessions
{
    bool isAll = false; ///< of everybody; for admins
};
struct EndSession
{
    Uuid id;
};
/// Ends all other sessions of the account, too.
struct ChangePassword
{
    std::string current;
    std::string next;
};
using AccountRequest = std::variant<AskSessions, EndSession, ChangePassword>;

/// Shorter ones the backend refuses; so it need not be asked.
inline constexpr int shortestPassword = 10;

} // namespace deskbell::models
