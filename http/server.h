// The HTTP, WebSocket and TLS server: listens on one address, keeps every connection within the
// limits and hands whole requests to the router. Owned by main() or a test; start and stop it on
// one thread. Handlers run on its own io threads, one connection on one strand.
#pragma once

#include "http/limits.h"
#include "http/router.h"
#include "http/trustedproxies.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace deskbell::http {

struct TlsFiles
{
    std::string certificateChainFile; ///< PEM
    std::string privateKeyFile;       ///< PEM
};

/// What became of one request, for logs and figures. Has no body, no query and no header in it.
struct AccessRecord
{
    std::string requestId;
    std::string method;
    std::string route; ///< the pattern; empty when none matched
    std::string remoteAddress;
    int status = 0;   ///< 0: no answer was sent
    std::string code; ///< of the problem that was answered
    std::chrono::microseconds duration{0};
    std::size_t bytesIn = 0;
    std::size_t bytesOut = 0;
    bool isComplete = false; ///< the whole answer was handed to the network
};

struct ServerOptions
{
    std::string address = "127.0.0.1"; ///< an IP address; plain HTTP on a loopback one only
    std::uint16_t port = 0;            ///< 0: any free one
    std::size_t threads = 2;
    std::optional<TlsFiles> tls;
    Limits limits;
    TrustedProxies proxies;   ///< whose X-Forwarded-For and X-Forwarded-Proto are believed
    bool isBehindTls = false; ///< everybody comes over TLS, which ends before it gets here
    /// Called on io threads after each answer; must be quick.
    std::function<void(const AccessRecord &)> logged;
};

struct StartError
{
    std::string code; ///< address-invalid, address-not-loopback, address-in-use, tls-key-unusable, …
    std::string detail;
};

class Server
{
public:
    Server(ServerOptions options, Router router);
    ~Server(); ///< stops at once where stop() was not called
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    tl::expected<void, StartError> start();
    /// The port listened on, once started.
    std::uint16_t port() const;
    /// Every answer ends its connection from now on, so that who comes again may find another server;
    /// all else stays as it is.
    void retire();
    /// Stops accepting, closes idle connections and WebSockets (1001), lets what is under way
    /// finish until `grace` is over, cuts the rest. Not to be called on an io thread.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));
    /// Runs a function on an io thread after a while; forgotten when the server stops first.
    void runAfter(std::chrono::milliseconds delay, std::function<void()> function);

    std::size_t connectionCount() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace deskbell::http
