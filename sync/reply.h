// Classifies an HTTP answer for the desk, here and nowhere else: the backend's own answer, or unheard. The
// backend's own answer is a refusal in its form with one of its codes, or the content that was asked for.
// Anything else (a proxy's page, a Wi-Fi sign-in page, a redirect, half an answer) came from somebody in
// between: whether the backend has acted is unknown, and the session goes on. A value.
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::sync {

/// The code of an answer that is not the backend's.
inline constexpr std::string_view notTheBackend = "not-the-backend";

/// For no longer does a desk wait because the backend said so.
inline constexpr std::chrono::seconds longestWait{60};

/// Of the backend's own refusal; 0 for every other error, which means that it was not heard.
int statusOf(const Error &error);
inline bool isRefusal(const Error &error)
{
    return statusOf(error) != 0;
}
/// A refusal that the same request would meet again: of who asks or of what is asked, not of the moment.
bool isLastingRefusal(const Error &error);

class Reply
{
public:
    /// No answer, or none that counts: `why` says which.
    static Reply unheard(Error why);
    /// A whole answer. `retryAfter` is believed of the backend only, and for a minute at most.
    static Reply of(int status, const QByteArray &contentType, QByteArray body,
                    std::optional<std::chrono::seconds> retryAfter);

    /// What was asked for, as `decode` reads it; else the backend's refusal, or why it was not heard.
    template <typename Decode>
    auto content(const Decode &decode) const -> decltype(decode(std::string_view()))
    {
        if (!m_isContent)
            return tl::unexpected(m_error);
        auto read = decode(std::string_view(m_body.constData(), static_cast<std::size_t>(m_body.size())));
        if (!read)
            return tl::unexpected(unreadable(read.error()));
        return read;
    }
    /// Rows that are read as they come are content before they are whole.
    bool isContent() const { return m_isContent; }
    const Error &error() const { return m_error; } ///< of what is no content
    /// The backend does not know the session any more, or this token of it.
    bool isSignedOut() const;
    std::optional<std::chrono::milliseconds> retryAfter() const { return m_retryAfter; }

private:
    static Error unreadable(const Error &error);

    bool m_isContent = false;
    QByteArray m_body;
    Error m_error;
    std::optional<std::chrono::milliseconds> m_retryAfter;
};

} // namespace deskbell::sync
