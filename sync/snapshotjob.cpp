#include "sync/snapshotjob.h"

#include <QNetworkReply>

#include <cstring>

namespace deskbell::sync {

namespace {

constexpr qint64 readAhead = 4 << 20; // what may wait unread: more would only be memory
constexpr qsizetype longestLine = 2 << 20;
constexpr std::size_t arenaSize = 64 << 10;

} // namespace

SnapshotJob::SnapshotJob(Session &session, SnapshotSink &sink, const QString &path,
                         std::uint64_t rowsExpected, QObject *parent)
    : QObject(parent), m_session(session), m_sink(sink), m_path(path), m_rowsExpected(rowsExpected),
      m_arena(new unsigned char[arenaSize])
{
}

SnapshotJob::~SnapshotJob()
{
    giveUp();
    if (m_reply)
        m_reply->deleteLater();
}

void SnapshotJob::giveUp()
{
    if (m_isOver)
        return;
    m_isOver = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    m_sink.giveUp();
}

void SnapshotJob::start()
{
    if (auto begun = m_sink.begin(); !begun) {
        fail(begun.error());
        return;
    }
    m_session.withToken(this, [this](const Expected<QByteArray> &token) {
        if (token)
            open(*token);
        else
            fail(token.error());
    });
}

void SnapshotJob::open(const QByteArray &token)
{
    m_token = token;
    m_reply = m_session.wire().stream(m_path, token);
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        bool isNumber = false;
        const qulonglong rows = m_reply->rawHeader("Deskbell-Rows").toULongLong(&isNumber);
        if (isNumber)
            m_rowsExpected = rows;
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &SnapshotJob::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &SnapshotJob::finish);
}

void SnapshotJob::readSome()
{
    // An error's body is not rows; it is read whole in finish().
    if (m_isOver || !Wire::isContent(*m_reply))
        return;
    const qint64 available = m_reply->bytesAvailable();
    const qsizetype before = m_rest.size();
    m_rest.resize(before + available);
    const qint64 read = m_reply->read(m_rest.data() + before, available);
    m_rest.resize(before + std::max<qint64>(read, 0));
    if (auto done = takeLines(); !done) {
        fail(done.error());
        return;
    }
    emit progressed();
}

Expected<void> SnapshotJob::takeLines()
{
    const char *at = m_rest.constData();
    const char *const end = at + m_rest.size();
    while (at < end) {
        const auto *feed =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (!feed)
            break;
        if (feed != at) {
            if (auto taken = takeLine({at, static_cast<std::size_t>(feed - at)}); !taken)
                return taken;
        }
        at = feed + 1;
    }
    m_rest.remove(0, at - m_rest.constData());
    if (m_rest.size() > longestLine)
        return failure("snapshot-cut-off");
    return {};
}

Expected<void> SnapshotJob::takeLine(std::string_view line)
{
    if (m_end)
        return failure("snapshot-cut-off", {{"reason", "rows after the end"}});
    protocol::json::monotonic_resource arena(m_arena.get(), arenaSize);
    auto decoded = protocol::decodeSnapshotLine(line, &arena);
    if (!decoded)
        return tl::unexpected(decoded.error());
    if (auto *end = std::get_if<protocol::SnapshotEnd>(&*decoded)) {
        m_end = std::move(*end);
        return {};
    }
    ++m_rowsDone;
    return m_sink.add(std::move(std::get<protocol::Row>(*decoded)));
}

void SnapshotJob::finish()
{
    if (m_isOver)
        return;
    readSome();
    if (m_isOver)
        return;
    const Reply outcome = Wire::outcome(*m_reply, m_reply->isOpen() ? m_reply->readAll() : QByteArray());
    if (!outcome.isContent()) {
        if (outcome.isSignedOut())
            m_session.distrust(m_token);
        fail(outcome.error());
        return;
    }
    if (!m_end) {
        fail({"snapshot-cut-off", {}});
        return;
    }
    if (auto taken = m_sink.finish(*m_end); !taken) {
        fail(taken.error());
        return;
    }
    m_isOver = true;
    emit taken();
}

void SnapshotJob::fail(const Error &error)
{
    if (m_isOver)
        return;
    giveUp();
    emit failed(error);
}

} // namespace deskbell::sync
