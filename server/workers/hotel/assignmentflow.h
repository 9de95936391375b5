#pragma once

// What the hotel's worker does with one assignment: it asks the engine to give the waiting reservation a
// unit of its offering, the least used one, chosen and written in one transaction under the item's fence.
// When none can be given yet it comes back later, ever more rarely. Done twice it is done once: who has
// a unit, or has ended, waits for none. Holds no state: several threads use one flow at once.

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
