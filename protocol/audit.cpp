#include "protocol/audit.h"

#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<AuditedChange> auto &change)
{
    visit("field", change.field);
    visit.maybe("before", change.before);
    visit.maybe("after", change.after);
    visit.maybe("isWithheld", change.isWithheld);
}

void describe(auto &visit, Of<Actor> auto &actor)
{
    visit("id", actor.account);
    visit("name", actor.name);
    visit("role", actor.role);
}

void describe(auto &visit, Of<AuditEntry> auto &entry)
{
    visit("number", entry.number);
    visit("at", entry.at);
    visit("command", entry.command);
    visit("type", entry.type);
    visit("outcome", entry.outcome);
    visit.maybe("code", entry.code);
    visit.maybe("seq", entry.seq);
    visit("actor", entry.actor);
    visit("channel", entry.channel);
    visit.maybe("address", entry.address);
    visit.maybe("device", entry.device);
    visit.maybe("reservation", entry.reservation);
    visit("changes", entry.changes);
}

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
