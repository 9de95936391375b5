// Transport over a socket or over TLS on it; one template for both kinds, each compiled in a file
// of its own. The sockets are Asio's own: Beast's tcp_stream asserts when TLS ends a call at once
// by way of an empty read while a read is under way, and its timeouts are not needed here.
#pragma once

#include "http/detail/transport.h"
#include "http/detail/websocketsession.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace deskbell::http::detail {

template <class Stream>
class StreamTransport : public Transport
{
public:
    static constexpr bool isSecure = !std::is_same_v<Stream, boost::asio::ip::tcp::socket>;

    explicit StreamTransport(Stream stream) : m_stream(std::move(stream)) {}

    boost::asio::any_io_executor executor() override { return m_stream.get_executor(); }
    bool isTls() const override { return isSecure; }

    void handshake(IoDone done) override
    {
        if constexpr (isSecure)
            m_stream.async_handshake(boost::asio::ssl::stream_base::server,
                                     [done = std::move(done)](boost::system::error_code e) { done(e, 0); });
        else
            done({}, 0);
    }

    void read(boost::asio::mutable_buffer into, IoDone done) override
    {
        m_stream.async_read_some(into, [done = std::move(done)](boost::system::error_code e, std::size_t n) {
            // A TLS peer that just closes its socket has ended too: lengths and chunks frame what it said.
            done(e == boost::asio::ssl::error::stream_truncated ? boost::asio::error::eof : e, n);
        });
    }

    void write(boost::asio::const_buffer from, IoDone done) override
    {
        boost::asio::async_write(m_stream, from, std::move(done));
    }

    void shutdown(IoDone done) override
    {
        if constexpr (isSecure) {
            m_stream.async_shutdown([this, done = std::move(done)](boost::system::error_code e) {
                shutdownSocket();
                done(e, 0);
            });
        } else {
            shutdownSocket();
            boost::asio::post(executor(), [done = std::move(done)] { done({}, 0); });
        }
    }

    void close() override
    {
        boost::system::error_code ignored; // closed it is in any case
        boost::beast::get_lowest_layer(m_stream).close(ignored);
    }

    void upgrade(Core &core, Upgrade upgrade) override
    {
        std::make_shared<WebSocketSession<Stream>>(core, std::move(m_stream), std::move(upgrade))->start();
    }

private:
    void shutdownSocket()
    {
        boost::system::error_code ignored; // the peer may be gone already
        boost::beast::get_lowest_layer(m_stream).shutdown(boost::asio::ip::tcp::socket::shutdown_send,
                                                          ignored);
    }

    Stream m_stream;
};

std::unique_ptr<Transport> makePlainTransport(boost::asio::ip::tcp::socket socket);
std::unique_ptr<Transport> makeTlsTransport(boost::asio::ip::tcp::socket socket,
                                            boost::asio::ssl::context &context);

} // namespace deskbell::http::detail
