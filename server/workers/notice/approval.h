#pragma once

// Holds what notices say to what the provider approved: a text that differs by a letter is not
// delivered, so an operator asks before guests do. Pure but for the asking, which is handed in.

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
