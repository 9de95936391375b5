#include "sync/session.h"

#include <QPointer>

namespace deskbell::sync {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

Session::Session(Wire &wire, SteadyClock steady, const Timing &timing, QObject *parent)
    : QObject(parent), m_wire(wire), m_steady(std::move(steady)), m_timing(timing)
{
}

void Session::signIn(const protocol::SignIn &who, Granted done)
{
    m_wire.send(Verb::Post, QStringLiteral("/v1/session"), {},
                QByteArray::fromStdString(protocol::encodeSignIn(who)), this,
                [this, done = std::move(done)](const Reply &reply) {
                    const auto grant = reply.content(protocol::decodeGrant);
                    if (grant)
                        adopt(*grant);
                    done(grant);
                });
}

void Session::resume(const std::string &refreshToken)
{
    m_refresh = QByteArray::fromStdString(refreshToken);
    m_access.clear();
}

void Session::begin(const protocol::SessionGrant &grant)
{
    adopt(grant);
}

void Session::holdCredentials(const protocol::SignIn &who)
{
    m_credentials = who;
}

void Session::signOut()
{
    // The backend is told if it can be; the desk forgets the session either way.
    if (!m_access.isEmpty())
        m_wire.send(Verb::Delete, QStringLiteral("/v1/session"), m_access, {}, &m_wire, [](const Reply &) {});
    m_access.clear();
    m_refresh.clear();
    m_previousRefresh.clear();
    m_credentials.reset();
}

void Session::adopt(const protocol::SessionGrant &grant)
{
    m_access = QByteArray::fromStdString(grant.accessToken);
    m_accessEnds = m_steady() + std::chrono::seconds(grant.accessExpiresInS);
    m_previousRefresh = std::exchange(m_refresh, QByteArray::fromStdString(grant.refreshToken));
    m_credentials.reset(); // not kept a moment longer than needed
    emit renewed(m_refresh);
}

bool Session::isFresh() const
{
    return !m_access.isEmpty() && m_steady() + m_timing.refreshMargin < m_accessEnds;
}

void Session::withToken(QObject *context, std::function<void(const Expected<QByteArray> &)> done)
{
    if (isFresh()) {
        done(m_access);
        return;
    }
    m_waiting.push_back([context = QPointer<QObject>(context), done = std::move(done)](const auto &token) {
        if (context)
            done(token);
    });
    refresh();
}

void Session::distrust(const QByteArray &token)
{
    if (token == m_access)
        m_access.clear();
}

void Session::send(Verb verb, const QString &path, const QByteArray &body, QObject *context, Wire::Done done)
{
    withToken(context, [=, this](const Expected<QByteArray> &token) {
        if (!token) {
            done(Reply::unheard(token.error()));
            return;
        }
        m_wire.send(verb, path, *token, body, context, [=, this](const Reply &reply) {
            if (!reply.isSignedOut()) {
                done(reply);
                return;
            }
            distrust(*token);
            withToken(context, [=, this](const Expected<QByteArray> &renewedToken) {
                if (renewedToken) {
                    m_wire.send(verb, path, *renewedToken, body, context, done);
                    return;
                }
                done(Reply::unheard(renewedToken.error()));
            });
        });
    });
}

void Session::refresh()
{
    if (m_isRefreshing)
        return;
    m_isRefreshing = true;
    if (m_refresh.isEmpty() && m_credentials) {
        m_wire.send(Verb::Post, QStringLiteral("/v1/session"), {},
                    QByteArray::fromStdString(protocol::encodeSignIn(*m_credentials)), this,
                    [this](const Reply &reply) { finishRefresh(reply); });
        return;
    }
    if (m_refresh.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { endRefresh(failure("sign-in-again")); }, Qt::QueuedConnection);
        return;
    }
    m_wire.send(Verb::Post, QStringLiteral("/v1/session/refresh"), {},
                QByteArray::fromStdString(protocol::encodeRefresh({m_refresh.toStdString()})), this,
                [this](const Reply &reply) { finishRefresh(reply); });
}

void Session::finishRefresh(const Reply &reply)
{
    const auto grant = reply.content(protocol::decodeGrant);
    if (grant) {
        adopt(*grant);
        endRefresh(m_access);
    } else if (isLastingRefusal(grant.error()) && !m_previousRefresh.isEmpty()) {
        m_refresh = std::exchange(m_previousRefresh, {});
        m_isRefreshing = false;
        refresh();
    } else if (isLastingRefusal(grant.error())) {
        m_refresh.clear();
        m_credentials.reset();
        endRefresh(failure("sign-in-again"));
    } else {
        endRefresh(tl::unexpected(grant.error()));
    }
}

void Session::endRefresh(const Expected<QByteArray> &token)
{
    m_isRefreshing = false;
    // Taken out first: who is told may ask again.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &tell : waiting)
        tell(token);
    if (!token && token.error().code == "sign-in-again")
        emit ended();
}

} // namespace deskbell::sync
