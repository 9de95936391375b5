// HTTP as the desk uses it: nothing is sent twice unseen, nothing is sent in the open, nothing waits
// for ever.

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <set>

#include "sync/backoff.h"
#include "sync/wire.h"

using namespace deskbell;
using namespace deskbell::sync;

namespace {

/// Reads requests and closes or keeps silent; counts what came.
class RudeServer : public QTcpServer
{
public:
    /// CloseLater: answers the first request and closes at the second.
    enum class Manner { Close, CloseLater, Silent, Trickle };

    explicit RudeServer(Manner manner)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, manner] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++closed; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, manner] {
                const QByteArray read = socket->readAll();
                received += read;
                requests += static_cast<int>(read.count("HTTP/1.1\r\n"));
                if (manner == Manner::Close && received.contains("{\"a\":1}"))
                    socket->abort();
                if (manner == Manner::CloseLater && received.count("{\"a\":1}") == 1)
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                if (manner == Manner::CloseLater && received.count("{\"a\":1}") > 1)
                    socket->abort();
                if (manner == Manner::Trickle) {
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    auto *drip = new QTimer(socket);
                    connect(drip, &QTimer::timeout, socket, [socket] { socket->write("."); });
                    drip->start(20);
                }
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    int requests = 0;
    int connections = 0;
    int closed = 0;
    QByteArray received;
};

Timing shortTiming()
{
    Timing timing;
    timing.requestTimeout = std::chrono::milliseconds(200);
    return timing;
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private:
    static std::optional<Reply> post(Wire &wire)
    {
        std::optional<Reply> answer;
        QObject context;
        wire.send(Verb::Post, "/v1/x", "token", "{\"a\":1}", &context,
                  [&](const Reply &reply) { answer = reply; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 5000))
            qWarning("no answer at all");
        return answer;
    }

private slots:
    void aPostWithoutAnAnswerIsNotSentAgainByItself()
    {
        RudeServer server(RudeServer::Manner::Close);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer && answer->isUnheard());
        QCOMPARE(answer->error.code, std::string("offline"));
        QCOMPARE(server.requests, 1);
    }

    void aPostOnALineThatIsUsedAgainIsNotSentAgainByItself()
    {
        // What Qt holds for an idle line that the server has closed: it would send the request once more.
        RudeServer server(RudeServer::Manner::CloseLater);
        Wire wire(server.url(), shortTiming());
        const auto first = post(wire);
        QVERIFY(first && first->isSuccess());
        const auto second = post(wire);
        QVERIFY(second && second->isUnheard());
        QCOMPARE(second->error.code, std::string("offline"));
        QCOMPARE(server.connections, 1);
        QCOMPARE(server.requests, 2);
    }

    void silenceEnds()
    {
        RudeServer server(RudeServer::Manner::Silent);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->error.code, std::string("timeout"));
    }

    void anAnswerThatTricklesForEverEnds()
    {
        RudeServer server(RudeServer::Manner::Trickle);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer && answer->isUnheard());
    }

    void whoeverAskedMayGoMeanwhile()
    {
        RudeServer server(RudeServer::Manner::Silent);
        Wire wire(server.url(), shortTiming());
        bool wasCalled = false;
        auto context = std::make_unique<QObject>();
        wire.send(Verb::Get, "/v1/x", {}, {}, context.get(), [&](const Reply &) { wasCalled = true; });
        QTRY_COMPARE(server.requests, 1);
        context.reset();
        QTRY_COMPARE(server.closed, 1);
        QVERIFY(!wasCalled);
    }

    void loopbackIsAskedForPlainBytes()
    {
        RudeServer server(RudeServer::Manner::Close);
        Wire wire(server.url(), shortTiming());
        post(wire);
        QVERIFY(server.received.contains("Accept-Encoding: identity"));
        QVERIFY(server.received.contains("Authorization: Bearer token"));
    }

    void onlyTlsOrLoopbackIsAcceptable_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("error");
        QTest::newRow("https") << "https://hotel.example"
                               << "";
        QTest::newRow("loopback 4") << "http://127.0.0.1:8080"
                                    << "";
        QTest::newRow("loopback 6") << "http://[::1]:8080"
                                    << "";
        QTest::newRow("localhost") << "http://localhost:8080"
                                   << "";
        QTest::newRow("http") << "http://hotel.example"
                              << "tls-required";
        QTest::newRow("http in the house") << "http://192.168.1.5"
                                           << "tls-required";
        QTest::newRow("localhost as a part") << "http://localhost.hotel.example"
                                             << "tls-required";
        QTest::newRow("other scheme") << "ws://127.0.0.1"
                                      << "bad-server";
        QTest::newRow("nothing") << ""
                                 << "bad-server";
        QTest::newRow("a word") << "hotel"
                                << "bad-server";
    }
    void onlyTlsOrLoopbackIsAcceptable()
    {
        QFETCH(QString, address);
        QFETCH(QString, error);
        const auto accepted = Wire::acceptable(QUrl(address));
        QCOMPARE(QString::fromStdString(accepted ? std::string() : accepted.error().code), error);
    }

    void whatIsAddedToAnAddressIsNotKept()
    {
        const auto accepted = Wire::acceptable(QUrl("https://kim:secret@hotel.example:8443/path?x=1"));
        QVERIFY(accepted.has_value());
        QCOMPARE(accepted->toString(), QStringLiteral("https://hotel.example:8443"));
    }

    void waitsAreSpreadAndBounded()
    {
        Timing timing;
        std::uint64_t state = 1;
        const RandomBits random = [&] { return state += 0x9e3779b97f4a7c15; };
        for (int tries = 0; tries < 40; ++tries) {
            const auto most =
                std::min(timing.backoffMost,
                         std::chrono::milliseconds(timing.backoffFirst * (1LL << std::min(tries, 20))));
            std::set<std::int64_t> waits;
            for (int i = 0; i < 50; ++i) {
                const auto wait = backoff(timing, tries, random);
                QVERIFY(wait >= std::chrono::milliseconds(1) && wait <= most);
                waits.insert(wait.count());
            }
            QVERIFY(waits.size() > 25);
        }
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
