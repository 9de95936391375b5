// What people do next about a reservation: one thing at most.

#include <gtest/gtest.h>

#include "domain/scene.h"

namespace deskbell::testing {
namespace {

using enum ReservationState;

/// Of two nights; `day` counts from the day of arrival.
std::optional<CommandType> nextOn(const Scene &scene, int day)
{
    return nextCommand(scene.now(), scene.now().stay.arrival + Days{day});
}

Scene at(const Workflow &workflow, ReservationState state)
{
    Scene scene(workflow);
    scene.bringTo(state);
    return scene;
}

TEST(NextCommand, ofAConfirmedGuestWithARoomIsTheCheckInOnceTheDayHasCome)
{
    const Scene scene = at(workflows::payAtHotel, Confirmed);
    ASSERT_TRUE(scene.now().unit);
    EXPECT_EQ(nextOn(scene, -1), std::nullopt);
    EXPECT_EQ(nextOn(scene, 0), typeOf<CheckIn>());
    EXPECT_EQ(nextOn(scene, 1), typeOf<CheckIn>());
    EXPECT_EQ(nextOn(scene, 2), typeOf<MarkNoShow>());
}

TEST(NextCommand, ofAConfirmedGuestWithoutARoomIsTheRoom)
{
    Scene scene = at(workflows::payAtHotel, Confirmed);
    ASSERT_TRUE(scene.submit(UnassignUnit{scene.id}));
    EXPECT_EQ(nextOn(scene, -1), typeOf<AssignUnit>());
    EXPECT_EQ(nextOn(scene, 0), typeOf<AssignUnit>());
}

TEST(NextCommand, ofAGuestInHouseIsToPayAndThenToLeaveOnTheLastDay)
{
    Scene scene = at(workflows::payAtHotel, InHouse);
    EXPECT_EQ(nextOn(scene, 1), std::nullopt);
    EXPECT_EQ(nextOn(scene, 2), typeOf<TakePayment>());
    ASSERT_TRUE(scene.submit(scene.usual(typeOf<TakePayment>())));
    EXPECT_EQ(nextOn(scene, 2), typeOf<CheckOut>());
}

TEST(NextCommand, waitsForMoneyThatIsUnderWay)
{
    Scene scene = at(workflows::payAtHotel, InHouse);
    TakePayment card = std::get<TakePayment>(scene.usual(typeOf<TakePayment>()));
    card.method = PaymentMethod::Card;
    card.token = "tdesk_1";
    ASSERT_TRUE(scene.submit(card));
    EXPECT_EQ(nextOn(scene, 2), std::nullopt);
}

TEST(NextCommand, ofABookHandedOutIsToTakeItBackWheneverTheReaderComes)
{
    EXPECT_EQ(nextOn(at(workflows::loan, InHouse), 0), typeOf<CheckOut>());
    EXPECT_EQ(nextOn(at(workflows::loan, AwaitingUnit), 0), typeOf<AssignUnit>());
}

TEST(NextCommand, ofTicketsIsNeverARoom)
{
    EXPECT_EQ(nextOn(at(workflows::ticket, Confirmed), 0), typeOf<CheckIn>());
    EXPECT_EQ(nextOn(at(workflows::ticket, AwaitingPayment), 0), typeOf<TakePayment>());
}

TEST(NextCommand, ofARequestIsTheManagersAnswer)
{
    EXPECT_EQ(nextOn(at(workflows::onRequest, Requested), 0), typeOf<ConfirmReservation>());
    EXPECT_EQ(nextOn(at(workflows::prepaid, AwaitingConfirmation), 0), typeOf<ConfirmReservation>());
}

TEST(NextCommand, isNoneOfWhatIsOver)
{
    for (const ReservationState state : {Departed, Cancelled, NoShow})
        EXPECT_EQ(nextOn(at(workflows::prepaid, state), 0), std::nullopt) << toString(state);
}

} // namespace
} // namespace deskbell::testing
