#include "protocol/changes.h"

#include "protocol/rowio.h"

namespace deskbell::protocol {

// What changes are made of, described as describe.h explains; Row brings its own reader and writer.

void describe(auto &visit, Of<Leave> auto &leave)
{
    visit("entity", leave.entity);
    visit("id", leave.id);
}

void describe(auto &visit, Of<Transaction> auto &transaction)
{
    visit("seq", transaction.seq);
    visit("at", transaction.at);
    visit.maybe("command", transaction.command);
    visit("rows", transaction.rows);
    visit.maybe("leaves", transaction.leaves);
}

void describe(auto &visit, Of<ChangesPage> auto &page)
{
    visit("transactions", page.transactions);
    visit("cursor", page.cursor);
    visit("seq", page.seq);
    visit("upToDate", page.isUpToDate);
}

void describe(auto &visit, Of<LiveAuth> auto &auth)
{
    visit("token", auth.token);
}

void describe(auto &visit, Of<LiveResume> auto &resume)
{
    visit("cursor", resume.cursor);
}

void describe(auto &visit, Of<LiveTick> auto &tick)
{
    visit("seq", tick.seq);
}

void describe(auto &visit, Of<LiveTransaction> auto &live)
{
    describe(visit, live.transaction);
    visit("cursor", live.cursor);
}

namespace {

struct Digests
{
    DigestTexts texts;
};

void describe(auto &visit, Of<Digests> auto &digests)
{
    // Every backend has the first four kinds; an older one has not heard of those that were added since.
    constexpr std::size_t alwaysThere = 4;
    for (std::size_t i = 0; i < entityCount; ++i) {
        const std::string_view kind = toString(static_cast<Entity>(i));
        if (i < alwaysThere)
            visit(kind, digests.texts[i]);
        else
            visit.maybe(kind, digests.texts[i]);
    }
}

constexpr std::string_view badChanges = "bad-changes";
constexpr std::string_view badSnapshot = "bad-snapshot";
constexpr std::string_view badLive = "bad-live-message";

// From the own backend, but still bounded: a page holds whole transactions, an import's among them.
constexpr JsonLimits pageLimits{64u << 20, 16};
constexpr JsonLimits liveLimits{16u << 20, 16};

/// In the order of LiveMessage's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<LiveMessage>> liveNames{"auth", "resume", "tick",
                                                                                   "tx"};

template <typename T>
LiveMessage readLive(const Node &node)
{
    T message;
    read(node, message, Strictness::SkipUnknown);
    return message;
}

} // namespace

std::string encodeTransaction(const Transaction &transaction)
{
    return encoded(transaction);
}

Expected<Transaction> decodeTransaction(const json::value &value)
{
    return readWhole<Transaction>(value, badChanges, Strictness::SkipUnknown);
}

std::string encodeChangesPage(const ChangesPage &page)
{
    return encoded(page);
}

Expected<ChangesPage> decodeChangesPage(std::string_view text)
{
    return parseJson(text, pageLimits).and_then([](const json::value &value) {
        return readWhole<ChangesPage>(value, badChanges, Strictness::SkipUnknown);
    });
}

std::string encodeSnapshotEnd(const SnapshotEnd &end)
{
    std::string text;
    Writer out(text);
    out.beginObject();
    out.key("end");
    out.beginObject();
    WriteVisitor visit{out};
    visit("cursor", end.cursor);
    visit("seq", end.seq);
    visit("count", end.count);
    visit("digests", Digests{end.digests});
    if (end.window) {
        visit("from", end.window->from);
        visit("to", end.window->to);
    }
    out.endObject();
    out.endObject();
    return text;
}

Expected<SnapshotLine> decodeSnapshotLine(std::string_view line, json::storage_ptr storage)
{
    const auto value = parseJson(line, {}, std::move(storage));
    if (!value)
        return tl::unexpected(value.error());
    const json::object *object = value->if_object();
    const json::value *found = object ? object->if_contains("end") : nullptr;
    if (!found) {
        auto row = decodeRow(*value);
        if (!row)
            return tl::unexpected(row.error());
        return SnapshotLine(std::move(*row));
    }
    Fault fault;
    SnapshotEnd end;
    Digests digests;
    const Node node(*value, fault);
    const Node place(*found, node, "end");
    ReadVisitor visit(place, Strictness::SkipUnknown);
    visit("cursor", end.cursor);
    visit("seq", end.seq);
    visit("count", end.count);
    visit("digests", digests);
    std::optional<Date> from;
    std::optional<Date> to;
    visit.maybe("from", from);
    visit.maybe("to", to);
    if (from && to && *from < *to)
        end.window = Window{*from, *to};
    else if (from || to)
        place.fail("out-of-range", "to");
    if (fault.isSet())
        return tl::unexpected(fault.toError(badSnapshot));
    end.digests = std::move(digests.texts);
    return SnapshotLine(std::move(end));
}

std::string encodeLive(const LiveMessage &message)
{
    std::string text;
    Writer out(text);
    out.beginObject();
    out.key(liveNames[message.index()]);
    std::visit([&](const auto &alternative) { write(out, alternative); }, message);
    out.endObject();
    return text;
}

Expected<LiveMessage> decodeLive(std::string_view text)
{
    const auto value = parseJson(text, liveLimits);
    if (!value)
        return tl::unexpected(value.error());
    Fault fault;
    const Node node(*value, fault);
    LiveMessage message;
    const json::object *object = node.object();
    if (object && object->size() == 1) {
        const auto &member = *object->begin();
        const std::string_view name = member.key();
        const Node place(member.value(), node, name);
        if (name == liveNames[0])
            message = readLive<LiveAuth>(place);
        else if (name == liveNames[1])
            message = readLive<LiveResume>(place);
        else if (name == liveNames[2])
            message = readLive<LiveTick>(place);
        else if (name == liveNames[3])
            message = readLive<LiveTransaction>(place);
        else
            place.fail("unknown-name");
    } else {
        node.fail("not-one-message");
    }
    if (fault.isSet())
        return tl::unexpected(fault.toError(badLive));
    return message;
}

} // namespace deskbell::protocol
