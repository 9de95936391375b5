#include "server/storage/sql/groupwriter.h"

#include <cassert>
#include <future>
#include <utility>

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::milliseconds askEvery{50};

/// The commit's answer was lost, and the database is not there to be asked.
Error unknown()
{
    return {"storage-unknown", {{"reason", "the answer to a commit was lost"}}};
}

} // namespace

GroupWriter::GroupWriter(Around around, Limits limits)
    : m_around(std::move(around)), m_limits(limits), m_connection(m_around.connect()),
      m_thread([this] { run(); })
{
}

GroupWriter::~GroupWriter()
{
    stop();
}

void GroupWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void GroupWriter::post(Job job)
{
    Error refused;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping && m_queue.size() < m_limits.maxQueue) {
            m_queue.push_back(std::move(job));
            m_wake.notify_one();
            return;
        }
        refused.code = m_isStopping ? "storage-stopped" : "storage-busy";
    }
    job.settled(&refused);
}

std::optional<Error> GroupWriter::write(std::function<void(Connection &)> write,
                                        const std::function<void()> &committed,
                                        const std::optional<PropertyId> &property)
{
    assert(std::this_thread::get_id() != m_thread.get_id());
    std::promise<std::optional<Error>> promise;
    auto answer = promise.get_future();
    post({std::move(write),
          [&](const Error *error) {
              if (!error && committed)
                  committed();
              promise.set_value(error ? std::optional<Error>(*error) : std::nullopt);
          },
          property});
    return answer.get();
}

void GroupWriter::run()
{
    std::vector<Job> group;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            while (!m_queue.empty() && group.size() < m_limits.maxGroup) {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            }
        }
        carryOut(group);
        group.clear();
    }
}

void GroupWriter::carryOut(std::span<Job> group)
{
    while (!group.empty()) {
        const auto outcomes = outcomesOf(group);
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            group[i].settled(outcomes[i] ? &*outcomes[i] : nullptr);
        group = group.subspan(outcomes.size());
    }
}

std::vector<GroupWriter::Outcome> GroupWriter::outcomesOf(std::span<Job> group)
{
    // A savepoint for one alone is for nothing.
    if (group.size() > 1 || m_connection->isShared()) {
        if (auto outcomes = tryGroup(group))
            return std::move(*outcomes);
    }
    std::vector<Outcome> outcomes;
    for (Job &job : group) {
        outcomes.push_back(tryOne(job));
        if (m_connection->isLost()) // and the database is not to be reached: no one else waits to hear it
            outcomes.resize(group.size(), Error{"storage-away", {}});
        if (outcomes.size() == group.size())
            break;
    }
    return outcomes;
}

std::optional<std::vector<GroupWriter::Outcome>> GroupWriter::tryGroup(std::span<Job> group)
{
    std::vector<Outcome> outcomes;
    const auto began = std::chrono::steady_clock::now();
    try {
        begin(group, !m_connection->isShared());
        outcomes = writeAll(group);
        commit();
        count(outcomes.size(), began);
        return outcomes;
    } catch (const StorageFailure &) {
        rollBack();
        const Fate became = fate();
        if (became == Fate::Unknown)
            outcomes.assign(outcomes.size(), unknown());
        return became == Fate::NotCommitted ? std::nullopt : std::optional(outcomes);
    }
}

std::vector<GroupWriter::Outcome> GroupWriter::writeAll(std::span<Job> group)
{
    std::vector<Outcome> outcomes;
    const auto began = std::chrono::steady_clock::now();
    for (Job &job : group) {
        if (!outcomes.empty() && std::chrono::steady_clock::now() - began > m_limits.maxTime)
            break;
        outcomes.push_back(writeOne(job));
    }
    return outcomes;
}

GroupWriter::Outcome GroupWriter::writeOne(Job &job)
{
    const bool isSaved = !m_connection->isShared();
    if (isSaved)
        run("SAVEPOINT job");
    const auto written = m_connection->written();
    Outcome outcome;
    try {
        job.write(*m_connection);
    } catch (const StorageFailure &failure) {
        const bool isClean = isSaved || m_connection->written() == written;
        if (!isClean || !m_connection->isInTransaction())
            throw;
        outcome = failure.error();
        if (isSaved) {
            run("ROLLBACK TO job");
            rolledBack();
        }
    }
    if (isSaved)
        run("RELEASE job");
    return outcome;
}

GroupWriter::Outcome GroupWriter::tryOne(Job &job)
{
    const auto began = std::chrono::steady_clock::now();
    try {
        begin({&job, 1}, true);
        job.write(*m_connection);
        commit();
        count(1, began);
        return std::nullopt;
    } catch (const StorageFailure &failure) {
        rollBack();
        const Fate became = fate();
        if (became == Fate::Committed)
            return std::nullopt;
        return became == Fate::Unknown ? unknown() : failure.error();
    }
}

void GroupWriter::count(std::size_t writes, std::chrono::steady_clock::time_point began) const
{
    const auto took = std::chrono::steady_clock::now() - began;
    if (m_around.committed)
        m_around.committed(writes, std::chrono::duration_cast<std::chrono::microseconds>(took));
}

void GroupWriter::begin(std::span<Job> group, bool isCareful)
{
    if (m_connection->isLost())
        connect();
    m_connection->setCareful(isCareful);
    m_connection->begin(Connection::Access::Write);
    if (m_around.begun)
        m_around.begun(*m_connection, group);
}

void GroupWriter::connect()
{
    // Who stops waits for no server: what is left is sent again by those who asked for it.
    if (isStoppedWithin(std::chrono::milliseconds::zero()))
        throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-stopped", {}});
    m_connection = m_around.connect();
    rolledBack(); // the server may be another one, which has not seen what is remembered
}

void GroupWriter::commit()
{
    if (m_around.ending)
        m_around.ending(*m_connection);
    m_committing = m_connection->leaveToken();
    m_connection->commit();
    m_committing.reset();
}

GroupWriter::Fate GroupWriter::fate()
{
    const auto token = std::exchange(m_committing, std::nullopt);
    if (!token || !m_connection->isLost())
        return Fate::NotCommitted;
    // A server that starts again takes some seconds. Who cannot wait has the command's id to ask with.
    const auto until = std::chrono::steady_clock::now() + m_limits.maxReconnecting;
    do {
        try {
            if (m_connection->isLost())
                connect();
            return m_connection->hasToken(*token) ? Fate::Committed : Fate::NotCommitted;
        } catch (const StorageFailure &) {
            m_connection->rollBack();
            refuseQueued();
        }
    } while (!isStoppedWithin(askEvery) && std::chrono::steady_clock::now() < until);
    return Fate::Unknown;
}

void GroupWriter::refuseQueued()
{
    std::deque<Job> refused;
    {
        const std::lock_guard lock(m_mutex);
        refused.swap(m_queue);
    }
    const Error away{"storage-away", {}};
    for (const Job &job : refused)
        job.settled(&away);
}

bool GroupWriter::isStoppedWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_wake.wait_for(lock, time, [this] { return m_isStopping; });
}

void GroupWriter::run(const char *sql)
{
    Query(*m_connection, sql).run();
}

void GroupWriter::rollBack()
{
    rolledBack();
    m_connection->rollBack();
}

void GroupWriter::rolledBack()
{
    if (m_around.rolledBack)
        m_around.rolledBack();
}

} // namespace deskbell::server
