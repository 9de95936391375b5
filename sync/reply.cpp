#include "sync/reply.h"

#include <algorithm>
#include <cstdlib>

#include "protocol/problem.h"

namespace deskbell::sync {

namespace {

constexpr std::string_view statusFact = "status";

/// A lone command's outcome is the answer's status, too.
bool mayCarryContent(int status)
{
    return (status >= 200 && status < 300) || status == 409 || status == 410 || status == 422;
}

bool isOfOurKind(std::string_view contentType)
{
    return protocol::isMediaType(contentType, "application/json") ||
           protocol::isMediaType(contentType, "application/x-ndjson");
}

} // namespace

int statusOf(const Error &error)
{
    const auto found = error.facts.find(statusFact);
    return found == error.facts.end() ? 0 : std::atoi(found->second.c_str());
}

bool isLastingRefusal(const Error &error)
{
    switch (statusOf(error)) {
    case 400:
    case 401:
    case 403:
    case 413:
    case 415:
    case 422:
        return true;
    default:
        return false;
    }
}

Reply Reply::unheard(Error why)
{
    Reply reply;
    reply.m_error = std::move(why);
    if (const auto status = reply.m_error.facts.find(statusFact); status != reply.m_error.facts.end())
        reply.m_error.facts.erase(status);
    return reply;
}

Reply Reply::of(int status, const QByteArray &contentType, QByteArray body,
                std::optional<std::chrono::seconds> retryAfter)
{
    const std::string_view type(contentType.constData(), static_cast<std::size_t>(contentType.size()));
    Reply reply;
    if (status == 204 || (mayCarryContent(status) && isOfOurKind(type))) {
        reply.m_isContent = true;
        reply.m_body = std::move(body);
        return reply;
    }
    auto problem =
        protocol::readProblem(status, type, {body.constData(), static_cast<std::size_t>(body.size())});
    if (!problem)
        return unheard({std::string(notTheBackend),
                        {{"answered", std::to_string(status) + " " + contentType.left(80).toStdString()}}});
    if (retryAfter)
        reply.m_retryAfter = std::clamp(*retryAfter, std::chrono::seconds(0), longestWait);
    reply.m_error = {std::move(problem->code), std::move(problem->facts)};
    reply.m_error.facts.insert_or_assign(std::string(statusFact), std::to_string(status));
    if (retryAfter)
        reply.m_error.facts.insert_or_assign("retryAfterS", std::to_string(retryAfter->count()));
    return reply;
}

bool Reply::isSignedOut() const
{
    return statusOf(m_error) == 401;
}

Error Reply::unreadable(const Error &error)
{
    return {std::string(notTheBackend), {{"answered", error.code}}};
}

} // namespace deskbell::sync
