#pragma once

// What is done with one notice, from taking it up to its end or its next try. A notice is committed as
// sent before the provider hears of it; one that was found sent after a crash, or of which nothing
// certain was heard, is looked up by our own name for it before anything else is tried, and sent again
// only when the provider says that it has none. What the provider has is never sent again: an Alimtalk
// that has certainly failed goes as a text message, and that is another message. All outcomes go the
// ordinary way of commands, under the fence of the work item. Several threads use one flow at
// once.

#include "server/workers/guardedcalls.h"
#include "server/workers/notice/noticechannel.h"
#include "server/workers/notice/noticewriter.h"
#include "server/workers/recorder.h"
#include "server/workers/settling.h"

namespace deskbell::server {

class NoticeFlow
{
public:
    struct Settings
    {
        Backoff backoff{std::chrono::milliseconds(1'000), std::chrono::milliseconds(600'000)};
        /// A message that the provider does not find may still be on its way to it for so long.
        std::chrono::milliseconds settleTime{60'000};
        /// Then what was not sent has failed, and what is not known stays unknown: some days.
        std::uint32_t mostTries = 1'000;
        bool fallsBackToSms = true;
    };

    NoticeFlow(Settings settings, Storage &storage, NoticeChannel &channel, CircuitBreaker &breaker,
               const NoticeWriter &writer, NoticeFactsSource facts, WorkerSurroundings surroundings,
               const Log &log);

    void carryOut(const WorkItem &item);

private:
    struct Task;

    void sendQueued(const Task &task);
    void send(const Task &task, const NoticeMessage &message, GuardedCalls::Permit permit);
    void lookUp(const Task &task);
    void notThere(const Task &task);
    void record(const Task &task, NoticeWay way, const NoticeAnswer &answer);
    void failed(const Task &task, NoticeWay way, const NoticeAnswer &answer);
    void giveUp(const Task &task);

    void commit(const Task &task, NoticeState outcome, NoticeWay way, const NoticeAnswer &answer,
                std::optional<Instant> againAt);
    Instant nextTry(const WorkItem &item) const { return m_recorder.nextTry(item, m_settings.backoff); }
    Instant afterBreaker(const WorkItem &item) const { return nextTry(item) + m_calls.resting(); }

    const Settings m_settings;
    NoticeChannel &m_channel;
    const GuardedCalls m_calls;
    const NoticeWriter &m_writer;
    const NoticeFactsSource m_facts;
    Settling m_settling;
    const Recorder m_recorder;
    const Log &m_log;
};

} // namespace deskbell::server
