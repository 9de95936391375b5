// Which dates this desk should have, and the next step from those it has: days around the business
// date, and further where a clerk has looked. Steps are small, so that each fits into memory and is
// one short transaction of the cache. Plain functions over values.
#pragma once

#include <optional>

#include "domain/window.h"
#include "sync/timing.h"

namespace deskbell::sync {

struct WindowStep
{
    Window target; ///< what the desk has afterwards
    /// The dates to be fetched for it; none when dates only go.
    std::optional<Window> missing;
    /// What there is and what is wanted have nothing to do with each other: all is fetched anew.
    bool isAnew = false;
};

/// Around the business date, and all that a clerk has looked at.
Window wantedWindow(Date businessDate, const std::optional<Window> &looked, const Timing &timing);
/// None when nothing is to be done.
std::optional<WindowStep> nextStep(const Window &has, const Window &wants);

} // namespace deskbell::sync
