// What desks read: snapshots and changes.

#include <charconv>

#include "http/problem.h"
#include "protocol/cursor.h"
#include "protocol/guests.h"
#include "server/gateway/answers.h"
#include "server/gateway/gateway.h"

namespace deskbell::server {
namespace {

constexpr std::size_t defaultPage = 200;
constexpr std::size_t maxPage = 1'000;

/// What a desk sees that does not say otherwise, around the business date.
constexpr Days defaultBack{7};
constexpr Days defaultAhead{400};
constexpr int mostDays = 3'660;

/// The business date, from the property's row: the first of every snapshot. Error: "storage-failed".
Expected<Date> businessDateOf(Storage &storage, const PropertyId &property)
{
    const auto reader = storage.snapshot(property, Window{});
    if (!reader)
        return tl::unexpected(reader.error());
    const auto lines = (*reader)->next();
    if (!lines)
        return tl::unexpected(lines.error());
    const auto row = protocol::decodeRow(std::string_view(*lines).substr(0, lines->find('\n')));
    if (!row || !std::holds_alternative<Property>(*row))
        return failure("storage-failed", {{"reason", "no property row"}});
    return std::get<Property>(*row).businessDate;
}

/// The window between `from` and `to`; none when neither is said. Errors: "bad-date", "bad-window".
Expected<std::optional<Window>> datesOf(const http::Parameters &query)
{
    if (!query.find("from") && !query.find("to"))
        return std::nullopt;
    const auto from = parseDate(query.get("from"));
    const auto to = parseDate(query.get("to"));
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (*from >= *to)
        return failure("bad-window", {{"from", deskbell::toString(*from)}, {"to", deskbell::toString(*to)}});
    return Window{*from, *to};
}

/// A number of days that was asked for, or `otherwise`. Error: "bad-window".
Expected<Days> daysOf(const http::Parameters &query, const char *name, Days otherwise)
{
    const auto text = query.find(name);
    if (!text)
        return otherwise;
    int count = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), count);
    if (error != std::errc{} || end != text->data() + text->size() || count < 1 || count > mostDays)
        return failure("bad-window", {{name, std::string(*text)}});
    return Days{count};
}

/// The window asked for: by its dates, or by days around the business date. Errors: "bad-date",
/// "bad-window".
Expected<Window> windowOf(const http::Parameters &query, Storage &storage, const PropertyId &property)
{
    const auto dates = datesOf(query);
    if (!dates)
        return tl::unexpected(dates.error());
    if (*dates)
        return **dates;
    const auto back = daysOf(query, "back", defaultBack);
    const auto ahead = daysOf(query, "ahead", defaultAhead);
    if (!back || !ahead)
        return tl::unexpected(back ? ahead.error() : back.error());
    return businessDateOf(storage, property).map([&](Date today) {
        return Window{today - *back, today + *ahead};
    });
}

/// A reader gives up half-way by throwing, which cuts the connection: the desk sees no end and takes
/// nothing of it.
class SnapshotCut : public std::exception
{
};

} // namespace

http::BodySource Gateway::linesOf(std::string first, std::shared_ptr<SnapshotReader> reader)
{
    return
        [this, first = std::move(first), reader = std::move(reader)]() mutable -> std::optional<std::string> {
            if (!first.empty())
                return std::exchange(first, {});
            if (!reader)
                return std::nullopt;
            auto lines = reader->next();
            if (!lines) {
                m_log.error("snapshot-cut",
                            {{"code", lines.error().code}, {"reason", lines.error().facts["reason"]}});
                throw SnapshotCut();
            }
            if (lines->empty()) {
                reader.reset(); // its reading connection is free for the next desk at once
                return std::nullopt;
            }
            return std::move(*lines);
        };
}

void Gateway::addReading(http::Router &router)
{
    router.get(
        "/v1/properties/{p}/snapshot",
        atProperty([this](const Principal &, const PropertyId &property, const http::Request &request,
                          const http::Responder &responder) { snapshot(property, request, responder); }));
    router.get(
        "/v1/properties/{p}/changes",
        atProperty([this](const Principal &, const PropertyId &property, const http::Request &request,
                          const http::Responder &responder) { changes(property, request, responder); }));
    router.get("/v1/properties/{p}/management",
               atProperty([this](const Principal &principal, const PropertyId &property,
                                 const http::Request &request, const http::Responder &responder) {
                   management(principal, property, request, responder);
               }));
}

void Gateway::snapshot(const PropertyId &property, const http::Request &request,
                       const http::Responder &responder)
{
    const auto window = windowOf(request.query, m_storage, property);
    if (!window) {
        responder.send(problemOf(window.error()));
        return;
    }
    auto reader = m_storage.snapshot(property, *window);
    if (!reader) {
        responder.send(problemOf(reader.error()));
        return;
    }
    const auto expected = (*reader)->expectedRows();
    if (!expected) {
        responder.send(problemOf(expected.error()));
        return;
    }
    auto first = (*reader)->next(); // as long as it can still be answered that it cannot be read
    if (!first) {
        m_log.error("snapshot-refused",
                    {{"code", first.error().code}, {"reason", first.error().facts["reason"]}});
        responder.send(problemOf(first.error()));
        return;
    }
    responder.send(
        http::Response::streamed("application/x-ndjson", linesOf(std::move(*first), std::move(*reader)))
            .with("Deskbell-Rows", std::to_string(*expected))
            .with("Cache-Control", "no-store"));
}

void Gateway::changes(const PropertyId &property, const http::Request &request,
                      const http::Responder &responder)
{
    auto cursor = protocol::parseCursor(request.query.get("after"));
    if (!cursor) {
        responder.send(problemOf(cursor.error()));
        return;
    }
    if (cursor->property != property) {
        responder.send(problemOf({"property-not-allowed", {}}));
        return;
    }
    // A desk whose window moves goes on from the same number, seeing other dates.
    const auto window = datesOf(request.query);
    if (!window) {
        responder.send(problemOf(window.error()));
        return;
    }
    if (*window) {
        cursor->from = (*window)->from;
        cursor->to = (*window)->to;
    }
    std::size_t limit = defaultPage;
    if (const auto text = request.query.find("limit")) {
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
        if (error != std::errc{} || end != text->data() + text->size() || limit < 1 || limit > maxPage) {
            responder.send(problemOf({"bad-limit", {{"most", std::to_string(maxPage)}}}));
            return;
        }
    }
    auto page = m_storage.changes(*cursor, limit);
    if (!page) {
        responder.send(problemOf(page.error()));
        return;
    }
    responder.send(http::Response::json(200, std::move(*page)).with("Cache-Control", "no-store"));
}

void Gateway::management(const Principal &principal, const PropertyId &property, const http::Request &request,
                         const http::Responder &responder)
{
    if (principal.account.role < Role::Manager) {
        responder.send(problemOf({"role-not-allowed", {}}));
        return;
    }
    const auto window = windowOf(request.query, m_storage, property);
    if (!window) {
        responder.send(problemOf(window.error()));
        return;
    }
    // Before the rows are read: what changes meanwhile is in them, or is not told to be.
    const Instant now = m_surroundings.now();
    const auto unprojected = m_storage.unprojectedSince(property);
    if (!unprojected) {
        responder.send(problemOf(unprojected.error()));
        return;
    }
    ManagementWish wish{request.query.get("all") != "true", window->from, window->to, maxPage};
    const auto rows = m_storage.management(property, wish);
    if (!rows) {
        responder.send(problemOf(rows.error()));
        return;
    }
    std::vector<protocol::ManagementLine> lines;
    for (const ManagementRow &row : *rows) {
        auto line = protocol::decodeManagementLine(row.row);
        if (!line)
            continue; // of a version that knew other things; made anew with its next change
        line->free = row.free;
        lines.push_back(std::move(*line));
    }
    responder.send(http::Response::json(
                       200, protocol::encodeManagementList(lines, std::min(unprojected->value_or(now), now)))
                       .with("Cache-Control", "no-store"));
}

} // namespace deskbell::server
