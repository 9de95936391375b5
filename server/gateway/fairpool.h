#pragma once

// A thread pool with fair queueing. Priority tasks run before all others and have some threads reserved.
// The other tasks wait in one queue for each key (a network, a property); the queues take turns, and a full
// queue refuses tasks without affecting the others. Owned by the gateway.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace deskbell::server {

class FairPool
{
public:
    using Task = std::function<void()>;
    struct Limits
    {
        std::size_t threads = 2;
        std::size_t keptForFirst = 0; ///< of the threads; one is always left for the others
        std::size_t mostFirst = 64;   ///< waiting
        std::size_t mostOthers = 64;  ///< waiting, of all keys together
        std::size_t mostOfOne = 64;   ///< waiting, of one key
    };

    explicit FairPool(Limits limits);
    ~FairPool(); ///< stops
    FairPool(const FairPool &) = delete;
    FairPool &operator=(const FairPool &) = delete;

    /// False when too many wait or the pool has stopped; the task is not kept then.
    bool postFirst(Task task);
    bool post(const std::string &key, Task task);
    /// Carries out what is queued, then ends the threads.
    void stop();

private:
    struct Queue
    {
        std::string key;
        std::deque<Task> tasks;
    };
    void run(bool isForFirst);
    /// Under the mutex.
    Task next(bool isForFirst);

    const Limits m_limits;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_first;
    std::list<Queue> m_others; ///< whose turn comes first; none is empty
    std::size_t m_waiting = 0; ///< of the others
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace deskbell::server
