#pragma once

// The threads of one role: one looks for work of the role's kinds (woken when there may be some, and
// every so often by itself), a few carry it out, item by item or many at once where that is cheaper. They
// are this worker's own, so that whatever hangs in one role takes nothing from another. Made, started and
// stopped by the process's main thread.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "server/log/log.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class Worker
{
public:
    struct Settings
    {
        std::vector<Work> kinds; ///< when there is more than threads can take, the first go first
        std::size_t threads = 4;
        std::chrono::milliseconds lookEvery{1'000};
        std::chrono::milliseconds lease{45'000};
        std::size_t atOnce = 1;              ///< items that a thread is given together
        std::chrono::milliseconds gather{0}; ///< once woken: more may come, to be taken together
    };
    /// Carries items out, to their end or their next try; several threads call it at once. An item that
    /// it neither settles nor puts off is taken up again when its lease ends.
    using Handler = std::function<void(std::span<const WorkItem>)>;
    struct Figures
    {
        std::size_t threads = 0; ///< none: it does not run
        std::size_t busy = 0;
        std::uint64_t done = 0; ///< items begun and let go of since the start
        std::optional<Instant> lastDone;
    };

    Worker(Settings settings, Storage &storage, Handler handler, std::function<Instant()> now,
           const Log &log);
    ~Worker(); ///< stops
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void start();
    /// There may be work. From any thread, at once.
    void wake();
    bool takes(Work work) const;
    Figures figures() const;
    /// Takes nothing more up and waits for what is under way; true when that ended within `grace`.
    bool finish(std::chrono::milliseconds grace);
    /// Waits for the threads to end, however long that takes.
    void stop();

private:
    void look();
    void work();
    /// True when there may be more due.
    bool takeSome(std::size_t limit);
    /// How many items more there are threads for. Under the mutex.
    std::size_t room() const;
    /// The next ones for one thread. Under the mutex.
    std::vector<WorkItem> nextFromQueue();
    /// Taken and not begun: due at once for whoever comes next.
    void giveBack(const WorkItem &item);

    const Settings m_settings;
    Storage &m_storage;
    const Handler m_handler;
    const std::function<Instant()> m_now;
    const Log &m_log;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<WorkItem> m_queue;
    Figures m_figures;
    bool m_isWoken = false;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace deskbell::server
