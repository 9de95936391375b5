#include "server/workers/hotel/assignmentflow.h"

namespace deskbell::server {

AssignmentFlow::AssignmentFlow(Backoff backoff, Storage &storage, WorkerSurroundings surroundings,
                               const Log &log)
    : m_backoff(backoff), m_storage(storage), m_surroundings(std::move(surroundings)),
      m_recorder("hotel-worker", storage, m_surroundings, log), m_log(log)
{
}

void AssignmentFlow::carryOut(const WorkItem &item)
{
    const auto found = m_storage.reservation(item.property, item.reservation);
    if (!found) {
        m_log.error("work-unreadable",
                    {{"reservation", toString(item.reservation)}, {"code", found.error().code}});
        return; // its lease runs out, and it is taken up again
    }
    if (!*found || (*found)->state != ReservationState::AwaitingUnit)
        return m_recorder.settle(item, std::nullopt);
    // Kept while it is asked for, because a refusal must not settle it.
    const auto given =
        m_recorder.commit(item, AssignAnyUnit{item.reservation}, Claim{item.id, item.fence, {}, true});
    if (given)
        return m_recorder.settle(item, std::nullopt);
    if (given.error().code != "claim-lost")
        m_recorder.settle(item,
                          m_surroundings.now() + m_backoff.after(item.attempts, m_surroundings.unitRandom()));
}

} // namespace deskbell::server
