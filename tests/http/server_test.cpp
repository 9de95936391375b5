#include "fixture.h"

namespace deskbell::http {

using test::RawAnswer;
using test::RawClient;

TEST_F(ServerTest, answersAGet)
{
    const RawAnswer answer = RawClient::ask(launch(), get("/hello"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello");
    EXPECT_EQ(answer.header("content-length"), "5");
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_FALSE(answer.header("date").empty());
    EXPECT_FALSE(answer.header("x-request-id").empty());
}

TEST_F(ServerTest, aRequestArrivesWhole)
{
    Watched<Request> seen;
    router.post("/rooms/{room}/nights/{night}", [&](Request request, Responder responder) {
        seen.change([&](Request &r) { r = request; });
        responder.send(Response::empty());
    });
    RawClient client(launch());
    client.send(
        "POST /rooms/3%2F01/nights/%EA%B0%80?from=a%20b+c&x=&flag HTTP/1.1\r\nhOsT: localhost:8080\r\n"
        "X-Note:  padded \t\r\nContent-Length: 4\r\n\r\nbody");
    EXPECT_EQ(client.answer().status, 204);
    const Request request = seen.value();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/rooms/3%2F01/nights/%EA%B0%80");
    EXPECT_EQ(request.route, "/rooms/{room}/nights/{night}");
    EXPECT_EQ(request.parameter("room"), "3/01");
    EXPECT_EQ(request.parameter("night"), "가");
    EXPECT_EQ(request.query.get("from"), "a b c");
    EXPECT_EQ(request.query.find("x"), "");
    EXPECT_TRUE(request.query.find("flag").has_value());
    EXPECT_FALSE(request.query.find("y").has_value());
    EXPECT_EQ(request.headers.get("host"), "localhost:8080");
    EXPECT_EQ(request.headers.get("X-NOTE"), "padded");
    EXPECT_EQ(request.body, "body");
    EXPECT_EQ(request.remoteAddress, "127.0.0.1");
    EXPECT_FALSE(request.isTls);
    EXPECT_FALSE(request.id.empty());
}

TEST_F(ServerTest, aRequestMayComeByteByByte)
{
    RawClient client(launch());
    for (const char c : post("/echo", "slowly"))
        ASSERT_TRUE(client.send(std::string(1, c)));
    EXPECT_EQ(client.answer().body, "slowly");
}

TEST_F(ServerTest, aChunkedRequestMayComeByteByByte)
{
    RawClient client(launch());
    for (const char c :
         std::string("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "5;note=x\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: ignored\r\n\r\n"))
        ASSERT_TRUE(client.send(std::string(1, c)));
    EXPECT_EQ(client.answer().body, "hello world");
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, pipelinedRequestsAreAnsweredInOrder)
{
    std::vector<Responder> waiting;
    router.get("/late", [&](Request, Responder responder) { waiting.push_back(responder); });
    router.get("/release", [&](Request, Responder responder) {
        waiting.front().send(Response::text(200, "late"));
        responder.send(Response::text(200, "released"));
    });
    options.threads = 1;
    RawClient first(launch());
    first.send(get("/late") + post("/echo", "two") + get("/hello"));
    RawClient second(server->port());
    second.send(get("/hello")); // the one io thread has read the first connection's requests by then
    EXPECT_EQ(second.answer().status, 200);
    second.send(get("/release"));
    EXPECT_EQ(second.answer().body, "released");
    EXPECT_EQ(first.answer().body, "late");
    EXPECT_EQ(first.answer().body, "two");
    EXPECT_EQ(first.answer().body, "hello");
}

TEST_F(ServerTest, manyPipelinedRequestsDoNotDeepenTheStack)
{
    RawClient client(launch());
    std::string all;
    for (int i = 0; i < 5'000; ++i)
        all += get("/hello");
    client.send(all);
    for (int i = 0; i < 5'000; ++i)
        ASSERT_EQ(client.answer().body, "hello") << i;
}

TEST_F(ServerTest, anAnswerMayComeFromAnyThreadAndCountsOnce)
{
    std::vector<std::thread> threads;
    std::atomic<int> accepted = 0;
    router.get("/race", [&](Request, Responder responder) {
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, responder] { accepted += responder.send(Response::text(200, "one")); });
    });
    RawClient client(launch());
    client.send(get("/race"));
    EXPECT_EQ(client.answer().body, "one"); // comes after the handler has started all four
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(accepted, 1);
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, aForgottenResponderAnswers500)
{
    router.get("/forgotten", [](Request, Responder) {});
    const RawAnswer answer = RawClient::ask(launch(), get("/forgotten"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_TRUE(answer.has(R"("code":"unanswered")"));
}

TEST_F(ServerTest, anExceptionInAHandlerAnswers500WithoutItsText)
{
    router.get("/throws", [](Request, Responder) { throw std::runtime_error("secret of the house"); });
    RawClient client(launch());
    client.send(get("/throws") + get("/hello"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_TRUE(answer.has(R"("code":"internal-error")"));
    EXPECT_FALSE(answer.has("secret"));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, anAbortedRequestGetsNoAnswer)
{
    router.get("/abort", [](Request, Responder responder) { responder.abort(); });
    RawClient client(launch());
    client.send(get("/abort"));
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(ServerTest, aHandlerLearnsThatItsClientIsGone)
{
    Watched<int> gone;
    Watched<std::optional<Responder>> kept;
    router.get("/wait", [&](Request, Responder responder) {
        responder.whenGone([&] { gone.change([](int &n) { ++n; }); });
        kept.change([&](auto &r) { r = responder; });
    });
    launch();
    RawClient polite(server->port());
    polite.send(get("/wait"));
    ASSERT_TRUE(kept.waitFor([](const auto &r) { return r.has_value(); }));
    EXPECT_FALSE(kept.value()->isGone());
    polite.close();
    EXPECT_TRUE(gone.waitFor([](int n) { return n == 1; }));
    EXPECT_TRUE(kept.value()->isGone());
    kept.change([](auto &r) { r.reset(); });
    RawClient rude(server->port());
    rude.send(get("/wait"));
    ASSERT_TRUE(kept.waitFor([](const auto &r) { return r.has_value(); }));
    rude.reset();
    EXPECT_TRUE(gone.waitFor([](int n) { return n == 2; }));
    EXPECT_FALSE(kept.value()->send(Response::empty()));
}

TEST_F(ServerTest, aClientThatClosedItsSendingSideStillGetsItsAnswer)
{
    Watched<std::optional<Responder>> kept;
    router.get("/wait", [&](Request, Responder responder) { kept.change([&](auto &r) { r = responder; }); });
    RawClient client(launch());
    client.send(get("/wait"));
    client.shutdownSend();
    ASSERT_TRUE(kept.waitFor([](const auto &r) { return r.has_value(); }));
    kept.value()->send(Response::text(200, "after all"));
    EXPECT_EQ(client.answer().body, "after all");
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(ServerTest, unknownPathsAndMethodsAreToldApart)
{
    router.post("/hello", [](Request, Responder responder) { responder.send(Response::empty()); });
    RawClient client(launch());
    client.send(get("/nowhere"));
    RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 404);
    EXPECT_TRUE(answer.has(R"("type":"about:blank","title":"Not Found","status":404,"code":"not-found")"));
    client.send("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    answer = client.answer();
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST, OPTIONS");
    client.send("OPTIONS /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    answer = client.answer();
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST, OPTIONS");
}

TEST_F(ServerTest, headGetsTheHeadOnly)
{
    RawClient client(launch());
    client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const RawAnswer answer = client.answer(true);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), "5");
    client.send(get("/hello"));
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(ServerTest, connectionCloseIsHonoured)
{
    RawClient client(launch());
    client.send(get("/hello", "Connection: keep-alive, CLOSE\r\n"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_EQ(client.readToEnd(), "");
}

TEST_F(ServerTest, aClientThatWaitsFor100ContinueGetsIt)
{
    RawClient client(launch());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100);
    client.send("body");
    EXPECT_EQ(client.answer().body, "body");
}

TEST_F(ServerTest, anUnsafeHeaderValueNeverLeaves)
{
    router.get("/split", [](Request request, Responder responder) {
        responder.send(Response::text(200, "x").with("Location", std::string(request.query.get("to"))));
    });
    const RawAnswer answer = RawClient::ask(launch(), get("/split?to=a%0D%0ASet-Cookie:%20stolen=1"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.header("set-cookie"), "");
    EXPECT_TRUE(answer.has(R"("code":"unsafe-response")"));
}

TEST_F(ServerTest, aHandlerCannotContradictTheFraming)
{
    router.get("/framed", [](Request, Responder responder) {
        responder.send(
            Response::text(200, "12345").with("Content-Length", "3").with("Transfer-Encoding", "x"));
    });
    const RawAnswer answer = RawClient::ask(launch(), get("/framed"));
    EXPECT_EQ(answer.headers.count("content-length"), 1u);
    EXPECT_EQ(answer.header("content-length"), "5");
    EXPECT_EQ(answer.header("transfer-encoding"), "");
    EXPECT_EQ(answer.body, "12345");
}

TEST_F(ServerTest, everyRequestIsRecorded)
{
    RawClient client(launch());
    client.send(post("/echo?secret=1", "four") + get("/nowhere"));
    client.answer();
    client.answer();
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 2; }));
    const auto all = records.value();
    EXPECT_EQ(all[0].method, "POST");
    EXPECT_EQ(all[0].route, "/echo");
    EXPECT_EQ(all[0].status, 200);
    EXPECT_GT(all[0].bytesIn, 4u);
    EXPECT_GT(all[0].bytesOut, 4u);
    EXPECT_TRUE(all[0].isComplete);
    EXPECT_EQ(all[1].route, "");
    EXPECT_EQ(all[1].status, 404);
    EXPECT_NE(all[0].requestId, all[1].requestId);
}

TEST_F(ServerTest, plainHttpIsRefusedOnAnAddressOthersCanReach)
{
    options.address = "0.0.0.0";
    Server open(options, router);
    const auto started = open.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "address-not-loopback");
    options.address = "::";
    EXPECT_EQ(Server(options, router).start().error().code, "address-not-loopback");
    options.address = "example.org";
    EXPECT_EQ(Server(options, router).start().error().code, "address-invalid");
}

TEST_F(ServerTest, aPortInUseIsReported)
{
    options.port = launch();
    EXPECT_EQ(Server(options, router).start().error().code, "address-in-use");
}

TEST_F(ServerTest, aDelayedCallIsMade)
{
    Watched<bool> called;
    launch();
    server->runAfter(std::chrono::milliseconds(1), [&] { called.change([](bool &b) { b = true; }); });
    EXPECT_TRUE(called.waitFor([](bool b) { return b; }));
    server->runAfter(std::chrono::hours(1), [&] { FAIL(); });
    server->stop(); // and does not wait for the hour
}

} // namespace deskbell::http
