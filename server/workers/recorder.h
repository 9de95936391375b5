#pragma once

// Reads what a worker's item is about, and records the outcome: by ordinary commands under the item's
// fence, or by settling the item alone. Waits for the durable answer. Stateless: several threads use one
// at once.

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "server/log/log.h"
#include "server/storage/storage.h"
#include "server/workers/backoff.h"

namespace deskbell::server {

/// Time and chance, handed in.
struct WorkerSurroundings
{
    std::function<Instant()> now;
    std::function<std::chrono::steady_clock::time_point()> steady;
    RandomBits random;

    double unitRandom() const { return static_cast<double>(random() >> 11) * 0x1.0p-53; }
};

class Recorder
{
public:
    /// `actor` is what history calls this worker, whose role is the system's.
    Recorder(std::string actor, Storage &storage, WorkerSurroundings surroundings, const Log &log);

    Instant now() const { return m_surroundings.now(); }
    /// When an item that came to nothing this time is tried again.
    Instant nextTry(const WorkItem &item, const Backoff &backoff) const;
    /// The item's reservation, null when there is none. On an error the item is left: its lease runs out,
    /// and it is taken up again.
    Expected<std::optional<Reservation>> reservationOf(const WorkItem &item) const;
    /// Errors: the refusal, "claim-lost" when another worker has the item, "storage-…". A refusal
    /// settles or puts off the item just as a success does.
    Expected<void> commit(const WorkItem &item, CommandArgs args, const Claim &claim) const;
    void settle(const WorkItem &item, std::optional<Instant> againAt) const;

private:
    const std::string m_actor;
    Storage &m_storage;
    const WorkerSurroundings m_surroundings;
    const Log &m_log;
};

} // namespace deskbell::server
