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
    enum class Manner { Close, CloseLater, Silent, Trickle, Answer };

    explicit RudeServer(Manner manner, QByteArray answer = {})
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, manner, answer] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++closed; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, manner, answer] {
                const QByteArray read = socket->readAll();
                received += read;
                requests += static_cast<int>(read.count("HTTP/1.1\r\n"));
                if (manner == Manner::Close && received.contains("{\"a\":1}"))
                    socket->abort();
                if (manner == Manner::CloseLater && received.count("{\"a\":1}") == 1)
                    socket->write(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                if (manner == Manner::CloseLater && received.count("{\"a\":1}") > 1)
                    socket->abort();
                if (manner == Manner::Answer && received.contains("{\"a\":1}"))
                    socket->write(answer);
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
        QVERIFY(answer && !answer->isContent() && !isRefusal(answer->error()));
        QCOMPARE(answer->error().code, std::string("offline"));
        QCOMPARE(server.requests, 1);
    }

    void aPostOnALineThatIsUsedAgainIsNotSentAgainByItself()
    {
        // What Qt holds for an idle line that the server has closed: it would send the request once more.
        RudeServer server(RudeServer::Manner::CloseLater);
        Wire wire(server.url(), shortTiming());
        const auto first = post(wire);
        QVERIFY(first && first->isContent());
        const auto second = post(wire);
        QVERIFY(second && !second->isContent());
        QCOMPARE(second->error().code, std::string("offline"));
        QCOMPARE(server.connections, 1);
        QCOMPARE(server.requests, 2);
    }

    void onlyTheBackendsOwnFormIsItsWord_data()
    {
        const QByteArray html = "<html><body>Sign in to this Wi-Fi</body></html>";
        const QByteArray own = R"({"type":"about:blank","title":"X","status":%1,"code":"%2"})";
        const auto refusal = [&](int status, const char *code) {
            return QByteArray(own).replace("%1", QByteArray::number(status)).replace("%2", code);
        };
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("refusedWith"); // by the backend itself; 0: not heard
        for (const int status :
             {200, 301, 302, 307, 400, 401, 403, 404, 407, 413, 422, 429, 500, 502, 503, 511}) {
            QTest::addRow("a page, %d", status) << status << QByteArray("text/html") << html << 0;
            QTest::addRow("a strange problem, %d", status) << status << QByteArray("application/problem+json")
                                                           << refusal(status, "blocked-by-proxy") << 0;
        }
        QTest::newRow("nothing at all") << 403 << QByteArray() << QByteArray() << 0;
        QTest::newRow("our form as text")
            << 401 << QByteArray("text/plain") << refusal(401, "token-refused") << 0;
        QTest::newRow("another status")
            << 403 << QByteArray("application/problem+json") << refusal(401, "token-refused") << 0;
        QTest::newRow("signed out") << 401 << QByteArray("application/problem+json")
                                    << refusal(401, "token-refused") << 401;
        QTest::newRow("too large") << 413 << QByteArray("application/problem+json")
                                   << refusal(413, "body-too-large") << 413;
        QTest::newRow("busy") << 503 << QByteArray("application/problem+json; charset=utf-8")
                              << refusal(503, "storage-busy") << 503;
    }
    void onlyTheBackendsOwnFormIsItsWord()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, refusedWith);
        RudeServer server(RudeServer::Manner::Answer,
                          "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
                              "\r\nRetry-After: 3600\r\nLocation: /v1/elsewhere\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer.has_value());
        QVERIFY(!answer->isContent());
        QCOMPARE(statusOf(answer->error()), refusedWith);
        QCOMPARE(server.requests, 1); // no redirect is followed
        // Nobody else tells a desk how long to wait, and the backend itself no longer than a minute.
        const auto longest = std::chrono::milliseconds(std::chrono::minutes(1));
        QVERIFY(answer->retryAfter() == (refusedWith ? std::optional(longest) : std::nullopt));
    }

    void contentIsWhatCanBeReadAsWhatWasAskedFor()
    {
        const auto number = [](std::string_view text) -> Expected<int> {
            return text == "7" ? Expected<int>(7) : failure("bad-number");
        };
        QCOMPARE(Reply::of(200, "application/json", "7", {}).content(number).value(), 7);
        const Expected<int> other = Reply::of(200, "application/json", "{}", {}).content(number);
        QCOMPARE(other.error().code, std::string(notTheBackend));
        QVERIFY(!isRefusal(other.error()));
        // What a refusal says of its status is not believed of others.
        QVERIFY(!isRefusal(Reply::unheard({"offline", {{"status", "401"}}}).error()));
    }

    void silenceEnds()
    {
        RudeServer server(RudeServer::Manner::Silent);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->error().code, std::string("timeout"));
    }

    void anAnswerThatTricklesForEverEnds()
    {
        RudeServer server(RudeServer::Manner::Trickle);
        Wire wire(server.url(), shortTiming());
        const auto answer = post(wire);
        QVERIFY(answer && !answer->isContent() && !isRefusal(answer->error()));
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
