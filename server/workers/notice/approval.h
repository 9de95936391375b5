#pragma once

// Compares the notice templates with those that the provider approved: a text that differs by one
// letter is not delivered, so an operator checks before guests are affected. Pure except for the
// request, which is passed in.

#include <functional>

#include "server/workers/notice/noticetemplates.h"

namespace deskbell::server {

struct ApprovedTemplate
{
    std::string content;
    std::size_t buttons = 0;
    bool isApproved = false; ///< not in inspection, not rejected
};
/// By the provider's id. Errors: "template-not-there", "messenger-not-answering" (code).
using ApprovalSource = std::function<Expected<ApprovedTemplate>(const std::string &id)>;

/// The first that is wrong, with the facts language, kind and id: "template-not-approved",
/// "template-differs", or what the source says.
Expected<void> checkApproved(const NoticeTemplates &templates, const ApprovalSource &source);

} // namespace deskbell::server
