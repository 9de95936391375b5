#include "http/detail/requestreader.h"

#include "http/detail/gzip.h"

#include <algorithm>

namespace deskbell::http::detail {

void RequestReader::reset()
{
    m_phase = Phase::head;
    m_scanner = {};
    m_head = {};
    m_body.clear();
    m_bytesRead = 0;
    m_refusal = {};
    m_chunks.reset();
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
        return refuse(400, "malformed-header");
    const bool isEnded = state == HeadScanner::State::ended;
    const std::size_t size = isEnded ? m_scanner.headBytes() : input.size();
    if (m_scanner.lineCount() == 0 && size > m_limits.maxTargetBytes + 64)
        return refuse(414, "target-too-long");
    if (size > m_limits.maxHeaderBytes)
        return refuse(431, "header-too-large");
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
    input.erase(0, size);
    m_bytesRead += size;
    m_phase = Phase::awaitingAcceptance;
    return Step::headRead;
}

void RequestReader::acceptBody(std::size_t maxBytes)
{
    m_maxBodyBytes = maxBytes;
    m_phase = Phase::body;
    if (m_head.isChunked)
        m_chunks.emplace(maxBytes);
}

RequestReader::Step RequestReader::advanceBody(std::string &input)
{
    if (m_chunks) {
        const std::size_t before = input.size();
        const ChunkDecoder::Step step = m_chunks->advance(input, m_body);
        m_bytesRead += before - input.size();
        switch (step) {
        case ChunkDecoder::Step::needsMore:
            return Step::needsMore;
        case ChunkDecoder::Step::complete:
            return finishBody();
        case ChunkDecoder::Step::malformed:
            return refuse(400, "malformed-body");
        case ChunkDecoder::Step::tooLarge:
            return refuse(413, "body-too-large");
        }
    }
    const std::uint64_t length = m_head.contentLength.value_or(0);
    if (length > m_maxBodyBytes)
        return refuse(413, "body-too-large");
    const std::size_t size = std::min<std::size_t>(length - m_body.size(), input.size());
    m_body.append(input, 0, size);
    input.erase(0, size);
    m_bytesRead += size;
    return m_body.size() == length ? finishBody() : Step::needsMore;
}

RequestReader::Step RequestReader::finishBody()
{
    if (m_head.isGzip && m_head.hasBody()) {
        auto plain = gunzipped(m_body, m_maxBodyBytes);
        if (!plain)
            return plain.error() == GunzipError::tooLarge ? refuse(413, "body-too-large")
                                                          : refuse(400, "malformed-gzip");
        m_body = std::move(*plain);
    }
    m_phase = Phase::complete;
    return Step::complete;
}

} // namespace deskbell::http::detail
