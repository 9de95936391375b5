#include "server/storage/sql/changelog.h"

#include "server/storage/changeset.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// A page ends with the transaction in which it grows beyond this.
constexpr std::size_t pageSize = 4 << 20;

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

/// Joins the rows of one number, which come one after the other.
class PageWriter
{
public:
    PageWriter(std::string &out, const Window &window) : m_out(out), m_window(window) {}

    const ChangeSet &change() const { return m_change; }
    void begin(ChangeSet change) { m_change = std::move(change); }
    void add(ChangedRow row) { m_change.rows.push_back(std::move(row)); }
    void finish()
    {
        if (m_change.rows.empty())
            return;
        if (m_count++ > 0)
            m_out += ',';
        appendTransaction(m_out, m_change, m_window);
        m_lastSeq = m_change.seq;
        m_change.rows.clear();
    }
    std::size_t count() const { return m_count; }
    std::uint64_t lastSeq() const { return m_lastSeq; }

private:
    std::string &m_out;
    const Window m_window;
    ChangeSet m_change;
    std::size_t m_count = 0;
    std::uint64_t m_lastSeq = 0;
};

} // namespace

Clock readClock(Connection &connection, const PropertyId &property)
{
    Query query(connection, "SELECT seq, lowest FROM property_clock WHERE property = ?", property);
    if (!query.next())
        throw refused("unknown-property", {{"property", toString(property)}});
    return {query.number<std::uint64_t>(0), query.number<std::uint64_t>(1)};
}

std::string readChanges(Connection &connection, const Uuid &epoch, const protocol::Cursor &after,
                        std::size_t limit)
{
    const Clock clock = readClock(connection, after.property);
    if (after.epoch != epoch || after.seq < clock.lowest || after.seq > clock.seq)
        throw refused("cursor-gone", {{"lowest", std::to_string(clock.lowest)}});
    std::string out = "{\"transactions\":[";
    PageWriter page(out, {after.from, after.to});
    Query query(connection,
                "SELECT seq, at, command, entity, id, version, before_arrival, before_departure,"
                " before_reach, after_arrival, after_departure, after_reach, row FROM change"
                " WHERE property = ? AND seq > ? ORDER BY seq, ordinal",
                after.property, after.seq);
    while (query.next()) {
        const auto seq = query.number<std::uint64_t>(0);
        if (seq != page.change().seq) {
            page.finish();
            if (page.count() >= limit || out.size() >= pageSize)
                break;
            ChangeSet change{after.property, seq, query.instant(1), std::nullopt, {}};
            if (!query.isNull(2))
                change.command = CommandId{query.uuid(2)};
            page.begin(std::move(change));
        }
        ChangedRow row{query.number<protocol::Entity>(3), query.uuid(4),     query.number<std::uint32_t>(5),
                       std::string(query.text(12)),       placeAt(query, 6), placeAt(query, 9)};
        page.add(std::move(row));
    }
    page.finish();
    protocol::Cursor reached = after;
    reached.seq = page.count() > 0 ? page.lastSeq() : after.seq;
    out += "],\"cursor\":\"" + protocol::toString(reached) + "\",\"seq\":" + std::to_string(reached.seq) +
           ",\"upToDate\":" + (reached.seq == clock.seq ? "true" : "false") + '}';
    return out;
}

void dropChanges(Connection &connection, Instant before)
{
    std::vector<std::pair<PropertyId, std::uint64_t>> ends;
    {
        Query query(connection, "SELECT property, max(seq) FROM change WHERE at < ? GROUP BY property",
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
