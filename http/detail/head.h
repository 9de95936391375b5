// The head of a request, read strictly: what RFC 9112 forbids or leaves to luck (folded fields,
// blanks before the colon, two lengths, no Host, stray control characters) is refused here, before
// any parser has an opinion on it, because two programs that read one request in two ways are how
// requests are smuggled. Pure functions, any thread.
#pragma once

#include "http/limits.h"
#include "http/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace deskbell::http::detail {

/// Why a request is refused; becomes a problem document.
struct Refusal
{
    int status = 400;
    std::string code;
    std::string detail;
};

struct Head
{
    std::string method;
    std::string target;
    std::string path;
    Parameters query;
    Headers headers;
    std::optional<std::uint64_t> contentLength;
    bool isChunked = false;
    bool isGzip = false;
    bool isCloseWanted = false;
    bool isContinueExpected = false;
    bool isUpgradeWanted = false; ///< to a WebSocket
    bool hasBody() const { return isChunked || contentLength.value_or(0) > 0; }
};

/// Looks at the bytes as they come: a NUL or a lone CR or LF is refused without waiting for more.
class HeadScanner
{
public:
    enum class State { open, ended, refused };
    /// `bytes` is all of the head so far.
    State scan(std::string_view bytes);
    std::size_t headBytes() const { return m_at; } ///< with its blank line, once ended
    std::size_t lineCount() const { return m_lines; }

private:
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    std::size_t m_lines = 0;
};

/// `text` ends in the blank line.
tl::expected<Head, Refusal> parsedHead(std::string_view text, const Limits &limits);

/// The refusal of a bad WebSocket handshake; nothing when it is good.
std::optional<Refusal> webSocketRefusal(const Head &head);

bool isToken(std::string_view text);
/// No control characters but tabs.
bool isFieldValue(std::string_view text);
/// Whether a comma-separated list has this element, compared without case.
bool listHas(std::string_view list, std::string_view element);

} // namespace deskbell::http::detail
