// The backend's outbox, and who may sign in: what workers and the gateway rely on.

#include <gmock/gmock.h>

#include "domain/refusal.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

class WorkStorage : public StorageTest
{
protected:
    ReservationId confirmed()
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-03"));
        apply(ConfirmReservation{id});
        return id;
    }
    std::vector<WorkItem> take(Work work, milliseconds lease = minutes{1})
    {
        return m_storage->takeWork(work, m_clock.now, lease, 10).value();
    }
    Expected<std::vector<CommandResult>> record(const WorkItem &item, PaymentState outcome,
                                                std::optional<Instant> againAt = {})
    {
        const Command command =
            m_desk.command(RecordPaymentOutcome{item.reservation, PaymentId{item.subject}, outcome, "code"});
        return submit(*m_storage, {m_hotel.property, actorWith(Role::System), CommandBatch{{}, 0, {command}},
                                   Claim{item.id, item.fence, againAt}});
    }
    PaymentState stateOf(const ReservationId &id) { return find(id)->payments.front().state; }
};

DESKBELL_ON_EVERY_DATABASE(WorkStorage);

TEST_P(WorkStorage, anAcceptedCardIsWorkAndCashIsNot)
{
    const auto id = confirmed();
    apply(TakePayment{id, idNumbered<PaymentId>(1), PaymentMethod::Cash, {5000, *parseCurrency("EUR")}, {}});
    EXPECT_TRUE(take(Work::Charge).empty());
    const int told = m_listener.workTold;
    const auto payment = chargeCard(id, 15000);
    EXPECT_EQ(m_listener.workTold, told + 1);
    const auto items = take(Work::Charge);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].subject, payment.value);
    EXPECT_EQ(items[0].reservation, id);
    EXPECT_EQ(items[0].property, m_hotel.property);
    EXPECT_EQ(items[0].attempts, 1u);
}

TEST_P(WorkStorage, theSameCommandTwiceIsWorkOnce)
{
    const auto id = confirmed();
    TakePayment pay{id, idNumbered<PaymentId>(1), PaymentMethod::Card, {5000, *parseCurrency("EUR")}, "t"};
    const Command command = m_desk.command(pay);
    send(command);
    send(command);
    EXPECT_EQ(take(Work::Charge).size(), 1u);
}

TEST_P(WorkStorage, aRefusedCommandLeavesNoWork)
{
    const auto id = confirmed();
    TakePayment pay{id, idNumbered<PaymentId>(1), PaymentMethod::Card, {5000, *parseCurrency("EUR")}, {}};
    EXPECT_EQ(refusalOf(send(m_desk.command(pay))), refusal::tokenMissing);
    EXPECT_TRUE(take(Work::Charge).empty());
}

TEST_P(WorkStorage, whatOneWorkerHoldsNoOtherGetsUntilTheLeaseEnds)
{
    chargeCard(confirmed(), 20000);
    const auto first = take(Work::Charge, minutes{1});
    ASSERT_EQ(first.size(), 1u);
    EXPECT_TRUE(take(Work::Charge).empty());
    m_clock.now = m_clock.now.load() + minutes{1};
    const auto second = take(Work::Charge);
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0].attempts, 2u);
    EXPECT_NE(second[0].fence, first[0].fence);
}

TEST_P(WorkStorage, aWorkerThatSleptPastItsLeaseChangesNothing)
{
    const auto id = confirmed();
    chargeCard(id, 20000);
    const auto slow = take(Work::Charge).front();
    m_clock.now = m_clock.now.load() + minutes{2};
    const auto quick = take(Work::Charge).front();
    EXPECT_EQ(record(slow, PaymentState::Sent).error().code, "claim-lost");
    EXPECT_EQ(stateOf(id), PaymentState::Pending);
    EXPECT_FALSE(m_storage->finishWork({slow.id, slow.fence, std::nullopt}).value());
    EXPECT_TRUE(record(quick, PaymentState::Sent, m_clock.now));
    EXPECT_EQ(stateOf(id), PaymentState::Sent);
}

TEST_P(WorkStorage, anOutcomeAndTheEndOfItsWorkAreOneTransaction)
{
    const auto id = confirmed();
    chargeCard(id, 20000);
    auto item = take(Work::Charge).front();
    ASSERT_TRUE(record(item, PaymentState::Sent, m_clock.now));
    item = take(Work::Charge).front();
    ASSERT_TRUE(record(item, PaymentState::Taken));
    EXPECT_EQ(stateOf(id), PaymentState::Taken);
    m_clock.now = m_clock.now.load() + Days{1};
    EXPECT_TRUE(take(Work::Charge).empty());
}

TEST_P(WorkStorage, workPutOffComesAgainWhenItIsDue)
{
    chargeCard(confirmed(), 20000);
    const auto item = take(Work::Charge).front();
    EXPECT_TRUE(m_storage->finishWork({item.id, item.fence, m_clock.now.load() + seconds{30}}).value());
    EXPECT_FALSE(m_storage->finishWork({item.id, item.fence, std::nullopt}).value()) << "it has let go";
    EXPECT_TRUE(take(Work::Charge).empty());
    m_clock.now = m_clock.now.load() + seconds{30};
    EXPECT_EQ(take(Work::Charge).size(), 1u);
}

TEST_P(WorkStorage, moneyOfACancelledReservationIsRefundWork)
{
    const auto id = confirmed();
    const auto payment = chargeCard(id, 20000);
    auto item = take(Work::Charge).front();
    record(item, PaymentState::Sent, m_clock.now);
    record(take(Work::Charge).front(), PaymentState::Taken);
    apply(CancelReservation{id, "illness"});
    const auto refunds = take(Work::Refund);
    ASSERT_EQ(refunds.size(), 1u);
    EXPECT_EQ(refunds[0].subject, payment.value);
    EXPECT_EQ(refunds[0].refund, find(id)->payments.front().refunds.front().id);
}

TEST_P(WorkStorage, workOfAPaymentComesOneByOneInItsOrder)
{
    const auto id = confirmed();
    const auto payment = chargeCard(id, 20000);
    record(take(Work::Charge).front(), PaymentState::Sent, m_clock.now);
    record(take(Work::Charge).front(), PaymentState::Taken);
    const auto euro = *parseCurrency("EUR");
    apply(RefundPayment{id, payment, idNumbered<RefundId>(1), {1000, euro}, "towels"});
    apply(RefundPayment{id, payment, idNumbered<RefundId>(2), {2000, euro}, "noise"});
    const auto first = take(Work::Refund);
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].refund, idNumbered<RefundId>(1));
    m_storage->finishWork({first[0].id, first[0].fence, std::nullopt}).value();
    const auto second = take(Work::Refund);
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0].refund, idNumbered<RefundId>(2));
}

TEST_P(WorkStorage, workSurvivesANewStart)
{
    chargeCard(confirmed(), 20000);
    const auto held = take(Work::Charge).front();
    reopen();
    // Whether the lease holds over it is the database's affair; it has ended a minute later.
    m_clock.now = m_clock.now.load() + minutes{1};
    EXPECT_GT(take(Work::Charge).front().fence, held.fence);
}

Account account(std::uint64_t n, std::string user)
{
    return {idNumbered<AccountId>(n),
            std::move(user),
            "Mina Kim",
            Role::Clerk,
            "$argon2id$…",
            {idNumbered<PropertyId>(1)},
            false};
}

TokenHash token(std::uint8_t n)
{
    TokenHash hash{};
    hash.fill(n);
    return hash;
}

class SignInStorage : public WorkStorage
{
protected:
    void SetUp() override
    {
        WorkStorage::SetUp();
        ASSERT_TRUE(m_storage->putAccount(account(1, "mina")));
        ASSERT_TRUE(m_storage->openSession(m_session, token(1), std::nullopt));
    }
    Expected<Session> renew(std::uint8_t presented, std::uint8_t next)
    {
        return m_storage->renewSession(token(presented), token(next), m_clock.now,
                                       m_clock.now.load() + Days{30}, std::nullopt);
    }

    const Session m_session{idNumbered(70), idNumbered<AccountId>(1), idNumbered<DeviceId>(3),
                            instant("2026-06-10T09:00:00Z")};
};

DESKBELL_ON_EVERY_DATABASE(SignInStorage);

TEST_P(SignInStorage, anAccountIsFoundAsItWasPut)
{
    EXPECT_EQ(m_storage->accountOf("mina").value(), account(1, "mina"));
    EXPECT_EQ(m_storage->account(idNumbered<AccountId>(1)).value(), account(1, "mina"));
    EXPECT_EQ(m_storage->accountOf("Mina").value(), std::nullopt);
    Account moved = account(1, "mina");
    moved.properties = {idNumbered<PropertyId>(5), idNumbered<PropertyId>(7)};
    moved.isDisabled = true;
    ASSERT_TRUE(m_storage->putAccount(moved));
    reopen();
    EXPECT_EQ(m_storage->accountOf("mina").value(), moved);
}

TEST_P(SignInStorage, aUserNameBelongsToOneAccount)
{
    EXPECT_EQ(m_storage->putAccount(account(2, "mina")).error().code, "user-taken");
    EXPECT_EQ(m_storage->account(idNumbered<AccountId>(2)).value(), std::nullopt);
}

TEST_P(SignInStorage, aTokenIsExchangedForTheNext)
{
    const auto renewed = renew(1, 2);
    ASSERT_TRUE(renewed);
    EXPECT_EQ(renewed->id, m_session.id);
    EXPECT_EQ(renewed->expiresAt, m_clock.now.load() + Days{30});
    EXPECT_TRUE(renew(2, 3));
    EXPECT_EQ(renew(9, 4).error().code, "refresh-refused");
}

TEST_P(SignInStorage, twoRefreshesAtOnceDoNotSignEachOtherOut)
{
    ASSERT_TRUE(renew(1, 2));
    m_clock.now = m_clock.now.load() + seconds{59};
    ASSERT_TRUE(renew(1, 3)) << "the spent token's grace";
    EXPECT_TRUE(renew(2, 4));
    EXPECT_TRUE(renew(3, 5));
}

TEST_P(SignInStorage, aSpentTokenWhoseSuccessorWasUsedEndsTheSessionAfterItsGrace)
{
    ASSERT_TRUE(renew(1, 2));
    ASSERT_TRUE(renew(2, 3));
    m_clock.now = m_clock.now.load() + seconds{59};
    ASSERT_TRUE(renew(1, 4)) << "using it again does not prolong the grace";
    m_clock.now = m_clock.now.load() + seconds{1};
    const auto reused = renew(1, 5);
    ASSERT_EQ(reused.error().code, "refresh-reused");
    EXPECT_EQ(reused.error().facts.at("session"), toString(m_session.id));
    EXPECT_FALSE(m_storage->session(m_session.id, m_clock.now).value());
    EXPECT_EQ(renew(3, 6).error().code, "refresh-refused");
}

TEST_P(SignInStorage, aSpentTokenWhoseSuccessorNobodyUsedIsExchangedAgain)
{
    ASSERT_TRUE(renew(1, 2));
    m_clock.now = m_clock.now.load() + Days{2};
    ASSERT_TRUE(renew(1, 3));
    ASSERT_TRUE(renew(1, 4)) << "asked for twice at once";
    ASSERT_TRUE(renew(3, 5));
    EXPECT_EQ(renew(2, 6).error().code, "refresh-reused") << "the one that is void";
    EXPECT_EQ(renew(5, 7).error().code, "refresh-refused");
}

TEST_P(SignInStorage, aTokenThatWasSpentLongAgoIsOnlyUnknown)
{
    ASSERT_TRUE(renew(1, 2));
    for (std::uint8_t n = 2; n < 12; ++n) {
        m_clock.now = m_clock.now.load() + Days{1};
        ASSERT_TRUE(renew(n, static_cast<std::uint8_t>(n + 1)));
    }
    EXPECT_EQ(renew(1, 99).error().code, "refresh-refused");
    EXPECT_TRUE(renew(12, 13)) << "which ends nothing";
}

TEST_P(SignInStorage, aClockThatIsPutRightSignsNobodyOut)
{
    const Instant right = m_clock.now;
    m_clock.now = right + Days{3};
    ASSERT_TRUE(renew(1, 2));
    m_clock.now = right;
    ASSERT_TRUE(renew(1, 3)) << "the answer was not heard";
    EXPECT_TRUE(renew(3, 4));
    EXPECT_TRUE(renew(4, 5));
}

TEST_P(SignInStorage, aClosedSessionAndAnExpiredOneAreGoneWithTheirTokens)
{
    EXPECT_TRUE(m_storage->session(m_session.id, m_clock.now).value());
    ASSERT_TRUE(m_storage->closeSession(m_session.id));
    ASSERT_TRUE(m_storage->closeSession(m_session.id)) << "twice is fine";
    EXPECT_FALSE(m_storage->session(m_session.id, m_clock.now).value());
    EXPECT_EQ(renew(1, 2).error().code, "refresh-refused");

    Session brief = m_session;
    brief.id = idNumbered(71);
    brief.expiresAt = m_clock.now.load() + seconds{10};
    ASSERT_TRUE(m_storage->openSession(brief, token(9), std::nullopt));
    m_clock.now = brief.expiresAt;
    EXPECT_FALSE(m_storage->session(brief.id, m_clock.now).value());
    EXPECT_EQ(renew(9, 10).error().code, "refresh-refused");
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days{30}));
    EXPECT_TRUE(m_storage->openSession(brief, token(9), std::nullopt)) << "nothing of it is left";
}

TEST_P(SignInStorage, theFirstSecretOfANameStays)
{
    EXPECT_EQ(m_storage->secret("access", "one").value(), "one");
    EXPECT_EQ(m_storage->secret("access", "two").value(), "one");
    reopen();
    EXPECT_EQ(m_storage->secret("access", "three").value(), "one");
}

} // namespace
