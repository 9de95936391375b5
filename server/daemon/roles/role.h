#pragma once

// One role in which a process works off the work queue: the flow that carries the work out and the
// worker with its threads. Each has a factory in its own file, listed in roles.cpp; owned by Roles.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "protocol/health.h"
#include "server/config/config.h"
#include "server/workers/circuitbreaker.h"
#include "server/workers/recorder.h"
#include "server/workers/worker.h"

namespace deskbell::server {

/// What a role is made of; all of it outlives the role.
struct RoleContext
{
    const Config &config;
    Storage &storage;
    WorkerSurroundings surroundings;
    const Log &log;
    /// Where guests reach this house: what was configured, else where this process listens. Once started.
    std::function<std::string()> baseUrl;
};

class Role
{
public:
    virtual ~Role() = default;
    virtual Worker &worker() = 0;
    /// The process ends and work is still under way: calls to outside come back soon.
    virtual void abandon() {}
    /// How the provider that it calls is faring; none for a role that calls none.
    virtual std::optional<protocol::BreakerHealth> breaker() const { return std::nullopt; }
    /// What an operator is told besides the worker's figures.
    virtual boost::json::object details() const { return {}; }
};

/// A breaker's figures as they are told: rates in percent of the calls that count.
protocol::BreakerHealth healthOf(const CircuitBreaker::Figures &figures);

/// Logs each change of a provider's breaker.
CircuitBreaker::Watch logged(const Log &log, std::string provider);

std::unique_ptr<Role> makePaymentRole(const RoleContext &context);
/// Null when notices go by no way.
std::unique_ptr<Role> makeNoticeRole(const RoleContext &context);
std::unique_ptr<Role> makeHotelRole(const RoleContext &context);
std::unique_ptr<Role> makeMypageRole(const RoleContext &context);

} // namespace deskbell::server
