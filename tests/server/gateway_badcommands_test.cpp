// Commands that cannot be read, or that nobody may send: refused by themselves, and nothing of them is done.

#include "domain/refusal.h"
#include "server/commandfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

class GatewayBadCommands : public CommandTest
{
protected:
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
};

DESKBELL_ON_EVERY_DATABASE(GatewayBadCommands);

TEST_P(GatewayBadCommands, theSystemsOwnCommandIsRefusedByItself)
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

TEST_P(GatewayBadCommands, bodiesThatAreNoBatchAreRefusedAndChangeNothing)
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

TEST_P(GatewayBadCommands, commandsWithBadFieldsAreRefusedAndChangeNothing)
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

TEST_P(GatewayBadCommands, aCommandThatCannotBeReadIsRefusedByItself)
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

TEST_P(GatewayBadCommands, aCommandInAnotherLaneThanItsReservationsIsRefusedByItself)
{
    WireDesk desk = deskOf("mona");
    const MakeReservation make = wish(desk);
    const Command good = desk.commands.command(make);
    Command elsewhere = desk.commands.command(ConfirmReservation{make.reservation});
    elsewhere.lane = "property";
    Command strayed = desk.commands.command(wish(desk));
    strayed.lane = good.lane;
    const Command after = desk.commands.command(EditNote{make.reservation, "late"});
    const auto results = resultsOf(desk.send(m_hotel.property, {good, elsewhere, strayed, after}));
    ASSERT_EQ(results.size(), 4u);
    EXPECT_TRUE(is<Applied>(results[0]));
    for (const std::size_t at : {1u, 2u}) {
        EXPECT_EQ(refusalOf(results[at]), "bad-command");
        EXPECT_EQ(std::get<Refused>(results[at].outcome).error.facts,
                  (Facts{{"path", "/lane"}, {"reason", "not-its-lane"}}));
    }
    EXPECT_TRUE(is<Applied>(results[3]));
    EXPECT_EQ(m_storage->reservation(m_hotel.property, make.reservation).value()->state,
              ReservationState::Requested);
    EXPECT_FALSE(m_storage->reservation(m_hotel.property, *reservationOf(strayed.args)).value());
    // Nothing is kept of it: in its own lane the same command is carried out.
    elsewhere.lane = good.lane;
    EXPECT_TRUE(is<Applied>(desk.sendOne(m_hotel.property, elsewhere)));
}

TEST_P(GatewayBadCommands, aBatchOfNothingReadableChangesNothing)
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

TEST_P(GatewayBadCommands, aBatchOfTooManyIsRefusedAsAWhole)
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

TEST_P(GatewayBadCommands, textsThatLookLikeQueriesAreStoredAsTheyStand)
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

} // namespace
} // namespace deskbell::server::testing
