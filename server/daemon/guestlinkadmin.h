#pragma once

// The operator's commands for a guest's link: show the valid one, or revoke all and make a new one. One
// request, one answer, both JSON, as in accountadmin.h; on any thread that may wait.

#include <string>
#include <string_view>

#include "server/pages/guestlinks.h"

namespace deskbell::server {

struct GuestLinkRequest
{
    std::string action; ///< "show", "revoke"
    std::string which;  ///< a reservation's id, or a link that leads to it (or did)
};
std::string encodeGuestLinkRequest(const GuestLinkRequest &request);
/// Error: "bad-guest-link-request".
Expected<GuestLinkRequest> decodeGuestLinkRequest(std::string_view text);

/// {"reservation","code","link","goodUntil"}. Errors: "unknown-guest-link-action", "link-unknown" (no
/// reservation has that id, and no link of ours is that one), "bad-secret", "storage-…".
Expected<std::string> administerGuestLink(const GuestLinkRequest &request, Storage &storage,
                                          GuestLinks::Settings settings, GuestLinks::BaseUrl baseUrl);

} // namespace deskbell::server
