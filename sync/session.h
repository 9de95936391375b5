// Who this desk is to the backend: an access token that is renewed before it ends, by one refresh at
// a time however many requests wait for it, so that two of them never sign each other out. A refusal
// of the refresh ends the session; silence does not. Owned by the engine; data thread.
#pragma once

#include <QObject>

#include <functional>
#include <vector>

#include "domain/time.h"
#include "protocol/session.h"
#include "sync/wire.h"

namespace deskbell::sync {

using Clock = std::function<Instant()>;

class Session : public QObject
{
    Q_OBJECT

public:
    Session(Wire &wire, SteadyClock steady, const Timing &timing, QObject *parent = nullptr);

    using Granted = std::function<void(const Expected<protocol::SessionGrant> &)>;
    void signIn(const protocol::SignIn &who, Granted done);
    /// With what was kept from an earlier session: the first request renews it.
    void resume(const std::string &refreshToken);
    /// With the grant of a sign-in.
    void begin(const protocol::SessionGrant &grant);
    /// Signed in while the line was down: the first request signs in at the backend.
    void holdCredentials(const protocol::SignIn &who);
    void signOut();

    /// Sends with a token that is good, and once more with a renewed one where it was not; an error "sign-in-
    /// again" when the session has ended, "offline" when it could not be renewed now.
    void send(Verb verb, const QString &path, const QByteArray &body, QObject *context, Wire::Done done);
    /// For the requests that are not send()'s: a token that is good now.
    void withToken(QObject *context, std::function<void(const Expected<QByteArray> &)> done);
    /// The backend has refused this token: the next one is renewed first.
    void distrust(const QByteArray &token);

    Wire &wire() { return m_wire; }

signals:
    /// A new refresh token, to be kept where secrets are kept.
    void renewed(const QByteArray &refreshToken);
    /// The backend does not know the session any more: sign in again.
    void ended();

private:
    void adopt(const protocol::SessionGrant &grant);
    void refresh();
    void finishRefresh(const Reply &reply);
    void endRefresh(const Expected<QByteArray> &token);
    bool isFresh() const;

    Wire &m_wire;
    SteadyClock m_steady;
    Timing m_timing;
    QByteArray m_access;
    QByteArray m_refresh;
    /// The one before, until the next has been used: a backend that lost the renewal still knows it.
    QByteArray m_previousRefresh;
    std::optional<protocol::SignIn> m_credentials;
    std::chrono::steady_clock::time_point m_accessEnds{};
    bool m_isRefreshing = false;
    std::vector<std::function<void(const Expected<QByteArray> &)>> m_waiting;
};

} // namespace deskbell::sync
