// One piece of payment work from taking it up to its end, over a real storage, with a provider that
// the test plays, under a clock that it moves.

#include "server/playedprovider.h"
#include "server/workfixture.h"

#include <ostream>

#include "server/workers/payment/paymentflow.h"
#include "server/workers/worker.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class PaymentWork : public WorkTest
{
protected:
    PaymentWork() : WorkTest(Work::Charge) {}

    void SetUp() override
    {
        WorkTest::SetUp();
        m_id = m_desk.newReservation();
        apply(request(m_id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
        m_payment = chargeCard(m_id, 20'000);
    }
    void begin()
    {
        m_flow = std::make_unique<PaymentFlow>(settings(), *m_storage, m_provider, m_breaker, cards(),
                                               surroundings(), m_log);
    }
    CardSource cards()
    {
        return [this] { return CardVault::make(*m_storage, "secret key"); };
    }
    static PaymentFlow::Settings settings()
    {
        PaymentFlow::Settings settings;
        settings.backoff = {1s, 8s};
        return settings;
    }
    /// Carries out all that is due; how much that was.
    int work(Work kind = Work::Charge)
    {
        if (!m_flow)
            begin();
        return static_cast<int>(carryOut(*m_flow, kind));
    }
    /// The only work that is due, taken.
    WorkItem only()
    {
        const auto items = take();
        EXPECT_EQ(items.size(), 1u);
        return items.empty() ? WorkItem{} : items.front();
    }
    PaymentState state() { return findPayment(*find(m_id), m_payment)->state; }
    std::string code() { return findPayment(*find(m_id), m_payment)->providerCode; }
    Refund refund(std::size_t at = 0) { return findPayment(*find(m_id), m_payment)->refunds.at(at); }
    void takeMoney()
    {
        m_provider.will(Verdict::Done, "DONE");
        ASSERT_EQ(work(), 1);
        ASSERT_EQ(state(), PaymentState::Taken);
        m_provider.asked();
    }
    void askBack(std::int64_t minor)
    {
        apply(RefundPayment{
            m_id, m_payment, idNumbered<RefundId>(800), {minor, *parseCurrency("EUR")}, "broken shower"});
    }

    ReservationId m_id;
    PaymentId m_payment;
    PlayedProvider m_provider;
    CircuitBreaker m_breaker{CircuitBreaker::Settings{}, [] { return 0.0; }};
    std::unique_ptr<PaymentFlow> m_flow;
};

DESKBELL_ON_EVERY_DATABASE(PaymentWork);

TEST_P(PaymentWork, aChargeIsSentOnceAndTaken)
{
    m_provider.will(Verdict::Done, "DONE");
    m_provider.meanwhile = [this] { EXPECT_EQ(state(), PaymentState::Sent) << "durable before the call"; };
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(m_provider.calls, std::vector<std::string>{"charge " + toString(m_payment)});
    EXPECT_EQ(state(), PaymentState::Taken);
    EXPECT_EQ(waiting(), 0u);
    pass(1h);
    EXPECT_EQ(work(), 0);
}

TEST_P(PaymentWork, aDeclineIsFinal)
{
    m_provider.will(Verdict::Refused, "REJECT_CARD_COMPANY");
    work();
    EXPECT_EQ(state(), PaymentState::Declined);
    EXPECT_EQ(code(), "REJECT_CARD_COMPANY");
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(PaymentWork, aBusyProviderIsTriedAgainLater)
{
    m_provider.will(Verdict::Busy, "TOO_MANY_REQUESTS");
    work();
    EXPECT_EQ(state(), PaymentState::ProviderBusy);
    EXPECT_EQ(waiting(), 1u);
    pass(10s);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(m_provider.asked(), "charge,charge");
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, anAnswerThatWasLostIsLookedUpAndNotSentAgain)
{
    m_provider.will(Verdict::Unknown, "no-answer");
    work();
    EXPECT_EQ(state(), PaymentState::Unknown);
    pass(10s);
    m_provider.will(Verdict::Done, "DONE");
    work();
    EXPECT_EQ(m_provider.asked(), "charge,look up");
    EXPECT_EQ(state(), PaymentState::Taken);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(PaymentWork, whatNeverReachedTheProviderIsSentAgainUnderTheSameId)
{
    m_provider.will(Verdict::Unknown, "no-answer");
    work();
    pass(10s);
    m_provider.will(Verdict::NotThere);
    work();
    EXPECT_EQ(state(), PaymentState::ProviderBusy);
    pass(10s);
    m_provider.will(Verdict::Done, "DONE");
    work();
    ASSERT_EQ(m_provider.calls.size(), 3u);
    EXPECT_EQ(m_provider.calls[0], m_provider.calls[2]);
    EXPECT_EQ(m_provider.asked(), "charge,look up,charge");
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, aWorkerThatDiedWhileSendingIsFollowedByALookUp)
{
    // The first one is killed between the call and its answer: it does nothing any more.
    const WorkItem item = only();
    struct Death
    {
    };
    PlayedProvider dying;
    dying.meanwhile = [] { throw Death{}; };
    PaymentFlow first(settings(), *m_storage, dying, m_breaker, cards(), surroundings(), m_log);
    EXPECT_THROW(first.carryOut(item), Death);
    EXPECT_EQ(state(), PaymentState::Sent);
    EXPECT_EQ(work(), 0) << "it is held until the lease ends";
    pass(46s);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(m_provider.asked(), "look up");
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, aWorkerThatSleptPastItsLeaseChangesNothing)
{
    begin();
    const WorkItem slept = only();
    pass(46s);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(state(), PaymentState::Taken);
    m_provider.asked();
    m_flow->carryOut(slept);
    EXPECT_EQ(m_provider.asked(), "") << "it asks nobody";
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, theOlderFenceDoesNotRecordWhatItHears)
{
    begin();
    const WorkItem slow = only();
    m_provider.will(Verdict::Refused, "REJECT_CARD_COMPANY");
    m_provider.meanwhile = [this] {
        // While it waits for its answer, its lease ends and another finds the payment taken.
        pass(46s);
        PlayedProvider other;
        other.will(Verdict::Done, "DONE");
        PaymentFlow second(settings(), *m_storage, other, m_breaker, cards(), surroundings(), m_log);
        const auto items = m_storage->takeWork(Work::Charge, m_clock.now, 45s, 1).value();
        ASSERT_EQ(items.size(), 1u);
        second.carryOut(items.front());
        EXPECT_EQ(other.asked(), "look up");
    };
    m_flow->carryOut(slow);
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, anUnknownOutcomeStaysUnknownWhileNobodyAnswers)
{
    m_provider.will(Verdict::Unknown, "no-answer");
    work();
    const std::uint64_t told = seq();
    for (int i = 0; i < 5; ++i) {
        pass(10s);
        m_provider.will(Verdict::Unknown, "no-answer");
        EXPECT_EQ(work(), 1);
    }
    EXPECT_EQ(m_provider.asked(), "charge,look up,look up,look up,look up,look up");
    EXPECT_EQ(state(), PaymentState::Unknown);
    EXPECT_EQ(seq(), told) << "desks are not told the same again and again";
}

TEST_P(PaymentWork, whileTheBreakerIsOpenPaymentsArePendingAndNobodyIsAsked)
{
    for (int i = 0; i < 10; ++i)
        m_breaker.record(*m_breaker.acquire(surroundings().steady()), true, 1ms, surroundings().steady());
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(m_provider.asked(), "");
    EXPECT_EQ(state(), PaymentState::ProviderBusy);
    pass(5s);
    EXPECT_EQ(work(), 0) << "not before it may close";
    pass(60s);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(), 1);
    EXPECT_EQ(state(), PaymentState::Taken);
}

TEST_P(PaymentWork, aReservationCancelledBeforeTheChargeIsNotCharged)
{
    apply(CancelReservation{m_id, "changed plans"});
    EXPECT_EQ(state(), PaymentState::Withdrawn);
    work();
    EXPECT_EQ(m_provider.asked(), "");
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(PaymentWork, aReservationCancelledWhileTheChargeIsUnderWayGetsItsMoneyBackOnce)
{
    m_provider.will(Verdict::Done, "DONE");
    m_provider.meanwhile = [this] { apply(CancelReservation{m_id, "changed plans"}); };
    work();
    EXPECT_EQ(state(), PaymentState::Taken);
    ASSERT_EQ(waiting(Work::Refund), 1u);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(Work::Refund), 1);
    EXPECT_EQ(refund().state, RefundState::Done);
    EXPECT_EQ(refund().amount.minor, 20'000);
    EXPECT_EQ(m_provider.asked(), "charge,refund");
    pass(1h);
    EXPECT_EQ(work(Work::Refund), 0);
}

TEST_P(PaymentWork, aLostChargeOfAnEndedReservationIsGivenUpOnlyWhenItCannotBeUnderWay)
{
    m_provider.will(Verdict::Unknown, "no-answer");
    work();
    apply(CancelReservation{m_id, "changed plans"});
    pass(10s);
    m_provider.will(Verdict::NotThere);
    work();
    EXPECT_EQ(state(), PaymentState::Unknown) << "it may still arrive there";
    pass(60s);
    m_provider.will(Verdict::NotThere);
    work();
    EXPECT_EQ(state(), PaymentState::Withdrawn);
    pass(1h);
    EXPECT_LE(work(), 1);
    EXPECT_EQ(m_provider.asked(), "charge,look up,look up") << "and is never sent again";
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(PaymentWork, aRefundIsSentOnceAndDone)
{
    takeMoney();
    askBack(5'000);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(Work::Refund), 1);
    EXPECT_EQ(m_provider.asked(), "refund");
    EXPECT_EQ(refund().state, RefundState::Done);
}

TEST_P(PaymentWork, aRefundWhoseAnswerWasLostIsLookedUpFirst)
{
    takeMoney();
    askBack(5'000);
    m_provider.will(Verdict::Unknown, "no-answer");
    work(Work::Refund);
    EXPECT_EQ(refund().state, RefundState::Unknown);
    pass(10s);
    m_provider.will(Verdict::NotThere);
    m_provider.will(Verdict::Unknown, "no-answer");
    work(Work::Refund);
    pass(10s);
    m_provider.will(Verdict::Done, "DONE");
    work(Work::Refund);
    EXPECT_EQ(m_provider.asked(), "refund,look up,refund,look up");
    EXPECT_EQ(refund().state, RefundState::Done);
    EXPECT_EQ(waiting(Work::Refund), 0u);
}

TEST_P(PaymentWork, aRefundWhoseWorkerDiedIsLookedUpFirst)
{
    takeMoney();
    askBack(5'000);
    ASSERT_EQ(m_storage->takeWork(Work::Refund, m_clock.now, 45s, 1).value().size(), 1u);
    pass(46s);
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(Work::Refund), 1);
    EXPECT_EQ(m_provider.asked(), "look up");
    EXPECT_EQ(refund().state, RefundState::Done);
}

TEST_P(PaymentWork, aRefundThatIsRefusedHasFailedAndMayBeAskedForAgain)
{
    takeMoney();
    askBack(5'000);
    m_provider.will(Verdict::Refused, "NOT_CANCELABLE_AMOUNT");
    work(Work::Refund);
    EXPECT_EQ(refund().state, RefundState::Failed);
    EXPECT_EQ(refundable(*findPayment(*find(m_id), m_payment)).minor, 20'000);
}

TEST_P(PaymentWork, aRefusedRefundOfACancellationThatWaitsIsAskedForAgainAndSeldom)
{
    const ReservationId id = m_desk.newReservation();
    apply(request(id, m_hotel.instant, "2026-06-01", "2026-06-03"));
    m_payment = chargeCard(id, 20'000);
    m_provider.will(Verdict::Done, "DONE");
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(), 2);
    m_provider.asked();
    apply(CancelReservation{id, "ill"});
    const auto state = [&] { return find(id)->state; };
    for (int tries = 0; tries < 3; ++tries) {
        m_provider.will(Verdict::Refused, "NOT_CANCELABLE_PAYMENT");
        EXPECT_EQ(work(Work::Refund), 1);
        EXPECT_EQ(m_provider.asked(), tries == 0 ? "refund" : "look up,refund");
        EXPECT_EQ(state(), ReservationState::Cancelling);
        EXPECT_EQ(work(Work::Refund), 1) << "put off";
        EXPECT_EQ(work(Work::Refund), 0);
        EXPECT_EQ(m_provider.asked(), "");
        pass(10min);
        m_provider.will(Verdict::NotThere); // begun before, so it is looked up first
    }
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(work(Work::Refund), 1);
    EXPECT_EQ(m_provider.asked(), "look up,refund");
    EXPECT_EQ(state(), ReservationState::Cancelled);
    EXPECT_EQ(paidNet(*find(id)).minor, 0);
}

TEST_P(PaymentWork, theWorkersThreadsFindWorkByThemselvesAndEnd)
{
    begin();
    m_provider.will(Verdict::Done, "DONE");
    Worker worker(
        {{Work::Refund, Work::Charge}, 2, 5ms, 45s}, *m_storage,
        [this](std::span<const WorkItem> items) { m_flow->carryOut(items.front()); },
        [this] { return m_clock.now.load(); }, m_log);
    worker.start();
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (state() != PaymentState::Taken && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_EQ(state(), PaymentState::Taken);
    EXPECT_TRUE(worker.finish(5s));
    worker.stop();
}

TEST_P(PaymentWork, aProviderThatHangsTakesNoMoreThanItsOwnThread)
{
    begin();
    const ReservationId other = m_desk.newReservation();
    apply(request(other, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
    std::promise<void> release;
    std::shared_future<void> released = release.get_future().share();
    m_provider.meanwhile = [released] { released.wait(); };
    m_provider.will(Verdict::Done, "DONE");
    m_provider.will(Verdict::Done, "DONE");
    Worker worker(
        {{Work::Refund, Work::Charge}, 2, 5ms, 45s}, *m_storage,
        [this](std::span<const WorkItem> items) { m_flow->carryOut(items.front()); },
        [this] { return m_clock.now.load(); }, m_log);
    worker.start();
    const auto waitFor = [](const std::function<bool()> &holds) {
        const auto end = std::chrono::steady_clock::now() + 10s;
        while (!holds() && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        return holds();
    };
    EXPECT_TRUE(waitFor([&] { return state() == PaymentState::Sent; }));
    const PaymentId second = chargeCard(other, 20'000);
    worker.wake();
    EXPECT_TRUE(waitFor([&] { return findPayment(*find(other), second)->state == PaymentState::Taken; }));
    EXPECT_FALSE(worker.finish(0ms));
    release.set_value();
    worker.stop();
    EXPECT_EQ(state(), PaymentState::Taken);
}

} // namespace
} // namespace deskbell::server::testing
