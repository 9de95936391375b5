// The tie between a Responder, on any thread, and the connection that waits for its answer, on a
// strand. Owned by the Responders; the connection only watches it, so that the last Responder's
// going is noticed. Whichever ends first unties it under the mutex.
#pragma once

#include "http/message.h"

#include <functional>
#include <memory>
#include <mutex>

namespace deskbell::http::detail {

class Connection;
class Core;

class Exchange
{
public:
    Exchange(std::shared_ptr<Core> core, std::shared_ptr<Connection> connection, std::uint64_t number);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    bool send(Response response);
    void abort();
    bool isGone() const;
    void whenGone(std::function<void()> callback);

    /// By the connection: the client has closed its side; an answer may still be tried.
    void markGone();
    /// By the connection: no answer is wanted any more.
    void untie();

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<Core> m_core; ///< outlives the connection below, which posts to it
    std::shared_ptr<Connection> m_connection;
    const std::uint64_t m_number;
    bool m_isAnswered = false;
    bool m_isGone = false;
    std::function<void()> m_whenGone;
};

} // namespace deskbell::http::detail
