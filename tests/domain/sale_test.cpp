// Closing what can be had, and removing it: nothing new is sold of it, and nothing that is reserved is lost.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Sale : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId rooms = hotel.addOffering(workflows::payAtHotel, 2);
    const OfferingId suites = hotel.addOffering(workflows::payAtHotel, 2);
    const ReservationId guest = idNumbered<ReservationId>(1);

    PutOffering asIs(const OfferingId &id, std::optional<SaleState> sale) const
    {
        const Offering &now = *hotel.offering(id);
        return {id,           now.code,      now.name,      std::string(now.workflow.name),
                now.capacity, now.basePrice, now.maxGuests, now.order,
                now.startsAt, sale};
    }
    PutUnit asIs(const UnitId &id, std::optional<SaleState> sale) const
    {
        const Unit &now = *hotel.unit(id);
        return {id, now.offering, now.name, now.floor, now.order, sale};
    }
    std::string put(const auto &command)
    {
        const auto decided = decide(command, hotel.context(Role::Admin));
        if (decided)
            hotel.put(*decided);
        return decided ? std::string() : decided.error().code;
    }
    std::string refusalOf(const CommandArgs &command, Role role = Role::Manager)
    {
        const auto done = hotel.submit(command, role);
        return done ? std::string() : done.error().code;
    }
};

TEST_F(Sale, aClosedTypeTakesNothingNewAndCarriesOnWhatIsThere)
{
    ASSERT_EQ(refusalOf(request(hotel, guest, rooms)), "");
    EXPECT_EQ(put(asIs(rooms, SaleState::Closed)), "");
    const auto another = hotel.submit(request(hotel, idNumbered<ReservationId>(2), rooms));
    EXPECT_EQ(another.error(), (Error{"not-on-sale", {{"offering", toString(rooms)}}}));
    EXPECT_EQ(refusalOf(ConfirmReservation{guest}), "");
    EXPECT_EQ(refusalOf(AssignUnit{guest, hotel.unitsOf(rooms).front()}), "");
    // A night longer in the same type is not a new reservation; one that comes from another type is.
    const Stay longer{hotel.businessDate, hotel.businessDate + Days{3}};
    EXPECT_EQ(refusalOf(MoveReservation{guest, rooms, longer, std::nullopt, {100, 100, 100}}), "");
    const ReservationId other = idNumbered<ReservationId>(3);
    ASSERT_EQ(refusalOf(request(hotel, other, suites)), "");
    EXPECT_EQ(refusalOf(MoveReservation{other, rooms, hotel.find(other)->stay, std::nullopt, {100, 100}}),
              refusal::notOnSale);
    EXPECT_EQ(put(asIs(rooms, SaleState::Open)), "");
    EXPECT_EQ(refusalOf(request(hotel, idNumbered<ReservationId>(2), rooms)), "");
}

TEST_F(Sale, whoDoesNotSayLeavesItAsItIs)
{
    ASSERT_EQ(put(asIs(rooms, SaleState::Closed)), "");
    ASSERT_EQ(put(asIs(rooms, std::nullopt)), "");
    EXPECT_EQ(hotel.offering(rooms)->sale, SaleState::Closed);
    const UnitId room = hotel.unitsOf(suites).front();
    ASSERT_EQ(put(asIs(room, SaleState::Closed)), "");
    ASSERT_EQ(put(asIs(room, std::nullopt)), "");
    EXPECT_EQ(hotel.unit(room)->sale, SaleState::Closed);
}

TEST_F(Sale, aClosedRoomIsGivenToNobodyAndKeptByWhoHasIt)
{
    const std::vector<UnitId> units = hotel.unitsOf(rooms);
    ASSERT_EQ(refusalOf(request(hotel, guest, rooms)), "");
    ASSERT_EQ(refusalOf(ConfirmReservation{guest}), "");
    ASSERT_EQ(refusalOf(AssignUnit{guest, units[0]}), "");
    EXPECT_EQ(put(asIs(units[0], SaleState::Closed)), "");
    const Stay longer{hotel.businessDate, hotel.businessDate + Days{3}};
    EXPECT_EQ(refusalOf(MoveReservation{guest, rooms, longer, units[0], {100, 100, 100}}), "");
    EXPECT_EQ(refusalOf(AssignUnit{guest, units[1]}), "");
    EXPECT_EQ(refusalOf(AssignUnit{guest, units[0]}), refusal::unitClosed);
    EXPECT_EQ(hotel.anyFreeUnit(rooms, {date("2026-06-01"), date("2026-06-02")}), units[1]);
}

TEST_F(Sale, onlyWhatNothingDependsOnIsRemoved)
{
    const std::vector<UnitId> units = hotel.unitsOf(rooms);
    ASSERT_EQ(refusalOf(request(hotel, guest, rooms)), "");
    ASSERT_EQ(refusalOf(ConfirmReservation{guest}), "");
    ASSERT_EQ(refusalOf(AssignUnit{guest, units[0]}), "");
    EXPECT_EQ(put(asIs(units[0], SaleState::Removed)), refusal::unitInUse);
    EXPECT_EQ(put(asIs(units[1], SaleState::Removed)), "");
    EXPECT_EQ(put(asIs(rooms, SaleState::Removed)), refusal::offeringInUse);
    ASSERT_EQ(refusalOf(CancelReservation{guest, ""}), "");
    EXPECT_EQ(put(asIs(units[0], SaleState::Removed)), "");
    EXPECT_EQ(put(asIs(rooms, SaleState::Removed)), "");
    EXPECT_EQ(refusalOf(request(hotel, idNumbered<ReservationId>(2), rooms)), refusal::notOnSale);
    EXPECT_EQ(put(PutUnit{idNumbered<UnitId>(900), rooms, "900", 9, 1, {}}), refusal::unknownOffering);
}

TEST_F(Sale, theNumberOfARemovedRoomIsFreeAgain)
{
    const UnitId room = hotel.unitsOf(rooms).front();
    const std::string name = hotel.unit(room)->name;
    const UnitId other = idNumbered<UnitId>(900);
    EXPECT_EQ(put(PutUnit{other, suites, name, 1, 1, {}}), refusal::nameTaken);
    ASSERT_EQ(put(asIs(room, SaleState::Removed)), "");
    EXPECT_EQ(put(PutUnit{other, suites, name, 1, 1, {}}), "");
    // And it does not come back under that number.
    EXPECT_EQ(put(asIs(room, SaleState::Open)), refusal::nameTaken);
}

TEST_F(Sale, aClosedPropertyTakesNothingNew)
{
    ASSERT_EQ(refusalOf(request(hotel, guest, rooms)), "");
    hotel.isClosed = true;
    const auto another = hotel.submit(request(hotel, idNumbered<ReservationId>(2), rooms));
    EXPECT_EQ(another.error(), (Error{"not-on-sale", {{"property", "true"}}}));
    EXPECT_EQ(refusalOf(ConfirmReservation{guest}), "");
}

} // namespace
} // namespace deskbell::testing
