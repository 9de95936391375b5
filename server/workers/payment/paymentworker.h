#pragma once

// The threads of the payment role: one looks for work (woken when there may be some, and every so
// often by itself), a few carry it out. They are this worker's own, so that a provider that hangs
// takes nothing from anybody else. Owned by main(); started and stopped there.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/workers/payment/paymentflow.h"

namespace deskbell::server {

class PaymentWorker
{
public:
    struct Settings
    {
        std::size_t threads = 4;
        std::chrono::milliseconds lookEvery{1'000};
        std::chrono::milliseconds lease{45'000};
    };

    PaymentWorker(Settings settings, Storage &storage, PaymentFlow &flow, std::function<Instant()> now,
                  const Log &log);
    ~PaymentWorker(); ///< stops
    PaymentWorker(const PaymentWorker &) = delete;
    PaymentWorker &operator=(const PaymentWorker &) = delete;

    void start();
    /// There may be work. From any thread, at once.
    void wake();
    /// Takes nothing more up and waits for what is under way; true when that ended within `grace`.
    bool finish(std::chrono::milliseconds grace);
    /// Waits for the threads to end, however long that takes.
    void stop();

private:
    void look();
    void work();
    /// True when there may be more due.
    bool takeSome(std::size_t limit);
    /// Taken and not begun: due at once for whoever comes next.
    void giveBack(const WorkItem &item);

    const Settings m_settings;
    Storage &m_storage;
    PaymentFlow &m_flow;
    const std::function<Instant()> m_now;
    const Log &m_log;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<WorkItem> m_queue;
    std::size_t m_busy = 0;
    bool m_isWoken = false;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace deskbell::server
