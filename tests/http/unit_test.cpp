#include "http/detail/answer.h"
#include "http/detail/requestreader.h"
#include "http/detail/target.h"
#include "http/network.h"
#include "http/percent.h"
#include "http/problem.h"
#include "http/ratelimit.h"
#include "http/router.h"
#include "http/trustedproxies.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace deskbell::http {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(RateLimiter, aBurstIsAllowedAndThenASteadyRate)
{
    RateLimiter limiter({.burst = 3, .tokensPerSecond = 0.5, .maxKeys = 10});
    const RateLimiter::TimePoint start{};
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limiter.take("a", start).isAllowed);
    const auto refused = limiter.take("a", start);
    EXPECT_FALSE(refused.isAllowed);
    EXPECT_EQ(refused.retryAfter, milliseconds(2'000));
    EXPECT_TRUE(limiter.take("b", start).isAllowed);
    EXPECT_FALSE(limiter.take("a", start + milliseconds(1'900)).isAllowed);
    EXPECT_TRUE(limiter.take("a", start + seconds(2)).isAllowed);
    EXPECT_FALSE(limiter.take("a", start + seconds(2)).isAllowed);
    limiter.forgive("a");
    EXPECT_TRUE(limiter.take("a", start + seconds(2)).isAllowed);
}

TEST(RateLimiter, aClockThatGoesBackGivesNothing)
{
    RateLimiter limiter({.burst = 1, .tokensPerSecond = 1, .maxKeys = 10});
    const RateLimiter::TimePoint start{seconds(100)};
    EXPECT_TRUE(limiter.take("a", start).isAllowed);
    EXPECT_FALSE(limiter.take("a", start - seconds(50)).isAllowed);
    EXPECT_FALSE(limiter.take("a", start + milliseconds(500)).isAllowed);
    EXPECT_TRUE(limiter.take("a", start + milliseconds(1'000)).isAllowed);
}

TEST(RateLimiter, memoryIsBounded)
{
    RateLimiter limiter({.burst = 2, .tokensPerSecond = 0.1, .maxKeys = 100});
    RateLimiter::TimePoint now{};
    for (int i = 0; i < 10'000; ++i)
        limiter.take("key" + std::to_string(i), now += milliseconds(1));
    EXPECT_LE(limiter.keyCount(), 100u);
    limiter.take("last", now + seconds(1'000));
    EXPECT_EQ(limiter.keyCount(), 1u); // all others are full again: nothing to remember
}

RC_GTEST_PROP(RateLimiter, neverGivesMoreThanBurstAndRate, (const std::vector<std::uint16_t> &steps))
{
    RateLimiter limiter({.burst = 5, .tokensPerSecond = 2, .maxKeys = 10});
    const RateLimiter::TimePoint start{};
    RateLimiter::TimePoint now = start;
    int given = 0;
    for (const auto step : steps) {
        now += milliseconds(step % 700);
        given += limiter.take("k", now).isAllowed ? 1 : 0;
        const double most = 5 + 2 * std::chrono::duration<double>(now - start).count() + 1e-6;
        RC_ASSERT(given <= most);
    }
}

namespace {
TrustedProxies proxiesOf(std::initializer_list<const char *> texts)
{
    TrustedProxies proxies;
    for (const char *text : texts)
        EXPECT_TRUE(proxies.add(text)) << text;
    return proxies;
}

std::string originOf(const TrustedProxies &proxies, const std::string &peer, const char *forwardedFor)
{
    return proxies.origin(peer, {{"Host", "localhost"}, {"X-Forwarded-For", forwardedFor}});
}
} // namespace

TEST(TrustedProxies, aStrangersWordIsNotBelieved)
{
    EXPECT_EQ(originOf({}, "127.0.0.1", "8.8.8.8"), "127.0.0.1");
    EXPECT_EQ(originOf(proxiesOf({"10.0.0.1"}), "10.0.0.2", "8.8.8.8"), "10.0.0.2");
}

TEST(TrustedProxies, aProxyTellsWhoAskedIt)
{
    const auto proxies = proxiesOf({"10.0.0.1", "fd00::/8"});
    EXPECT_EQ(originOf(proxies, "10.0.0.1", "203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(originOf(proxies, "::ffff:10.0.0.1", " 203.0.113.7 "), "203.0.113.7");
    EXPECT_EQ(originOf(proxies, "fd12::3", "2001:db8::1"), "2001:db8::1");
    EXPECT_EQ(proxies.origin("10.0.0.1", {}), "10.0.0.1");
}

TEST(TrustedProxies, onlyWhatTheTrustedOnesWroteCounts)
{
    const auto proxies = proxiesOf({"10.0.0.0/24"});
    EXPECT_EQ(originOf(proxies, "10.0.0.1", "1.1.1.1, 203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(originOf(proxies, "10.0.0.1", "1.1.1.1, 203.0.113.7, 10.0.0.9"), "203.0.113.7");
    EXPECT_EQ(
        proxies.origin("10.0.0.1", {{"X-Forwarded-For", "1.1.1.1"}, {"x-forwarded-for", "203.0.113.7"}}),
        "203.0.113.7");
    for (const char *nonsense : {"", ",", "unknown", "203.0.113.7, unknown", "203.0.113.7:99, 1.2.3", "a,,"})
        EXPECT_EQ(originOf(proxies, "10.0.0.1", nonsense), "10.0.0.1") << nonsense;
    EXPECT_EQ(originOf(proxies, "10.0.0.1", "10.0.0.7"), "10.0.0.7") << "a proxy that asks for itself";
}

TEST(Networks, ofAnIPv6AddressTheHousesPartCounts)
{
    EXPECT_EQ(householdOf("203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(householdOf("::ffff:203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(householdOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(householdOf("2001:db8:1:2:ffff::1"), "2001:db8:1:2::/64");
    EXPECT_NE(householdOf("2001:db8:1:3::1"), "2001:db8:1:2::/64");
    EXPECT_EQ(householdOf("nobody"), "nobody");
}

TEST(Networks, areWhatAnAddressBelongsTo)
{
    EXPECT_EQ(networkOf("192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(networkOf("::ffff:192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(networkOf("2001:db8:7:1::5"), "2001:db8:7::/48");
    EXPECT_EQ(networkOf("nonsense"), "nonsense");
    EXPECT_EQ(siteOf("192.0.2.77"), "192.0.2.77");
    EXPECT_EQ(siteOf("::ffff:192.0.2.77"), "192.0.2.77");
    EXPECT_EQ(siteOf("2001:db8:7:1::5"), "2001:db8:7::/48");
    EXPECT_EQ(siteOf("nonsense"), "nonsense");
}

TEST(TrustedProxies, networksEndWhereTheySay)
{
    const auto proxies = proxiesOf({"10.1.0.0/15", "192.168.7.128/25", "2001:db8::/33"});
    for (const char *in : {"10.0.0.1", "10.1.255.255", "192.168.7.128", "2001:db8:7fff::1"})
        EXPECT_TRUE(proxies.trusts(in)) << in;
    for (const char *out : {"10.2.0.0", "192.168.7.127", "2001:db8:8000::", "::1", "", "nobody"})
        EXPECT_FALSE(proxies.trusts(out)) << out;
    TrustedProxies none;
    for (const char *text : {"", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "::/129",
                             "proxy.example", "10.0.0.1, 10.0.0.2"})
        EXPECT_FALSE(none.add(text)) << text;
    EXPECT_TRUE(none.isEmpty());
}

TEST(Problem, factsAndTextAreQuoted)
{
    const Response response = problemResponse(Problem{422, "bad", "say \"hi\"\n\xff", {{"field", "예\\약"}}});
    EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Unprocessable Content","status":422,)"
                             R"("code":"bad","detail":"say \"hi\"\u000a\ufffd","facts":{"field":"예\\약"}})");
}

TEST(Router, aLiteralWinsOverAParameter)
{
    Router router;
    router.get("/payments/{key}", {}).get("/payments/orders", {}).get("/payments/{key}/cancel", {});
    EXPECT_EQ(router.match("GET", "/payments/orders").route->pattern, "/payments/orders");
    EXPECT_EQ(router.match("GET", "/payments/o").route->pattern, "/payments/{key}");
    EXPECT_EQ(router.match("GET", "/payments/o").parameters.get("key"), "o");
    EXPECT_EQ(router.match("GET", "/payments/").route, nullptr);
    EXPECT_EQ(router.match("GET", "/payments/o/").route, nullptr);
    EXPECT_EQ(router.match("GET", "/payments").refusal.status, 404);
}

TEST(Target, valuesAreDecodedOnce)
{
    const auto target = detail::parsedTarget("/a?x=%2541&x=2&=3&y");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->query.get("x"), "%41");
    EXPECT_EQ(target->query.get(""), "3");
    EXPECT_EQ(target->query.size(), 4u);
}

TEST(Target, bracesAndBarsInAQueryStandForThemselves)
{
    const auto target = detail::parsedTarget("/a?x={[1|2]}&&y=a+b%2B");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->query.get("x"), "{[1|2]}");
    EXPECT_EQ(target->query.get("y"), "a b+");
    EXPECT_EQ(target->query.size(), 2u);
}

TEST(Percent, brokenEscapesAreRefused)
{
    for (const char *text :
         {"%", "a%", "%4", "a%4", "%zz", "%4z", "%z4", "%%41", "% 1", "%+1", "%-1", "%0x", "%u0041"}) {
        EXPECT_FALSE(percentDecoded(text)) << text;
        EXPECT_FALSE(parsedFields("a=" + std::string(text) + "&b=1")) << text;
        EXPECT_FALSE(parsedFields(std::string(text) + "=1")) << text;
    }
    using std::string_view_literals::operator""sv;
    EXPECT_FALSE(percentDecoded("%4\0"sv));
    EXPECT_EQ(percentDecoded("%41%4a%4A%fF"), "AJJ\xff");
}

TEST(Percent, aPlusIsASpaceInFieldsOnly)
{
    EXPECT_EQ(percentDecoded("a+b%20c"), "a+b c");
    EXPECT_EQ(percentDecoded("a+b%2B", Plus::Space), "a b+");
    const auto fields = parsedFields("na+me=a+b&=%26&&plain");
    ASSERT_TRUE(fields);
    ASSERT_EQ(fields->size(), 3u);
    EXPECT_EQ(fields->get("na me"), "a b");
    EXPECT_EQ(fields->get(""), "&");
    EXPECT_TRUE(fields->find("plain"));
    EXPECT_EQ(parsedFields("")->size(), 0u);
}

TEST(Percent, aSegmentStaysOneSegment)
{
    EXPECT_EQ(segmentEncoded("tdesk_a-1~"), "tdesk_a-1~");
    EXPECT_EQ(segmentEncoded("../orders/x?y#z%"), "%2E%2E%2Forders%2Fx%3Fy%23z%25");
    EXPECT_EQ(segmentEncoded("\r\n"), "%0D%0A");
    EXPECT_EQ(percentEncoded("a.b-c_d~ +&=/%\u00e9"), "a.b-c_d~%20%2B%26%3D%2F%25%C3%A9");
}

RC_GTEST_PROP(Percent, whatWasEncodedIsReadBack, (std::string text))
{
    RC_ASSERT(percentDecoded(percentEncoded(text)) == text);
    RC_ASSERT(percentDecoded(segmentEncoded(text)) == text);
    const auto fields = parsedFields(percentEncoded(text) + "=" + percentEncoded(text));
    RC_ASSERT(fields && fields->get(text) == text);
}

TEST(Problem, whatIsNoUtf8IsReplacedByteForByte)
{
    EXPECT_EQ(quotedJson("a\xc0\xaf\xed\xa0\x80z"), R"("a\ufffd\ufffd\ufffd\ufffd\ufffdz")");
    EXPECT_EQ(quotedJson("\xf0\x9f\x9b"), R"("\ufffd\ufffd\ufffd")");
    EXPECT_EQ(quotedJson("\xf4\x8f\xbf\xbf\x7f"), "\"\xf4\x8f\xbf\xbf\\u007f\"");
}

TEST(Answer, datesAreWrittenAsHttpWantsThem)
{
    EXPECT_EQ(detail::httpDate(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(detail::httpDate(1'709'164'800), "Thu, 29 Feb 2024 00:00:00 GMT");
}

TEST(Answer, aLongBodyLeavesInPiecesOfBoundedSize)
{
    const std::string body(1'000'000, 'b');
    detail::Answer answer(Response::text(200, body), {"id", "", false, true}, Limits{});
    std::string all;
    while (const auto piece = answer.next()) {
        EXPECT_LE(piece->size(), 64u * 1024);
        all += *piece;
    }
    EXPECT_TRUE(all.ends_with("\r\n\r\n" + body));
}

namespace {
struct Reading
{
    std::string outcome;
    std::string body;
    std::size_t bytesLeft;
    bool operator==(const Reading &) const = default;
};

Reading readIn(const std::string &bytes, const std::vector<std::size_t> &cuts)
{
    const Limits limits;
    detail::RequestReader reader(limits);
    std::string input;
    std::size_t at = 0;
    std::size_t cut = 0;
    while (true) {
        const auto step = reader.advance(input);
        if (step == detail::RequestReader::Step::headRead) {
            reader.acceptBody(1'000);
        } else if (step == detail::RequestReader::Step::complete) {
            return {"complete", reader.takeBody(), input.size() + bytes.size() - at};
        } else if (step == detail::RequestReader::Step::refused) {
            return {reader.refusal().code, {}, 0};
        } else if (at == bytes.size()) {
            return {"open", {}, 0};
        } else {
            const std::size_t size = cuts.empty() ? bytes.size() : 1 + cuts[cut++ % cuts.size()] % 40;
            input += bytes.substr(at, size);
            at = std::min(at + size, bytes.size());
        }
    }
}
} // namespace

RC_GTEST_PROP(RequestReader, howTheBytesAreCutMakesNoDifference, (const std::vector<std::size_t> &cuts))
{
    const std::string head = "POST /x HTTP/1.1\r\nHost: x\r\n";
    for (const std::string &bytes :
         {head + "Content-Length: 5\r\n\r\nhello" + head, head + "\r\n",
          head + "Content-Length: 9\r\n\r\nhello",
          head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nA: b\r\n\r\nGET / HT",
          head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n", head + " folded\r\n\r\n",
          head + "Content-Length: 5000\r\n\r\nhello"})
        RC_ASSERT(readIn(bytes, cuts) == readIn(bytes, {}));
}

RC_GTEST_PROP(RequestReader, arbitraryBytesDoNoHarm,
              (const std::string &noise, const std::vector<std::size_t> &cuts))
{
    readIn(noise, cuts);
    readIn("POST /x HTTP/1.1\r\nHost: x\r\n" + noise, cuts);
    readIn("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + noise, cuts);
}

} // namespace deskbell::http
