// Whatever comes in that is not what was agreed: a clear error with its place, never half a value.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "protocol/cursor.h"
#include "protocol/problem.h"
#include "protocol/session.h"
#include "support/protocol_samples.h"

namespace deskbell::protocol {
namespace {

using std::string_view_literals::operator""sv;

std::string codeOf(std::string_view text, const JsonLimits &limits = {})
{
    const auto value = parseJson(text, limits);
    return value ? "" : value.error().code;
}

TEST(Json, whatIsCutOffOrNoJsonIsMalformed)
{
    for (const std::string_view text : {""sv,           " "sv,
                                        "{"sv,          "{\"a\""sv,
                                        "{\"a\":"sv,    "{\"a\":1"sv,
                                        "{\"a\":1,}"sv, "[1,]"sv,
                                        "[1 2]"sv,      "nul"sv,
                                        "\"a"sv,        "{'a':1}"sv,
                                        "{a:1}"sv,      "01"sv,
                                        "+1"sv,         ".5"sv,
                                        "1."sv,         "NaN"sv,
                                        "[1] 2"sv,      "{}{}"sv,
                                        "// x\n1"sv,    "\"\t\""sv,
                                        "\"\\x\""sv,    "\"\\u12\""sv,
                                        "\"\0\""sv,     "\xef\xbb\xbf{}"sv,
                                        "tru\0e"sv})
        EXPECT_EQ(codeOf(text), "json-malformed") << text;
}

TEST(Json, everyCutOfAGoodTextIsMalformed)
{
    const std::string text =
        encodeBatch({{*parseUuid("0190aaaa-0000-7000-8000-00000000000d")}, 1, {Command()}});
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_EQ(codeOf(std::string_view(text).substr(0, length)), "json-malformed") << length;
    EXPECT_EQ(codeOf(text + " \n"), "");
}

TEST(Json, invalidUtf8IsMalformed)
{
    for (const std::string_view text :
         {"\"\xff\""sv, "\"\xc0\xaf\""sv, "\"\xed\xa0\x80\""sv, "\"\xe2\x82\""sv, "{\"\xff\":1}"sv,
          "\"\\ud800\""sv, "\"\\udc00\""sv, "\"\\ud800\\u0041\""sv})
        EXPECT_EQ(codeOf(text), "json-malformed");
    EXPECT_EQ(codeOf("\"\\ud83d\\udecf \xEA\xB9\x80\""), "");
}

TEST(Json, depthAndSizeHaveLimits)
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(codeOf(nested(16)), "");
    EXPECT_EQ(codeOf(nested(17)), "json-too-deep");
    EXPECT_EQ(codeOf(std::string(1'000'000, '[')), "json-too-deep");
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    EXPECT_EQ(codeOf(objects), "json-too-deep");
    EXPECT_EQ(codeOf("\"" + std::string((1 << 20) - 2, 'a') + "\""), "");
    EXPECT_EQ(codeOf("\"" + std::string((1 << 20) - 1, 'a') + "\""), "json-too-large");
    EXPECT_EQ(codeOf("[]", {1, 16}), "json-too-large");
}

TEST(Json, aKeyGivenTwiceIsRefusedAtAnyDepth)
{
    for (const char *text : {R"({"a":1,"a":2})", R"({"a":1,"b":[{"c":1,"d":2,"c":3}]})",
                             R"({"a":{},"\u0061":1})", R"([{"":1,"":2}])"})
        EXPECT_EQ(codeOf(text), "json-duplicate-key") << text;
    EXPECT_EQ(codeOf(R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]})"), "");
    std::string many = "{";
    for (int i = 0; i < 5000; ++i)
        many += "\"k" + std::to_string(i) + "\":1,";
    EXPECT_EQ(codeOf(many + "\"z\":1}"), "");
    EXPECT_EQ(codeOf(many + "\"k77\":1}"), "json-duplicate-key");
}

RC_GTEST_PROP(Json, noBytesMakeTheReadersStumble, (std::string bytes))
{
    const auto isTold = [](const auto &read) { return read.has_value() || !read.error().code.empty(); };
    RC_ASSERT(isTold(parseJson(bytes)));
    RC_ASSERT(isTold(decodeBatch(bytes)));
    RC_ASSERT(isTold(decodeRow(std::string_view(bytes))));
    RC_ASSERT(isTold(decodeLive(bytes)));
    RC_ASSERT(isTold(decodeSignIn(bytes)));
    RC_ASSERT(isTold(parseCursor(bytes)));
    RC_ASSERT(!readProblem(500, "application/problem+json", bytes));
}

/// A good text with a few bytes changed, dropped or doubled.
std::string damaged(std::string text)
{
    for (int i = *rc::gen::inRange(1, 4); i > 0 && !text.empty(); --i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto length = *rc::gen::inRange<std::size_t>(0, 12);
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            text[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            text[at] = *rc::gen::element('"', '{', '}', '[', ']', ',', ':', '0', '-', '\\', 'e');
            break;
        case 2:
            text.erase(at, length);
            break;
        default:
            text.insert(at, text.substr(at, length));
        }
    }
    return text;
}

/// What damage leaves readable is a whole value, which goes round like any other.
template <typename T>
void expectWholeOrTold(const std::string &text, Expected<T> (*decode)(std::string_view),
                       std::string (*encode)(const T &))
{
    const auto read = decode(text);
    if (read)
        RC_ASSERT((*decode(encode(*read)) == *read));
    else
        RC_ASSERT(!read.error().code.empty());
}

/// The commands of a batch that can be read, if all can.
Expected<CommandBatch> readableOf(std::string_view text)
{
    auto received = decodeBatch(text);
    if (!received)
        return tl::unexpected(received.error());
    if (!received->unreadable.empty())
        return tl::unexpected(received->unreadable.front().error);
    return received->batch;
}

RC_GTEST_PROP(Damaged, aMessageIsWholeOrRefused, ())
{
    const CommandBatch batch{{makeNamedUuid({}, "device")}, 1, {samples::command(), samples::command()}};
    expectWholeOrTold<CommandBatch>(damaged(encodeBatch(batch)), &readableOf, &encodeBatch);
    expectWholeOrTold<Row>(damaged(encodeRow(samples::row())), &decodeRow, &encodeRow);
    expectWholeOrTold<LiveMessage>(damaged(encodeLive(LiveTransaction{samples::transaction(), "c"})),
                                   &decodeLive, &encodeLive);
    const std::vector<CommandResult> results{
        {samples::id<CommandId>(), Refused{{"c", {}}, samples::reservation()}}};
    expectWholeOrTold<std::vector<CommandResult>>(damaged(encodeResults(results)), &decodeResults,
                                                  &encodeResults);
    expectWholeOrTold<ChangesPage>(damaged(encodeChangesPage({{samples::transaction()}, "c", 1, true})),
                                   &decodeChangesPage, &encodeChangesPage);
}

// --- commands

/// A good command's text with one replacement made in it.
std::string commandWith(std::string_view what, std::string_view by)
{
    Command command;
    command.id.value = *parseUuid("0190aaaa-0000-7000-8000-0000000000c1");
    command.n = 18;
    MakeReservation make;
    make.reservation.value = *parseUuid("0190aaaa-0000-7000-8000-000000000001");
    make.stay = {*parseDate("2016-08-03"), *parseDate("2016-08-05")};
    make.currency = *parseCurrency("EUR");
    make.nightlyPrices = {100, 200};
    make.guest.name = "Kim";
    command.args = make;
    command.lane = laneOf(command.args);
    command.businessDate = make.stay.arrival;
    std::string text = encodeCommand(command);
    if (const auto at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), by);
    else
        ADD_FAILURE() << what << " is not in " << text;
    return text;
}

struct BadMember
{
    const char *what;
    const char *by;
    const char *path;
    const char *reason;
};

TEST(BadCommand, isToldWithThePlaceAndTheReason)
{
    const BadMember bad[] = {
        {"\"n\":18", "\"n\":-1", "/n", "out-of-range"},
        {"\"n\":18", "\"n\":1.5", "/n", "not-an-integer"},
        {"\"n\":18", "\"n\":18446744073709551616", "/n", "not-an-integer"},
        {"\"n\":18", "\"n\":\"18\"", "/n", "not-an-integer"},
        {"\"n\":18,", "", "/n", "missing"},
        {"\"n\":18", "\"n\":null", "/n", "missing"},
        {"0000000000c1", "0000000000cx", "/id", "bad-uuid"},
        {"0190aaaa-0000-7000-8000-0000000000c1", "00000000-0000-0000-0000-000000000000", "/id", "bad-uuid"},
        {"make-reservation", "make-reservations", "/type", "unknown-name"},
        {"make-reservation", "check-in", "/args/offering", "unknown-member"},
        {"\"typeVersion\":1", "\"typeVersion\":2", "/typeVersion", "unknown-version"},
        {"\"typeVersion\":1", "\"typeVersion\":0", "/typeVersion", "unknown-version"},
        {"\"args\":{", "\"args\":[],\"x\":{", "/args", "not-an-object"},
        {"\"deps\":[]", "\"deps\":{}", "/deps", "not-an-array"},
        {"\"deps\":[]", "\"deps\":[\"0190aaaa-0000-7000-8000-0000000000c1\",7]", "/deps/1", "not-a-string"},
        {"\"base\":{}", "\"base\":{\"a/b~\":-1}", "/base/a~1b~0", "out-of-range"},
        {"\"base\":{}", "\"base\":{\"a\":4294967296}", "/base/a", "out-of-range"},
        {"\"arrival\":\"2016-08-03\"", "\"arrival\":\"2016-02-30\"", "/args/stay/arrival", "bad-date"},
        {"\"arrival\":\"2016-08-03\"", "\"arrival\":1", "/args/stay/arrival", "not-a-string"},
        {"\"quantity\":1", "\"quantity\":2147483648", "/args/quantity", "out-of-range"},
        {"[100,200]", "[100,\"200\"]", "/args/nightlyPrices/1", "not-an-integer"},
        {"[100,200]", "[100,9223372036854775808]", "/args/nightlyPrices/1", "out-of-range"},
        {"[100,200]", "[100,1e2]", "/args/nightlyPrices/1", "not-an-integer"},
        {"\"EUR\"", "\"EURO\"", "/args/currency", "bad-currency"},
        {"\"wantsNotices\":true", "\"wantsNotices\":1", "/args/guest/wantsNotices", "not-a-boolean"},
        {"\"wantsNotices\":true", "\"wantsNotices\":true,\"admin\":true", "/args/guest/admin",
         "unknown-member"},
        {"\"name\":\"Kim\",", "", "/args/guest/name", "missing"},
        {"T00:00:00.000Z", "T00:00:00+09:00", "/madeAt", "bad-instant"},
        {"\"actor\":\"\"", "\"actor\":\"\",\"isAdmin\":true", "/isAdmin", "unknown-member"}};
    for (const BadMember &one : bad) {
        const auto read = decodeCommand(commandWith(one.what, one.by));
        ASSERT_FALSE(read) << one.by;
        EXPECT_EQ(read.error(), (Error{"bad-command", {{"path", one.path}, {"reason", one.reason}}}))
            << one.by;
    }
}

TEST(BadCommand, longListsAndTextsAreRefused)
{
    std::string deps = "\"deps\":[";
    std::string base = "\"base\":{";
    for (int i = 0; i <= 100; ++i) {
        deps += "\"0190aaaa-0000-7000-8000-0000000000c1\"" + std::string(i < 100 ? "," : "]");
        base += "\"" + std::to_string(i) + "\":1" + (i < 100 ? "," : "}");
    }
    const auto reasonOf = [](const std::string &text) {
        return decodeCommand(text).error().facts.at("reason");
    };
    EXPECT_EQ(reasonOf(commandWith("\"deps\":[]", deps)), "too-many");
    EXPECT_EQ(reasonOf(commandWith("\"base\":{}", base)), "too-many");
    EXPECT_EQ(reasonOf(commandWith("\"actor\":\"\"", "\"actor\":\"" + std::string(201, 'a') + "\"")),
              "too-long");
    EXPECT_EQ(reasonOf(commandWith("\"lane\":\"0190", "\"lane\":\"" + std::string(60, 'a'))), "too-long");
}

std::string batchOf(const std::string &commands)
{
    return "{\"device\":\"0190aaaa-0000-7000-8000-00000000000d\",\"settledBelow\":0,\"commands\":[" +
           commands + "]}";
}

TEST(BadBatch, isRefusedWhole)
{
    const std::string good = commandWith("\"n\":18", "\"n\":18");
    ASSERT_TRUE(decodeBatch(batchOf(good)));
    const auto broken = decodeBatch(batchOf(good + ",17"));
    EXPECT_EQ(broken.error(),
              (Error{"bad-command-batch", {{"path", "/commands/1"}, {"reason", "not-an-object"}}}));
    EXPECT_EQ(decodeBatch(batchOf(good + ",{}")).error(),
              (Error{"bad-command-batch", {{"path", "/commands/1/id"}, {"reason", "missing"}}}));
    EXPECT_EQ(decodeBatch(batchOf("")).error().facts.at("reason"), "empty");
    std::string many = good;
    for (int i = 0; i < 50; ++i)
        many += "," + good;
    EXPECT_EQ(decodeBatch(batchOf(many)).error().facts.at("reason"), "too-many");
    EXPECT_EQ(decodeBatch("[]").error().facts.at("reason"), "not-an-object");
    EXPECT_EQ(decodeBatch("{}").error().facts.at("path"), "/device");
    EXPECT_EQ(decodeBatch(std::string(2 << 20, ' ')).error().code, "json-too-large");
}

TEST(BadBatch, aCommandThatTellsItsIdIsUnreadableByItself)
{
    const std::string good = commandWith("\"n\":18", "\"n\":18");
    const std::string bad = commandWith("\"n\":18", "\"n\":\"\"");
    const auto received = decodeBatch(batchOf(bad + "," + good + "," + bad));
    ASSERT_TRUE(received) << received.error().code;
    ASSERT_EQ(received->batch.commands.size(), 1u);
    EXPECT_EQ(received->batch.commands.front(), decodeCommand(good).value());
    ASSERT_EQ(received->unreadable.size(), 2u);
    EXPECT_EQ(received->unreadable[0].place, 0u);
    EXPECT_EQ(received->unreadable[1].place, 2u);
    EXPECT_EQ(received->unreadable[0].id, received->batch.commands.front().id);
    EXPECT_EQ(received->unreadable[0].error,
              (Error{"bad-command", {{"path", "/n"}, {"reason", "not-an-integer"}}}));
}

TEST(BadBatch, aCommandInAnotherLaneIsUnreadableByItself)
{
    const std::string good = commandWith("\"n\":18", "\"n\":18");
    for (const char *lane :
         {"\"lane\":\"property", "\"lane\":\"0190aaaa-0000-7000-8000-000000000002", "\"lane\":\""}) {
        const std::string bad = commandWith("\"lane\":\"0190aaaa-0000-7000-8000-000000000001", lane);
        const auto received = decodeBatch(batchOf(good + "," + bad));
        ASSERT_TRUE(received) << received.error().code;
        EXPECT_EQ(received->batch.commands.size(), 1u);
        ASSERT_EQ(received->unreadable.size(), 1u) << lane;
        EXPECT_EQ(received->unreadable[0].place, 1u);
        EXPECT_EQ(received->unreadable[0].error,
                  (Error{"bad-command", {{"path", "/lane"}, {"reason", "not-its-lane"}}}));
        EXPECT_TRUE(decodeCommand(bad)) << "what a desk has kept it can read";
    }
}

// --- rows and what they come in

TEST(BadRow, isToldWithThePlaceAndTheReason)
{
    Reservation reservation;
    reservation.currency = *parseCurrency("EUR");
    Payment payment;
    payment.amount.currency = reservation.currency;
    reservation.payments = {payment, payment};
    const std::string good = encodeRow(reservation);
    ASSERT_TRUE(decodeRow(std::string_view(good)));
    const auto with = [&](std::string_view what, std::string_view by) {
        std::string text = good;
        text.replace(text.rfind(what), what.size(), by);
        const auto read = decodeRow(std::string_view(text));
        return read ? "" : read.error().facts.at("path") + " " + read.error().facts.at("reason");
    };
    EXPECT_EQ(with("\"entity\":\"reservation\"", "\"entity\":\"room\""), "/entity unknown-name");
    EXPECT_EQ(with("\"entity\":\"reservation\",", ""), "/entity missing");
    EXPECT_EQ(with("\"state\":\"requested\"", "\"state\":\"Requested\""), "/state unknown-name");
    EXPECT_EQ(with("\"workflow\":\"on-request\"", "\"workflow\":\"x\""), "/workflow unknown-name");
    EXPECT_EQ(with("\"version\":0", "\"version\":4294967296"), "/version out-of-range");
    EXPECT_EQ(with("\"method\":\"cash\"", "\"method\":\"gold\""), "/payments/1/method unknown-name");
    EXPECT_EQ(with("\"minor\":0", "\"minor\":0.0"), "/payments/1/amount/minor not-an-integer");
    EXPECT_EQ(with("\"quantity\":1", "\"quantity\":1,\"unit\":5"), "/unit not-a-string");
    EXPECT_EQ(decodeReservation(encodeRow(Unit())).error().facts.at("reason"), "other-entity");
    EXPECT_EQ(decodeRow("7"sv).error().facts.at("reason"), "not-an-object");
}

TEST(BadChanges, aPageWithOneBadRowIsNoPage)
{
    Transaction transaction;
    transaction.rows = {Unit(), Unit()};
    std::string text = encodeChangesPage({{transaction}, "c", 1, true});
    ASSERT_TRUE(decodeChangesPage(text));
    text.replace(text.rfind("\"floor\":0"), 9, "\"floor\":[]");
    EXPECT_EQ(
        decodeChangesPage(text).error(),
        (Error{"bad-changes", {{"path", "/transactions/0/rows/1/floor"}, {"reason", "not-an-integer"}}}));
}

TEST(BadLive, onlyTheAgreedMessagesAreRead)
{
    const auto reasonOf = [](std::string_view text) { return decodeLive(text).error().facts.at("reason"); };
    EXPECT_EQ(reasonOf("{}"), "not-one-message");
    EXPECT_EQ(reasonOf(R"({"tick":{"seq":1},"auth":{"token":"a"}})"), "not-one-message");
    EXPECT_EQ(reasonOf(R"({"shout":{}})"), "unknown-name");
    EXPECT_EQ(reasonOf(R"({"tick":{"seq":-1}})"), "out-of-range");
    EXPECT_EQ(reasonOf(R"({"auth":{}})"), "missing");
    EXPECT_EQ(reasonOf(R"(["tick"])"), "not-an-object");
}

TEST(BadSnapshot, anEndWithoutItsDigestsIsNone)
{
    EXPECT_EQ(decodeSnapshotLine(R"({"end":{"cursor":"c","seq":1,"count":2,"digests":{"unit":"0"}}})")
                  .error()
                  .facts,
              (Facts{{"path", "/end/digests/property"}, {"reason", "missing"}}));
    EXPECT_EQ(decodeSnapshotLine("{\"end\":7}").error().facts.at("reason"), "not-an-object");
    EXPECT_EQ(decodeSnapshotLine("").error().code, "json-malformed");
}

TEST(BadSession, memberSlipsAreRefused)
{
    EXPECT_EQ(decodeSignIn(R"({"user":"a","password":"b"})").error().facts.at("path"), "/device");
    EXPECT_EQ(
        decodeSignIn(
            R"({"user":"a","password":"b","device":"0190aaaa-0000-7000-8000-00000000000d","role":"admin"})")
            .error()
            .facts.at("path"),
        "/role");
    EXPECT_EQ(decodeSignIn(R"({"user":"a","password":"b","device":"00000000-0000-0000-0000-000000000000"})")
                  .error()
                  .facts.at("reason"),
              "null-id");
    EXPECT_EQ(decodeSignIn(R"({"user":"a","password":"b","device":"0190aaaa-0000-7000-8000-00000000000d",)"
                           R"("deviceKey":{"next":"short"}})")
                  .error()
                  .facts.at("path"),
              "/deviceKey/next");
    EXPECT_EQ(decodeRefresh(R"({"refreshToken":7})").error().facts.at("reason"), "not-a-string");
    EXPECT_EQ(decodeHello(R"({"epoch":"x"})").error().facts.at("reason"), "bad-uuid");
}

TEST(BadCursor, onlyTheOwnTextIsOne)
{
    const std::string good = "1.0190aaaa-0000-7000-8000-000000000001.0190aaaa-0000-7000-8000-000000000002."
                             "2016-08-03.2017-08-03.12";
    ASSERT_TRUE(parseCursor(good));
    const auto with = [&](std::string_view what, std::string_view by) {
        std::string text = good;
        text.replace(text.rfind(what), what.size(), by);
        return text;
    };
    for (const std::string &text :
         {std::string(), std::string("1"), good + ".", good + "0x", good + "99999999999999999999",
          with("12", "012"), with("12", "-1"), with("12", ""), with("12", "+1"), "2" + good.substr(1),
          with("2017-08-03", "2016-08-02"), with("2016-08-03", "2016-08-32"), with("0001.", "000g."),
          " " + good, with(".12", "")})
        EXPECT_FALSE(parseCursor(text)) << text;
    const std::string sealed = "2" + good.substr(1) + ".00000000000000aa00000000000000bb";
    ASSERT_TRUE(parseCursor(sealed));
    EXPECT_EQ(parseCursor(sealed)->mark, 0xaau);
    EXPECT_EQ(parseCursor(sealed)->seal, 0xbbu);
    const std::string unsealed = sealed.substr(0, sealed.size() - 32);
    for (const std::string &text :
         {sealed + "0", sealed.substr(0, sealed.size() - 1), unsealed, unsealed + std::string(32, '0'),
          unsealed + "00000000000000AA00000000000000bb", unsealed + "-0000000000000aa00000000000000bb",
          "1" + sealed.substr(1), sealed + ".1"})
        EXPECT_FALSE(parseCursor(text)) << text;
    EXPECT_EQ(parseCursor("").error().code, "bad-cursor");
}

} // namespace
} // namespace deskbell::protocol
