// Every limit the server has, in one place, with the values used when nobody sets another. A
// plain value, copied when the server starts.
#pragma once

#include <chrono>
#include <cstddef>

namespace deskbell::http {

struct Limits
{
    std::size_t maxHeaderBytes = 16 * 1024;       ///< request line and fields: 431
    std::size_t maxTargetBytes = 4 * 1024;        ///< 414
    std::size_t maxHeaderFields = 64;             ///< 431
    std::size_t maxBodyBytes = 1024 * 1024;       ///< decoded, where the route says nothing: 413
    std::size_t maxConnections = 10'000;          ///< 503, then closed
    std::size_t maxConnectionsPerAddress = 1'000; ///< 503, then closed; not for trusted proxies
    std::size_t maxRequestsAtOnce = 2'000;        ///< being handled: 503 with Retry-After

    std::chrono::milliseconds headerTimeout{10'000}; ///< TLS handshake; first byte to blank line: 408
    std::chrono::milliseconds bodyTimeout{30'000};   ///< the whole body: 408
    std::chrono::milliseconds idleTimeout{75'000};   ///< between requests: closed
    std::chrono::milliseconds answerTimeout{60'000}; ///< for the handler to answer: 503
    std::chrono::milliseconds writeTimeout{30'000};  ///< for each piece to be taken by the client
    /// For the other side to take note of an end: so that a reset does not eat the last answer.
    std::chrono::milliseconds closeTimeout{2'000};

    std::size_t maxMessageBytes = 1024 * 1024;    ///< WebSocket, inwards: 1009
    std::size_t maxQueuedBytes = 8 * 1024 * 1024; ///< WebSocket, outwards: 1013
    std::size_t maxQueuedMessages = 4'096;        ///< WebSocket, outwards: 1013
    std::chrono::milliseconds pingInterval{20'000};
    std::chrono::milliseconds silenceTimeout{45'000};

    std::size_t compressFromBytes = 1024;
    int compressionLevel = 1; ///< 0 switches gzip off
};

} // namespace deskbell::http
