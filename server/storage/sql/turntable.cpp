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

std::optional<std::chrono::milliseconds> takeTurn(Connection &connection, const Turns &turns, Instant now)
{
    const auto put = [&](Instant freeAt) {
        Query(connection,
              "INSERT INTO turn (key, free_at) VALUES (?, ?)"
              " ON CONFLICT (key) DO UPDATE SET free_at = excluded.free_at",
              turns.key, freeAt)
            .post();
    };
    const Instant latest = now + turns.burst * turns.every; // no turn is left then
    Instant freeAt = now;
    {
        Query known(connection, "SELECT free_at FROM turn WHERE key = ?", turns.key);
        if (known.next())
            freeAt = std::max(known.instant(0), now);
    }
    if (freeAt > latest) { // written under a clock that was ahead: from now on it counts down
        freeAt = latest;
        put(freeAt);
    }
    if (const auto wait = freeAt + turns.every - latest; wait > std::chrono::milliseconds::zero())
        return wait;
    put(freeAt + turns.every);
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::milliseconds> takeTurns(Connection &connection, const std::vector<Turns> &all,
                                                   Instant now)
{
    if (all.empty())
        return std::nullopt;
    queueUp(connection);
    for (const Turns &turns : all) {
        if (const auto wait = takeTurn(connection, turns, now))
            return wait;
    }
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
