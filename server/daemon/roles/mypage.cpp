// The mypage role: what guests and managers look at, kept up with every change.

#include "server/daemon/roles/role.h"
#include "server/workers/mypage/projector.h"

namespace deskbell::server {
namespace {

constexpr std::size_t threads = 2;
constexpr std::chrono::milliseconds lookEvery{1'000};
constexpr std::chrono::milliseconds lease{10'000};

class MypageRole : public Role
{
public:
    explicit MypageRole(const RoleContext &context)
        : m_projector(context.storage, context.surroundings.now, context.log),
          m_worker(
              {{Work::Project}, threads, lookEvery, lease}, context.storage,
              [this](const WorkItem &item) { m_projector.carryOut(item); }, context.surroundings.now,
              context.log)
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
