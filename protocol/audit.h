#pragma once

// Who did what, when, from where, and what it changed. What the audit tells of guests is that
// something about them changed, never what (docs/adr/0096).
//   GET /v1/properties/{p}/audit?reservation=&actor=&from=&to=&before=&limit= → AuditPage

#include <string>
#include <vector>

#include "domain/auditedchanges.h"
#include "domain/role.h"
#include "domain/time.h"
#include "protocol/json.h"

namespace deskbell::protocol {

using deskbell::AuditedChange;

struct AuditEntry
{
    std::uint64_t number = 0; ///< in the order they were carried out; gaps mean nothing
    Instant at{};
    CommandId command{};
    std::string type;    ///< "confirm-reservation"
    std::string outcome; ///< "applied", "refused"
    std::string code;    ///< why it was refused
    std::uint64_t seq = 0;
    Actor actor;
    std::string channel; ///< "desk", "guest", "worker"
    std::string address; ///< from where it came over the network
    std::optional<DeviceId> device;
    std::optional<ReservationId> reservation;
    std::vector<AuditedChange> changes;
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// The latest first.
struct AuditPage
{
    std::vector<AuditEntry> entries;
    std::optional<std::uint64_t> next; ///< `before` of the next page; none at the end
    friend bool operator==(const AuditPage &, const AuditPage &) = default;
};
std::string encodeAuditPage(const AuditPage &page);
/// Error: "bad-audit".
Expected<AuditPage> decodeAuditPage(std::string_view text);

/// [{"field":…,"before":…,"after":…}], as it is kept.
std::string encodeAuditedChanges(const std::vector<AuditedChange> &changes);
Expected<std::vector<AuditedChange>> decodeAuditedChanges(std::string_view text);

} // namespace deskbell::protocol
