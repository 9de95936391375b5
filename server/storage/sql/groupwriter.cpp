#include "server/storage/sql/groupwriter.h"

#include <cassert>
#include <future>

#include "server/storage/sql/query.h"

namespace deskbell::server {

GroupWriter::GroupWriter(std::unique_ptr<Connection> connection, Limits limits,
                         std::function<void()> rolledBack,
                         std::function<void(std::size_t, std::chrono::microseconds)> committed)
    : m_connection(std::move(connection)), m_limits(limits), m_rolledBack(std::move(rolledBack)),
      m_committed(std::move(committed)), m_thread([this] { run(); })
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
                                        const std::function<void()> &committed)
{
    assert(std::this_thread::get_id() != m_thread.get_id());
    std::promise<std::optional<Error>> promise;
    auto answer = promise.get_future();
    post({std::move(write), [&](const Error *error) {
              if (!error && committed)
                  committed();
              promise.set_value(error ? std::optional<Error>(*error) : std::nullopt);
          }});
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
        auto errors = group.size() > 1 ? tryGroup(group) : std::nullopt;
        if (!errors) {
            errors.emplace();
            for (Job &job : group)
                errors->push_back(tryOne(job));
        }
        for (std::size_t i = 0; i < errors->size(); ++i) {
            const auto &error = (*errors)[i];
            group[i].settled(error ? &*error : nullptr);
        }
        group = group.subspan(errors->size());
    }
}

std::optional<std::vector<std::optional<Error>>> GroupWriter::tryGroup(std::span<Job> group)
{
    std::vector<std::optional<Error>> errors;
    const auto began = std::chrono::steady_clock::now();
    try {
        m_connection->begin(Connection::Access::Write);
        for (Job &job : group) {
            if (!errors.empty() && std::chrono::steady_clock::now() - began > m_limits.maxTime)
                break;
            run("SAVEPOINT job");
            std::optional<Error> error;
            try {
                job.write(*m_connection);
            } catch (const StorageFailure &failure) {
                if (!m_connection->isInTransaction())
                    throw;
                error = failure.error();
                run("ROLLBACK TO job");
                m_rolledBack();
            }
            run("RELEASE job");
            errors.push_back(std::move(error));
        }
        m_connection->commit();
        count(errors.size(), began);
        return errors;
    } catch (const StorageFailure &) {
        rollBack();
        return std::nullopt;
    }
}

std::optional<Error> GroupWriter::tryOne(Job &job)
{
    const auto began = std::chrono::steady_clock::now();
    try {
        m_connection->begin(Connection::Access::Write);
        job.write(*m_connection);
        m_connection->commit();
        count(1, began);
        return std::nullopt;
    } catch (const StorageFailure &failure) {
        rollBack();
        return failure.error();
    }
}

void GroupWriter::count(std::size_t writes, std::chrono::steady_clock::time_point began) const
{
    const auto took = std::chrono::steady_clock::now() - began;
    if (m_committed)
        m_committed(writes, std::chrono::duration_cast<std::chrono::microseconds>(took));
}

void GroupWriter::run(const char *sql)
{
    Query(*m_connection, sql).run();
}

void GroupWriter::rollBack()
{
    m_rolledBack();
    m_connection->rollBack();
}

} // namespace deskbell::server
