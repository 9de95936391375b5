// Sends the commands of the outbox: in order within a lane, lanes in parallel, and never two
// commands with one id. Each command ends as exactly one of applied, refused and withdrawn; until
// then the same command is sent again, for as long as it takes. Lives as long as its person is
// signed in; sends while there is a connection. Data thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <map>
#include <set>
#include <string>

#include "protocol/commands.h"
#include "store/intentstore.h"
#include "sync/linewatcher.h"
#include "sync/session.h"

namespace deskbell::sync {

enum class SendPhase { Waiting, Sending, OutcomeUnknown, Blocked, Settling };

class OutboxSender : public QObject
{
    Q_OBJECT

public:
    struct Owner
    {
        PropertyId property{};
        AccountId account{};
    };
    OutboxSender(Owner owner, Session &session, store::IntentStore &intent, Clock clock, SteadyClock steady,
                 RandomBits random, const Timing &timing, LineWatcher &watcher, QObject *parent = nullptr);

    /// A connection to this epoch of the backend is there.
    void open(const Uuid &epoch);
    void close();
    /// Something was kept, or something that waited may go on.
    void wake();
    /// The truth now reaches to `seq` of `epoch`: what it contains is settled.
    void cursorMoved(const Uuid &epoch, std::uint64_t seq);

    SendPhase phaseOf(const store::KeptCommand &kept) const;
    const Error *lastErrorOf(const CommandId &id) const;

signals:
    /// Nothing is heard any more: the connection is not one.
    void lineLost(const deskbell::Error &reason);
    /// A request was not answered in time, or by somebody else: it may be the line, or only this request.
    void lineDoubted(const deskbell::Error &reason);
    /// The store could not keep what came back.
    void storeFailed(const deskbell::Error &error);

private:
    struct Pause
    {
        std::chrono::steady_clock::time_point until{};
        int tries = 0;
    };
    std::vector<const store::KeptCommand *> nextBatch(std::size_t most) const;
    bool mayGo(const store::KeptCommand &kept) const;
    void pump();
    void sendBatch(const std::vector<const store::KeptCommand *> &batch);
    void takeReply(const std::vector<CommandId> &sent, const Reply &reply);
    void takeResults(const std::vector<CommandId> &sent, const std::vector<protocol::CommandResult> &results);
    void takeOutcome(const protocol::CommandResult &result,
                     std::vector<store::IntentStore::AppliedAt> &applied);
    void takeRejectedBatch(const std::vector<CommandId> &sent, const Error &error);
    /// From now on each of them goes in a batch of its own.
    void separate(const std::vector<CommandId> &sent);
    void refuse(const CommandId &id, const protocol::Refused &refused);
    void block(const CommandId &id, const CommandId &dep);
    void takeRefusal(const protocol::CommandResult &result, const protocol::Refused &refused);
    void refuseUnlessDone(const CommandId &id, const protocol::Refused &refused);
    /// A try of it has not been answered: it may have been carried out.
    bool hasOpenTry(const store::KeptCommand &kept) const;
    void forget(const CommandId &id);
    /// The backend has seen higher numbers of this device than this command's.
    void renumber(const CommandId &id, std::uint64_t mark);
    /// It may have been carried out by an earlier try whose answer was lost: a person is told that it was
    /// refused only when the backend has no answer for it.
    void lookUp(const CommandId &id, const protocol::Refused &otherwise);
    void postpone(const CommandId &id, std::chrono::milliseconds wait);
    void pause(const CommandId &id, const Error &why, std::optional<std::chrono::milliseconds> wait = {});
    std::vector<CommandId> dependentsOf(const CommandId &id) const;
    void settle();
    void armTimer();

    Owner m_owner;
    Session &m_session;
    store::IntentStore &m_intent;
    Clock m_clock;
    SteadyClock m_steady;
    RandomBits m_random;
    Timing m_timing;
    LineWatcher &m_watcher;
    std::unique_ptr<QObject> m_connection; ///< context of what is on the way; its end gives that up
    Uuid m_epoch;
    Uuid m_cursorEpoch;
    std::uint64_t m_cursorSeq = 0;
    std::set<CommandId> m_onTheWay;
    std::set<CommandId> m_alone;           ///< sent one by one, because a batch with them could not be read
    std::map<std::string, Pause> m_paused; ///< by lane
    std::map<CommandId, Error> m_lastError;
    std::map<CommandId, int> m_answered; ///< tries that were answered, of what is still waiting
    std::set<CommandId> m_blocked;
    int m_batches = 0;
    QTimer m_timer;
};

} // namespace deskbell::sync
