// Commands over the wire: what is carried out, what is answered twice, and what nobody may.

#include <future>
#include <set>

#include "domain/refusal.h"
#include "server/gatewayfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

class GatewayCommands : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
        addAccount("mona", Role::Manager, {m_hotel.property});
        addAccount("otto", Role::Manager, {m_elsewhere});
        addAccount("adam", Role::Admin, {m_hotel.property, m_elsewhere});
    }
    /// Sends a good command with one text of its body replaced.
    RawAnswer sendAltered(WireDesk &desk, const std::string &from, const std::string &to)
    {
        std::string body = encodeBatch(desk.commands.batch({desk.commands.command(wish(desk))}));
        const std::size_t at = body.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        body.replace(at, from.size(), to);
        return desk.sendBody(m_hotel.property, body);
    }
    /// Sends a batch in which no reader finds the number of adults of one command.
    std::vector<CommandResult> sendUnreadable(WireDesk &desk, const std::vector<Command> &batch,
                                              const Command &bad)
    {
        std::string body = encodeBatch(desk.commands.batch(batch));
        const std::string from = "\"adults\":2";
        body.replace(body.find(from, body.find(toString(bad.id))), from.size(), "\"adults\":\"2\"");
        return resultsOf(desk.sendBody(m_hotel.property, body));
    }
    static std::vector<CommandResult> resultsOf(const RawAnswer &answer)
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return decodeResults(answer.body).value_or(std::vector<CommandResult>());
    }
    void expectNothingChanged(std::uint64_t before) { EXPECT_EQ(seq(), before); }
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
    EXPECT_EQ(outcome(deskOf("otto").get(path)), Outcome(NotKnown{}));
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

TEST_P(GatewayCommands, theSystemsOwnCommandIsRefusedByItself)
{
    WireDesk admin = deskOf("adam");
    const Command first = admin.commands.command(wish(admin));
    const Command forged = admin.commands.command(RecordPaymentOutcome{
        *reservationOf(first.args), idNumbered<PaymentId>(1), PaymentState::Taken, "DONE"});
    const Command bad = admin.commands.command(wish(admin));
    const Command expiring = admin.commands.command(ExpireReservation{*reservationOf(first.args)});
    const Command last = admin.commands.command(wish(admin));
    const auto results = sendUnreadable(admin, {first, forged, bad, expiring, last}, bad);
    ASSERT_EQ(results.size(), 5u);
    EXPECT_TRUE(is<Applied>(results[0]));
    EXPECT_EQ(results[1].id, forged.id);
    EXPECT_EQ(refusalOf(results[1]), refusal::roleNotAllowed);
    EXPECT_EQ(results[2].id, bad.id);
    EXPECT_EQ(refusalOf(results[2]), "bad-command");
    EXPECT_EQ(results[3].id, expiring.id);
    EXPECT_EQ(refusalOf(results[3]), refusal::roleNotAllowed);
    EXPECT_EQ(results[4].id, last.id);
    EXPECT_TRUE(is<Applied>(results[4]));
    EXPECT_TRUE(is<NotKnown>(m_storage->receipt(m_hotel.property, forged.id).value()));
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

TEST_P(GatewayCommands, bodiesThatAreNoBatchAreRefusedAndChangeNothing)
{
    WireDesk desk = deskOf("anna");
    const std::uint64_t before = seq();
    const std::pair<const char *, int> bodies[] = {{"", 400},
                                                   {"{", 400},
                                                   {"[]", 400},
                                                   {"null", 400},
                                                   {R"({"device":"x","commands":[]})", 400},
                                                   {R"({"commands":[{"type":"confirm-reservation"}]})", 400}};
    for (const auto &[body, status] : bodies) {
        const RawAnswer answer = desk.sendBody(m_hotel.property, body);
        EXPECT_EQ(answer.status, status) << body;
        EXPECT_NE(codeOf(answer), "") << body;
    }
    EXPECT_EQ(desk.sendBody(m_hotel.property, std::string(2'000, '[')).status, 400);
    EXPECT_EQ(desk.sendBody(m_hotel.property, std::string(1024 * 1024 + 1, ' ')).status, 413);
    EXPECT_EQ(desk.post(path("commands"), "{}", "text/xml").status, 415);
    EXPECT_EQ(desk.post(path("commands"), "{}", "application/json-seq").status, 415);
    expectNothingChanged(before);
}

TEST_P(GatewayCommands, commandsWithBadFieldsAreRefusedAndChangeNothing)
{
    WireDesk desk = deskOf("anna");
    const std::uint64_t before = seq();
    for (const auto &[from, to] :
         std::vector<std::pair<std::string, std::string>>{{"\"make-reservation\"", "\"drop-tables\""},
                                                          {"\"2026-06-01\"", "\"2026-06-31\""},
                                                          {"\"adults\":2", "\"adults\":\"2\""},
                                                          {"\"adults\":2", "\"adults\":2e99"},
                                                          {"\"Kim Secretname\"", "\"\xff\xfe\""},
                                                          {"\"EUR\"", "\"EU\""},
                                                          {"\"commands\":[", "\"commands\":[17,"},
                                                          {"\"lane\":\"", "\"lane\":17,\"x\":\""}}) {
        const RawAnswer answer = sendAltered(desk, from, to);
        EXPECT_EQ(answer.status, 400) << from << " -> " << to << ": " << answer.body;
        EXPECT_NE(codeOf(answer), "");
    }
    expectNothingChanged(before);
}

TEST_P(GatewayCommands, aCommandThatCannotBeReadIsRefusedByItself)
{
    WireDesk desk = deskOf("anna");
    const Command good = desk.commands.command(wish(desk));
    const Command bad = desk.commands.command(wish(desk));
    const Command after = desk.commands.command(wish(desk));
    const auto results = sendUnreadable(desk, {good, bad, after}, bad);
    ASSERT_EQ(results.size(), 3u);
    EXPECT_TRUE(is<Applied>(results[0]));
    EXPECT_EQ(results[1].id, bad.id);
    EXPECT_EQ(refusalOf(results[1]), "bad-command");
    EXPECT_EQ(std::get<Refused>(results[1].outcome).error.facts.at("path"), "/args/adults");
    EXPECT_EQ(results[2].id, after.id);
    EXPECT_TRUE(is<Applied>(results[2]));
    // Nothing is kept of it: it means nothing here yet.
    EXPECT_TRUE(is<NotKnown>(m_storage->receipt(m_hotel.property, bad.id).value()));
    EXPECT_FALSE(m_storage->reservation(m_hotel.property, *reservationOf(bad.args)).value());
}

TEST_P(GatewayCommands, aBatchOfNothingReadableChangesNothing)
{
    WireDesk desk = deskOf("anna");
    const std::uint64_t before = seq();
    std::string body = encodeBatch(
        desk.commands.batch({desk.commands.command(wish(desk)), desk.commands.command(wish(desk))}));
    const std::string from = "\"make-reservation\"";
    for (std::size_t at = 0; (at = body.find(from, at)) != std::string::npos;)
        body.replace(at, from.size(), "\"sing-a-song\"");
    const auto results = resultsOf(desk.sendBody(m_hotel.property, body));
    ASSERT_EQ(results.size(), 2u);
    for (const CommandResult &result : results)
        EXPECT_EQ(refusalOf(result), "bad-command");
    expectNothingChanged(before);
}

TEST_P(GatewayCommands, aBatchOfTooManyIsRefusedAsAWhole)
{
    WireDesk desk = deskOf("anna");
    std::vector<Command> many;
    for (std::size_t i = 0; i <= maxCommandsPerBatch; ++i)
        many.push_back(desk.commands.command(wish(desk)));
    const std::uint64_t before = seq();
    EXPECT_EQ(desk.send(m_hotel.property, many).status, 400);
    expectNothingChanged(before);
    many.pop_back();
    EXPECT_EQ(desk.send(m_hotel.property, many).status, 200);
}

TEST_P(GatewayCommands, textsThatLookLikeQueriesAreStoredAsTheyStand)
{
    WireDesk desk = deskOf("anna");
    MakeReservation make = wish(desk);
    make.guest.name = "Robert'); DROP TABLE reservation;--";
    ASSERT_TRUE(is<Applied>(desk.sendOne(m_hotel.property, desk.commands.command(make))));
    EXPECT_EQ(m_storage->reservation(m_hotel.property, make.reservation).value()->guest.name,
              make.guest.name);
    EXPECT_EQ(desk.get("/v1/properties/'%20OR%20'1'='1/snapshot").status, 400);
    EXPECT_EQ(desk.get("/v1/properties/..%2f..%2fetc/snapshot").status / 100, 4);
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
