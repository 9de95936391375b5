#include "fixture.h"

#include <set>

namespace deskbell::http {

using std::chrono::milliseconds;
using test::RawAnswer;
using test::RawClient;

class LimitsTest : public ServerTest
{
protected:
    LimitsTest()
    {
        router.get("/wait",
                   [this](Request, Responder r) { waiting.change([&](auto &w) { w.push_back(r); }); });
    }
    bool waits(std::size_t count)
    {
        return waiting.waitFor([&](const auto &w) { return w.size() == count; });
    }
    Watched<std::vector<Responder>> waiting;
};

TEST_F(LimitsTest, headersThatAreTooLargeAreRefused)
{
    options.limits.maxHeaderBytes = 2'000;
    options.limits.maxTargetBytes = 500;
    options.limits.maxHeaderFields = 10;
    launch();
    expectRefused(get("/hello", "X: " + std::string(3'000, 'x') + "\r\n"), 431, "header-too-large");
    expectRefused("GET /hello HTTP/1.1\r\nX: " + std::string(3'000, 'x'), 431, "header-too-large");
    expectRefused(get("/" + std::string(600, 'x')), 414, "target-too-long");
    expectRefused("GET /" + std::string(600, 'x'), 414, "target-too-long");
    std::string many;
    for (int i = 0; i < 10; ++i)
        many += "X-" + std::to_string(i) + ": 1\r\n";
    expectRefused(get("/hello", many), 431, "header-too-large");
    EXPECT_EQ(RawClient::ask(server->port(), get("/hello", "X: " + std::string(1'000, 'x') + "\r\n")).status,
              200);
}

TEST_F(LimitsTest, bodiesThatAreTooLargeAreRefused)
{
    options.limits.maxBodyBytes = 1'000;
    router.post("/small", [](Request r, Responder responder) { responder.send(Response::text(200, r.body)); },
                {.maxBodyBytes = 10});
    router.post("/large", [](Request r, Responder responder) { responder.send(Response::text(200, r.body)); },
                {.maxBodyBytes = 100'000});
    launch();
    expectRefused(post("/echo", std::string(1'001, 'x')), 413, "body-too-large");
    expectRefused(post("/small", std::string(11, 'x')), 413, "body-too-large");
    EXPECT_EQ(RawClient::ask(server->port(), post("/echo", std::string(1'000, 'x'))).body.size(), 1'000u);
    EXPECT_EQ(RawClient::ask(server->port(), post("/large", std::string(90'000, 'x'))).body.size(), 90'000u);
    const std::string chunk = "64\r\n" + std::string(100, 'x') + "\r\n";
    std::string chunks = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 11; ++i)
        chunks += chunk;
    expectRefused(chunks, 413, "body-too-large");
    // Ten megabytes still on their way do not keep the client from reading why.
    RawClient client(server->port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n");
    client.send(std::string(1'000'000, 'x'));
    EXPECT_EQ(client.answer().status, 413);
}

TEST_F(LimitsTest, aClientThatIsSlowWithItsHeadersIsAnswered408)
{
    options.limits.headerTimeout = milliseconds(60);
    launch();
    RawClient client(server->port());
    client.send("GET /hello HTTP/1.1\r\nHos");
    RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 408);
    EXPECT_TRUE(answer.has("header-timeout"));
    RawClient drip(server->port());
    const auto start = std::chrono::steady_clock::now();
    for (const char c : get("/hello", "X: " + std::string(4'000, 'x') + "\r\n")) {
        if (!drip.send(std::string(1, c)))
            break;
        if (!drip.answer(false, milliseconds(5)).isWhole)
            continue;
        break;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    EXPECT_TRUE(drip.isClosedWithin(std::chrono::seconds(5)));
    RawClient silent(server->port());
    EXPECT_EQ(silent.readToEnd(), "");
}

TEST_F(LimitsTest, aClientThatIsSlowWithItsBodyIsAnswered408)
{
    options.limits.bodyTimeout = milliseconds(60);
    RawClient client(launch());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123");
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 408);
    EXPECT_TRUE(answer.has("body-timeout"));
    EXPECT_TRUE(client.isClosedWithin(std::chrono::seconds(5)));
}

TEST_F(LimitsTest, anIdleConnectionIsClosedWithoutAWord)
{
    options.limits.idleTimeout = milliseconds(50);
    RawClient client(launch());
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(LimitsTest, anAnswerThatDoesNotComeIsA503AndTooLate)
{
    options.limits.answerTimeout = milliseconds(50);
    RawClient client(launch());
    client.send(get("/wait"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.has("answer-timeout"));
    ASSERT_TRUE(waits(1));
    EXPECT_FALSE(waiting.value().front().send(Response::text(200, "late")));
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(LimitsTest, aClientThatDoesNotReadIsCutOff)
{
    options.limits.writeTimeout = milliseconds(100);
    router.get("/flood", [](Request, Responder responder) {
        responder.send(
            Response::streamed("application/octet-stream", [] { return std::string(100'000, 'x'); }));
    });
    RawClient client(launch());
    client.send(get("/flood"));
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 1; }));
    EXPECT_FALSE(records.value().front().isComplete);
    EXPECT_EQ(server->connectionCount(), 0u);
}

TEST_F(LimitsTest, connectionsBeyondTheLimitAreTold503)
{
    options.limits.maxConnections = 2;
    launch();
    RawClient first(server->port());
    RawClient second(server->port());
    first.send(get("/hello"));
    second.send(get("/hello"));
    EXPECT_EQ(first.answer().status, 200);
    EXPECT_EQ(second.answer().status, 200);
    expectRefused(get("/hello"), 503, "too-many-connections");
    first.close();
    RawAnswer answer;
    for (int i = 0; i < 1'000 && answer.status != 200; ++i)
        answer = RawClient::ask(server->port(), get("/hello"));
    EXPECT_EQ(answer.status, 200);
}

TEST_F(LimitsTest, oneAddressCannotTakeAllConnections)
{
    options.limits.maxConnectionsPerAddress = 1;
    launch();
    RawClient first(server->port());
    first.send(get("/hello"));
    EXPECT_EQ(first.answer().status, 200);
    expectRefused(get("/hello"), 503, "too-many-connections");
}

TEST_F(LimitsTest, aTrustedProxyBringsManyPeoplesConnections)
{
    options.limits.maxConnectionsPerAddress = 1;
    ASSERT_TRUE(options.proxies.add("127.0.0.1"));
    launch();
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server->port());
        clients.back().send(get("/hello", "X-Forwarded-For: 203.0.113." + std::to_string(i) + "\r\n"));
        EXPECT_EQ(clients.back().answer().status, 200);
    }
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 3; }));
    std::multiset<std::string> addresses; // each is recorded by whichever thread served it
    for (const auto &record : records.value())
        addresses.insert(record.remoteAddress);
    EXPECT_EQ(addresses, (std::multiset<std::string>{"203.0.113.0", "203.0.113.1", "203.0.113.2"}));
}

TEST_F(LimitsTest, connectionsFarBeyondTheLimitAreClosed)
{
    options.limits.maxConnections = 1;
    launch();
    std::vector<RawClient> clients;
    for (int i = 0; i < 80; ++i)
        clients.emplace_back(server->port());
    EXPECT_EQ(clients.back().readToEnd(), "");
    EXPECT_LE(server->connectionCount(), 65u);
}

TEST_F(LimitsTest, requestsBeyondThoseAtOnceAreTold503)
{
    options.limits.maxRequestsAtOnce = 1;
    launch();
    RawClient first(server->port());
    first.send(get("/wait"));
    ASSERT_TRUE(waits(1));
    RawClient second(server->port());
    second.send(get("/hello"));
    RawAnswer answer = second.answer();
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.has("too-many-requests-at-once"));
    EXPECT_EQ(answer.header("retry-after"), "1");
    waiting.value().front().send(Response::empty());
    EXPECT_EQ(first.answer().status, 204);
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 2; }));
    second.send(get("/hello"));
    EXPECT_EQ(second.answer().status, 200);
}

TEST_F(LimitsTest, aClientThatGoesGivesItsPlaceBack)
{
    options.limits.maxRequestsAtOnce = 1;
    launch();
    RawClient first(server->port());
    first.send(get("/wait"));
    ASSERT_TRUE(waits(1));
    first.reset();
    RawAnswer answer;
    for (int i = 0; i < 1'000 && answer.status != 200; ++i)
        answer = RawClient::ask(server->port(), get("/hello"));
    EXPECT_EQ(answer.status, 200);
}

TEST_F(LimitsTest, manyClientsAtOnceAreAllAnswered)
{
    options.threads = 4;
    launch();
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int c = 0; c < 8; ++c)
        clients.emplace_back([&, c] {
            RawClient client(server->port());
            for (int i = 0; i < 100; ++i) {
                const std::string text = std::to_string(c * 1'000 + i);
                client.send(post("/echo", text));
                right += client.answer().body == text;
            }
        });
    for (auto &client : clients)
        client.join();
    EXPECT_EQ(right, 800);
}

TEST_F(LimitsTest, stoppingLetsTheRequestUnderWayFinish)
{
    launch();
    RawClient busy(server->port());
    RawClient idle(server->port());
    idle.send(get("/hello"));
    EXPECT_EQ(idle.answer().status, 200);
    busy.send(get("/wait"));
    ASSERT_TRUE(waits(1));
    std::thread stopping([&] { server->stop(std::chrono::seconds(20)); });
    EXPECT_EQ(idle.readToEnd(), "");
    EXPECT_FALSE(RawClient(server->port()).send(get("/hello")) &&
                 RawClient(server->port()).answer(false, milliseconds(200)).status == 200);
    waiting.value().front().send(Response::text(200, "finished"));
    const RawAnswer answer = busy.answer();
    EXPECT_EQ(answer.body, "finished");
    EXPECT_EQ(answer.header("connection"), "close");
    busy.close();
    stopping.join();
    EXPECT_EQ(server->connectionCount(), 0u);
}

TEST_F(LimitsTest, aRetiringServerStillAnswersAndEndsEachConnection)
{
    launch();
    RawClient before(server->port());
    before.send(get("/hello"));
    EXPECT_EQ(before.answer().header("connection"), "");
    server->retire();
    before.send(get("/hello"));
    const RawAnswer last = before.answer();
    EXPECT_EQ(last.status, 200);
    EXPECT_EQ(last.header("connection"), "close");
    EXPECT_EQ(RawClient::ask(server->port(), get("/hello")).status, 200);
}

TEST_F(LimitsTest, stoppingCutsWhatDoesNotFinishInTime)
{
    launch();
    RawClient busy(server->port());
    busy.send(get("/wait"));
    ASSERT_TRUE(waits(1));
    server->stop(milliseconds(50));
    EXPECT_TRUE(busy.readToEnd().has_value());
    server.reset();
    EXPECT_FALSE(waiting.value().front().send(Response::empty())); // answered after the server's end
}

} // namespace deskbell::http
