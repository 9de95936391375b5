#pragma once

// Carries out one assignment: asks the engine to give the waiting reservation a unit of its offering, the
// least used one, chosen and written in one transaction under the item's fence. If no unit can be
// assigned yet, it is retried at growing intervals. Idempotent: a reservation that has a unit or has
// ended needs none. Stateless: several threads use one flow at once.

#include "server/workers/recorder.h"

namespace deskbell::server {

class AssignmentFlow
{
public:
    AssignmentFlow(Backoff backoff, Storage &storage, WorkerSurroundings surroundings, const Log &log);

    void carryOut(const WorkItem &item);

private:
    const Backoff m_backoff;
    const Recorder m_recorder;
};

} // namespace deskbell::server
