#include "server/storage/sql/sqlsnapshot.h"

#include "server/storage/sql/changelog.h"
#include "server/storage/sql/entitytable.h"
#include "server/storage/sql/examination.h"
#include "server/storage/sql/installation.h"

namespace deskbell::server {
namespace {

constexpr std::size_t pieceSize = 64 * 1024;

} // namespace

SqlSnapshot::SqlSnapshot(std::shared_ptr<ReaderPool> pool, const History &history, const PropertyId &property,
                         const Window &window)
    : m_pool(std::move(pool)), m_lease(m_pool->longRead()), m_oneView(*m_lease)
{
    // The epoch as it is in this view: another may have begun meanwhile.
    const std::uint64_t seq = readClock(*m_lease, property).seq;
    m_cursor =
        history.under(readEpoch(*m_lease)).cursor(property, window, seq, readMark(*m_lease, property, seq));
}

Expected<std::string> SqlSnapshot::next()
{
    try {
        return read();
    } catch (const StorageFailure &failure) {
        return tl::unexpected(failure.error());
    }
}

Expected<std::uint64_t> SqlSnapshot::expectedRows()
{
    // From indexes alone: the few that the arrival would leave out are not worth reading rows for.
    constexpr const char *sql =
        "SELECT 1 + (SELECT count(*) FROM offering WHERE property = ?1)"
        " + (SELECT count(*) FROM unit WHERE property = ?1)"
        " + (SELECT count(*) FROM entity_row WHERE property = ?1)"
        " + (SELECT count(*) FROM reservation WHERE property = ?1 AND departure >= ?2)";
    try {
        Query counted(*m_lease, sql, m_cursor.property, m_cursor.from);
        counted.next();
        return counted.number<std::uint64_t>(0);
    } catch (const StorageFailure &failure) {
        return tl::unexpected(failure.error());
    }
}

std::string SqlSnapshot::read()
{
    std::string out;
    if (m_isDone)
        return out;
    out.reserve(pieceSize + pieceSize / 4);
    const std::vector<SeenRows> &parts = selectSeenRows();
    while (out.size() < pieceSize) {
        if (m_part == parts.size()) {
            appendEnd(out);
            break;
        }
        const SeenRows &part = parts[m_part];
        if (!m_rows) {
            m_rows.emplace(*m_lease, part.sql, m_cursor.property, m_cursor.from, m_cursor.to);
            m_rows->stream();
        }
        if (!m_rows->next()) {
            m_rows.reset();
            ++m_part;
            continue;
        }
        const Uuid id = m_rows->uuid(0);
        const auto version = m_rows->number<std::uint32_t>(1);
        requireSound(part.entity, id, version, m_rows->text(2));
        m_digests.add(part.entity, id, version);
        ++m_count;
        out += m_rows->text(2);
        out += '\n';
    }
    return out;
}

void SqlSnapshot::appendEnd(std::string &out)
{
    protocol::SnapshotEnd end;
    end.cursor = protocol::toString(m_cursor);
    end.seq = m_cursor.seq;
    end.count = m_count;
    end.window = Window{m_cursor.from, m_cursor.to};
    end.digests = m_digests.texts();
    out += protocol::encodeSnapshotEnd(end);
    out += '\n';
    m_isDone = true;
}

} // namespace deskbell::server
