#pragma once

// Limits guests' requests so that desks are served first (docs/adr/0092): by how many are under way at
// once and how long the oldest has been. Over a limit, a new request is asked to retry; an admitted
// one is never dropped. Desks' requests do not pass here. Safe from any thread.

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <set>

namespace deskbell::server {

class Admission
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    struct Settings
    {
        std::size_t atOnce = 800;
        std::chrono::milliseconds longestWait{2'500};
    };
    /// Counts until its last copy goes. Must not outlive the Admission.
    using Pass = std::shared_ptr<const void>;

    explicit Admission(Settings settings) : m_settings(settings) {}

    /// Null when there is too much to do.
    Pass enter(TimePoint now);
    std::size_t inside() const;

private:
    const Settings m_settings;
    mutable std::mutex m_mutex;
    std::multiset<TimePoint> m_inside; ///< since when
};

} // namespace deskbell::server
