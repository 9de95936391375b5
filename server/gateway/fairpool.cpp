#include "server/gateway/fairpool.h"

#include <algorithm>

namespace deskbell::server {

FairPool::FairPool(Limits limits) : m_limits(limits)
{
    const std::size_t threads = std::max<std::size_t>(limits.threads, 1);
    const std::size_t kept = std::min(limits.keptForFirst, threads - 1);
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this, isForFirst = i < kept] { run(isForFirst); });
}

FairPool::~FairPool()
{
    stop();
}

bool FairPool::postFirst(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || m_first.size() >= m_limits.mostFirst)
            return false;
        m_first.push_back(std::move(task));
    }
    m_changed.notify_all();
    return true;
}

bool FairPool::post(const std::string &key, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || m_waiting >= m_limits.mostOthers)
            return false;
        auto queue = std::find_if(m_others.begin(), m_others.end(),
                                  [&](const Queue &each) { return each.key == key; });
        if (queue == m_others.end())
            queue = m_others.insert(queue, {key, {}});
        else if (queue->tasks.size() >= m_limits.mostOfOne)
            return false;
        queue->tasks.push_back(std::move(task));
        ++m_waiting;
    }
    m_changed.notify_all();
    return true;
}

void FairPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

FairPool::Task FairPool::next(bool isForFirst)
{
    Task task;
    if (!m_first.empty()) {
        task = std::move(m_first.front());
        m_first.pop_front();
    } else if (!isForFirst && !m_others.empty()) {
        Queue &queue = m_others.front();
        task = std::move(queue.tasks.front());
        queue.tasks.pop_front();
        --m_waiting;
        if (queue.tasks.empty())
            m_others.pop_front();
        else
            m_others.splice(m_others.end(), m_others, m_others.begin());
    }
    return task;
}

void FairPool::run(bool isForFirst)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        Task task = next(isForFirst);
        if (!task && m_isStopping)
            return;
        if (!task) {
            m_changed.wait(lock);
            continue;
        }
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
    }
}

} // namespace deskbell::server
