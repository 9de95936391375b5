// A clock that was wrong and is put right: what was stored under it holds nobody up afterwards.

#include "server/playedprovider.h"
#include "server/workfixture.h"

#include "domain/refusal.h"
#include "server/gateway/health.h"
#include "server/gateway/tokens.h"
#include "server/workers/payment/expiryflow.h"
#include "server/workers/payment/paymentflow.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class RightedClock : public WorkTest
{
protected:
    RightedClock() : WorkTest(Work::Charge) {}

    void SetUp() override
    {
        WorkTest::SetUp();
        m_right = m_clock.now;
    }
    void isAheadBy(std::chrono::milliseconds time) { m_clock.now = m_right + time; }
    void isPutRight() { m_clock.now = m_right; }
    void isLater(std::chrono::milliseconds time)
    {
        m_steady += time;
        pass(time);
    }
    ReservationId madeByGuest(const OfferingId &offering)
    {
        const auto id = m_desk.newReservation();
        auto make = request(id, offering, "2026-06-01", "2026-06-03");
        make.channel = webChannel;
        apply(make);
        return id;
    }
    PaymentId charged()
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
        return chargeCard(id, 20'000);
    }
    /// The steady clock goes its own way.
    WorkerSurroundings surroundings()
    {
        WorkerSurroundings all = WorkTest::surroundings();
        all.steady = [this] { return m_steady; };
        return all;
    }
    void putOff(const WorkItem &item, std::chrono::milliseconds time)
    {
        ASSERT_TRUE(m_storage->finishWork({item.id, item.fence, m_clock.now.load() + time, false}).value());
    }

    Instant m_right{};
    std::chrono::steady_clock::time_point m_steady{1'000h};
    PlayedProvider m_provider;
    CircuitBreaker m_breaker{CircuitBreaker::Settings{}, [] { return 0.0; }};
};

DESKBELL_ON_EVERY_DATABASE(RightedClock);

TEST_P(RightedClock, nobodyWaitsLongerForATurnThanOneTurnTakes)
{
    const Turns turns{TokenHash{1}, 3, 10s};
    isAheadBy(Days(3));
    for (int i = 0; i < 5; ++i)
        (void)m_storage->takeTurns({turns}, m_clock.now);
    isPutRight();
    EXPECT_EQ(m_storage->takeTurns({turns}, m_clock.now).value(), std::chrono::milliseconds(10s));
    isLater(10s);
    EXPECT_FALSE(m_storage->takeTurns({turns}, m_clock.now).value());
    isLater(30s);
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(m_storage->takeTurns({turns}, m_clock.now).value()) << "all are there again: " << i;
}

TEST_P(RightedClock, whatNobodyAsksForAnyMoreIsForgotten)
{
    isAheadBy(Days(300));
    (void)m_storage->takeTurns({{TokenHash{1}, 3, 10s}}, m_clock.now);
    isPutRight();
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    isLater(1h);
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(m_storage->takeTurns({{TokenHash{1}, 3, 10s}}, m_clock.now).value());
}

TEST_P(RightedClock, workThatWasPutOffIsDueAtOnce)
{
    charged();
    isAheadBy(Days(3));
    putOff(take().at(0), 30s);
    isPutRight();
    ASSERT_EQ(take().size(), 1u);
    EXPECT_TRUE(take().empty()) << "and is held like any other";
}

TEST_P(RightedClock, workThatIsMadeUnderItIsDueAtOnce)
{
    isAheadBy(Days(3));
    charged();
    isPutRight();
    EXPECT_EQ(take().size(), 1u);
}

TEST_P(RightedClock, aStepBackByAnHourHoldsNothingUp)
{
    charged();
    putOff(take().at(0), 30s);
    m_clock.now = m_right - 1h;
    EXPECT_EQ(take().size(), 1u);
}

TEST_P(RightedClock, aWaitThatIsMeantIsWaited)
{
    charged();
    putOff(take().at(0), longestSetting);
    EXPECT_TRUE(take().empty());
    pass(longestSetting);
    EXPECT_EQ(take().size(), 1u);
}

TEST_P(RightedClock, aLeaseOfAWorkerThatIsGoneIsOver)
{
    charged();
    isAheadBy(Days(3));
    ASSERT_EQ(take().size(), 1u);
    isPutRight();
    EXPECT_EQ(take().size(), 1u);
    EXPECT_TRUE(take().empty());
}

TEST_P(RightedClock, aChargeThatFailedUnderItIsSentAgainAtOnce)
{
    PaymentFlow flow({{1s, 8s}, 60s}, *m_storage, m_provider, m_breaker, CardSource{}, surroundings(), m_log);
    charged();
    isAheadBy(Days(3));
    m_provider.will(Verdict::Busy, "PROVIDER_ERROR");
    ASSERT_EQ(carryOut(flow), 1u);
    isPutRight();
    m_provider.will(Verdict::Done, "DONE");
    EXPECT_EQ(carryOut(flow), 1u);
    EXPECT_EQ(m_provider.asked(), "charge,charge");
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(RightedClock, aLostChargeIsGivenUpAfterTheUsualTime)
{
    PaymentFlow flow({{1s, 8s}, 60s}, *m_storage, m_provider, m_breaker, CardSource{}, surroundings(), m_log);
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
    chargeCard(id, 20'000);
    isAheadBy(Days(3));
    m_provider.will(Verdict::Unknown, "no-answer");
    ASSERT_EQ(carryOut(flow), 1u);
    apply(CancelReservation{id, "changed plans"});
    isPutRight();
    m_provider.will(Verdict::NotThere);
    ASSERT_EQ(carryOut(flow), 1u);
    EXPECT_EQ(find(id)->payments.front().state, PaymentState::Unknown) << "it may still arrive there";
    EXPECT_EQ(carryOut(flow), 0u) << "and is not asked for again and again meanwhile";
    isLater(60s);
    m_provider.will(Verdict::NotThere);
    EXPECT_EQ(carryOut(flow), 1u);
    EXPECT_EQ(find(id)->payments.front().state, PaymentState::Withdrawn);
    isLater(10s);
    EXPECT_EQ(carryOut(flow), 1u) << "which finds that there is nothing more to do";
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(RightedClock, aGuestGetsAllTheTimeToPayOnceAndNoMore)
{
    ExpiryFlow flow(ExpiryFlow::Settings{10min}, *m_storage, m_provider, m_breaker, surroundings(), m_log);
    isAheadBy(Days(3));
    const auto id = madeByGuest(m_hotel.doubles);
    apply(ConfirmReservation{id});
    isPutRight();
    EXPECT_EQ(carryOut(flow, Work::Expire), 1u);
    EXPECT_EQ(find(id)->state, ReservationState::AwaitingPayment);
    isLater(23h + 59min);
    EXPECT_EQ(carryOut(flow, Work::Expire), 0u);
    isLater(1min);
    m_provider.will(Verdict::NotThere);
    EXPECT_EQ(carryOut(flow, Work::Expire), 1u);
    EXPECT_EQ(find(id)->state, ReservationState::Cancelled);
    EXPECT_EQ(find(id)->endReason, refusal::notPaidInTime);
    EXPECT_EQ(waiting(Work::Expire), 0u);
}

TEST_P(RightedClock, nothingIsForgottenByACleanUpUnderIt)
{
    const Command make =
        m_desk.command(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-03"));
    send(make);
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    const std::uint64_t lowest = m_storage->keptChanges(m_hotel.property)->lowest;
    isAheadBy(Days(400));
    for (int i = 0; i < 5; ++i) // of five processes, or in five hours
        ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    isPutRight();
    EXPECT_TRUE(send(make).isReplayed);
    EXPECT_EQ(m_storage->keptChanges(m_hotel.property)->lowest, lowest);
    for (int day = 0; day < 200; ++day) {
        pass(Days(1));
        ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    }
    EXPECT_TRUE(is<protocol::NotKnown>(*m_storage->receipt(m_hotel.property, make.id))) << "in time it is";
}

TEST_P(RightedClock, aProcessThatDiedUnderItIsNotTakenForOneThatRuns)
{
    const auto told = [this] {
        std::string roles;
        const auto health = readHealth(*m_storage, m_clock.now).value();
        for (const protocol::RoleHealth &role : health.roles) {
            roles += role.process + (role.isGone ? " gone, " : ", ");
            EXPECT_LE(role.seenAt, m_clock.now.load());
        }
        return roles;
    };
    isAheadBy(Days(3));
    ASSERT_TRUE(m_storage->report({{"here:1", "payment", m_clock.now, ""}}));
    isPutRight();
    EXPECT_EQ(told(), "here:1 gone, ");
    ASSERT_TRUE(m_storage->report({{"here:2", "payment", m_clock.now, ""}}));
    EXPECT_EQ(told(), "here:2, ");
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    EXPECT_EQ(m_storage->reports()->size(), 1u);
}

TEST_P(RightedClock, anAccessTokenMadeUnderItIsNotGoodForDays)
{
    const auto tokens = SealedTokens::make(makeToken(), "access").value();
    const Uuid session = idNumbered(70);
    const std::string ahead = tokens.seal(session, m_right + Days(3));
    EXPECT_FALSE(tokens.open(ahead, m_right, 20min));
    EXPECT_EQ(tokens.open(tokens.seal(session, m_right + 15min), m_right, 20min).value(), session);
}

TEST_P(RightedClock, aSessionOpenedUnderItLastsNoLongerThanAny)
{
    ASSERT_TRUE(m_storage->putAccount(
        {idNumbered<AccountId>(1), "mina", "Mina", Role::Clerk, "hash", {m_hotel.property}, false}));
    isAheadBy(Days(1'000));
    const Instant now = m_clock.now;
    ASSERT_TRUE(m_storage->openSession({idNumbered(70), idNumbered<AccountId>(1), idNumbered<DeviceId>(3),
                                        now + Days(30), now, now, "192.0.2.1"},
                                       TokenHash{7}, std::nullopt));
    isPutRight();
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    EXPECT_EQ(m_storage->session(idNumbered(70), m_clock.now).value()->expiresAt, m_right + Days(30));
}

} // namespace
} // namespace deskbell::server::testing
