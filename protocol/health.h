#pragma once

// How the backend is, as the desk's link view shows it: which process does what, how its payment
// provider's circuit breaker stands, and how long work has waited.
//   GET /v1/properties/{p}/health → Health

#include <string>
#include <vector>

#include "domain/time.h"
#include "protocol/json.h"

namespace deskbell::protocol {

/// Of the calls that it remembers; while it is open, of those that opened it.
struct BreakerHealth
{
    std::string state; ///< "closed", "open", "half-open"
    std::uint64_t calls = 0;
    int failurePercent = 0;
    int slowPercent = 0;
    std::int64_t opensInMs = 0; ///< until it lets a probe through; 0 when it is not open
    friend bool operator==(const BreakerHealth &, const BreakerHealth &) = default;
};

/// One role of one process. A process says how it is every few seconds; one that has not for a while
/// is gone, and is soon no longer told of when another does what it did.
struct RoleHealth
{
    std::string process; ///< "backoffice:4711"
    std::string role;    ///< "payment"
    bool isGone = false;
    Instant seenAt{};
    std::optional<BreakerHealth> breaker; ///< of roles that call a provider
    friend bool operator==(const RoleHealth &, const RoleHealth &) = default;
};

struct QueueHealth
{
    std::string work; ///< "charge"
    std::uint64_t waiting = 0;
    std::optional<std::int64_t> dueForS; ///< of what has been due longest; none when nothing is due
    friend bool operator==(const QueueHealth &, const QueueHealth &) = default;
};

/// The last day whose card payments were compared with the provider's books. The report itself is
/// reconciliation.h's.
struct ReconciledDay
{
    Date day{};
    Instant madeAt{};
    std::uint64_t differences = 0;
    friend bool operator==(const ReconciledDay &, const ReconciledDay &) = default;
};

struct Health
{
    Instant at{};
    std::vector<RoleHealth> roles;
    std::vector<QueueHealth> queues;
    std::optional<ReconciledDay> reconciled; ///< managers are told; none when no day has been compared
    friend bool operator==(const Health &, const Health &) = default;
};
std::string encodeHealth(const Health &health);
/// Error: "bad-health".
Expected<Health> decodeHealth(std::string_view text);

/// What a process writes down about its breaker for the others to tell of.
std::string encodeBreaker(const BreakerHealth &breaker);
Expected<BreakerHealth> decodeBreaker(std::string_view text);

} // namespace deskbell::protocol
