#pragma once

// The backend's outbox: work that follows from a change, written in the change's own transaction.
// A worker takes an item under a lease and gets a fence number; whatever it does later under an
// older fence has no effect, so a worker that slept past its lease cannot undo its successor's work.

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

enum class Work { Charge, Refund };
std::string_view toString(Work work);

struct WorkItem
{
    std::uint64_t id = 0;
    Work work = Work::Charge;
    PropertyId property{};
    ReservationId reservation{};
    PaymentId payment{};
    std::optional<RefundId> refund; ///< of Work::Refund
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
