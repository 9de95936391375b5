#pragma once

// What a command changed, member by member, as the audit keeps it. Every described member is compared. The
// texts of a reservation are personal to its guest or written by people: they are named as changed and not
// quoted (docs/adr/0096). Pure.

#include <string>
#include <vector>

#include "domain/entities.h"

namespace deskbell {

/// One member before and after. Values as they read: "confirmed", "2026-06-01", "card 20000 EUR taken".
struct AuditedChange
{
    std::string field; ///< "state", "stay", "guest.phone", "payment 0190…"
    std::string before;
    std::string after;
    bool isWithheld = false; ///< it changed, and what it was and is stays in the reservation
    friend bool operator==(const AuditedChange &, const AuditedChange &) = default;
};

void describe(auto &visit, Of<AuditedChange> auto &change)
{
    visit("field", change.field);
    visit.maybe("before", change.before);
    visit.maybe("after", change.after);
    visit.maybe("isWithheld", change.isWithheld);
}

/// `before` is null for a new one: then all that is set counts as changed.
std::vector<AuditedChange> auditedChanges(const Reservation *before, const Reservation &after);
/// Both of one kind. The changes begin with the kind and the id, unless it is the property: the audit is of
/// one property anyway.
std::vector<AuditedChange> auditedChanges(const UndatedRow *before, const UndatedRow &after);

} // namespace deskbell
