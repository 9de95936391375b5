#pragma once

// The roles of this process, made from the configuration, started and stopped together. Each has its
// own threads, so that a role that hangs does not delay another. Owned by the daemon; wake() from any
// thread, the rest on the main thread.

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>

#include "server/daemon/roles/role.h"

namespace deskbell::server {

class Roles
{
public:
    explicit Roles(const RoleContext &context);

    void start();
    /// There may be more of this work: whoever takes it looks.
    void wake(Work work);
    /// Takes nothing more up, gives what is under way some time, cuts short what then is left.
    void stop(std::chrono::milliseconds grace);
    /// What each has to say of itself; whose process and when is for the caller to add.
    std::vector<RoleReport> reports() const;
    /// [{"role","threads","busy","done","lastDoneAt", …}], safe while they run.
    boost::json::array status() const;

private:
    std::vector<std::pair<ProcessRole, std::unique_ptr<Role>>> m_roles;
};

} // namespace deskbell::server
