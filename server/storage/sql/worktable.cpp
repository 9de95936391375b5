#include "server/storage/sql/worktable.h"

#include "server/storage/sql/query.h"

namespace deskbell::server {

std::vector<WorkItem> takeDueWork(Connection &connection, Work work, Instant now,
                                  std::chrono::milliseconds lease, std::size_t limit)
{
    std::vector<WorkItem> items;
    const Uuid none;
    Query(connection, "UPDATE work SET due_at = ? WHERE kind = ? AND due_at > ?", now, work,
          now + longestWait(work))
        .post();
    {
        // Of several processes that ask at once, each gets other items and none waits.
        Query query(connection,
                    "SELECT id, property, reservation, subject, refund, attempts, fence FROM work AS w"
                    " WHERE kind = ? AND due_at <= ? AND (lease_until <= ? OR lease_until > ?)"
                    " AND (subject = ? OR NOT EXISTS"
                    " (SELECT 1 FROM work AS earlier"
                    "  WHERE earlier.subject = w.subject AND earlier.property = w.property"
                    "  AND earlier.id < w.id))"
                    " ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
                    work, now, now, now + longestLease, none, limit);
        while (query.next()) {
            WorkItem item;
            item.id = query.number<std::uint64_t>(0);
            item.work = work;
            item.property.value = query.uuid(1);
            item.reservation.value = query.uuid(2);
            item.subject = query.uuid(3);
            if (!query.isNull(4))
                item.refund = RefundId{query.uuid(4)};
            item.attempts = query.number<std::uint32_t>(5) + 1;
            item.fence = query.number<std::uint64_t>(6) + 1;
            items.push_back(item);
        }
    }
    for (const WorkItem &item : items)
        Query(connection, "UPDATE work SET lease_until = ?, fence = ?, attempts = ? WHERE id = ?",
              now + lease, item.fence, item.attempts, item.id)
            .post();
    return items;
}

void releaseWork(Connection &connection)
{
    // The fence moves on, as when a worker lets go.
    Query(connection, "UPDATE work SET lease_until = 0, fence = fence + 1 WHERE lease_until > 0").run();
}

bool isHeld(Connection &connection, const Claim &claim)
{
    // Locked, so that nobody takes it up between this and the commit.
    Query query(connection, "SELECT 1 FROM work WHERE id = ? AND fence = ? FOR UPDATE", claim.id,
                claim.fence);
    return query.next();
}

bool finishWork(Connection &connection, const Claim &claim)
{
    if (claim.isKept)
        return isHeld(connection, claim);
    if (!claim.againAt)
        return Query(connection, "DELETE FROM work WHERE id = ? AND fence = ?", claim.id, claim.fence).run() >
               0;
    // The fence moves on: this worker has let go.
    return Query(connection,
                 "UPDATE work SET due_at = ?, lease_until = 0, fence = fence + 1 WHERE id = ? AND fence = ?",
                 *claim.againAt, claim.id, claim.fence)
               .run() > 0;
}

void settleWork(Connection &connection, const Claim &claim)
{
    Query(connection, "DELETE FROM work WHERE id = ? AND fence = ?", claim.id, claim.fence).post();
}

std::optional<WorkItem> readWorkOf(Connection &connection, const PaymentId &payment)
{
    Query query(connection,
                "SELECT id, kind, property, reservation, attempts, fence FROM work WHERE subject = ?"
                " ORDER BY id LIMIT 1",
                payment);
    if (!query.next())
        return std::nullopt;
    WorkItem item;
    item.id = query.number<std::uint64_t>(0);
    item.work = query.number<Work>(1);
    item.property.value = query.uuid(2);
    item.reservation.value = query.uuid(3);
    item.subject = payment.value;
    item.attempts = query.number<std::uint32_t>(4);
    item.fence = query.number<std::uint64_t>(5);
    return item;
}

bool hurryWork(Connection &connection, const PaymentId &payment, Instant now)
{
    return Query(connection,
                 "UPDATE work SET due_at = ? WHERE subject = ? AND due_at > ?"
                 " AND (lease_until <= ? OR lease_until > ?)",
                 now, payment, now, now, now + longestLease)
               .run() > 0;
}

std::vector<Backlog> readBacklog(Connection &connection)
{
    std::vector<Backlog> all;
    for (const Work work : allWork) {
        Query query(connection, "SELECT count(*), min(due_at) FROM work WHERE kind = ?", work);
        Backlog &backlog = all.emplace_back();
        backlog.work = work;
        if (query.next() && query.integer(0) > 0) {
            backlog.waiting = query.number<std::size_t>(0);
            backlog.dueSince = query.instant(1);
        }
    }
    return all;
}

} // namespace deskbell::server
