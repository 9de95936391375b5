// Waits for the request to end this program: SIGINT or SIGTERM, or Ctrl-C and closing of the
// console on Windows. Made first in main(), before any thread, and waited for there.
#pragma once

#include <chrono>
#include <memory>

namespace deskbell::http {

class ShutdownSignal
{
public:
    ShutdownSignal();
    ~ShutdownSignal();
    ShutdownSignal(const ShutdownSignal &) = delete;
    ShutdownSignal &operator=(const ShutdownSignal &) = delete;

    void wait();
    /// As if it had been asked for from outside. Any thread.
    void wish();
    /// For the next wish, at most so long.
    void waitFor(std::chrono::milliseconds time);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace deskbell::http
