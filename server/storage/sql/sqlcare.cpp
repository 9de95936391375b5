// The part of SqlStorage that is about the database itself: which history it holds, whether it has room, and
// whether it is sound.

#include "server/storage/sql/changelog.h"
#include "server/storage/sql/examination.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/sqlstorage.h"

namespace deskbell::server {
namespace {

/// What a booking adds to the database, and as much again.
constexpr std::size_t trialSize = 64 << 10;

} // namespace

Expected<Uuid> SqlStorage::epoch()
{
    return read([](Connection &connection) { return readEpoch(connection); });
}

Expected<History> SqlStorage::history()
{
    return epoch().map([this](const Uuid &epoch) { return m_history.under(epoch); });
}

Expected<std::string> SqlStorage::changes(const protocol::Cursor &after, std::size_t limit)
{
    auto standing = Standing::Gone;
    std::uint64_t lowest = 0;
    auto page = read([&](Connection &connection) {
        const History history = m_history.under(readEpoch(connection));
        standing = standingOf(connection, history, after);
        lowest = readClock(connection, after.property).lowest;
        return standing == Standing::Known ? readChanges(connection, history, after, limit) : std::string();
    });
    if (!page || standing == Standing::Known)
        return page;
    if (standing == Standing::Foreign)
        giveUpHistory(after);
    return failure("cursor-gone", {{"lowest", std::to_string(lowest)}});
}

Expected<bool> SqlStorage::vouchesFor(const protocol::Cursor &cursor)
{
    const auto standing = read([&](Connection &connection) {
        return standingOf(connection, m_history.under(readEpoch(connection)), cursor);
    });
    if (standing && *standing == Standing::Foreign)
        giveUpHistory(cursor);
    return standing.map([](Standing found) { return found == Standing::Known; });
}

void SqlStorage::giveUpHistory(const protocol::Cursor &foreign)
{
    std::optional<History> begun;
    const auto done = write([&](Connection &connection) {
        begun.reset();
        const History current = m_history.under(lockEpoch(connection));
        if (standingOf(connection, current, foreign) != Standing::Foreign)
            return;
        begun = current.under(makeUuidV7(m_surroundings.now(), m_surroundings.random));
        writeEpoch(connection, begun->epoch());
    });
    if (done && begun && m_listener)
        m_listener->historyChanged(*begun);
}

Expected<void> SqlStorage::ready()
{
    const auto able = read([](Connection &connection) {
        return Query(connection, "SELECT 1 FROM installation LIMIT 1").next();
    });
    if (!able)
        return tl::unexpected(able.error());
    if (auto room = m_database->room(); !room)
        return room;
    // A full disk may still take a small write where it took one before. Once a write has found no room, only
    // one as large as anybody's shows that there is some again.
    const bool wasFull = m_isFull;
    const std::string trial(wasFull ? trialSize : 1, '1');
    const auto written = write([&](Connection &connection) {
        Query(connection,
              "INSERT INTO installation (name, value) VALUES ('ready', ?)"
              " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
              trial)
            .run();
    });
    if (written && wasFull)
        m_isFull = false;
    return written;
}

Expected<void> SqlStorage::examine(const Looking &looking)
{
    try {
        m_database->examine(looking);
        const auto connection = m_database->connect(Connection::Access::Read);
        Examination(*connection, looking).run();
        return {};
    } catch (const StorageFailure &failure) {
        if (failure.error().code != "storage-corrupt")
            return tl::unexpected(failure.error());
        // So damaged that it cannot be looked over to its end.
        Facts facts = failure.error().facts;
        looking.found({Damage::Reach::Root, "database", facts["reason"]});
        return {};
    }
}

void SqlStorage::noteRoom(const Error *error)
{
    if (error && error->code == "storage-full")
        m_isFull = true;
}

} // namespace deskbell::server
