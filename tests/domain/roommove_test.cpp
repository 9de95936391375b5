// A guest in house moves to another room: the nights that are over stay where they were slept.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class RoomMove : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId offering = hotel.addOffering(workflows::payAtHotel, 3);
    const std::vector<UnitId> rooms = hotel.unitsOf(offering);
    const Date today = hotel.businessDate;

    ReservationId inRoom(int number, const UnitId &room, const Stay &stay)
    {
        const auto id = idNumbered<ReservationId>(static_cast<std::uint64_t>(number));
        auto make = request(hotel, id, offering);
        make.stay = stay;
        make.nightlyPrices.assign(static_cast<std::size_t>(stay.nights()), 10'000);
        must(make);
        if (hotel.find(id)->state != ReservationState::Confirmed)
            must(ConfirmReservation{id});
        must(AssignUnit{id, room});
        return id;
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
    const Reservation &at(const ReservationId &id) const { return *hotel.find(id); }
    Stay nights(int from, int to) const { return {today + Days{from}, today + Days{to}}; }
};

TEST_F(RoomMove, goesToARoomThatSomebodyElseHadUntilToday)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 5));
    inRoom(2, rooms[1], nights(0, 2));
    must(CheckIn{guest});
    EXPECT_EQ(refusalOf(AssignUnit{guest, rooms[1]}), refusal::unitTaken);
    hotel.businessDate += Days{2};
    must(AssignUnit{guest, rooms[1]});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 5)}}));
    // What they left is free from tonight on, and what they slept is not.
    EXPECT_TRUE(hotel.isUnitFree(rooms[0], nights(2, 5), {}));
    EXPECT_FALSE(hotel.isUnitFree(rooms[0], nights(1, 3), {}));
    inRoom(3, rooms[0], nights(2, 4));
}

TEST_F(RoomMove, isRefusedWhereSomebodyIsComing)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 5));
    inRoom(2, rooms[1], nights(4, 6));
    must(CheckIn{guest});
    hotel.businessDate += Days{2};
    EXPECT_EQ(refusalOf(AssignUnit{guest, rooms[1]}), refusal::unitTaken);
    // Until the day before they come it is free.
    must(MoveReservation{guest, offering, nights(0, 4), rooms[1], std::vector<std::int64_t>(4, 10'000)});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 4)}}));
}

TEST_F(RoomMove, onTheDayOfArrivalOrTwiceADayLeavesNoTrace)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 5));
    must(CheckIn{guest});
    must(AssignUnit{guest, rooms[1]});
    EXPECT_EQ(unitNights(at(guest)), (std::vector<UnitNights>{{rooms[1], nights(0, 5)}}));
    hotel.businessDate += Days{1};
    must(AssignUnit{guest, rooms[2]});
    must(AssignUnit{guest, rooms[0]});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[1], nights(0, 1)}, {rooms[0], nights(1, 5)}}));
    must(AssignUnit{guest, rooms[1]});
    EXPECT_EQ(unitNights(at(guest)), (std::vector<UnitNights>{{rooms[1], nights(0, 5)}}));
}

TEST_F(RoomMove, stayingLongerOrLeavingEarlyIsAboutThePresentRoom)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 3));
    must(CheckIn{guest});
    hotel.businessDate += Days{2};
    must(AssignUnit{guest, rooms[1]});
    inRoom(2, rooms[0], nights(3, 6)); // in the room they had: no reason to let them go
    must(MoveReservation{guest, offering, nights(0, 6), rooms[1], std::vector<std::int64_t>(6, 10'000)});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 6)}}));
    hotel.businessDate += Days{1};
    must(TakePayment{guest, idNumbered<PaymentId>(1), PaymentMethod::Cash, chargeable(at(guest)), {}});
    must(CheckOut{guest});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 3)}}));
}

TEST_F(RoomMove, onTheLastDayHoldsNoNight)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 2));
    inRoom(2, rooms[1], nights(0, 2));
    must(CheckIn{guest});
    hotel.businessDate += Days{3}; // who should have left yesterday
    must(AssignUnit{guest, rooms[1]});
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 2)}}));
}

TEST_F(RoomMove, ofWhoShouldHaveLeftTakesNoNightOfAnotherGuest)
{
    const auto guest = inRoom(1, rooms[0], nights(0, 2));
    must(CheckIn{guest});
    inRoom(2, rooms[0], nights(2, 3));
    hotel.businessDate += Days{3};
    const MoveReservation longer{guest, offering, nights(0, 5), rooms[1],
                                 std::vector<std::int64_t>(5, 10'000)};
    must(longer);
    EXPECT_EQ(unitNights(at(guest)),
              (std::vector<UnitNights>{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 5)}}));
}

} // namespace
} // namespace deskbell::testing
