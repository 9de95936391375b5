// The supervisor of this desk's connection to the backend: makes one Connection after the other,
// waits longer after each failure, and is the one place that reports the state of the connection.
// Owned by the engine while a person is signed in; data thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

#include "store/intentstore.h"
#include "sync/connection.h"
#include "sync/outboxsender.h"
#include "sync/receiptcheck.h"

namespace deskbell::sync {

enum class LinePhase { Offline, Connecting, FirstSync, CatchingUp, Online };

struct LineStatus
{
    LinePhase phase = LinePhase::Connecting;
    std::optional<Instant> offlineSince;
    std::optional<Instant> lastHeard;
    std::optional<Error> offlineReason;
    std::uint64_t rowsDone = 0;
    std::uint64_t rowsExpected = 0;
    bool isLiveBlocked = false; ///< changes are asked for, because no live line comes through
};

class Line : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        OutboxSender::Owner owner;
        Session &session;
        Replica &replica;
        store::IntentStore &intent;
        LineWatcher &watcher;
        Clock clock;
        SteadyClock steady;
        RandomBits random;
        Timing timing;
    };
    Line(Parts parts, QObject *parent = nullptr);
    ~Line() override;

    const LineStatus &status() const { return m_status; }
    OutboxSender &sender() { return m_sender; }

    void start();
    /// Tries now instead of at the next attempt.
    void reconnectNow();
    /// Ends a download; the line stays down until reconnectNow().
    void cancelSnapshot();
    void networkLost();
    /// A clerk has looked at these dates; all that were looked at stay wanted.
    void lookAt(const Window &window);
    void commandKept() { m_sender.wake(); }
    /// The replica was found damaged and dropped.
    void replicaDropped();

signals:
    /// The session or the versions do not match: trying again does not help by itself.
    void gaveUp(const deskbell::Error &reason);

private:
    void connectNow();
    void doubt(const Error &reason);
    void greet();
    void finish(const Error &reason, std::optional<std::chrono::milliseconds> retryAfter);
    void goOffline(const Error &reason);
    void followPhase();
    void tellMoved();

    Parts m_parts;
    OutboxSender m_sender;
    std::unique_ptr<Connection> m_connection;
    QPointer<ReceiptCheck> m_check; ///< of the last greeting; the connection's
    LineStatus m_status;
    std::optional<Window> m_looked;
    std::chrono::steady_clock::time_point m_heardAt{};
    QTimer m_retry;
    int m_tries = 0;
};

} // namespace deskbell::sync
