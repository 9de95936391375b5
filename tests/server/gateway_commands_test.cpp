// Commands over the wire: what is carried out, what is answered twice, and what nobody may.

#include <future>
#include <set>

#include "domain/refusal.h"
#include "server/commandfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

class GatewayCommands : public CommandTest
{
protected:
    /// Sent alone, it is answered with this and changes nothing.
    template <typename Answer>
    void expectUntouched(WireDesk &desk, const Command &command, int status)
    {
        const std::uint64_t before = seq();
        const RawAnswer answer = desk.send(m_hotel.property, {command});
        EXPECT_EQ(answer.status, status);
        EXPECT_TRUE(is<Answer>(decodeResults(answer.body)->front()));
        expectNothingChanged(before);
    }
};

DESKBELL_ON_EVERY_DATABASE(GatewayCommands);

class GatewayFullDisk : public GatewayCommands
{
};
INSTANTIATE_TEST_SUITE_P(Sqlite, GatewayFullDisk, ::testing::Values(DiskFactory(onSqlite)));

TEST_P(GatewayCommands, aCommandIsCarriedOutOnceAndAnsweredTheSameTwice)
{
    WireDesk desk = deskOf("anna");
    const Command command = desk.commands.command(wish(desk));
    const RawAnswer first = desk.send(m_hotel.property, {command});
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(first.header("idempotent-replayed"), "");
    const std::uint64_t after = seq();

    const RawAnswer second = desk.send(m_hotel.property, {command});
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.header("idempotent-replayed"), "true");
    EXPECT_EQ(decodeResults(first.body)->front().outcome, decodeResults(second.body)->front().outcome);
    expectNothingChanged(after);
}

TEST_P(GatewayCommands, theSameIdWithOtherContentIs422AndChangesNothing)
{
    WireDesk desk = deskOf("anna");
    Command command = desk.commands.command(wish(desk));
    ASSERT_EQ(desk.send(m_hotel.property, {command}).status, 200);
    std::get<MakeReservation>(command.args).adults = 1;
    expectUntouched<IdReused>(desk, command, 422);
}

TEST_P(GatewayCommands, whatADeskHasSettledIs410AndNeverExecuted)
{
    WireDesk desk = deskOf("anna");
    const Command old = desk.commands.command(wish(desk));
    const Command newer = desk.commands.command(wish(desk));
    ASSERT_EQ(desk.send(m_hotel.property, {newer}, newer.n).status, 200);
    expectUntouched<Outdated>(desk, old, 410);
}

TEST_P(GatewayCommands, aBatchIsAnsweredCommandByCommandUnder200)
{
    WireDesk desk = deskOf("mona");
    const MakeReservation make = wish(desk);
    MakeReservation bad = wish(desk);
    bad.adults = -1;
    const std::vector<Command> batch{desk.commands.command(make), desk.commands.command(bad),
                                     desk.commands.command(ConfirmReservation{make.reservation})};
    const auto results = resultsOf(desk.send(m_hotel.property, batch));
    ASSERT_EQ(results.size(), 3u);
    EXPECT_TRUE(is<Applied>(results[0]));
    EXPECT_EQ(refusalOf(results[1]), refusal::badParty);
    EXPECT_TRUE(is<Applied>(results[2]));
}

TEST_P(GatewayCommands, aReceiptIsReadByWhoeverWorksThereAndByNobodyElse)
{
    WireDesk desk = deskOf("anna");
    const Command command = desk.commands.command(wish(desk));
    const CommandResult sent = desk.sendOne(m_hotel.property, command);
    const std::string path = "/v1/commands/" + toString(command.id);
    const auto outcome = [&](const RawAnswer &answer) {
        return decodeResult(parseJson(answer.body).value()).value().outcome;
    };
    EXPECT_EQ(outcome(desk.get(path)), sent.outcome);
    EXPECT_EQ(outcome(deskOf("adam").get(path)), sent.outcome);
    EXPECT_EQ(outcome(deskOf("otto", 2).get(path)), Outcome(NotKnown{}));
    EXPECT_EQ(outcome(desk.get("/v1/commands/" + toString(idNumbered<CommandId>(4711)))),
              Outcome(NotKnown{}));
    EXPECT_EQ(desk.get("/v1/commands/17").status, 400);
    EXPECT_EQ(desk.get("/v1/commands/'%20OR%201=1--").status, 400);
    EXPECT_EQ(this->desk().get(path).status, 401);
}

TEST_P(GatewayCommands, aClerkIsRefusedWhatManagersDoAndTheRefusalIsKept)
{
    WireDesk clerk = deskOf("anna");
    WireDesk manager = deskOf("mona", 2);
    const MakeReservation make = wish(clerk);
    clerk.sendOne(m_hotel.property, clerk.commands.command(make));
    const std::uint64_t before = seq();
    const Command confirm = clerk.commands.command(ConfirmReservation{make.reservation});
    EXPECT_EQ(refusalOf(clerk.sendOne(m_hotel.property, confirm)), refusal::roleNotAllowed);
    EXPECT_EQ(refusalOf(clerk.sendOne(m_hotel.property, confirm)), refusal::roleNotAllowed);
    for (const CommandArgs &args : {CommandArgs(RejectReservation{make.reservation, "no"}),
                                    CommandArgs(AdvanceBusinessDate{date("2026-05-11")}),
                                    CommandArgs(ChangeWorkflow{m_hotel.doubles, "instant"}),
                                    CommandArgs(RefundPayment{make.reservation,
                                                              idNumbered<PaymentId>(1),
                                                              idNumbered<RefundId>(2),
                                                              {100, *parseCurrency("EUR")},
                                                              "x"})})
        EXPECT_EQ(refusalOf(clerk.sendOne(m_hotel.property, clerk.commands.command(args))),
                  refusal::roleNotAllowed);
    EXPECT_EQ(refusalOf(manager.sendOne(
                  m_hotel.property, manager.commands.command(ChangeWorkflow{m_hotel.doubles, "instant"}))),
              refusal::roleNotAllowed)
        << "workflows are the admin's";
    expectNothingChanged(before);
    EXPECT_TRUE(is<Applied>(
        manager.sendOne(m_hotel.property, manager.commands.command(ConfirmReservation{make.reservation}))));
}

TEST_P(GatewayCommands, aRoleThatWasTakenAwayCountsAtOnce)
{
    WireDesk manager = deskOf("mona");
    const MakeReservation make = wish(manager);
    manager.sendOne(m_hotel.property, manager.commands.command(make));
    Account account = m_storage->accountOf("mona").value().value();
    account.role = Role::Clerk;
    ASSERT_TRUE(m_storage->putAccount(account));
    EXPECT_EQ(refusalOf(manager.sendOne(m_hotel.property,
                                        manager.commands.command(ConfirmReservation{make.reservation}))),
              refusal::roleNotAllowed);
}

TEST_P(GatewayCommands, noDeskSaysWhatAProviderAnswered)
{
    WireDesk admin = deskOf("adam");
    const MakeReservation make = wish(admin);
    const std::uint64_t before = seq();
    const RawAnswer refund = admin.send(
        m_hotel.property,
        {admin.commands.command(RecordRefundOutcome{make.reservation, idNumbered<PaymentId>(1),
                                                    idNumbered<RefundId>(1), RefundState::Done, "DONE"})});
    EXPECT_EQ(refund.status, 403);
    EXPECT_EQ(codeOf(refund), refusal::roleNotAllowed);
    expectNothingChanged(before);
}

TEST_P(GatewayCommands, theActorIsTheSessionsWhateverTheMessageSays)
{
    WireDesk desk = deskOf("anna");
    Command command = desk.commands.command(wish(desk));
    command.actor = "The General Manager";
    ASSERT_TRUE(is<Applied>(desk.sendOne(m_hotel.property, command)));
    const auto made = m_storage->reservation(m_hotel.property, *reservationOf(command.args)).value();
    ASSERT_TRUE(made && !made->history.empty());
    for (const HistoryEntry &entry : made->history)
        EXPECT_EQ(entry.actor, "Name of anna");
}

TEST_P(GatewayCommands, nobodySpeaksForAnotherDevice)
{
    WireDesk victim = deskOf("mona", 2);
    WireDesk attacker = deskOf("anna", 1);
    const Command theirs = victim.commands.command(wish(victim));
    CommandBatch forged = victim.commands.batch({}, 1'000'000);
    forged.commands.push_back(attacker.commands.command(wish(attacker)));
    const RawAnswer answer = attacker.sendBody(m_hotel.property, encodeBatch(forged));
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(codeOf(answer), "other-device");
    EXPECT_TRUE(is<Applied>(victim.sendOne(m_hotel.property, theirs)));
}

TEST_P(GatewayCommands, anotherPropertyIsClosedInEveryWay)
{
    WireDesk otto = deskOf("otto");
    const std::uint64_t before = seq();
    const Command command = otto.commands.command(wish(otto));
    EXPECT_EQ(otto.send(m_hotel.property, {command}).status, 403);
    EXPECT_EQ(codeOf(otto.get(path("snapshot"))), "property-not-allowed");
    EXPECT_EQ(otto.get(path("changes") + "?after=x").status, 403);
    // One that is not there looks no different.
    const RawAnswer missing = otto.get(path("snapshot", idNumbered<PropertyId>(99)));
    EXPECT_EQ(missing.status, 403);
    EXPECT_EQ(missing.body, otto.get(path("snapshot")).body);
    expectNothingChanged(before);
}

TEST_P(GatewayCommands, aReservationOfAnotherPropertyIsNotReachedThroughOnesOwn)
{
    WireDesk clerk = deskOf("anna");
    const MakeReservation make = wish(clerk);
    clerk.sendOne(m_hotel.property, clerk.commands.command(make));
    WireDesk otto = deskOf("otto", 2);
    const std::uint64_t before = seq();
    const CommandResult result =
        otto.sendOne(m_elsewhere, otto.commands.command(CancelReservation{make.reservation, "mine now"}));
    EXPECT_EQ(refusalOf(result), refusal::unknownReservation);
    MakeReservation stolen = make;
    EXPECT_FALSE(is<Applied>(otto.sendOne(m_elsewhere, otto.commands.command(stolen))));
    const auto *refused = std::get_if<Refused>(&result.outcome);
    ASSERT_TRUE(refused);
    EXPECT_FALSE(refused->current) << "nothing of the other house's guest is told";
    expectNothingChanged(before);
    const auto kept = m_storage->reservation(m_hotel.property, make.reservation).value();
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->state, ReservationState::Requested);
}

TEST_P(GatewayCommands, twoDesksThatWantTheLastRoomGetOneRoom)
{
    WireDesk first = deskOf("mona", 1);
    WireDesk second = deskOf("mona", 2);
    std::vector<Command> confirms;
    for (WireDesk *desk : {&first, &first, &second}) {
        const MakeReservation make = wish(*desk);
        ASSERT_TRUE(is<Applied>(desk->sendOne(m_hotel.property, desk->commands.command(make))));
        confirms.push_back(desk->commands.command(ConfirmReservation{make.reservation}));
    }
    ASSERT_TRUE(is<Applied>(first.sendOne(m_hotel.property, confirms[0])));
    auto one = std::async(std::launch::async, [&] { return first.sendOne(m_hotel.property, confirms[1]); });
    auto two = std::async(std::launch::async, [&] { return second.sendOne(m_hotel.property, confirms[2]); });
    const std::multiset<std::string> codes{refusalOf(one.get()), refusalOf(two.get())};
    EXPECT_EQ(codes, (std::multiset<std::string>{"", std::string(refusal::noStock)}));
}

TEST_P(GatewayCommands, theSameCommandSentManyTimesAtOnceHappensOnce)
{
    WireDesk desk = deskOf("anna");
    const Command command = desk.commands.command(wish(desk));
    const std::uint64_t before = seq();
    std::vector<std::future<RawAnswer>> answers;
    for (int i = 0; i < 8; ++i)
        answers.push_back(
            std::async(std::launch::async, [&] { return desk.send(m_hotel.property, {command}); }));
    int fresh = 0;
    for (auto &each : answers) {
        const RawAnswer answer = each.get();
        ASSERT_EQ(answer.status, 200);
        fresh += answer.header("idempotent-replayed").empty() ? 1 : 0;
    }
    EXPECT_EQ(fresh, 1);
    EXPECT_EQ(seq(), before + 1);
}

TEST_P(GatewayFullDisk, aFullDiskIsSaidAndTakesNothingBack)
{
    m_maxPages = 80;
    restart();
    WireDesk desk = deskOf("anna");
    std::vector<Command> kept;
    RawAnswer last;
    for (int i = 0; i < 2'000; ++i) {
        MakeReservation make = wish(desk);
        make.note = std::string(maxText, 'n');
        const Command command = desk.commands.command(make);
        last = desk.send(m_hotel.property, {command});
        if (last.status != 200)
            break;
        kept.push_back(command);
    }
    EXPECT_EQ(last.status, 507) << last.body;
    EXPECT_EQ(codeOf(last), "storage-full");
    ASSERT_FALSE(kept.empty());
    EXPECT_EQ(desk.get(path("snapshot")).status, 200) << "what is there can be read";
    m_maxPages = 0;
    restart();
    WireDesk again = deskOf("anna");
    again.commands = desk.commands;
    for (const Command &command : {kept.front(), kept.back()}) {
        const auto made = m_storage->reservation(m_hotel.property, *reservationOf(command.args)).value();
        EXPECT_TRUE(made);
    }
    EXPECT_TRUE(is<Applied>(again.sendOne(m_hotel.property, again.commands.command(wish(again)))));
}

TEST_P(GatewayCommands, theLogTellsTheReservationAndNothingPersonal)
{
    WireDesk desk = deskOf("anna");
    const MakeReservation make = wish(desk);
    desk.sendOne(m_hotel.property, desk.commands.command(make));
    const std::string log = logged();
    EXPECT_NE(log.find("\"reservation\":\"" + toString(make.reservation) + "\""), std::string::npos);
    EXPECT_NE(log.find("\"outcome\":\"applied\""), std::string::npos);
    for (const char *secret : {"Secretname", "5555-1234", "secretive", "Name of anna"})
        EXPECT_EQ(log.find(secret), std::string::npos) << secret;
}

TEST_P(GatewayCommands, theLogTellsToTheMicrosecondWhenACommandWasCommitted)
{
    using std::chrono::system_clock;
    WireDesk desk = deskOf("anna");
    const auto before = std::chrono::floor<std::chrono::milliseconds>(system_clock::now());
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    const std::string log = logged();
    const auto after = std::chrono::floor<std::chrono::milliseconds>(system_clock::now());
    const std::string key = "\"committed\":\"";
    const auto found = log.rfind(key);
    ASSERT_NE(found, std::string::npos) << log;
    const std::string text =
        log.substr(found + key.size(), std::string("2026-11-21T07:20:00.123456Z").size());
    EXPECT_EQ(text.back(), 'Z');
    const auto committed = parseInstant(text.substr(0, text.size() - 4) + 'Z');
    ASSERT_TRUE(committed) << text;
    EXPECT_LE(before, *committed);
    EXPECT_LE(*committed, after);
}

} // namespace
} // namespace deskbell::server::testing
