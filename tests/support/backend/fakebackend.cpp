#include "support/backend/fakebackend.h"

#include <QTcpSocket>

#include <algorithm>

namespace deskbell::testing {

FakeBackend::FakeBackend(DemoHotel hotel) : m_live(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    m_truth.hotel = std::move(hotel);
    m_truth.beginEpoch();
    serverTime = demoNow();
    connect(&m_server, &QTcpServer::newConnection, this, &FakeBackend::accept);
    connect(&m_live, &QWebSocketServer::newConnection, this, &FakeBackend::acceptLive);
    comeUp();
}

FakeBackend::~FakeBackend()
{
    goDown();
}

QUrl FakeBackend::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FakeBackend::goDown()
{
    m_server.close();
    for (QTcpSocket *socket : m_inbox.keys()) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    m_inbox.clear();
    for (QWebSocket *line : m_lines.keys()) {
        line->disconnect(this);
        line->abort();
        line->deleteLater();
    }
    m_lines.clear();
}

void FakeBackend::comeUp()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("no port");
    m_port = m_server.serverPort();
}

void FakeBackend::fail(const QString &what, Fault fault, int times)
{
    m_faults.push_back({what, fault, times});
}

void FakeBackend::interpose(const QString &what, const Stranger &stranger, int times, bool isDone)
{
    m_faults.push_back({what, isDone ? Fault::UnavailableAfter : Fault::CloseBefore, times, stranger});
}

std::optional<FakeBackend::PlannedFault> FakeBackend::faultOf(const QString &line)
{
    for (PlannedFault &planned : m_faults) {
        if (planned.times > 0 && line.contains(planned.what)) {
            --planned.times;
            return planned;
        }
    }
    return std::nullopt;
}

int FakeBackend::requests(const QString &what) const
{
    return static_cast<int>(std::count_if(m_seen.begin(), m_seen.end(),
                                          [&](const QString &seen) { return seen.contains(what); }));
}

void FakeBackend::endSessions()
{
    m_access.clear();
    m_refresh.clear();
}

void FakeBackend::forgetRenewal()
{
    m_access.clear();
    m_refresh[m_spent] = m_refresh.at(m_successor);
    m_refresh.erase(m_successor);
}

void FakeBackend::restore(FakeTruth truth)
{
    m_truth = std::move(truth);
    m_truth.beginEpoch();
    goDown();
    comeUp();
}

void FakeBackend::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_inbox.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_inbox.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeBackend::read(QTcpSocket *socket)
{
    // A live line's request is left in the socket, for the WebSocket server to read.
    QByteArray head = m_inbox[socket].isEmpty() ? socket->peek(8192) : QByteArray();
    if (head.contains("/live") && head.contains("\r\n\r\n") && head.startsWith("GET ")) {
        m_inbox.remove(socket);
        socket->disconnect(this);
        m_seen.push_back(QStringLiteral("GET live"));
        if (const auto planned = faultOf(QStringLiteral("GET live")); planned && planned->stranger) {
            const Stranger &stranger = *planned->stranger;
            socket->write("HTTP/1.1 " + QByteArray::number(stranger.status) + " X\r\nContent-Type: " +
                          stranger.type + "\r\nContent-Length: " + QByteArray::number(stranger.body.size()) +
                          "\r\nConnection: close\r\n\r\n" + stranger.body);
            socket->disconnectFromHost();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        } else if (isLiveMute)
            shakeHandsAndSleep(socket, head);
        else
            m_live.handleConnection(socket);
        return;
    }
    m_inbox[socket] += socket->readAll();
    for (;;) {
        QByteArray &inbox = m_inbox[socket];
        const qsizetype end = inbox.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = inbox.left(end).split('\n');
        const QList<QByteArray> first = lines.front().trimmed().split(' ');
        Request request;
        request.method = first.value(0);
        const QList<QByteArray> target = first.value(1).split('?');
        request.path = QString::fromLatin1(target.value(0));
        request.query = target.value(1);
        qsizetype length = 0;
        for (const QByteArray &line : lines) {
            const QByteArray lower = line.trimmed().toLower();
            if (lower.startsWith("content-length:"))
                length = lower.mid(15).trimmed().toLongLong();
            if (lower.startsWith("authorization: bearer "))
                request.bearer = line.trimmed().mid(22);
        }
        if (inbox.size() < end + 4 + length)
            return;
        request.body = inbox.mid(end + 4, length);
        inbox.remove(0, end + 4 + length);
        const QPointer<QTcpSocket> alive(socket);
        serve(socket, request);
        if (!alive || !m_inbox.contains(socket))
            return;
    }
}

void FakeBackend::serve(QTcpSocket *socket, const Request &request)
{
    const QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    m_seen.push_back(line);
    const auto planned = faultOf(line);
    const auto meets = [&](Fault fault) { return planned && planned->fault == fault; };
    const bool isStranger = planned && planned->stranger;
    if (meets(Fault::Hang))
        return;
    if (meets(Fault::CloseBefore) && !isStranger) {
        socket->abort();
        return;
    }
    Answer made = meets(Fault::Unavailable)   ? problem(503, "server-busy")
                  : meets(Fault::BadRequest)  ? problem(400, "bad-command-batch")
                  : meets(Fault::CloseBefore) ? Answer{}
                                              : answer(request);
    if (meets(Fault::CloseAfter)) {
        socket->abort();
        return;
    }
    if (isStranger)
        made = {planned->stranger->status, planned->stranger->body, planned->stranger->type, 0,
                planned->stranger->more};
    else if (meets(Fault::UnavailableAfter))
        made = {502, "<html>Bad gateway</html>", "text/html"};
    QByteArray out = "HTTP/1.1 " + QByteArray::number(made.status) + " X\r\nContent-Type: " + made.type +
                     (made.rows > 0 ? "\r\nDeskbell-Rows: " + QByteArray::number(made.rows) : QByteArray()) +
                     "\r\n" + made.more + "Content-Length: " + QByteArray::number(made.body.size()) +
                     "\r\n\r\n";
    if (meets(Fault::CutAnswer)) {
        socket->write(out + made.body.left(made.body.size() / 2));
        socket->disconnectFromHost();
        return;
    }
    socket->write(out + made.body);
}

void FakeBackend::commit(protocol::Transaction transaction)
{
    m_truth.seq = transaction.seq;
    m_truth.transactions.push_back(transaction);
    if (isDroppingLive)
        return;
    for (QWebSocket *line : m_lines.keys())
        tell(line, transaction);
}

bool FakeBackend::happen(const CommandArgs &args, Role role)
{
    auto done = m_truth.carryOut(args, {AccountId{}, "Somebody", role}, demoNow());
    if (!done)
        return false;
    commit(std::move(*done));
    return true;
}

} // namespace deskbell::testing
