#include "server/daemon/roles/roles.h"

#include <algorithm>

#include <boost/json/parse.hpp>

namespace deskbell::server {
namespace {

struct Maker
{
    ProcessRole role;
    std::unique_ptr<Role> (*make)(const RoleContext &);
};
constexpr Maker makers[]{
    {ProcessRole::Payment, makePaymentRole},
    {ProcessRole::Notice, makeNoticeRole},
    {ProcessRole::Hotel, makeHotelRole},
    {ProcessRole::Mypage, makeMypageRole},
};

} // namespace

CircuitBreaker::Watch logged(const Log &log, std::string provider)
{
    return [&log, provider = std::move(provider)](const CircuitBreaker::Figures &now) {
        log.warning("breaker-changed", {{"provider", provider},
                                        {"state", std::string(toString(now.state))},
                                        {"calls", std::to_string(now.calls)},
                                        {"failures", std::to_string(now.failures)},
                                        {"slow", std::to_string(now.slow)},
                                        {"opensInMs", std::to_string(now.opensIn.count())}});
    };
}

Roles::Roles(const RoleContext &context)
{
    for (const Maker &maker : makers) {
        auto role = context.config.has(maker.role) ? maker.make(context) : nullptr;
        if (role)
            m_roles.emplace_back(maker.role, std::move(role));
    }
}

void Roles::start()
{
    for (const auto &[kind, role] : m_roles)
        role->worker().start();
}

void Roles::wake(Work work)
{
    for (const auto &[kind, role] : m_roles) {
        if (role->worker().takes(work))
            role->worker().wake();
    }
}

void Roles::stop(std::chrono::milliseconds grace)
{
    // All stop taking work before anyone is waited for; the time is theirs together.
    const auto end = std::chrono::steady_clock::now() + grace;
    for (const auto &[kind, role] : m_roles)
        role->worker().finish(std::chrono::milliseconds::zero());
    for (const auto &[kind, role] : m_roles) {
        const auto left =
            std::chrono::floor<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (!role->worker().finish(std::max(left, std::chrono::milliseconds::zero())))
            role->abandon();
    }
    for (const auto &[kind, role] : m_roles)
        role->worker().stop();
}

protocol::BreakerHealth healthOf(const CircuitBreaker::Figures &figures)
{
    const auto percent = [&](std::size_t part) {
        return figures.calls == 0 ? 0 : static_cast<int>(100 * part / figures.calls);
    };
    return {std::string(toString(figures.state)), figures.calls, percent(figures.failures),
            percent(figures.slow), figures.opensIn.count()};
}

std::vector<RoleReport> Roles::reports() const
{
    std::vector<RoleReport> all;
    for (const auto &[kind, role] : m_roles) {
        const auto breaker = role->breaker();
        all.push_back({{},
                       std::string(toString(kind)),
                       {},
                       breaker ? protocol::encodeBreaker(*breaker) : std::string()});
    }
    return all;
}

boost::json::array Roles::status() const
{
    boost::json::array all;
    for (const auto &[kind, role] : m_roles) {
        const Worker::Figures figures = role->worker().figures();
        boost::json::object each{{"role", std::string(toString(kind))},
                                 {"threads", figures.threads},
                                 {"busy", figures.busy},
                                 {"done", figures.done}};
        if (figures.lastDone)
            each["lastDoneAt"] = deskbell::toString(*figures.lastDone);
        if (const auto breaker = role->breaker())
            each["breaker"] = boost::json::parse(protocol::encodeBreaker(*breaker));
        for (auto &detail : role->details())
            each.insert_or_assign(detail.key(), std::move(detail.value()));
        all.push_back(std::move(each));
    }
    return all;
}

} // namespace deskbell::server
