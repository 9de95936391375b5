#include "http/server.h"

#include "http/detail/core.h"
#include "http/detail/listener.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <set>
#include <thread>
#include <vector>

namespace deskbell::http {

namespace net = boost::asio;

class Server::Impl
{
public:
    Impl(ServerOptions options, Router router)
        : m_core(std::make_shared<detail::Core>(std::move(options), std::move(router)))
    {
    }

    tl::expected<void, StartError> start()
    {
        m_listener = std::make_shared<detail::Listener>(*m_core);
        if (auto opened = m_listener->open(); !opened) {
            m_listener.reset();
            return opened;
        }
        m_work.emplace(m_core->io().get_executor());
        m_listener->start();
        for (std::size_t i = 0; i < std::max<std::size_t>(1, m_core->options().threads); ++i)
            m_threads.emplace_back([this] { m_core->io().run(); });
        return {};
    }

    std::uint16_t port() const { return m_listener ? m_listener->port() : 0; }

    void retire() { m_core->retire(); }

    void stop(std::chrono::milliseconds grace)
    {
        if (m_threads.empty())
            return;
        m_listener->stop();
        m_core->drainAll();
        if (!m_core->waitUntilEmpty(grace)) {
            m_core->cutAll();
            // One accepted while the others were cut is told by its place to drain; be sure of it.
            while (!m_core->waitUntilEmpty(std::chrono::milliseconds(100)))
                m_core->cutAll();
        }
        forgetTimers();
        m_work.reset();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    void runAfter(std::chrono::milliseconds delay, std::function<void()> function)
    {
        const std::lock_guard lock(m_timerMutex);
        if (m_areTimersForgotten)
            return;
        const auto timer = *m_timers.insert(std::make_shared<net::steady_timer>(m_core->io(), delay)).first;
        timer->async_wait([this, timer, function = std::move(function)](boost::system::error_code error) {
            {
                const std::lock_guard inner(m_timerMutex);
                m_timers.erase(timer);
                if (error || m_areTimersForgotten)
                    return;
            }
            function();
        });
    }

    std::size_t connectionCount() const { return m_core->connectionCount(); }

private:
    void forgetTimers()
    {
        const std::lock_guard lock(m_timerMutex);
        m_areTimersForgotten = true;
        for (const auto &timer : m_timers)
            timer->cancel();
    }

    const std::shared_ptr<detail::Core> m_core;
    std::shared_ptr<detail::Listener> m_listener;
    std::optional<net::executor_work_guard<net::io_context::executor_type>> m_work;
    std::vector<std::thread> m_threads;
    std::mutex m_timerMutex;
    std::set<std::shared_ptr<net::steady_timer>> m_timers;
    bool m_areTimersForgotten = false;
};

Server::Server(ServerOptions options, Router router)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(router)))
{
}

Server::~Server()
{
    try {
        stop(std::chrono::milliseconds(0));
    } catch (const std::exception &) {
        std::terminate(); // io threads that cannot be joined would run on in freed memory
    }
}

tl::expected<void, StartError> Server::start()
{
    return m_impl->start();
}

std::uint16_t Server::port() const
{
    return m_impl->port();
}

void Server::retire()
{
    m_impl->retire();
}

void Server::stop(std::chrono::milliseconds grace)
{
    m_impl->stop(grace);
}

void Server::runAfter(std::chrono::milliseconds delay, std::function<void()> function)
{
    m_impl->runAfter(delay, std::move(function));
}

std::size_t Server::connectionCount() const
{
    return m_impl->connectionCount();
}

} // namespace deskbell::http
