// The bytes of one connection, plain or TLS, behind one face, so that Connection is compiled once
// and a test can put its own in place. All calls and callbacks are on the connection's strand; at
// most one read and one write are under way at a time.
#pragma once

#include "http/detail/head.h"
#include "http/websocket.h"

#include <array>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>
#include <functional>
#include <memory>
#include <string>

namespace deskbell::http::detail {

class Core;
class Slot;

using IoDone = std::function<void(boost::system::error_code, std::size_t)>;

/// What a connection needs to hand over when it becomes a WebSocket.
struct Upgrade
{
    Head head; ///< a good handshake, checked
    std::string requestId;
    std::unique_ptr<WebSocketHandler> handler;
    std::unique_ptr<Slot> slot;
};

class Transport
{
public:
    virtual ~Transport() = default;

    virtual boost::asio::any_io_executor executor() = 0;
    virtual bool isTls() const = 0;
    virtual void handshake(IoDone done) = 0;
    virtual void read(boost::asio::mutable_buffer into, IoDone done) = 0;
    virtual void write(boost::asio::const_buffer from, IoDone done) = 0;
    /// Says that no more will be written; reading goes on.
    virtual void shutdown(IoDone done) = 0;
    /// Ends everything under way at once.
    virtual void close() = 0;
    /// Gives the stream away; this transport is of no use afterwards.
    virtual void upgrade(Core &core, Upgrade upgrade) = 0;
};

} // namespace deskbell::http::detail
