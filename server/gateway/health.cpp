#include "server/gateway/health.h"

namespace deskbell::server {

Expected<protocol::Health> readHealth(Storage &storage, Instant now)
{
    const auto reports = storage.reports();
    if (!reports)
        return tl::unexpected(reports.error());
    const auto backlog = storage.backlog();
    if (!backlog)
        return tl::unexpected(backlog.error());
    protocol::Health health;
    health.at = now;
    for (const RoleReport &report : *reports) {
        protocol::RoleHealth role{report.process, report.role, now - report.at > goneAfter, report.at, {}};
        if (auto breaker = protocol::decodeBreaker(report.breaker))
            role.breaker = std::move(*breaker);
        health.roles.push_back(std::move(role));
    }
    for (const Backlog &each : *backlog) {
        protocol::QueueHealth queue{std::string(toString(each.work)), each.waiting, std::nullopt};
        if (each.dueSince && *each.dueSince <= now)
            queue.dueForS = std::chrono::duration_cast<std::chrono::seconds>(now - *each.dueSince).count();
        health.queues.push_back(std::move(queue));
    }
    return health;
}

} // namespace deskbell::server
