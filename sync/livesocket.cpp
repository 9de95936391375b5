#include "sync/livesocket.h"

#include <utility>

namespace deskbell::sync {

namespace {

constexpr quint64 mostFrameBytes = 16u << 20;

} // namespace

LiveSocket::LiveSocket(const Timing &timing, QObject *parent)
    : QObject(parent), m_timing(timing), m_socket(QString(), QWebSocketProtocol::VersionLatest)
{
    m_socket.setMaxAllowedIncomingMessageSize(mostFrameBytes);
    m_socket.setMaxAllowedIncomingFrameSize(mostFrameBytes);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { close("silent"); });
    // Qt does not tell of the server's pings: the desk asks for a sign of life of its own.
    connect(&m_ping, &QTimer::timeout, this, [this] { m_socket.ping(); });
    connect(&m_socket, &QWebSocket::pong, this, &LiveSocket::prove);
    connect(&m_socket, &QWebSocket::connected, this, &LiveSocket::greet);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &LiveSocket::take);
    connect(&m_socket, &QWebSocket::disconnected, this, &LiveSocket::closeByCode);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &LiveSocket::closeByCode);
}

LiveSocket::~LiveSocket()
{
    m_isOver = true;
    m_socket.disconnect(this);
    m_socket.abort();
}

void LiveSocket::open(const QUrl &url, const QByteArray &token, const std::string &cursor)
{
    m_token = token;
    m_cursor = cursor;
    m_silence.start(m_timing.liveSilence);
    m_socket.open(url);
}

void LiveSocket::greet()
{
    m_socket.sendTextMessage(
        QString::fromStdString(protocol::encodeLive(protocol::LiveAuth{m_token.toStdString()})));
    m_socket.sendTextMessage(QString::fromStdString(protocol::encodeLive(protocol::LiveResume{m_cursor})));
    m_socket.ping(); // a proxy may shake hands and pass nothing
    m_ping.start(m_timing.livePing);
    hear();
}

void LiveSocket::take(const QString &text)
{
    if (m_isOver)
        return;
    prove();
    const QByteArray utf8 = text.toUtf8();
    const auto message =
        protocol::decodeLive(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    if (!message) {
        close("bad-live-message");
        return;
    }
    if (const auto *tick = std::get_if<protocol::LiveTick>(&*message))
        emit ticked(tick->seq);
    else if (const auto *transaction = std::get_if<protocol::LiveTransaction>(&*message))
        emit arrived(*transaction);
}

void LiveSocket::hear()
{
    m_silence.start(m_timing.liveSilence);
    emit heard();
}

void LiveSocket::prove()
{
    hear();
    if (!std::exchange(m_isProved, true))
        emit proved();
}

void LiveSocket::closeByCode()
{
    switch (static_cast<int>(m_socket.closeCode())) {
    case protocol::closeUnauthorized:
        return close("unauthorized");
    case protocol::closeForbidden:
        return close("forbidden");
    case protocol::closeCursorGone:
        return close("cursor-gone");
    default:
        return close("offline");
    }
}

void LiveSocket::close(const char *reason)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_silence.stop();
    m_ping.stop();
    m_socket.abort(); // a close handshake would wait for a line that may be gone
    emit closed({reason, {}});
}

} // namespace deskbell::sync
