// The hotel role: gives reservations that wait for it their unit.

#include "server/daemon/roles/role.h"
#include "server/workers/hotel/assignmentflow.h"

namespace deskbell::server {
namespace {

class HotelRole : public Role
{
public:
    explicit HotelRole(const RoleContext &context)
        : m_flow(context.config.hotel.backoff, context.storage, context.surroundings, context.log),
          m_worker(
              {{Work::Assign},
               context.config.hotel.threads,
               context.config.hotel.lookEvery,
               context.config.hotel.lease},
              context.storage, [this](std::span<const WorkItem> items) { m_flow.carryOut(items.front()); },
              context.surroundings.now, context.log)
    {
    }

    Worker &worker() override { return m_worker; }

private:
    AssignmentFlow m_flow;
    Worker m_worker;
};

} // namespace

std::unique_ptr<Role> makeHotelRole(const RoleContext &context)
{
    return std::make_unique<HotelRole>(context);
}

} // namespace deskbell::server
