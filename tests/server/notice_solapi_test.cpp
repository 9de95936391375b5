// Every answer of SOLAPI's and what it means: what was not understood is never a failure, and so never a
// reason to send anything again.

#include "server/workers/notice/solapianswer.h"

#include <gtest/gtest.h>

#include "server/workers/notice/solapichannel.h"
#include "server/workers/notice/solapiterms.h"
#include "support/memory_hotel.h"

namespace deskbell::server {
namespace {

using enum NoticeVerdict;
using testing::idNumbered;

const NoticeReference ours{idNumbered<NoticeId>(7), NoticeWay::Alimtalk, "01012345678", ""};

HttpReply answered(int status, std::string body)
{
    return {HttpReply::Outcome::Answered, status, std::move(body)};
}

/// The message is named by `name`, which is ours unless said otherwise.
std::string taken(const std::string &status, const std::string &name = solapi::referenceText(ours))
{
    return R"({"groupInfo":{},"failedMessageList":[],"messageList":[{"messageId":"M4V1","statusCode":")" +
           status + R"(","customFields":{"notice":")" + name + "\"}}]}";
}

std::string refused(const std::string &status)
{
    return R"({"failedMessageList":[{"messageId":"M4V1","statusCode":")" + status +
           R"(","customFields":{"notice":")" + solapi::referenceText(ours) + R"("}}],"messageList":[]})";
}

std::string listed(const std::string &status, const std::string &name = solapi::referenceText(ours),
                   const std::string &next = "null")
{
    return R"({"messageList":{"M4V1":{"messageId":"M4V1","statusCode":")" + status +
           R"(","customFields":{"notice":")" + name + R"("}}},"nextKey":)" + next + "}";
}

std::string error(const std::string &code)
{
    return R"({"errorCode":")" + code + R"(","errorMessage":"…"})";
}

struct Case
{
    const char *name;
    HttpReply reply;
    NoticeVerdict verdict;
    const char *code;
};

TEST(SolapiAnswers, whatSendingIsAnsweredMeans)
{
    const Case cases[]{
        {"taken on", answered(200, taken("2000")), Accepted, "2000"},
        {"handed on at once", answered(200, taken("3000")), Accepted, "3000"},
        {"nobody listens", {HttpReply::Outcome::NotSent, 0, {}}, Busy, "not-reached"},
        {"no answer", {HttpReply::Outcome::Lost, 0, {}}, Uncertain, "no-answer"},
        {"bad template id", answered(200, refused("1042")), Failed, "1042"},
        {"other text than the template's", answered(200, refused("1043")), Failed, "1043"},
        {"too long", answered(200, refused("1031")), Failed, "1031"},
        {"bad number", answered(200, refused("1011")), Failed, "1011"},
        {"blocked receiver", answered(200, refused("1060")), Failed, "1060"},
        {"no balance", answered(200, refused("1030")), Busy, "1030"},
        {"our number not registered", answered(200, refused("1062")), Busy, "1062"},
        {"their server", answered(200, refused("1024")), Busy, "1024"},
        {"the same receiver twice", answered(200, refused("1026")), Uncertain, "1026"},
        {"refused by a code that is none", answered(200, refused("later")), Uncertain, "later"},
        {"another's message", answered(200, taken("2000", "other:alimtalk")), Uncertain, "strange-answer"},
        {"the same notice's SMS", answered(200, taken("2000", toString(ours.notice) + ":sms")), Uncertain,
         "strange-answer"},
        {"half a document", answered(200, taken("2000").substr(0, 40)), Uncertain, "strange-answer"},
        {"nothing", answered(200, ""), Uncertain, "strange-answer"},
        {"no list", answered(200, "{}"), Uncertain, "strange-answer"},
        {"a list", answered(200, "[]"), Uncertain, "strange-answer"},
        {"a page", answered(502, "<html>"), Uncertain, "http-502"},
        {"their error", answered(500, error("InternalError")), Uncertain, "InternalError"},
        {"time over in between", answered(408, error("Timeout")), Uncertain, "Timeout"},
        {"not what they take", answered(400, error("ValidationError")), Failed, "ValidationError"},
        {"a proxy's 400", answered(400, "<html>"), Busy, "http-400"},
        {"our key", answered(403, error("InvalidAPIKey")), Busy, "InvalidAPIKey"},
        {"the same call again", answered(403, error("DuplicatedSignature")), Uncertain,
         "DuplicatedSignature"},
        {"our clock", answered(403, error("RequestTimeTooSkewed")), Busy, "RequestTimeTooSkewed"},
        {"no money", answered(402, error("NotEnoughBalance")), Busy, "NotEnoughBalance"},
        {"too fast", answered(429, error("TooManyRequests")), Busy, "TooManyRequests"},
        {"moved", answered(302, ""), Uncertain, "http-302"},
        {"a code to break logs with", answered(500, error("a b")), Uncertain, "strange-answer"},
    };
    for (const Case &each : cases) {
        const NoticeAnswer answer = solapi::readSent(each.reply, ours);
        EXPECT_EQ(static_cast<int>(answer.verdict), static_cast<int>(each.verdict)) << each.name;
        EXPECT_EQ(answer.code, each.code) << each.name;
        EXPECT_EQ(answer.message, answer.verdict == Accepted ? "M4V1" : "") << each.name;
    }
}

TEST(SolapiAnswers, whatALookUpIsAnsweredMeans)
{
    const Case cases[]{
        {"registered", answered(200, listed("2000")), Accepted, "2000"},
        {"handed on", answered(200, listed("3000")), Accepted, "3000"},
        {"delivered", answered(200, listed("4000")), Delivered, "4000"},
        {"template mismatch", answered(200, listed("3103")), Failed, "3103"},
        {"template missing", answered(200, listed("3105")), Failed, "3105"},
        {"no user of KakaoTalk", answered(200, listed("3104")), Failed, "3104"},
        {"blocked, or inactive", answered(200, listed("3107")), Failed, "3107"},
        {"bad number", answered(200, listed("3010")), Failed, "3010"},
        {"the platform's error", answered(200, listed("2024")), Failed, "2024"},
        {"the carrier's error", answered(200, listed("3024")), Uncertain, "3024"},
        {"uncertain", answered(200, listed("3014")), Uncertain, "3014"},
        {"time over", answered(200, listed("3040")), Uncertain, "3040"},
        {"a code that is new", answered(200, listed("3999")), Uncertain, "3999"},
        {"another's message", answered(200, listed("4000", "other:alimtalk")), NotThere, ""},
        {"none", answered(200, R"({"messageList":{},"nextKey":null})"), NotThere, ""},
        {"no answer", {HttpReply::Outcome::Lost, 0, {}}, NoNews, "no-answer"},
        {"nobody listens", {HttpReply::Outcome::NotSent, 0, {}}, NoNews, "no-answer"},
        {"their error", answered(500, error("InternalError")), NoNews, "strange-answer"},
        {"our key", answered(403, error("InvalidAPIKey")), NoNews, "strange-answer"},
        {"not found", answered(404, error("NotFound")), NoNews, "strange-answer"},
        {"half a document", answered(200, listed("4000").substr(0, 50)), NoNews, "strange-answer"},
        {"no list", answered(200, "{}"), NoNews, "strange-answer"},
        {"a list of lists", answered(200, R"({"messageList":[]})"), NoNews, "strange-answer"},
        {"ours without a state",
         answered(200, R"({"messageList":{"a":{"customFields":{"notice":")" + solapi::referenceText(ours) +
                           "\"}}}}"),
         NoNews, "strange-answer"},
    };
    for (const Case &each : cases) {
        const solapi::Page page = solapi::readPage(each.reply, ours);
        EXPECT_EQ(static_cast<int>(page.answer.verdict), static_cast<int>(each.verdict)) << each.name;
        EXPECT_EQ(page.answer.code, each.code) << each.name;
    }
}

TEST(SolapiAnswers, aPageWithoutOursSaysWhereItGoesOn)
{
    EXPECT_EQ(solapi::readPage(answered(200, listed("4000", "other", "\"M4V0\"")), ours).next, "M4V0");
    EXPECT_EQ(solapi::readPage(answered(200, listed("4000", "other")), ours).next, "");
    EXPECT_EQ(solapi::readPage(answered(200, listed("4000")), ours).next, "");
}

TEST(SolapiAnswers, noStateOfAMessageCountsTwice)
{
    for (int code = 1'000; code <= 9'999; ++code) {
        const std::string status = std::to_string(code);
        const NoticeVerdict verdict = solapi::verdictOf(status);
        if (verdict == Failed) {
            EXPECT_TRUE(status.starts_with('2') || status.starts_with('3')) << status;
        }
    }
    EXPECT_EQ(solapi::verdictOf("4000"), Delivered);
    EXPECT_EQ(solapi::verdictOf(""), Uncertain);
}

TEST(SolapiAnswers, aTemplateIsReadOrWhatIsWrongIsSaid)
{
    const auto read = solapi::readTemplate(
        answered(200, R"({"templateId":"T","content":"#{guest}님","buttons":[{}],"status":"APPROVED"})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->content, "#{guest}님");
    EXPECT_EQ(read->buttons, 1u);
    EXPECT_TRUE(read->isApproved);
    EXPECT_FALSE(solapi::readTemplate(answered(200, R"({"content":"x","status":"INSPECTING"})"))->isApproved);
    EXPECT_EQ(solapi::readTemplate(answered(404, error("NotFound"))).error().code, "template-not-there");
    for (const HttpReply &reply :
         {answered(200, "{}"), answered(200, "<html>"), answered(403, error("InvalidAPIKey")),
          answered(500, ""), HttpReply{HttpReply::Outcome::Lost, 0, {}}})
        EXPECT_EQ(solapi::readTemplate(reply).error().code, "messenger-not-answering");
    EXPECT_EQ(solapi::readTemplate(answered(403, error("InvalidAPIKey"))).error().facts.at("code"),
              "InvalidAPIKey");
}

TEST(SolapiChannel, aCallIsSignedAsDocumented)
{
    // HMAC-SHA256("secret", "2019-07-01T00:41:48Z" + "jqsba2jxjnrjor"), by another implementation.
    EXPECT_EQ(hmacAuthorization("NCSAYU7YDBXYORXC", "secret", "2019-07-01T00:41:48Z", "jqsba2jxjnrjor"),
              "HMAC-SHA256 apiKey=NCSAYU7YDBXYORXC, date=2019-07-01T00:41:48Z, salt=jqsba2jxjnrjor, "
              "signature=4297539ca79c85dd83b60cbddae60942710223ddcafc4bf02275193a649057ce");
}

} // namespace
} // namespace deskbell::server
