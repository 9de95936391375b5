// The end of the time in which a guest had to pay, over a real storage, with a provider that the test
// plays, under a clock that it moves.

#include "server/playedprovider.h"
#include "server/workfixture.h"

#include "domain/refusal.h"
#include "server/workers/payment/expiryflow.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class ExpiryWork : public WorkTest
{
protected:
    ExpiryWork() : WorkTest(Work::Expire) {}

    void SetUp() override
    {
        WorkTest::SetUp();
        m_id = m_desk.newReservation();
        auto make = request(m_id, m_hotel.prepaid, "2026-06-01", "2026-06-03");
        make.channel = webChannel;
        apply(make);
        m_flow = std::make_unique<ExpiryFlow>(ExpiryFlow::Settings{10min}, *m_storage, m_provider, m_breaker,
                                              surroundings(), m_log);
    }
    /// Carries out all that is due; how much that was.
    std::size_t work() { return carryOut(*m_flow); }
    ReservationState state() { return find(m_id)->state; }
    int freeThen()
    {
        const auto stock = m_storage->stock(m_hotel.property, date("2026-06-01"), date("2026-06-02")).value();
        for (const SlotStock &slot : stock) {
            if (slot.offering == m_hotel.prepaid)
                return slot.free;
        }
        return -1;
    }

    ReservationId m_id;
    PlayedProvider m_provider;
    CircuitBreaker m_breaker{CircuitBreaker::Settings{}, [] { return 0.0; }};
    std::unique_ptr<ExpiryFlow> m_flow;
};

DESKBELL_ON_EVERY_DATABASE(ExpiryWork);

TEST_P(ExpiryWork, whatIsNotPaidInTimeIsLetGoOnce)
{
    const int before = freeThen();
    pass(29min);
    EXPECT_EQ(work(), 0u) << "it is not due yet";
    pass(1min);
    m_provider.will(Verdict::NotThere);
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(state(), ReservationState::Cancelled);
    EXPECT_EQ(find(m_id)->endReason, refusal::notPaidInTime);
    EXPECT_EQ(freeThen(), before + 1);
    pass(1h);
    EXPECT_EQ(work(), 0u);
}

TEST_P(ExpiryWork, moreTimeThanAnyPresetGivesLastsToItsEnd)
{
    pass(30min);
    m_provider.will(Verdict::NotThere);
    ASSERT_EQ(work(), 1u);
    apply(
        ChangeWorkflow{m_hotel.prepaid, "prepaid", WorkflowTerms{ConfirmationRule::ByManager, 10 * 24 * 60}},
        Role::Admin);
    m_id = m_desk.newReservation();
    auto make = request(m_id, m_hotel.prepaid, "2026-06-01", "2026-06-03");
    make.channel = webChannel;
    apply(make);
    for (int day = 0; day < 9; ++day) {
        work();
        EXPECT_EQ(work(), 0u) << "not again and again";
        EXPECT_EQ(state(), ReservationState::AwaitingPayment);
        pass(24h);
    }
    pass(23h);
    work();
    EXPECT_EQ(state(), ReservationState::AwaitingPayment);
    pass(1h);
    m_provider.will(Verdict::NotThere);
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(state(), ReservationState::Cancelled);
}

TEST_P(ExpiryWork, aProviderThatIsAwayCostsNoReservation)
{
    pass(30min);
    for (int i = 0; i < 3; ++i) {
        m_provider.will(i == 1 ? Verdict::Busy : Verdict::Unknown);
        EXPECT_EQ(work(), 1u);
        EXPECT_EQ(state(), ReservationState::AwaitingPayment);
        EXPECT_EQ(work(), 0u) << "the guest has some time now";
        pass(10min);
    }
    m_provider.will(Verdict::NotThere);
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(state(), ReservationState::Cancelled);
}

TEST_P(ExpiryWork, anOpenBreakerIsAProviderThatIsAway)
{
    for (int i = 0; i < 20; ++i) {
        const auto permit = m_breaker.acquire(surroundings().steady());
        if (permit)
            m_breaker.record(*permit, true, {}, surroundings().steady());
    }
    // Open for thirty seconds; the reservation's time ends within them.
    m_clock.now = *find(m_id)->payBy;
    for (int i = 0; i < 20; ++i) {
        const auto permit = m_breaker.acquire(surroundings().steady());
        if (permit)
            m_breaker.record(*permit, true, {}, surroundings().steady());
    }
    EXPECT_EQ(work(), 1u);
    EXPECT_TRUE(m_provider.calls.empty());
    EXPECT_EQ(state(), ReservationState::AwaitingPayment);
}

TEST_P(ExpiryWork, aPaymentThatWasBegunInTimeIsWaitedFor)
{
    chargeCard(m_id, 20'000);
    pass(24h);
    EXPECT_EQ(work(), 1u) << "it is looked at";
    EXPECT_EQ(state(), ReservationState::AwaitingPayment);
    EXPECT_TRUE(find(m_id)->holdsStock);
    EXPECT_EQ(work(), 0u) << "and not again";
}

TEST_P(ExpiryWork, aPaymentInTheVeryMomentWins)
{
    pass(30min);
    m_provider.will(Verdict::NotThere);
    m_provider.meanwhile = [this] { chargeCard(m_id, 20'000); };
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(state(), ReservationState::AwaitingPayment);
    EXPECT_TRUE(find(m_id)->holdsStock);
    pass(24h);
    EXPECT_EQ(work(), 0u);
}

TEST_P(ExpiryWork, whoSleptPastTheLeaseLetsNothingGo)
{
    pass(30min);
    const auto slow = take();
    ASSERT_EQ(slow.size(), 1u);
    pass(1min);
    const auto fast = take();
    ASSERT_EQ(fast.size(), 1u);
    m_provider.will(Verdict::NotThere);
    m_flow->carryOut(slow.front());
    EXPECT_EQ(state(), ReservationState::AwaitingPayment);
    m_provider.will(Verdict::NotThere);
    m_flow->carryOut(fast.front());
    EXPECT_EQ(state(), ReservationState::Cancelled);
}

} // namespace
} // namespace deskbell::server::testing
