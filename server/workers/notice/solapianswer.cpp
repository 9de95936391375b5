#include "server/workers/notice/solapianswer.h"

#include <algorithm>
#include <optional>

#include "server/workers/notice/solapiterms.h"
#include "server/workers/replyreading.h"

namespace deskbell::server::solapi {
namespace {

namespace json = boost::json;

NoticeAnswer answer(NoticeVerdict verdict, std::string_view code, std::string message = {})
{
    return {verdict, std::string(code), std::move(message)};
}

std::optional<json::object> objectOf(const HttpReply &reply)
{
    return server::objectOf(reply, maxAnswerDepth);
}

/// A code as the provider's are; anything else is not passed on to logs and screens.
std::string code(std::string_view text)
{
    const bool isCode =
        !text.empty() && text.size() <= mostCodeBytes && std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
    return isCode ? std::string(text) : std::string(strangeAnswer);
}

bool isOurs(const json::object &message, const NoticeReference &reference)
{
    const json::value *fields = message.if_contains("customFields");
    return fields && fields->is_object() &&
           textAt(fields->get_object(), referenceField) == referenceText(reference);
}

/// Ours in a list of messages; null when it is not there.
const json::object *findOurs(const json::object &all, std::string_view list, const NoticeReference &reference)
{
    const json::value *messages = all.if_contains(list);
    if (!messages || !messages->is_array())
        return nullptr;
    for (const json::value &each : messages->get_array()) {
        if (each.is_object() && isOurs(each.get_object(), reference))
            return &each.get_object();
    }
    return nullptr;
}

NoticeAnswer readRefused(const json::object &message)
{
    const std::string_view status = textAt(message, "statusCode");
    if (isOneOf(status, duplicates))
        return answer(NoticeVerdict::Uncertain, code(status));
    if (isOneOf(status, notTakenOnYet))
        return answer(NoticeVerdict::Busy, code(status));
    return answer(status.starts_with('1') ? NoticeVerdict::Failed : NoticeVerdict::Uncertain, code(status));
}

NoticeAnswer readError(const HttpReply &reply)
{
    const auto object = objectOf(reply);
    const std::string_view given = object ? textAt(*object, "errorCode") : std::string_view{};
    const std::string said = given.empty() ? "http-" + std::to_string(reply.status) : code(given);
    // 5xx may come from something between that gave up waiting, after the provider has acted.
    const bool isOpen = reply.status < 400 || reply.status >= 500 || reply.status == 408 ||
                        reply.status == 409 || given == repeatedCall;
    if (isOpen)
        return answer(NoticeVerdict::Uncertain, said);
    // What it says of this message is final; of our account, our keys or our haste it is not.
    return answer(reply.status == 400 && !given.empty() ? NoticeVerdict::Failed : NoticeVerdict::Busy, said);
}

} // namespace

std::string referenceText(const NoticeReference &reference)
{
    return toString(reference.notice) + ":" + std::string(toString(reference.way));
}

NoticeVerdict verdictOf(std::string_view statusCode)
{
    if (statusCode == delivered)
        return NoticeVerdict::Delivered;
    if (statusCode == registered || statusCode == handedOn)
        return NoticeVerdict::Accepted;
    return isOneOf(statusCode, failures) ? NoticeVerdict::Failed : NoticeVerdict::Uncertain;
}

NoticeAnswer readSent(const HttpReply &reply, const NoticeReference &reference)
{
    if (reply.outcome == HttpReply::Outcome::NotSent)
        return answer(NoticeVerdict::Busy, notReached);
    if (reply.outcome != HttpReply::Outcome::Answered)
        return answer(NoticeVerdict::Uncertain, noAnswer);
    if (reply.status != 200)
        return readError(reply);
    const auto object = objectOf(reply);
    if (!object)
        return answer(NoticeVerdict::Uncertain, strangeAnswer);
    if (const json::object *refused = findOurs(*object, "failedMessageList", reference))
        return readRefused(*refused);
    const json::object *taken = findOurs(*object, "messageList", reference);
    const std::string message = taken ? std::string(textAt(*taken, "messageId")) : std::string();
    if (message.empty() || message.size() > mostCodeBytes)
        return answer(NoticeVerdict::Uncertain, strangeAnswer);
    const std::string_view status = textAt(*taken, "statusCode");
    return answer(verdictOf(status), code(status), message);
}

Expected<ApprovedTemplate> readTemplate(const HttpReply &reply)
{
    if (reply.outcome != HttpReply::Outcome::Answered)
        return failure("messenger-not-answering", {{"code", std::string(noAnswer)}});
    const auto object = objectOf(reply);
    if (reply.status == 404 && object)
        return failure("template-not-there");
    const json::value *content = reply.status == 200 && object ? object->if_contains("content") : nullptr;
    if (!content || !content->is_string())
        return failure("messenger-not-answering", {{"code", readError(reply).code}});
    ApprovedTemplate read;
    read.content = std::string(content->get_string());
    read.isApproved = textAt(*object, "status") == templateApproved;
    const json::value *buttons = object->if_contains("buttons");
    if (buttons && buttons->is_array())
        read.buttons = buttons->get_array().size();
    return read;
}

Page readPage(const HttpReply &reply, const NoticeReference &reference)
{
    if (reply.outcome != HttpReply::Outcome::Answered)
        return {answer(NoticeVerdict::NoNews, noAnswer), {}};
    const auto object = reply.status == 200 ? objectOf(reply) : std::nullopt;
    const json::value *list = object ? object->if_contains("messageList") : nullptr;
    if (!list || !list->is_object())
        return {answer(NoticeVerdict::NoNews, strangeAnswer), {}};
    for (const auto &each : list->get_object()) {
        if (!each.value().is_object() || !isOurs(each.value().get_object(), reference))
            continue;
        const json::object &message = each.value().get_object();
        const std::string_view status = textAt(message, "statusCode");
        const std::string id(textAt(message, "messageId"));
        if (status.empty() || id.empty() || id.size() > mostCodeBytes)
            return {answer(NoticeVerdict::NoNews, strangeAnswer), {}};
        return {answer(verdictOf(status), code(status), id), {}};
    }
    return {answer(NoticeVerdict::NotThere, {}), std::string(textAt(*object, "nextKey"))};
}

} // namespace deskbell::server::solapi
