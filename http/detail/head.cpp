#include "http/detail/head.h"

#include "http/detail/target.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace deskbell::http::detail {

namespace {
using namespace std::string_view_literals;

// Fields that mean two things when sent twice.
constexpr std::array singleFields{"host"sv,         "content-length"sv,       "transfer-encoding"sv,
                                  "content-type"sv, "content-encoding"sv,     "authorization"sv,
                                  "expect"sv,       "idempotency-key"sv,      "sec-websocket-key"sv,
                                  "upgrade"sv,      "sec-websocket-version"sv};

tl::unexpected<Refusal> refused(int status, std::string code, std::string detail = {})
{
    return tl::unexpected(Refusal{status, std::move(code), std::move(detail)});
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool isHost(std::string_view text)
{
    return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphanumeric(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    });
}

tl::expected<void, Refusal> readRequestLine(std::string_view line, const Limits &limits, Head &head)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return refused(400, "malformed-request-line");
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!isToken(method) || method.size() > 32)
        return refused(400, "malformed-method");
    if (version.size() != 8 || version.substr(0, 5) != "HTTP/" || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7]))
        return refused(400, "malformed-request-line");
    if (version != "HTTP/1.1")
        return refused(505, "version-not-supported");
    if (target.size() > limits.maxTargetBytes)
        return refused(414, "target-too-long");
    auto parsed = parsedTarget(target);
    if (!parsed)
        return refused(400, "malformed-target");
    head.method = method;
    head.target = target;
    head.path = std::move(parsed->path);
    head.query = std::move(parsed->query);
    return {};
}

tl::expected<void, Refusal> readField(std::string_view line, Head &head)
{
    if (line.front() == ' ' || line.front() == '\t')
        return refused(400, "folded-header");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return refused(400, "malformed-header");
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!isToken(name) || !isFieldValue(value))
        return refused(400, "malformed-header");
    const bool isSingle = std::any_of(singleFields.begin(), singleFields.end(),
                                      [&](std::string_view s) { return equalsIgnoringCase(s, name); });
    if (isSingle && head.headers.find(name))
        return refused(400, "duplicate-header");
    head.headers.add(std::string(name), std::string(value));
    return {};
}

tl::expected<void, Refusal> readFraming(Head &head)
{
    const auto length = head.headers.find("Content-Length");
    const auto coding = head.headers.find("Transfer-Encoding");
    if (length && coding)
        return refused(400, "ambiguous-length");
    if (coding) {
        if (!equalsIgnoringCase(*coding, "chunked"))
            return refused(400, "transfer-coding-not-supported");
        head.isChunked = true;
    }
    if (length) {
        // 18 digits cannot overflow; 019 and +19 are read differently by different programs.
        const bool isNumber =
            !length->empty() && length->size() <= 18 && std::all_of(length->begin(), length->end(), isDigit);
        if (!isNumber)
            return refused(400, "malformed-length");
        std::uint64_t value = 0;
        std::from_chars(length->data(), length->data() + length->size(), value);
        head.contentLength = value;
    }
    return {};
}

tl::expected<void, Refusal> readMeaning(Head &head)
{
    const auto host = head.headers.find("Host");
    if (!host || !isHost(*host))
        return refused(400, "host-missing");
    if (auto framing = readFraming(head); !framing)
        return framing;
    const std::string_view coding = head.headers.get("Content-Encoding");
    if (equalsIgnoringCase(coding, "gzip") || equalsIgnoringCase(coding, "x-gzip"))
        head.isGzip = true;
    else if (!coding.empty() && !equalsIgnoringCase(coding, "identity"))
        return refused(415, "content-coding-not-supported");
    if (const auto expect = head.headers.find("Expect")) {
        if (!equalsIgnoringCase(*expect, "100-continue"))
            return refused(417, "expectation-failed");
        head.isContinueExpected = true;
    }
    bool isUpgrade = false;
    for (const auto &[name, value] : head.headers) {
        if (!equalsIgnoringCase(name, "Connection"))
            continue;
        head.isCloseWanted = head.isCloseWanted || listHas(value, "close");
        isUpgrade = isUpgrade || listHas(value, "upgrade");
    }
    head.isUpgradeWanted = isUpgrade && listHas(head.headers.get("Upgrade"), "websocket");
    return {};
}
} // namespace

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphanumeric(c) || "!#$%&'*+-.^_`|~"sv.find(c) != std::string_view::npos;
    });
}

bool isFieldValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

bool listHas(std::string_view list, std::string_view element)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (equalsIgnoringCase(trimmed(list.substr(0, end)), element))
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

HeadScanner::State HeadScanner::scan(std::string_view bytes)
{
    while (m_at < bytes.size()) {
        const char c = bytes[m_at];
        if (c == '\0' || c == '\n')
            return State::refused;
        if (c != '\r') {
            ++m_at;
            continue;
        }
        if (m_at + 1 == bytes.size())
            return State::open;
        if (bytes[m_at + 1] != '\n')
            return State::refused;
        const bool isBlank = m_at == m_lineStart;
        m_at += 2;
        m_lineStart = m_at;
        ++m_lines;
        if (isBlank)
            return State::ended;
    }
    return State::open;
}

tl::expected<Head, Refusal> parsedHead(std::string_view text, const Limits &limits)
{
    Head head;
    bool isFirst = true;
    while (text.size() > 2) {
        const std::size_t end = text.find("\r\n");
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 2);
        if (!isFirst && head.headers.size() == limits.maxHeaderFields)
            return refused(431, "header-too-large");
        auto read = isFirst ? readRequestLine(line, limits, head) : readField(line, head);
        if (!read)
            return tl::unexpected(read.error());
        isFirst = false;
    }
    if (isFirst)
        return refused(400, "malformed-request-line");
    if (auto meaning = readMeaning(head); !meaning)
        return tl::unexpected(meaning.error());
    return head;
}

std::optional<Refusal> webSocketRefusal(const Head &head)
{
    if (!head.isUpgradeWanted)
        return Refusal{426, "upgrade-required", {}};
    if (head.hasBody())
        return Refusal{400, "upgrade-with-body", {}};
    if (head.headers.get("Sec-WebSocket-Version") != "13")
        return Refusal{426, "websocket-version-not-supported", {}};
    // Sixteen bytes in base64: 22 characters and two of padding.
    const std::string_view key = head.headers.get("Sec-WebSocket-Key");
    const bool isKey = key.size() == 24 && key.substr(22) == "==" &&
                       std::all_of(key.begin(), key.begin() + 22,
                                   [](char c) { return isAlphanumeric(c) || c == '+' || c == '/'; });
    if (!isKey)
        return Refusal{400, "websocket-key-invalid", {}};
    return std::nullopt;
}

} // namespace deskbell::http::detail
