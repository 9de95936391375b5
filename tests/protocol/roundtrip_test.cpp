// What one side writes the other reads as the same value, and one value has one text.

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "protocol/cursor.h"
#include "protocol/session.h"
#include "support/protocol_samples.h"

namespace deskbell::protocol {
namespace {

template <typename T>
void expectSame(const Expected<T> &read, const T &written)
{
    if (!read)
        RC_FAIL(read.error().code + " " + read.error().facts.at("path") + " " +
                read.error().facts.at("reason"));
    RC_ASSERT((*read == written));
}

RC_GTEST_PROP(RoundTrip, rows, ())
{
    const Row row = samples::row();
    const std::string text = encodeRow(row);
    expectSame(decodeRow(text), row);
    RC_ASSERT(text.find('\n') == std::string::npos);
    RC_ASSERT(encodeRow(*decodeRow(text)) == text);
}

RC_GTEST_PROP(RoundTrip, rowsWithTheirMembersInAnotherOrder, ())
{
    const Row row = samples::row();
    json::object backwards;
    const json::value written = *parseJson(encodeRow(row));
    std::vector<const json::key_value_pair *> members;
    for (const auto &member : written.as_object())
        members.insert(members.begin(), &member);
    for (const auto *member : members)
        backwards[member->key()] = member->value();
    backwards["addedByANewerBackend"] = 1;
    expectSame(decodeRow(json::value(backwards)), row);
}

RC_GTEST_PROP(RoundTrip, commands, ())
{
    const Command command = samples::command();
    expectSame(decodeCommand(encodeCommand(command)), command);
    const CommandBatch batch{{makeNamedUuid(*samples::uuid(), "device")}, 17, {command, samples::command()}};
    expectSame(decodeBatch(encodeBatch(batch)).map(&ReceivedBatch::batch), batch);
}

TEST(RoundTrip, everyTypeOfCommand)
{
    for (int i = 0; i < countOf<CommandType>; ++i) {
        EXPECT_TRUE(rc::check([i] {
            Command command = samples::command();
            command.args = samples::args(static_cast<CommandType>(i));
            expectSame(decodeCommand(encodeCommand(command)), command);
        }));
    }
}

RC_GTEST_PROP(RoundTrip, results, ())
{
    const auto id = samples::id<CommandId>();
    const std::vector<CommandResult> results{
        {id, Applied{*rc::gen::arbitrary<std::uint64_t>()}, *rc::gen::arbitrary<bool>()},
        {id, Refused{{*samples::text(), {{*samples::text(), *samples::text()}}}, samples::reservation()}},
        {id, Refused{{"no-stock", {}}, {}}},
        {id, Blocked{samples::id<CommandId>()}},
        {id, RetryLater{*rc::gen::arbitrary<std::uint32_t>()}},
        {id, NotKnown{}},
        {id, IdReused{}},
        {id, Outdated{}, true},
        {id, Outdated{*rc::gen::arbitrary<std::uint32_t>()}}};
    expectSame(decodeResults(encodeResults(results)), results);
    for (const CommandResult &result : results)
        expectSame(decodeResult(*parseJson(encodeResult(result))), result);
}

RC_GTEST_PROP(RoundTrip, changes, ())
{
    const Transaction transaction = samples::transaction();
    expectSame(decodeTransaction(*parseJson(encodeTransaction(transaction))), transaction);
    const ChangesPage page{
        {transaction, samples::transaction()}, *samples::text(), 5, *rc::gen::arbitrary<bool>()};
    expectSame(decodeChangesPage(encodeChangesPage(page)), page);
}

RC_GTEST_PROP(RoundTrip, snapshotLines, ())
{
    const SnapshotLine row(samples::row());
    expectSame(decodeSnapshotLine(encodeRow(std::get<Row>(row))), row);
    const SnapshotLine end(SnapshotEnd{*samples::text(),
                                       7,
                                       8,
                                       {"0", "1", "2", "3"},
                                       Window{*parseDate("2016-07-27"), *parseDate("2017-09-07")}});
    expectSame(decodeSnapshotLine(encodeSnapshotEnd(std::get<SnapshotEnd>(end))), end);
}

RC_GTEST_PROP(RoundTrip, liveMessages, ())
{
    for (const LiveMessage &message :
         {LiveMessage(LiveAuth{*samples::text()}), LiveMessage(LiveResume{*samples::text()}),
          LiveMessage(LiveTick{*rc::gen::arbitrary<std::uint64_t>()}),
          LiveMessage(LiveTransaction{samples::transaction(), *samples::text()})})
        expectSame(decodeLive(encodeLive(message)), message);
}

DeviceId notNull()
{
    return DeviceId{makeNamedUuid(*samples::uuid(), "never null")};
}

RC_GTEST_PROP(RoundTrip, sessions, ())
{
    const SignIn signIn{*samples::text(), *samples::text(), notNull()};
    expectSame(decodeSignIn(encodeSignIn(signIn)), signIn);
    const DeviceKey key{std::string(43, 'a'), std::string(43, 'b')};
    const SignIn shown{*samples::text(), *samples::text(), notNull(), key};
    expectSame(decodeSignIn(encodeSignIn(shown)), shown);
    for (const Refresh &refresh : {Refresh{*samples::text()}, Refresh{*samples::text(), notNull(), key}})
        expectSame(decodeRefresh(encodeRefresh(refresh)), refresh);
    const SessionGrant grant{*samples::text(),
                             900,
                             *samples::text(),
                             {samples::id<AccountId>(), *samples::text(), samples::oneOf<Role>(4)},
                             {{samples::id<PropertyId>(), *samples::text()}}};
    expectSame(decodeGrant(encodeGrant(grant)), grant);
    Hello hello{*samples::uuid(), 1, 3, samples::instant(), {{PropertyId{*samples::uuid()}, 4, 4711}}};
    if (*rc::gen::arbitrary<bool>())
        hello.knowsCursor = *rc::gen::arbitrary<bool>();
    expectSame(decodeHello(encodeHello(hello)), hello);
    Hello signedHello = hello;
    signedHello.identity = BackendProof{*samples::text(), *samples::text()};
    expectSame(decodeHello(encodeHello(signedHello)), signedHello);
}

RC_GTEST_PROP(RoundTrip, cursors, ())
{
    const Date from = samples::date();
    Cursor cursor{*samples::uuid(), samples::id<PropertyId>(), from, from + Days{*rc::gen::inRange(0, 1000)},
                  *rc::gen::arbitrary<std::uint64_t>()};
    if (*rc::gen::arbitrary<bool>()) {
        cursor.mark = *rc::gen::arbitrary<std::uint64_t>();
        cursor.seal = *rc::gen::nonZero<std::uint64_t>();
    }
    RC_ASSERT(*parseCursor(toString(cursor)) == cursor);
    RC_ASSERT(toString(cursor).find_first_not_of("0123456789abcdef.-") == std::string::npos);
}

TEST(Digest, isTheSameInAnyOrderAndForgetsWhatLeft)
{
    const Uuid a = *parseUuid("0190aaaa-0000-7000-8000-000000000001");
    const Uuid b = *parseUuid("0190aaaa-0000-7000-8000-000000000002");
    Digest one;
    one.add(a, 1);
    one.add(b, 2);
    Digest two;
    two.add(b, 2);
    two.add(a, 7);
    EXPECT_NE(one.text(), two.text());
    two.remove(a, 7);
    two.add(a, 1);
    EXPECT_EQ(one, two);
    EXPECT_EQ(Digest().text(), "0000000000000000");
    EXPECT_EQ(one.text(), "fa66ea846f199f90"); // computed apart from this program
}

// --- the hash by which a command is known when it comes twice

Command confirmation()
{
    Command command;
    command.id.value = *parseUuid("0190aaaa-0000-7000-8000-0000000000c1");
    command.n = 18;
    command.args = ConfirmReservation{{*parseUuid("0190aaaa-0000-7000-8000-000000000001")}};
    command.lane = laneOf(command.args);
    command.base["0190aaaa-0000-7000-8000-000000000001"] = 3;
    command.businessDate = *parseDate("2016-08-03");
    command.madeAt = *parseInstant("2016-08-03T14:05:09.120Z");
    command.actor = "Kim Ji-won";
    return command;
}

TEST(CanonicalHash, isSha256OfTheSortedText)
{
    // The texts that are hashed, by another program's SHA-256:
    // {"args":{"reservation":"0190aaaa-0000-7000-8000-000000000001"},
    //  "base":{"0190aaaa-0000-7000-8000-000000000001":3},"businessDate":"2016-08-03",
    //  "type":"confirm-reservation","typeVersion":1} without spaces or line breaks, and the same for
    // the payment below, its arguments sorted at every depth.
    EXPECT_EQ(canonicalHash(confirmation()),
              "24fccf4a4440b23e698331bce91710f1863a8efda66c9d8563fd718a0961384e");
    Command payment = confirmation();
    payment.base.clear();
    payment.args = TakePayment{{*parseUuid("0190aaaa-0000-7000-8000-000000000001")},
                               {*parseUuid("0190aaaa-0000-7000-8000-000000000002")},
                               PaymentMethod::Card,
                               {12850, *parseCurrency("EUR")},
                               "tok/\"김\"\n"};
    EXPECT_EQ(canonicalHash(payment), "d199ef31809c7f1c71bf538f1d3e0b710107e97d58190d3f930b372ae9e9ca87");
}

TEST(CanonicalHash, doesNotHangOnWhatChangesFromTryToTry)
{
    Command again = confirmation();
    again.n = 99;
    again.madeAt += std::chrono::hours{1};
    again.actor = "someone";
    again.deps.push_back(again.id);
    EXPECT_EQ(canonicalHash(again), canonicalHash(confirmation()));
}

TEST(CanonicalHash, hangsOnWhatIsAskedFor)
{
    const std::string hash = canonicalHash(confirmation());
    Command other = confirmation();
    other.businessDate += Days{1};
    EXPECT_NE(canonicalHash(other), hash);
    other = confirmation();
    other.base.begin()->second = 4;
    EXPECT_NE(canonicalHash(other), hash);
    other = confirmation();
    other.args = CheckIn{*reservationOf(other.args)};
    EXPECT_NE(canonicalHash(other), hash);
}

RC_GTEST_PROP(CanonicalHash, isTheSameAfterTheJourney, ())
{
    const Command command = samples::command();
    RC_ASSERT(canonicalHash(*decodeCommand(encodeCommand(command))) == canonicalHash(command));
}

TEST(WorkflowOnTheWire, aPresetIsItsName)
{
    Offering offering;
    offering.workflow = workflows::prepaid;
    const std::string text = encodeRow(offering);
    EXPECT_NE(text.find("\"workflow\":\"prepaid\""), std::string::npos);
    EXPECT_EQ(text.find("workflowTerms"), std::string::npos);
    EXPECT_EQ(*decodeRow(std::string_view(text)), Row(offering));
}

TEST(WorkflowOnTheWire, anyOtherBringsAllOfItBesideTheNameThatOlderDesksRead)
{
    Offering offering;
    offering.workflow = withTerms(workflows::prepaid, {ConfirmationRule::Automatic, 45});
    std::string text = encodeRow(offering);
    EXPECT_NE(text.find("\"workflow\":\"prepaid\",\"workflowTerms\":{"), std::string::npos);
    EXPECT_EQ(*decodeRow(std::string_view(text)), Row(offering));
    // Of a newer version: known by its parameters.
    for (std::size_t at = text.find("prepaid"); at != std::string::npos; at = text.find("prepaid"))
        text.replace(at, 7, "weekend-deposit");
    offering.workflow.name = "weekend-deposit";
    EXPECT_EQ(*decodeRow(std::string_view(text)), Row(offering));
}

TEST(WorkflowOnTheWire, aNameThatIsTooLongIsRefused)
{
    std::string text = encodeRow(Offering());
    text.replace(text.find("on-request"), 10, std::string(WorkflowName::longest + 1, 'x'));
    EXPECT_EQ(decodeRow(std::string_view(text)).error().facts.at("path"), "/workflow");
}

} // namespace
} // namespace deskbell::protocol
