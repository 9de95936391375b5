// One notice from taking it up to its end, over a real storage, with a messenger that the test plays,
// under a clock that it moves.

#include "server/storagefixture.h"

#include <deque>

#include <spdlog/spdlog.h>

#include "server/workers/notice/filechannel.h"
#include "server/workers/notice/koreantext.h"
#include "server/workers/notice/noticeflow.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using enum NoticeVerdict;

/// Answers as it was told, and remembers what it was asked.
class PlayedChannel : public NoticeChannel
{
public:
    NoticeWay way(NoticeWay wanted) const override { return wanted; }
    NoticeAnswer send(const NoticeMessage &message) override
    {
        sent.push_back(message);
        return next("send");
    }
    NoticeAnswer lookUp(const NoticeReference &reference) override
    {
        lookedUp.push_back(reference);
        return next("look up");
    }
    void abandon() override {}

    void will(NoticeVerdict verdict, std::string code = {}, std::string message = {})
    {
        m_answers.push_back({verdict, std::move(code), std::move(message)});
    }
    /// The next call is answered with what was said last.
    void answerLast()
    {
        m_answers.push_front(m_answers.back());
        m_answers.pop_back();
    }
    /// The calls since the last time, "send,look up".
    std::string asked() { return std::exchange(m_calls, {}); }

    std::vector<NoticeMessage> sent;
    std::vector<NoticeReference> lookedUp;
    std::function<void()> meanwhile;

private:
    NoticeAnswer next(const char *call)
    {
        m_calls += (m_calls.empty() ? "" : ",") + std::string(call);
        if (const auto first = std::exchange(meanwhile, nullptr))
            first();
        if (m_answers.empty()) {
            ADD_FAILURE() << "not expected: " << call;
            return {};
        }
        const NoticeAnswer answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }
    std::string m_calls;
    std::deque<NoticeAnswer> m_answers;
};

const NoticeTemplates &ourTexts()
{
    static const NoticeTemplates texts =
        NoticeTemplates::readFolder(std::filesystem::path(DESKBELL_DOCS).parent_path() / "resources/notices")
            .value();
    return texts;
}

class NoticeWork : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        m_id = m_desk.newReservation();
        apply(wish(m_id));
    }
    MakeReservation wish(const ReservationId &id)
    {
        MakeReservation make = request(id, m_hotel.doubles, "2026-06-01", "2026-06-03");
        make.guest.phone = "+82 10-1234-5678";
        make.guest.language = "ko";
        return make;
    }
    NoticeFlow &flow()
    {
        if (!m_flow)
            m_flow = std::make_unique<NoticeFlow>(
                m_settings, *m_storage, m_channel, m_breaker, m_writer,
                [this](const PropertyId &, const Reservation &) -> Expected<NoticeFacts> {
                    Property property;
                    property.name = "바다 호텔";
                    return NoticeFacts{property, "디럭스", "301", {}, m_link};
                },
                surroundings(), m_log);
        return *m_flow;
    }
    WorkerSurroundings surroundings()
    {
        return {[this] { return m_clock.now.load(); },
                [this] { return CircuitBreaker::TimePoint(m_clock.now.load().time_since_epoch()); },
                [this] { return ++m_random * 0x9E3779B97F4A7C15u; }};
    }
    std::vector<WorkItem> take() { return m_storage->takeWork(Work::Notify, m_clock.now, 45s, 10).value(); }
    /// Carries out all that is due; how much that was.
    int work()
    {
        const auto items = take();
        for (const WorkItem &item : items)
            flow().carryOut(item);
        return static_cast<int>(items.size());
    }
    void pass(std::chrono::milliseconds time) { m_clock.now = m_clock.now.load() + time; }
    const Notice notice(std::size_t at = 0) { return find(m_id)->notices.at(at); }
    std::size_t waiting()
    {
        const auto all = m_storage->backlog().value();
        for (const Backlog &backlog : all) {
            if (backlog.work == Work::Notify)
                return backlog.waiting;
        }
        return 0;
    }
    /// A process that was killed between saying that it sends and hearing the answer.
    void killWhileSending()
    {
        const WorkItem item = take().at(0);
        const Recorder killed("notice-worker", *m_storage, surroundings(), m_log);
        ASSERT_TRUE(killed.commit(
            item, RecordNoticeOutcome{m_id, notice().id, NoticeState::Sent, NoticeWay::Alimtalk, "", ""},
            Claim{item.id, item.fence, std::nullopt, true}));
        pass(46s); // its lease is over
    }
    void bringTo(NoticeState state)
    {
        if (state == NoticeState::Sent)
            killWhileSending();
        if (state == NoticeState::Queued || state == NoticeState::Sent)
            return;
        const bool isKnown = state == NoticeState::Accepted;
        m_channel.will(isKnown ? Accepted : Uncertain, isKnown ? "2000" : "no-answer", isKnown ? "M4V1" : "");
        work();
        pass(10s);
    }
    /// Takes all that is left and lets go of it for good.
    void clearWork()
    {
        pass(1h);
        for (const WorkItem &item : take())
            EXPECT_TRUE(m_storage->finishWork(Claim{item.id, item.fence, std::nullopt, false}).value());
    }

    std::string m_link = "https://h.example/my/abc";
    ReservationId m_id;
    PlayedChannel m_channel;
    NoticeFlow::Settings m_settings{{1s, 8s}, 60s, 1'000, true};
    std::uint64_t m_random = 0;
    CircuitBreaker m_breaker{{.failureRate = 0.9}, [] { return 0.0; }};
    NoticeWriter m_writer{ourTexts(), "ko"};
    Log m_log{std::make_shared<spdlog::logger>("none")};
    std::unique_ptr<NoticeFlow> m_flow;
};

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

TEST_P(NoticeWork, itIsWrittenForTheGuest)
{
    m_channel.will(Accepted, "2000", "M4V1");
    work();
    const NoticeMessage &message = m_channel.sent.at(0);
    EXPECT_EQ(message.reference.to, "01012345678");
    EXPECT_EQ(message.reference.notice, notice().id);
    EXPECT_EQ(message.reference.way, NoticeWay::Alimtalk);
    EXPECT_EQ(message.templateId, "KA01TP-deskbell-requested-ko");
    EXPECT_EQ(message.channel, "KA01PF-deskbell");
    EXPECT_NE(message.text.find("[바다 호텔]"), std::string::npos) << message.text;
    EXPECT_NE(message.text.find("Kim Minji님, 예약 신청이 접수되었습니다."), std::string::npos);
    EXPECT_NE(message.text.find("2026년 6월 1일 (월) ~ 2026년 6월 3일 (수)"), std::string::npos);
    EXPECT_TRUE(
        isFilledFrom(message.text, ourTexts().in("ko", "ko").templates.at(NoticeKind::Requested).text));
    ASSERT_EQ(message.buttons.size(), 1u);
    EXPECT_EQ(message.buttons[0].link, "https://h.example/my/abc");
    EXPECT_EQ(message.variables.at("price"), "€200.00");
}

TEST_P(NoticeWork, whoSpeaksEnglishReadsEnglish)
{
    const ReservationId other = m_desk.newReservation();
    MakeReservation make = wish(other);
    make.guest.language = "en-GB";
    apply(make);
    m_channel.will(Accepted, "2000", "M4V1");
    m_channel.will(Accepted, "2000", "M4V2");
    work();
    EXPECT_NE(m_channel.sent.at(1).text.find("Dear Kim Minji, we have your request."), std::string::npos);
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
        if (lead.to != lead.from)
            EXPECT_EQ(notice().providerCode, "CODE");
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

TEST_P(NoticeWork, anAlimtalkThatFailedGoesAsOneTextMessage)
{
    bringTo(NoticeState::Accepted);
    m_channel.will(Failed, "3104", "M4V1");
    work();
    EXPECT_EQ(notice().fallbackCode, "3104");
    m_channel.will(Accepted, "2000", "M4V2");
    work();
    ASSERT_EQ(m_channel.sent.size(), 2u);
    const NoticeMessage &text = m_channel.sent.at(1);
    EXPECT_EQ(text.reference.way, NoticeWay::Sms);
    EXPECT_EQ(text.templateId, "");
    EXPECT_NE(text.text.find("예약 신청이 접수되었습니다."), std::string::npos) << text.text;
    EXPECT_LE(koreanBytes(text.text), mostSmsBytes);
    EXPECT_EQ(text.subject, ""); // a short one has none
    pass(10s);
    m_channel.will(Failed, "3010", "M4V2");
    work();
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(notice().providerCode, "3010");
    EXPECT_EQ(notice().fallbackCode, "3104");
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(NoticeWork, aTextMessageOfMoreThanNinetyBytesHasASubject)
{
    m_link = "https://a-house-by-the-sea.example/my/" + std::string(40, 'x');
    m_channel.will(Failed, "3104");
    work();
    m_channel.will(Accepted, "2000", "M4V2");
    work();
    const NoticeMessage &text = m_channel.sent.at(1);
    EXPECT_GT(koreanBytes(text.text), mostSmsBytes);
    EXPECT_NE(text.text.find(m_link), std::string::npos);
    EXPECT_EQ(text.subject, "예약 신청");
}

TEST_P(NoticeWork, aHouseMayHaveNoFallback)
{
    m_settings.fallsBackToSms = false;
    m_channel.will(Failed, "1042");
    work();
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(waiting(), 0u);
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

TEST_P(NoticeWork, aNumberThatIsNoneFailsWithoutACall)
{
    Guest guest = find(m_id)->guest;
    guest.phone = "ask at the desk";
    apply(EditGuest{m_id, guest});
    work();
    EXPECT_EQ(m_channel.asked(), "");
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(notice().providerCode, "bad-number");
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

TEST(NoticeNumbers, areDialledAsTheMessengerWantsThem)
{
    EXPECT_EQ(diallable("010-1234-5678"), "01012345678");
    EXPECT_EQ(diallable("+82 10 1234 5678"), "01012345678");
    EXPECT_EQ(diallable("+82 (0)10 1234 5678"), "01012345678");
    EXPECT_EQ(diallable("+351 912 345 678"), "351912345678");
    EXPECT_EQ(diallable("1234"), "");
    EXPECT_EQ(diallable(""), "");
    EXPECT_EQ(diallable("12345678901234567"), "");
}

} // namespace
} // namespace deskbell::server::testing
