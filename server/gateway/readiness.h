#pragma once

// Checks for GET /readyz whether the storage can be read and written. The check is a durable write and
// anybody may ask, so the result is reused for a second. From any thread.

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "server/storage/storage.h"

namespace deskbell::server {

class Readiness
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds holdsFor{1'000};

    Readiness(Storage &storage, std::function<Clock::time_point()> now)
        : m_storage(storage), m_now(std::move(now))
    {
    }

    /// What was found within the last second; none: ask.
    std::optional<Expected<void>> remembered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_found && m_now() - m_foundAt < holdsFor ? m_found : std::nullopt;
    }
    /// Waits for the storage. Those who waited for the same pool meanwhile get the same answer.
    Expected<void> ask()
    {
        if (const auto known = remembered())
            return *known;
        const auto found = m_storage.ready();
        const std::lock_guard lock(m_mutex);
        m_found = found;
        m_foundAt = m_now();
        return found;
    }

private:
    Storage &m_storage;
    const std::function<Clock::time_point()> m_now;
    mutable std::mutex m_mutex;
    std::optional<Expected<void>> m_found;
    Clock::time_point m_foundAt;
};

} // namespace deskbell::server
