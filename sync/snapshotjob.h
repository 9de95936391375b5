// One download of a window of the property, as a stream of lines into a sink: the replica's file beside
// the old one, or a slice in memory. Ends once: taken, or failed and nothing of it counts. Owned by who
// runs it, whose sink outlives it; data thread.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <memory>

#include "protocol/changes.h"
#include "sync/replica.h"
#include "sync/session.h"

#include <QNetworkReply>

namespace deskbell::sync {

/// Where the rows of a download go. Nothing of them counts before finish() has succeeded.
class SnapshotSink
{
public:
    virtual ~SnapshotSink() = default;
    virtual Expected<void> begin() = 0;
    virtual Expected<void> add(protocol::Row &&row) = 0;
    virtual Expected<void> finish(const protocol::SnapshotEnd &end) = 0;
    virtual void giveUp() = 0;
};

/// The whole copy, in place of the one there is.
class ReplicaSink : public SnapshotSink
{
public:
    ReplicaSink(Replica &replica, const Uuid &epoch) : m_replica(replica), m_epoch(epoch) {}
    Expected<void> begin() override { return m_replica.beginSnapshot(m_epoch); }
    Expected<void> add(protocol::Row &&row) override { return m_replica.addRow(std::move(row)); }
    Expected<void> finish(const protocol::SnapshotEnd &end) override { return m_replica.finishSnapshot(end); }
    void giveUp() override { m_replica.giveUpSnapshot(); }

private:
    Replica &m_replica;
    Uuid m_epoch;
};

class SnapshotJob : public QObject
{
    Q_OBJECT

public:
    /// `rowsExpected`: about, until the backend says; 0: not known.
    SnapshotJob(Session &session, SnapshotSink &sink, const QString &path, std::uint64_t rowsExpected,
                QObject *parent);
    ~SnapshotJob() override;

    void start();
    /// Ends it without a signal.
    void giveUp();
    std::uint64_t rowsDone() const { return m_rowsDone; }
    std::uint64_t rowsExpected() const { return m_rowsExpected; } ///< 0: not known

signals:
    void progressed();
    void taken();
    void failed(const deskbell::Error &error);

private:
    void open(const QByteArray &token);
    void readSome();
    Expected<void> takeLines();
    Expected<void> takeLine(std::string_view line);
    void finish();
    void fail(const Error &error);

    Session &m_session;
    SnapshotSink &m_sink;
    QString m_path;
    QPointer<QNetworkReply> m_reply; ///< goes with the wire, which may go first
    QByteArray m_token;
    QByteArray m_rest; ///< the beginning of a line whose end has not come
    std::optional<protocol::SnapshotEnd> m_end;
    std::uint64_t m_rowsDone = 0;
    std::uint64_t m_rowsExpected = 0;
    std::unique_ptr<unsigned char[]> m_arena;
    bool m_isOver = false;
};

} // namespace deskbell::sync
