#include "protocol/commands.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <boost/algorithm/hex.hpp>
#include <sodium.h>

#include "domain/text.h"
#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {
namespace {

constexpr std::string_view badCommand = "bad-command";
constexpr std::string_view badBatch = "bad-command-batch";
constexpr std::size_t maxLane = 64;
constexpr std::size_t maxDeps = 100;
constexpr std::size_t maxBase = 100;
constexpr int newestTypeVersion = 1;

void writeArgs(Writer &out, const CommandArgs &args)
{
    std::visit([&](const auto &alternative) { write(out, alternative); }, args);
}

void writeBase(Writer &out, const std::map<std::string, std::uint32_t> &base)
{
    out.beginObject();
    for (const auto &[entity, version] : base) {
        out.key(entity);
        out.integer(version);
    }
    out.endObject();
}

void write(Writer &out, const Command &command)
{
    out.beginObject();
    WriteVisitor visit{out};
    visit("id", command.id);
    visit("n", command.n);
    visit("lane", command.lane);
    visit("deps", command.deps);
    visit("type", typeOf(command.args));
    visit("typeVersion", command.typeVersion);
    out.key("args");
    writeArgs(out, command.args);
    out.key("base");
    writeBase(out, command.base);
    visit("businessDate", command.businessDate);
    visit("madeAt", command.madeAt);
    visit("actor", command.actor);
    visit.maybe("supersedes", command.supersedes);
    out.endObject();
}

void readBase(const Node &node, std::map<std::string, std::uint32_t> &base)
{
    const json::object *object = node.object();
    if (object && object->size() > maxBase)
        node.fail("too-many");
    if (!object || !node.isSound())
        return;
    for (const auto &member : *object) {
        const std::string_view entity = member.key();
        const Node place(member.value(), node, entity);
        if (entity.size() > maxLane)
            place.fail("too-long");
        read(place, base[std::string(entity)], Strictness::RefuseUnknown);
    }
}

/// By `read`, with a reader of its own for what describe() cannot say.
template <typename Reader>
void readMember(ReadVisitor &visit, const Node &node, std::string_view name, Reader reader)
{
    const json::value *found = node.isSound() ? visit.find(name) : nullptr;
    if (!found)
        return node.fail("missing", name);
    reader(Node(*found, node, name));
}

void read(const Node &node, Command &command, Strictness strictness)
{
    ReadVisitor visit(node, strictness);
    visit("id", command.id);
    visit("n", command.n);
    visit("lane", command.lane);
    visit("deps", command.deps);
    CommandType type{};
    visit("type", type);
    visit("typeVersion", command.typeVersion);
    if (command.typeVersion < 1 || command.typeVersion > newestTypeVersion)
        node.fail("unknown-version", "typeVersion");
    readMember(visit, node, "args", [&](const Node &args) {
        visitType(static_cast<std::size_t>(type), Commands(), [&]<typename Args>() {
            read(args, command.args.emplace<Args>(), Strictness::RefuseUnknown);
        });
    });
    readMember(visit, node, "base", [&](const Node &base) { readBase(base, command.base); });
    visit("businessDate", command.businessDate);
    visit("madeAt", command.madeAt);
    visit("actor", command.actor);
    visit.maybe("supersedes", command.supersedes);
    visit.finish();
    if (command.id.isNull())
        node.fail("bad-uuid", "id");
    if (command.lane.size() > maxLane)
        node.fail("too-long", "lane");
    if (command.deps.size() > maxDeps)
        node.fail("too-many", "deps");
    if (characterCount(command.actor) > maxName)
        node.fail("too-long", "actor");
}

CommandId idOf(const json::value &command)
{
    const json::object *object = command.if_object();
    const json::value *id = object ? object->if_contains("id") : nullptr;
    const json::string *text = id ? id->if_string() : nullptr;
    return CommandId{text ? parseUuid(*text).value_or(Uuid{}) : Uuid{}};
}

/// What is wrong in one command is its own affair, as long as there is an id to answer to.
void receiveCommand(const Node &node, const json::value &value, std::size_t place, ReceivedBatch &received)
{
    auto command = decodeCommand(value);
    // Only its own lane keeps what is about one reservation in order.
    if (command && command->lane != laneOf(command->args))
        command = failure(std::string(badCommand), {{"path", "/lane"}, {"reason", "not-its-lane"}});
    if (command) {
        received.batch.commands.push_back(std::move(*command));
    } else if (const CommandId id = idOf(value); !id.isNull()) {
        received.unreadable.push_back({place, id, std::move(command.error())});
    } else {
        Command nobodys;
        read(node, nobodys, Strictness::RefuseUnknown); // says where in the batch
    }
}

/// Keys sorted at every depth, no spaces: the form that is hashed.
void writeSorted(Writer &out, const json::value &value)
{
    if (const json::object *object = value.if_object()) {
        std::vector<const json::key_value_pair *> members;
        for (const auto &member : *object)
            members.push_back(&member);
        std::sort(members.begin(), members.end(),
                  [](const auto *a, const auto *b) { return a->key() < b->key(); });
        out.beginObject();
        for (const auto *member : members) {
            out.key(member->key());
            writeSorted(out, member->value());
        }
        out.endObject();
    } else if (const json::array *array = value.if_array()) {
        out.beginArray();
        for (const json::value &item : *array)
            writeSorted(out, item);
        out.endArray();
    } else if (const json::string *text = value.if_string()) {
        out.text(*text);
    } else if (const bool *boolean = value.if_bool()) {
        out.boolean(*boolean);
    } else if (const std::uint64_t *natural = value.if_uint64()) {
        out.integer(*natural);
    } else {
        out.integer(value.as_int64()); // commands hold no other kind of value
    }
}

std::string hashedForm(const Command &command)
{
    std::string plain;
    Writer out(plain);
    out.beginObject();
    WriteVisitor visit{out};
    visit("type", typeOf(command.args));
    visit("typeVersion", command.typeVersion);
    out.key("args");
    writeArgs(out, command.args);
    out.key("base");
    writeBase(out, command.base);
    visit("businessDate", command.businessDate);
    out.endObject();
    std::string sorted;
    Writer sortedOut(sorted);
    writeSorted(sortedOut, json::parse(plain));
    return sorted;
}

} // namespace

std::string encodeCommand(const Command &command)
{
    std::string text;
    Writer out(text);
    write(out, command);
    return text;
}

Expected<Command> decodeCommand(const json::value &value)
{
    Fault fault;
    Command command;
    read(Node(value, fault), command, Strictness::RefuseUnknown);
    if (fault.isSet())
        return tl::unexpected(fault.toError(badCommand));
    return command;
}

Expected<Command> decodeCommand(std::string_view text)
{
    return parseJson(text).and_then([](const json::value &value) { return decodeCommand(value); });
}

std::string encodeBatch(const CommandBatch &batch)
{
    std::string text;
    Writer out(text);
    out.beginObject();
    WriteVisitor visit{out};
    visit("device", batch.device);
    visit("settledBelow", batch.settledBelow);
    out.key("commands");
    out.beginArray();
    for (const Command &command : batch.commands)
        write(out, command);
    out.endArray();
    out.endObject();
    return text;
}

Expected<ReceivedBatch> decodeBatch(std::string_view text)
{
    auto value = parseJson(text);
    if (!value)
        return tl::unexpected(value.error());
    Fault fault;
    ReceivedBatch received;
    CommandBatch &batch = received.batch;
    const Node node(*value, fault);
    ReadVisitor visit(node, Strictness::RefuseUnknown);
    visit("device", batch.device);
    visit("settledBelow", batch.settledBelow);
    readMember(visit, node, "commands", [&](const Node &place) {
        const json::array *commands = place.array(maxCommandsPerBatch);
        if (commands && commands->empty())
            place.fail("empty");
        for (std::size_t i = 0; commands && i < commands->size() && place.isSound(); ++i)
            receiveCommand(Node((*commands)[i], place, i), (*commands)[i], i, received);
    });
    visit.finish();
    if (batch.device.isNull())
        node.fail("bad-uuid", "device");
    if (fault.isSet())
        return tl::unexpected(fault.toError(badBatch));
    return received;
}

std::string canonicalHash(const Command &command)
{
    const std::string form = hashedForm(command);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(form.data()), form.size());
    std::string text;
    boost::algorithm::hex_lower(hash, std::back_inserter(text));
    return text;
}

} // namespace deskbell::protocol
