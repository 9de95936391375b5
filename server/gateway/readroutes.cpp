// What desks read: snapshots and changes.

#include <charconv>

#include "http/problem.h"
#include "protocol/cursor.h"
#include "protocol/guests.h"
#include "server/gateway/answers.h"
#include "server/gateway/gateway.h"
#include "server/gateway/spool.h"

namespace deskbell::server {
namespace {

constexpr std::size_t defaultPage = 200;
constexpr std::size_t maxPage = 1'000;

/// What a desk sees that does not say otherwise, around the business date.
constexpr Days defaultBack{7};
constexpr Days defaultAhead{400};
constexpr int mostDays = 3'660;

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
    return storage.house(property).map([&](const House &house) {
        const Date today = house.property.businessDate;
        return Window{today - *back, today + *ahead};
    });
}

/// A snapshot that is cut half-way by throwing, which cuts the connection: the desk sees no end and takes
/// nothing of it.
class SnapshotCut : public std::exception
{
};

} // namespace

void Gateway::addReading(http::Router &router)
{
    router.get("/v1/properties/{p}/snapshot",
               atProperty([this](const Principal &principal, const PropertyId &property,
                                 const http::Request &request, const http::Responder &responder) {
                   snapshot(principal, property, request, responder);
               }));
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

void Gateway::snapshot(const Principal &principal, const PropertyId &property, const http::Request &request,
                       const http::Responder &responder)
{
    const auto window = windowOf(request.query, m_storage, property);
    if (!window) {
        responder.send(problemOf(window.error()));
        return;
    }
    auto place = m_places.take(principal.session.id, principal.session.account, property);
    if (!place) {
        responder.send(problemOf({"storage-busy", {}}));
        return;
    }
    const auto until = m_surroundings.steady() + m_settings.snapshotTime;
    const bool isTaken = m_snapshots.post(toString(property), [this, responder, property, window = *window,
                                                               place = std::move(place), until]() mutable {
        responder.send(madeSnapshot(property, window, std::move(place), until));
    });
    if (!isTaken)
        responder.send(problemOf({"server-busy", {}}));
}

http::Response Gateway::madeSnapshot(const PropertyId &property, const Window &window,
                                     std::shared_ptr<void> place, std::chrono::steady_clock::time_point until)
{
    auto spool = std::make_shared<Spool>(m_settings.snapshotMemory);
    std::uint64_t expected = 0;
    {
        auto reader = m_storage.snapshot(property, window);
        if (!reader)
            return problemOf(reader.error());
        const auto counted = (*reader)->expectedRows();
        if (!counted)
            return problemOf(counted.error());
        expected = *counted;
        for (;;) {
            auto lines = (*reader)->next();
            if (!lines) {
                m_log.error("snapshot-refused",
                            {{"code", lines.error().code}, {"reason", lines.error().facts["reason"]}});
                return problemOf(lines.error());
            }
            if (lines->empty())
                break;
            if (auto kept = spool->add(std::move(*lines)); !kept)
                return problemOf(kept.error());
        }
    }
    auto source = [spool, place = std::move(place), steady = m_surroundings.steady, until] {
        if (steady() > until)
            throw SnapshotCut();
        return spool->next();
    };
    return http::Response::streamed("application/x-ndjson", std::move(source))
        .with("Deskbell-Rows", std::to_string(expected))
        .with("Cache-Control", "no-store");
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
