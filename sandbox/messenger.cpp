#include "sandbox/messenger.h"

#include "http/problem.h"
#include "sandbox/messagewire.h"
#include "sandbox/mishap.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

namespace deskbell::sandbox {

namespace json = boost::json;
using http::Request;
using http::Responder;
using http::Response;

namespace {
constexpr std::size_t maxCallsKept = 10'000;
constexpr http::RouteOptions routeOptions{.maxBodyBytes = 1024 * 1024};

constexpr ProviderWords words{messageErrorAnswer, messageServerError, nullptr};

bool isResult(const std::optional<Fault> &fault)
{
    return fault && fault->kind == FaultKind::result;
}
} // namespace

struct Messenger::Call
{
    Request request;
    Responder responder;
    Work work;
    std::optional<Fault> fault;
};

Messenger::Messenger(MessengerOptions options, FaultBook &faults)
    : m_options(std::move(options)), m_faults(faults), m_authorization(m_options.apiKey, m_options.secret),
      m_book(m_options.clock, m_options.random, m_options.deliveryTime)
{
}

void Messenger::addRoutes(http::Router &router)
{
    router.post("/messages/v4/send-many/detail", handling(&Messenger::send), routeOptions)
        .get("/messages/v4/list", handling(&Messenger::list), routeOptions)
        .get("/kakao/v2/templates/{templateId}", handling(&Messenger::readTemplate), routeOptions)
        .get(
            "/_sandbox/messages", [this](const Request &q, const Responder &r) { readMessages(q, r); },
            routeOptions)
        .post(
            "/_sandbox/templates", [this](const Request &q, const Responder &r) { approveTemplate(q, r); },
            routeOptions);
}

http::Handler Messenger::handling(Work work)
{
    return [this, work](Request request, Responder responder) {
        begin(std::make_shared<Call>(Call{std::move(request), std::move(responder), work, std::nullopt}));
    };
}

void Messenger::begin(const CallPtr &call)
{
    const std::string_view refusal = [&] {
        const std::lock_guard lock(m_mutex);
        return m_authorization.refusal(call->request.headers.get("Authorization"), m_options.clock());
    }();
    if (!refusal.empty())
        return finish(call, messageErrorAnswer(refusal));
    call->fault = m_faults.take(call->request.method, call->request.path);
    if (call->fault && !call->fault->isTaken)
        return finish(call, {});
    if (call->fault && call->fault->kind == FaultKind::slow)
        m_options.later(call->fault->delay, [this, call] { perform(call); });
    else
        perform(call);
}

void Messenger::perform(const CallPtr &call)
{
    WireAnswer answer;
    {
        const std::lock_guard lock(m_mutex);
        answer = (this->*call->work)(*call);
    }
    finish(call, answer);
}

// `answer` is what the call came to; empty when it did nothing.
void Messenger::finish(const CallPtr &call, const WireAnswer &answer)
{
    const std::lock_guard lock(m_mutex);
    const Ending ending = endingOf(call->fault, answer, words);
    record(*call, ending.status());
    ending.carryOut(call->responder);
}

std::string Messenger::refusalOfOne(const MessageWish &wish, const Call &call) const
{
    if (isResult(call.fault) && call.fault->code.starts_with('1'))
        return call.fault->code;
    const std::string_view refusal = refusalOf(wish);
    return std::string(refusal.empty() ? m_book.refusalByTemplate(wish) : refusal);
}

WireAnswer Messenger::send(const Call &call)
{
    const auto request = sendRequest(call.request.body);
    if (!request)
        return messageErrorAnswer("ValidationError");
    const std::string groupId = m_book.newGroupId();
    std::set<std::string> receivers;
    json::array refused;
    json::array taken;
    for (const MessageWish &wish : request->messages) {
        const bool isRepeated = !receivers.insert(wish.to).second && !request->allowsDuplicates;
        const std::string refusal = isRepeated ? "1026" : refusalOfOne(wish, call);
        if (!refusal.empty()) {
            refused.push_back(refusedJson(wish, m_book.newMessageId(), refusal));
            continue;
        }
        const Message &message = m_book.add(wish, groupId, isResult(call.fault) ? call.fault : std::nullopt);
        json::object fields;
        for (const auto &[name, value] : wish.customFields)
            fields[name] = value;
        taken.push_back(json::object{{"messageId", message.id},
                                     {"statusCode", "2000"},
                                     {"statusMessage", resultText("2000")},
                                     {"customFields", std::move(fields)}});
    }
    json::object answer{{"groupInfo", groupJson(groupId, taken.size(), refused.size(), m_options.clock())},
                        {"failedMessageList", std::move(refused)}};
    if (request->showsMessages)
        answer["messageList"] = std::move(taken);
    return {200, json::serialize(answer)};
}

// The latest first, as the provider does.
WireAnswer Messenger::list(const Call &call)
{
    const auto request = listRequest({call.request.query.begin(), call.request.query.end()});
    if (!request)
        return messageErrorAnswer("ValidationError");
    const TimePoint now = m_options.clock();
    const auto &all = m_book.all();
    json::object found;
    json::value nextKey = nullptr;
    bool isBegun = request->startKey.empty();
    for (auto message = all.rbegin(); message != all.rend(); ++message) {
        isBegun = isBegun || message->id == request->startKey;
        if (!isBegun || !fits(*message, *request, now))
            continue;
        if (found.size() == request->limit) {
            nextKey = message->id;
            break;
        }
        found[message->id] = messageJson(*message, now);
    }
    const json::value startKey =
        request->startKey.empty() ? json::value(nullptr) : json::value(request->startKey);
    return {200, json::serialize(json::object{{"startKey", startKey},
                                              {"nextKey", nextKey},
                                              {"limit", request->limit},
                                              {"messageList", std::move(found)}})};
}

WireAnswer Messenger::readTemplate(const Call &call)
{
    const auto found = m_book.approved(call.request.parameter("templateId"));
    if (!found)
        return messageErrorAnswer("TemplateNotFound");
    return {200, json::serialize(json::object{{"templateId", call.request.parameter("templateId")},
                                              {"content", found->content},
                                              {"buttons", json::array(found->buttons)},
                                              {"status", "APPROVED"}})};
}

// With the mutex held. Status 0: no answer was sent.
void Messenger::record(const Call &call, int status)
{
    json::object entry{{"at", utcTime(m_options.clock())},
                       {"method", call.request.method},
                       {"target", call.request.target},
                       {"status", status}};
    if (call.fault)
        entry["fault"] = faultWord(call.fault->kind);
    m_calls.push_back(std::move(entry));
    if (m_calls.size() > maxCallsKept)
        m_calls.pop_front();
}

void Messenger::readMessages(const Request &request, const Responder &responder)
{
    const auto wantedReceiver = request.query.find("to");
    json::array messages;
    const std::lock_guard lock(m_mutex);
    for (const Message &message : m_book.all()) {
        if (!wantedReceiver || message.wish.to == *wantedReceiver)
            messages.push_back(messageJson(message, m_options.clock()));
    }
    const json::object document{{"messages", std::move(messages)},
                                {"calls", json::array(m_calls.begin(), m_calls.end())}};
    responder.send(Response::json(200, json::serialize(document)));
}

void Messenger::approveTemplate(const Request &request, const Responder &responder)
{
    const auto wish = parsedObject(request.body);
    const json::value *id = wish ? wish->if_contains("templateId") : nullptr;
    const json::value *content = wish ? wish->if_contains("content") : nullptr;
    const json::value *buttons = wish ? wish->if_contains("buttons") : nullptr;
    if (!id || !id->is_string() || !content || !content->is_string() || (buttons && !buttons->is_int64()))
        return void(responder.send(http::problemResponse(400, "template_invalid")));
    const std::lock_guard lock(m_mutex);
    m_book.approve(std::string(id->get_string()), std::string(content->get_string()),
                   buttons ? static_cast<std::size_t>(std::max<std::int64_t>(0, buttons->get_int64())) : 0);
    responder.send(Response::empty(201));
}

} // namespace deskbell::sandbox
