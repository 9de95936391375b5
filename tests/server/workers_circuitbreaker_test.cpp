// The circuit breaker: when it opens, what it lets through half-open, what it ignores.

#include "server/workers/circuitbreaker.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/workers/backoff.h"

using namespace deskbell::server;
using namespace std::chrono_literals;
using State = CircuitBreaker::State;

namespace {

class Breaker : public ::testing::Test
{
protected:
    CircuitBreaker m_breaker{CircuitBreaker::Settings{}, [this] { return m_random; }};
    CircuitBreaker::TimePoint m_now{1h};
    double m_random = 0;

    bool call(bool isFailure, CircuitBreaker::Duration took = 10ms)
    {
        const auto permit = m_breaker.acquire(m_now);
        if (!permit)
            return false;
        m_now += took;
        m_breaker.record(*permit, isFailure, took, m_now);
        return true;
    }
    void open()
    {
        for (int i = 0; i < 10; ++i)
            ASSERT_TRUE(call(true));
        ASSERT_EQ(m_breaker.state(m_now), State::Open);
    }
};

TEST(BreakerWatch, eachChangeIsToldWithWhatLedToIt)
{
    std::vector<CircuitBreaker::Figures> told;
    CircuitBreaker::Settings settings;
    settings.probes = 1;
    CircuitBreaker breaker(
        settings, [] { return 0.0; },
        [&](const CircuitBreaker::Figures &figures) { told.push_back(figures); });
    CircuitBreaker::TimePoint now{1h};
    for (int i = 0; i < 10; ++i)
        breaker.record(*breaker.acquire(now), i % 2 == 0, 10ms, now);
    now += settings.openFor;
    breaker.record(*breaker.acquire(now), false, 10ms, now);
    ASSERT_EQ(told.size(), 3u);
    EXPECT_EQ(told[0].state, State::Open);
    EXPECT_EQ(told[0].calls, 10u);
    EXPECT_EQ(told[0].failures, 5u);
    EXPECT_EQ(told[0].opensIn, settings.openFor);
    EXPECT_EQ(told[1].state, State::HalfOpen);
    EXPECT_EQ(told[2].state, State::Closed);
    EXPECT_EQ(told[2].failures, 0u);
}

TEST_F(Breaker, nineFailuresAreTooFewToOpen)
{
    for (int i = 0; i < 9; ++i)
        EXPECT_TRUE(call(true));
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
}

TEST_F(Breaker, halfOfTenCallsFailingOpensIt)
{
    for (int i = 0; i < 9; ++i)
        call(i % 2 == 0);
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
    call(false);
    EXPECT_EQ(m_breaker.state(m_now), State::Open);
    EXPECT_FALSE(call(false));
}

TEST_F(Breaker, lessThanHalfFailingLeavesItClosed)
{
    for (int i = 0; i < 200; ++i)
        EXPECT_TRUE(call(i % 5 == 2 || i % 5 == 4));
}

TEST_F(Breaker, successesOutOfTheWindowAreForgotten)
{
    for (int i = 0; i < 100; ++i)
        call(false);
    for (int i = 0; i < 9; ++i)
        call(true);
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
    call(true);
    EXPECT_EQ(m_breaker.state(m_now), State::Open);
}

TEST_F(Breaker, onlySlowCallsOpenItThoughTheySucceed)
{
    for (int i = 0; i < 10; ++i)
        call(false, 5001ms);
    EXPECT_EQ(m_breaker.state(m_now), State::Open);
}

TEST_F(Breaker, callsOfExactlyTheLimitAreNotSlow)
{
    for (int i = 0; i < 30; ++i)
        EXPECT_TRUE(call(false, 5000ms));
}

TEST_F(Breaker, nothingPassesUntilItsTimeIsOver)
{
    open();
    m_now += 29'999ms;
    EXPECT_FALSE(call(false));
    EXPECT_EQ(m_breaker.opensIn(m_now), 1ms);
    m_now += 1ms;
    EXPECT_EQ(m_breaker.state(m_now), State::HalfOpen);
    EXPECT_EQ(m_breaker.opensIn(m_now), 0ms);
    EXPECT_TRUE(call(false));
}

TEST_F(Breaker, jitterMakesItStayOpenLonger)
{
    m_random = 0.5;
    open();
    EXPECT_EQ(m_breaker.opensIn(m_now), 33'000ms);
}

TEST_F(Breaker, halfOpenLetsThreeProbesThroughAndNoMore)
{
    open();
    m_now += 30s;
    std::vector<CircuitBreaker::Permit> permits;
    for (int i = 0; i < 3; ++i) {
        const auto permit = m_breaker.acquire(m_now);
        ASSERT_TRUE(permit);
        permits.push_back(*permit);
    }
    EXPECT_FALSE(m_breaker.acquire(m_now));
    m_breaker.record(permits[0], false, 1ms, m_now);
    EXPECT_FALSE(m_breaker.acquire(m_now));
    m_breaker.record(permits[1], true, 1ms, m_now);
    m_breaker.record(permits[2], false, 1ms, m_now);
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
}

TEST_F(Breaker, failingProbesOpenItAgain)
{
    open();
    m_now += 30s;
    call(true);
    call(true);
    EXPECT_EQ(m_breaker.state(m_now), State::HalfOpen);
    call(false);
    EXPECT_EQ(m_breaker.state(m_now), State::Open);
    EXPECT_FALSE(call(false));
}

TEST_F(Breaker, aProbeThatIsForgoneMakesRoomForAnother)
{
    open();
    m_now += 30s;
    const auto first = m_breaker.acquire(m_now);
    ASSERT_TRUE(first);
    m_breaker.forgo(*first);
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(call(false));
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
}

TEST_F(Breaker, aLateAnswerFromBeforeItOpenedCountsNoMore)
{
    const auto late = m_breaker.acquire(m_now);
    open();
    m_now += 30s;
    const auto probe = m_breaker.acquire(m_now);
    ASSERT_TRUE(late && probe);
    for (int i = 0; i < 5; ++i)
        m_breaker.record(*late, true, 1ms, m_now);
    EXPECT_EQ(m_breaker.state(m_now), State::HalfOpen);
    m_breaker.record(*probe, false, 1ms, m_now);
    call(false);
    call(false);
    EXPECT_EQ(m_breaker.state(m_now), State::Closed);
}

TEST_F(Breaker, itsFiguresSayWhyItOpenedAndWhenItLetsThroughAgain)
{
    for (int i = 0; i < 4; ++i)
        call(false, 6s);
    call(true);
    CircuitBreaker::Figures figures = m_breaker.figures(m_now);
    EXPECT_EQ(figures.state, State::Closed);
    EXPECT_EQ(figures.calls, 5u);
    EXPECT_EQ(figures.failures, 1u);
    EXPECT_EQ(figures.slow, 4u);
    EXPECT_EQ(figures.opensIn, 0ms);
    for (int i = 0; i < 5; ++i)
        call(true);
    figures = m_breaker.figures(m_now);
    EXPECT_EQ(figures.state, State::Open);
    EXPECT_EQ(figures.calls, 10u);
    EXPECT_EQ(figures.failures, 6u) << "of the calls that opened it";
    EXPECT_EQ(figures.opensIn, 30s);
    m_now += 31s;
    EXPECT_EQ(m_breaker.figures(m_now).state, State::HalfOpen);
}

RC_GTEST_FIXTURE_PROP(Breaker, whateverHappensItLetsCallsThroughAgainWhenTheProviderIsWell,
                      (const std::vector<std::tuple<bool, std::uint16_t>> &calls))
{
    for (const auto &[isFailure, pauseMs] : calls) {
        call(isFailure);
        m_now += std::chrono::milliseconds(pauseMs);
    }
    // Failures before the least number of calls may still open it within the first good ones.
    for (int round = 0; round < 3; ++round) {
        m_now += 1min;
        for (int i = 0; i < 3; ++i)
            call(false);
    }
    RC_ASSERT(m_breaker.acquire(m_now).has_value());
}

RC_GTEST_PROP(Backing, offNeverWaitsLongerThanItsBound, (std::uint32_t attempts))
{
    const Backoff backoff{500ms, 60s};
    const double unit = *rc::gen::map(rc::gen::inRange(0, 1000), [](int n) { return n / 1000.0; });
    const auto wait = backoff.after(attempts, unit);
    RC_ASSERT(wait >= 0ms && wait <= 60s);
    if (attempts <= 1)
        RC_ASSERT(wait <= 500ms);
}

} // namespace
