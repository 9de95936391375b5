// The live lines of the backend in memory.

#include <QCryptographicHash>
#include <QTcpSocket>

#include "support/backend/fakebackend.h"

namespace deskbell::testing {

int FakeBackend::liveLines() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const LiveState &line) { return line.isResumed; }));
}

void FakeBackend::tellTick()
{
    for (QWebSocket *line : m_lines.keys())
        line->sendTextMessage(QString::fromStdString(protocol::encodeLive(protocol::LiveTick{m_truth.seq})));
}

void FakeBackend::tell(QWebSocket *line, const protocol::Transaction &transaction)
{
    LiveState &state = m_lines[line];
    if (!state.isResumed)
        return;
    const bool isNext = isTellingInline && state.seq + 1 == transaction.seq;
    state.seq = transaction.seq;
    const protocol::LiveMessage message = isNext ? protocol::LiveMessage(protocol::LiveTransaction{
                                                       FakeTruth::seenThrough(transaction, state.window),
                                                       m_truth.cursorAt(transaction.seq, state.window)})
                                                 : protocol::LiveMessage(protocol::LiveTick{transaction.seq});
    line->sendTextMessage(QString::fromStdString(protocol::encodeLive(message)));
}

void FakeBackend::acceptLive()
{
    while (QWebSocket *line = m_live.nextPendingConnection()) {
        m_lines.insert(line, {});
        connect(line, &QWebSocket::textMessageReceived, this, [this, line](const QString &text) {
            const auto message = protocol::decodeLive(text.toStdString());
            LiveState &state = m_lines[line];
            if (message && std::holds_alternative<protocol::LiveAuth>(*message)) {
                const auto token = QByteArray::fromStdString(std::get<protocol::LiveAuth>(*message).token);
                state.isKnown = m_access.contains(token);
                if (!state.isKnown)
                    line->close(static_cast<QWebSocketProtocol::CloseCode>(protocol::closeUnauthorized));
            } else if (message && std::holds_alternative<protocol::LiveResume>(*message) && state.isKnown) {
                const QString cursor =
                    QString::fromStdString(std::get<protocol::LiveResume>(*message).cursor);
                state.seq = cursor.section(QLatin1Char('.'), -1).toULongLong();
                state.window = FakeTruth::windowIn(cursor.toStdString());
                state.isResumed = true;
                if (state.seq < m_truth.seq) {
                    state.seq = m_truth.seq;
                    line->sendTextMessage(
                        QString::fromStdString(protocol::encodeLive(protocol::LiveTick{m_truth.seq})));
                }
            }
        });
        connect(line, &QWebSocket::disconnected, this, [this, line] {
            m_lines.remove(line);
            line->deleteLater();
        });
    }
}

void FakeBackend::shakeHandsAndSleep(QTcpSocket *socket, const QByteArray &head)
{
    QByteArray key;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("sec-websocket-key:"))
            key = line.mid(18).trimmed();
    }
    const QByteArray accept =
        QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
            .toBase64();
    socket->setParent(this);
    socket->readAll();
    socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: " +
                  accept + "\r\n\r\n");
}

} // namespace deskbell::testing
