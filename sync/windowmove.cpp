#include "sync/windowmove.h"

#include <algorithm>
#include <utility>

namespace deskbell::sync {

namespace {

constexpr int transactionsPerPage = 500;

QString datesOf(const Window &window)
{
    return QStringLiteral("from=%1&to=%2")
        .arg(QString::fromStdString(toString(window.from)), QString::fromStdString(toString(window.to)));
}

} // namespace

/// The rows of the missing dates, in memory: a step is small.
class WindowMove::Slice : public SnapshotSink
{
public:
    Expected<void> begin() override { return {}; }
    Expected<void> add(protocol::Row &&row) override
    {
        m_digests.add(row);
        rows.push_back(std::move(row));
        return {};
    }
    Expected<void> finish(const protocol::SnapshotEnd &ended) override
    {
        if (ended.count != rows.size() || !m_digests.agreesWith(ended.digests))
            return failure("snapshot-differs");
        end = ended;
        return {};
    }
    void giveUp() override { rows.clear(); }

    std::vector<protocol::Row> rows;
    protocol::SnapshotEnd end;

private:
    protocol::RowDigests m_digests;
};

WindowMove::WindowMove(Session &session, Replica &replica, QString path, const WindowStep &step,
                       QObject *parent)
    : QObject(parent), m_session(session), m_replica(replica), m_path(std::move(path)), m_step(step),
      m_slice(std::make_unique<Slice>())
{
}

WindowMove::~WindowMove() = default;

void WindowMove::start()
{
    if (!m_step.missing)
        return close();
    m_download = std::make_unique<SnapshotJob>(
        m_session, *m_slice, m_path + QStringLiteral("snapshot?") + datesOf(*m_step.missing), 0, nullptr);
    connect(m_download.get(), &SnapshotJob::failed, this, &WindowMove::fail);
    connect(m_download.get(), &SnapshotJob::taken, this, &WindowMove::close);
    m_download->start();
}

void WindowMove::abandon()
{
    m_isOver = true;
    m_isClosing = false;
    if (m_download)
        m_download->giveUp();
}

void WindowMove::close()
{
    if (m_isOver)
        return;
    // From the older of the two numbers on. What the newer has already is skipped by its version.
    m_isClosing = true;
    const store::CacheState &state = m_replica.state();
    const bool isSliceOlder = m_step.missing && m_slice->end.seq < state.seq;
    m_cursor = isSliceOlder ? m_slice->end.cursor : state.cursor;
    m_needed = std::max(m_slice->end.seq, state.seq);
    fetchChanges();
}

void WindowMove::fetchChanges()
{
    const auto after = QString::fromLatin1(QByteArray::fromStdString(m_cursor).toPercentEncoding());
    const QString asked = m_path +
                          QStringLiteral("changes?after=%1&limit=%2&").arg(after).arg(transactionsPerPage) +
                          datesOf(m_step.target);
    m_session.send(Verb::Get, asked, {}, this, [this](const Reply &reply) { takePage(reply); });
}

void WindowMove::takePage(const Reply &reply)
{
    if (m_isOver)
        return;
    auto page = reply.content(protocol::decodeChangesPage);
    if (!page)
        return fail(page.error());
    std::ranges::move(page->transactions, std::back_inserter(m_transactions));
    m_cursor = page->cursor;
    if (page->seq < m_needed && !page->isUpToDate)
        return fetchChanges();
    if (page->seq < m_needed) // a backend that remembers less than this desk: the changes' door tells
        return fail({"cursor-gone", {}});
    // It goes on closing until its owner has put the line on the new dates.
    if (auto moved = m_replica.moveWindow(m_step.target, m_slice->rows, m_transactions, m_cursor, page->seq);
        !moved)
        return fail(moved.error());
    m_isOver = true;
    emit this->moved();
}

void WindowMove::fail(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_isClosing = false;
    emit failed(error);
}

} // namespace deskbell::sync
