#include "server/pages/outcomewatch.h"

namespace deskbell::server {

OutcomeWatch::OutcomeWatch(Settings settings) : m_settings(settings), m_thread([this] { run(); })
{
}

OutcomeWatch::~OutcomeWatch()
{
    stop();
}

void OutcomeWatch::wait(std::function<bool()> isOver, std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping && m_waiting.size() < m_settings.most) {
            m_waiting.push_back(
                {std::move(isOver), std::move(done), std::chrono::steady_clock::now() + m_settings.patience});
            m_changed.notify_all();
            return;
        }
    }
    done();
}

void OutcomeWatch::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void OutcomeWatch::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        const bool isStopping = m_isStopping;
        std::list<Waiting> all = std::exchange(m_waiting, {});
        lock.unlock();
        const auto now = std::chrono::steady_clock::now();
        for (auto each = all.begin(); each != all.end();) {
            if (isStopping || each->until <= now || each->isOver()) {
                each->done();
                each = all.erase(each);
            } else {
                ++each;
            }
        }
        lock.lock();
        m_waiting.splice(m_waiting.end(), all);
        if (isStopping && m_waiting.empty())
            return;
        if (!m_waiting.empty() && !m_isStopping)
            m_changed.wait_for(lock, m_settings.lookEvery, [this] { return m_isStopping; });
    }
}

} // namespace deskbell::server
