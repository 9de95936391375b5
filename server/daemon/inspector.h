#pragma once

// Examines the whole database for damage when the process starts and once a day, while everything else goes
// on, and keeps the result for the log, the operator's status and /readyz. Owned by the daemon, with a
// thread of its own; state() from any thread.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <boost/json.hpp>

#include "server/log/log.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class Inspector
{
public:
    /// Of the last look that came to its end, or of the one under way as far as it has come.
    struct State
    {
        std::optional<Instant> lookedAt; ///< when the last one ended
        std::size_t count = 0;
        std::vector<Damage> damage; ///< the first of them
        std::optional<Damage::Reach> worst;
    };

    /// `rootDamaged` is called once, when nothing more may be written.
    Inspector(Storage &storage, std::function<Instant()> now, std::function<void()> rootDamaged,
              const Log &log);
    ~Inspector(); ///< stops
    void start();
    void stop();
    State state() const;
    boost::json::object status() const;

private:
    void run();
    bool look();
    void note(State &state, const Damage &damage);
    bool isStoppedWithin(std::chrono::milliseconds time);

    Storage &m_storage;
    const std::function<Instant()> m_now;
    const std::function<void()> m_rootDamaged;
    const Log &m_log;
    mutable std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    State m_state;
    std::thread m_thread;
};

} // namespace deskbell::server
