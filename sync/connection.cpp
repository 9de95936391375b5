#include "sync/connection.h"

#include <algorithm>

#include "sync/snapshotjob.h"
#include "sync/windowmove.h"

namespace deskbell::sync {

namespace {

constexpr int transactionsPerPage = 500;
constexpr auto tolerableSkew = std::chrono::minutes(2);

} // namespace

Connection::Connection(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
    // A wake-up that was lost on the way is made good by asking now and then.
    m_reassure.setInterval(m_parts.timing.reassureEvery);
    connect(&m_reassure, &QTimer::timeout, this, [this] {
        m_hasMoveFailed = false;
        fetchChanges();
    });
    m_poll.setInterval(m_parts.timing.pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &Connection::fetchChanges);
    m_liveRetry.setSingleShot(true);
    m_liveRetry.setInterval(m_parts.timing.liveRetry);
    connect(&m_liveRetry, &QTimer::timeout, this, [this] {
        if (!m_live && !m_snapshot && !m_move)
            openLive();
    });
}

Connection::~Connection() = default;

QString Connection::path(const char *what) const
{
    return QStringLiteral("/v1/properties/%1/%2")
        .arg(QString::fromStdString(toString(m_parts.property)), QLatin1String(what));
}

void Connection::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    emit phaseChanged();
}

void Connection::start()
{
    // With its cursor, so that the backend can tell whether it is of its own history.
    QString asked = QStringLiteral("/v1/hello");
    if (m_parts.replica.isFilled())
        asked += QStringLiteral("?cursor=") +
                 QLatin1String(QByteArray::fromStdString(m_parts.replica.state().cursor).toPercentEncoding());
    m_parts.session.send(Verb::Get, asked, {}, this, [this](const Reply &reply) { takeHello(reply); });
}

void Connection::greetAnew()
{
    m_isCursorGone = true;
    m_poll.stop();
    m_liveRetry.stop();
    dropLive();
    dropMove();
    emit doubted();
    setPhase(Phase::Greeting);
    start();
}

void Connection::takeHello(const Reply &reply)
{
    if (m_isOver)
        return;
    const auto hello = reply.content(protocol::decodeHello);
    if (!hello)
        return end(hello.error(), reply.retryAfter());
    if (hello->protocolMin > protocol::protocolMax)
        return end({"protocol-too-old", {}});
    if (hello->protocolMax < protocol::protocolMin)
        return end({"protocol-too-new", {}});
    m_epoch = hello->epoch;
    const auto skew = std::chrono::duration_cast<std::chrono::seconds>(m_parts.clock() - hello->serverTime);
    if (std::chrono::abs(skew) > tolerableSkew)
        m_parts.watcher.noticed({"clock-skew", {{"seconds", std::to_string(skew.count())}}});
    emit heard();
    const store::CacheState &state = m_parts.replica.state();
    const auto kept = std::ranges::find(hello->properties, m_parts.property, &protocol::KeptChanges::id);
    // Who works here no more is told nothing of it: that is no lost history.
    if (kept == hello->properties.end() && (!hello->properties.empty() || hello->knowsCursor))
        return end({"property-not-allowed", {}});
    const bool isTold = m_parts.replica.isFilled() && kept != hello->properties.end();
    const bool isTooOld = isTold && state.seq < kept->lowest;
    const bool isOtherHistory =
        m_parts.replica.isFilled() && (state.epoch != m_epoch || (isTold && state.seq > kept->highest));
    const bool isUnknown = m_isCursorGone || hello->knowsCursor == false;
    const bool isKnown = m_parts.replica.isFilled() && !isOtherHistory && !isTooOld && !isUnknown;
    m_vouchedFor = isKnown ? state.seq : 0;
    if (isOtherHistory)
        emit historyChanged();
    emit greeted();
    if (m_isOver)
        return;
    if (!isKnown) {
        beginSnapshot();
        return;
    }
    setPhase(Phase::CatchingUp);
    fetchChanges();
}

void Connection::beginSnapshot()
{
    dropLive();
    dropMove();
    dropSnapshot();
    m_isCursorGone = false;
    m_sink = std::make_unique<ReplicaSink>(m_parts.replica, m_epoch);
    m_snapshot = std::make_unique<SnapshotJob>(m_parts.session, *m_sink, path("snapshot") + wholeWindow(),
                                               m_parts.replica.state().count, this);
    connect(m_snapshot.get(), &SnapshotJob::progressed, this, [this] {
        emit heard();
        emit progressed();
    });
    connect(m_snapshot.get(), &SnapshotJob::failed, this, [this](const Error &error) { end(error); });
    connect(
        m_snapshot.get(), &SnapshotJob::taken, this,
        [this] {
            if (m_isOver)
                return;
            m_snapshot.reset();
            emit moved();
            setPhase(Phase::CatchingUp);
            fetchChanges();
        },
        Qt::QueuedConnection); // it may go now
    setPhase(Phase::Snapshot);
    m_snapshot->start();
}

QString Connection::wholeWindow() const
{
    // Without a copy of its own the desk does not know the business date; the backend does.
    return QStringLiteral("?back=%1&ahead=%2").arg(m_parts.timing.daysBack).arg(m_parts.timing.daysAhead);
}

void Connection::lookAt(const Window &window)
{
    m_parts.looked = window;
    if (m_live || m_poll.isActive())
        moveWindowIfDue();
}

void Connection::moveWindowIfDue()
{
    const store::CacheState &state = m_parts.replica.state();
    const auto today = m_parts.replica.businessDate();
    if (m_snapshot || m_move || m_isOver || m_isFetching || m_hasMoveFailed || !state.window || !today)
        return;
    const auto step = nextStep(*state.window, wantedWindow(*today, m_parts.looked, m_parts.timing));
    if (!step)
        return;
    if (step->isAnew)
        return beginSnapshot();
    m_move = std::make_unique<WindowMove>(m_parts.session, m_parts.replica, path(""), *step, nullptr);
    connect(
        m_move.get(), &WindowMove::moved, this, [this] { endMove({}); }, Qt::QueuedConnection);
    connect(
        m_move.get(), &WindowMove::failed, this, [this](const Error &error) { endMove(error); },
        Qt::QueuedConnection); // it may go now
    m_move->start();
}

void Connection::endMove(const std::optional<Error> &failure)
{
    if (!m_move || m_isOver)
        return;
    dropMove();
    if (failure && failure->code == "cursor-gone")
        return greetAnew();
    if (!m_parts.replica.isFilled())
        return beginSnapshot();
    m_hasMoveFailed = failure.has_value();
    if (!failure) {
        // What the live line tells from here on is told for the dates of before.
        dropLive();
        emit moved();
        emit phaseChanged();
    }
    fetchChanges();
}

std::uint64_t Connection::rowsDone() const
{
    return m_snapshot ? m_snapshot->rowsDone() : 0;
}

std::uint64_t Connection::rowsExpected() const
{
    return m_snapshot ? m_snapshot->rowsExpected() : 0;
}

void Connection::replicaDropped()
{
    if (!m_snapshot && !m_epoch.isNull() && !m_isOver)
        beginSnapshot();
}

void Connection::fetchChanges()
{
    if (m_snapshot || m_isOver || m_phase == Phase::Greeting)
        return;
    if (m_isFetching || (m_move && m_move->isClosing())) {
        m_hasMore = true;
        return;
    }
    m_isFetching = true;
    m_hasMore = false;
    const std::string after = m_parts.replica.state().cursor;
    const QByteArray cursor = QByteArray::fromStdString(after).toPercentEncoding();
    const QString asked =
        path("changes") +
        QStringLiteral("?after=%1&limit=%2").arg(QLatin1String(cursor)).arg(transactionsPerPage);
    m_parts.session.send(Verb::Get, asked, {}, this,
                         [this, after](const Reply &reply) { takePage(after, reply); });
}

void Connection::takePage(const std::string &after, const Reply &reply)
{
    m_isFetching = false;
    // Asked again when that has ended.
    if (m_snapshot || m_isOver || m_phase == Phase::Greeting || (m_move && m_move->isClosing()))
        return;
    if (after != m_parts.replica.state().cursor) // the window has moved meanwhile
        return fetchChanges();
    const auto page = reply.content(protocol::decodeChangesPage);
    if (!page && isRefusal(page.error()) && page.error().code == "cursor-gone")
        return greetAnew(); // the history before the cursor is gone, or another
    if (!page)
        return end(page.error(), reply.retryAfter());
    emit heard();
    if (page->seq < m_parts.replica.state().seq) { // a backend that remembers less than this desk
        emit historyChanged();
        return greetAnew();
    }
    const bool isNews = page->cursor != m_parts.replica.state().cursor;
    if (isNews && !applied(m_parts.replica.apply(page->transactions, page->cursor, page->seq)))
        return;
    if (!page->isUpToDate || m_hasMore)
        return fetchChanges();
    moveWindowIfDue();
    if (m_live || m_move || m_snapshot) // it is opened for the dates that there are afterwards
        return;
    if (!m_poll.isActive())
        return openLive();
    setPhase(Phase::Live);
    if (!m_liveRetry.isActive())
        m_liveRetry.start();
}

bool Connection::applied(const Expected<void> &done)
{
    if (done) {
        emit moved();
        return true;
    }
    if (m_parts.replica.isFilled())
        end(done.error());
    else
        beginSnapshot(); // it was damaged and is gone
    return false;
}

void Connection::openLive()
{
    m_parts.session.withToken(this, [this](const Expected<QByteArray> &token) {
        // Something else may have begun while the token was renewed; the line is opened after it.
        if (m_isOver || m_live || m_snapshot || m_move || m_phase == Phase::Greeting)
            return;
        if (!token)
            return end(token.error());
        m_liveToken = *token;
        m_live = std::make_unique<LiveSocket>(m_parts.timing, this);
        connect(m_live.get(), &LiveSocket::proved, this, &Connection::trustLive);
        connect(m_live.get(), &LiveSocket::heard, this, &Connection::heard);
        connect(m_live.get(), &LiveSocket::ticked, this, &Connection::takeTick);
        connect(m_live.get(), &LiveSocket::arrived, this, &Connection::takeLive);
        connect(
            m_live.get(), &LiveSocket::closed, this,
            [this, live = m_live.get()](const Error &reason) {
                if (m_live.get() == live)
                    closeLive(reason);
            },
            Qt::QueuedConnection);
        m_live->open(m_parts.session.wire().liveUrl(path("live")), *token, m_parts.replica.state().cursor);
    });
}

void Connection::takeTick(std::uint64_t seq)
{
    if (seq > m_parts.replica.state().seq)
        fetchChanges();
}

void Connection::takeLive(const protocol::LiveTransaction &live)
{
    const std::uint64_t seq = m_parts.replica.state().seq;
    if (live.transaction.seq <= seq)
        return;
    if (live.transaction.seq != seq + 1 || m_isFetching || m_snapshot || (m_move && m_move->isClosing()))
        return fetchChanges(); // a gap, or one is being closed: through the one door
    if (applied(m_parts.replica.apply({&live.transaction, 1}, live.cursor, live.transaction.seq)))
        moveWindowIfDue(); // the business date may have moved
}

void Connection::trustLive()
{
    m_poll.stop();
    m_liveRetry.stop();
    m_reassure.start();
    const bool wasBlocked = isLiveBlocked();
    m_liveFailures = 0;
    setPhase(Phase::Live);
    if (wasBlocked)
        emit phaseChanged();
}

void Connection::closeLive(const Error &reason)
{
    if (reason.code == "unauthorized")
        m_parts.session.distrust(m_liveToken);
    if (reason.code == "cursor-gone")
        return greetAnew();
    if (!m_live->isProved() && (reason.code == "offline" || reason.code == "silent"))
        return goWithoutLive();
    end(reason);
}

void Connection::goWithoutLive()
{
    // Not one word has come over it. Whether the backend is there is told by asking for changes.
    dropLive();
    ++m_liveFailures;
    m_poll.start();
    m_reassure.start();
    emit phaseChanged();
    fetchChanges();
}

void Connection::abandon()
{
    m_isOver = true;
    for (QTimer *timer : {&m_reassure, &m_poll, &m_liveRetry})
        timer->stop();
    dropSnapshot();
    dropMove();
    dropLive();
}

void Connection::dropSnapshot()
{
    // It may be the one who is speaking: it goes once it has finished.
    if (m_snapshot) {
        m_snapshot->disconnect(this);
        m_snapshot->giveUp();
        m_snapshot.release()->deleteLater();
    }
}

void Connection::dropMove()
{
    if (m_move) {
        m_move->disconnect(this);
        m_move->abandon();
        m_move.release()->deleteLater();
    }
}

void Connection::dropLive()
{
    if (m_live) {
        m_live->disconnect(this);
        m_live.release()->deleteLater();
    }
}

void Connection::end(const Error &reason, std::optional<std::chrono::milliseconds> retryAfter)
{
    if (m_isOver)
        return;
    abandon();
    emit ended(reason, retryAfter);
}

} // namespace deskbell::sync
