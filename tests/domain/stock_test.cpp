// What is held, what is free and what fits.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/stock/free.h"
#include "domain/stock/holdings.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

TEST(Stock, freeIsWhatNobodyHolds)
{
    EXPECT_EQ(freeOf({}), 0);
    EXPECT_EQ(freeOf({10, 1, 4, 2}), 3);
    EXPECT_EQ(freeOf({10, 1, 4, 2}, 3), 0);
    EXPECT_EQ(freeOf({10, 1, 7, 2}, 1), -1) << "a guest who stays over keeps what is sold";
}

TEST(Stock, aUnitFitsBetweenTheNightsThatOthersHold)
{
    const Date day = date("2026-06-01");
    const auto nights = [day](int from, int to) { return Stay{day + Days{from}, day + Days{to}}; };
    const std::vector<Stay> held{nights(0, 2), nights(4, 6)};
    EXPECT_TRUE(fits(nights(2, 4), held)) << "the day of a departure is the next guest's";
    EXPECT_TRUE(fits(nights(6, 9), held));
    EXPECT_FALSE(fits(nights(1, 3), held));
    EXPECT_FALSE(fits(nights(3, 5), held));
    EXPECT_FALSE(fits(nights(-1, 9), held));
    EXPECT_TRUE(fits(nights(0, 9), std::vector<Stay>()));
}

RC_GTEST_PROP(AnyStock, fitsAsCountingNightByNight, ())
{
    const auto stay = [] {
        const int from = *rc::gen::inRange(0, 12);
        return Stay{Date{Days{from}}, Date{Days{from + *rc::gen::inRange(1, 6)}}};
    };
    std::vector<Stay> held(*rc::gen::inRange<std::size_t>(0, 4));
    for (Stay &nights : held)
        nights = stay();
    const Stay wanted = stay();
    bool isFree = true;
    for (Date night = wanted.arrival; night < wanted.departure; night += Days{1}) {
        for (const Stay &nights : held)
            isFree = isFree && !nights.contains(night);
    }
    RC_ASSERT(fits(wanted, held) == isFree);
}

TEST(Stock, aStayHoldsItsSlotsAndTheNightsOfItsUnits)
{
    MemoryHotel hotel;
    const auto offering = hotel.addOffering(workflows::payAtHotel, 2);
    const auto rooms = hotel.unitsOf(offering);
    Reservation reservation;
    reservation.id = idNumbered<ReservationId>(1);
    reservation.offering = offering;
    reservation.workflow = workflows::payAtHotel;
    reservation.stay = {date("2026-06-01"), date("2026-06-04")};
    reservation.quantity = 1;
    reservation.earlierUnits = {{rooms[0], {date("2026-06-01"), date("2026-06-02")}}};
    reservation.unit = rooms[1];
    EXPECT_EQ(holdingsOf(reservation), Holdings()) << "nothing before it has stock";
    reservation.holdsStock = true;
    const Holdings holdings = holdingsOf(reservation);
    EXPECT_EQ(holdings.slots.size(), 3u);
    EXPECT_EQ(holdings.units, unitNights(reservation));
    EXPECT_FALSE(holdings.sharedUnit);
    reservation.workflow = workflows::loan;
    EXPECT_EQ(holdingsOf(reservation).slots, std::vector<Date>{onlySlot});
    EXPECT_EQ(holdingsOf(reservation).sharedUnit, rooms[1]);
    EXPECT_EQ(holderOf(reservation.id), (Holder{HolderKind::Stay, reservation.id.value}));
}

} // namespace
} // namespace deskbell::testing
