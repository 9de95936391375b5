#pragma once

// What the staff reads from the storage besides the property's data: the audit log and the
// processes' reports. Plain values.

#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "domain/uuid.h"
#include "protocol/audit.h"

namespace deskbell::server {

/// From where a command came, as far as the process that took it knows.
struct Origin
{
    std::string channel = "worker"; ///< "desk", "guest", "worker"
    std::string address;            ///< of the network, when it came over one
};

/// Which entries of a property's audit: all that fit every member that is set, the latest first.
struct AuditFilter
{
    std::optional<ReservationId> reservation;
    std::optional<AccountId> actor;
    std::optional<Instant> from;
    std::optional<Instant> to;           ///< not including
    std::optional<std::uint64_t> before; ///< numbers below this one
    std::size_t limit = 100;
};

/// One role of a process, as it last said. `process` is its own and the same over all its roles.
struct RoleReport
{
    std::string process;
    std::string role;
    Instant at{};
    std::string breaker; ///< protocol::encodeBreaker, or empty
    friend bool operator==(const RoleReport &, const RoleReport &) = default;
};

} // namespace deskbell::server
