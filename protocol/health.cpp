#include "protocol/health.h"

#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<BreakerHealth> auto &breaker)
{
    visit("state", breaker.state);
    visit("calls", breaker.calls);
    visit("failurePercent", breaker.failurePercent);
    visit("slowPercent", breaker.slowPercent);
    visit("opensInMs", breaker.opensInMs);
}

void describe(auto &visit, Of<RoleHealth> auto &role)
{
    visit("process", role.process);
    visit("role", role.role);
    visit("isGone", role.isGone);
    visit("seenAt", role.seenAt);
    visit.maybe("breaker", role.breaker);
}

void describe(auto &visit, Of<QueueHealth> auto &queue)
{
    visit("work", queue.work);
    visit("waiting", queue.waiting);
    visit.maybe("dueForS", queue.dueForS);
}

void describe(auto &visit, Of<ReconciledDay> auto &reconciled)
{
    visit("day", reconciled.day);
    visit("madeAt", reconciled.madeAt);
    visit("differences", reconciled.differences);
}

void describe(auto &visit, Of<Health> auto &health)
{
    visit("at", health.at);
    visit("roles", health.roles);
    visit("queues", health.queues);
    visit.maybe("reconciled", health.reconciled);
}

namespace {

constexpr std::string_view badHealth = "bad-health";

} // namespace

std::string encodeHealth(const Health &health)
{
    return encoded(health);
}

Expected<Health> decodeHealth(std::string_view text)
{
    return decoded<Health>(text, badHealth, Strictness::SkipUnknown);
}

std::string encodeBreaker(const BreakerHealth &breaker)
{
    return encoded(breaker);
}

Expected<BreakerHealth> decodeBreaker(std::string_view text)
{
    return decoded<BreakerHealth>(text, badHealth, Strictness::SkipUnknown);
}

} // namespace deskbell::protocol
