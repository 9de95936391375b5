#pragma once

// The members of the audit's entries, as describe.h explains. Internal to protocol/.

#include "domain/describe.h"
#include "protocol/audit.h"

namespace deskbell::protocol {

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
