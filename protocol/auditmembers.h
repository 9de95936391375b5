#pragma once

// The members of the audit's entries, as members.h lists those of rows. Internal to protocol/.

#include "protocol/audit.h"
#include "protocol/members.h"

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

} // namespace deskbell::protocol
