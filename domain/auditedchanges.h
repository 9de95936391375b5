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
/// Of one kind both. A change of an offering or a unit, for one, begins with its kind and id: what it is
/// about.
std::vector<AuditedChange> auditedChanges(const Row *before, const Row &after);

} // namespace deskbell
