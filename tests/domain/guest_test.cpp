// What a guest may do through their own link, and nothing else.

#include <numeric>

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell {
namespace {

using namespace deskbell::testing;

struct GuestTest : ::testing::Test
{
    MemoryHotel hotel;
    const OfferingId room = hotel.addOffering(workflows::prepaid, 2);
    const ReservationId mine = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(2);

    MakeReservation wish()
    {
        MakeReservation make = request(hotel, mine, room, 2);
        make.channel = "web";
        make.nightlyPrices.clear();
        return make;
    }
    /// The same, with the card that pays all of it.
    MakeReservation paidWish(MakeReservation make)
    {
        const auto prices = housePrices(*hotel.offering(make.offering), make.stay, make.quantity);
        make.payment = {
            card, {std::accumulate(prices.begin(), prices.end(), std::int64_t{0}), hotel.currency}, "tgen_1"};
        return make;
    }
    MakeReservation paidWish() { return paidWish(wish()); }
    MakeReservation wishFor(const Workflow &workflow, int units = 2)
    {
        MakeReservation make = wish();
        make.offering = hotel.addOffering(workflow, units);
        make.guest.phone = "010-3333-1234";
        return make;
    }
    void hear(PaymentState outcome)
    {
        ASSERT_TRUE(hotel.submit(RecordPaymentOutcome{mine, card, outcome, "CODE"}, Role::System));
    }
    int freeTonight() { return hotel.free(now().offering, slotsOf(now().workflow, now().stay)[0]); }
    Context as(const ReservationId &guestOf)
    {
        return {hotel.now, Actor{AccountId{guestOf.value}, "guest", Role::Guest}, hotel.businessDate, hotel};
    }
    /// The refusal's code, or "done".
    std::string asked(const CommandArgs &args) { return asked(args, mine); }
    std::string asked(const CommandArgs &args, const ReservationId &guestOf)
    {
        const auto events = hotel.submit(args, as(guestOf));
        return events ? "done" : events.error().code;
    }
    const Reservation &now() { return *hotel.find(mine); }
};

TEST_F(GuestTest, aGuestMakesPaysAndCancelsTheirOwn)
{
    ASSERT_EQ(asked(wishFor(workflows::ticket)), "done");
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, chargeable(now()), "tgen_1"}), "done");
    EXPECT_EQ(asked(CancelReservation{mine, ""}), "done");
    EXPECT_EQ(now().state, ReservationState::Cancelled);
}

TEST_F(GuestTest, whatMustBePaidFirstIsRefusedWithoutAPaymentOfAllOfIt)
{
    for (const Workflow &workflow : {workflows::prepaid, workflows::instant}) {
        MakeReservation make = wishFor(workflow);
        EXPECT_EQ(asked(make), refusal::paymentMissing) << workflow.name.text();
        make = paidWish(make);
        for (const std::int64_t more : {-1, 1}) {
            MakeReservation other = make;
            other.payment->amount.minor += more;
            EXPECT_EQ(asked(other), refusal::badAmount);
        }
        make.payment->token.clear();
        EXPECT_EQ(asked(make), refusal::tokenMissing);
    }
    EXPECT_FALSE(hotel.find(mine));
}

TEST_F(GuestTest, anOrderAndItsPaymentAreOneDecisionAndOneNotice)
{
    MakeReservation make = paidWish();
    make.guest.phone = "01012345678";
    ASSERT_EQ(asked(make), "done");
    EXPECT_EQ(now().state, ReservationState::AwaitingPayment);
    EXPECT_TRUE(now().holdsStock);
    EXPECT_TRUE(now().notices.empty()) << "there is nothing for the guest to do";
    hear(PaymentState::Sent);
    hear(PaymentState::Taken);
    EXPECT_EQ(now().state, ReservationState::AwaitingConfirmation);
    ASSERT_EQ(now().notices.size(), 1u);
    EXPECT_EQ(now().notices[0].kind, NoticeKind::AwaitingConfirmation);
}

TEST_F(GuestTest, aProviderThatIsBusyWithTheOrdersPaymentIsNews)
{
    MakeReservation make = paidWish();
    make.guest.phone = "01012345678";
    ASSERT_EQ(asked(make), "done");
    hear(PaymentState::ProviderBusy);
    ASSERT_EQ(now().notices.size(), 1u);
    EXPECT_EQ(now().notices[0].kind, NoticeKind::PaymentPending);
}

TEST_F(GuestTest, aDeclineFreesWhatHadToBePaidFirstAndTheUnknownKeepsIt)
{
    ASSERT_EQ(asked(paidWish()), "done");
    hear(PaymentState::Sent);
    hear(PaymentState::Unknown);
    hotel.now += Days{1};
    EXPECT_EQ(now().state, ReservationState::AwaitingPayment) << "the money may be taken";
    EXPECT_EQ(freeTonight(), 1);
    hear(PaymentState::Declined);
    EXPECT_EQ(now().state, ReservationState::Cancelled);
    EXPECT_EQ(now().endReason, refusal::cardDeclined);
    EXPECT_EQ(freeTonight(), 2);
}

TEST_F(GuestTest, whatIsSoldOutIsRefusedBeforeAnythingIsCharged)
{
    const MakeReservation make = paidWish(wishFor(workflows::instant, 1));
    MakeReservation other = make;
    other.reservation = idNumbered<ReservationId>(50);
    other.payment.reset();
    other.nightlyPrices = housePrices(*hotel.offering(make.offering), make.stay, 1);
    ASSERT_TRUE(hotel.submit(other, Role::Clerk));
    ASSERT_TRUE(hotel.submit(TakePayment{other.reservation, idNumbered<PaymentId>(51), PaymentMethod::Cash,
                                         make.payment->amount, ""},
                             Role::Clerk));
    EXPECT_EQ(asked(make), refusal::noStock);
}

TEST_F(GuestTest, oneOrderIsNoLargerThanThePagesOffer)
{
    const WebLimits most = webLimits(workflows::payAtHotel);
    const OfferingId many = hotel.addOffering(workflows::payAtHotel, 1, 50);
    const auto code = [&](auto change) {
        MakeReservation make = wish();
        make.offering = many;
        change(make);
        return asked(make);
    };
    EXPECT_EQ(code([&](auto &make) { make.quantity = most.quantity + 1; }), refusal::badQuantity);
    EXPECT_EQ(code([&](auto &make) { make.quantity = 0; }), refusal::badQuantity);
    EXPECT_EQ(code([&](auto &make) { make.quantity = -1; }), refusal::badQuantity);
    EXPECT_EQ(code([&](auto &make) {
                  make.stay.arrival = hotel.businessDate + most.furthest + Days{1};
                  make.stay.departure = make.stay.arrival + Days{1};
              }),
              refusal::badStay);
    EXPECT_EQ(code([&](auto &make) { make.stay.departure = make.stay.arrival + Days{most.nights + 1}; }),
              refusal::badStay);
    EXPECT_EQ(code([&](auto &make) {
                  make.quantity = 9;
                  make.adults = most.party + 1;
              }),
              refusal::badParty);
    EXPECT_EQ(code([&](auto &make) { make.note = std::string(most.note + 1, 'x'); }), refusal::textTooLong);
    EXPECT_EQ(code([&](auto &make) {
                  make.quantity = most.quantity;
                  make.stay.arrival = hotel.businessDate + most.furthest;
                  make.stay.departure = make.stay.arrival + Days{1};
              }),
              "done");
}

TEST_F(GuestTest, whoHoldsEnoughSeatsUnpaidPaysForThemFirst)
{
    MakeReservation make = wishFor(workflows::ticket, 50);
    const char *sameNumber[] = {"010-3333-1234", "01033331234", "+82 10 3333 1234", "0082-10-3333-1234"};
    for (std::uint64_t i = 0; i < 4; ++i) {
        make.reservation = idNumbered<ReservationId>(100 + i);
        make.guest.phone = sameNumber[i];
        EXPECT_EQ(asked(make, make.reservation), i < 3 ? "done" : refusal::tooManyUnpaid);
    }
    MakeReservation other = make;
    other.guest.phone = "010-7777-1234";
    EXPECT_EQ(asked(other, other.reservation), "done");
    make.reservation = idNumbered<ReservationId>(200);
    make.guest.phone = " ";
    EXPECT_EQ(asked(make, make.reservation), refusal::phoneMissing);
    make.guest.phone = sameNumber[0];
    const auto paid = idNumbered<ReservationId>(100);
    ASSERT_TRUE(
        hotel.submit(TakePayment{paid, card, PaymentMethod::Cash, chargeable(*hotel.find(paid)), ""}));
    EXPECT_EQ(asked(make, make.reservation), "done") << "one of them is paid";
}

TEST_F(GuestTest, onlyGuestsOrderWithAPaymentOrACard)
{
    EXPECT_EQ(hotel.submit(paidWish(), Role::Admin).error().code, refusal::roleNotAllowed);
    MakeReservation make = wishFor(workflows::onRequest);
    make.card = "sealed";
    EXPECT_EQ(hotel.submit(make, Role::Admin).error().code, refusal::roleNotAllowed);
}

TEST_F(GuestTest, anothersReservationIsNobodysBusiness)
{
    ASSERT_EQ(asked(wishFor(workflows::ticket)), "done");
    const auto other = idNumbered<ReservationId>(99);
    EXPECT_EQ(asked(CancelReservation{mine, ""}, other), refusal::roleNotAllowed);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, chargeable(now()), "t"}, other),
              refusal::roleNotAllowed);
    EXPECT_EQ(asked(wish(), other), refusal::roleNotAllowed);
}

TEST_F(GuestTest, everyOtherCommandIsRefused)
{
    int allowed = 0;
    for (int i = 0; i < countOf<CommandType>; ++i)
        allowed += mayDo(Role::Guest, static_cast<CommandType>(i)) ? 1 : 0;
    EXPECT_EQ(allowed, 5);
    ASSERT_EQ(asked(paidWish()), "done");
    EXPECT_EQ(asked(ConfirmReservation{mine}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(RecordPaymentOutcome{mine, card, PaymentState::Taken, ""}), refusal::roleNotAllowed);
}

TEST_F(GuestTest, aGuestCorrectsTheirOwnWordsUntilTheyCome)
{
    ASSERT_EQ(asked(wishFor(workflows::onRequest)), "done");
    Guest guest = now().guest;
    guest.name = "Kim Jiwon";
    EXPECT_EQ(asked(EditGuest{mine, guest}), "done");
    EXPECT_EQ(now().guest.name, "Kim Jiwon");
    EXPECT_EQ(asked(EditGuest{mine, guest}, idNumbered<ReservationId>(99)), refusal::roleNotAllowed);
    guest.name = "call 010-1234-5678";
    EXPECT_EQ(asked(EditGuest{mine, guest}), refusal::nameNotPlain);
    guest.name = "Kim";
    guest.phone = "http://x";
    EXPECT_EQ(asked(EditGuest{mine, guest}), refusal::badText);
    hotel.submit(CancelReservation{mine, ""}, Role::Clerk);
    EXPECT_EQ(asked(EditGuest{mine, now().guest}), refusal::wrongState);
    EXPECT_EQ(asked(EditNote{mine, now().note + "x"}), refusal::wrongState);
}

TEST_F(GuestTest, theNumberByWhichUnpaidOrdersAreCountedStays)
{
    ASSERT_EQ(asked(wishFor(workflows::ticket)), "done");
    ASSERT_TRUE(isHeldUnpaid(now()));
    Guest guest = now().guest;
    guest.name = "Kim Jiwon";
    EXPECT_EQ(asked(EditGuest{mine, guest}), "done");
    guest.phone = "010-9999-8888";
    EXPECT_EQ(asked(EditGuest{mine, guest}), refusal::roleNotAllowed);
}

TEST_F(GuestTest, aGuestAddsToTheNoteAndTakesNothingOutOfIt)
{
    ASSERT_EQ(asked(wishFor(workflows::onRequest)), "done");
    ASSERT_TRUE(hotel.submit(EditNote{mine, "late"}, Role::Clerk));
    EXPECT_EQ(asked(EditNote{mine, "early"}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(EditNote{mine, "late\nwith a dog"}), "done");
    EXPECT_EQ(asked(EditNote{mine, now().note + std::string(501, 'x')}), refusal::textTooLong);
    EXPECT_EQ(now().note, "late\nwith a dog");
}

TEST_F(GuestTest, theHouseNamesThePrice)
{
    MakeReservation make = wish();
    make.quantity = 2;
    make.nightlyPrices = {1, 1};
    EXPECT_EQ(asked(make), refusal::priceChanged);
    make.nightlyPrices.clear();
    make.adults = 2;
    ASSERT_EQ(asked(paidWish(make)), "done");
    const Offering &offering = *hotel.offering(room);
    EXPECT_EQ(totalPrice(now()).minor, 2 * 2 * offering.basePrice);
    EXPECT_EQ(now().nightlyPrices, housePrices(offering, make.stay, 2));
}

TEST_F(GuestTest, whatOnlyADeskMayChooseIsRefused)
{
    MakeReservation make = wish();
    make.channel = "desk";
    EXPECT_EQ(asked(make), refusal::roleNotAllowed);
    make = wish();
    make.wish = hotel.unitsOf(room).front();
    EXPECT_EQ(asked(make), refusal::roleNotAllowed);
    make = wish();
    make.stay.arrival -= Days{1};
    EXPECT_EQ(asked(make), refusal::badStay);
    make = wish();
    make.stay.departure = make.stay.arrival;
    EXPECT_EQ(asked(make), refusal::badStay);
    make = wish();
    make.adults = 5;
    EXPECT_EQ(asked(make), refusal::badParty);
}

TEST_F(GuestTest, aGuestPaysAllOfItByCard)
{
    ASSERT_EQ(asked(wishFor(workflows::ticket)), "done");
    const Money all = chargeable(now());
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Cash, all, ""}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, {all.minor - 1, all.currency}, "t"}),
              refusal::badAmount);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, all, ""}), refusal::tokenMissing);
}

} // namespace
} // namespace deskbell
