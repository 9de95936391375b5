#include "support/rawclient.h"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

namespace deskbell::test {

namespace net = boost::asio;
using Error = boost::system::error_code;

struct RawClient::Impl
{
    net::io_context io;
    net::ssl::context tls{net::ssl::context::tls_client};
    net::ssl::stream<net::ip::tcp::socket> stream{io, tls};
    bool isTls = false;
    bool isConnected = false;
    bool hasEnded = false;
    std::string input;

    // Runs one operation until it is done or time is up.
    template <class Start>
    std::optional<Error> await(Time time, Start start)
    {
        std::optional<Error> result;
        start([&](Error error, std::size_t) { result = error; });
        io.restart();
        io.run_for(time);
        if (!result) {
            Error ignored;
            stream.next_layer().cancel(ignored);
            io.restart();
            io.run();
            return std::nullopt;
        }
        return result;
    }

    // True when more came; false at the end, or when time is up.
    bool readSome(Time time)
    {
        if (hasEnded || !isConnected)
            return false;
        std::array<char, 16 * 1024> buffer;
        std::size_t count = 0;
        const auto error = await(time, [&](auto done) {
            auto handler = [&count, done](Error e, std::size_t n) {
                count = n;
                done(e, n);
            };
            if (isTls)
                stream.async_read_some(net::buffer(buffer), handler);
            else
                stream.next_layer().async_read_some(net::buffer(buffer), handler);
        });
        hasEnded = error && *error;
        input.append(buffer.data(), count);
        return error && !*error;
    }

    bool readUntil(std::chrono::steady_clock::time_point end, const auto &isEnough)
    {
        while (!isEnough()) {
            const auto left = std::chrono::duration_cast<Time>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0 || !readSome(left))
                return isEnough();
        }
        return true;
    }
};

std::string RawAnswer::header(const std::string &lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string{} : found->second;
}

std::uint16_t RawFrame::closeCode() const
{
    if (opcode != 8 || payload.size() < 2)
        return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 |
                                      static_cast<unsigned char>(payload[1]));
}

std::uint16_t freePort()
{
    net::io_context io;
    return net::ip::tcp::acceptor(io, {net::ip::make_address("127.0.0.1"), 0}).local_endpoint().port();
}

RawClient::RawClient(const Way &way, const std::string &address) : m_impl(std::make_unique<Impl>())
{
    m_impl->isTls = way.isTls;
    Error error;
    net::ip::tcp::socket &socket = m_impl->stream.next_layer();
    socket.open(net::ip::tcp::v4(), error);
    if (!way.from.empty())
        socket.bind({net::ip::make_address(way.from), 0}, error);
    if (!error)
        socket.connect({net::ip::make_address(address), way.port}, error);
    if (!error)
        socket.set_option(net::ip::tcp::no_delay(true), error);
    if (!error && way.isTls) {
        m_impl->stream.set_verify_mode(net::ssl::verify_none);
        const auto done = m_impl->await(Time(10'000), [&](auto handler) {
            m_impl->stream.async_handshake(net::ssl::stream_base::client,
                                           [handler](Error e) { handler(e, 0); });
        });
        error = done.value_or(net::error::timed_out);
    }
    m_impl->isConnected = !error;
}

RawClient::~RawClient() = default;
RawClient::RawClient(RawClient &&) noexcept = default;

bool RawClient::isConnected() const
{
    return m_impl->isConnected;
}

bool RawClient::hasEnded() const
{
    return m_impl->hasEnded || !m_impl->isConnected;
}

bool RawClient::send(std::string_view bytes)
{
    const auto error = m_impl->await(Time(20'000), [&](auto done) {
        if (m_impl->isTls)
            net::async_write(m_impl->stream, net::buffer(bytes), done);
        else
            net::async_write(m_impl->stream.next_layer(), net::buffer(bytes), done);
    });
    return error && !*error;
}

namespace {
// A chunked body, read on from where it was left when more has come.
struct Chunks
{
    std::string body;
    std::size_t at = 0;
    bool isWhole = false;

    bool readOn(const std::string &input)
    {
        while (!isWhole) {
            const std::size_t line = input.find("\r\n", at);
            if (line == std::string::npos)
                return false;
            const std::size_t size = std::stoul(input.substr(at, line - at), nullptr, 16);
            if (input.size() < line + 2 + size + 2)
                return false;
            body.append(input, line + 2, size);
            at = line + 2 + size + 2;
            isWhole = size == 0;
        }
        return true;
    }
};

void parseHead(const std::string &head, RawAnswer &answer)
{
    std::size_t at = head.find("\r\n");
    if (head.starts_with("HTTP/1.1 "))
        answer.status = std::stoi(head.substr(9, 3));
    while (at + 2 < head.size()) {
        const std::size_t start = at + 2;
        at = std::min(head.find("\r\n", start), head.size());
        const std::string line = head.substr(start, at - start);
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos)
            continue;
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        answer.headers.emplace(name, line.substr(colon + 2));
    }
}
} // namespace

RawAnswer RawClient::answer(bool isHead, Time time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    std::string &input = m_impl->input;
    RawAnswer answer;
    if (!m_impl->readUntil(end, [&] { return input.find("\r\n\r\n") != std::string::npos; }))
        return answer;
    const std::size_t headEnd = input.find("\r\n\r\n");
    parseHead(input.substr(0, headEnd), answer);
    input.erase(0, headEnd + 4);
    if (isHead || answer.status == 204 || answer.status == 304 || answer.status < 200) {
        answer.isWhole = true;
    } else if (answer.header("transfer-encoding") == "chunked") {
        Chunks chunks;
        answer.isWhole = m_impl->readUntil(end, [&] { return chunks.readOn(input); });
        answer.body = std::move(chunks.body);
        input.erase(0, chunks.at);
    } else {
        const std::size_t size = std::stoul("0" + answer.header("content-length"));
        answer.isWhole = m_impl->readUntil(end, [&] { return input.size() >= size; });
        answer.body = input.substr(0, size);
        input.erase(0, size);
    }
    return answer;
}

bool RawClient::isBeingAnswered(Time time)
{
    m_impl->readUntil(std::chrono::steady_clock::now() + time,
                      [&] { return !m_impl->input.empty() || m_impl->hasEnded; });
    return !m_impl->input.empty();
}

std::optional<std::string> RawClient::readToEnd(Time time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    m_impl->readUntil(end, [&] { return m_impl->hasEnded; });
    if (!m_impl->hasEnded)
        return std::nullopt;
    return std::exchange(m_impl->input, {});
}

void RawClient::shutdownSend()
{
    Error ignored;
    m_impl->stream.next_layer().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
}

void RawClient::close()
{
    Error ignored;
    m_impl->stream.next_layer().close(ignored);
    m_impl->isConnected = false;
}

void RawClient::reset()
{
    Error ignored;
    m_impl->stream.next_layer().set_option(net::socket_base::linger(true, 0), ignored);
    close();
}

int RawClient::upgrade(const std::string &path, const std::string &moreHeaders)
{
    send("GET " + path +
         " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
         moreHeaders + "\r\n");
    return answer().status;
}

bool RawClient::sendFrame(int opcode, std::string_view payload, bool isMasked, bool isFinal)
{
    static constexpr std::string_view mask = "\x11\x22\x33\x44";
    std::string bytes(1, static_cast<char>((isFinal ? 0x80 : 0) | opcode));
    const auto flag = static_cast<char>(isMasked ? 0x80 : 0);
    if (payload.size() < 126) {
        bytes += static_cast<char>(flag | static_cast<char>(payload.size()));
    } else if (payload.size() < 65536) {
        bytes += static_cast<char>(flag | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 255);
    } else {
        bytes += static_cast<char>(flag | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>((static_cast<std::uint64_t>(payload.size()) >> shift) & 255);
    }
    if (isMasked)
        bytes += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(payload[i] ^ (isMasked ? mask[i % 4] : 0));
    return send(bytes);
}

RawFrame RawClient::frame(Time time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    std::string &input = m_impl->input;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
    if (!m_impl->readUntil(end, [&] { return input.size() >= 2; }))
        return {};
    std::size_t size = byte(1) & 127;
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (!m_impl->readUntil(end, [&] { return input.size() >= 2 + more; }))
        return {};
    if (more > 0)
        size = 0;
    for (std::size_t i = 0; i < more; ++i)
        size = size << 8 | byte(2 + i);
    if (!m_impl->readUntil(end, [&] { return input.size() >= 2 + more + size; }))
        return {};
    RawFrame result{byte(0) & 15, input.substr(2 + more, size)};
    input.erase(0, 2 + more + size);
    return result;
}

RawAnswer RawClient::ask(const Way &way, std::string_view bytes)
{
    RawClient client(way);
    client.send(bytes);
    return client.answer();
}

} // namespace deskbell::test
