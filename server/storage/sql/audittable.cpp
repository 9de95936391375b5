#include "server/storage/sql/audittable.h"

#include <limits>

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

using protocol::AuditEntry;

constexpr std::string_view applied = "applied";

AuditEntry entryOf(const Query &query)
{
    AuditEntry entry;
    entry.number = query.number<std::uint64_t>(0);
    entry.at = query.instant(1);
    entry.command = CommandId{query.uuid(2)};
    entry.type = query.text(3);
    entry.code = query.text(4);
    entry.outcome = entry.code.empty() ? applied : "refused";
    entry.seq = query.isNull(5) ? 0 : query.number<std::uint64_t>(5);
    entry.actor.account = AccountId{query.uuid(6)};
    entry.actor.name = query.text(7);
    entry.actor.role = named<Role>(query.text(8)).value_or(Role::System);
    entry.channel = query.text(9);
    entry.address = query.text(10);
    if (!query.isNull(11))
        entry.device = DeviceId{query.uuid(11)};
    if (!query.isNull(12))
        entry.reservation = ReservationId{query.uuid(12)};
    auto changes = protocol::decodeAuditedChanges(query.text(13));
    if (!changes)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-corrupt", {{"reason", "audit " + std::to_string(entry.number)}}});
    entry.changes = std::move(*changes);
    return entry;
}

constexpr std::int64_t endOfTime = std::numeric_limits<std::int64_t>::max();

std::int64_t milliseconds(const std::optional<Instant> &instant, std::int64_t otherwise)
{
    return instant ? instant->time_since_epoch().count() : otherwise;
}

} // namespace

void writeAudit(Connection &connection, const PropertyId &property, const AuditEntry &entry)
{
    const std::string changes = protocol::encodeAuditedChanges(entry.changes);
    const std::optional<std::uint64_t> seq = entry.seq > 0 ? std::optional(entry.seq) : std::nullopt;
    Query(connection,
          "INSERT INTO audit (property, at, command, type, code, seq, account, actor, role, channel,"
          " address, device, reservation, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          property, entry.at, entry.command, entry.type, entry.code, seq, entry.actor.account,
          entry.actor.name, toString(entry.actor.role), entry.channel, entry.address, entry.device,
          entry.reservation, changes)
        .post();
}

protocol::AuditPage readAudit(Connection &connection, const PropertyId &property, const AuditFilter &filter)
{
    const std::int64_t below = filter.before ? static_cast<std::int64_t>(*filter.before) : endOfTime;
    const std::int64_t from = milliseconds(filter.from, std::numeric_limits<std::int64_t>::min());
    const std::int64_t to = milliseconds(filter.to, endOfTime);
    protocol::AuditPage page;
    const auto fill = [&](Query &&query) {
        while (query.next()) {
            if (page.entries.size() == filter.limit) {
                page.next = page.entries.back().number;
                return;
            }
            page.entries.push_back(entryOf(query));
        }
    };
    const auto limit = static_cast<std::int64_t>(filter.limit) + 1;
    if (filter.reservation && filter.actor)
        fill(Query(connection,
                   "SELECT number, at, command, type, code, seq, account, actor, role, channel, address,"
                   " device, reservation, changes FROM audit WHERE reservation = ? AND property = ?"
                   " AND number < ? AND at >= ? AND at < ? AND account = ? ORDER BY number DESC LIMIT ?",
                   *filter.reservation, property, below, from, to, *filter.actor, limit));
    else if (filter.reservation)
        fill(Query(connection,
                   "SELECT number, at, command, type, code, seq, account, actor, role, channel, address,"
                   " device, reservation, changes FROM audit WHERE reservation = ? AND property = ?"
                   " AND number < ? AND at >= ? AND at < ? ORDER BY number DESC LIMIT ?",
                   *filter.reservation, property, below, from, to, limit));
    else if (filter.actor)
        fill(Query(connection,
                   "SELECT number, at, command, type, code, seq, account, actor, role, channel, address,"
                   " device, reservation, changes FROM audit WHERE property = ? AND number < ?"
                   " AND at >= ? AND at < ? AND account = ? ORDER BY number DESC LIMIT ?",
                   property, below, from, to, *filter.actor, limit));
    else
        fill(Query(connection,
                   "SELECT number, at, command, type, code, seq, account, actor, role, channel, address,"
                   " device, reservation, changes FROM audit WHERE property = ? AND number < ?"
                   " AND at >= ? AND at < ? ORDER BY number DESC LIMIT ?",
                   property, below, from, to, limit));
    return page;
}

} // namespace deskbell::server
