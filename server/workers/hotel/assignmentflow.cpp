#include "server/workers/hotel/assignmentflow.h"

namespace deskbell::server {

AssignmentFlow::AssignmentFlow(Backoff backoff, Storage &storage, WorkerSurroundings surroundings,
                               const Log &log)
    : m_backoff(backoff), m_recorder("hotel-worker", storage, std::move(surroundings), log)
{
}

void AssignmentFlow::carryOut(const WorkItem &item)
{
    const auto found = m_recorder.reservationOf(item);
    if (!found)
        return;
    if (!*found || (*found)->state != ReservationState::AwaitingUnit)
        return m_recorder.settle(item, std::nullopt);
    // Kept while it is asked for, because a refusal must not settle it.
    const auto given =
        m_recorder.commit(item, AssignAnyUnit{item.reservation}, Claim{item.id, item.fence, {}, true});
    if (given)
        return m_recorder.settle(item, std::nullopt);
    if (given.error().code != "claim-lost")
        m_recorder.settle(item, m_recorder.nextTry(item, m_backoff));
}

} // namespace deskbell::server
