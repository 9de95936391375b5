// A client that sends exactly the bytes it is told to, for tests of servers: plain or TLS over
// loopback, HTTP answers and WebSocket frames read by hand. Every wait has an end. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace deskbell::test {

struct RawAnswer
{
    int status = 0; ///< 0: none came before the connection closed or time was up
    std::multimap<std::string, std::string> headers; ///< names in lower case
    std::string body;                                ///< chunks joined; still compressed
    bool isWhole = false;

    std::string header(const std::string &lowerCaseName) const;
    bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
};

struct RawFrame
{
    int opcode = -1; ///< -1: none came
    std::string payload;
    std::uint16_t closeCode() const;
};

/// How to reach a server, and the address of this machine to come from (empty: the system's choice).
struct Way
{
    std::uint16_t port = 0;
    bool isTls = false;
    std::string from;
};

/// One that nobody listens on just now.
std::uint16_t freePort();

class RawClient
{
public:
    using Time = std::chrono::milliseconds;

    explicit RawClient(std::uint16_t port, bool isTls = false, const std::string &address = "127.0.0.1")
        : RawClient(Way{port, isTls, {}}, address)
    {
    }
    explicit RawClient(const Way &way, const std::string &address = "127.0.0.1");
    ~RawClient();
    RawClient(RawClient &&) noexcept;

    bool isConnected() const;
    /// The other side has closed, and all that it sent was read.
    bool hasEnded() const;
    /// False when the connection does not take the bytes.
    bool send(std::string_view bytes);
    /// One answer; `isHead` tells that it has no body whatever its length says.
    RawAnswer answer(bool isHead = false, Time time = Time(10'000));
    /// The first bytes of an answer have come; they are still to be read.
    bool isBeingAnswered(Time time = Time(10'000));
    /// What comes until the other side closes; nullopt when it does not in time.
    std::optional<std::string> readToEnd(Time time = Time(10'000));
    bool isClosedWithin(Time time) { return readToEnd(time).has_value(); }
    void shutdownSend();
    void close();
    /// Closes so that the other side sees a reset.
    void reset();

    /// GET with a good handshake; the answer's status.
    int upgrade(const std::string &path, const std::string &moreHeaders = {});
    bool sendFrame(int opcode, std::string_view payload, bool isMasked = true, bool isFinal = true);
    bool sendText(std::string_view text) { return sendFrame(1, text); }
    RawFrame frame(Time time = Time(10'000));

    /// A new connection for one request.
    static RawAnswer ask(const Way &way, std::string_view bytes);
    static RawAnswer ask(std::uint16_t port, std::string_view bytes, bool isTls = false)
    {
        return ask(Way{port, isTls, {}}, bytes);
    }

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace deskbell::test
