#include "fixture.h"

namespace deskbell::http {

using namespace std::string_literals;
using test::RawAnswer;
using test::RawClient;

class RefusalTest : public ServerTest
{
protected:
    RefusalTest() { launch(); }
    static std::string with(const std::string &fields) { return "GET /hello HTTP/1.1\r\n" + fields + "\r\n"; }
    static std::string posted(const std::string &fields, const std::string &rest = {})
    {
        return "POST /echo HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + rest;
    }
};

TEST_F(RefusalTest, aRequestHasExactlyOneGoodHost)
{
    expectRefused(with(""), 400, "host-missing");
    expectRefused(with("Host:\r\n"), 400, "host-missing");
    expectRefused(with("Host: a b\r\n"), 400, "host-missing");
    expectRefused(with("Host: a/b\r\n"), 400, "host-missing");
    expectRefused(with("Host: a@b\r\n"), 400, "host-missing");
    expectRefused(with("Host: a\r\nHost: a\r\n"), 400, "duplicate-header");
}

TEST_F(RefusalTest, foldedAndMalformedFieldsAreRefused)
{
    expectRefused(with("Host: x\r\nX-A: 1\r\n 2\r\n"), 400, "folded-header");
    expectRefused(with("Host: x\r\nX-A: 1\r\n\t2\r\n"), 400, "folded-header");
    expectRefused(with(" Host: x\r\n"), 400, "folded-header");
    expectRefused(with("Host : x\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\nX-A\t: 1\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\nno colon here\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\n: nameless\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\nX(A): 1\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\nX-A: a\x01z\r\n"), 400, "malformed-header");
    expectRefused(with("Host: x\r\nX-A: a\x7Fz\r\n"), 400, "malformed-header");
}

TEST_F(RefusalTest, nulBytesAndLoneLineEndsAreRefusedAtOnce)
{
    // None of these ends in a blank line: the answer comes without waiting for one.
    expectRefused("GET /hello HTTP/1.1\r\nHost: x\r\nX-A: a\0b"s, 400, "malformed-header");
    expectRefused("GET /hello\0 HTTP/1.1\r\n"s, 400, "malformed-header");
    expectRefused("GET /hello HTTP/1.1\nHost: x\n\n", 400, "malformed-header");
    expectRefused("GET /hello HTTP/1.1\r\nHost: x\nX: y", 400, "malformed-header");
    expectRefused("GET /hello HTTP/1.1\r\nHost: x\rX: y", 400, "malformed-header");
    expectRefused("\x16\x03\x01\x02\0\x01\0\x01\xfc"s, 400, "malformed-header"); // TLS to a plain port
}

TEST_F(RefusalTest, lengthsThatCanBeReadInTwoWaysAreRefused)
{
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    expectRefused(posted("Content-Length: 5\r\n" + chunked, "0\r\n\r\n"), 400, "ambiguous-length");
    expectRefused(posted(chunked + "Content-Length: 5\r\n", "0\r\n\r\n"), 400, "ambiguous-length");
    expectRefused(posted("Content-Length: 5\r\nContent-Length: 5\r\n", "12345"), 400, "duplicate-header");
    expectRefused(posted("Content-Length: 5\r\nContent-Length: 6\r\n", "12345"), 400, "duplicate-header");
    expectRefused(posted("Content-Length: 5, 5\r\n", "12345"), 400, "malformed-length");
    for (const char *length : {"", "-1", "+5", "0x5", "5 5", "5;", "five", "1e3", "18446744073709551617"})
        expectRefused(posted("Content-Length: "s + length + "\r\n"), 400, "malformed-length");
    expectRefused(posted(chunked + chunked), 400, "duplicate-header");
    for (const char *coding :
         {"", "xchunked", "chunked, identity", "identity", "gzip, chunked", "chunked;q=1",
          "\x0b"
          "chunked",
          "\"chunked\""}) {
        const bool isControl = coding[0] == '\x0b';
        expectRefused(posted("Transfer-Encoding: "s + coding + "\r\n", "0\r\n\r\n"), 400,
                      isControl ? "malformed-header" : "transfer-coding-not-supported");
    }
    expectRefused(posted("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400, "malformed-header");
    expectRefused(posted("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), 400, "folded-header");
}

TEST_F(RefusalTest, brokenChunksAreRefused)
{
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    for (const char *body : {"g\r\n", "-1\r\n", "5\r\nhelloX\r\n", "5\nhello\r\n", "0x5\r\nhello\r\n", "\r\n",
                             " 5\r\nhello\r\n", "ffffffffffffffffff\r\n", "5;a\x01=b\r\nhello\r\n"})
        expectRefused(posted(chunked, body + "\r\n\r\n"s), 400, "malformed-body");
    expectRefused(posted(chunked, "5;" + std::string(8'000, 'x')), 400, "malformed-body");
}

TEST_F(RefusalTest, aSmuggledSecondRequestIsNotHeard)
{
    RawClient client(server->port());
    client.send(posted("Content-Length: 44\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + get("/hello")));
    EXPECT_EQ(client.answer().status, 400);
    EXPECT_EQ(client.answer().status, 0);
    ASSERT_TRUE(records.waitFor([](const auto &all) { return !all.empty(); }));
    EXPECT_EQ(records.value().size(), 1u);
}

TEST_F(RefusalTest, absurdRequestLinesAreRefused)
{
    const std::string rest = " HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const char *target : {"hello", "http://x/hello", "*", "x:443", "/a#b", "/a\\b", "/../etc/passwd",
                               "/a/%2e%2E/b", "/a/./b", "/a%", "/a%zz", "/a%00b", "/caf\xc3\xa9", "/a<b>"})
        expectRefused("GET "s + target + rest, 400, "malformed-target");
    for (const char *query : {"%", "a=%0", "a=%00", "%gg=1"})
        expectRefused("GET /hello?"s + query + rest, 400, "malformed-target");
    expectRefused("GET  /hello" + rest, 400, "malformed-target");
    expectRefused("GET /hello world" + rest, 400, "malformed-target");
    expectRefused("/hello" + rest, 400, "malformed-request-line");
    expectRefused("GET /hello\r\nHost: x\r\n\r\n", 400, "malformed-request-line");
    expectRefused("GET\t/hello\tHTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed-request-line");
    expectRefused("G@T /hello" + rest, 400, "malformed-method");
    expectRefused(std::string(40, 'G') + " /hello" + rest, 400, "malformed-method");
    expectRefused("GET /hello HTTP/1.0\r\nHost: x\r\n\r\n", 505, "version-not-supported");
    expectRefused("GET /hello HTTP/2.0\r\nHost: x\r\n\r\n", 505, "version-not-supported");
    expectRefused("GET /hello http/1.1\r\nHost: x\r\n\r\n", 400, "malformed-request-line");
    expectRefused("GET /hello HTTP/1.10\r\nHost: x\r\n\r\n", 400, "malformed-request-line");
    expectRefused("\r\n\r\n\r\n", 400, "malformed-request-line");
}

TEST_F(RefusalTest, oneEmptyLineBeforeARequestIsLetPass)
{
    EXPECT_EQ(RawClient::ask(server->port(), "\r\n" + get("/hello")).body, "hello");
}

TEST_F(RefusalTest, unknownExpectationsAndCodingsAreRefused)
{
    expectRefused(posted("Expect: miracles\r\nContent-Length: 1\r\n", "x"), 417, "expectation-failed");
    RawClient client(server->port());
    client.send(posted("Content-Encoding: br\r\nContent-Length: 1\r\n", "x"));
    const RawAnswer answer = client.answer();
    EXPECT_EQ(answer.status, 415);
    EXPECT_TRUE(answer.has("content-coding-not-supported"));
    EXPECT_EQ(answer.header("accept-encoding"), "gzip");
}

} // namespace deskbell::http
