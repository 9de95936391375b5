// Commands in, answers out.

#include <algorithm>
#include <chrono>

#include "domain/refusal.h"
#include "domain/time.h"
#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/gateway.h"
#include "server/gateway/mediatype.h"

namespace deskbell::server {
namespace {

/// A batch is answered command by command under 200. A lone command's outcome is the status too, for
/// programs that look no further.
http::Response resultsOf(const std::vector<protocol::CommandResult> &results)
{
    http::Response response = http::Response::json(200, protocol::encodeResults(results));
    response.headers.set("Cache-Control", "no-store");
    if (results.size() != 1)
        return response;
    const protocol::CommandResult &only = results.front();
    if (only.isReplayed)
        response.headers.set("Idempotent-Replayed", "true");
    if (std::holds_alternative<protocol::IdReused>(only.outcome))
        response.status = 422;
    else if (std::holds_alternative<protocol::Outdated>(only.outcome))
        response.status = 410;
    else if (const auto *retry = std::get_if<protocol::RetryLater>(&only.outcome)) {
        response.status = 409;
        response.headers.set("Retry-After", std::to_string(std::max(1u, (retry->afterMs + 999) / 1000)));
    }
    return response;
}

std::string typesOf(const protocol::CommandBatch &batch)
{
    return batch.commands.size() == 1 ? std::string(toString(typeOf(batch.commands.front().args))) : "batch";
}

std::string reservationIn(const protocol::CommandBatch &batch)
{
    const auto id = batch.commands.size() == 1 ? reservationOf(batch.commands.front().args) : std::nullopt;
    return id ? toString(*id) : std::string();
}

std::string_view nameOf(const protocol::Outcome &outcome)
{
    static constexpr std::array<std::string_view, 7> names{"applied", "refused",   "blocked", "retry",
                                                           "unknown", "id-reused", "outdated"};
    return names[outcome.index()];
}

/// To the microsecond: "2026-11-21T07:20:00.123456Z".
std::string momentText(std::chrono::system_clock::time_point moment)
{
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(moment);
    const auto rest = std::chrono::floor<std::chrono::microseconds>(moment - whole);
    std::string text = deskbell::toString(whole);
    text.insert(text.size() - 1, std::to_string(1'000 + rest.count()), 1);
    return text;
}

/// What became of it, for who reads the log: ids, kinds and codes.
void logResults(const Log &log, const std::string &request, const std::string &account,
                const std::string &type, const std::string &reservation,
                std::chrono::system_clock::time_point committed,
                const std::vector<protocol::CommandResult> &results)
{
    for (const protocol::CommandResult &result : results) {
        const auto *refused = std::get_if<protocol::Refused>(&result.outcome);
        const bool isOdd = std::holds_alternative<protocol::IdReused>(result.outcome);
        log.write(isOdd ? Log::Level::Warning : Log::Level::Info, "command",
                  {{"request", request},
                   {"command", toString(result.id)},
                   {"type", type},
                   {"reservation", reservation},
                   {"account", account},
                   {"outcome", std::string(nameOf(result.outcome))},
                   {"code", refused ? refused->error.code : std::string()},
                   {"committed", momentText(committed)},
                   {"replayed", result.isReplayed ? "yes" : "no"}});
    }
}

/// The rules refuse a role's forbidden commands one by one and keep the answer. What is the system's own
/// no desk has a reason to send at all: it is put among what cannot be read. Whether there was any.
bool refuseTheSystems(protocol::ReceivedBatch &received, Role role)
{
    std::vector<Command> kept;
    std::vector<protocol::UnreadableCommand> apart;
    auto unread = received.unreadable.begin();
    const auto place = [&] { return kept.size() + apart.size(); };
    for (Command &command : received.batch.commands) {
        for (; unread != received.unreadable.end() && unread->place == place(); ++unread)
            apart.push_back(std::move(*unread));
        if (mayDo(Role::Admin, typeOf(command.args)))
            kept.push_back(std::move(command));
        else
            apart.push_back({place(),
                             command.id,
                             {std::string(refusal::roleNotAllowed),
                              {{"role", std::string(toString(role))},
                               {"command", std::string(toString(typeOf(command.args)))}}}});
    }
    const bool isAny = kept.size() < received.batch.commands.size();
    std::move(unread, received.unreadable.end(), std::back_inserter(apart));
    received.batch.commands = std::move(kept);
    received.unreadable = std::move(apart);
    return isAny;
}

/// The answers to a batch in the order of its commands, with those that could not be read in their places.
std::vector<protocol::CommandResult> merged(std::vector<protocol::CommandResult> results,
                                            const std::vector<protocol::UnreadableCommand> &unreadable)
{
    for (const protocol::UnreadableCommand &each : unreadable) // by place, ascending
        results.insert(results.begin() + static_cast<std::ptrdiff_t>(each.place),
                       {each.id, protocol::Refused{each.error, std::nullopt}, false});
    return results;
}

} // namespace

void Gateway::addCommands(http::Router &router)
{
    router.post("/v1/properties/{p}/commands",
                atProperty([this](const Principal &principal, const PropertyId &property,
                                  const http::Request &request, const http::Responder &responder) {
                    submit(principal, property, request, responder);
                }),
                {m_settings.maxBatchBytes});
    router.get(
        "/v1/commands/{id}",
        authenticated([this](const Principal &principal, const http::Request &request,
                             const http::Responder &responder) { receipt(principal, request, responder); }));
}

void Gateway::submit(const Principal &principal, const PropertyId &property, const http::Request &request,
                     const http::Responder &responder)
{
    if (!isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    auto received = protocol::decodeBatch(request.body);
    if (!received) {
        responder.send(problemOf(received.error()));
        return;
    }
    protocol::CommandBatch *batch = &received->batch;
    // A device's commands are counted, and what it has settled is never carried out again: nobody
    // else may say so in its name.
    if (batch->device != principal.session.device) {
        responder.send(problemOf({"other-device", {}}));
        return;
    }
    if (refuseTheSystems(*received, principal.account.role))
        m_log.warning("system-command-refused",
                      {{"request", request.id}, {"account", toString(principal.account.id)}});
    if (batch->commands.empty() && received->unreadable.size() == 1) { // alone, it says so in the status
        responder.send(problemOf(received->unreadable.front().error));
        return;
    }
    if (batch->commands.empty()) {
        responder.send(resultsOf(merged({}, received->unreadable)));
        return;
    }
    CommandRequest command{
        property, principal.actor(), std::move(*batch), std::nullopt, {"desk", request.remoteAddress}};
    auto done = [this, responder, id = request.id, account = toString(principal.account.id),
                 type = typesOf(command.batch), reservation = reservationIn(command.batch),
                 unreadable = std::move(received->unreadable)](
                    Expected<std::vector<protocol::CommandResult>> results) {
        if (!results) {
            responder.send(problemOf(results.error()));
            return;
        }
        const auto committed = std::chrono::system_clock::now();
        // The writer goes on; the text is made elsewhere, here only if nobody has time.
        auto kept =
            std::make_shared<std::vector<protocol::CommandResult>>(merged(std::move(*results), unreadable));
        auto answer = [this, responder, id, account, type, reservation, committed, kept] {
            responder.send(resultsOf(*kept));
            logResults(m_log, id, account, type, reservation, committed, *kept);
        };
        if (!m_readers.post(answer))
            answer();
    };
    m_storage.submit(std::move(command), std::move(done));
}

void Gateway::receipt(const Principal &principal, const http::Request &request,
                      const http::Responder &responder)
{
    const auto id = parseUuid(request.parameter("id"));
    if (!id) {
        responder.send(problemOf(id.error()));
        return;
    }
    protocol::CommandResult result{CommandId{*id}, protocol::NotKnown{}, false};
    for (const PropertyId &property : principal.account.properties) {
        auto found = m_storage.receipt(property, CommandId{*id});
        if (!found) {
            responder.send(problemOf(found.error()));
            return;
        }
        if (!std::holds_alternative<protocol::NotKnown>(found->outcome)) {
            result = std::move(*found);
            break;
        }
    }
    responder.send(
        http::Response::json(200, protocol::encodeResult(result)).with("Cache-Control", "no-store"));
}

} // namespace deskbell::server
