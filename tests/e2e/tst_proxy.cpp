// The proxy that cuts the other tests' network is itself held to what it promises.

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "e2e/support/proxy.h"

using deskbell::e2e::Proxy;

namespace {

/// Answers every line it gets with "answer to <line>".
class Echo : public QObject
{
public:
    Echo()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *line = m_server.nextPendingConnection();
            connect(line, &QTcpSocket::readyRead, line, [this, line] {
                const QByteArray request = line->readAll();
                m_requests += request;
                line->write("answer to " + request);
            });
        });
    }
    quint16 port() const { return m_server.serverPort(); }
    const QByteArray &requests() const { return m_requests; }

private:
    QTcpServer m_server;
    QByteArray m_requests;
};

} // namespace

class tst_Proxy : public QObject
{
    Q_OBJECT

private slots:
    void bytesPassBothWays();
    void refusedLinesCannotConnectAndComeBackOnTheSamePort();
    void aBlackHoleKeepsTheLineUpAndPassesNothing();
    void aDroppedAnswersRequestHasReachedTheBackend();
    void delayedBytesArriveInOrder();

private:
    static bool connectTo(QTcpSocket &socket, const Proxy &proxy)
    {
        socket.connectToHost(QHostAddress::LocalHost, proxy.port());
        return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 5'000);
    }
};

void tst_Proxy::bytesPassBothWays()
{
    Echo echo;
    Proxy proxy(echo.port());
    QTcpSocket desk;
    QVERIFY(connectTo(desk, proxy));
    desk.write("one");
    QTRY_COMPARE(desk.peek(100), QByteArray("answer to one"));
}

void tst_Proxy::refusedLinesCannotConnectAndComeBackOnTheSamePort()
{
    Echo echo;
    Proxy proxy(echo.port());
    const quint16 port = proxy.port();
    QTcpSocket desk;
    QVERIFY(connectTo(desk, proxy));
    proxy.setMode(Proxy::Mode::Refuse);
    QTRY_COMPARE(desk.state(), QAbstractSocket::UnconnectedState);

    QSignalSpy refused(&desk, &QTcpSocket::errorOccurred);
    desk.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(desk.error(), QAbstractSocket::ConnectionRefusedError);

    proxy.setMode(Proxy::Mode::Pass);
    QCOMPARE(proxy.port(), port);
    QVERIFY(connectTo(desk, proxy));
}

void tst_Proxy::aBlackHoleKeepsTheLineUpAndPassesNothing()
{
    Echo echo;
    Proxy proxy(echo.port());
    QTcpSocket before;
    QVERIFY(connectTo(before, proxy));
    before.write("first");
    QTRY_COMPARE(before.peek(100), QByteArray("answer to first"));
    before.readAll();

    proxy.setMode(Proxy::Mode::BlackHole);
    before.write("second");
    QTcpSocket after;
    QVERIFY(connectTo(after, proxy));
    after.write("third");
    QTRY_COMPARE(before.bytesToWrite() + after.bytesToWrite(), 0);
    // A line made after the hole has proved that the loop ran; neither has an answer or an end.
    QCOMPARE(echo.requests(), QByteArray("first"));
    QCOMPARE(before.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(before.bytesAvailable(), 0);

    proxy.setMode(Proxy::Mode::Pass);
    QTRY_COMPARE(before.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(echo.requests(), QByteArray("first"));
}

void tst_Proxy::aDroppedAnswersRequestHasReachedTheBackend()
{
    Echo echo;
    Proxy proxy(echo.port());
    QSignalSpy dropped(&proxy, &Proxy::answerDropped);
    proxy.dropNextAnswerTo("pay");
    QTcpSocket desk;
    QVERIFY(connectTo(desk, proxy));
    desk.write("look");
    QTRY_COMPARE(desk.peek(100), QByteArray("answer to look"));
    desk.readAll();
    desk.write("pay");
    QTRY_COMPARE(dropped.count(), 1);
    QTRY_COMPARE(desk.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(echo.requests(), QByteArray("lookpay"));
    QCOMPARE(desk.bytesAvailable(), 0);

    QVERIFY(connectTo(desk, proxy));
    desk.write("pay");
    QTRY_COMPARE(desk.peek(100), QByteArray("answer to pay"));
}

void tst_Proxy::delayedBytesArriveInOrder()
{
    Echo echo;
    Proxy proxy(echo.port());
    proxy.setDelay(20);
    QTcpSocket desk;
    QVERIFY(connectTo(desk, proxy));
    desk.write("1");
    QTRY_COMPARE(echo.requests(), QByteArray("1"));
    desk.write("2");
    QTRY_COMPARE(desk.peek(100), QByteArray("answer to 1answer to 2"));
}

QTEST_GUILESS_MAIN(tst_Proxy)
#include "tst_proxy.moc"
