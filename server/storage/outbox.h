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
struct Claim
{
    std::uint64_t id = 0;
    std::uint64_t fence = 0;
    std::optional<Instant> againAt;
};

} // namespace deskbell::server
