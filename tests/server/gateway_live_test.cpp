// The live socket: who may listen, what they hear and when, and who is sent away.

#include "server/gatewayfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
using deskbell::test::RawFrame;

class GatewayLive : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
        addAccount("otto", Role::Clerk, {m_elsewhere});
    }
    RawClient connected()
    {
        RawClient line(m_server->port());
        EXPECT_EQ(line.upgrade(path("live")), 101);
        return line;
    }
    /// A desk that has said who it is and goes on from its snapshot.
    RawClient listening(const WireDesk &desk)
    {
        RawClient line = connected();
        line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
        line.sendText(encodeLive(LiveResume{cursorNow(desk)}));
        return line;
    }
    std::string cursorNow(const WireDesk &desk)
    {
        const RawAnswer answer = desk.get(path("snapshot"));
        const std::string last = answer.body.substr(answer.body.rfind('\n', answer.body.size() - 2) + 1);
        return std::get<SnapshotEnd>(decodeSnapshotLine(last).value()).cursor;
    }
    /// The next message that is not a ping.
    std::optional<LiveMessage> heard(RawClient &line)
    {
        for (;;) {
            const RawFrame frame = line.frame();
            if (frame.opcode == 9)
                continue;
            if (frame.opcode != 1)
                return std::nullopt;
            return decodeLive(frame.payload).value();
        }
    }
    int closedWith(RawClient &line)
    {
        for (;;) {
            const RawFrame frame = line.frame();
            if (frame.opcode == 8)
                return frame.closeCode();
            if (frame.opcode < 0)
                return -1;
        }
    }
    /// True once the line hears of what `desk` does: it is known to the hub.
    void makeSure(RawClient &line, WireDesk &desk)
    {
        desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
        EXPECT_TRUE(heard(line));
    }
};

DESKBELL_ON_EVERY_DATABASE(GatewayLive);

TEST_P(GatewayLive, aChangeIsPushedWholeToADeskThatHasSeenAllBefore)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    const Command command = desk.commands.command(wish(desk));
    desk.sendOne(m_hotel.property, command);
    const auto message = heard(line);
    ASSERT_TRUE(message);
    const auto *pushed = std::get_if<LiveTransaction>(&*message);
    const auto *tick = std::get_if<LiveTick>(&*message);
    ASSERT_TRUE(pushed || tick);
    if (tick)
        return; // the command was faster than the greeting: the next one comes whole
    EXPECT_EQ(pushed->transaction.seq, seq());
    EXPECT_EQ(pushed->transaction.command, command.id);
    ASSERT_EQ(pushed->transaction.rows.size(), 1u);
    EXPECT_EQ(parseCursor(pushed->cursor)->seq, seq());
}

TEST_P(GatewayLive, changesComeInOrderWithoutAGap)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    std::uint64_t last = seq();
    for (int i = 0; i < 20; ++i)
        desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    for (int i = 0; i < 20; ++i) {
        const auto message = heard(line);
        ASSERT_TRUE(message);
        const auto *pushed = std::get_if<LiveTransaction>(&*message);
        ASSERT_TRUE(pushed);
        EXPECT_EQ(pushed->transaction.seq, ++last);
    }
}

TEST_P(GatewayLive, aDeskThatIsBehindGetsATickAndThenWholeChanges)
{
    WireDesk desk = deskOf("anna");
    const std::string old = cursorNow(desk);
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    RawClient line = connected();
    line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
    line.sendText(encodeLive(LiveResume{old}));
    const auto first = heard(line);
    ASSERT_TRUE(first && std::holds_alternative<LiveTick>(*first));
    EXPECT_EQ(std::get<LiveTick>(*first).seq, seq());
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    const auto second = heard(line);
    ASSERT_TRUE(second && std::holds_alternative<LiveTransaction>(*second));
    EXPECT_EQ(std::get<LiveTransaction>(*second).transaction.seq, seq());
}

TEST_P(GatewayLive, aDeskHearsOnlyOfItsOwnWindow)
{
    WireDesk desk = deskOf("anna");
    Cursor cursor = parseCursor(cursorNow(desk)).value();
    cursor.from = date("2026-03-01");
    cursor.to = date("2026-04-01");
    RawClient line = connected();
    line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
    line.sendText(encodeLive(LiveResume{toString(cursor)}));
    makeSure(line, desk);
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk, "2026-06-01", "2026-06-02")));
    const auto message = heard(line);
    ASSERT_TRUE(message && std::holds_alternative<LiveTransaction>(*message));
    EXPECT_EQ(std::get<LiveTransaction>(*message).transaction.seq, seq()) << "the number comes all the same";
    EXPECT_TRUE(std::get<LiveTransaction>(*message).transaction.rows.empty());
}

TEST_P(GatewayLive, whoDoesNotSayWhoTheyAreInTimeIsSentAway)
{
    RawClient line = connected();
    line.sendFrame(9, "there?"); // the backend counts from when the line stands there, after its 101
    ASSERT_EQ(line.frame().opcode, 10);
    m_later = std::chrono::milliseconds(11'000);
    EXPECT_EQ(closedWith(line), closeUnauthorized);
}

TEST_P(GatewayLive, whoSpeaksBeforeSayingWhoTheyAreIsSentAway)
{
    const WireDesk desk = deskOf("anna");
    RawClient line = connected();
    line.sendText(encodeLive(LiveResume{cursorNow(desk)}));
    EXPECT_EQ(closedWith(line), closeUnauthorized);
}

TEST_P(GatewayLive, badAndOldTokensAreSentAway)
{
    const WireDesk desk = deskOf("anna");
    RawClient bad = connected();
    bad.sendText(encodeLive(LiveAuth{"' OR 1=1 --"}));
    EXPECT_EQ(closedWith(bad), closeUnauthorized);
    RawClient refresh = connected();
    refresh.sendText(encodeLive(LiveAuth{desk.grant.refreshToken}));
    EXPECT_EQ(closedWith(refresh), closeUnauthorized);
    m_clock.now = m_clock.now.load() + std::chrono::hours(1);
    RawClient old = connected();
    old.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
    EXPECT_EQ(closedWith(old), closeUnauthorized);
}

TEST_P(GatewayLive, nobodyListensAtAPropertyWhereTheyDoNotWork)
{
    const WireDesk otto = deskOf("otto");
    RawClient line = connected();
    line.sendText(encodeLive(LiveAuth{otto.grant.accessToken}));
    EXPECT_EQ(closedWith(line), closeForbidden);
}

TEST_P(GatewayLive, aCursorOfAnotherPropertyIsSentAway)
{
    const WireDesk desk = deskOf("anna");
    Cursor cursor = parseCursor(cursorNow(desk)).value();
    cursor.property = m_elsewhere;
    RawClient line = connected();
    line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
    line.sendText(encodeLive(LiveResume{toString(cursor)}));
    EXPECT_EQ(closedWith(line), closeForbidden);
}

TEST_P(GatewayLive, everybodyComesAgainWhenTheHistoryIsAnother)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    const History another = m_storage->history()->under(idNumbered(88));
    m_hub->begin(another);
    EXPECT_EQ(closedWith(line), closeCursorGone);
    EXPECT_EQ(m_hub->epoch(), another.epoch());
}

TEST_P(GatewayLive, aCursorOfAnotherEpochOrFromTheFutureIsGone)
{
    const WireDesk desk = deskOf("anna");
    const Cursor cursor = parseCursor(cursorNow(desk)).value();
    Cursor other = cursor;
    other.epoch = idNumbered(77);
    Cursor future = cursor;
    future.seq += 1;
    for (const Cursor &gone : {other, future}) {
        RawClient line = connected();
        line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
        line.sendText(encodeLive(LiveResume{toString(gone)}));
        EXPECT_EQ(closedWith(line), closeCursorGone);
    }
}

TEST_P(GatewayLive, nonsenseIsSentAway)
{
    const WireDesk desk = deskOf("anna");
    for (const std::string &text :
         {std::string("hello"), std::string("{}"), std::string(2'000, '['), std::string(9'000, ' '),
          std::string(R"({"auth":{}})"), encodeLive(LiveTick{1})}) {
        RawClient line = connected();
        line.sendText(encodeLive(LiveAuth{desk.grant.accessToken}));
        line.sendText(text);
        EXPECT_EQ(closedWith(line), http::closecode::policyViolation) << text.substr(0, 40);
    }
}

TEST_P(GatewayLive, whoTalksTooMuchIsSentAway)
{
    const WireDesk desk = deskOf("anna");
    RawClient line = connected();
    const std::string greeting = encodeLive(LiveAuth{desk.grant.accessToken});
    bool isOpen = true;
    for (int i = 0; i < 20'000 && isOpen; ++i)
        isOpen = line.sendText(greeting);
    const int code = closedWith(line);
    EXPECT_TRUE(code == http::closecode::policyViolation || code == -1) << code;
}

TEST_P(GatewayLive, aListenerGoesWithItsSession)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    EXPECT_EQ(desk.remove("/v1/session").status, 204);
    EXPECT_EQ(closedWith(line), closeUnauthorized);
}

TEST_P(GatewayLive, aListenerGoesWithItsMembership)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    Account account = m_storage->accountOf("anna").value().value();
    account.properties = {m_elsewhere};
    ASSERT_TRUE(m_storage->putAccount(account));
    EXPECT_EQ(closedWith(line), closeForbidden);
}

TEST_P(GatewayLive, aListenerStaysWhenItsAccessTokenEnds)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    m_clock.now = m_clock.now.load() + std::chrono::hours(1);
    WireDesk again = deskOf("anna", 2);
    again.sendOne(m_hotel.property, again.commands.command(wish(again)));
    EXPECT_TRUE(heard(line));
}

TEST_P(GatewayLive, aStoppingServerSaysThatItGoes)
{
    WireDesk desk = deskOf("anna");
    RawClient line = listening(desk);
    makeSure(line, desk);
    m_server->stop(std::chrono::seconds(2));
    EXPECT_EQ(closedWith(line), http::closecode::goingAway);
}

} // namespace
} // namespace deskbell::server::testing
