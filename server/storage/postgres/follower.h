#pragma once

// Tells this process's listener what is committed in the database, by whichever process, in the order of
// the numbers. Our own commits are passed on at once when they are next in line; whatever is missing is
// read from the database, once a commit of the follower's own has proven on each new connection that what
// is there will stay. A server that took another's place may not have all that was told: a new epoch begins
// then (docs/adr/0151, 0155). NOTIFY wakes the other processes' followers, a few times a second at most, for
// it serialises commits; a slow poll finds what no NOTIFY told. Owns a thread with a connection of its own.

#include <array>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "server/storage/postgres/pgconnection.h"
#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

class Follower : public StorageListener
{
public:
    /// `listener` outlives it. What is committed before is old news. Throws StorageFailure.
    Follower(const PgAddress &address, const History &history, const Surroundings &surroundings,
             StorageListener &listener);
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
    /// The thread reads it from the database, as if another process had found it.
    void historyChanged(const History &) override { m_isBehind = true; }
    /// Of a property that this process has loaded.
    void historyBegan(const PropertyId &property, std::uint64_t seq);

private:
    /// The last change that was told of a property, to be recognised by its mark; 0 where none is known.
    struct Told
    {
        std::uint64_t seq = 0;
        std::uint64_t mark = 0;
    };

    void run();
    void follow();
    void connect();
    /// Whether what this server shows can be told.
    bool isProven();
    /// Whether what was told is part of what is there.
    void compareHistories();
    void tell(Told &told, std::shared_ptr<const ChangeSet> change);
    /// Waits for a notification, a short time; what it was about.
    void listen();
    void beginEpoch();
    /// Another epoch may have begun, by another process or by this one.
    void followHistory();
    void catchUp();
    void catchUp(const PropertyId &property, std::uint64_t seq, std::uint64_t lowest);
    void notify();

    const PgAddress m_address;
    const Surroundings m_surroundings;
    StorageListener &m_listener;
    History m_history;                          ///< the thread's, as all up to the mutex
    std::unique_ptr<PgConnection> m_connection; ///< the thread's
    std::chrono::steady_clock::time_point m_lookedAt{};
    std::chrono::steady_clock::time_point m_notifiedAt{};

    std::mutex m_mutex; ///< of what follows; held while the listener is told, which keeps the order
    std::map<PropertyId, Told> m_told;
    bool m_isProven = false; ///< until then nothing is told
    std::atomic<bool> m_isBehind{true};
    std::atomic<bool> m_hasNews{false};
    std::atomic<bool> m_hasWork{false};
    std::array<std::atomic<bool>, allWork.size()> m_newWork{}; ///< by kind
    bool m_isStopping = false;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace deskbell::server
