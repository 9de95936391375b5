// What a guest may do through their own link, and nothing else.

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
    Context as(const ReservationId &guestOf)
    {
        return {hotel.now, Actor{AccountId{guestOf.value}, "guest", Role::Guest}, hotel.businessDate, hotel};
    }
    /// The refusal's code, or "done".
    std::string asked(const CommandArgs &args) { return asked(args, mine); }
    std::string asked(const CommandArgs &args, const ReservationId &guestOf)
    {
        const Reservation *state = hotel.find(*reservationOf(args));
        const Context context = as(guestOf);
        const auto events = decide(state, args, context);
        if (!events)
            return events.error().code;
        hotel.put(applyAll(state, *events, context.actor, context.now));
        return "done";
    }
    const Reservation &now() { return *hotel.find(mine); }
};

TEST_F(GuestTest, aGuestMakesPaysAndCancelsTheirOwn)
{
    ASSERT_EQ(asked(wish()), "done");
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, chargeable(now()), "tgen_1"}), "done");
    EXPECT_EQ(asked(CancelReservation{mine, ""}), "done");
    EXPECT_EQ(now().state, ReservationState::Cancelled);
}

TEST_F(GuestTest, anothersReservationIsNobodysBusiness)
{
    ASSERT_EQ(asked(wish()), "done");
    const auto other = idNumbered<ReservationId>(99);
    EXPECT_EQ(asked(CancelReservation{mine, ""}, other), refusal::roleNotAllowed);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, chargeable(now()), "t"}, other),
              refusal::roleNotAllowed);
    EXPECT_EQ(asked(wish(), other), refusal::roleNotAllowed);
}

TEST_F(GuestTest, everyOtherCommandIsRefused)
{
    int allowed = 0;
    for (int i = 0; i < commandTypeCount; ++i)
        allowed += mayDo(Role::Guest, static_cast<CommandType>(i)) ? 1 : 0;
    EXPECT_EQ(allowed, 3);
    ASSERT_EQ(asked(wish()), "done");
    EXPECT_EQ(asked(ConfirmReservation{mine}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(EditNote{mine, "x"}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(RecordPaymentOutcome{mine, card, PaymentState::Taken, ""}), refusal::roleNotAllowed);
}

TEST_F(GuestTest, theHouseNamesThePrice)
{
    MakeReservation make = wish();
    make.quantity = 2;
    make.nightlyPrices = {1, 1};
    EXPECT_EQ(asked(make), refusal::priceChanged);
    make.nightlyPrices.clear();
    make.adults = 2;
    ASSERT_EQ(asked(make), "done");
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
    ASSERT_EQ(asked(wish()), "done");
    const Money all = chargeable(now());
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Cash, all, ""}), refusal::roleNotAllowed);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, {all.minor - 1, all.currency}, "t"}),
              refusal::badAmount);
    EXPECT_EQ(asked(TakePayment{mine, card, PaymentMethod::Card, all, ""}), refusal::tokenMissing);
}

} // namespace
} // namespace deskbell
