// One life of the line: greeting, snapshot or the changes since the cursor, then the live socket. It
// ends once and is never restarted; the Line makes the next. All that moves the replica passes here,
// one thing at a time, so that a change that comes while others are fetched is neither lost nor
// applied out of order. Owned by the Line; data thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

#include "protocol/session.h"
#include "sync/livesocket.h"
#include "sync/replica.h"
#include "sync/session.h"

namespace deskbell::sync {

class SnapshotJob;
class SnapshotSink;
class WindowMove;

class Connection : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Greeting, Snapshot, CatchingUp, Live };

    struct Parts
    {
        PropertyId property{};
        Session &session;
        Replica &replica;
        LineWatcher &watcher;
        Clock clock;
        Timing timing;
        std::optional<Window> looked = std::nullopt; ///< dates that a clerk has looked at
    };
    Connection(Parts parts, QObject *parent);
    ~Connection() override;

    void start();
    /// Ends it without a signal: nothing of it moves the replica any more.
    void abandon();
    Phase phase() const { return m_phase; }
    const Uuid &epoch() const { return m_epoch; }
    /// Somebody in between lets no live line through: the desk asks for changes instead.
    bool isLiveBlocked() const { return m_liveFailures > 1; }
    /// Up to this number the backend has confirmed that the desk's copy is of its history.
    std::uint64_t vouchedFor() const { return m_vouchedFor; }
    std::uint64_t rowsDone() const;
    std::uint64_t rowsExpected() const;
    /// A clerk has looked at these dates: they are fetched when they are missing.
    void lookAt(const Window &window);
    /// Someone found the replica damaged: it has been dropped and is fetched again.
    void replicaDropped();
    /// Asks whether the backend is still there.
    void look() { fetchChanges(); }

signals:
    void phaseChanged();
    /// The backend has answered; `epoch()` holds and commands may go.
    void greeted();
    void progressed();
    /// The replica's cursor has moved.
    void moved();
    void heard();
    /// Another history than the one this desk has read.
    void historyChanged();
    /// The backend's history may have changed: no command is sent before greeted() comes again.
    void doubted();
    /// The last signal.
    void ended(const deskbell::Error &reason, std::optional<std::chrono::milliseconds> retryAfter);

private:
    void setPhase(Phase phase);
    void takeHello(const Reply &reply);
    void greetAnew();
    void beginSnapshot();
    void moveWindowIfDue();
    void endMove(const std::optional<Error> &failure);
    void dropMove();
    void fetchChanges();
    void takePage(const std::string &after, const Reply &reply);
    void openLive();
    void takeLive(const protocol::LiveTransaction &transaction);
    void takeTick(std::uint64_t seq);
    void dropSnapshot();
    void dropLive();
    void closeLive(const Error &reason);
    void trustLive();
    void goWithoutLive();
    bool applied(const Expected<void> &done);
    void end(const Error &reason, std::optional<std::chrono::milliseconds> retryAfter = {});
    QString path(const char *what) const;
    QString wholeWindow() const;

    Parts m_parts;
    Phase m_phase = Phase::Greeting;
    Uuid m_epoch;
    std::uint64_t m_vouchedFor = 0;
    bool m_isCursorGone = false;
    std::unique_ptr<SnapshotSink> m_sink; ///< the snapshot's; goes after it
    std::unique_ptr<SnapshotJob> m_snapshot;
    std::unique_ptr<WindowMove> m_move;
    std::unique_ptr<LiveSocket> m_live;
    QByteArray m_liveToken;
    bool m_isFetching = false;
    bool m_hasMore = false; ///< something came while fetching: fetch once more
    bool m_isOver = false;
    bool m_hasMoveFailed = false; ///< it is tried again when the backend is next asked by the clock
    int m_liveFailures = 0;       ///< tries of a live line, one after the other, that came to nothing
    QTimer m_reassure;
    QTimer m_poll; ///< active while there is no live line because none comes through
    QTimer m_liveRetry;
};

} // namespace deskbell::sync
