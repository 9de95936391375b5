// HTTP towards one backend, held to limits: no plain HTTP but on loopback, no redirects, no answer
// that is too large or never ends, and no request that Qt sends twice unseen. Owned by the engine;
// data thread.
#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>
#include <string>

#include "domain/expected.h"
#include "sync/reply.h"
#include "sync/timing.h"

namespace deskbell::sync {

enum class Verb { Get, Post, Delete };

class Wire : public QObject
{
    Q_OBJECT

public:
    Wire(QUrl server, const Timing &timing, QObject *parent = nullptr);

    /// Error "tls-required", or "bad-server" when it is no address.
    static Expected<QUrl> acceptable(const QUrl &server);
    static bool isLoopback(const QUrl &server);

    const QUrl &server() const { return m_server; }
    QUrl liveUrl(const QString &path) const;

    using Done = std::function<void(const Reply &)>;
    /// `done` is called once, unless `context` goes first: then the request is given up.
    void send(Verb verb, const QString &path, const QByteArray &token, const QByteArray &body,
              QObject *context, Done done);
    /// For answers that are read as they come. The caller owns the reply.
    QNetworkReply *stream(const QString &path, const QByteArray &token);
    /// Of one that has finished; "timeout", "tls-failed" or "offline" where no whole answer came.
    static Reply outcome(QNetworkReply &reply, QByteArray body);
    /// Of one that is still coming: its rows may be read.
    static bool isContent(const QNetworkReply &reply);

    /// An answer has been waited for longer than is usual.
    bool isSlow() const { return m_slow > 0; }

signals:
    void slownessChanged();

private:
    void noteWhenSlow(QNetworkReply *reply);
    void countSlow(int more);
    QNetworkRequest request(const QString &path, const QByteArray &token) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    Timing m_timing;
    int m_slow = 0; ///< requests whose answers are late
};

} // namespace deskbell::sync
