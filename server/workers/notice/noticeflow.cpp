#include "server/workers/notice/noticeflow.h"

#include <algorithm>

namespace deskbell::server {

struct NoticeFlow::Task
{
    const WorkItem &item;
    const Reservation &reservation;
    const Notice &notice;
};

namespace {

constexpr std::string_view givenUp = "given-up";
constexpr std::string_view neverArrived = "never-arrived";

/// What was queued before it and is not on its way yet: guests are told things in their order.
bool waitsForEarlier(const Reservation &reservation, const Notice &notice)
{
    for (const Notice &each : reservation.notices) {
        if (each.id == notice.id)
            return false;
        // As long as the provider has not named it, it may have to be sent yet.
        const bool isUnheard = each.state == NoticeState::Uncertain && each.message.empty();
        if (each.state == NoticeState::Queued || each.state == NoticeState::Sent || isUnheard)
            return true;
    }
    return false;
}

} // namespace

NoticeFlow::NoticeFlow(Settings settings, Storage &storage, NoticeChannel &channel, CircuitBreaker &breaker,
                       const NoticeWriter &writer, NoticeFactsSource facts, WorkerSurroundings surroundings,
                       const Log &log)
    : m_settings(settings), m_channel(channel), m_calls(breaker, surroundings.steady), m_writer(writer),
      m_facts(std::move(facts)), m_settling(settings.settleTime, surroundings.steady),
      m_recorder("notice-worker", storage, std::move(surroundings), log), m_log(log)
{
}

void NoticeFlow::carryOut(const WorkItem &item)
{
    const auto found = m_recorder.reservationOf(item);
    if (!found)
        return;
    const Notice *notice = *found ? findNotice(**found, NoticeId{item.subject}) : nullptr;
    if (!notice || isSettled(notice->state))
        return m_recorder.settle(item, std::nullopt);
    const Task task{item, **found, *notice};
    if (item.attempts > m_settings.mostTries)
        return giveUp(task);
    if (notice->state == NoticeState::Queued)
        sendQueued(task);
    else
        lookUp(task);
}

void NoticeFlow::sendQueued(const Task &task)
{
    const NoticeWay way = m_channel.way(task.notice.way);
    if (!task.reservation.guest.wantsNotices)
        return commit(task, NoticeState::Withdrawn, task.notice.way, {}, std::nullopt);
    if (waitsForEarlier(task.reservation, task.notice))
        return m_recorder.settle(task.item, nextTry(task.item));
    const auto facts = m_facts(task.item.property, task.reservation);
    if (!facts) {
        m_log.warning("notice-not-written",
                      {{"reservation", toString(task.reservation.id)}, {"code", facts.error().code}});
        return m_recorder.settle(task.item, nextTry(task.item));
    }
    const auto message = m_writer.write(task.reservation, task.notice, way, *facts);
    if (!message)
        return commit(task, NoticeState::Failed, task.notice.way,
                      {NoticeVerdict::Failed, message.error().code, {}}, std::nullopt);
    const auto permit = m_calls.permit();
    if (!permit)
        return m_recorder.settle(task.item, afterBreaker(task.item));
    send(task, *message, *permit);
}

void NoticeFlow::send(const Task &task, const NoticeMessage &message, GuardedCalls::Permit permit)
{
    const NoticeWay way = message.reference.way;
    // Durable before the first byte leaves: from here on the guest may have been told.
    const auto isSent = m_recorder.commit(
        task.item, RecordNoticeOutcome{task.reservation.id, task.notice.id, NoticeState::Sent, way, {}, {}},
        Claim{task.item.id, task.item.fence, std::nullopt, true});
    if (!isSent) {
        m_calls.forgo(permit);
        return;
    }
    const NoticeAnswer answer = m_calls.make(
        permit, [&] { return m_channel.send(message); },
        [](NoticeVerdict said) { return said == NoticeVerdict::Busy || said == NoticeVerdict::Uncertain; });
    if (answer.verdict == NoticeVerdict::Busy)
        return commit(task, NoticeState::Queued, way, answer, nextTry(task.item));
    record(task, way, answer);
}

void NoticeFlow::lookUp(const Task &task)
{
    const NoticeReference reference{task.notice.id, task.notice.way, diallable(task.reservation.guest.phone),
                                    task.notice.message};
    const auto answer = m_calls.tryTo([&] { return m_channel.lookUp(reference); },
                                      [](NoticeVerdict said) { return said == NoticeVerdict::NoNews; });
    if (!answer)
        return m_recorder.settle(task.item, afterBreaker(task.item));
    if (answer->verdict == NoticeVerdict::NotThere)
        return notThere(task);
    record(task, task.notice.way, *answer);
}

void NoticeFlow::notThere(const Task &task)
{
    // The provider had it once: what it says now is no reason to send it again.
    if (!task.notice.message.empty())
        return m_recorder.settle(task.item, nextTry(task.item));
    if (const auto until = m_settling.waitsUntil(task.notice.id.value, task.notice.at, m_recorder.now()))
        return m_recorder.settle(task.item, until);
    commit(task, NoticeState::Queued, task.notice.way,
           {NoticeVerdict::NotThere, std::string(neverArrived), {}}, m_recorder.now());
}

void NoticeFlow::record(const Task &task, NoticeWay way, const NoticeAnswer &answer)
{
    const auto again = nextTry(task.item);
    // Nothing new: people were told the first time.
    const auto recordOnce = [&](NoticeState state) {
        if (task.notice.state == state)
            return m_recorder.settle(task.item, again);
        commit(task, state, way, answer, again);
    };
    switch (answer.verdict) {
    case NoticeVerdict::Delivered:
        return commit(task, NoticeState::Delivered, way, answer, std::nullopt);
    case NoticeVerdict::Failed:
        return failed(task, way, answer);
    case NoticeVerdict::Accepted:
        return recordOnce(NoticeState::Accepted);
    case NoticeVerdict::Uncertain:
        return recordOnce(NoticeState::Uncertain);
    case NoticeVerdict::Busy:
    case NoticeVerdict::NotThere:
    case NoticeVerdict::NoNews:
        return m_recorder.settle(task.item, again);
    }
}

void NoticeFlow::failed(const Task &task, NoticeWay way, const NoticeAnswer &answer)
{
    if (way == NoticeWay::Alimtalk && m_settings.fallsBackToSms)
        return commit(task, NoticeState::Queued, NoticeWay::Sms, answer, m_recorder.now());
    commit(task, NoticeState::Failed, way, answer, std::nullopt);
}

void NoticeFlow::giveUp(const Task &task)
{
    m_log.warning("notice-given-up", {{"reservation", toString(task.reservation.id)},
                                      {"notice", toString(task.notice.id)},
                                      {"state", std::string(toString(task.notice.state))}});
    if (task.notice.state != NoticeState::Queued)
        return m_recorder.settle(task.item, std::nullopt);
    commit(task, NoticeState::Failed, task.notice.way, {NoticeVerdict::Failed, std::string(givenUp), {}},
           std::nullopt);
}

void NoticeFlow::commit(const Task &task, NoticeState outcome, NoticeWay way, const NoticeAnswer &answer,
                        std::optional<Instant> againAt)
{
    m_log.info("notice-told", {{"reservation", toString(task.reservation.id)},
                               {"notice", toString(task.notice.id)},
                               {"outcome", std::string(toString(outcome))},
                               {"way", std::string(toString(way))},
                               {"code", answer.code}});
    const auto recorded = m_recorder.commit(
        task.item,
        RecordNoticeOutcome{task.reservation.id, task.notice.id, outcome, way, answer.message, answer.code},
        Claim{task.item.id, task.item.fence, againAt, false});
    if (!recorded)
        return; // logged there; the item is taken up again when its lease ends, unless another has it
}

} // namespace deskbell::server
