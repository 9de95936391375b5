#pragma once

// The one writer: a thread that takes what is queued, carries it out in one transaction, each write
// under its own savepoint, commits durably, and only then tells those who wait. A write that fails is
// rolled back alone; when a whole transaction is lost (disk full), each write is tried by itself, so
// that a large one does not take its neighbours down.

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

namespace deskbell::server {

class GroupWriter
{
public:
    struct Limits
    {
        std::size_t maxGroup = 512;
        std::size_t maxQueue = 8192;
        std::chrono::milliseconds maxTime{10}; ///< no further write begins in a group older than that
    };
    /// One write. Both run on the writer's thread.
    struct Job
    {
        /// May be called again after its changes were rolled back, so it starts from nothing. Throws
        /// StorageFailure to have itself rolled back.
        std::function<void(Connection &)> write;
        /// After the commit, or with what went wrong. Exactly once.
        std::function<void(const Error *)> settled;
    };

    /// `rolledBack` is told on the writer's thread whenever changes were taken back: drop what was
    /// remembered of them.
    /// `committed` is told there of each durable commit: how many writes, and how long it took.
    GroupWriter(std::unique_ptr<Connection> connection, Limits limits, std::function<void()> rolledBack,
                std::function<void(std::size_t, std::chrono::microseconds)> committed = {});
    /// Carries out what is queued, then ends.
    ~GroupWriter();

    /// Takes the job, or settles it here and now with "storage-busy" or "storage-stopped".
    void post(Job job);
    /// Posts and waits. Not from the writer's thread. `committed` runs there, after the commit.
    std::optional<Error> write(std::function<void(Connection &)> write,
                               const std::function<void()> &committed = {});
    void stop();

private:
    void run();
    void run(const char *sql);
    void carryOut(std::span<Job> group);
    /// What went wrong with each of the first ones, as many as there was time for; nothing when the
    /// transaction as a whole was lost.
    std::optional<std::vector<std::optional<Error>>> tryGroup(std::span<Job> group);
    std::optional<Error> tryOne(Job &job);
    void rollBack();
    void count(std::size_t writes, std::chrono::steady_clock::time_point began) const;

    std::unique_ptr<Connection> m_connection;
    const Limits m_limits;
    const std::function<void()> m_rolledBack;
    const std::function<void(std::size_t, std::chrono::microseconds)> m_committed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace deskbell::server
