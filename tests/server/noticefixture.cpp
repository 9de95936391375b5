#include "server/noticefixture.h"

#include <filesystem>
#include <utility>

namespace deskbell::server::testing {

using namespace std::chrono_literals;
using enum NoticeVerdict;

NoticeAnswer PlayedChannel::next(const char *call)
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

const NoticeTemplates &ourTexts()
{
    static const NoticeTemplates texts =
        NoticeTemplates::readFolder(std::filesystem::path(DESKBELL_DOCS).parent_path() / "resources/notices")
            .value();
    return texts;
}

void NoticeWork::SetUp()
{
    WorkTest::SetUp();
    m_id = m_desk.newReservation();
    apply(wish(m_id));
}

MakeReservation NoticeWork::wish(const ReservationId &id)
{
    MakeReservation make = request(id, m_hotel.doubles, "2026-06-01", "2026-06-03");
    make.guest.phone = "+82 10-1234-5678";
    make.guest.language = "ko";
    return make;
}

NoticeFlow &NoticeWork::flow()
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

void NoticeWork::killWhileSending()
{
    const WorkItem item = take().at(0);
    const Recorder killed("notice-worker", *m_storage, surroundings(), m_log);
    ASSERT_TRUE(killed.commit(
        item, RecordNoticeOutcome{m_id, notice().id, NoticeState::Sent, NoticeWay::Alimtalk, "", ""},
        Claim{item.id, item.fence, std::nullopt, true}));
    pass(46s); // its lease is over
}

void NoticeWork::bringTo(NoticeState state)
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

void NoticeWork::clearWork()
{
    pass(1h);
    for (const WorkItem &item : take())
        EXPECT_TRUE(m_storage->finishWork(Claim{item.id, item.fence, std::nullopt, false}).value());
}

} // namespace deskbell::server::testing
