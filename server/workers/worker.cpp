#include "server/workers/worker.h"

#include <algorithm>
#include <utility>

namespace deskbell::server {

Worker::Worker(Settings settings, Storage &storage, Handler handler, std::function<Instant()> now,
               const Log &log)
    : m_settings(std::move(settings)), m_storage(storage), m_handler(std::move(handler)),
      m_now(std::move(now)), m_log(log)
{
}

Worker::~Worker()
{
    stop();
}

void Worker::start()
{
    {
        const std::lock_guard lock(m_mutex);
        m_figures.threads = m_settings.threads;
    }
    m_threads.emplace_back([this] { look(); });
    for (std::size_t i = 0; i < m_settings.threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

void Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

bool Worker::takes(Work work) const
{
    return std::find(m_settings.kinds.begin(), m_settings.kinds.end(), work) != m_settings.kinds.end();
}

Worker::Figures Worker::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

bool Worker::finish(std::chrono::milliseconds grace)
{
    std::deque<WorkItem> untouched;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        untouched.swap(m_queue);
    }
    m_changed.notify_all();
    // Nobody has to wait until their leases end.
    for (const WorkItem &item : untouched)
        giveBack(item);
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, grace, [this] { return m_figures.busy == 0; });
}

void Worker::stop()
{
    finish(std::chrono::milliseconds::zero());
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    const std::lock_guard lock(m_mutex);
    m_figures.threads = 0;
}

void Worker::look()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_isWoken = false;
        bool isMore = false;
        if (const std::size_t limit = room(); limit > 0) {
            lock.unlock();
            isMore = takeSome(limit);
            lock.lock();
        }
        if (isMore && !m_isStopping && room() > 0)
            continue;
        m_changed.wait_for(lock, m_settings.lookEvery, [this] { return m_isWoken || m_isStopping; });
        m_changed.wait_for(lock, m_settings.gather, [this] { return m_isStopping; });
    }
}

std::size_t Worker::room() const
{
    const std::size_t idle = (m_settings.threads - m_figures.busy) * m_settings.atOnce;
    return idle - std::min(idle, m_queue.size());
}

std::vector<WorkItem> Worker::nextFromQueue()
{
    const auto end =
        m_queue.begin() + static_cast<std::ptrdiff_t>(std::min(m_queue.size(), m_settings.atOnce));
    std::vector<WorkItem> items(m_queue.begin(), end);
    m_queue.erase(m_queue.begin(), end);
    return items;
}

bool Worker::takeSome(std::size_t limit)
{
    std::vector<WorkItem> taken;
    for (const Work work : m_settings.kinds) {
        if (taken.size() == limit)
            break;
        auto items = m_storage.takeWork(work, m_now(), m_settings.lease, limit - taken.size());
        if (!items) {
            m_log.warning("work-not-taken", {{"code", items.error().code}});
            continue;
        }
        taken.insert(taken.end(), items->begin(), items->end());
    }
    if (taken.empty())
        return false;
    bool isTooLate = false;
    {
        const std::lock_guard lock(m_mutex);
        isTooLate = m_isStopping;
        if (!isTooLate)
            m_queue.insert(m_queue.end(), taken.begin(), taken.end());
    }
    if (isTooLate) {
        for (const WorkItem &item : taken)
            giveBack(item);
        return false;
    }
    m_changed.notify_all();
    return taken.size() == limit;
}

void Worker::giveBack(const WorkItem &item)
{
    if (const auto given = m_storage.finishWork(Claim{item.id, item.fence, m_now(), false}); !given)
        m_log.warning("work-not-given-back", {{"code", given.error().code}});
}

void Worker::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (m_isStopping)
            return;
        const std::vector<WorkItem> items = nextFromQueue();
        ++m_figures.busy;
        lock.unlock();
        m_handler(items);
        lock.lock();
        --m_figures.busy;
        m_figures.done += items.size();
        m_figures.lastDone = m_now();
        // A thread is free again, and the next work of the same reservation may be due.
        m_isWoken = true;
        m_changed.notify_all();
    }
}

} // namespace deskbell::server
