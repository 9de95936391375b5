#include "fixture.h"
#include "support/certificate.h"

#include <openssl/bio.h>
#include <openssl/ssl.h>

namespace deskbell::http {

using std::chrono::milliseconds;
using test::RawAnswer;
using test::RawClient;

namespace {
/// Whether a client that has nothing else gets a connection.
bool shakesHands(std::uint16_t port, int version, const char *ciphers)
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                    &SSL_CTX_free);
    SSL_CTX_set_min_proto_version(context.get(), version);
    SSL_CTX_set_max_proto_version(context.get(), version);
    if (ciphers && SSL_CTX_set_cipher_list(context.get(), ciphers) != 1)
        return false;
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> line(BIO_new_ssl_connect(context.get()),
                                                             &BIO_free_all);
    BIO_set_conn_hostname(line.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
    return BIO_do_handshake(line.get()) == 1;
}

class Echo : public WebSocketHandler
{
public:
    void opened(std::shared_ptr<WebSocket> line) override { m_line = std::move(line); }
    void received(std::string text) override
    {
        if (text == "bye")
            m_line->close(4000);
        else
            m_line->send("echo:" + text);
    }
    void closed(std::uint16_t) override { m_line.reset(); }

private:
    std::shared_ptr<WebSocket> m_line;
};
} // namespace

class TlsTest : public ServerTest
{
protected:
    TlsTest()
    {
        options.tls = TlsFiles{certificate.chainFile(), certificate.keyFile()};
        router.webSocket("/live", [](const Request &) { return std::make_unique<Echo>(); });
        router.get("/secure", [](Request request, Responder responder) {
            responder.send(Response::text(200, request.isTls ? "yes" : "no"));
        });
    }
    const test::Certificate certificate;
};

TEST_F(TlsTest, requestsPassOverTls)
{
    RawClient client(launch(), true);
    ASSERT_TRUE(client.isConnected());
    client.send(get("/secure") + post("/echo", std::string(500'000, 'x')));
    EXPECT_EQ(client.answer().body, "yes");
    EXPECT_TRUE(client.answer().body == std::string(500'000, 'x'));
    for (const char c : get("/hello"))
        client.send(std::string(1, c));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(TlsTest, webSocketsPassOverTls)
{
    RawClient client(launch(), true);
    ASSERT_EQ(client.upgrade("/live"), 101);
    for (int i = 0; i < 100; ++i) {
        client.sendText("message " + std::to_string(i));
        ASSERT_EQ(client.frame().payload, "echo:message " + std::to_string(i));
    }
    const std::string large(900'000, 'l');
    client.sendText(large);
    EXPECT_TRUE(client.frame().payload == "echo:" + large);
    client.sendFrame(8, "\x03\xe8");
    EXPECT_EQ(client.frame().closeCode(), 1000);
}

TEST_F(TlsTest, brokenFramesInAnswerToACloseHoldNothingUp)
{
    options.limits.closeTimeout = milliseconds(100);
    launch();
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) {
        RawClient &client = clients.emplace_back(server->port(), true);
        ASSERT_EQ(client.upgrade("/live"), 101);
        client.sendText("bye");
        if (i % 2 == 0)
            client.sendFrame(1, "unmasked", false);
        client.sendFrame(3, "reserved opcode");
        if (i % 3 == 0)
            client.reset();
    }
    server->stop();
    EXPECT_EQ(server->connectionCount(), 0u);
}

TEST_F(TlsTest, withTlsAnyAddressWillDo)
{
    options.address = "0.0.0.0";
    EXPECT_EQ(RawClient::ask(launch(), get("/hello"), true).body, "hello");
}

TEST_F(TlsTest, plainHttpToATlsPortIsClosed)
{
    RawClient client(launch());
    client.send(get("/hello"));
    const auto answer = client.readToEnd();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->find("hello"), std::string::npos);
}

TEST_F(TlsTest, aHandshakeThatIsNotFinishedIsClosed)
{
    options.limits.headerTimeout = milliseconds(60);
    RawClient client(launch());
    client.send(std::string_view("\x16\x03\x01\x02\x00\x01", 6));
    EXPECT_TRUE(client.isClosedWithin(std::chrono::seconds(10)));
}

TEST_F(TlsTest, refusalsReachTheClientOverTls)
{
    options.limits.closeTimeout = milliseconds(200);
    RawClient client(launch(), true);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n" +
                std::string(300'000, 'x'));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 413);
    EXPECT_TRUE(client.isClosedWithin(std::chrono::seconds(10)));
}

TEST_F(TlsTest, stoppingClosesTlsConnectionsToo)
{
    options.limits.closeTimeout = milliseconds(200);
    RawClient client(launch(), true);
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
    server->stop();
    EXPECT_EQ(client.readToEnd(), "");
    EXPECT_EQ(server->connectionCount(), 0u);
}

TEST_F(TlsTest, manyTlsClientsAtOnceAreAllAnswered)
{
    options.threads = 4;
    launch();
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int c = 0; c < 6; ++c)
        clients.emplace_back([&, c] {
            for (int i = 0; i < 5; ++i) {
                const std::string text = std::to_string(c * 1'000 + i);
                right += RawClient::ask(server->port(), post("/echo", text), true).body == text;
            }
        });
    for (auto &client : clients)
        client.join();
    EXPECT_EQ(right, 30);
}

TEST_F(TlsTest, onlyForwardSecrecyAndAuthenticatedEncryptionWillDo)
{
    launch();
    for (const char *strong :
         {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"})
        EXPECT_TRUE(shakesHands(server->port(), TLS1_2_VERSION, strong)) << strong;
    for (const char *weak : {"ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "AES128-GCM-SHA256",
                             "AES256-SHA", "ECDHE-ECDSA-AES128-CCM", "DHE-RSA-AES128-GCM-SHA256"})
        EXPECT_FALSE(shakesHands(server->port(), TLS1_2_VERSION, weak)) << weak;
    EXPECT_FALSE(shakesHands(server->port(), TLS1_1_VERSION, "ALL:@SECLEVEL=0"));
    EXPECT_TRUE(shakesHands(server->port(), TLS1_3_VERSION, nullptr));
}

TEST_F(TlsTest, everyAnswerOverTlsSaysToComeSoAgain)
{
    launch();
    const auto said = [&](const std::string &request) {
        return RawClient::ask(server->port(), request, true).header("strict-transport-security");
    };
    for (const std::string &request :
         {get("/hello"), get("/nowhere"), post("/hello", "x"), std::string("nonsense\r\n\r\n"),
          std::string("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n")})
        EXPECT_EQ(said(request), "max-age=31536000") << request.substr(0, 30);
}

TEST_F(ServerTest, behindATrustedProxyThatEndsTlsAnswersSayItToo)
{
    ASSERT_TRUE(options.proxies.add("127.0.0.1"));
    launch();
    const auto said = [&](const std::string &more) {
        return RawClient::ask(server->port(), "GET /hello HTTP/1.1\r\nHost: x\r\n" + more + "\r\n")
            .header("strict-transport-security");
    };
    EXPECT_EQ(said(""), "");
    EXPECT_EQ(said("X-Forwarded-Proto: http\r\n"), "");
    EXPECT_EQ(said("X-Forwarded-Proto: https\r\n"), "max-age=31536000");
}

TEST_F(ServerTest, aStrangersWordAboutTlsIsNotBelieved)
{
    launch();
    const RawAnswer answer =
        RawClient::ask(server->port(), "GET /hello HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\n\r\n");
    EXPECT_EQ(answer.header("strict-transport-security"), "");
}

TEST_F(ServerTest, whereAllComeOverTlsAnswersSayIt)
{
    options.isBehindTls = true;
    EXPECT_EQ(RawClient::ask(launch(), get("/nowhere")).header("strict-transport-security"),
              "max-age=31536000");
}

TEST_F(TlsTest, filesThatDoNotFitAreReported)
{
    const test::Certificate other;
    options.tls = TlsFiles{"/nowhere/cert.pem", certificate.keyFile()};
    EXPECT_EQ(Server(options, router).start().error().code, "tls-certificate-unusable");
    options.tls = TlsFiles{certificate.chainFile(), "/nowhere/key.pem"};
    EXPECT_EQ(Server(options, router).start().error().code, "tls-key-unusable");
    options.tls = TlsFiles{certificate.chainFile(), other.keyFile()};
    EXPECT_EQ(Server(options, router).start().error().code, "tls-key-unusable");
}

} // namespace deskbell::http
