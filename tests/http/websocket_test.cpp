#include "fixture.h"

#include <random>

namespace deskbell::http {

using std::chrono::milliseconds;
using test::RawAnswer;
using test::RawClient;
using test::RawFrame;

namespace {
struct Events
{
    std::shared_ptr<WebSocket> line;
    std::vector<std::string> texts;
    std::vector<std::uint16_t> closes;
};

// Writes down what happens; answers each text with "echo:" and it.
class Recorder : public WebSocketHandler
{
public:
    explicit Recorder(Watched<Events> &events) : m_events(events) {}
    void opened(std::shared_ptr<WebSocket> line) override
    {
        m_line = line;
        m_events.change([&](Events &e) { e.line = line; });
    }
    void received(std::string text) override
    {
        if (text == "throw")
            throw std::runtime_error("handler failed");
        m_line->send("echo:" + text);
        m_events.change([&](Events &e) { e.texts.push_back(text); });
    }
    void closed(std::uint16_t code) override
    {
        m_line.reset();
        m_events.change([&](Events &e) { e.closes.push_back(code); });
    }

private:
    Watched<Events> &m_events;
    std::shared_ptr<WebSocket> m_line;
};
} // namespace

class WebSocketTest : public ServerTest
{
protected:
    WebSocketTest()
    {
        options.limits.closeTimeout = milliseconds(200);
        router.webSocket("/live/{p}", [this](const Request &request) -> WebSocketDecision {
            if (request.parameter("p") == "closed")
                return problemResponse(404, "no_such_property");
            return std::make_unique<Recorder>(events);
        });
    }
    std::shared_ptr<WebSocket> line()
    {
        EXPECT_TRUE(events.waitFor([](const Events &e) { return e.line != nullptr; }));
        return events.value().line;
    }
    bool isClosedWith(std::uint16_t code)
    {
        return events.waitFor([&](const Events &e) { return e.closes == std::vector{code}; });
    }
    Watched<Events> events; // outlives the server's handlers, which the fixture stops first
    ~WebSocketTest() override { server.reset(); }
};

TEST_F(WebSocketTest, textGoesBothWays)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    client.sendText("안녕");
    EXPECT_EQ(client.frame().payload, "echo:안녕");
    EXPECT_TRUE(line()->send("unasked"));
    const RawFrame frame = client.frame();
    EXPECT_EQ(frame.opcode, 1);
    EXPECT_EQ(frame.payload, "unasked");
    client.sendFrame(8, "\x03\xe8");
    EXPECT_EQ(client.frame().closeCode(), 1000);
    EXPECT_TRUE(isClosedWith(1000));
    EXPECT_FALSE(line()->send("too late"));
    EXPECT_FALSE(line()->isOpen());
}

TEST_F(WebSocketTest, manyThreadsMaySendAtOnce)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    const auto socket = line();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 250; ++i)
                socket->send(std::to_string(t) + ":" + std::to_string(i));
        });
    std::map<char, int> next;
    for (int i = 0; i < 1'000; ++i) {
        const std::string text = client.frame().payload;
        ASSERT_FALSE(text.empty());
        EXPECT_EQ(text.substr(2), std::to_string(next[text[0]]++)); // in order of each sender
    }
    for (auto &thread : threads)
        thread.join();
}

TEST_F(WebSocketTest, fragmentsAndLargeMessagesArriveWhole)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    client.sendFrame(1, "one ", true, false);
    client.sendFrame(0, "two ", true, false);
    client.sendFrame(0, "three");
    EXPECT_EQ(client.frame().payload, "echo:one two three");
    const std::string large(200'000, 'l');
    client.sendText(large);
    EXPECT_TRUE(client.frame().payload == "echo:" + large);
}

TEST_F(WebSocketTest, aBadHandshakeIsRefused)
{
    launch();
    const auto handshake = [](const std::string &key, const std::string &version,
                              const std::string &upgrade = "websocket") {
        return get("/live/1", "Connection: keep-alive, Upgrade\r\nUpgrade: " + upgrade + "\r\n" +
                                  (key == "-" ? "" : "Sec-WebSocket-Key: " + key + "\r\n") +
                                  (version == "-" ? "" : "Sec-WebSocket-Version: " + version + "\r\n"));
    };
    const std::string good = "dGhlIHNhbXBsZSBub25jZQ==";
    for (const char *key : {"-", "", "short==", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQQQ",
                            "dGhl*HNhbXBsZSBub25jZQ=="})
        expectRefused(handshake(key, "13"), 400, "websocket-key-invalid");
    for (const char *version : {"-", "", "8", "13.0"})
        expectRefused(handshake(good, version), 426, "websocket-version-not-supported");
    expectRefused(handshake(good, "13", "h2c"), 426, "upgrade-required");
    expectRefused(get("/live/1"), 426, "upgrade-required");
    expectRefused(get("/live/1", "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " +
                                     good + "\r\n"),
                  426, "upgrade-required");
    expectRefused(handshake(good, "13").insert(0, "") + "early", 400, "data-before-upgrade");
    std::string withBody = handshake(good, "13");
    withBody.insert(withBody.size() - 2, "Content-Length: 4\r\n");
    expectRefused(withBody + "body", 400, "upgrade-with-body");
    EXPECT_EQ(RawClient::ask(server->port(), handshake(good, "8")).header("sec-websocket-version"), "13");
    EXPECT_FALSE(events.value().line);
}

TEST_F(WebSocketTest, aHandshakeMayBeLong)
{
    RawClient client(launch());
    EXPECT_EQ(client.upgrade("/live/1", "Cookie: " + std::string(6'000, 'c') + "\r\n"), 101);
    client.sendText("x");
    EXPECT_EQ(client.frame().payload, "echo:x");
}

TEST_F(WebSocketTest, theApplicationMayRefuse)
{
    RawClient client(launch());
    client.send(get("/live/closed",
                    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    EXPECT_TRUE(client.answer().has("no_such_property"));
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(WebSocketTest, brokenFramesEndTheLine)
{
    launch();
    const auto expectEnd = [&](const std::function<void(RawClient &)> &act, std::uint16_t code) {
        events.change([](Events &e) { e = {}; });
        RawClient client(server->port());
        ASSERT_EQ(client.upgrade("/live/1"), 101);
        act(client);
        EXPECT_EQ(client.frame().closeCode(), code);
        EXPECT_TRUE(client.isClosedWithin(std::chrono::seconds(10)));
        client.close();
        EXPECT_TRUE(events.waitFor([](const Events &e) { return e.closes.size() == 1; }));
        EXPECT_TRUE(events.value().texts.empty());
    };
    expectEnd([](RawClient &c) { c.sendFrame(1, "unmasked", false); }, 1002);
    expectEnd([](RawClient &c) { c.sendFrame(3, "reserved opcode"); }, 1002);
    expectEnd([](RawClient &c) { c.sendFrame(0, "continues nothing"); }, 1002);
    expectEnd([](RawClient &c) { c.sendFrame(9, std::string(126, 'p')); }, 1002);
    expectEnd([](RawClient &c) { c.sendFrame(1, "\xff\xfe"); }, 1007);
    expectEnd([](RawClient &c) { c.sendFrame(1, std::string(1'100'000, 'x')); }, 1009);
    expectEnd([](RawClient &c) { c.sendFrame(2, "binary"); }, 1003);
    expectEnd([](RawClient &c) { c.sendText("throw"); }, 1011);
}

TEST_F(WebSocketTest, aBrokenFrameInAnswerToACloseHoldsNothingUp)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    line()->close(4401);
    client.sendFrame(1, "unmasked", false);
    client.sendFrame(3, "reserved opcode");
    EXPECT_TRUE(isClosedWith(4401));
    server->stop();
    EXPECT_EQ(server->connectionCount(), 0u);
}

TEST_F(WebSocketTest, arbitraryBytesEndTheirOwnLineOnly)
{
    launch();
    std::mt19937 random(20261121); // the same bytes in each run
    for (int i = 0; i < 200; ++i) {
        events.change([](Events &e) { e = {}; });
        RawClient client(server->port());
        ASSERT_EQ(client.upgrade("/live/1"), 101);
        std::string bytes;
        for (int n = static_cast<int>(random() % 300); n > 0; --n)
            bytes += static_cast<char>(random());
        // Half of them begin as a proper masked frame, so that more than the first check is met.
        if (i % 2 == 0)
            client.sendFrame(static_cast<int>(random() % 16), bytes.substr(0, random() % 200), true,
                             random() % 2);
        client.send(bytes);
        client.close();
        ASSERT_TRUE(events.waitFor([](const Events &e) { return e.closes.size() == 1; })) << i;
    }
    EXPECT_EQ(RawClient::ask(server->port(), get("/hello")).body, "hello");
}

TEST_F(WebSocketTest, aLostLineIsToldAs1006)
{
    launch();
    RawClient client(server->port());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    line();
    client.reset();
    EXPECT_TRUE(isClosedWith(1006));
}

TEST_F(WebSocketTest, theServerMayCloseWithACode)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    line()->close(4401, "sign in again");
    const RawFrame frame = client.frame();
    EXPECT_EQ(frame.closeCode(), 4401);
    EXPECT_EQ(frame.payload.substr(2), "sign in again");
    client.sendFrame(8, frame.payload);
    EXPECT_TRUE(isClosedWith(4401));
}

TEST_F(WebSocketTest, aClientThatDoesNotAnswerACloseIsCutOff)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    line()->close(1000);
    EXPECT_EQ(client.frame().closeCode(), 1000);
    EXPECT_TRUE(client.isClosedWithin(std::chrono::seconds(10)));
    EXPECT_TRUE(isClosedWith(1000));
}

TEST_F(WebSocketTest, aLivingClientIsPingedAndASilentOneCutOff)
{
    options.limits.pingInterval = milliseconds(50);
    options.limits.silenceTimeout = milliseconds(700);
    launch();
    RawClient living(server->port());
    ASSERT_EQ(living.upgrade("/live/1"), 101);
    for (int i = 0; i < 20; ++i) { // for longer than the silence that is allowed
        const RawFrame ping = living.frame();
        ASSERT_EQ(ping.opcode, 9);
        living.sendFrame(10, ping.payload);
    }
    EXPECT_TRUE(events.value().closes.empty());
    // From here on it is silent.
    EXPECT_TRUE(living.isClosedWithin(std::chrono::seconds(10)));
    EXPECT_TRUE(isClosedWith(1006));
}

TEST_F(WebSocketTest, aClientThatDoesNotReadIsClosed)
{
    options.limits.maxQueuedBytes = 1'000'000;
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    const auto socket = line();
    int sent = 0;
    while (sent < 10'000 && socket->send(std::string(100'000, 'x')))
        ++sent;
    EXPECT_LT(sent, 10'000);
    EXPECT_FALSE(socket->isOpen());
    EXPECT_EQ(socket->queuedBytes(), 0u);
    EXPECT_TRUE(isClosedWith(1013));
}

TEST_F(WebSocketTest, messagesInTheQueueAreCountedToo)
{
    options.limits.maxQueuedMessages = 100;
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    const auto socket = line();
    int sent = 0;
    while (sent < 10'000'000 && socket->send(std::string(10'000, 'x')))
        ++sent;
    EXPECT_TRUE(isClosedWith(1013));
}

TEST_F(WebSocketTest, stoppingTheServerSays1001)
{
    RawClient client(launch());
    ASSERT_EQ(client.upgrade("/live/1"), 101);
    const auto socket = line();
    std::thread stopping([&] { server->stop(); });
    EXPECT_EQ(client.frame().closeCode(), 1001);
    client.sendFrame(8, "\x03\xe9");
    stopping.join();
    EXPECT_TRUE(isClosedWith(1001));
    server.reset();
    EXPECT_FALSE(socket->send("after the server's end"));
}

} // namespace deskbell::http
