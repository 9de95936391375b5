#include "server/storage/sql/changelog.h"

#include <algorithm>

#include "server/storage/sql/examination.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// A page ends with the transaction in which it grows beyond this.
constexpr std::size_t pageSize = 4 << 20;
constexpr std::size_t maxLimit = 100'000;

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Transaction, Error{std::move(code), std::move(facts)});
}

std::optional<Place> placeAt(const Query &query, int column)
{
    if (query.isNull(column))
        return std::nullopt;
    return Place{{query.date(column), query.date(column + 1)}, query.number<Reach>(column + 2)};
}

} // namespace

Clock readClock(Connection &connection, const PropertyId &property)
{
    Query query(connection, "SELECT seq, lowest FROM property_clock WHERE property = ?", property);
    if (!query.next())
        throw refused("unknown-property", {{"property", toString(property)}});
    return {query.number<std::uint64_t>(0), query.number<std::uint64_t>(1)};
}

std::uint64_t readMark(Connection &connection, const PropertyId &property, std::uint64_t seq)
{
    Query query(connection,
                "SELECT at, command, entity, id, version FROM change WHERE property = ? AND seq = ?"
                " ORDER BY ordinal",
                property, seq);
    ChangeSet change{property, seq, {}, std::nullopt, {}};
    while (query.next()) {
        change.at = query.instant(0);
        if (!query.isNull(1))
            change.command = CommandId{query.uuid(1)};
        ChangedRow &row = change.rows.emplace_back();
        row.entity = entityIn(query, 2);
        row.id = query.uuid(3);
        row.version = query.number<std::uint32_t>(4);
    }
    return change.rows.empty() ? 0 : markOf(change);
}

Standing standingOf(Connection &connection, const History &history, const protocol::Cursor &cursor)
{
    const Clock clock = readClock(connection, cursor.property);
    if (cursor.epoch != history.epoch() || cursor.seq < clock.lowest)
        return Standing::Gone;
    if (cursor.seal == 0) // of a time before there were marks: its number is all there is
        return cursor.seq > clock.seq ? Standing::Gone : Standing::Known;
    if (!history.hasMade(cursor))
        return Standing::Gone;
    if (cursor.seq > clock.seq)
        return Standing::Foreign;
    const std::uint64_t mark = readMark(connection, cursor.property, cursor.seq);
    if (mark == cursor.mark)
        return Standing::Known;
    // Without a mark the change was pruned, so the cursor cannot be checked.
    return mark == 0 ? Standing::Gone : Standing::Foreign;
}

std::string readChanges(Connection &connection, const History &history, const protocol::Cursor &after,
                        std::size_t limit)
{
    const Clock clock = readClock(connection, after.property);
    std::string out = "{\"transactions\":[";
    std::uint64_t reached = after.seq;
    std::uint64_t mark = after.seal != 0 ? after.mark : readMark(connection, after.property, after.seq);
    const Window window{after.from, after.to};
    const auto last = std::min<std::uint64_t>(clock.seq, after.seq + std::min<std::size_t>(limit, maxLimit));
    forEachChange(connection, after.property, after.seq, last, [&](const ChangeSet &change) {
        if (reached != after.seq)
            out += ',';
        appendTransaction(out, change, window);
        reached = change.seq;
        mark = markOf(change);
        return out.size() < pageSize;
    });
    const protocol::Cursor cursor = history.cursor(after.property, window, reached, mark);
    out += "],\"cursor\":\"" + protocol::toString(cursor) + "\",\"seq\":" + std::to_string(reached) +
           ",\"upToDate\":" + (reached == clock.seq ? "true" : "false") + '}';
    return out;
}

void forEachChange(Connection &connection, const PropertyId &property, std::uint64_t after,
                   std::uint64_t last, const std::function<bool(ChangeSet &)> &visit)
{
    Query query(connection,
                "SELECT seq, at, command, entity, id, version, before_arrival, before_departure,"
                " before_reach, after_arrival, after_departure, after_reach, row FROM change"
                " WHERE property = ? AND seq > ? AND seq <= ? ORDER BY seq, ordinal",
                property, after, last);
    ChangeSet change{property, 0, {}, std::nullopt, {}};
    while (query.next()) {
        // Rows of one number come one after the other.
        const auto seq = query.number<std::uint64_t>(0);
        if (seq != change.seq) {
            if (!change.rows.empty() && !visit(change))
                return;
            change = ChangeSet{property, seq, query.instant(1), std::nullopt, {}};
            if (!query.isNull(2))
                change.command = CommandId{query.uuid(2)};
        }
        const Entity entity = entityIn(query, 3);
        requireSound(entity, query.uuid(4), query.number<std::uint32_t>(5), query.text(12));
        change.rows.push_back({entity, query.uuid(4), query.number<std::uint32_t>(5),
                               std::string(query.text(12)), placeAt(query, 6), placeAt(query, 9)});
    }
    if (!change.rows.empty())
        visit(change);
}

void applySetUp(Connection &connection, PropertyBook &book, std::uint64_t after, std::uint64_t last)
{
    forEachChange(connection, book.property().id, after, last, [&](const ChangeSet &change) {
        for (const ChangedRow &row : change.rows) {
            if (isWindowed(row.entity))
                continue;
            const auto decoded = protocol::decodeRow(row.row);
            if (!decoded)
                throw refused("storage-corrupt", {{"reason", "change"}});
            std::visit(
                [&]<typename Kind>(const Kind &each) {
                    if constexpr (!Windowed<Kind>)
                        book.put(each);
                },
                *decoded);
        }
        return true;
    });
}

void dropChanges(Connection &connection, Instant before)
{
    std::vector<std::pair<PropertyId, std::uint64_t>> ends;
    {
        Query query(connection,
                    "SELECT property, max(seq) FROM change WHERE at < ? GROUP BY property"
                    " ORDER BY property",
                    before);
        while (query.next())
            ends.emplace_back(PropertyId{query.uuid(0)}, query.number<std::uint64_t>(1));
    }
    for (const auto &[property, seq] : ends) {
        Query(connection, "UPDATE property_clock SET lowest = ? WHERE property = ? AND lowest < ?", seq,
              property, seq)
            .run();
        Query(connection, "DELETE FROM change WHERE property = ? AND seq <= ?", property, seq).run();
    }
}

} // namespace deskbell::server
