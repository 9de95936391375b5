#pragma once

// One notice over a real storage, with a messenger that the test plays, under a clock that it moves.

#include "server/workfixture.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/workers/notice/noticeflow.h"

namespace deskbell::server::testing {

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
    NoticeAnswer next(const char *call);

    std::string m_calls;
    std::deque<NoticeAnswer> m_answers;
};

/// The templates that come with the program.
const NoticeTemplates &ourTexts();

class NoticeWork : public WorkTest
{
protected:
    NoticeWork() : WorkTest(Work::Notify) {}

    void SetUp() override;
    /// A guest who is told of things in Korean.
    MakeReservation wish(const ReservationId &id);
    NoticeFlow &flow();
    /// Carries out all that is due; how much that was.
    int work() { return static_cast<int>(carryOut(flow())); }
    const Notice notice(std::size_t at = 0) { return find(m_id)->notices.at(at); }
    /// A process that was killed between saying that it sends and hearing the answer.
    void killWhileSending();
    void bringTo(NoticeState state);
    /// Takes all that is left and lets go of it for good.
    void clearWork();

    std::string m_link = "https://h.example/my/abc";
    ReservationId m_id;
    PlayedChannel m_channel;
    NoticeFlow::Settings m_settings{
        {std::chrono::seconds(1), std::chrono::seconds(8)}, std::chrono::seconds(60), 1'000, true};
    CircuitBreaker m_breaker{{.failureRate = 0.9}, [] { return 0.0; }};
    NoticeWriter m_writer{ourTexts(), "ko"};
    std::unique_ptr<NoticeFlow> m_flow;
};

} // namespace deskbell::server::testing
