// What a notice says and to whom: in the guest's language, as the template that was approved, and as one
// text message where the Alimtalk has failed.

#include "server/noticefixture.h"
#include "server/workers/notice/koreantext.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using enum NoticeVerdict;

class NoticeTexts : public NoticeWork
{
};

DESKBELL_ON_EVERY_DATABASE(NoticeTexts);

TEST_P(NoticeTexts, itIsWrittenForTheGuest)
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
    EXPECT_TRUE(isFilledFrom(message.text, ourTexts().in("ko", "ko").templates.at("requested").text));
    ASSERT_EQ(message.buttons.size(), 1u);
    EXPECT_EQ(message.buttons[0].link, "https://h.example/my/abc");
    EXPECT_EQ(message.variables.at("price"), "€200.00");
}

TEST_P(NoticeTexts, whoSpeaksEnglishReadsEnglish)
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

TEST_P(NoticeTexts, whoPaidNothingIsNotToldOfARefund)
{
    apply(CancelReservation{m_id, "changed"});
    for (int i = 0; i < 2; ++i)
        m_channel.will(Accepted, "2000", "M4V" + std::to_string(i));
    work();
    work();
    ASSERT_FALSE(m_channel.sent.empty());
    EXPECT_EQ(m_channel.sent.back().templateId, "KA01TP-deskbell-cancelled-unpaid-ko");
    EXPECT_EQ(m_channel.sent.back().text.find("환불"), std::string::npos) << m_channel.sent.back().text;
}

TEST_P(NoticeTexts, anAlimtalkThatFailedGoesAsOneTextMessage)
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

TEST_P(NoticeTexts, aTextMessageOfMoreThanNinetyBytesHasASubject)
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

TEST_P(NoticeTexts, aHouseMayHaveNoFallback)
{
    m_settings.fallsBackToSms = false;
    m_channel.will(Failed, "1042");
    work();
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(NoticeTexts, aNumberThatIsNoneFailsWithoutACall)
{
    Guest guest = find(m_id)->guest;
    guest.phone = "ask at the desk";
    apply(EditGuest{m_id, guest});
    work();
    EXPECT_EQ(m_channel.asked(), "");
    EXPECT_EQ(notice().state, NoticeState::Failed);
    EXPECT_EQ(notice().providerCode, "bad-number");
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
