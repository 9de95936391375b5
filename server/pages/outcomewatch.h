#pragma once

// Waits a few seconds on behalf of guests for a result that another process may bring, such as a
// charged card. One thread polls for all of them, so that a waiting guest holds no thread; above a
// limit a guest is not made to wait. Owned by the pages.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

namespace deskbell::server {

class OutcomeWatch
{
public:
    struct Settings
    {
        std::chrono::milliseconds patience{4'000};
        std::chrono::milliseconds lookEvery{100};
        std::size_t most = 300;
    };

    explicit OutcomeWatch(Settings settings);
    ~OutcomeWatch(); ///< stops

    /// `done` is called once: when `isOver` says so, when patience ends, at once when too many wait.
    void wait(std::function<bool()> isOver, std::function<void()> done);
    /// Ends all waiting.
    void stop();

private:
    struct Waiting
    {
        std::function<bool()> isOver;
        std::function<void()> done;
        std::chrono::steady_clock::time_point until;
    };
    void run();

    const Settings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Waiting> m_waiting;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace deskbell::server
