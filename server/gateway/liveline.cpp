#include "server/gateway/liveline.h"

#include <algorithm>

#include "protocol/changes.h"

namespace deskbell::server {
namespace {

/// A desk says two things and later now and then one; more at once is no desk.
constexpr std::size_t maxInbox = 16;
constexpr std::size_t maxMessageBytes = 8 * 1024;

} // namespace

LiveSession::LiveSession(LiveContext &context, PropertyId property, Caller caller)
    : m_context(context), m_property(property), m_caller(std::move(caller)), m_openedAt(context.steady())
{
}

void LiveSession::opened(std::shared_ptr<http::WebSocket> line)
{
    const std::lock_guard lock(m_mutex);
    m_line = std::move(line);
}

void LiveSession::received(std::string text)
{
    bool isTooMuch = false;
    bool mustPost = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isOver)
            return;
        isTooMuch = m_inbox.size() >= maxInbox || text.size() > maxMessageBytes;
        if (!isTooMuch) {
            m_inbox.push_back(std::move(text));
            mustPost = !m_isDraining;
            m_isDraining = true;
        }
    }
    if (isTooMuch)
        return close(http::closecode::policyViolation, "too-many-messages");
    if (mustPost && !m_context.pool.post([self = shared_from_this()] { self->drain(); }))
        close(http::closecode::tryAgainLater, "server-busy");
}

void LiveSession::closed()
{
    std::optional<LiveHub::Ticket> ticket;
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_line.reset();
        m_inbox.clear();
        ticket = std::exchange(m_ticket, std::nullopt);
    }
    if (ticket)
        m_context.hub.forget(*ticket);
}

void LiveSession::endIfSilent()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isOver || m_session || m_context.steady() - m_openedAt < m_context.authTimeout)
            return;
    }
    close(protocol::closeUnauthorized, "not-authenticated-in-time");
}

void LiveSession::recheck()
{
    std::optional<Uuid> session;
    {
        const std::lock_guard lock(m_mutex);
        session = m_isOver ? std::nullopt : m_session;
    }
    if (!session)
        return;
    const auto principal = m_context.authenticator.recheck(*session);
    if (!principal && principal.error().code == "token-refused")
        close(protocol::closeUnauthorized, "token-refused");
    else if (principal && !principal->worksAt(m_property))
        close(protocol::closeForbidden, "property-not-allowed");
}

bool LiveSession::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOver;
}

void LiveSession::drain()
{
    for (;;) {
        std::string text;
        {
            const std::lock_guard lock(m_mutex);
            if (m_inbox.empty() || m_isOver) {
                m_isDraining = false;
                return;
            }
            text = std::move(m_inbox.front());
            m_inbox.pop_front();
        }
        handle(text);
    }
}

void LiveSession::handle(const std::string &text)
{
    const auto message = protocol::decodeLive(text);
    if (!message)
        return close(http::closecode::policyViolation, "bad-message");
    if (const auto *auth = std::get_if<protocol::LiveAuth>(&*message))
        return authenticate(auth->token);
    bool isKnown = false;
    {
        const std::lock_guard lock(m_mutex);
        isKnown = m_session.has_value();
    }
    if (!isKnown)
        return close(protocol::closeUnauthorized, "not-authenticated");
    if (const auto *resumed = std::get_if<protocol::LiveResume>(&*message))
        return resume(resumed->cursor);
    close(http::closecode::policyViolation, "bad-message");
}

void LiveSession::authenticate(const std::string &token)
{
    const auto principal = m_context.authenticator.authenticate(token);
    if (!principal)
        return principal.error().code == "token-refused"
                   ? close(protocol::closeUnauthorized, "token-refused")
                   : close(http::closecode::tryAgainLater, "server-busy");
    if (!principal->worksAt(m_property))
        return close(protocol::closeForbidden, "property-not-allowed");
    const std::lock_guard lock(m_mutex);
    m_session = principal->session.id;
}

void LiveSession::resume(const std::string &cursorText)
{
    const auto cursor = protocol::parseCursor(cursorText);
    if (!cursor)
        return close(http::closecode::policyViolation, "bad-cursor");
    if (cursor->property != m_property)
        return close(protocol::closeForbidden, "property-not-allowed");
    // Nothing of this history may reach a desk that goes by another one.
    if (const auto isKnown = m_context.storage.vouchesFor(*cursor); isKnown && !*isKnown)
        return close(protocol::closeCursorGone, "cursor-gone");
    const std::shared_ptr<http::WebSocket> open = line();
    if (!open)
        return;
    // First listen, then read the clock: what is committed in between is told by one of the two.
    const LiveHub::Ticket ticket =
        m_context.hub.listen(open, m_property, Window{cursor->from, cursor->to}, cursor->seq);
    std::optional<LiveHub::Ticket> earlier;
    bool isOver = false;
    {
        const std::lock_guard lock(m_mutex);
        isOver = m_isOver;
        earlier = isOver ? ticket : std::exchange(m_ticket, ticket);
    }
    if (earlier)
        m_context.hub.forget(*earlier);
    if (isOver)
        return;
    const auto page = m_context.storage.changes(*cursor, 1);
    const auto seq = m_context.storage.seq(m_property);
    if (!page && page.error().code == "cursor-gone")
        return close(protocol::closeCursorGone, "cursor-gone");
    if (!page || !seq)
        return close(http::closecode::tryAgainLater, "server-busy");
    if (cursor->seq > *seq)
        return close(protocol::closeCursorGone, "cursor-gone");
    m_context.hub.caughtUp(ticket, *seq);
}

void LiveSession::close(int code, const char *reason)
{
    std::shared_ptr<http::WebSocket> open;
    std::optional<LiveHub::Ticket> ticket;
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_inbox.clear();
        open = m_line;
        ticket = std::exchange(m_ticket, std::nullopt);
    }
    if (ticket)
        m_context.hub.forget(*ticket);
    if (code == protocol::closeUnauthorized || code == protocol::closeForbidden)
        m_context.denied.note({m_caller.request, m_caller.address, "live", code, reason});
    if (open)
        open->close(static_cast<std::uint16_t>(code), reason);
}

std::shared_ptr<http::WebSocket> LiveSession::line() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOver ? nullptr : m_line;
}

std::shared_ptr<LiveSession> LiveSessions::add(std::shared_ptr<LiveSession> session)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_sessions, [](const std::weak_ptr<LiveSession> &each) { return each.expired(); });
    m_sessions.push_back(session);
    return session;
}

std::vector<std::shared_ptr<LiveSession>> LiveSessions::all()
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<LiveSession>> alive;
    for (const auto &each : m_sessions) {
        if (auto session = each.lock(); session && !session->isOver())
            alive.push_back(std::move(session));
    }
    return alive;
}

} // namespace deskbell::server
