// The two halves of a WebSocket connection behind its public face. Line is what the application
// holds, from any thread: it has the bounded queue, and outlives the connection without harm.
// WebSocketSession is what the io threads do, on one strand, over a plain or a TLS stream.
#pragma once

#include "http/detail/core.h"
#include "http/websocket.h"

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace deskbell::http::detail {

/// What a Line asks of its session; both on the session's strand.
class LineEnd
{
public:
    virtual ~LineEnd() = default;
    virtual void flush() = 0;
    virtual void closeWith(std::uint16_t code, std::string reason) = 0;
};

class Line : public WebSocket
{
public:
    Line(std::shared_ptr<Core> core, boost::asio::any_io_executor executor, std::shared_ptr<LineEnd> end);

    bool send(std::string text) override;
    void close(std::uint16_t code, std::string reason) override;
    bool isOpen() const override;
    std::size_t queuedBytes() const override;

    /// By the session: the next message to write, until there is none.
    std::optional<std::string> takeNext();
    /// By the session: nothing more is taken in.
    void shut();
    /// By the session: it is over.
    void untie();

private:
    void postClose(std::uint16_t code, std::string reason);

    mutable std::mutex m_mutex;
    std::shared_ptr<Core> m_core; ///< outlives the session, which lives in its context
    const boost::asio::any_io_executor m_executor;
    std::shared_ptr<LineEnd> m_end;
    std::deque<std::string> m_queue;
    std::size_t m_queuedBytes = 0;
    bool m_isOpen = true;
    bool m_isFlushing = false; ///< the session is writing, or has been told to
};

} // namespace deskbell::http::detail
