#pragma once

// A few threads with a bounded queue, for tasks that would block an io thread: reading the database,
// hashing passwords. If the queue is full, the caller is told at once. A FairPool with a single queue.
// Owned by the gateway.

#include "server/gateway/fairpool.h"

namespace deskbell::server {

class TaskPool
{
public:
    TaskPool(std::size_t threads, std::size_t maxQueue) : m_pool({threads, 0, 0, maxQueue, maxQueue}) {}

    /// False when the queue is full or the pool has stopped; the task is not kept then.
    bool post(FairPool::Task task) { return m_pool.post({}, std::move(task)); }
    /// Carries out what is queued, then ends the threads.
    void stop() { m_pool.stop(); }

private:
    FairPool m_pool;
};

} // namespace deskbell::server
