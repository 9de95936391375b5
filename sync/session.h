// Who this desk is to the backend: an access token that is renewed before it ends, by one refresh at
// a time however many requests wait for it, so that two of them never sign each other out. A refusal
// of the refresh ends the session; silence does not. Nothing that opens anything is sent to a backend
// that has not shown who it is. Owned by the engine; data thread.
#pragma once

#include <QObject>

#include <functional>
#include <vector>

#include "domain/time.h"
#include "protocol/session.h"
#include "sync/introduction.h"
#include "sync/wire.h"

namespace deskbell::sync {

using Clock = std::function<Instant()>;

class Session : public QObject
{
    Q_OBJECT

public:
    Session(Wire &wire, SteadyClock steady, const Timing &timing, Introduction introduction,
            QObject *parent = nullptr);

    struct Credentials
    {
        std::string user;
        std::string password;
    };
    using Granted = std::function<void(const Expected<protocol::SessionGrant> &)>;
    /// Errors: those of Introduction::take() and of the backend.
    void signIn(const Credentials &who, Granted done);
    /// With what was kept from an earlier session: the first request renews it.
    void resume(const std::string &refreshToken);
    /// With the grant of a sign-in.
    void begin(const protocol::SessionGrant &grant, const DeviceId &device);
    /// Signed in while the line was down: the first request signs in at the backend.
    void holdCredentials(const Credentials &who);
    void signOut();

    /// Sends with a token that is good, and once more with a renewed one where it was not; an error "sign-in-
    /// again" when the session has ended, "offline" when it could not be renewed now.
    void send(Verb verb, const QString &path, const QByteArray &body, QObject *context, Wire::Done done);
    /// For the requests that are not send()'s: a token that is good now.
    void withToken(QObject *context, std::function<void(const Expected<QByteArray> &)> done);
    /// The backend has refused this token: the next one is renewed first.
    void distrust(const QByteArray &token);
    /// Whoever answers next must show who they are before anything is sent.
    void doubt() { m_introduction.doubt(); }

    /// Which backend it is, once it has shown itself.
    store::BackendNumber backend() const { return m_introduction.backend(); }
    /// The device that the backend has let in.
    const DeviceId &device() const { return m_device; }
    /// Another device from the next request on. False when this backend lets a session have one only.
    Expected<bool> changeDevice();

    Wire &wire() { return m_wire; }

signals:
    /// A new refresh token, to be kept where secrets are kept.
    void renewed(const QByteArray &refreshToken);
    /// The backend does not know the session any more: sign in again.
    void ended();

private:
    Expected<void> adopt(const protocol::SessionGrant &grant);
    void introduce(std::function<void(const Expected<void> &)> done);
    void askGrant(Wire::Done done, bool isAgain = false);
    void refresh();
    void finishRefresh(const Reply &reply);
    void endRefresh(const Expected<QByteArray> &token);
    void takeTokens(const protocol::SessionGrant &grant);
    bool isFresh() const;

    Wire &m_wire;
    SteadyClock m_steady;
    Timing m_timing;
    Introduction m_introduction;
    DeviceId m_device{};
    QByteArray m_access;
    QByteArray m_refresh;
    /// The one before, until the next has been used: a backend that lost the renewal still knows it.
    QByteArray m_previousRefresh;
    std::optional<Credentials> m_credentials;
    std::chrono::steady_clock::time_point m_accessEnds{};
    bool m_isRefreshing = false;
    std::vector<std::function<void(const Expected<QByteArray> &)>> m_waiting;
};

} // namespace deskbell::sync
