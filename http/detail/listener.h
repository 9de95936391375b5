// Accepts connections and gives each its strand, its transport and its place. Owned by the server
// and by its own accept under way; runs on a strand of its own.
#pragma once

#include "http/detail/core.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>

namespace deskbell::http::detail {

class Listener : public std::enable_shared_from_this<Listener>
{
public:
    explicit Listener(Core &core);

    tl::expected<void, StartError> open();
    void start();
    void stop();
    std::uint16_t port() const { return m_port; }

private:
    tl::expected<void, StartError> prepareTls();
    tl::expected<void, StartError> bind(const boost::asio::ip::tcp::endpoint &endpoint);
    void acceptNext();
    void welcome(boost::asio::ip::tcp::socket socket);

    Core &m_core;
    std::optional<boost::asio::ssl::context> m_tls;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::uint16_t m_port = 0;
};

} // namespace deskbell::http::detail
