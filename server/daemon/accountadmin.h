#pragma once

// The operator's commands for accounts: add, list, passwd, edit, disable, enable, delete. Each is one
// request and one answer, both JSON, so that the same messages serve a database that no process has open
// and a running deskbelld over its control socket (control.h). Hashes passwords: not on an io thread.

#include <string>
#include <string_view>
#include <vector>

#include "server/gateway/authenticator.h"
#include "server/gateway/passwords.h"
#include "server/storage/storage.h"

namespace deskbell::server {

struct AccountRequest
{
    std::string action; ///< "add", "list", "passwd", "edit", "disable", "enable", "delete"
    std::string user;
    std::string name;                    ///< "" means the user; "edit": as it is
    std::string role;                    ///< "clerk", "manager", "admin"; "edit": "" means as it is
    std::vector<std::string> properties; ///< names or ids; none means all there are; "edit": as they are
    std::string password;
    std::string newUser; ///< "edit": what is typed at sign-in from now on; "" means as it is
};
std::string encodeAccountRequest(const AccountRequest &request);
Expected<AccountRequest> decodeAccountRequest(std::string_view text);

/// {"accounts":[{"id","user","name","role","disabled","properties":[…]}]}: those it was about. Errors:
/// "bad-account-request", "unknown-account-action", "user-missing", "user-taken", "unknown-user",
/// "unknown-role", "unknown-property", "property-ambiguous", "password-too-short",
/// "password-too-long", "password-too-common", "password-like-name", "text-too-long", "storage-…".
Expected<std::string> administer(const AccountRequest &request, Storage &storage, const Passwords &passwords,
                                 const GatewaySurroundings &surroundings);

} // namespace deskbell::server
