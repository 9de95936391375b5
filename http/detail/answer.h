// A response on its way out, turned into the pieces to write: head, framing, compression. Values
// that could break out of a header line never leave. Owned by one connection, used on its strand.
#pragma once

#include "http/detail/gzip.h"
#include "http/limits.h"
#include "http/message.h"

#include <memory>
#include <optional>
#include <string>

namespace deskbell::http::detail {

/// What of the request matters for its answer.
struct AnswerContext
{
    std::string requestId;
    std::string_view acceptEncoding;
    bool isHead = false;
    bool isKeptAlive = true;
};

class Answer
{
public:
    Answer(Response response, const AnswerContext &context, const Limits &limits);

    int status() const { return m_response.status; }
    bool isKeptAlive() const { return m_isKeptAlive; }
    /// The next piece to write, nullopt when all is written. Throws what the body's source throws.
    std::optional<std::string> next();

private:
    std::string head(const AnswerContext &context);
    std::string nextOfStream();
    bool isWorthCompressing(const AnswerContext &context, const Limits &limits) const;

    Response m_response;
    bool m_isKeptAlive;
    bool m_hasBody;
    bool m_isEnded = false;
    std::size_t m_bodyAt = 0;
    std::string m_first; ///< the head, and the body where that is small
    std::unique_ptr<GzipDeflater> m_deflater;
};

/// Whether an Accept-Encoding value allows gzip.
bool acceptsGzip(std::string_view acceptEncoding);
/// The Date field's value.
std::string httpDate(std::int64_t secondsSinceEpoch);

} // namespace deskbell::http::detail
