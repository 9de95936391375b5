// What docs/ say of the wire is what the codec reads and writes.

#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "protocol/session.h"
#include "support/protocol_samples.h"

namespace deskbell::protocol {
namespace {

std::string fileText(const std::string &name)
{
    std::ifstream file(std::string(DESKBELL_DOCS) + "/" + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Fenced blocks "```json <kind>", kind and text.
std::vector<std::pair<std::string, std::string>> examples(const std::string &page)
{
    std::vector<std::pair<std::string, std::string>> found;
    const std::string fence = "```json ";
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at + 1)) {
        const std::size_t line = page.find('\n', at);
        const std::size_t end = page.find("```", line);
        found.emplace_back(page.substr(at + fence.size(), line - at - fence.size()),
                           page.substr(line, end - line));
    }
    return found;
}

template <typename T>
std::string whyNot(const Expected<T> &read)
{
    if (read)
        return "";
    std::string why = read.error().code;
    for (const auto &[name, fact] : read.error().facts)
        why += " " + name + "=" + fact;
    return why;
}

std::string readAs(const std::string &kind, const std::string &text)
{
    if (kind == "sign-in")
        return whyNot(decodeSignIn(text));
    if (kind == "grant")
        return whyNot(decodeGrant(text));
    if (kind == "hello")
        return whyNot(decodeHello(text));
    if (kind == "row")
        return whyNot(decodeRow(std::string_view(text)));
    if (kind == "snapshot-line")
        return whyNot(decodeSnapshotLine(text));
    if (kind == "changes")
        return whyNot(decodeChangesPage(text));
    if (kind == "live")
        return whyNot(decodeLive(text));
    if (kind == "batch") {
        const auto received = decodeBatch(text);
        return received && !received->unreadable.empty() ? received->unreadable.front().error.code
                                                         : whyNot(received);
    }
    if (kind == "results")
        return whyNot(decodeResults(text));
    return "no reader for " + kind;
}

TEST(Documented, examplesOfTheProtocolPageAreRead)
{
    const auto found = examples(fileText("protocol.md"));
    std::set<std::string> kinds;
    for (const auto &[kind, text] : found) {
        kinds.insert(kind);
        EXPECT_EQ(readAs(kind, text), "") << text;
    }
    EXPECT_EQ(kinds.size(), 9u);
}

TEST(Documented, everyCommandTypeIsOnTheProtocolPageAndInOpenApi)
{
    const std::string page = fileText("protocol.md");
    const std::string api = fileText("openapi.yaml");
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const std::string name(toString(static_cast<CommandType>(i)));
        EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name;
        EXPECT_NE(api.find(name), std::string::npos) << name;
    }
}

void collectKeys(const json::value &value, std::set<std::string> &keys)
{
    if (const auto *object = value.if_object()) {
        for (const auto &member : *object) {
            keys.insert(std::string(std::string_view(member.key())));
            collectKeys(member.value(), keys);
        }
    } else if (const auto *array = value.if_array()) {
        for (const auto &item : *array)
            collectKeys(item, keys);
    }
}

Reservation fullReservation()
{
    const Currency eur = *parseCurrency("EUR");
    Reservation full;
    full.currency = eur;
    full.guest = {"a", "b", "c", "d", "e", true, true};
    full.children = 1;
    full.isApproved = full.holdsStock = true;
    full.unit = full.wish = UnitId{};
    full.earlierUnits = {{}};
    full.channel = full.note = full.endReason = "x";
    full.payBy = Instant{};
    full.payments = {{{}, PaymentMethod::Card, {1, eur}, PaymentState::Taken, "t", "p", {}, {}}};
    full.payments[0].refunds = {{{}, {1, eur}, RefundState::Done, "r", {}}};
    full.history = {{{}, "a", "b", "c"}};
    return full;
}

TEST(Documented, everyMemberThatIsWrittenIsInOpenApi)
{
    std::set<std::string> keys;
    for (const Row &row : {Row(Property()), Row(Offering()), Row(Unit()), Row(fullReservation())})
        collectKeys(*parseJson(encodeRow(row)), keys);
    Command command;
    command.supersedes = command.id;
    for (const CommandArgs &args :
         {CommandArgs(TakePayment{{}, {}, PaymentMethod::Card, {}, "t"}),
          CommandArgs(RefundPayment{{}, {}, {}, {}, "r"}), CommandArgs(RecordPaymentOutcome{}),
          CommandArgs(AdvanceBusinessDate{}), CommandArgs(MoveReservation{})}) {
        command.args = args;
        collectKeys(*parseJson(encodeBatch({{}, 1, {command}})), keys);
    }
    collectKeys(*parseJson(encodeResults({{{}, Applied{1}, true},
                                          {{}, Refused{{"c", {}}, fullReservation()}},
                                          {{}, Blocked{}},
                                          {{}, RetryLater{}},
                                          {{}, Outdated{7}}})),
                keys);
    Transaction transaction{1, {}, CommandId{}, {}, {Leave{}}};
    collectKeys(*parseJson(encodeChangesPage({{transaction}, "c", 1, true})), keys);
    collectKeys(*parseJson(encodeSnapshotEnd({})), keys);
    collectKeys(*parseJson(encodeGrant({"a", 1, "r", {}, {PropertyRef{}}})), keys);
    Hello hello;
    hello.identity = BackendProof{"k", "s"};
    hello.knowsCursor = false;
    collectKeys(*parseJson(encodeHello(hello)), keys);
    collectKeys(*parseJson(encodeSignIn({"u", "p", {}, DeviceKey{"f", "n"}})), keys);
    const std::string api = fileText("openapi.yaml");
    for (const std::string &key : keys)
        EXPECT_NE(api.find(" " + key + ":"), std::string::npos) << key;
    EXPECT_GT(keys.size(), 60u);
}

} // namespace
} // namespace deskbell::protocol
