#include "http/detail/listener.h"

#include "http/detail/connection.h"
#include "http/detail/streamtransport.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/strand.hpp>

namespace deskbell::http::detail {

namespace net = boost::asio;
using Error = boost::system::error_code;

Listener::Listener(Core &core)
    : m_core(core), m_acceptor(net::make_strand(core.io())), m_pause(m_acceptor.get_executor())
{
}

tl::expected<void, StartError> Listener::open()
{
    const ServerOptions &options = m_core.options();
    Error error;
    const auto address = net::ip::make_address(options.address, error);
    if (error)
        return tl::unexpected(StartError{"address-invalid", options.address});
    // Passwords and tokens pass here: unencrypted they must not leave the machine.
    if (!options.tls && !address.is_loopback())
        return tl::unexpected(StartError{"address-not-loopback", options.address});
    if (options.tls)
        if (auto ready = prepareTls(); !ready)
            return ready;
    return bind({address, options.port});
}

tl::expected<void, StartError> Listener::prepareTls()
{
    const TlsFiles &files = *m_core.options().tls;
    auto &context = m_tls.emplace(net::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    context.set_options(net::ssl::context::default_workarounds | net::ssl::context::single_dh_use |
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Of TLS 1.2 only what keeps a recording unreadable when the key is stolen later, and what encrypts and
    // authenticates in one; TLS 1.3 has nothing else.
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    Error error;
    context.use_certificate_chain_file(files.certificateChainFile, error);
    if (error)
        return tl::unexpected(StartError{"tls-certificate-unusable", error.message()});
    context.use_private_key_file(files.privateKeyFile, net::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(context.native_handle()) != 1)
        return tl::unexpected(StartError{"tls-key-unusable", error.message()});
    return {};
}

tl::expected<void, StartError> Listener::bind(const net::ip::tcp::endpoint &endpoint)
{
    Error error;
    m_acceptor.open(endpoint.protocol(), error);
    if (error)
        return tl::unexpected(StartError{"socket-failed", error.message()});
#ifndef _WIN32
    // There, the option would let two programs share the port.
    m_acceptor.set_option(net::socket_base::reuse_address(true), error);
#endif
    m_acceptor.bind(endpoint, error);
    if (error == net::error::address_in_use)
        return tl::unexpected(StartError{"address-in-use", error.message()});
    if (error)
        return tl::unexpected(StartError{"address-unusable", error.message()});
    m_acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error)
        return tl::unexpected(StartError{"address-in-use", error.message()});
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void Listener::start()
{
    net::dispatch(m_acceptor.get_executor(), [self = shared_from_this()] { self->acceptNext(); });
}

void Listener::stop()
{
    net::post(m_acceptor.get_executor(), [self = shared_from_this()] {
        Error ignored;
        self->m_acceptor.close(ignored);
        self->m_pause.cancel();
    });
}

void Listener::acceptNext()
{
    if (!m_acceptor.is_open())
        return;
    m_acceptor.async_accept(net::make_strand(m_core.io()),
                            [self = shared_from_this()](Error error, auto socket) {
                                if (error == net::error::operation_aborted)
                                    return;
                                if (!error) {
                                    self->welcome(std::move(socket));
                                    return self->acceptNext();
                                }
                                // Out of file descriptors, or a connection lost before it was accepted: not
                                // at full speed again.
                                self->m_pause.expires_after(std::chrono::milliseconds(50));
                                self->m_pause.async_wait([self](Error stopped) {
                                    if (!stopped)
                                        self->acceptNext();
                                });
                            });
}

void Listener::welcome(net::ip::tcp::socket socket)
{
    Error error;
    const auto remote = socket.remote_endpoint(error);
    if (error)
        return;
    auto slot = m_core.newSlot(remote.address().to_string());
    if (!slot)
        return;
    socket.set_option(net::ip::tcp::no_delay(true), error);
    auto transport =
        m_tls ? makeTlsTransport(std::move(socket), *m_tls) : makePlainTransport(std::move(socket));
    std::make_shared<Connection>(m_core, std::move(transport), std::move(slot))->start();
}

} // namespace deskbell::http::detail
