#include "server/storage/outbox.h"

#include <algorithm>

#include "domain/workflow.h"

namespace deskbell::server {

std::string_view toString(Work work)
{
    constexpr std::array<std::string_view, allWork.size()> names{
        "charge", "refund", "assign", "notify", "project", "expire", "keep-card", "forget-card"};
    return names[static_cast<std::size_t>(work)];
}

std::chrono::milliseconds longestWait(Work work)
{
    if (work != Work::Expire)
        return 3 * longestSetting; // a backoff, and a circuit breaker that rests a fifth longer
    // Those of an offering with more time than any preset are looked at in between (ExpiryFlow).
    const auto longest =
        std::max_element(workflows::all.begin(), workflows::all.end(),
                         [](const Workflow &a, const Workflow &b) { return a.payWithin < b.payWithin; });
    return longest->payWithin + std::chrono::hours(1);
}

} // namespace deskbell::server
