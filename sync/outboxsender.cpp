#include "sync/outboxsender.h"

#include <algorithm>

#include "domain/refusal.h"
#include "sync/backoff.h"
#include "sync/receipt.h"

namespace deskbell::sync {

namespace {

constexpr std::size_t mostBatchBytes = 256 << 10;
constexpr Days answersAreKept{90};                      // by the backend
constexpr std::uint64_t mostNumbersSkipped = 1'000'000; // more are no desk's work

/// Nothing of it was done, and nothing of it ever will be as it stands.
bool isRejection(const Error &error)
{
    const int status = statusOf(error);
    return isLastingRefusal(error) && status != 401 &&
           (status != 403 || error.code == refusal::roleNotAllowed);
}

/// One of the batch may be what the backend stumbles over, or what somebody in between does not let pass.
bool mayBeOfOne(const Error &error)
{
    return statusOf(error) == 500 || error.code == notTheBackend || error.code == "timeout";
}

/// The backend's own answer, and yet the commands may have been carried out.
bool mayHaveRun(const Error &error)
{
    return statusOf(error) == 500 || error.code == "storage-unknown" || error.code == "answer-timeout";
}

} // namespace

OutboxSender::OutboxSender(Owner owner, Session &session, store::IntentStore &intent, Clock clock,
                           SteadyClock steady, RandomBits random, const Timing &timing, LineWatcher &watcher,
                           QObject *parent)
    : QObject(parent), m_owner(owner), m_session(session), m_intent(intent), m_clock(std::move(clock)),
      m_steady(std::move(steady)), m_random(std::move(random)), m_timing(timing), m_watcher(watcher)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutboxSender::wake);
}

void OutboxSender::open(const Uuid &epoch)
{
    close();
    m_connection = std::make_unique<QObject>();
    m_epoch = epoch;
    m_paused.clear();
    wake();
}

void OutboxSender::close()
{
    // What is on the way stays Sent in the store: it goes again, under its id, with the next connection.
    m_connection.reset();
    m_onTheWay.clear();
    m_batches = 0;
    m_timer.stop();
}

void OutboxSender::wake()
{
    if (m_connection)
        pump();
}

void OutboxSender::pump()
{
    while (m_connection && m_batches < m_timing.lanesAtOnce) {
        const auto batch = nextBatch(protocol::maxCommandsPerBatch);
        if (batch.empty())
            break;
        sendBatch(batch);
    }
    armTimer();
}

bool OutboxSender::mayGo(const store::KeptCommand &kept) const
{
    if (kept.account != m_owner.account) // its own person sends it
        return false;
    const auto isPaused = [this](const std::string &lane) {
        const auto paused = m_paused.find(lane);
        return paused != m_paused.end() && m_steady() < paused->second.until;
    };
    if (std::ranges::any_of(lanesOf(kept.command.args), isPaused))
        return false;
    return std::ranges::none_of(kept.command.deps, [this](const CommandId &dep) {
        const store::KeptCommand *other = m_intent.find(dep);
        return other && other->state != store::KeptState::Applied;
    });
}

std::vector<const store::KeptCommand *> OutboxSender::nextBatch(std::size_t most) const
{
    std::vector<const store::KeptCommand *> batch;
    std::set<std::string> lanes; // in which something goes before
    std::size_t bytes = 0;
    for (const store::KeptCommand &kept : m_intent.commands()) {
        if (kept.state == store::KeptState::Applied)
            continue;
        bool isFirst = true;
        for (const std::string &lane : lanesOf(kept.command.args))
            isFirst = lanes.insert(lane).second && isFirst;
        if (!isFirst)
            continue;
        if (m_onTheWay.contains(kept.command.id) || !mayGo(kept))
            continue;
        const bool isAlone = m_alone.contains(kept.command.id);
        if (isAlone && !batch.empty())
            continue;
        bytes += protocol::encodeCommand(kept.command).size();
        if (!batch.empty() && bytes > mostBatchBytes)
            break;
        batch.push_back(&kept);
        if (isAlone || batch.size() == most)
            break;
    }
    return batch;
}

void OutboxSender::sendBatch(const std::vector<const store::KeptCommand *> &batch)
{
    protocol::CommandBatch message;
    message.device = m_session.device();
    std::vector<CommandId> ids;
    for (const store::KeptCommand *kept : batch) {
        message.commands.push_back(kept->command);
        ids.push_back(kept->command.id);
    }
    const auto settledBelow = m_intent.settledBelow();
    // Committed as sent before the first byte leaves: from here on it cannot be taken back.
    const auto marked = settledBelow ? m_intent.markSent(ids) : tl::unexpected(settledBelow.error());
    if (!marked) {
        emit storeFailed(marked.error());
        return;
    }
    message.settledBelow = *settledBelow;
    m_onTheWay.insert(ids.begin(), ids.end());
    ++m_batches;
    m_watcher.outboxChanged();
    const QString path =
        QStringLiteral("/v1/properties/%1/commands").arg(QString::fromStdString(toString(m_owner.property)));
    m_session.send(Verb::Post, path, QByteArray::fromStdString(protocol::encodeBatch(message)),
                   m_connection.get(), [this, ids](const Reply &reply) { takeReply(ids, reply); });
}

void OutboxSender::takeReply(const std::vector<CommandId> &sent, const Reply &reply)
{
    --m_batches;
    for (const CommandId &id : sent)
        m_onTheWay.erase(id);
    const auto results = reply.content(protocol::decodeResults);
    if (!results && isRefusal(results.error()) && !mayHaveRun(results.error())) {
        for (const CommandId &id : sent)
            ++m_answered[id];
    }
    if (results) {
        takeResults(sent, *results);
    } else if (isRejection(results.error())) {
        takeRejectedBatch(sent, results.error());
    } else {
        if (mayBeOfOne(results.error()))
            separate(sent);
        for (const CommandId &id : sent)
            pause(id, results.error(), reply.retryAfter());
    }
    m_watcher.outboxChanged();
    const std::string why = results ? std::string() : results.error().code;
    if (why == "offline" || why == "tls-failed") {
        emit lineLost(results.error());
        return;
    }
    if (why == "timeout" || why == notTheBackend)
        emit lineDoubted(results.error());
    pump(); // which does nothing when that was the end of the connection
}

void OutboxSender::separate(const std::vector<CommandId> &sent)
{
    if (sent.size() > 1)
        m_alone.insert(sent.begin(), sent.end());
}

void OutboxSender::takeRejectedBatch(const std::vector<CommandId> &sent, const Error &error)
{
    // Nothing of it was done. Whose fault it is shows when each goes alone: one poisoned command
    // must not hold up the others.
    if (sent.size() > 1)
        return separate(sent);
    m_alone.erase(sent.front());
    const bool isOfTheRole = error.code == refusal::roleNotAllowed;
    refuseUnlessDone(sent.front(),
                     {isOfTheRole ? error : Error{"bad-command", {{"reason", error.code}}}, {}});
}

void OutboxSender::takeResults(const std::vector<CommandId> &sent,
                               const std::vector<protocol::CommandResult> &results)
{
    std::vector<store::IntentStore::AppliedAt> applied;
    std::set<CommandId> answered;
    for (const protocol::CommandResult &result : results) {
        if (std::ranges::find(sent, result.id) == sent.end())
            continue;
        answered.insert(result.id);
        m_alone.erase(result.id);
        m_blocked.erase(result.id);
        takeOutcome(result, applied);
    }
    for (const CommandId &id : sent) {
        if (!answered.contains(id))
            pause(id, {"no-answer", {}});
    }
    if (applied.empty())
        return;
    if (auto marked = m_intent.markApplied(applied, m_epoch, m_clock()); !marked) {
        emit storeFailed(marked.error());
        return;
    }
    for (const auto &at : applied) {
        forget(at.id);
        if (const auto *kept = m_intent.find(at.id)) {
            for (const std::string &lane : lanesOf(kept->command.args))
                m_paused.erase(lane);
        }
    }
    settle();
}

void OutboxSender::takeOutcome(const protocol::CommandResult &result,
                               std::vector<store::IntentStore::AppliedAt> &applied)
{
    if (const auto *done = std::get_if<protocol::Applied>(&result.outcome))
        applied.push_back({result.id, done->seq});
    else if (const auto *refused = std::get_if<protocol::Refused>(&result.outcome))
        takeRefusal(result, *refused);
    else if (const auto *blocked = std::get_if<protocol::Blocked>(&result.outcome))
        block(result.id, blocked->dep);
    else if (const auto *later = std::get_if<protocol::RetryLater>(&result.outcome))
        postpone(result.id, std::chrono::milliseconds(later->afterMs));
    else if (std::holds_alternative<protocol::IdReused>(result.outcome))
        lookUp(result.id, {{"id-reused", {}}, {}});
    else if (const auto *outdated = std::get_if<protocol::Outdated>(&result.outcome))
        renumber(result.id, outdated->mark);
    else
        pause(result.id, {"unknown", {}});
}

void OutboxSender::takeRefusal(const protocol::CommandResult &result, const protocol::Refused &refused)
{
    ++m_answered[result.id];
    if (result.isReplayed)
        refuse(result.id, refused);
    else // decided now, without a look at what became of an earlier try
        refuseUnlessDone(result.id, refused);
}

void OutboxSender::refuseUnlessDone(const CommandId &id, const protocol::Refused &refused)
{
    const store::KeptCommand *kept = m_intent.find(id);
    if (kept && hasOpenTry(*kept))
        lookUp(id, refused);
    else
        refuse(id, refused);
}

bool OutboxSender::hasOpenTry(const store::KeptCommand &kept) const
{
    const auto answered = m_answered.find(kept.command.id);
    return kept.attempts > (answered == m_answered.end() ? 0 : answered->second);
}

void OutboxSender::forget(const CommandId &id)
{
    m_lastError.erase(id);
    m_answered.erase(id);
    m_blocked.erase(id);
}

void OutboxSender::renumber(const CommandId &id, std::uint64_t mark)
{
    const protocol::Refused tooOld{{"outdated", {}}, {}};
    const store::KeptCommand *kept = m_intent.find(id);
    // From before the backend forgot its answers nobody can tell whether it was carried out already.
    const bool isForgotten = kept && kept->command.madeAt < m_clock() - answersAreKept;
    if (!kept || mark == 0 || isForgotten)
        return lookUp(id, tooOld);
    // This desk's numbers lie below what the backend has seen of it: it was put back, or copied, or
    // somebody else has used its device. The same command goes again under a number that is good.
    Expected<bool> isMended = true;
    const std::uint64_t missing = mark - std::min(mark, kept->command.n); // none: a neighbour has raised all
    if (missing > mostNumbersSkipped)
        isMended = m_session.changeDevice();
    else if (const auto raised = m_intent.raiseNumbers(mark); !raised) // numbers never go down
        isMended = tl::unexpected(raised.error());
    if (!isMended) {
        emit storeFailed(isMended.error());
    } else if (*isMended) {
        ++m_answered[id];
        pause(id, {"retry", {}});
    } else {
        lookUp(id, tooOld);
    }
}

void OutboxSender::refuse(const CommandId &id, const protocol::Refused &refused)
{
    const auto parked = dependentsOf(id);
    if (auto kept = m_intent.refuse(id, refused.error, refused.current, parked, m_clock()); !kept) {
        emit storeFailed(kept.error());
        return;
    }
    forget(id);
    for (const CommandId &behind : parked)
        forget(behind);
}

std::vector<CommandId> OutboxSender::dependentsOf(const CommandId &id) const
{
    std::vector<CommandId> found;
    const auto isFound = [&](const CommandId &dep) {
        return dep == id || std::ranges::find(found, dep) != found.end();
    };
    for (const store::KeptCommand &kept : m_intent.commands()) { // in the order of n: one pass reaches all
        if (kept.state != store::KeptState::Applied && std::ranges::any_of(kept.command.deps, isFound))
            found.push_back(kept.command.id);
    }
    return found;
}

void OutboxSender::block(const CommandId &id, const CommandId &dep)
{
    ++m_answered[id];
    const Error error{"blocked", {{"dep", toString(dep)}}};
    if (m_intent.find(dep)) {
        m_blocked.insert(id);
        pause(id, error);
        return;
    }
    // Nothing here will ever free it.
    refuse(id, {error, {}});
}

void OutboxSender::lookUp(const CommandId &id, const protocol::Refused &otherwise)
{
    if (!m_connection)
        return pause(id, {"offline", {}});
    m_onTheWay.insert(id);
    m_session.send(Verb::Get, receiptPath(id), {}, m_connection.get(),
                   [this, id, otherwise](const Reply &reply) {
                       m_onTheWay.erase(id);
                       const auto found = receiptOf(id, reply);
                       if (!found)
                           pause(id, found.error(), reply.retryAfter());
                       else if (const auto *refused = std::get_if<protocol::Refused>(&found->outcome))
                           refuse(id, *refused);
                       else if (std::holds_alternative<protocol::NotKnown>(found->outcome))
                           refuse(id, otherwise);
                       else
                           takeResults({id}, {*found});
                       m_watcher.outboxChanged();
                       pump();
                   });
}

void OutboxSender::postpone(const CommandId &id, std::chrono::milliseconds wait)
{
    ++m_answered[id];
    pause(id, {"retry", {}}, std::min<std::chrono::milliseconds>(wait, longestWait));
}

void OutboxSender::pause(const CommandId &id, const Error &why, std::optional<std::chrono::milliseconds> wait)
{
    const store::KeptCommand *kept = m_intent.find(id);
    if (!kept)
        return;
    const auto lanes = lanesOf(kept->command.args);
    Pause paused = m_paused[lanes.front()];
    paused.until = m_steady() + wait.value_or(backoff(m_timing, paused.tries, m_random));
    ++paused.tries;
    for (const std::string &lane : lanes)
        m_paused[lane] = paused;
    m_lastError[id] = why;
}

void OutboxSender::armTimer()
{
    std::optional<std::chrono::steady_clock::time_point> first;
    const auto now = m_steady();
    for (const auto &[lane, paused] : m_paused) {
        if (paused.until > now && (!first || paused.until < *first))
            first = paused.until;
    }
    if (first && m_connection)
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(*first - now));
    else
        m_timer.stop();
}

void OutboxSender::cursorMoved(const Uuid &epoch, std::uint64_t seq)
{
    m_cursorEpoch = epoch;
    m_cursorSeq = seq;
    settle();
}

void OutboxSender::settle()
{
    const auto settled = m_intent.settle(m_cursorSeq, m_cursorEpoch);
    if (!settled)
        emit storeFailed(settled.error());
    else if (!settled->empty())
        m_watcher.outboxChanged();
}

SendPhase OutboxSender::phaseOf(const store::KeptCommand &kept) const
{
    if (kept.state == store::KeptState::Applied)
        return SendPhase::Settling;
    if (m_onTheWay.contains(kept.command.id))
        return SendPhase::Sending;
    if (m_blocked.contains(kept.command.id))
        return SendPhase::Blocked;
    return kept.state == store::KeptState::Sent && hasOpenTry(kept) ? SendPhase::OutcomeUnknown
                                                                    : SendPhase::Waiting;
}

const Error *OutboxSender::lastErrorOf(const CommandId &id) const
{
    const auto at = m_lastError.find(id);
    return at == m_lastError.end() ? nullptr : &at->second;
}

} // namespace deskbell::sync
