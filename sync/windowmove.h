// One step of this desk's window of dates: fetches the dates that are missing, then the changes since,
// as the new window sees them, and takes both in one transaction of the replica. Until then the
// replica is as it was. While it isClosing(), until it goes, nobody else may apply changes: they would
// be those of the old dates. Ends once: moved or
// failed. Lives as long as the connection it runs on; data thread.
#pragma once

#include <QObject>

#include <memory>
#include <vector>

#include "sync/replica.h"
#include "sync/session.h"
#include "sync/snapshotjob.h"
#include "sync/windowplan.h"

namespace deskbell::sync {

class WindowMove : public QObject
{
    Q_OBJECT

public:
    /// `path` of the property, with its last slash.
    WindowMove(Session &session, Replica &replica, QString path, const WindowStep &step, QObject *parent);
    ~WindowMove() override;

    void start();
    /// Ends it without a signal.
    void abandon();
    bool isClosing() const { return m_isClosing; }

signals:
    void moved();
    /// "cursor-gone" among others; the replica is as it was, or dropped when it was damaged.
    void failed(const deskbell::Error &error);

private:
    class Slice;
    void close();
    void fetchChanges();
    void takePage(const Reply &reply);
    void fail(const Error &error);

    Session &m_session;
    Replica &m_replica;
    QString m_path;
    WindowStep m_step;
    std::unique_ptr<Slice> m_slice;
    std::unique_ptr<SnapshotJob> m_download;
    std::vector<protocol::Transaction> m_transactions;
    std::string m_cursor;
    std::uint64_t m_needed = 0; ///< the number from which both the slice and the replica are included
    bool m_isClosing = false;
    bool m_isOver = false;
};

} // namespace deskbell::sync
