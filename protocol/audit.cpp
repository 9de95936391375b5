#include "protocol/audit.h"

#include "protocol/auditmembers.h"
#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<AuditPage> auto &page)
{
    visit("entries", page.entries);
    visit.maybe("next", page.next);
}

namespace {

constexpr std::string_view badAudit = "bad-audit";
constexpr JsonLimits pageLimits{64u << 20, 16};

} // namespace

std::string encodeAuditPage(const AuditPage &page)
{
    return encoded(page);
}

Expected<AuditPage> decodeAuditPage(std::string_view text)
{
    return decoded<AuditPage>(text, badAudit, Strictness::SkipUnknown, pageLimits);
}

std::string encodeAuditedChanges(const std::vector<AuditedChange> &changes)
{
    return encoded(changes);
}

Expected<std::vector<AuditedChange>> decodeAuditedChanges(std::string_view text)
{
    return decoded<std::vector<AuditedChange>>(text, badAudit, Strictness::SkipUnknown, pageLimits);
}

} // namespace deskbell::protocol
