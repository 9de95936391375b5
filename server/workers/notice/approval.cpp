#include "server/workers/notice/approval.h"

namespace deskbell::server {
namespace {

Expected<void> checkOne(const NoticeTemplate &ours, const ApprovalSource &source)
{
    const auto theirs = source(ours.id);
    if (!theirs)
        return tl::unexpected(theirs.error());
    if (!theirs->isApproved)
        return failure("template-not-approved");
    if (theirs->content != ours.text || theirs->buttons != ours.buttons.size())
        return failure("template-differs");
    return {};
}

} // namespace

Expected<void> checkApproved(const NoticeTemplates &templates, const ApprovalSource &source)
{
    for (const auto &[tag, language] : templates.all()) {
        for (const auto &[name, each] : language.templates) {
            auto checked = checkOne(each, source);
            if (checked)
                continue;
            Facts facts = checked.error().facts;
            facts["language"] = tag;
            facts["kind"] = name;
            facts["id"] = each.id;
            return failure(checked.error().code, std::move(facts));
        }
    }
    return {};
}

} // namespace deskbell::server
