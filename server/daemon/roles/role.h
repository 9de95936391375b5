#pragma once

// One of the roles that a process works off the outbox in: what carries its work out and the worker
// whose threads do. Each has a maker in its own file, named in roles.cpp; owned by Roles.

#include <memory>
#include <string_view>

#include <boost/json/object.hpp>

#include "server/config/config.h"
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
};

class Role
{
public:
    virtual ~Role() = default;
    virtual Worker &worker() = 0;
    /// The process ends and work is still under way: calls to outside come back soon.
    virtual void abandon() {}
    /// What an operator is told besides the worker's figures.
    virtual boost::json::object details() const { return {}; }
};

std::unique_ptr<Role> makePaymentRole(const RoleContext &context);
/// Null when notices go by no way.
std::unique_ptr<Role> makeNoticeRole(const RoleContext &context);
std::unique_ptr<Role> makeHotelRole(const RoleContext &context);
std::unique_ptr<Role> makeMypageRole(const RoleContext &context);

} // namespace deskbell::server
