#pragma once

// What a command changed, member by member, as the audit keeps it. What is personal to a guest, and
// what people wrote in their own words, is told of as changed and not quoted (docs/adr/0096). Pure.

#include <vector>

#include "domain/property.h"
#include "domain/reservation.h"
#include "protocol/audit.h"

namespace deskbell::server {

/// `before` is null for a new one: then all that is set counts as changed.
std::vector<protocol::AuditedChange> auditedChanges(const Reservation *before, const Reservation &after);
std::vector<protocol::AuditedChange> auditedChanges(const Offering *before, const Offering &after);
std::vector<protocol::AuditedChange> auditedChanges(const Unit *before, const Unit &after);
std::vector<protocol::AuditedChange> auditedChanges(const Property &before, const Property &after);

} // namespace deskbell::server
