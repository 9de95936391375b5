// One notice from taking it up to its end, over a real storage, with a messenger that the test plays,
// under a clock that it moves.

#include "server/noticefixture.h"
#include "server/workers/notice/filechannel.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using enum NoticeVerdict;

DESKBELL_ON_EVERY_DATABASE(NoticeWork);

TEST_P(NoticeWork, aNoticeIsDurablySentBeforeTheMessengerHearsOfIt)
{
    m_channel.will(Accepted, "2000", "M4V1");
    m_channel.meanwhile = [this] { EXPECT_EQ(notice().state, NoticeState::Sent); };
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(notice().state, NoticeState::Accepted);
    EXPECT_EQ(notice().message, "M4V1");
    pass(10s);
    m_channel.will(Delivered, "4000");
    work();
    EXPECT_EQ(notice().state, NoticeState::Delivered);
    EXPECT_EQ(m_channel.asked(), "send,look up");
    EXPECT_EQ(m_channel.lookedUp.at(0).message, "M4V1");
    EXPECT_EQ(waiting(), 0u);
    pass(1h);
    EXPECT_EQ(work(), 0);
}

struct Lead
{
    NoticeState from;
    NoticeVerdict said;
    NoticeState to;
    NoticeWay way;
    bool isOver; ///< nothing more is done about it
};

/// Every state × everything the messenger can say, and what it leads to.
const Lead leads[]{
    {NoticeState::Queued, Accepted, NoticeState::Accepted, NoticeWay::Alimtalk, false},
    {NoticeState::Queued, Delivered, NoticeState::Delivered, NoticeWay::Alimtalk, true},
    {NoticeState::Queued, Failed, NoticeState::Queued, NoticeWay::Sms, false},
    {NoticeState::Queued, Busy, NoticeState::Queued, NoticeWay::Alimtalk, false},
    {NoticeState::Queued, Uncertain, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Sent, Accepted, NoticeState::Accepted, NoticeWay::Alimtalk, false},
    {NoticeState::Sent, Delivered, NoticeState::Delivered, NoticeWay::Alimtalk, true},
    {NoticeState::Sent, Failed, NoticeState::Queued, NoticeWay::Sms, false},
    {NoticeState::Sent, NotThere, NoticeState::Sent, NoticeWay::Alimtalk, false}, // for some time yet
    {NoticeState::Sent, Uncertain, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Sent, NoNews, NoticeState::Sent, NoticeWay::Alimtalk, false},
    {NoticeState::Uncertain, Accepted, NoticeState::Accepted, NoticeWay::Alimtalk, false},
    {NoticeState::Uncertain, Delivered, NoticeState::Delivered, NoticeWay::Alimtalk, true},
    {NoticeState::Uncertain, Failed, NoticeState::Queued, NoticeWay::Sms, false},
    {NoticeState::Uncertain, NotThere, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Uncertain, Uncertain, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Uncertain, NoNews, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Accepted, Accepted, NoticeState::Accepted, NoticeWay::Alimtalk, false},
    {NoticeState::Accepted, Delivered, NoticeState::Delivered, NoticeWay::Alimtalk, true},
    {NoticeState::Accepted, Failed, NoticeState::Queued, NoticeWay::Sms, false},
    {NoticeState::Accepted, NotThere, NoticeState::Accepted, NoticeWay::Alimtalk, false},
    {NoticeState::Accepted, Uncertain, NoticeState::Uncertain, NoticeWay::Alimtalk, false},
    {NoticeState::Accepted, NoNews, NoticeState::Accepted, NoticeWay::Alimtalk, false},
};

TEST_P(NoticeWork, whateverTheMessengerSaysLeadsToWhatIsListed)
{
    for (const Lead &lead : leads) {
        SCOPED_TRACE(std::string(toString(lead.from)) + " and " +
                     std::to_string(static_cast<int>(lead.said)));
        clearWork();
        m_id = m_desk.newReservation();
        MakeReservation make = wish(m_id);
        make.offering = m_hotel.doubles;
        apply(make);
        bringTo(lead.from);
        ASSERT_EQ(notice().state, lead.from);
        m_channel.asked();
        m_channel.will(lead.said, "CODE", lead.said == Accepted ? "M4V1" : "");
        ASSERT_EQ(work(), 1);
        EXPECT_EQ(m_channel.asked(), lead.from == NoticeState::Queued ? "send" : "look up");
        EXPECT_EQ(notice().state, lead.to);
        EXPECT_EQ(notice().way, lead.way);
        EXPECT_EQ(waiting(), lead.isOver ? 0u : 1u);
        if (lead.to != lead.from) {
            EXPECT_EQ(notice().providerCode, "CODE");
        }
    }
}

TEST_P(NoticeWork, whatWasSentAndNotRecordedIsLookedUpAndNotSentAgain)
{
    killWhileSending();
    m_channel.will(Accepted, "3000", "M4V1");
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(m_channel.asked(), "look up");
    EXPECT_EQ(m_channel.lookedUp.at(0).notice, notice().id);
    EXPECT_EQ(m_channel.lookedUp.at(0).message, ""); // by our own name for it
    EXPECT_EQ(m_channel.lookedUp.at(0).to, "01012345678");
    EXPECT_EQ(notice().state, NoticeState::Accepted);
}

TEST_P(NoticeWork, aProcessThatSleptPastItsLeaseRecordsNothing)
{
    m_channel.will(Accepted, "2000", "SLEPT");
    m_channel.meanwhile = [this] {
        pass(46s);
        m_channel.will(Delivered, "4000", "M4V1");
        const auto items = take();
        ASSERT_EQ(items.size(), 1u);
        // The other process looks it up while this one still waits for its answer.
        NoticeFlow other(m_settings, *m_storage, m_channel, m_breaker, m_writer, {}, surroundings(), m_log);
        m_channel.answerLast();
        other.carryOut(items.front());
    };
    work();
    EXPECT_EQ(notice().state, NoticeState::Delivered);
    EXPECT_EQ(m_channel.sent.size(), 1u);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(NoticeWork, whatTheMessengerNeverGotIsSentOnceItsTimeIsOver)
{
    killWhileSending();
    m_channel.will(NotThere);
    work();
    EXPECT_EQ(notice().state, NoticeState::Sent); // it may still be on its way there
    pass(61s);
    m_channel.will(NotThere);
    work();
    EXPECT_EQ(notice().state, NoticeState::Queued);
    EXPECT_EQ(notice().providerCode, "never-arrived");
    m_channel.will(Accepted, "2000", "M4V1");
    work();
    EXPECT_EQ(m_channel.asked(), "look up,look up,send");
    EXPECT_EQ(notice().state, NoticeState::Accepted);
}

TEST_P(NoticeWork, whatIsUncertainIsNeverSentAgain)
{
    bringTo(NoticeState::Accepted);
    m_channel.will(Uncertain, "3014", "M4V1");
    work();
    const std::uint32_t version = find(m_id)->version;
    for (int i = 0; i < 20; ++i) {
        pass(10min);
        m_channel.will(i % 2 == 0 ? Uncertain : NotThere, "3014", "M4V1");
        EXPECT_EQ(work(), 1);
    }
    EXPECT_EQ(m_channel.sent.size(), 1u);
    EXPECT_EQ(notice().state, NoticeState::Uncertain);
    EXPECT_EQ(find(m_id)->version, version); // nobody is told the same again
    pass(10min);
    m_channel.will(Delivered, "4000");
    work();
    EXPECT_EQ(notice().state, NoticeState::Delivered);
}

TEST_P(NoticeWork, whatComesLaterWaitsForWhatCameBefore)
{
    m_channel.will(Busy, "TooManyRequests");
    work();
    apply(ConfirmReservation{m_id});
    EXPECT_EQ(m_channel.asked(), "send");
    m_channel.will(Accepted, "2000", "M4V1");
    m_channel.will(Accepted, "2000", "M4V2");
    for (int i = 0; i < 10 && m_channel.sent.size() < 3; ++i) {
        pass(10s);
        for (const WorkItem &item : take()) {
            if (notice(0).state == NoticeState::Queued || NoticeId{item.subject} == notice(1).id)
                flow().carryOut(item);
            else
                EXPECT_TRUE(
                    m_storage->finishWork(Claim{item.id, item.fence, m_clock.now.load() + 1h, false}));
        }
    }
    ASSERT_EQ(m_channel.sent.size(), 3u);
    EXPECT_EQ(m_channel.sent.at(0).reference.notice, notice(0).id);
    EXPECT_EQ(m_channel.sent.at(1).reference.notice, notice(0).id);
    EXPECT_EQ(m_channel.sent.at(2).reference.notice, notice(1).id);
}

TEST_P(NoticeWork, aGuestWhoWantsNoneByNowGetsNone)
{
    Guest guest = find(m_id)->guest;
    guest.wantsNotices = false;
    apply(EditGuest{m_id, guest});
    work();
    EXPECT_EQ(m_channel.asked(), "");
    EXPECT_EQ(notice().state, NoticeState::Withdrawn);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(NoticeWork, aMessengerThatIsDownIsLeftAloneAndNothingIsLost)
{
    for (int i = 0; i < 12; ++i) {
        m_channel.will(Busy, "not-reached");
        pass(10s);
        if (work() == 0)
            break;
        if (m_breaker.state(surroundings().steady()) == CircuitBreaker::State::Open)
            break;
    }
    EXPECT_EQ(m_breaker.state(surroundings().steady()), CircuitBreaker::State::Open);
    m_channel.asked();
    pass(10s);
    work();
    EXPECT_EQ(m_channel.asked(), ""); // nobody is asked while it is open
    EXPECT_EQ(notice().state, NoticeState::Queued);
    pass(10min);
    m_channel = PlayedChannel();
    m_channel.will(Accepted, "2000", "M4V1");
    work();
    EXPECT_EQ(notice().state, NoticeState::Accepted);
}

TEST_P(NoticeWork, inTheEndWhatWasNeverSentHasFailedAndWhatIsNotKnownStaysSo)
{
    m_settings.mostTries = 2;
    for (int i = 0; i < 2; ++i) {
        m_channel.will(Busy, "not-reached");
        work();
        pass(10s);
    }
    work();
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(notice().providerCode, "given-up");
    EXPECT_EQ(waiting(), 0u);

    m_id = m_desk.newReservation();
    apply(wish(m_id));
    bringTo(NoticeState::Uncertain);
    m_channel.will(NoNews);
    work();
    pass(10s);
    work();
    EXPECT_EQ(notice().state, NoticeState::Uncertain);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(NoticeWork, aRefusedChangeAndAPassedOverOneTellNobody)
{
    clearWork();
    const std::size_t before = find(m_id)->notices.size();
    EXPECT_EQ(refusalOf(send(m_desk.command(CheckIn{m_id}))), "wrong-state");
    apply(EditNote{m_id, "late"});
    EXPECT_EQ(find(m_id)->notices.size(), before);
    EXPECT_EQ(waiting(), 0u);
    // A command that comes again is one command.
    const Command confirm = m_desk.command(ConfirmReservation{m_id});
    send(confirm);
    EXPECT_TRUE(send(confirm).isReplayed);
    EXPECT_EQ(find(m_id)->notices.size(), before + 1);
    EXPECT_EQ(waiting(), 1u);
}

TEST_P(NoticeWork, aFileTakesThemAllForDevelopment)
{
    const TemporaryFolder folder;
    FileChannel file(folder / "notices.jsonl");
    NoticeFlow flow(
        m_settings, *m_storage, file, m_breaker, m_writer,
        [](const PropertyId &, const Reservation &) -> Expected<NoticeFacts> { return NoticeFacts{}; },
        surroundings(), m_log);
    for (const WorkItem &item : take())
        flow.carryOut(item);
    EXPECT_EQ(notice().state, NoticeState::Delivered);
    EXPECT_EQ(notice().way, NoticeWay::File);
    EXPECT_EQ(file.lookUp({notice().id, NoticeWay::File, "", ""}).verdict, Delivered);
    EXPECT_EQ(file.lookUp({idNumbered<NoticeId>(5), NoticeWay::File, "", ""}).verdict, NotThere);
    FileChannel unwritable(folder / "no" / "such" / "place");
    EXPECT_EQ(unwritable.send({}).verdict, Busy);
}

} // namespace
} // namespace deskbell::server::testing
