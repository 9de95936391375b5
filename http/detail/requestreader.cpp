#include "http/detail/requestreader.h"

#include "http/detail/gzip.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/optional.hpp>

namespace deskbell::http::detail {

namespace net = boost::asio;
namespace beast = boost::beast;

namespace {
// A chunk's own header, or the trailer, is a line or two; what needs more is not meant well.
constexpr std::size_t maxFramingBytes = 4 * 1024;
} // namespace

struct RequestReader::Framing
{
    beast::http::request_parser<beast::http::string_body> parser;
};

RequestReader::RequestReader(const Limits &limits) : m_limits(limits)
{
}

RequestReader::~RequestReader() = default;

void RequestReader::reset()
{
    m_phase = Phase::head;
    m_scanner = {};
    m_head = {};
    m_body.clear();
    m_bytesRead = 0;
    m_refusal = {};
    m_framing.reset();
}

RequestReader::Step RequestReader::advance(std::string &input)
{
    switch (m_phase) {
    case Phase::head:
        return advanceHead(input);
    case Phase::awaitingAcceptance:
        return Step::headRead;
    case Phase::body:
        return advanceBody(input);
    case Phase::complete:
        return Step::complete;
    case Phase::refused:
        break;
    }
    return Step::refused;
}

RequestReader::Step RequestReader::refuse(int status, std::string code)
{
    m_phase = Phase::refused;
    m_refusal = {status, std::move(code), {}};
    return Step::refused;
}

RequestReader::Step RequestReader::advanceHead(std::string &input)
{
    // RFC 9112 2.2: an empty line before a request is let pass, once.
    if (m_bytesRead == 0 && input.starts_with("\r\n")) {
        input.erase(0, 2);
        m_bytesRead = 2;
    }
    const auto state = m_scanner.scan(input);
    if (state == HeadScanner::State::refused)
        return refuse(400, "malformed_header");
    const bool isEnded = state == HeadScanner::State::ended;
    const std::size_t size = isEnded ? m_scanner.headBytes() : input.size();
    if (m_scanner.lineCount() == 0 && size > m_limits.maxTargetBytes + 64)
        return refuse(414, "target_too_long");
    if (size > m_limits.maxHeaderBytes)
        return refuse(431, "header_too_large");
    if (!isEnded)
        return Step::needsMore;

    const std::string_view text = std::string_view(input).substr(0, size);
    auto head = parsedHead(text, m_limits);
    if (!head) {
        m_phase = Phase::refused;
        m_refusal = std::move(head.error());
        return Step::refused;
    }
    m_head = std::move(*head);
    if (m_head.hasBody()) {
        m_framing = std::make_unique<Framing>();
        m_framing->parser.header_limit(static_cast<std::uint32_t>(m_limits.maxHeaderBytes + 4));
        m_framing->parser.body_limit(boost::none);
        beast::error_code error;
        m_framing->parser.put(net::buffer(text.data(), text.size()), error);
        if (error || !m_framing->parser.is_header_done())
            return refuse(400, "malformed_header");
    }
    input.erase(0, size);
    m_bytesRead += size;
    m_phase = Phase::awaitingAcceptance;
    return Step::headRead;
}

void RequestReader::acceptBody(std::size_t maxBytes)
{
    m_maxBodyBytes = maxBytes;
    m_phase = Phase::body;
    if (m_framing) {
        m_framing->parser.eager(true);
        m_framing->parser.body_limit(maxBytes);
    }
}

RequestReader::Step RequestReader::advanceBody(std::string &input)
{
    if (!m_framing)
        return finishBody();
    if (m_head.contentLength.value_or(0) > m_maxBodyBytes)
        return refuse(413, "body_too_large");
    auto &parser = m_framing->parser;
    while (!parser.is_done()) {
        if (input.empty())
            return Step::needsMore;
        beast::error_code error;
        const std::size_t taken = parser.put(net::buffer(input.data(), input.size()), error);
        input.erase(0, taken);
        m_bytesRead += taken;
        if (error == beast::http::error::body_limit)
            return refuse(413, "body_too_large");
        if (error && error != beast::http::error::need_more)
            return refuse(400, "malformed_body");
        if (error == beast::http::error::need_more || (taken == 0 && !parser.is_done()))
            return input.size() > maxFramingBytes ? refuse(400, "malformed_body") : Step::needsMore;
    }
    m_body = std::move(parser.get().body());
    return finishBody();
}

RequestReader::Step RequestReader::finishBody()
{
    if (m_head.isGzip && m_head.hasBody()) {
        auto plain = gunzipped(m_body, m_maxBodyBytes);
        if (!plain)
            return plain.error() == GunzipError::tooLarge ? refuse(413, "body_too_large")
                                                          : refuse(400, "malformed_gzip");
        m_body = std::move(*plain);
    }
    m_phase = Phase::complete;
    return Step::complete;
}

} // namespace deskbell::http::detail
