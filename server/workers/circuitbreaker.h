#pragma once

// A circuit breaker in the terms of resilience4j: it counts the last calls, opens when too many of
// them failed or were slow, lets nothing through for a while, then a few probes, and closes or opens
// by those. A declined card is an answer, not a failure: the caller says which is which. The clock
// and the jitter are handed in, so that it can be tested and simulated. Thread-safe.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace deskbell::server {

class CircuitBreaker
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::milliseconds;

    struct Settings
    {
        std::size_t window = 20;     ///< calls that are remembered
        std::size_t leastCalls = 10; ///< before that many nothing is concluded
        double failureRate = 0.5;    ///< opens from here on
        double slowRate = 1.0;       ///< likewise for slow calls
        Duration slowCall{5'000};    ///< a call that takes longer is slow
        Duration openFor{30'000};    ///< nothing passes
        double openJitter = 0.2;     ///< up to this part longer, so that many do not probe at once
        std::size_t probes = 3;      ///< calls let through half-open
    };
    enum class State { Closed, Open, HalfOpen };
    /// What people are shown of it.
    struct Figures
    {
        State state = State::Closed;
        Duration opensIn{};
        std::size_t calls = 0; ///< remembered; while it is open or half-open, those that opened it
        std::size_t failures = 0;
        std::size_t slow = 0;
    };

    /// A call that may be made. Given back by record() or forgo().
    struct Permit
    {
        std::uint64_t generation = 0;
    };

    /// Hears of each change of the state, with what led to it. Quick; must not call the breaker.
    using Watch = std::function<void(const Figures &)>;

    /// `unitRandom` gives numbers in [0, 1).
    CircuitBreaker(Settings settings, std::function<double()> unitRandom, Watch watch = {});

    std::optional<Permit> acquire(TimePoint now);
    void record(Permit permit, bool isFailure, Duration took, TimePoint now);
    /// The call was not made after all.
    void forgo(Permit permit);

    State state(TimePoint now) const;
    /// How long it stays open yet; zero when it is not.
    Duration opensIn(TimePoint now) const;
    Figures figures(TimePoint now) const;

private:
    struct Call
    {
        bool isFailure;
        bool isSlow;
    };
    void enter(State state, TimePoint now);
    bool isTooBad() const;
    State stateAt(TimePoint now) const;
    Duration opensAfter(TimePoint now) const;
    Figures counted() const;

    const Settings m_settings;
    const std::function<double()> m_unitRandom;
    const Watch m_watch;
    mutable std::mutex m_mutex;
    State m_state = State::Closed;
    std::uint64_t m_generation = 1; ///< +1 with each change of state: a late answer counts no more
    std::vector<Call> m_calls;      ///< a ring in Closed
    std::size_t m_next = 0;
    std::size_t m_probesOut = 0;
    TimePoint m_openUntil{};
    Figures m_openedBy;
};

std::string_view toString(CircuitBreaker::State state); ///< "half-open"

} // namespace deskbell::server
