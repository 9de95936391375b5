#include "http/detail/chunked.h"

#include "http/detail/head.h"

#include <algorithm>
#include <charconv>

namespace deskbell::http::detail {

namespace {
// A chunk's size with its extensions, or a trailer field: what needs more is not meant well.
constexpr std::size_t maxLineBytes = 4 * 1024;
constexpr std::size_t maxSizeDigits = 8;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
} // namespace

ChunkDecoder::Step ChunkDecoder::advance(std::string &input, std::string &body)
{
    std::size_t at = 0;
    Step step = Step::needsMore;
    while (step == Step::needsMore && m_part != Part::complete) {
        if (m_part == Part::data) {
            const std::size_t size = std::min(m_left, input.size() - at);
            body.append(input, at, size);
            at += size;
            m_left -= size;
            if (m_left > 0)
                break;
            m_part = Part::dataEnd;
        }
        const std::string_view rest = std::string_view(input).substr(at);
        const std::size_t end = rest.find_first_of(std::string_view("\r\n\0", 3));
        if (end == std::string_view::npos || (rest[end] == '\r' && end + 1 == rest.size())) {
            step = rest.size() > maxLineBytes ? Step::malformed : Step::needsMore;
            break;
        }
        const std::string_view line = rest.substr(0, end);
        at += end + 2;
        if (rest[end] != '\r' || rest[end + 1] != '\n' || line.size() > maxLineBytes)
            step = Step::malformed;
        else if (m_part == Part::size)
            step = readSize(line);
        else if (m_part == Part::trailer)
            step = readTrailer(line);
        else
            step = line.empty() ? Step::needsMore : Step::malformed;
        if (m_part == Part::dataEnd)
            m_part = Part::size;
    }
    input.erase(0, std::min(at, input.size()));
    return m_part == Part::complete ? Step::complete : step;
}

ChunkDecoder::Step ChunkDecoder::readSize(std::string_view line)
{
    const auto digits =
        static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), isHexDigit) - line.begin());
    const std::string_view extension = line.substr(digits);
    if (digits == 0 || digits > maxSizeDigits || (!extension.empty() && extension.front() != ';') ||
        !isFieldValue(extension))
        return Step::malformed;
    std::from_chars(line.data(), line.data() + digits, m_left, 16);
    if (m_left > m_maxBodyBytes - m_bodyBytes)
        return Step::tooLarge;
    m_bodyBytes += m_left;
    m_part = m_left == 0 ? Part::trailer : Part::data;
    return Step::needsMore;
}

// A trailer could not be trusted to mean what a header means, so it means nothing.
ChunkDecoder::Step ChunkDecoder::readTrailer(std::string_view line)
{
    if (line.empty()) {
        m_part = Part::complete;
        return Step::complete;
    }
    m_trailerBytes += line.size();
    const std::size_t colon = line.find(':');
    if (m_trailerBytes > maxLineBytes || colon == std::string_view::npos || !isToken(line.substr(0, colon)) ||
        !isFieldValue(line.substr(colon + 1)))
        return Step::malformed;
    return Step::needsMore;
}

} // namespace deskbell::http::detail
