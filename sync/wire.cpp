#include "sync/wire.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include "sync/sequentialbody.h"

namespace deskbell::sync {

namespace {

constexpr qint64 mostBodyBytes = 96 << 20; // a page of changes holds whole transactions, an import's too

Error unheard(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {"timeout", {}};
    case QNetworkReply::SslHandshakeFailedError:
        return {"tls-failed", {}};
    default:
        return {"offline", {{"network", std::to_string(static_cast<int>(error))}}};
    }
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

Wire::Wire(QUrl server, const Timing &timing, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_timing(timing)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

bool Wire::isLoopback(const QUrl &server)
{
    const QString host = server.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Expected<QUrl> Wire::acceptable(const QUrl &server)
{
    const bool isHttp = server.scheme() == QLatin1String("http");
    if (!server.isValid() || server.host().isEmpty() ||
        (!isHttp && server.scheme() != QLatin1String("https")))
        return failure("bad-server");
    if (isHttp && !isLoopback(server))
        return failure("tls-required");
    QUrl plain;
    plain.setScheme(server.scheme());
    plain.setHost(server.host());
    plain.setPort(server.port());
    return plain;
}

QUrl Wire::liveUrl(const QString &path) const
{
    QUrl url = m_server;
    url.setScheme(m_server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(path);
    return url;
}

QNetworkRequest Wire::request(const QString &path, const QByteArray &token) const
{
    QUrl url = m_server.resolved(QUrl(path));
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(m_timing.requestTimeout.count()));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (isLoopback(m_server)) // packing costs more than this line does
        request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

void Wire::send(Verb verb, const QString &path, const QByteArray &token, const QByteArray &body,
                QObject *context, Done done)
{
    QNetworkRequest asked = request(path, token);
    QNetworkReply *reply = nullptr;
    switch (verb) {
    case Verb::Get:
        reply = m_network.get(asked);
        break;
    case Verb::Delete:
        reply = m_network.deleteResource(asked);
        break;
    case Verb::Post: {
        asked.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        asked.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        asked.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *once = new SequentialBody(body);
        reply = m_network.post(asked, once);
        once->setParent(reply);
        break;
    }
    }
    noteWhenSlow(reply);
    // The transfer's own timeout sees silence only; an answer that trickles for ever ends here.
    QTimer::singleShot(m_timing.requestTimeout * 3, reply, [reply] { reply->abort(); });
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > mostBodyBytes)
            reply->abort();
    });
    const auto answered = connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] {
        const Reply answer = outcome(*reply, reply->isOpen() ? reply->readAll() : QByteArray());
        reply->deleteLater();
        done(answer);
    });
    // Only this one connection is cut: through the others the reply ends its own socket.
    connect(context, &QObject::destroyed, reply, [reply, answered] {
        QObject::disconnect(answered);
        if (reply->isRunning())
            reply->abort();
        reply->deleteLater();
    });
}

void Wire::noteWhenSlow(QNetworkReply *reply)
{
    auto *late = new QTimer(reply);
    late->setSingleShot(true);
    connect(reply, &QNetworkReply::finished, late, &QTimer::stop);
    connect(late, &QTimer::timeout, this, [this, reply] {
        countSlow(1);
        connect(reply, &QNetworkReply::finished, this, [this] { countSlow(-1); });
    });
    late->start(m_timing.slowAfter);
}

void Wire::countSlow(int more)
{
    const bool wasSlow = isSlow();
    m_slow += more;
    if (wasSlow != isSlow())
        emit slownessChanged();
}

QNetworkReply *Wire::stream(const QString &path, const QByteArray &token)
{
    QNetworkRequest asked = request(path, token);
    asked.setTransferTimeout(static_cast<int>(m_timing.snapshotStall.count()));
    return m_network.get(asked);
}

Reply Wire::outcome(QNetworkReply &reply, QByteArray body)
{
    const auto error = reply.error();
    // An answer that was cut off is no answer, whatever its first line said. Errors from 201 on are
    // the statuses of whole answers.
    const bool isWhole = error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied ||
                         error == QNetworkReply::ProxyAuthenticationRequiredError;
    if (statusOf(reply) == 0 || !isWhole)
        return Reply::unheard(unheard(error));
    std::optional<std::chrono::seconds> retryAfter;
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        retryAfter = std::chrono::seconds(seconds);
    return Reply::of(statusOf(reply), reply.rawHeader("Content-Type"), std::move(body), retryAfter);
}

bool Wire::isContent(const QNetworkReply &reply)
{
    return Reply::of(statusOf(reply), reply.rawHeader("Content-Type"), {}, {}).isContent();
}

} // namespace deskbell::sync
