// Stock that is held for a guest who does not pay: until when, and what ends the waiting.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

using enum ReservationState;
using std::chrono::minutes;

class Expiry : public ::testing::Test
{
protected:
    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(1);
    MemoryHotel hotel;

    const Reservation &now() const { return *hotel.find(id); }
    void must(const CommandArgs &command, Role role = Role::Manager)
    {
        const auto done = hotel.submit(command, role);
        ASSERT_TRUE(done) << done.error().code;
    }
    MakeReservation wish(const Workflow &workflow)
    {
        auto wish = request(hotel, id, hotel.addOffering(workflow, 1));
        wish.channel = webChannel;
        return wish;
    }
    void make(const Workflow &workflow) { must(wish(workflow)); }
    void pay(PaymentMethod method, Money amount) { must(TakePayment{id, card, method, amount, "tok"}); }
    void hear(PaymentState outcome) { must(RecordPaymentOutcome{id, card, outcome, ""}, Role::System); }
    /// The refusal's code; empty when the reservation was let go.
    std::string expire()
    {
        const auto done = hotel.submit(ExpireReservation{id}, Role::System);
        return done ? "" : done.error().code;
    }
    int freeTonight() const { return hotel.free(now().offering, slotsOf(now().workflow, now().stay)[0]); }
};

TEST_F(Expiry, whatIsNotPaidInTimeIsCancelledAndItsStockIsFree)
{
    make(workflows::ticket);
    EXPECT_EQ(now().payBy, hotel.now + workflows::ticket.payWithin);
    EXPECT_EQ(freeTonight(), 0);
    hotel.now += minutes(30);
    EXPECT_EQ(expire(), "");
    EXPECT_EQ(now().state, Cancelled);
    EXPECT_EQ(now().endReason, refusal::notPaidInTime);
    EXPECT_EQ(freeTonight(), 1);
    EXPECT_FALSE(now().payBy);
    EXPECT_EQ(now().history.back().what, "reservation-cancelled");
    EXPECT_EQ(now().history.back().detail, refusal::notPaidInTime);
}

TEST_F(Expiry, theGuestIsToldThatItIsCancelled)
{
    auto wish = this->wish(workflows::ticket);
    wish.guest.phone = "01012345678";
    must(wish);
    hotel.now += minutes(30);
    ASSERT_EQ(expire(), "");
    EXPECT_EQ(now().notices.back().kind, NoticeKind::Cancelled);
}

TEST_F(Expiry, whatAClerkTookInIsLetGoByAClerk)
{
    must(request(hotel, id, hotel.addOffering(workflows::ticket, 1)));
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_FALSE(now().payBy);
    hotel.now += Days{30};
    EXPECT_EQ(expire(), refusal::wrongState);
}

TEST_F(Expiry, nothingIsLetGoBeforeItsTime)
{
    make(workflows::ticket);
    hotel.now += minutes(30) - std::chrono::milliseconds(1);
    EXPECT_EQ(expire(), refusal::wrongState);
    EXPECT_EQ(now().state, AwaitingPayment);
}

TEST_F(Expiry, whatWaitsForTheProviderIsNotLetGo)
{
    make(workflows::ticket);
    pay(PaymentMethod::Card, chargeable(now()));
    for (const PaymentState state : {PaymentState::ProviderBusy, PaymentState::Sent, PaymentState::Unknown}) {
        EXPECT_FALSE(now().payBy);
        hotel.now += Days{3};
        EXPECT_EQ(expire(), refusal::wrongState);
        hear(state);
    }
    hear(PaymentState::Taken);
    EXPECT_EQ(now().state, Confirmed) << "its seats were kept for it";
}

TEST_F(Expiry, aDeclinedCardMakesTheTimeNoLonger)
{
    make(workflows::ticket);
    const auto payBy = now().payBy;
    for (std::uint64_t tries = 1; tries <= 3; ++tries) {
        const auto another = idNumbered<PaymentId>(tries);
        hotel.now += minutes(5);
        must(TakePayment{id, another, PaymentMethod::Card, chargeable(now()), "forged"});
        EXPECT_FALSE(now().payBy);
        for (const PaymentState heard : {PaymentState::Sent, PaymentState::Declined})
            must(RecordPaymentOutcome{id, another, heard, ""}, Role::System);
        EXPECT_EQ(now().payBy, payBy);
    }
    hotel.now += minutes(15);
    EXPECT_EQ(expire(), "");
}

TEST_F(Expiry, whatIsDeclinedAfterItsTimeIsLetGoAtOnce)
{
    make(workflows::ticket);
    hotel.now += minutes(29);
    pay(PaymentMethod::Card, chargeable(now()));
    hear(PaymentState::Sent);
    hotel.now += minutes(29);
    EXPECT_EQ(expire(), refusal::wrongState) << "the money may be taken";
    hear(PaymentState::Declined);
    EXPECT_EQ(expire(), "");
}

TEST_F(Expiry, aRowOfBeforeKeepsTheTimeThatItTold)
{
    make(workflows::ticket);
    Reservation old = now();
    old.unpaidSince.reset();
    hotel.put(old);
    hotel.now += minutes(10);
    must(EditNote{id, "late"});
    EXPECT_EQ(now().payBy, old.payBy);
}

TEST_F(Expiry, onRequestWaitsForTheGuestFromTheConfirmationOn)
{
    make(workflows::onRequest);
    EXPECT_FALSE(now().payBy) << "it waits for the manager";
    hotel.now += Days{2};
    must(ConfirmReservation{id});
    EXPECT_EQ(now().payBy, hotel.now + workflows::onRequest.payWithin);
}

TEST_F(Expiry, whatHasBeenPaidInPartIsForPeopleToDecide)
{
    make(workflows::prepaid);
    ASSERT_TRUE(now().payBy);
    pay(PaymentMethod::Cash, Money{chargeable(now()).minor / 2, hotel.currency});
    EXPECT_FALSE(now().payBy);
    hotel.now += Days{3};
    EXPECT_EQ(expire(), refusal::wrongState);
}

TEST_F(Expiry, whatHoldsNoStockOrIsPaidWhenLeavingHasAllTheTime)
{
    for (const Workflow &workflow : {workflows::instant, workflows::payAtHotel, workflows::loan}) {
        const auto other = idNumbered<ReservationId>(10 + workflow.name.text().size());
        auto wish = this->wish(workflow);
        wish.reservation = other;
        must(wish);
        EXPECT_FALSE(hotel.find(other)->payBy) << workflow.name.text();
    }
}

TEST_F(Expiry, changingSomethingElseMeanwhileMovesNoDeadline)
{
    make(workflows::ticket);
    const auto payBy = now().payBy;
    hotel.now += minutes(10);
    must(EditNote{id, "late"});
    EXPECT_EQ(now().payBy, payBy);
}

TEST_F(Expiry, moneyThatArrivesAfterTheEndGoesBackByItself)
{
    // As after a restore: the provider says of a payment that was withdrawn here that it was taken.
    make(workflows::ticket);
    pay(PaymentMethod::Card, chargeable(now()));
    hear(PaymentState::Sent);
    must(CancelReservation{id, std::string(refusal::notPaidInTime)});
    hear(PaymentState::Taken);
    ASSERT_EQ(now().payments[0].refunds.size(), 1u);
    EXPECT_EQ(now().payments[0].refunds[0].amount, now().payments[0].amount);
    EXPECT_EQ(now().payments[0].refunds[0].reason, refusal::notPaidInTime);
}

TEST_F(Expiry, aPaymentForWhatWasLetGoIsNotTakenOn)
{
    make(workflows::ticket);
    hotel.now += minutes(31);
    ASSERT_EQ(expire(), "");
    const auto late =
        hotel.submit(TakePayment{id, card, PaymentMethod::Card, Money{10'000, hotel.currency}, "tok"});
    EXPECT_EQ(late.error().code, refusal::wrongState) << "nothing is charged, so nothing has to come back";
    EXPECT_EQ(expire(), refusal::wrongState) << "and it is let go once";
}

} // namespace
} // namespace deskbell::testing
