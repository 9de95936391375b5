// Erasing who a guest was, when that can be, and that everything else of the reservation stays.

#include <gtest/gtest.h>

#include "domain/guestmatch.h"
#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Erasing : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId rooms = hotel.addOffering(workflows::payAtHotel, 2);
    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId cash = idNumbered<PaymentId>(1);

    void make()
    {
        auto command = request(hotel, id, rooms);
        command.guest = {"Kim Mina", "010-1111-2222", "mina@example.com", "KOR", "ko", false, true};
        command.note = "allergic to nuts";
        ASSERT_TRUE(hotel.submit(command));
    }
    std::string refusalOf(const CommandArgs &command, Role role = Role::Manager)
    {
        const auto done = hotel.submit(command, role);
        return done ? std::string() : done.error().code;
    }
};

TEST_F(Erasing, nothingThatTellsOfTheGuestIsLeftAndEverythingElseIs)
{
    make();
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    ASSERT_EQ(refusalOf(TakePayment{id, cash, PaymentMethod::Cash, {20000, hotel.currency}, {}}), "");
    ASSERT_EQ(
        refusalOf(RefundPayment{id, cash, idNumbered<RefundId>(1), {500, hotel.currency}, "Mina was ill"}),
        "");
    ASSERT_EQ(refusalOf(CancelReservation{id, "Mina broke her leg"}), "");
    const Reservation before = *hotel.find(id);
    ASSERT_EQ(refusalOf(EraseGuest{id}), "");
    const Reservation after = *hotel.find(id);
    EXPECT_TRUE(isErased(after.guest));
    EXPECT_EQ(after.guest, (Guest{{}, {}, {}, "KOR", "ko", false, false}));
    EXPECT_EQ(after.note, "");
    EXPECT_EQ(after.endReason, "");
    for (const Payment &payment : after.payments) {
        for (const Refund &refund : payment.refunds)
            EXPECT_EQ(refund.reason, "");
    }
    for (const HistoryEntry &entry : after.history)
        EXPECT_EQ(entry.detail.find("Mina"), std::string::npos) << entry.what;
    EXPECT_EQ(after.stay, before.stay);
    EXPECT_EQ(paidNet(after), paidNet(before));
    EXPECT_EQ(after.state, before.state);
    EXPECT_EQ(after.history.size(), before.history.size() + 1);
    EXPECT_EQ(after.history.back().what, "guest-erased");
}

TEST_F(Erasing, nothingIsHiddenWhereCodesBelong)
{
    Reservation state;
    state.guest = {"Kim Mina", {}, {}, "Kim's country", "the language of Kim", false, true};
    state.channel = "a friend of Kim Mina";
    Payment transfer;
    transfer.method = PaymentMethod::Transfer;
    transfer.token = "KimMina";
    Payment charge;
    charge.method = PaymentMethod::Card;
    charge.token = "tdesk_0190";
    Payment told = charge;
    told.token = "card of Kim";
    state.payments = {transfer, charge, told};
    const Reservation after = withoutGuest(state);
    EXPECT_EQ(after.guest.country, "");
    EXPECT_EQ(after.guest.language, "");
    EXPECT_EQ(after.channel, "");
    EXPECT_EQ(after.payments[0].token, "");
    EXPECT_EQ(after.payments[1].token, "tdesk_0190");
    EXPECT_EQ(after.payments[2].token, "");
    state.channel = "web";
    EXPECT_EQ(withoutGuest(state).channel, "web");
}

TEST_F(Erasing, aRefundLaterOnSaysNoReason)
{
    make();
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    ASSERT_EQ(refusalOf(TakePayment{id, cash, PaymentMethod::Cash, {20000, hotel.currency}, {}}), "");
    ASSERT_EQ(refusalOf(CancelReservation{id, ""}, Role::Clerk), "");
    ASSERT_EQ(refusalOf(EraseGuest{id}), "");
    ASSERT_EQ(refusalOf(RefundPayment{id, cash, idNumbered<RefundId>(1), {500, hotel.currency}, "Mina came"}),
              "");
    EXPECT_EQ(hotel.find(id)->payments.front().refunds.front().reason, "");
}

TEST_F(Erasing, theEnginesOwnReasonsStay)
{
    Reservation ended;
    for (const std::string_view reason : {refusal::noStock, refusal::notPaidInTime, refusal::cardDeclined}) {
        ended.endReason = reason;
        EXPECT_EQ(withoutGuest(ended).endReason, reason);
    }
}

TEST_F(Erasing, onlyAManagerAndOnlyWhatIsOver)
{
    make();
    EXPECT_EQ(refusalOf(EraseGuest{id}), refusal::wrongState);
    ASSERT_EQ(refusalOf(CancelReservation{id, ""}), "");
    EXPECT_EQ(refusalOf(EraseGuest{id}, Role::Clerk), refusal::roleNotAllowed);
    EXPECT_EQ(refusalOf(EraseGuest{id}, Role::Guest), refusal::roleNotAllowed);
    EXPECT_EQ(refusalOf(EraseGuest{id}, Role::System), "");
    EXPECT_EQ(refusalOf(EraseGuest{id}), refusal::guestErased);
    EXPECT_EQ(refusalOf(EditGuest{id, {"Kim", {}, {}, {}, {}}}), refusal::guestErased);
    EXPECT_EQ(refusalOf(EditNote{id, "was Kim"}), refusal::guestErased);
}

TEST_F(Erasing, notWhileMoneyIsUnderWayOrOwedByWhoHasLeft)
{
    make();
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    Reservation state = *hotel.find(id);
    state.state = ReservationState::Departed;
    hotel.put(state);
    EXPECT_EQ(refusalOf(EraseGuest{id}), refusal::folioNotSettled);
    Payment payment;
    payment.id = cash;
    payment.method = PaymentMethod::Card;
    payment.amount = totalPrice(state);
    payment.state = PaymentState::Unknown;
    state.payments = {payment};
    hotel.put(state);
    EXPECT_EQ(refusalOf(EraseGuest{id}), refusal::paymentUnderWay);
    state.payments.front().state = PaymentState::Taken;
    state.payments.front().refunds = {
        {idNumbered<RefundId>(1), {100, hotel.currency}, RefundState::Unknown, {}, {}}};
    hotel.put(state);
    EXPECT_EQ(refusalOf(EraseGuest{id}), refusal::paymentUnderWay);
    state.payments.front().refunds.front().state = RefundState::Failed;
    hotel.put(state);
    EXPECT_EQ(refusalOf(EraseGuest{id}), "");
}

TEST_F(Erasing, aMessageOnItsWayIsNotFollowedAnyMore)
{
    make();
    ASSERT_EQ(refusalOf(CancelReservation{id, ""}), "");
    ASSERT_FALSE(hotel.find(id)->notices.empty());
    Reservation state = *hotel.find(id);
    state.notices.front().state = NoticeState::Accepted;
    hotel.put(state);
    ASSERT_EQ(refusalOf(EraseGuest{id}), "");
    for (const Notice &notice : hotel.find(id)->notices)
        EXPECT_EQ(notice.state, NoticeState::Withdrawn);
}

TEST_F(Erasing, aGuestIsCorrectedAfterTheDeparture)
{
    make();
    for (const ReservationState over : {ReservationState::Departed, ReservationState::Cancelled,
                                        ReservationState::Rejected, ReservationState::NoShow}) {
        Reservation state = *hotel.find(id);
        state.state = over;
        hotel.put(state);
        Guest guest = state.guest;
        guest.name = "Kim Min-ah";
        EXPECT_EQ(refusalOf(EditGuest{id, guest}, Role::Clerk), "") << toString(over);
        EXPECT_EQ(refusalOf(EditNote{id, "left an umbrella"}, Role::Clerk), "") << toString(over);
        EXPECT_EQ(hotel.find(id)->guest.name, "Kim Min-ah");
        EXPECT_EQ(hotel.find(id)->state, over);
    }
}

TEST(GuestMatch, oneIsKnownByTelephoneOrEmailAndPerhapsByName)
{
    const GuestMatch mina({"Kim Mina", "010-1111-2222", "Mina@Example.com", "KOR", "ko"});
    EXPECT_TRUE(mina.with({"M. Kim", "+82 10 1111 2222", {}, {}, {}}).isByPhone);
    EXPECT_TRUE(mina.with({"M. Kim", {}, "mina@example.com", {}, {}}).isByEmail);
    const GuestLikeness named = mina.with({"kim  mina", {}, {}, {}, {}});
    EXPECT_TRUE(named.isByName);
    EXPECT_FALSE(named.isSure());
    EXPECT_FALSE(mina.with({"Kim Minsu", "010-1111-2223", {}, {}, {}}).isAny());
    // Who was erased, or left nothing, is like nobody.
    EXPECT_FALSE(GuestMatch(Guest{}).with(Guest{}).isAny());
}

} // namespace
} // namespace deskbell::testing
