#include "http/shutdownsignal.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

namespace deskbell::http {

struct ShutdownSignal::State
{
    boost::asio::io_context io;
    boost::asio::signal_set signals{io, SIGINT, SIGTERM};
};

ShutdownSignal::ShutdownSignal() : m_state(std::make_unique<State>())
{
#ifndef _WIN32
    // A client that hangs up while it is written to is an error code here, not the end.
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

ShutdownSignal::~ShutdownSignal() = default;

void ShutdownSignal::wait()
{
    m_state->signals.async_wait([](boost::system::error_code, int) {});
    m_state->io.restart();
    m_state->io.run();
}

void ShutdownSignal::wish()
{
    boost::asio::post(m_state->io, [state = m_state.get()] { state->signals.cancel(); });
}

void ShutdownSignal::waitFor(std::chrono::milliseconds time)
{
    m_state->signals.async_wait([](boost::system::error_code, int) {});
    m_state->io.restart();
    m_state->io.run_for(time);
}

} // namespace deskbell::http
