#include "server/workfixture.h"

#include <spdlog/spdlog.h>

namespace deskbell::server::testing {

WorkTest::WorkTest(Work kind, std::chrono::milliseconds lease)
    : m_kind(kind), m_lease(lease), m_log(std::make_shared<spdlog::logger>("none"))
{
}

WorkerSurroundings WorkTest::surroundings()
{
    return {[this] { return m_clock.now.load(); },
            [this] { return std::chrono::steady_clock::time_point(m_clock.now.load().time_since_epoch()); },
            [this] { return ++m_random * 0x9E3779B97F4A7C15u; }};
}

std::size_t WorkTest::waiting(Work kind)
{
    const auto all = m_storage->backlog().value();
    for (const Backlog &backlog : all) {
        if (backlog.work == kind)
            return backlog.waiting;
    }
    return 0;
}

} // namespace deskbell::server::testing
