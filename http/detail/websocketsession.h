// The io side of a WebSocket (see websocketline.h), over either kind of stream. Owned by its
// operations under way and by its Line until it is over; runs on its strand.
#pragma once

#include "http/detail/transport.h"
#include "http/detail/websocketline.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <exception>
#include <optional>

namespace deskbell::http::detail {

template <class Stream>
class WebSocketSession : public LineEnd,
                         public Peer,
                         public std::enable_shared_from_this<WebSocketSession<Stream>>
{
public:
    WebSocketSession(Core &core, Stream &&stream, Upgrade upgrade)
        : m_core(core), m_socket(std::in_place, std::move(stream)), m_executor(m_socket->get_executor()),
          m_timer(m_executor), m_head(std::move(upgrade.head)), m_requestId(std::move(upgrade.requestId)),
          m_handler(std::move(upgrade.handler)), m_slot(std::move(upgrade.slot))
    {
    }

    void start()
    {
        m_slot->take(this->shared_from_this());
        setOptions();
        boost::beast::http::request<boost::beast::http::empty_body> request(boost::beast::http::verb::get,
                                                                            m_head.target, 11);
        for (const auto &[name, value] : m_head.headers)
            request.insert(name, value);
        m_socket->async_accept(request,
                               [self = this->shared_from_this()](Error error) { self->open(error); });
    }

    void drain() override
    {
        boost::asio::post(m_executor,
                          [self = this->shared_from_this()] { self->closeWith(closecode::goingAway, {}); });
    }

    void cut() override
    {
        boost::asio::post(m_executor, [self = this->shared_from_this()] { self->sever(); });
    }

    void flush() override
    {
        if (m_isWriting || m_isClosing || m_isOver)
            return;
        auto next = m_line->takeNext();
        if (!next)
            return;
        m_outgoing = std::move(*next);
        m_isWriting = true;
        m_socket->async_write(boost::asio::buffer(m_outgoing),
                              [self = this->shared_from_this()](Error error, std::size_t) {
                                  self->m_isWriting = false;
                                  if (!error)
                                      self->flush();
                              });
    }

    void closeWith(std::uint16_t code, std::string reason) override
    {
        if (m_isClosing || m_isOver)
            return;
        if (!m_isOpen) {
            m_isClosing = true;
            return sever();
        }
        m_isClosing = true;
        m_closeCode = code;
        m_line->shut();
        m_closingSince = Clock::now();
        watch();
        reason.resize(std::min<std::size_t>(reason.size(), 100)); // a control frame has 125 bytes in all
        m_socket->async_close({static_cast<boost::beast::websocket::close_code>(code), reason},
                              [self = this->shared_from_this()](Error) { self->finish(); });
    }

private:
    using Error = boost::beast::error_code;
    using Clock = std::chrono::steady_clock;

    void setOptions()
    {
        using Base = boost::beast::websocket::stream_base;
        const auto never = Base::none();
        m_socket->set_option(Base::timeout{m_core.limits().headerTimeout, never, false});
        m_socket->set_option(
            Base::decorator([id = m_requestId](boost::beast::websocket::response_type &answer) {
                answer.set("X-Request-Id", id);
                answer.erase("Server");
            }));
        m_socket->read_message_max(m_core.limits().maxMessageBytes);
        m_socket->text(true);
        m_socket->auto_fragment(false);
        m_socket->control_callback([this](boost::beast::websocket::frame_type kind, auto) {
            m_heardAt = Clock::now();
            if (kind == boost::beast::websocket::frame_type::close)
                boost::asio::post(m_executor, [self = this->shared_from_this()] { self->hearClose(); });
        });
    }

    void open(Error error)
    {
        if (error || m_isClosing) {
            m_isOver = true;
            sever();
            m_slot.reset();
            return;
        }
        m_isOpen = true;
        m_heardAt = m_pingedAt = Clock::now();
        m_line = std::make_shared<Line>(m_core.shared_from_this(), m_executor, this->shared_from_this());
        guarded([this] { m_handler->opened(m_line); });
        watch();
        read();
    }

    void read()
    {
        m_socket->async_read(m_incoming, [self = this->shared_from_this()](Error error, std::size_t) {
            self->finishRead(error);
        });
    }

    void finishRead(Error error)
    {
        if (m_isOver)
            return;
        if (error)
            return finish();
        m_heardAt = Clock::now();
        const auto data = m_incoming.data();
        std::string text(static_cast<const char *>(data.data()), data.size());
        m_incoming.consume(data.size());
        if (m_incoming.capacity() > 64 * 1024)
            m_incoming.shrink_to_fit();
        if (!m_socket->got_text())
            closeWith(closecode::unsupportedData, {});
        else if (!m_isClosing && m_handler)
            guarded([&] { m_handler->received(std::move(text)); });
        read();
    }

    // The stream answers by itself; the application need not wait until the client has hung up too.
    void hearClose()
    {
        if (m_isClosing || m_isOver)
            return;
        m_isClosing = true;
        const std::uint16_t code = m_socket->reason().code;
        m_closeCode = code == 0 ? closecode::noStatus : code;
        m_closingSince = Clock::now();
        watch();
        report();
    }

    template <class Call>
    void guarded(Call call)
    {
        try {
            call();
        } catch (const std::exception &) {
            closeWith(closecode::internalError, {});
        }
    }

    // One timer for what comes next: a ping, the end of patience with a silent peer or with one that
    // does not answer our closing, or with the stream itself.
    void watch()
    {
        if (m_isOver)
            return;
        const Limits &limits = m_core.limits();
        const auto now = Clock::now();
        auto next = m_heardAt + limits.silenceTimeout;
        if (m_isClosing)
            next = std::min(next, m_closingSince + limits.closeTimeout);
        if (m_isSevered)
            next = m_severedAt + limits.closeTimeout;
        if (now >= next)
            return m_isSevered ? abandonStream() : sever();
        if (!m_isClosing && !m_isSevered) {
            if (now >= m_pingedAt + limits.pingInterval)
                ping();
            next = std::min(next, m_pingedAt + limits.pingInterval);
        }
        m_timer.expires_at(next);
        m_timer.async_wait([self = this->shared_from_this()](Error error) {
            if (!error)
                self->watch();
        });
    }

    void ping()
    {
        m_pingedAt = Clock::now();
        if (std::exchange(m_isPinging, true))
            return;
        m_socket->async_ping({}, [self = this->shared_from_this()](Error) { self->m_isPinging = false; });
    }

    // Everything under way ends with an error, and with it the session.
    void sever()
    {
        Error ignored; // closed it is in any case
        boost::beast::get_lowest_layer(*m_socket).close(ignored);
        if (m_isOver || std::exchange(m_isSevered, true))
            return;
        m_severedAt = Clock::now();
        watch();
    }

    // Beast's reading and closing wait for each other for ever when a broken frame comes while a
    // close of ours is under way; nothing of theirs is left in the socket by now, so they go with it.
    void abandonStream()
    {
        finish();
        m_socket.reset();
    }

    void finish()
    {
        if (std::exchange(m_isOver, true))
            return;
        m_timer.cancel();
        sever();
        report();
        m_slot.reset();
    }

    void report()
    {
        if (!m_line)
            return;
        m_line->untie();
        m_line.reset();
        try {
            m_handler->closed(m_closeCode);
        } catch (const std::exception &) {
            // Nothing is left that it could close.
        }
        m_handler.reset();
    }

    Core &m_core;
    std::optional<boost::beast::websocket::stream<Stream>> m_socket;
    const boost::asio::any_io_executor m_executor;
    boost::asio::steady_timer m_timer;
    Head m_head;
    std::string m_requestId;
    std::unique_ptr<WebSocketHandler> m_handler;
    std::unique_ptr<Slot> m_slot;
    std::shared_ptr<Line> m_line;
    boost::beast::flat_buffer m_incoming;
    std::string m_outgoing;
    Clock::time_point m_heardAt;
    Clock::time_point m_pingedAt;
    Clock::time_point m_closingSince;
    Clock::time_point m_severedAt;
    std::uint16_t m_closeCode = closecode::abnormal;
    bool m_isOpen = false;
    bool m_isWriting = false;
    bool m_isPinging = false;
    bool m_isClosing = false;
    bool m_isSevered = false;
    bool m_isOver = false;
};

} // namespace deskbell::http::detail
