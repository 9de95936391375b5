// A room has one guest at a time, and who has not left keeps it.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Occupancy : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId offering = hotel.addOffering(workflows::payAtHotel, 2);
    const std::vector<UnitId> rooms = hotel.unitsOf(offering);
    const Date today = hotel.businessDate;

    Stay nights(int from, int to) const { return {today + Days{from}, today + Days{to}}; }
    MakeReservation wish(int number, const Stay &stay)
    {
        auto make = request(hotel, idNumbered<ReservationId>(static_cast<std::uint64_t>(number)), offering);
        make.stay = stay;
        make.nightlyPrices.assign(static_cast<std::size_t>(std::max(stay.nights(), 1)), 10'000);
        return make;
    }
    ReservationId inRoom(int number, const UnitId &room, const Stay &stay)
    {
        const auto make = wish(number, stay);
        must(make);
        if (hotel.find(make.reservation)->state != ReservationState::Confirmed)
            must(ConfirmReservation{make.reservation});
        must(AssignUnit{make.reservation, room});
        return make.reservation;
    }
    void must(const CommandArgs &command)
    {
        const auto done = hotel.submit(command, Role::Manager);
        ASSERT_TRUE(done) << toString(typeOf(command)) << ": " << done.error().code;
    }
    std::string refusalOf(const CommandArgs &command)
    {
        const auto done = hotel.submit(command, Role::Manager);
        return done ? std::string() : done.error().code;
    }
};

TEST_F(Occupancy, nobodyIsCheckedInWhereAGuestIs)
{
    const auto leaving = inRoom(1, rooms[0], nights(0, 1));
    const auto coming = inRoom(2, rooms[0], nights(1, 3));
    must(CheckIn{leaving});
    hotel.businessDate += Days{1};
    const auto refused = hotel.submit(CheckIn{coming}, Role::Clerk);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{std::string(refusal::unitOccupied),
                                      {{"unit", toString(rooms[0])}, {"reservation", toString(leaving)}}}));
    // Nor does a guest in house move to them.
    const auto other = inRoom(3, rooms[1], nights(1, 3));
    must(CheckIn{other});
    must(UnassignUnit{coming});
    EXPECT_EQ(refusalOf(AssignUnit{other, rooms[0]}), refusal::unitOccupied);
    EXPECT_EQ(refusalOf(MoveReservation{other, offering, nights(1, 3), rooms[0], {10'000, 10'000}}),
              refusal::unitOccupied);
    must(TakePayment{leaving, idNumbered<PaymentId>(1), PaymentMethod::Cash, {10'000, hotel.currency}, {}});
    must(CheckOut{leaving});
    must(AssignUnit{other, rooms[0]});
}

TEST_F(Occupancy, aDayUseIsAGuestLikeAnyOther)
{
    const auto first = inRoom(1, rooms[0], nights(0, 0));
    const auto second = inRoom(2, rooms[0], nights(0, 0));
    const auto night = inRoom(3, rooms[0], nights(0, 1));
    must(CheckIn{first});
    EXPECT_EQ(refusalOf(CheckIn{second}), refusal::unitOccupied);
    EXPECT_EQ(refusalOf(CheckIn{night}), refusal::unitOccupied);
    must(TakePayment{first, idNumbered<PaymentId>(1), PaymentMethod::Cash, {10'000, hotel.currency}, {}});
    must(CheckOut{first});
    must(CheckIn{night});
    EXPECT_EQ(refusalOf(CheckIn{second}), refusal::unitOccupied);
}

TEST_F(Occupancy, whoStaysOverKeepsTheRoomAndTheStockOfTonight)
{
    const auto staying = inRoom(1, rooms[0], nights(0, 1));
    must(CheckIn{staying});
    hotel.businessDate += Days{1};
    // Due to leave today: tonight is somebody else's.
    EXPECT_TRUE(hotel.isUnitFree(rooms[0], nights(1, 2), {}));
    EXPECT_EQ(hotel.free(offering, today + Days{1}), 2);
    hotel.businessDate += Days{1};
    EXPECT_FALSE(hotel.isUnitFree(rooms[0], nights(2, 3), {}));
    EXPECT_TRUE(hotel.isUnitFree(rooms[0], nights(2, 3), staying));
    EXPECT_TRUE(hotel.isUnitFree(rooms[0], nights(3, 4), {}));
    EXPECT_EQ(hotel.free(offering, today + Days{2}), 1);
    EXPECT_EQ(hotel.free(offering, today + Days{3}), 2);
    inRoom(2, rooms[1], nights(2, 3));
    const auto third = wish(3, nights(2, 3));
    must(third);
    EXPECT_EQ(refusalOf(ConfirmReservation{third.reservation}), refusal::noStock);
    // They may stay on, for it is their own night that is taken.
    must(MoveReservation{staying, offering, nights(0, 3), rooms[0], {10'000, 10'000, 10'000}});
    EXPECT_EQ(hotel.free(offering, today + Days{2}), 0);
}

TEST_F(Occupancy, whoHasTonightAlreadyIsMovedAlsoInAnOversoldHouse)
{
    const auto staying = inRoom(1, rooms[0], nights(0, 1));
    const auto tonight = inRoom(2, rooms[0], nights(2, 4));
    inRoom(3, rooms[1], nights(2, 4));
    must(CheckIn{staying});
    hotel.businessDate += Days{2};
    ASSERT_EQ(hotel.free(offering, hotel.businessDate), -1);
    must(MoveReservation{tonight, offering, nights(2, 3), std::nullopt, {10'000}});
    must(MoveReservation{tonight, offering, nights(2, 4), std::nullopt, {10'000, 10'000}});
    // And who has not left does not take a room that is promised for tonight.
    EXPECT_EQ(refusalOf(AssignUnit{staying, rooms[1]}), refusal::unitTaken);
}

TEST_F(Occupancy, aGuestMayComeUntilTheDayOfDeparture)
{
    const auto late = inRoom(1, rooms[0], nights(0, 1));
    hotel.businessDate += Days{1};
    must(CheckIn{late});
    const auto tooLate = inRoom(2, rooms[1], nights(1, 2));
    hotel.businessDate += Days{2};
    EXPECT_EQ(refusalOf(CheckIn{tooLate}), refusal::arrivalNotDue);
    // Somebody walks in at one in the morning, after the date has moved.
    const auto owl = inRoom(3, rooms[1], nights(2, 3));
    must(CheckIn{owl});
}

TEST_F(Occupancy, aWholeYearIsTakenInALeapYearToo)
{
    const Date arrival = date("2027-09-01");
    const Date departure = date("2028-09-01");
    hotel.businessDate = arrival;
    must(wish(1, {arrival, departure}));
    EXPECT_EQ(refusalOf(wish(2, {arrival, departure + Days{1}})), refusal::badStay);
}

} // namespace
} // namespace deskbell::testing
