#pragma once

// Tells this process's listener what is committed in the database, by whichever process, in the order of
// the numbers. Our own commits are passed on at once when they are next in line; whatever is missing is
// read from the database. NOTIFY wakes the other processes' followers, a few times a second at most, for
// it serialises commits; a slow poll finds what no NOTIFY told. Owns a thread with a connection of its own.

#include <array>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "server/storage/postgres/pgconnection.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class Follower : public StorageListener
{
public:
    /// `listener` outlives it. What is committed before is old news. Throws StorageFailure.
    Follower(const PgAddress &address, StorageListener &listener);
    ~Follower() override;

    void committed(std::shared_ptr<const ChangeSet> change) override;
    void workAdded(Work work) override;
    void answered(const protocol::CommandBatch &batch,
                  const std::vector<protocol::CommandResult> &results) override
    {
        m_listener.answered(batch, results);
    }
    void grouped(std::size_t writes, std::chrono::microseconds took) override
    {
        m_listener.grouped(writes, took);
    }
    /// Of a property that this process has loaded.
    void historyBegan(const PropertyId &property, std::uint64_t seq);

private:
    void run();
    void follow();
    void connect();
    /// Waits for a notification, a short time; what it was about.
    void listen();
    void catchUp();
    void catchUp(const PropertyId &property, std::uint64_t seq, std::uint64_t lowest);
    void notify();

    const PgAddress m_address;
    StorageListener &m_listener;
    std::unique_ptr<PgConnection> m_connection; ///< the thread's
    std::chrono::steady_clock::time_point m_lookedAt{};
    std::chrono::steady_clock::time_point m_notifiedAt{};

    std::mutex m_mutex; ///< of what follows; held while the listener is told, which keeps the order
    std::map<PropertyId, std::uint64_t> m_told;
    std::atomic<bool> m_isBehind{true};
    std::atomic<bool> m_hasNews{false};
    std::atomic<bool> m_hasWork{false};
    std::array<std::atomic<bool>, allWork.size()> m_newWork{}; ///< by kind
    bool m_isStopping = false;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace deskbell::server
