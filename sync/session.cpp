#include "sync/session.h"

#include <QPointer>

namespace deskbell::sync {

Session::Session(Wire &wire, SteadyClock steady, const Timing &timing, Introduction introduction,
                 QObject *parent)
    : QObject(parent), m_wire(wire), m_steady(std::move(steady)), m_timing(timing),
      m_introduction(std::move(introduction))
{
}

void Session::signIn(const Credentials &who, Granted done)
{
    m_credentials = who;
    askGrant([this, done = std::move(done)](const Reply &reply) {
        m_credentials.reset();
        auto grant = reply.content(protocol::decodeGrant);
        if (grant) {
            if (const auto adopted = adopt(*grant); !adopted)
                grant = tl::unexpected(adopted.error());
        }
        done(grant);
    });
}

void Session::introduce(std::function<void(const Expected<void> &)> done)
{
    if (m_introduction.isMade()) {
        done({});
        return;
    }
    m_wire.send(Verb::Get, m_introduction.question(), {}, {}, this,
                [this, done = std::move(done)](const Reply &reply) { done(m_introduction.take(reply)); });
}

void Session::askGrant(Wire::Done done, bool isAgain)
{
    introduce([this, done = std::move(done), isAgain](const Expected<void> &isKnown) {
        if (!isKnown) {
            done(Reply::unheard(isKnown.error()));
            return;
        }
        const auto key = m_introduction.deviceKey();
        const auto device = key ? std::optional(m_introduction.device()) : std::nullopt;
        const bool isRenewal = !m_refresh.isEmpty();
        const std::string body = isRenewal
                                     ? protocol::encodeRefresh({m_refresh.toStdString(), device, key})
                                     : protocol::encodeSignIn({m_credentials->user, m_credentials->password,
                                                               m_introduction.device(), key});
        const QString path =
            isRenewal ? QStringLiteral("/v1/session/refresh") : QStringLiteral("/v1/session");
        m_wire.send(Verb::Post, path, {}, QByteArray::fromStdString(body), this,
                    [this, done, isAgain](const Reply &reply) {
                        // A copy of this desk's folder has gone on as this device: it goes on as another.
                        const bool isTaken = reply.error().code == "device-taken";
                        if (isTaken && !isAgain && m_introduction.renewDevice())
                            askGrant(done, true);
                        else
                            done(reply);
                    });
    });
}

Expected<bool> Session::changeDevice()
{
    if (!m_introduction.deviceKey())
        return false;
    if (m_isRefreshing) // the answer is for the device that asked
        return true;
    return m_introduction.renewDevice().map([this] {
        m_device = m_introduction.device();
        m_access.clear();
        return true;
    });
}

void Session::resume(const std::string &refreshToken)
{
    m_refresh = QByteArray::fromStdString(refreshToken);
    m_access.clear();
}

void Session::begin(const protocol::SessionGrant &grant, const DeviceId &device)
{
    takeTokens(grant);
    m_device = device;
}

void Session::holdCredentials(const Credentials &who)
{
    m_credentials = who;
}

void Session::signOut()
{
    // The backend is told if it can be; the desk forgets the session either way.
    if (!m_access.isEmpty() && m_introduction.isMade())
        m_wire.send(Verb::Delete, QStringLiteral("/v1/session"), m_access, {}, &m_wire, [](const Reply &) {});
    m_access.clear();
    m_refresh.clear();
    m_previousRefresh.clear();
    m_credentials.reset();
}

Expected<void> Session::adopt(const protocol::SessionGrant &grant)
{
    if (auto kept = m_introduction.granted(); !kept)
        return kept;
    m_device = m_introduction.device();
    takeTokens(grant);
    return {};
}

void Session::takeTokens(const protocol::SessionGrant &grant)
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
    if (isFresh() && m_introduction.isMade()) {
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
    introduce([this](const Expected<void> &isKnown) {
        if (!isKnown)
            endRefresh(tl::unexpected(isKnown.error()));
        else if (isFresh())
            endRefresh(m_access);
        else if (m_refresh.isEmpty() && !m_credentials)
            QMetaObject::invokeMethod(
                this, [this] { endRefresh(failure("sign-in-again")); }, Qt::QueuedConnection);
        else
            askGrant([this](const Reply &reply) { finishRefresh(reply); });
    });
}

void Session::finishRefresh(const Reply &reply)
{
    const auto grant = reply.content(protocol::decodeGrant);
    if (grant) {
        const auto adopted = adopt(*grant);
        endRefresh(adopted ? Expected<QByteArray>(m_access) : tl::unexpected(adopted.error()));
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
