#pragma once

// ClickGuard: decides whether a click counts. It ignores clicks on something that has just appeared under
// the pointer, and the second half of a double-click. Runs on a steady clock that tests set. Owned by the
// actions; UI thread.

#include <chrono>
#include <functional>
#include <utility>

namespace deskbell::ui {

class ClickGuard
{
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    /// Longer than the slowest double-click, shorter than reading a word.
    static constexpr std::chrono::milliseconds quiet{600};

    void setClock(Clock clock)
    {
        m_clock = std::move(clock);
        m_changedAt = {};
    }
    /// Buttons have come, gone or been switched on.
    void changed() { m_changedAt = m_clock(); }
    bool takesClicks() const { return m_clock() - m_changedAt >= quiet; }

private:
    Clock m_clock = [] { return std::chrono::steady_clock::now(); };
    std::chrono::steady_clock::time_point m_changedAt{};
};

} // namespace deskbell::ui
