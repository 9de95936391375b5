#pragma once

// A few threads and a bounded queue before them, for what would make an io thread wait: reading the
// database, hashing passwords. Who finds the queue full is told at once. Owned by the gateway.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace deskbell::server {

class TaskPool
{
public:
    TaskPool(std::size_t threads, std::size_t maxQueue);
    ~TaskPool(); ///< stops
    TaskPool(const TaskPool &) = delete;
    TaskPool &operator=(const TaskPool &) = delete;

    /// False when the queue is full or the pool has stopped; the task is not kept then.
    bool post(std::function<void()> task);
    /// Carries out what is queued, then ends the threads.
    void stop();

private:
    void run();

    const std::size_t m_maxQueue;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace deskbell::server
