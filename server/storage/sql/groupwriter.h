#pragma once

// A writer: a thread that takes what is queued, carries it out in one transaction, commits durably, and
// only then tells those who wait. A write that fails is rolled back alone, by its savepoint or, where
// savepoints are dear (Connection::isShared), by trying each in a transaction of its own; so it is when a
// whole transaction is lost (disk full), so that a large write does not take its neighbours down. A
// connection that is lost is replaced. What became of a commit whose answer was lost is looked up in the
// database; what cannot be found out is answered "storage-unknown".

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "server/storage/sql/connection.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class GroupWriter
{
public:
    struct Limits
    {
        std::size_t maxGroup = 512;
        std::size_t maxQueue = 8192;
        std::chrono::milliseconds maxTime{10};    ///< no further write begins in a group older than that
        std::chrono::seconds maxReconnecting{10}; ///< to look up what became of a commit
    };
    /// One write. Both run on the writer's thread.
    struct Job
    {
        /// May be called again after its changes were rolled back, so it starts from nothing. Throws
        /// StorageFailure to have itself rolled back.
        std::function<void(Connection &)> write;
        /// After the commit, or with what went wrong. Exactly once.
        std::function<void(const Error *)> settled;
        /// What it will be about, so that a group can ask the database once for what all its jobs need.
        std::optional<PropertyId> property = std::nullopt;
        const CommandRequest *request = nullptr;
    };
    /// What happens around the writes, on the writer's thread. Only `connect` must be there.
    struct Around
    {
        std::function<std::unique_ptr<Connection>()> connect;
        /// A transaction has begun in which these are to be carried out; it is about to be committed.
        std::function<void(Connection &, std::span<const Job>)> begun = {};
        std::function<void(Connection &)> ending = {};
        /// Changes were taken back: drop what was remembered of them.
        std::function<void()> rolledBack = {};
        /// Of each durable commit: how many writes, and how long it took.
        std::function<void(std::size_t, std::chrono::microseconds)> committed = {};
    };

    /// Connects at once. Throws StorageFailure.
    GroupWriter(Around around, Limits limits);
    ~GroupWriter();

    /// Takes the job, or settles it here and now with "storage-busy" or "storage-stopped".
    void post(Job job);
    /// Posts and waits. Not from the writer's thread. `committed` runs there, after the commit.
    std::optional<Error> write(std::function<void(Connection &)> write,
                               const std::function<void()> &committed = {},
                               const std::optional<PropertyId> &property = std::nullopt);
    /// Carries out what is queued, then ends. Without a connection it waits for none: what is left is
    /// settled with "storage-stopped".
    void stop();

private:
    using Outcome = std::optional<Error>; ///< of one job; none: kept

    void run();
    void run(const char *sql);
    void carryOut(std::span<Job> group);
    /// Of the first ones, as many as there was time for.
    std::vector<Outcome> outcomesOf(std::span<Job> group);
    /// The same in one transaction; nothing when that was lost as a whole.
    std::optional<std::vector<Outcome>> tryGroup(std::span<Job> group);
    std::vector<Outcome> writeAll(std::span<Job> group);
    Outcome writeOne(Job &job);
    Outcome tryOne(Job &job);
    void begin(std::span<Job> group, bool isCareful);
    enum class Fate { NotCommitted, Committed, Unknown };
    /// Of the transaction that has just failed.
    Fate fate();
    void connect();
    /// Who waits behind a lost connection hears so at once.
    void refuseQueued();
    /// Waits so long at most.
    bool isStoppedWithin(std::chrono::milliseconds time);
    void commit();
    void rollBack();
    void rolledBack();
    void count(std::size_t writes, std::chrono::steady_clock::time_point began) const;

    const Around m_around;
    const Limits m_limits;
    std::unique_ptr<Connection> m_connection;
    std::optional<CommitToken> m_committing; ///< of the transaction whose commit is under way
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace deskbell::server
