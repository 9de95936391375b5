#include "server/gateway/taskpool.h"

namespace deskbell::server {

TaskPool::TaskPool(std::size_t threads, std::size_t maxQueue) : m_maxQueue(maxQueue)
{
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

TaskPool::~TaskPool()
{
    stop();
}

bool TaskPool::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || m_queue.size() >= m_maxQueue)
            return false;
        m_queue.push_back(std::move(task));
    }
    m_changed.notify_one();
    return true;
}

void TaskPool::stop()
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

void TaskPool::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        std::function<void()> task = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        task();
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
    }
}

} // namespace deskbell::server
