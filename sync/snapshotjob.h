// One download of a whole window of the property, as a stream of lines into the replica's file beside
// the old one. Ends once: taken, or failed and nothing of it counts. Owned by the connection it runs
// on; data thread.
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

class SnapshotJob : public QObject
{
    Q_OBJECT

public:
    SnapshotJob(Session &session, Replica &replica, const QString &path, const Uuid &epoch, QObject *parent);
    ~SnapshotJob() override;

    void start();
    /// Ends it without a signal.
    void giveUp();
    std::uint64_t rowsDone() const { return m_replica.rowsAdded(); }
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
    Replica &m_replica;
    QString m_path;
    Uuid m_epoch;
    QPointer<QNetworkReply> m_reply; ///< goes with the wire, which may go first
    QByteArray m_token;
    QByteArray m_rest; ///< the beginning of a line whose end has not come
    std::optional<protocol::SnapshotEnd> m_end;
    std::uint64_t m_rowsExpected = 0;
    std::unique_ptr<unsigned char[]> m_arena;
    bool m_isOver = false;
};

} // namespace deskbell::sync
