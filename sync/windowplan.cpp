#include "sync/windowplan.h"

#include <algorithm>

namespace deskbell::sync {

namespace {

constexpr Days mostAtATime{61};

} // namespace

Window wantedWindow(Date businessDate, const std::optional<Window> &looked, const Timing &timing)
{
    Window wants{businessDate - Days{timing.daysBack}, businessDate + Days{timing.daysAhead}};
    if (looked) {
        wants.from = std::min(wants.from, looked->from);
        wants.to = std::max(wants.to, looked->to);
    }
    return wants;
}

std::optional<WindowStep> nextStep(const Window &has, const Window &wants)
{
    if (has == wants)
        return std::nullopt;
    if (wants.from > has.to || wants.to < has.from)
        return WindowStep{wants, wants, true};
    WindowStep step{{std::max(has.from, wants.from), std::min(has.to, wants.to)}, std::nullopt, false};
    if (wants.to > has.to) {
        step.target.to = std::min(wants.to, has.to + mostAtATime);
        step.missing = Window{has.to, step.target.to};
    } else if (wants.from < has.from) {
        step.target.from = std::max(wants.from, has.from - mostAtATime);
        step.missing = Window{step.target.from, has.from};
    }
    return step;
}

} // namespace deskbell::sync
