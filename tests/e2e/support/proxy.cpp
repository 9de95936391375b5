#include "e2e/support/proxy.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace deskbell::e2e {

struct Proxy::Line
{
    QTcpSocket *desk = nullptr;
    QTcpSocket *backend = nullptr;
    bool isAnswerDropped = false; ///< the next bytes from the backend are the answer to lose
};

Proxy::Proxy(quint16 upstreamPort) : m_upstream(upstreamPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Proxy::accept);
    listen();
}

Proxy::~Proxy()
{
    cut();
}

void Proxy::listen()
{
    if (m_server.isListening())
        return;
    // The same port every time: the desk must find the backend again where it was.
    const bool isListening = m_server.listen(QHostAddress::LocalHost, m_port);
    Q_ASSERT(isListening);
    Q_UNUSED(isListening);
    m_port = m_server.serverPort();
}

void Proxy::setMode(Mode mode)
{
    const Mode before = m_mode;
    m_mode = mode;
    if (mode == Mode::Refuse) {
        m_server.close();
        cut();
        return;
    }
    // Bytes swallowed by the hole are missing from the lines: none of them can be used again.
    if (before == Mode::BlackHole)
        cut();
    listen();
}

void Proxy::cut()
{
    while (!m_lines.empty())
        end(m_lines.back().get(), true);
}

void Proxy::accept()
{
    while (QTcpSocket *desk = m_server.nextPendingConnection()) {
        ++m_connections;
        auto line = std::make_unique<Line>();
        line->desk = desk;
        line->backend = new QTcpSocket(this);
        desk->setParent(this);
        desk->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        Line *raw = line.get();
        m_lines.push_back(std::move(line));
        connect(desk, &QTcpSocket::readyRead, this, [this, raw] { fromDesk(raw); });
        connect(raw->backend, &QTcpSocket::readyRead, this, [this, raw] { fromBackend(raw); });
        connect(desk, &QTcpSocket::disconnected, this, [this, raw] { end(raw, false); });
        connect(raw->backend, &QTcpSocket::disconnected, this, [this, raw] { end(raw, false); });
        connect(raw->backend, &QTcpSocket::errorOccurred, this, [this, raw] { end(raw, true); });
        connect(raw->backend, &QTcpSocket::connected, this,
                [raw] { raw->backend->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
        if (m_mode == Mode::Pass)
            raw->backend->connectToHost(QHostAddress::LocalHost, m_upstream);
    }
}

void Proxy::fromDesk(Line *line)
{
    const QByteArray bytes = line->desk->readAll();
    if (m_mode == Mode::BlackHole)
        return;
    if (!m_dropNeedle.isEmpty() && bytes.contains(m_dropNeedle)) {
        line->isAnswerDropped = true;
        m_dropNeedle.clear();
    }
    line->backend->write(bytes); // kept by the socket until it is connected
}

void Proxy::fromBackend(Line *line)
{
    const QByteArray bytes = line->backend->readAll();
    if (m_mode == Mode::BlackHole)
        return;
    if (line->isAnswerDropped) {
        ++m_droppedAnswers;
        end(line, true);
        emit answerDropped();
        return;
    }
    if (m_delayMs == 0) {
        line->desk->write(bytes);
        return;
    }
    QTimer::singleShot(m_delayMs, line->desk, [desk = QPointer<QTcpSocket>(line->desk), bytes] {
        if (desk && desk->state() == QAbstractSocket::ConnectedState)
            desk->write(bytes);
    });
}

void Proxy::end(Line *line, bool isAbrupt)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [line](const std::unique_ptr<Line> &each) { return each.get() == line; });
    if (found == m_lines.end())
        return;
    const std::unique_ptr<Line> owned = std::move(*found);
    m_lines.erase(found);
    for (QTcpSocket *socket : {owned->desk, owned->backend}) {
        socket->disconnect(this);
        if (isAbrupt)
            socket->abort();
        else
            socket->disconnectFromHost();
        socket->deleteLater();
    }
}

} // namespace deskbell::e2e
