// One WebSocket connection, seen from both ends of the program: WebSocket is the line, owned by
// the server and shared with whoever sends on it, from any thread; WebSocketHandler is what the
// application does with it, owned by the line, called on io threads but never twice at once.
// The line pings, ends after a silence, and closes a consumer that does not keep up.
#pragma once

#include "http/message.h"

#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace deskbell::http {

namespace closecode {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t goingAway = 1001;
inline constexpr std::uint16_t protocolError = 1002;
inline constexpr std::uint16_t unsupportedData = 1003;
inline constexpr std::uint16_t noStatus = 1005; ///< told only, never sent: closed without a code
inline constexpr std::uint16_t abnormal = 1006; ///< told only, never sent: the line was lost
inline constexpr std::uint16_t policyViolation = 1008;
inline constexpr std::uint16_t messageTooBig = 1009;
inline constexpr std::uint16_t internalError = 1011;
inline constexpr std::uint16_t tryAgainLater = 1013;
} // namespace closecode

class WebSocket
{
public:
    virtual ~WebSocket() = default;

    /// Queues a text message; false when the line is closing or closed, or when this message
    /// overflowed the bounded queue, which closes the line (1013).
    virtual bool send(std::string text) = 0;
    /// Closes with a code of 1000-1003, 1007-1014 or 3000-4999. What is queued is not sent.
    virtual void close(std::uint16_t code, std::string reason = {}) = 0;
    virtual bool isOpen() const = 0;
    virtual std::size_t queuedBytes() const = 0;
};

class WebSocketHandler
{
public:
    virtual ~WebSocketHandler() = default;

    /// The first call. Keep the line to send on it; drop it in closed().
    virtual void opened(std::shared_ptr<WebSocket> line) = 0;
    virtual void received(std::string text) = 0;
    /// The last call, always made once after opened(): the code of whoever closed first, or 1006
    /// when the line was lost.
    virtual void closed(std::uint16_t code) = 0;
};

/// Decides on an upgrade from its request: a handler takes the line, a Response refuses it.
using WebSocketDecision = std::variant<std::unique_ptr<WebSocketHandler>, Response>;
using WebSocketFactory = std::function<WebSocketDecision(const Request &)>;

} // namespace deskbell::http
