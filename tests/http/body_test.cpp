#include "fixture.h"
#include "http/detail/gzip.h"

namespace deskbell::http {

using test::RawAnswer;
using test::RawClient;

namespace {
std::string unzipped(const RawAnswer &answer)
{
    return detail::gunzipped(answer.body, 1'000'000'000).value_or("<not gzip>");
}
std::string zipped(const std::string &text)
{
    return detail::GzipDeflater(6).add(text, true);
}
const std::string acceptsGzip = "Accept-Encoding: br, gzip;q=0.8\r\n";
} // namespace

class BodyTest : public ServerTest
{
protected:
    BodyTest()
    {
        router.get("/text", [](Request request, Responder responder) {
            const auto size = std::stoul(std::string(request.query.get("size")));
            responder.send(Response::json(200, std::string(size, 'j')));
        });
        router.get("/lines", [](Request request, Responder responder) {
            const int count = std::stoi(std::string(request.query.get("count")));
            responder.send(Response::streamed("application/x-ndjson", [n = 0, count]() mutable {
                return n == count ? std::nullopt : std::optional("{\"row\":" + std::to_string(n++) + "}\n");
            }));
        });
        router.get("/breaks", [](Request, Responder responder) {
            responder.send(
                Response::streamed("application/x-ndjson", [n = 0]() mutable -> std::optional<std::string> {
                    if (++n == 4)
                        throw std::runtime_error("the source broke");
                    return std::string(70'000, 'x');
                }));
        });
    }
    static std::string lines(int count)
    {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += "{\"row\":" + std::to_string(i) + "}\n";
        return all;
    }
};

TEST_F(BodyTest, aLargeTextIsCompressedForWhoAcceptsIt)
{
    launch();
    const RawAnswer answer = RawClient::ask(server->port(), get("/text?size=100000", acceptsGzip));
    EXPECT_EQ(answer.header("content-encoding"), "gzip");
    EXPECT_EQ(answer.header("vary"), "Accept-Encoding");
    EXPECT_LT(answer.body.size(), 2'000u);
    EXPECT_TRUE(unzipped(answer) == std::string(100'000, 'j'));
}

TEST_F(BodyTest, whatIsSmallOrNotAcceptedIsSentAsItIs)
{
    launch();
    EXPECT_EQ(RawClient::ask(server->port(), get("/text?size=1024", acceptsGzip)).body.size(), 1'024u);
    for (const char *accept : {"", "Accept-Encoding: identity\r\n", "Accept-Encoding: gzip;q=0\r\n",
                               "Accept-Encoding: gzip; q=0.000, *\r\n", "Accept-Encoding: xgzip\r\n"}) {
        const RawAnswer answer = RawClient::ask(server->port(), get("/text?size=50000", accept));
        EXPECT_EQ(answer.header("content-encoding"), "") << accept;
        EXPECT_TRUE(answer.body == std::string(50'000, 'j')) << accept;
    }
}

TEST_F(BodyTest, aStreamArrivesWholeAndTheConnectionGoesOn)
{
    RawClient client(launch());
    client.send(get("/lines?count=20000") + get("/lines?count=0") + get("/hello"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.header("transfer-encoding"), "chunked");
    EXPECT_EQ(answer.header("content-length"), "");
    EXPECT_TRUE(answer.body == lines(20'000));
    EXPECT_EQ(client.answer().body, "");
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(BodyTest, aStreamIsCompressedAsItGoes)
{
    RawClient client(launch());
    client.send(get("/lines?count=50000", acceptsGzip) + get("/lines?count=0", acceptsGzip));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.header("content-encoding"), "gzip");
    EXPECT_LT(answer.body.size(), lines(50'000).size() / 3);
    EXPECT_TRUE(unzipped(answer) == lines(50'000));
    EXPECT_EQ(unzipped(client.answer()), "");
}

TEST_F(BodyTest, aStreamIsPulledNoFasterThanItIsRead)
{
    Watched<std::size_t> pulled;
    router.get("/endless", [&](Request, Responder responder) {
        responder.send(Response::streamed("application/octet-stream", [&] {
            pulled.change([](std::size_t &n) { n += 1'000'000; });
            return std::string(1'000'000, 'x');
        }));
    });
    launch();
    {
        RawClient client(server->port());
        client.send(get("/endless"));
        ASSERT_TRUE(pulled.waitFor([](std::size_t n) { return n > 0; }));
        // Kernel buffers take some; a server that does not wait would pull gigabytes meanwhile.
        EXPECT_FALSE(
            pulled.waitFor([](std::size_t n) { return n > 100'000'000; }, std::chrono::milliseconds(300)));
    }
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 1; }));
}

TEST_F(BodyTest, aStreamThatBreaksIsNotMistakenForAWholeOne)
{
    RawClient client(launch());
    client.send(get("/breaks"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_FALSE(answer.isWhole);
    ASSERT_TRUE(records.waitFor([](const auto &all) { return all.size() == 1; }));
    EXPECT_FALSE(records.value().front().isComplete);
}

TEST_F(BodyTest, headOfAStreamPullsNothing)
{
    RawClient client(launch());
    client.send("HEAD /breaks HTTP/1.1\r\nHost: x\r\n\r\n" + get("/hello"));
    EXPECT_EQ(client.answer(true).status, 200);
    EXPECT_EQ(client.answer().body, "hello");
}

TEST_F(BodyTest, aCompressedRequestIsUnpacked)
{
    launch();
    const std::string text = lines(1'000);
    RawAnswer answer =
        RawClient::ask(server->port(), post("/echo", zipped(text), "Content-Encoding: gzip\r\n"));
    EXPECT_EQ(answer.body, text);
}

TEST_F(BodyTest, aBombIsRefused)
{
    launch();
    const std::string bomb = zipped(std::string(50'000'000, '\0'));
    ASSERT_LT(bomb.size(), 100'000u);
    expectRefused(post("/echo", bomb, "Content-Encoding: gzip\r\n"), 413, "body-too-large");
}

TEST_F(BodyTest, whatIsNotGzipIsRefused)
{
    launch();
    const std::string good = zipped("some text");
    const std::string gzip = "Content-Encoding: gzip\r\n";
    expectRefused(post("/echo", "not gzip at all", gzip), 400, "malformed-gzip");
    expectRefused(post("/echo", good.substr(0, good.size() - 3), gzip), 400, "malformed-gzip");
    expectRefused(post("/echo", good + "more", gzip), 400, "malformed-gzip");
    std::string damaged = good;
    damaged[good.size() - 6] = static_cast<char>(damaged[good.size() - 6] ^ 1);
    expectRefused(post("/echo", damaged, gzip), 400, "malformed-gzip");
}

} // namespace deskbell::http
