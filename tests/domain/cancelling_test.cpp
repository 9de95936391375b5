// A workflow that gives the money back first: what is held stays held until the guest has it.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

using enum ReservationState;

class RefundFirst : public ::testing::Test
{
protected:
    void SetUp() override
    {
        auto make = request(hotel, id, hotel.addOffering(workflows::instant, 1));
        make.channel = webChannel;
        make.guest.phone = "01012345678";
        must(make, Role::Clerk);
        must(TakePayment{id, card, PaymentMethod::Card, chargeable(now()), "tok"}, Role::Clerk);
        hear(PaymentState::Sent);
        hear(PaymentState::Taken);
        ASSERT_EQ(now().state, Confirmed);
    }
    const Reservation &now() const { return *hotel.find(id); }
    const std::vector<Refund> &refunds() const { return now().payments[0].refunds; }
    void must(const CommandArgs &command, Role role)
    {
        const auto done = hotel.submit(command, role);
        ASSERT_TRUE(done) << done.error().code;
    }
    std::string ask(const CommandArgs &command, Role role)
    {
        const auto done = hotel.submit(command, role);
        return done ? "" : done.error().code;
    }
    void hear(PaymentState outcome) { must(RecordPaymentOutcome{id, card, outcome, ""}, Role::System); }
    void hear(RefundState outcome)
    {
        must(RecordRefundOutcome{id, card, refunds().back().id, outcome, ""}, Role::System);
    }
    void expectHeld()
    {
        EXPECT_EQ(now().state, Cancelling);
        EXPECT_TRUE(now().holdsStock);
        EXPECT_TRUE(now().unit);
        EXPECT_EQ(chargeable(now()).minor, 0);
        EXPECT_EQ(owed(now()).minor, 0);
    }
    void expectFree()
    {
        EXPECT_EQ(now().state, Cancelled);
        EXPECT_FALSE(now().holdsStock);
        EXPECT_FALSE(now().unit);
        EXPECT_EQ(hotel.free(now().offering, now().stay.arrival), 1);
    }

    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(1);
    MemoryHotel hotel;
};

TEST_F(RefundFirst, theRoomIsFreeOnceTheMoneyIsBackAndNotBefore)
{
    must(CancelReservation{id, "ill"}, Role::Clerk);
    expectHeld();
    EXPECT_EQ(now().endReason, "ill");
    hear(RefundState::Unknown);
    expectHeld();
    hear(RefundState::Done);
    expectFree();
    EXPECT_EQ(now().endReason, "ill");
    EXPECT_EQ(refunds().size(), 1u);
    EXPECT_EQ(paidNet(now()).minor, 0);
    std::vector<std::string> told;
    for (const HistoryEntry &entry : now().history)
        told.push_back(entry.what);
    const std::vector<std::string> order(told.end() - 5, told.end());
    EXPECT_EQ(order, (std::vector<std::string>{"refund-requested", "refund-unknown", "refund-done",
                                               "reservation-cancelled", "unit-unassigned"}));
    std::vector<NoticeKind> kinds;
    for (const Notice &notice : now().notices)
        kinds.push_back(notice.kind);
    EXPECT_EQ(std::vector<NoticeKind>(kinds.end() - 2, kinds.end()),
              (std::vector<NoticeKind>{NoticeKind::Cancelling, NoticeKind::Cancelled}));
}

TEST_F(RefundFirst, aRefundThatFailsKeepsTheRoomAndIsAskedForAgain)
{
    must(CancelReservation{id, "ill"}, Role::Clerk);
    for (int tries = 0; tries < 3; ++tries) {
        hear(RefundState::Failed);
        expectHeld();
        EXPECT_EQ(refunds().back().state, RefundState::Requested);
        EXPECT_EQ(refunds().back().amount, now().payments[0].amount);
    }
    hear(RefundState::Done);
    expectFree();
    EXPECT_EQ(paidNet(now()).minor, 0) << "once";
}

TEST_F(RefundFirst, itIsNotAskedForWithoutEnd)
{
    must(CancelReservation{id, "ill"}, Role::Clerk);
    int tries = 0;
    for (; refunds().back().state == RefundState::Requested && tries < 100; ++tries)
        hear(RefundState::Failed);
    EXPECT_EQ(tries, 20);
    expectHeld();
    must(RefundPayment{id, card, idNumbered<RefundId>(70), now().payments[0].amount, "again"}, Role::Manager);
    must(RecordRefundOutcome{id, card, idNumbered<RefundId>(70), RefundState::Done, ""}, Role::System);
    expectFree();
}

TEST_F(RefundFirst, onlyAManagerEndsItBeforeAndNothingIsAskedForTwice)
{
    must(CancelReservation{id, "ill"}, Role::Clerk);
    EXPECT_EQ(ask(CancelReservation{id, ""}, Role::Clerk), refusal::wrongState);
    must(CancelReservation{id, ""}, Role::Manager);
    expectFree();
    EXPECT_EQ(now().endReason, "ill");
    EXPECT_EQ(refunds().size(), 1u);
    hear(RefundState::Done);
    EXPECT_EQ(now().state, Cancelled);
    EXPECT_EQ(paidNet(now()).minor, 0);
}

TEST_F(RefundFirst, nobodyMovesChecksInOrPaysWhatIsBeingCancelled)
{
    must(CancelReservation{id, "ill"}, Role::Clerk);
    EXPECT_EQ(ask(CheckIn{id}, Role::Admin), refusal::wrongState);
    EXPECT_EQ(ask(MarkNoShow{id}, Role::Admin), refusal::wrongState);
    EXPECT_EQ(ask(UnassignUnit{id}, Role::Admin), refusal::wrongState);
    EXPECT_EQ(ask(TakePayment{id, idNumbered<PaymentId>(9), PaymentMethod::Cash, {1, hotel.currency}, ""},
                  Role::Admin),
              refusal::wrongState);
}

TEST_F(RefundFirst, aDifferenceThatIsUnderWayIsWaitedForToo)
{
    const Stay longer{now().stay.arrival, now().stay.departure + Days{1}};
    must(MoveReservation{id, now().offering, longer, now().unit, {10'000, 10'000, 10'000}}, Role::Clerk);
    const auto more = idNumbered<PaymentId>(2);
    must(TakePayment{id, more, PaymentMethod::Card, chargeable(now()), "tok2"}, Role::Clerk);
    must(RecordPaymentOutcome{id, more, PaymentState::Sent, ""}, Role::System);
    must(CancelReservation{id, "ill"}, Role::Clerk);
    hear(RefundState::Done);
    expectHeld();
    must(RecordPaymentOutcome{id, more, PaymentState::Taken, ""}, Role::System);
    expectHeld();
    must(RecordRefundOutcome{id, more, now().payments[1].refunds.at(0).id, RefundState::Done, ""},
         Role::System);
    expectFree();
    EXPECT_EQ(paidNet(now()).minor, 0);
}

} // namespace
} // namespace deskbell::testing
