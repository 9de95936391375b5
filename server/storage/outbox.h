#pragma once

// The backend's outbox: work that follows from a change, written in the change's own transaction.
// A worker takes an item under a lease and gets a fence number; whatever it does later under an
// older fence has no effect, so a worker that slept past its lease cannot undo its successor's work.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

/// Stored as numbers: new kinds come at the end.
enum class Work {
    Charge,     ///< a card; subject: the payment
    Refund,     ///< to a card; subject: the payment
    Assign,     ///< give the reservation its unit; subject: none
    Notify,     ///< tell the guest; subject: the notice
    Project,    ///< bring what the guest's page shows up to date; subject: the reservation
    Expire,     ///< let a reservation go that is not paid in time; subject: none
    KeepCard,   ///< fetch the provider's key for a guest's card; subject: one of the reservation's own
    ForgetCard, ///< delete it there and here; the same subject
};
inline constexpr std::array allWork{Work::Charge,  Work::Refund, Work::Assign,   Work::Notify,
                                    Work::Project, Work::Expire, Work::KeepCard, Work::ForgetCard};
std::string_view toString(Work work);

/// No wait that is configured is longer: of a backoff, of a circuit breaker, of a lease.
inline constexpr std::chrono::minutes longestSetting{15};
/// No work of this kind is ever put off for longer. What is stored as due later was stored under a clock that
/// was wrong and has been put right since: it is due now (docs/adr/0170).
std::chrono::milliseconds longestWait(Work work);
/// Likewise of leases: one that ends later is over.
inline constexpr std::chrono::minutes longestLease = longestSetting;

struct WorkItem
{
    std::uint64_t id = 0;
    Work work = Work::Charge;
    PropertyId property{};
    ReservationId reservation{};
    Uuid subject;                   ///< items of one subject come one after the other; null: in no order
    std::optional<RefundId> refund; ///< of Work::Refund
    std::optional<Instant> dueAt;   ///< of what is added: when it may be taken up, at once without
    std::uint32_t attempts = 0;     ///< that were begun, this one included
    std::uint64_t fence = 0;
    friend bool operator==(const WorkItem &, const WorkItem &) = default;
};

/// What a worker says about an item it holds. Settled without `againAt`; otherwise taken up again then.
/// With `isKept` it is neither: the worker goes on holding it until its lease ends.
struct Claim
{
    std::uint64_t id = 0;
    std::uint64_t fence = 0;
    std::optional<Instant> againAt;
    bool isKept = false;
};

/// How much of one kind of work there is.
struct Backlog
{
    Work work = Work::Charge;
    std::size_t waiting = 0;
    std::optional<Instant> dueSince; ///< of what has been due longest
};

} // namespace deskbell::server
