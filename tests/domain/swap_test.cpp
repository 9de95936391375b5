// Two stays exchange their rooms for the nights that both have.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

/// Stays in rooms of one type, given by nights from the business date on.
struct Rooms
{
    MemoryHotel hotel;
    OfferingId offering = hotel.addOffering(workflows::payAtHotel, 4);
    std::vector<UnitId> rooms = hotel.unitsOf(offering);
    Date today = hotel.businessDate;

    Stay nights(int from, int to) const { return {today + Days{from}, today + Days{to}}; }
    ReservationId requested(int number, const Stay &stay)
    {
        const auto id = idNumbered<ReservationId>(static_cast<std::uint64_t>(number));
        auto make = request(hotel, id, offering);
        make.stay = stay;
        make.nightlyPrices.assign(static_cast<std::size_t>(std::max(1, stay.nights())), 10'000);
        must(make);
        if (hotel.find(id)->state != ReservationState::Confirmed)
            must(ConfirmReservation{id});
        return id;
    }
    ReservationId inRoom(int number, const UnitId &room, const Stay &stay)
    {
        const auto id = requested(number, stay);
        must(AssignUnit{id, room});
        return id;
    }
    void must(const CommandArgs &command)
    {
        const auto done = hotel.submit(command, Role::Clerk);
        if (!done && done.error().code == refusal::roleNotAllowed)
            ASSERT_TRUE(hotel.submit(command, Role::Manager)) << toString(typeOf(command));
        else
            ASSERT_TRUE(done) << toString(typeOf(command)) << ": " << done.error().code;
    }
    std::string refusalOf(const CommandArgs &command)
    {
        const auto done = hotel.submit(command, Role::Clerk);
        return done ? std::string() : done.error().code;
    }
    std::vector<UnitNights> unitsOf(const ReservationId &id) const { return unitNights(*hotel.find(id)); }
};

class Swap : public ::testing::Test, protected Rooms
{
};

using Units = std::vector<UnitNights>;

TEST_F(Swap, exchangesTheNightsThatBothHaveAndNoOthers)
{
    const auto one = inRoom(1, rooms[0], nights(1, 5));
    const auto other = inRoom(2, rooms[1], nights(3, 8));
    must(SwapUnits{one, other});
    EXPECT_EQ(unitsOf(one), (Units{{rooms[0], nights(1, 3)}, {rooms[1], nights(3, 5)}}));
    EXPECT_EQ(unitsOf(other), (Units{{rooms[0], nights(3, 5)}, {rooms[1], nights(5, 8)}}));
    EXPECT_EQ(hotel.find(one)->version, hotel.find(other)->version);
    EXPECT_EQ(hotel.find(one)->history.back().what, "units-swapped");
    EXPECT_EQ(hotel.find(one)->history.back().detail, toString(rooms[1]));
    EXPECT_EQ(hotel.find(other)->history.back().detail, toString(rooms[0]));
}

TEST_F(Swap, ofOneStayWithinTheOtherDividesTheLongerOne)
{
    const auto longer = inRoom(1, rooms[0], nights(1, 6));
    const auto shorter = inRoom(2, rooms[1], nights(2, 4));
    must(SwapUnits{shorter, longer});
    EXPECT_EQ(unitsOf(longer),
              (Units{{rooms[0], nights(1, 2)}, {rooms[1], nights(2, 4)}, {rooms[0], nights(4, 6)}}));
    EXPECT_EQ(unitsOf(shorter), (Units{{rooms[0], nights(2, 4)}}));
}

TEST_F(Swap, givenAgainTakesItselfBack)
{
    const auto one = inRoom(1, rooms[0], nights(1, 5));
    const auto other = inRoom(2, rooms[1], nights(3, 8));
    const Units before = unitsOf(one);
    const Units otherBefore = unitsOf(other);
    must(SwapUnits{one, other});
    must(SwapUnits{other, one});
    EXPECT_EQ(unitsOf(one), before);
    EXPECT_EQ(unitsOf(other), otherBefore);
}

TEST_F(Swap, ofGuestsInHouseBeginsTonight)
{
    const auto one = inRoom(1, rooms[0], nights(0, 4));
    const auto other = inRoom(2, rooms[1], nights(0, 3));
    must(CheckIn{one});
    must(CheckIn{other});
    hotel.businessDate += Days{1};
    must(SwapUnits{one, other});
    EXPECT_EQ(unitsOf(one),
              (Units{{rooms[0], nights(0, 1)}, {rooms[1], nights(1, 3)}, {rooms[0], nights(3, 4)}}));
    EXPECT_EQ(unitsOf(other), (Units{{rooms[1], nights(0, 1)}, {rooms[0], nights(1, 3)}}));
    EXPECT_EQ(hotel.occupant(rooms[1], {}), one);
    EXPECT_EQ(hotel.occupant(rooms[0], {}), other);
    // They move back for their last night.
    hotel.businessDate += Days{2};
    EXPECT_EQ(hotel.occupant(rooms[0], other), one);
}

TEST_F(Swap, betweenAGuestInHouseAndOneWhoIsToComeLeavesTheNightsThatAreOver)
{
    const auto inHouse = inRoom(1, rooms[0], nights(0, 4));
    const auto coming = inRoom(2, rooms[1], nights(2, 6));
    must(CheckIn{inHouse});
    hotel.businessDate += Days{1};
    must(SwapUnits{coming, inHouse});
    EXPECT_EQ(unitsOf(inHouse), (Units{{rooms[0], nights(0, 2)}, {rooms[1], nights(2, 4)}}));
    EXPECT_EQ(hotel.occupant(rooms[0], {}), inHouse) << "until they move";
    EXPECT_EQ(hotel.occupant(rooms[1], {}), std::nullopt);
}

TEST_F(Swap, isRefusedWithoutANightInCommon)
{
    const auto one = inRoom(1, rooms[0], nights(1, 3));
    const auto after = inRoom(2, rooms[1], nights(3, 5));
    EXPECT_EQ(refusalOf(SwapUnits{one, after}), refusal::noCommonNights);
    EXPECT_EQ(refusalOf(SwapUnits{one, one}), refusal::noCommonNights);
    // What is left of a stay in house begins tonight.
    const auto inHouse = inRoom(3, rooms[2], nights(0, 6));
    const auto leaving = inRoom(4, rooms[3], nights(0, 1));
    must(CheckIn{inHouse});
    must(CheckIn{leaving});
    hotel.businessDate += Days{1};
    EXPECT_EQ(refusalOf(SwapUnits{inHouse, leaving}), refusal::noCommonNights);
}

TEST_F(Swap, needsARoomOnBothSidesAndOfOneType)
{
    const auto one = inRoom(1, rooms[0], nights(1, 3));
    const auto without = requested(2, nights(1, 3));
    EXPECT_EQ(refusalOf(SwapUnits{one, without}), refusal::unitMissing);
    EXPECT_EQ(refusalOf(SwapUnits{without, one}), refusal::unitMissing);
    EXPECT_EQ(refusalOf(SwapUnits{one, idNumbered<ReservationId>(9)}), refusal::unknownReservation);
    offering = hotel.addOffering(workflows::payAtHotel, 1);
    const auto suite = inRoom(3, hotel.unitsOf(offering)[0], nights(1, 3));
    EXPECT_EQ(refusalOf(SwapUnits{one, suite}), refusal::unitOfOtherOffering);
    EXPECT_EQ(refusalOf(SwapUnits{suite, one}), refusal::unitOfOtherOffering);
}

TEST_F(Swap, givesNobodyAClosedRoom)
{
    const auto one = inRoom(1, rooms[0], nights(1, 3));
    const auto other = inRoom(2, rooms[1], nights(1, 3));
    Unit closed = *hotel.unit(rooms[1]);
    closed.sale = SaleState::Closed;
    hotel.put(closed);
    EXPECT_EQ(refusalOf(SwapUnits{one, other}), refusal::unitClosed);
    EXPECT_EQ(refusalOf(SwapUnits{other, one}), refusal::unitClosed);
}

TEST_F(Swap, bringsNoGuestInHouseIntoARoomThatAThirdHasNotLeft)
{
    const auto staying = inRoom(1, rooms[1], nights(0, 1));
    const auto inHouse = inRoom(2, rooms[0], nights(0, 4));
    const auto coming = inRoom(3, rooms[1], nights(1, 3));
    must(CheckIn{staying});
    must(CheckIn{inHouse});
    hotel.businessDate += Days{1};
    EXPECT_EQ(refusalOf(SwapUnits{inHouse, coming}), refusal::unitOccupied);
    must(TakePayment{staying, idNumbered<PaymentId>(1), PaymentMethod::Cash, owed(*hotel.find(staying)), ""});
    must(CheckOut{staying});
    must(SwapUnits{inHouse, coming});
    EXPECT_EQ(hotel.occupant(rooms[1], {}), inHouse);
}

TEST_F(Swap, isNobodysWhoIsNotExpectedAnyMore)
{
    const auto one = inRoom(1, rooms[0], nights(1, 3));
    const auto gone = inRoom(2, rooms[1], nights(1, 3));
    must(CancelReservation{gone, ""});
    EXPECT_EQ(refusalOf(SwapUnits{one, gone}), refusal::wrongState);
    EXPECT_EQ(unitsOf(one), (Units{{rooms[0], nights(1, 3)}}));
}

TEST_F(Swap, leavesACheckInWithTheRoomOfItsFirstNight)
{
    const auto one = inRoom(1, rooms[0], nights(0, 3));
    const auto other = inRoom(2, rooms[1], nights(1, 3));
    const auto before = inRoom(3, rooms[1], nights(0, 1));
    must(CheckIn{before});
    must(SwapUnits{one, other});
    must(CheckIn{one}); // into the first room; the other one is occupied tonight
    EXPECT_EQ(hotel.occupant(rooms[0], {}), one);
    // Given another room they stay in it.
    must(AssignUnit{one, rooms[2]});
    EXPECT_EQ(unitsOf(one), (Units{{rooms[2], nights(0, 3)}}));
}

TEST_F(Swap, ofAGuestWhoLeavesEarlyHoldsNothingAfterwards)
{
    const auto one = inRoom(1, rooms[0], nights(0, 5));
    const auto other = inRoom(2, rooms[1], nights(3, 5));
    must(CheckIn{one});
    must(SwapUnits{one, other});
    ASSERT_EQ(unitsOf(one), (Units{{rooms[0], nights(0, 3)}, {rooms[1], nights(3, 5)}}));
    hotel.businessDate += Days{2};
    Money open = owed(*hotel.find(one));
    must(TakePayment{one, idNumbered<PaymentId>(1), PaymentMethod::Cash, open, ""});
    must(CheckOut{one});
    EXPECT_EQ(unitsOf(one), (Units{{rooms[0], nights(0, 2)}}));
    EXPECT_TRUE(hotel.isUnitFree(rooms[0], nights(2, 3), {}));
    EXPECT_TRUE(hotel.isUnitFree(rooms[1], nights(3, 5), {}));
}

RC_GTEST_PROP(AnySwaps, keepEveryNightInExactlyOneRoomAndEveryRoomWithOneGuest, ())
{
    Rooms house;
    std::vector<ReservationId> all;
    for (std::size_t room = 0; room < house.rooms.size(); ++room) {
        int from = *rc::gen::inRange(0, 3);
        for (int i = 0; i < 2; ++i) {
            const int to = from + *rc::gen::inRange(1, 5);
            all.push_back(
                house.inRoom(static_cast<int>(all.size()) + 1, house.rooms[room], house.nights(from, to)));
            from = to;
        }
    }
    for (int step = 0; step < 20; ++step) {
        const auto &one = *rc::gen::elementOf(all);
        const auto &other = *rc::gen::elementOf(all);
        const auto before = std::pair(house.unitsOf(one), house.unitsOf(other));
        if (!house.hotel.submit(SwapUnits{one, other}, Role::Clerk))
            continue;
        RC_ASSERT(std::pair(house.unitsOf(one), house.unitsOf(other)) != before);
        std::set<std::pair<UnitId, Date>> held;
        for (const ReservationId &id : all) {
            const Reservation &reservation = *house.hotel.find(id);
            Date next = reservation.stay.arrival;
            std::optional<UnitId> last;
            for (const UnitNights &part : unitNights(reservation)) {
                RC_ASSERT(part.nights.arrival == next);
                RC_ASSERT(part.nights.departure > next);
                RC_ASSERT(last != part.unit);
                for (; next < part.nights.departure; next += Days{1})
                    RC_ASSERT(held.insert({part.unit, next}).second);
                last = part.unit;
            }
            RC_ASSERT(next == reservation.stay.departure);
        }
    }
}

TEST(ReservationsOf, isEachOnce)
{
    const auto one = idNumbered<ReservationId>(1);
    const auto two = idNumbered<ReservationId>(2);
    EXPECT_EQ(reservationsOf(SwapUnits{one, two}), (std::vector{one, two}));
    EXPECT_EQ(reservationsOf(SwapUnits{one, one}), std::vector{one});
}

} // namespace
} // namespace deskbell::testing
