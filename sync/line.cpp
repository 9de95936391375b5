#include "sync/line.h"

#include <algorithm>

#include "sync/backoff.h"

namespace deskbell::sync {

namespace {

bool isOtherVersion(const Error &reason)
{
    return reason.code == "protocol-too-old" || reason.code == "protocol-too-new";
}

} // namespace

Line::Line(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)),
      m_sender(m_parts.owner, m_parts.session, m_parts.intent, m_parts.clock, m_parts.steady, m_parts.random,
               m_parts.timing, m_parts.watcher)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Line::connectNow);
    connect(&m_sender, &OutboxSender::lineLost, this, [this](const Error &reason) { finish(reason, {}); });
    connect(&m_sender, &OutboxSender::lineDoubted, this, &Line::doubt);
    connect(&m_sender, &OutboxSender::storeFailed, this, [this](const Error &error) {
        m_parts.watcher.noticed(error);
        finish(error, {});
    });
}

Line::~Line()
{
    m_sender.close();
    if (m_connection)
        m_connection->disconnect(this);
}

void Line::start()
{
    if (m_parts.replica.isFilled())
        m_sender.cursorMoved(m_parts.replica.state().epoch, m_parts.replica.state().seq);
    connectNow();
}

void Line::reconnectNow()
{
    m_tries = 0;
    if (!m_connection)
        connectNow();
    if (m_status.phase != LinePhase::Offline)
        return;
    m_status.phase = LinePhase::Connecting; // who asks sees that it is tried
    m_parts.watcher.lineChanged();
}

void Line::doubt(const Error &reason)
{
    if (!m_connection)
        return;
    if (m_parts.steady() - m_heardAt >= m_parts.timing.requestTimeout)
        finish(reason, {});
    else
        m_connection->look(); // which ends the connection when the backend is not there
}

void Line::connectNow()
{
    m_retry.stop();
    m_parts.session.doubt();
    m_connection = std::make_unique<Connection>(Connection::Parts{m_parts.owner.property, m_parts.session,
                                                                  m_parts.replica, m_parts.watcher,
                                                                  m_parts.clock, m_parts.timing, m_looked},
                                                nullptr);
    Connection *connection = m_connection.get();
    connect(connection, &Connection::phaseChanged, this, &Line::followPhase);
    connect(connection, &Connection::greeted, this, &Line::greet);
    connect(connection, &Connection::progressed, this, &Line::followPhase);
    connect(connection, &Connection::moved, this, &Line::tellMoved);
    connect(connection, &Connection::heard, this, [this] {
        m_heardAt = m_parts.steady();
        m_status.lastHeard = m_parts.clock();
    });
    connect(connection, &Connection::historyChanged, this, [this] {
        m_parts.watcher.noticed({"backend-restored", {}});
    });
    connect(connection, &Connection::doubted, this, [this] {
        m_sender.close();
        delete m_check;
    });
    connect(connection, &Connection::ended, this, &Line::finish);
    // Offline until the backend has said something: a try that waits for an answer is no line.
    m_status.phase = m_status.offlineSince ? LinePhase::Offline : LinePhase::Connecting;
    m_parts.watcher.lineChanged();
    connection->start();
}

void Line::greet()
{
    delete m_check;
    auto *check = new ReceiptCheck(m_parts.session, m_parts.intent, m_parts.clock,
                                   {m_connection->epoch(), m_connection->vouchedFor()}, m_parts.watcher,
                                   m_connection.get());
    m_check = check;
    connect(check, &ReceiptCheck::finished, this,
            [this, check, connection = m_connection.get()](int forgotten) {
                check->deleteLater();
                if (m_connection.get() != connection)
                    return;
                if (forgotten > 0)
                    m_parts.watcher.noticed({"backend-restored", {{"commands", std::to_string(forgotten)}}});
                m_sender.open(m_connection->epoch());
            });
    connect(check, &ReceiptCheck::failed, this, [this, connection = m_connection.get()](const Error &error) {
        if (m_connection.get() == connection)
            finish(error, {});
    });
    check->start();
}

void Line::followPhase()
{
    m_status.rowsDone = m_connection->rowsDone();
    m_status.rowsExpected = m_connection->rowsExpected();
    m_status.isLiveBlocked = m_connection->isLiveBlocked();
    switch (m_connection->phase()) {
    case Connection::Phase::Greeting:
        m_status.phase = LinePhase::Connecting;
        break;
    case Connection::Phase::Snapshot:
        m_status.phase = LinePhase::FirstSync;
        break;
    case Connection::Phase::CatchingUp:
        m_status.phase = LinePhase::CatchingUp;
        break;
    case Connection::Phase::Live:
        m_status.phase = LinePhase::Online;
        m_status.offlineSince.reset();
        m_status.offlineReason.reset();
        m_tries = 0;
        break;
    }
    m_parts.watcher.lineChanged();
}

void Line::tellMoved()
{
    const store::CacheState &state = m_parts.replica.state();
    m_sender.cursorMoved(state.epoch, state.seq);
}

void Line::finish(const Error &reason, std::optional<std::chrono::milliseconds> retryAfter)
{
    if (reason.code == store::failurecode::diskFull)
        m_parts.watcher.noticed(reason);
    const bool isNews = !m_status.offlineReason || m_status.offlineReason->code != reason.code;
    goOffline(reason);
    const bool isSignedOut = reason.code == "sign-in-again";
    if (isNews && (isSignedOut || isOtherVersion(reason)))
        emit gaveUp(reason);
    if (isSignedOut) // nothing but a person helps
        return;
    if (isOtherVersion(reason)) // one of the two will be updated
        retryAfter = longestWait;
    m_retry.start(retryAfter.value_or(backoff(m_parts.timing, m_tries, m_parts.random)));
    ++m_tries;
}

void Line::goOffline(const Error &reason)
{
    m_sender.close();
    if (m_connection) {
        // It may be the one who is speaking.
        m_connection->disconnect(this);
        m_connection->abandon();
        m_connection.release()->deleteLater();
    }
    m_status.phase = LinePhase::Offline;
    m_status.rowsDone = m_status.rowsExpected = 0;
    m_status.isLiveBlocked = false;
    if (!m_status.offlineSince)
        m_status.offlineSince = m_parts.clock();
    m_status.offlineReason = reason;
    m_parts.watcher.lineChanged();
}

void Line::cancelSnapshot()
{
    if (!m_connection || m_connection->phase() != Connection::Phase::Snapshot)
        return;
    goOffline({"cancelled", {}});
}

void Line::networkLost()
{
    if (m_connection && !Wire::isLoopback(m_parts.session.wire().server()))
        finish({"offline", {}}, {});
}

void Line::lookAt(const Window &window)
{
    const Window before = m_looked.value_or(window);
    const Window after{std::min(before.from, window.from), std::max(before.to, window.to)};
    if (m_looked == after)
        return;
    m_looked = after;
    if (m_connection)
        m_connection->lookAt(after);
}

void Line::replicaDropped()
{
    if (m_connection)
        m_connection->replicaDropped();
}

} // namespace deskbell::sync
