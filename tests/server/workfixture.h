#pragma once

// Tests of what a worker does with its work: taken from a real storage, under a clock that the test
// moves, with chances that are the same each time.

#include "server/storagefixture.h"
#include "server/workers/recorder.h"

namespace deskbell::server::testing {

class WorkTest : public StorageTest
{
protected:
    explicit WorkTest(Work kind, std::chrono::milliseconds lease = std::chrono::seconds(45));

    WorkerSurroundings surroundings();
    /// What is due, taken for the lease.
    std::vector<WorkItem> take() { return take(m_kind); }
    std::vector<WorkItem> take(Work kind)
    {
        return m_storage->takeWork(kind, m_clock.now, m_lease, 100).value();
    }
    std::vector<WorkItem> take(std::chrono::milliseconds lease)
    {
        return m_storage->takeWork(m_kind, m_clock.now, lease, 100).value();
    }
    /// Takes all that is due and has it carried out; how much that was.
    template <typename Flow>
    std::size_t carryOut(Flow &flow, Work kind)
    {
        const auto items = take(kind);
        for (const WorkItem &item : items)
            flow.carryOut(item);
        return items.size();
    }
    template <typename Flow>
    std::size_t carryOut(Flow &flow)
    {
        return carryOut(flow, m_kind);
    }
    /// What is in the outbox, due or not.
    std::size_t waiting() { return waiting(m_kind); }
    std::size_t waiting(Work kind);
    void pass(std::chrono::milliseconds time) { m_clock.now = m_clock.now.load() + time; }

    const Work m_kind;
    const std::chrono::milliseconds m_lease;
    std::uint64_t m_random = 0;
    const Log m_log;
};

} // namespace deskbell::server::testing
