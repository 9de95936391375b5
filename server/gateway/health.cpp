#include "server/gateway/health.h"

#include <algorithm>
#include <map>

#include "protocol/reconciliation.h"

namespace deskbell::server {
namespace {

/// By this clock. When a report was made that comes from a clock that was ahead, nobody knows.
Instant heardAt(const RoleReport &report, Instant now)
{
    return report.at > now + goneAfter ? Instant{} : report.at;
}

/// Without those that others have come after, by the roles that they have in common.
std::vector<RoleReport> withoutReplaced(std::vector<RoleReport> reports, Instant now)
{
    std::map<std::string, Instant> lastOf;
    for (const RoleReport &report : reports) {
        const Instant at = heardAt(report, now);
        Instant &last = lastOf.try_emplace(report.role, at).first->second;
        last = std::max(last, at);
    }
    std::erase_if(reports, [&](const RoleReport &report) {
        const Instant at = heardAt(report, now);
        return now - at > forgottenAfter && at < lastOf.at(report.role);
    });
    return reports;
}

} // namespace

Expected<protocol::Health> readHealth(Storage &storage, Instant now)
{
    auto reports = storage.reports();
    if (!reports)
        return tl::unexpected(reports.error());
    const auto backlog = storage.backlog();
    if (!backlog)
        return tl::unexpected(backlog.error());
    protocol::Health health;
    health.at = now;
    for (const RoleReport &report : withoutReplaced(std::move(*reports), now)) {
        protocol::RoleHealth role{report.process,
                                  report.role,
                                  now - heardAt(report, now) > goneAfter,
                                  std::min(report.at, now),
                                  {}};
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

Expected<std::optional<protocol::ReconciledDay>> readReconciled(Storage &storage, const PropertyId &property,
                                                                Instant now)
{
    using Reconciled = std::optional<protocol::ReconciledDay>;
    return storage.lastReconciliation(property, now).and_then([](const auto &kept) -> Expected<Reconciled> {
        if (!kept)
            return std::nullopt;
        return protocol::decodeReconciliation(*kept).map([](const protocol::Reconciliation &report) {
            return Reconciled({report.day, report.madeAt, report.differences.size()});
        });
    });
}

} // namespace deskbell::server
