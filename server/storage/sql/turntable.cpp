#include "server/storage/sql/turntable.h"

#include <algorithm>

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// Not as long as any key that is counted.
constexpr std::array<std::uint8_t, 1> everybody{};
/// Nobody has to wait so long for a burst: such a row was written under a clock that was ahead.
constexpr Days longestTurns{7};

/// From here to the commit one process after another: what is read is not taken twice, and nobody holds one
/// key while waiting for somebody who waits for it.
void queueUp(Connection &connection)
{
    Query(connection,
          "INSERT INTO turn (key, free_at) VALUES (?, 0) ON CONFLICT (key) DO UPDATE SET free_at = 0",
          everybody)
        .post();
}

void put(Connection &connection, const TokenHash &key, Instant freeAt)
{
    Query(connection,
          "INSERT INTO turn (key, free_at) VALUES (?, ?)"
          " ON CONFLICT (key) DO UPDATE SET free_at = excluded.free_at",
          key, freeAt)
        .post();
}

/// When no turn is left.
Instant latestOf(const Turns &turns, Instant now)
{
    return now + turns.burst * turns.every;
}

Instant freeAtOf(Connection &connection, const Turns &turns, Instant now)
{
    Instant freeAt = now;
    {
        Query known(connection, "SELECT free_at FROM turn WHERE key = ?", turns.key);
        if (known.next())
            freeAt = std::max(known.instant(0), now);
    }
    if (const Instant latest = latestOf(turns, now); freeAt > latest) {
        freeAt = latest; // written under a clock that was ahead: from now on it counts down
        put(connection, turns.key, freeAt);
    }
    return freeAt;
}

} // namespace

std::optional<std::chrono::milliseconds> takeTurns(Connection &connection, const std::vector<Turns> &all,
                                                   Instant now)
{
    if (all.empty())
        return std::nullopt;
    queueUp(connection);
    // All or none: who is refused for one thing must not spend the turns of another.
    std::vector<Instant> freeAt;
    for (const Turns &turns : all) {
        freeAt.push_back(freeAtOf(connection, turns, now));
        if (const auto wait = freeAt.back() + turns.every - latestOf(turns, now);
            wait > std::chrono::milliseconds::zero())
            return wait;
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        put(connection, all[i].key, freeAt[i] + all[i].every);
    return std::nullopt;
}

void dropTurns(Connection &connection, const TokenHash &key)
{
    queueUp(connection);
    Query(connection, "DELETE FROM turn WHERE key = ?", key).run();
}

void dropTurns(Connection &connection, Instant now)
{
    queueUp(connection);
    Query(connection, "DELETE FROM turn WHERE (free_at < ? OR free_at > ?) AND key <> ?", now,
          now + longestTurns, everybody)
        .run();
}

} // namespace deskbell::server
