#include "server/daemon/control.h"

#include <fstream>

#include <sodium.h>

#include "protocol/json.h"
#include "protocol/problem.h"
#include "server/files/privatefile.h"
#include "server/gateway/answers.h"
#include "server/gateway/mediatype.h"
#include "server/gateway/tokens.h"
#include "server/workers/httpclient.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr std::size_t maxControlBody = 64 * 1024;
constexpr std::size_t maxWaiting = 16;
constexpr std::chrono::minutes longestAnswer{60}; // a day's reconciliation asks about every payment

/// None: the caller leaves it to us. Error: "bad-date".
Expected<std::optional<Date>> dayOf(const http::Parameters &query)
{
    const auto text = query.find("day");
    if (!text)
        return std::nullopt;
    return parseDate(*text).map([](Date day) { return std::optional(day); });
}

bool isSame(const std::string &a, const std::string &b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace

Expected<std::unique_ptr<ControlServer>> ControlServer::start(const fs::path &file, Calls calls)
{
    std::unique_ptr<ControlServer> control(new ControlServer(file, std::move(calls)));
    ControlServer *self = control.get();
    http::Router router;
    router.get("/status", [self](const http::Request &request, const http::Responder &responder) {
        self->answer(request, responder, [self](const http::Request &) { return self->m_calls.status(); });
    });
    router.post("/account",
                [self](const http::Request &request, const http::Responder &responder) {
                    self->answer(request, responder, [self](const http::Request &asked) {
                        return decodeAccountRequest(asked.body).and_then(self->m_calls.account);
                    });
                },
                {maxControlBody});
    router.post("/guest-link",
                [self](const http::Request &request, const http::Responder &responder) {
                    self->answer(request, responder, [self](const http::Request &asked) {
                        return decodeGuestLinkRequest(asked.body).and_then(self->m_calls.guestLink);
                    });
                },
                {maxControlBody});
    router.post("/property",
                [self](const http::Request &request, const http::Responder &responder) {
                    self->answer(request, responder, [self](const http::Request &asked) {
                        return decodePropertyRequest(asked.body).and_then(self->m_calls.property);
                    });
                },
                {maxControlBody});
    router.post("/reconcile",
                [self](const http::Request &request, const http::Responder &responder) {
                    self->answer(request, responder, [self](const http::Request &asked) {
                        return dayOf(asked.query).and_then(self->m_calls.reconcile);
                    });
                },
                {maxControlBody});
    http::ServerOptions options;
    options.threads = 1;
    options.limits.answerTimeout = longestAnswer;
    options.limits.maxConnections = 64;
    self->m_server = std::make_unique<http::Server>(options, std::move(router));
    if (const auto started = self->m_server->start(); !started)
        return failure("control-unusable", {{"reason", started.error().detail}});
    const std::string text = json::serialize(json::object{
        {"url", "http://127.0.0.1:" + std::to_string(self->m_server->port())}, {"token", self->m_token}});
    // Nobody else may read it, from the moment it is there.
    if (!privatefile::replace(self->m_file, text + '\n'))
        return failure("control-unusable", {{"reason", "cannot write " + self->m_file.string()}});
    return control;
}

ControlServer::ControlServer(fs::path file, Calls calls)
    : m_file(std::move(file)), m_calls(std::move(calls)), m_token(makeToken()), m_thread(1, maxWaiting)
{
}

ControlServer::~ControlServer()
{
    std::error_code ignored;
    fs::remove(m_file, ignored);
    m_server->stop(std::chrono::seconds(2));
    m_thread.stop();
}

void ControlServer::answer(const http::Request &request, const http::Responder &responder, Make make)
{
    if (!isSame(std::string(request.headers.get("Authorization")), "Bearer " + m_token)) {
        responder.send(problemOf({"token-refused", {}}));
        return;
    }
    if (request.method == "POST" && !isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    const bool isTaken = m_thread.post([request, responder, make = std::move(make)] {
        auto made = make(request);
        responder.send(made ? http::Response::json(200, std::move(*made)) : problemOf(made.error()));
    });
    if (!isTaken)
        responder.send(problemOf({"server-busy", {}}));
}

namespace {

Facts factsIn(std::string_view problem)
{
    Facts facts;
    const auto parsed = protocol::parseJson(problem);
    const json::object *object = parsed ? parsed->if_object() : nullptr;
    const json::value *told = object ? object->if_contains("facts") : nullptr;
    if (!told || !told->is_object())
        return facts;
    for (const auto &[name, value] : told->get_object()) {
        if (value.is_string())
            facts[std::string(name)] = std::string(value.get_string());
    }
    return facts;
}

} // namespace

Expected<std::string> askControl(const fs::path &file, const std::string &path,
                                 const std::optional<std::string> &body, std::chrono::milliseconds timeout)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    const auto parsed = protocol::parseJson(line);
    const json::object *object = parsed ? parsed->if_object() : nullptr;
    const json::value *url = object ? object->if_contains("url") : nullptr;
    const json::value *token = object ? object->if_contains("token") : nullptr;
    if (!url || !url->is_string() || !token || !token->is_string())
        return failure("control-not-found", {{"file", file.string()}});

    HttpClient::Settings settings;
    settings.timeout = timeout;
    settings.maxAnswerBytes = 64 << 20;
    HttpClient client(settings);
    const HttpReply reply = client.call(
        {body ? "POST" : "GET",
         std::string(url->get_string()) + path,
         {"Authorization: Bearer " + std::string(token->get_string()), "Content-Type: application/json"},
         body.value_or(std::string())});
    if (reply.outcome != HttpReply::Outcome::Answered)
        return failure("control-not-answering", {{"url", std::string(url->get_string())}});
    if (reply.status == 200)
        return reply.body;
    const std::string code = protocol::problemCodeIn(reply.body);
    return failure(code.empty() ? "http-" + std::to_string(reply.status) : code, factsIn(reply.body));
}

} // namespace deskbell::server
