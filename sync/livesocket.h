// The live socket: one per connection, never restarted. It says who it is and up to where the desk
// has read, hands on what comes, and ends the line itself after a silence, because a half-open line
// looks like a quiet one. Owned by the connection; data thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include "protocol/changes.h"
#include "sync/timing.h"

namespace deskbell::sync {

class LiveSocket : public QObject
{
    Q_OBJECT

public:
    LiveSocket(const Timing &timing, QObject *parent);
    ~LiveSocket() override;

    void open(const QUrl &url, const QByteArray &token, const std::string &cursor);

    /// Something has come over it: frames pass in both directions.
    bool isProved() const { return m_isProved; }

signals:
    /// The first sign of life.
    void proved();
    void ticked(quint64 seq);
    void arrived(const deskbell::protocol::LiveTransaction &transaction);
    void heard();
    /// The last signal: "unauthorized", "forbidden", "cursor-gone", "silent", "offline", "bad-live-message".
    void closed(const deskbell::Error &reason);

private:
    void greet();
    void take(const QString &text);
    void hear();
    void prove();
    void close(const char *reason);
    void closeByCode();

    Timing m_timing;
    QWebSocket m_socket;
    QTimer m_silence;
    QTimer m_ping;
    QByteArray m_token;
    std::string m_cursor;
    bool m_isProved = false;
    bool m_isOver = false;
};

} // namespace deskbell::sync
