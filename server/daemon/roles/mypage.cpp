// The mypage role: what guests and managers look at, kept up with every change.

#include "server/daemon/roles/role.h"
#include "server/workers/mypage/projector.h"

namespace deskbell::server {
namespace {

// A view is a few statements, and a transaction of its own would cost more than they do: what changes
// within a moment is brought up to date together.
constexpr std::size_t threads = 1;
constexpr std::size_t atOnce = 256;
constexpr std::chrono::milliseconds gather{25};
constexpr std::chrono::milliseconds lookEvery{1'000};
constexpr std::chrono::milliseconds lease{10'000};

class MypageRole : public Role
{
public:
    explicit MypageRole(const RoleContext &context)
        : m_projector(context.storage, context.surroundings.now, context.log),
          m_worker(
              {{Work::Project}, threads, lookEvery, lease, atOnce, gather}, context.storage,
              [this](std::span<const WorkItem> items) { m_projector.carryOut(items); },
              context.surroundings.now, context.log)
    {
    }

    Worker &worker() override { return m_worker; }

private:
    Projector m_projector;
    Worker m_worker;
};

} // namespace

std::unique_ptr<Role> makeMypageRole(const RoleContext &context)
{
    return std::make_unique<MypageRole>(context);
}

} // namespace deskbell::server
