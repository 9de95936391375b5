#include "sandbox/messenger.h"

#include "http/server.h"
#include "sandbox/faultroutes.h"
#include "sandbox/messagewire.h"
#include "support/rawclient.h"

#include <atomic>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace deskbell::sandbox {

namespace json = boost::json;
using std::chrono::milliseconds;
using std::chrono::minutes;
using test::RawAnswer;
using test::RawClient;

namespace {
constexpr std::int64_t start = 1'795'237'393'000; // 2026-11-21T05:03:13Z

std::string plain(const std::string &method, const std::string &path, const std::string &more = {},
                  const std::string &body = {})
{
    return method + " " + path +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
}

json::object alimtalk(const std::string &to = "01012345678")
{
    return {{"to", to},
            {"from", "0212345678"},
            {"customFields", {{"notice", "n-1"}}},
            {"kakaoOptions",
             {{"pfId", "KA01PF1"},
              {"templateId", "KA01TP1"},
              {"variables", {{"#{guest}", "김하나"}}},
              {"disableSms", true}}}};
}

json::object sms(const std::string &text)
{
    return {{"to", "01012345678"}, {"from", "0212345678"}, {"text", text}};
}
} // namespace

// A messenger behind a real server, under a clock that the test moves.
class MessengerTest : public testing::Test
{
protected:
    MessengerTest()
    {
        messenger = std::make_unique<Messenger>(
            MessengerOptions{
                .apiKey = "KEY",
                .secret = "secret",
                .deliveryTime = milliseconds(2'000),
                .clock = [this] { return time(); },
                .random = [n = std::uint64_t{0}]() mutable { return ++n * 0x9E3779B97F4A7C15u; },
                .later = [this](milliseconds delay,
                                std::function<void()> f) { server->runAfter(delay, std::move(f)); }},
            faults);
        http::Router router;
        messenger->addRoutes(router);
        addFaultRoutes(router, faults);
        server = std::make_unique<http::Server>(http::ServerOptions{}, router);
        EXPECT_TRUE(server->start());
    }
    ~MessengerTest() override { server.reset(); }

    TimePoint time() const { return TimePoint(milliseconds(now.load())); }
    std::string signedAt(TimePoint at, const std::string &salt, const std::string &key = "KEY",
                         const std::string &secret = "secret") const
    {
        const std::string date = utcTime(at);
        return "Authorization: HMAC-SHA256 apiKey=" + key + ", date=" + date + ", salt=" + salt +
               ", signature=" + hmacSha256(secret, date + salt) + "\r\n";
    }
    std::string authorization() { return signedAt(time(), "salt-of-the-test-" + std::to_string(++salts)); }
    RawAnswer ask(const std::string &bytes) const { return RawClient::ask(server->port(), bytes); }
    RawAnswer post(const json::array &messages, bool isRepeatable = false)
    {
        const json::object body{
            {"messages", messages}, {"showMessageList", true}, {"allowDuplicates", isRepeatable}};
        return ask(plain("POST", "/messages/v4/send-many/detail", authorization(), json::serialize(body)));
    }
    json::object sent(const json::object &message)
    {
        const RawAnswer answer = post({message});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body).as_object();
    }
    std::string idOf(const json::object &answer) const
    {
        return std::string(answer.at("messageList").at(0).at("messageId").as_string());
    }
    std::string refusalOf(const json::object &message)
    {
        const json::object answer = sent(message);
        if (answer.at("failedMessageList").as_array().empty())
            return {};
        EXPECT_TRUE(answer.at("messageList").as_array().empty());
        return std::string(answer.at("failedMessageList").at(0).at("statusCode").as_string());
    }
    json::object list(const std::string &query)
    {
        const RawAnswer answer = ask(plain("GET", "/messages/v4/list?" + query, authorization()));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body).as_object();
    }
    std::string statusOf(const std::string &id)
    {
        return std::string(
            list("messageId=" + id).at("messageList").as_object().at(id).at("statusCode").as_string());
    }
    int switchOn(const std::string &fault) const
    {
        return ask(plain("POST", "/_sandbox/faults", {}, fault)).status;
    }
    json::object inspected() const
    {
        return json::parse(ask(plain("GET", "/_sandbox/messages")).body).as_object();
    }
    void expectError(const RawAnswer &answer, int status, const std::string &code) const
    {
        EXPECT_EQ(answer.status, status) << answer.body;
        EXPECT_EQ(json::parse(answer.body).at("errorCode").as_string(), code);
        EXPECT_FALSE(json::parse(answer.body).at("errorMessage").as_string().empty());
    }

    std::atomic<std::int64_t> now = start;
    int salts = 0;
    FaultBook faults;
    std::unique_ptr<Messenger> messenger;
    std::unique_ptr<http::Server> server;
};

TEST_F(MessengerTest, aMessageTakenOnIsNotYetDelivered)
{
    const json::object answer = sent(alimtalk());
    EXPECT_EQ(answer.at("groupInfo").at("count").at("registeredSuccess"), 1);
    EXPECT_EQ(answer.at("messageList").at(0).at("statusCode"), "2000");
    EXPECT_EQ(answer.at("messageList").at(0).at("customFields").at("notice"), "n-1");
    const std::string id = idOf(answer);
    EXPECT_TRUE(id.starts_with("M4V20261121140313")) << id; // Korean time
    EXPECT_EQ(statusOf(id), "2000");
    now += 1'000;
    EXPECT_EQ(statusOf(id), "3000");
    now += 1'000;
    EXPECT_EQ(statusOf(id), "4000");
}

TEST_F(MessengerTest, aCallerWithoutAProperSignatureIsRefused)
{
    const auto askWith = [&](const std::string &header) {
        return ask(plain("GET", "/messages/v4/list", header));
    };
    expectError(askWith({}), 401, "Unauthorized");
    expectError(askWith(signedAt(time(), "0123456789abcdef", "OTHER")), 403, "InvalidAPIKey");
    expectError(askWith(signedAt(time(), "0123456789abcdef", "KEY", "wrong")), 403, "SignatureDoesNotMatch");
    expectError(askWith(signedAt(time(), "short")), 403, "SignatureDoesNotMatch");
    expectError(askWith(signedAt(time() - minutes(16), "0123456789abcdef")), 403, "RequestTimeTooSkewed");
    expectError(askWith(signedAt(time() + minutes(16), "0123456789abcdef")), 403, "RequestTimeTooSkewed");
    EXPECT_EQ(askWith(signedAt(time() - minutes(14), "0123456789abcdef")).status, 200);
    expectError(askWith(signedAt(time() - minutes(14), "0123456789abcdef")), 403, "DuplicatedSignature");
    EXPECT_TRUE(inspected().at("messages").as_array().empty());
}

TEST_F(MessengerTest, theSameMessageSentTwiceIsTwoMessages)
{
    const std::string first = idOf(sent(alimtalk()));
    const std::string second = idOf(sent(alimtalk()));
    EXPECT_NE(first, second);
    EXPECT_EQ(inspected().at("messages").as_array().size(), 2u);
}

TEST_F(MessengerTest, oneReceiverTwiceInARequestIsTakenOnOnlyWhenAllowed)
{
    const json::object once = json::parse(post({alimtalk(), alimtalk()}).body).as_object();
    EXPECT_EQ(once.at("failedMessageList").as_array().size(), 1u);
    EXPECT_EQ(once.at("failedMessageList").at(0).at("statusCode"), "1026");
    const json::object twice = json::parse(post({alimtalk(), alimtalk()}, true).body).as_object();
    EXPECT_EQ(twice.at("messageList").as_array().size(), 2u);
}

TEST_F(MessengerTest, messagesAreFoundByReceiverTypeAndTimeTheLatestFirst)
{
    const std::string first = idOf(sent(alimtalk()));
    now += 60'000;
    const std::string second = idOf(sent(alimtalk()));
    sent(alimtalk("01099999999"));
    sent(sms("안녕하세요"));
    const auto ids = [&](const std::string &query) {
        std::vector<std::string> found;
        const json::object answer = list(query);
        for (const auto &each : answer.at("messageList").as_object())
            found.emplace_back(each.key());
        return found;
    };
    EXPECT_EQ(ids("to=01012345678&type=ATA"), (std::vector{second, first}));
    const std::string since = utcTime(TimePoint(milliseconds(start + 30'000)));
    EXPECT_EQ(ids("to=01012345678&type=ATA&dateType=CREATED&startDate=" + since), std::vector{second});
    EXPECT_EQ(ids("type=SMS").size(), 1u);
    const json::object page = list("to=01012345678&type=ATA&limit=1");
    EXPECT_EQ(page.at("nextKey").as_string(), first);
    EXPECT_EQ(ids("to=01012345678&type=ATA&startKey=" + first), std::vector{first});
    expectError(ask(plain("GET", "/messages/v4/list?colour=red", authorization())), 400, "ValidationError");
}

TEST_F(MessengerTest, whatBreaksTheRulesIsNotTakenOn)
{
    json::object message = alimtalk();
    message["text"] = std::string(1'001, 'x');
    EXPECT_EQ(refusalOf(message), "1031");
    message = alimtalk();
    message["kakaoOptions"].as_object()["buttons"] = json::array(6);
    EXPECT_EQ(refusalOf(message), "1050");
    message = alimtalk();
    message["to"] = "010-1234";
    EXPECT_EQ(refusalOf(message), "1011");
    message = alimtalk();
    message["customFields"].as_object()["notice"] = std::string(101, 'x');
    EXPECT_EQ(refusalOf(message), "1032");
    message = sms("가");
    message["type"] = "SMS";
    message["subject"] = "제목";
    EXPECT_EQ(refusalOf(message), "1013");
    EXPECT_EQ(refusalOf(sms("\xF0\x9F\x98\x80")), "1029"); // an emoji
    EXPECT_EQ(refusalOf(sms({})), "1010");
    EXPECT_TRUE(inspected().at("messages").as_array().empty());
}

TEST_F(MessengerTest, aTextMessageOfMoreThanNinetyBytesIsALongOne)
{
    std::string fits;
    for (int i = 0; i < 45; ++i)
        fits += "가"; // two bytes in EUC-KR, three in UTF-8
    sent(sms(fits));
    sent(sms(fits + "!"));
    const json::object all = inspected();
    EXPECT_EQ(all.at("messages").at(0).at("type"), "SMS");
    EXPECT_EQ(all.at("messages").at(1).at("type"), "LMS");
    json::object forced = sms(fits + "!");
    forced["type"] = "SMS";
    EXPECT_EQ(refusalOf(forced), "1031");
}

TEST_F(MessengerTest, onceTemplatesAreApprovedTextsMustBeTheirs)
{
    ask(plain("POST", "/_sandbox/templates", {},
              R"({"templateId":"KA01TP1","content":"#{guest}님, 확정되었습니다."})"));
    json::object message = alimtalk();
    EXPECT_EQ(refusalOf(message), "");
    message["text"] = "김하나님, 확정되었습니다.";
    EXPECT_EQ(refusalOf(message), "");
    message["text"] = "김하나님, 확정되었습니다!";
    EXPECT_EQ(refusalOf(message), "1043");
    message = alimtalk();
    message["kakaoOptions"].as_object()["variables"] = json::object{{"#{other}", "x"}};
    EXPECT_EQ(refusalOf(message), "1043");
    message["kakaoOptions"].as_object()["templateId"] = "KA01TP2";
    EXPECT_EQ(refusalOf(message), "1042");
    const RawAnswer read = ask(plain("GET", "/kakao/v2/templates/KA01TP1", authorization()));
    EXPECT_EQ(json::parse(read.body).at("content"), "#{guest}님, 확정되었습니다.");
    expectError(ask(plain("GET", "/kakao/v2/templates/KA01TP2", authorization())), 404, "TemplateNotFound");
}

TEST_F(MessengerTest, everyResultCanBeAskedForAndComesLater)
{
    for (const char *code : {"3010", "3014", "3103", "3104", "3105", "3107", "2024"}) {
        EXPECT_EQ(switchOn(std::string(R"({"fault":"result","count":1,"code":")") + code + "\"}"), 201);
        const std::string id = idOf(sent(alimtalk()));
        EXPECT_EQ(statusOf(id), "2000") << code;
        now += 2'000;
        EXPECT_EQ(statusOf(id), code);
    }
    EXPECT_EQ(switchOn(R"({"fault":"result","count":1,"code":"1042"})"), 201);
    EXPECT_EQ(refusalOf(alimtalk()), "1042");
}

TEST_F(MessengerTest, anUncertainResultMayBecomeKnown)
{
    switchOn(R"({"fault":"result","code":"3014","ms":1000,"then":"4000","thenMs":5000})");
    const std::string id = idOf(sent(alimtalk()));
    now += 1'000;
    EXPECT_EQ(statusOf(id), "3014");
    now += 5'000;
    EXPECT_EQ(statusOf(id), "4000");
}

TEST_F(MessengerTest, faultsOfTheMessengerLeaveThePaymentProviderAlone)
{
    EXPECT_EQ(switchOn(R"({"fault":"refuse","path":"/messages/v4","code":"TooManyRequests","count":1})"),
              201);
    expectError(post({alimtalk()}), 429, "TooManyRequests");
    EXPECT_EQ(switchOn(R"({"fault":"error-500"})"), 201); // of the payments
    EXPECT_EQ(post({alimtalk()}).status, 200);
    EXPECT_EQ(switchOn(R"({"fault":"refuse","path":"/messages/v4","code":"REJECT_CARD_COMPANY"})"), 400);
    EXPECT_EQ(switchOn(R"({"fault":"result","code":"31"})"), 400);
    EXPECT_EQ(switchOn(R"({"fault":"result","code":"3104","path":"/v1/payments"})"), 400);
    EXPECT_EQ(switchOn(R"({"fault":"slow","then":"4000"})"), 400);
}

TEST_F(MessengerTest, aMessageCanBeTakenOnWithoutAnAnswer)
{
    switchOn(R"({"fault":"close-without-answer","path":"/messages/v4/send","taken":true,"count":1})");
    EXPECT_EQ(post({alimtalk()}).status, 0);
    switchOn(R"({"fault":"close-without-answer","path":"/messages/v4/send","count":1})");
    EXPECT_EQ(post({alimtalk()}).status, 0);
    EXPECT_EQ(inspected().at("messages").as_array().size(), 1u);
    switchOn(R"({"fault":"garbage","path":"/messages/v4/send","count":1})");
    const RawAnswer half = post({alimtalk()});
    EXPECT_EQ(half.status, 200);
    boost::system::error_code error;
    json::parse(half.body, error);
    EXPECT_TRUE(error);
    switchOn(R"({"fault":"html","path":"/messages/v4","count":1})");
    EXPECT_EQ(post({alimtalk()}).status, 502);
    EXPECT_EQ(inspected().at("messages").as_array().size(), 2u);
}

} // namespace deskbell::sandbox
