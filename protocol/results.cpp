// The answers to commands.

#include "protocol/commands.h"
#include "protocol/rowio.h"

namespace deskbell::protocol {
namespace {

constexpr std::string_view badResult = "bad-command-result";

constexpr JsonLimits resultLimits{16u << 20, 16}; ///< each refusal may bring a reservation with its history

/// In the order of Outcome's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Outcome>> outcomeNames{
    "applied", "refused", "blocked", "retry", "unknown", "id-reused", "outdated"};

void writeFacts(Writer &out, const Facts &facts)
{
    out.beginObject();
    for (const auto &[name, fact] : facts) {
        out.key(name);
        out.text(fact);
    }
    out.endObject();
}

struct WriteOutcome
{
    Writer &out;
    WriteVisitor visit{out};

    void operator()(const Applied &applied) { visit("seq", applied.seq); }
    void operator()(const Refused &refused)
    {
        visit("code", refused.error.code);
        out.key("facts");
        writeFacts(out, refused.error.facts);
        if (refused.current) {
            out.key("current");
            write(out, Row(*refused.current));
        }
    }
    void operator()(const Blocked &blocked) { visit("dep", blocked.dep); }
    void operator()(const RetryLater &retry) { visit("afterMs", retry.afterMs); }
    void operator()(const NotKnown &) {}
    void operator()(const IdReused &) {}
    void operator()(const Outdated &outdated) { visit.maybe("mark", outdated.mark); }
};

void write(Writer &out, const CommandResult &result)
{
    out.beginObject();
    WriteVisitor visit{out};
    visit("id", result.id);
    out.key("outcome");
    out.text(outcomeNames[result.outcome.index()]);
    std::visit(WriteOutcome{out}, result.outcome);
    visit.maybe("replayed", result.isReplayed);
    out.endObject();
}

void readFacts(const Node &node, Facts &facts)
{
    const json::object *object = node.object();
    if (!object)
        return;
    for (const auto &member : *object) {
        const std::string_view name = member.key();
        facts[std::string(name)] = Node(member.value(), node, name).text();
    }
}

Refused readRefused(const Node &node, ReadVisitor &visit)
{
    Refused refused;
    visit("code", refused.error.code);
    if (const json::value *facts = visit.find("facts"))
        readFacts(Node(*facts, node, "facts"), refused.error.facts);
    if (const json::value *current = visit.find("current")) {
        Row row;
        const Node place(*current, node, "current");
        read(place, row, Strictness::SkipUnknown);
        if (auto *reservation = std::get_if<Reservation>(&row))
            refused.current = std::move(*reservation);
        else
            place.fail("other-entity");
    }
    return refused;
}

Outcome readOutcome(const Node &node, ReadVisitor &visit, std::string_view name)
{
    if (name == "applied") {
        Applied applied;
        visit("seq", applied.seq);
        return applied;
    }
    if (name == "refused")
        return readRefused(node, visit);
    if (name == "blocked") {
        Blocked blocked;
        visit("dep", blocked.dep);
        return blocked;
    }
    if (name == "retry") {
        RetryLater retry;
        visit("afterMs", retry.afterMs);
        return retry;
    }
    if (name == "unknown")
        return NotKnown{};
    if (name == "id-reused")
        return IdReused{};
    if (name == "outdated") {
        Outdated outdated;
        visit.maybe("mark", outdated.mark);
        return outdated;
    }
    node.fail("unknown-name", "outcome");
    return NotKnown{};
}

void read(const Node &node, CommandResult &result, Strictness strictness)
{
    ReadVisitor visit(node, strictness);
    visit("id", result.id);
    std::string name;
    visit("outcome", name);
    if (node.isSound())
        result.outcome = readOutcome(node, visit, name);
    visit.maybe("replayed", result.isReplayed);
}

} // namespace

std::string encodeResult(const CommandResult &result)
{
    std::string text;
    Writer out(text);
    write(out, result);
    return text;
}

Expected<CommandResult> decodeResult(const json::value &value)
{
    Fault fault;
    CommandResult result;
    read(Node(value, fault), result, Strictness::SkipUnknown);
    if (fault.isSet())
        return tl::unexpected(fault.toError(badResult));
    return result;
}

std::string encodeResults(const std::vector<CommandResult> &results)
{
    std::string text;
    Writer out(text);
    out.beginObject();
    out.key("results");
    out.beginArray();
    for (const CommandResult &result : results)
        write(out, result);
    out.endArray();
    out.endObject();
    return text;
}

Expected<std::vector<CommandResult>> decodeResults(std::string_view text)
{
    auto value = parseJson(text, resultLimits);
    if (!value)
        return tl::unexpected(value.error());
    Fault fault;
    std::vector<CommandResult> results;
    const Node node(*value, fault);
    Members members(node, Strictness::SkipUnknown);
    if (const json::value *list = members.find("results")) {
        const Node place(*list, node, "results");
        const json::array *array = place.array();
        for (std::size_t i = 0; array && i < array->size() && node.isSound(); ++i)
            read(Node((*array)[i], place, i), results.emplace_back(), Strictness::SkipUnknown);
    } else {
        node.fail("missing", "results");
    }
    if (fault.isSet())
        return tl::unexpected(fault.toError(badResult));
    return results;
}

} // namespace deskbell::protocol
