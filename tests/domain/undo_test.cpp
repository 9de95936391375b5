// Taking a command back: by another command, as long as nobody has changed since what it had changed.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "domain/undo.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Undo : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId offering = hotel.addOffering(workflows::payAtHotel, 3);
    const std::vector<UnitId> rooms = hotel.unitsOf(offering);
    const ReservationId id = idNumbered<ReservationId>(1);
    const ReservationId other = idNumbered<ReservationId>(2);

    void SetUp() override
    {
        for (const ReservationId &each : {id, other}) {
            must(request(hotel, each, offering));
            if (now(each).state != ReservationState::Confirmed)
                must(ConfirmReservation{each});
        }
        must(AssignUnit{id, rooms[0]});
        must(AssignUnit{other, rooms[1]});
    }
    void must(const CommandArgs &command)
    {
        const auto done = hotel.submit(command, Role::Manager);
        ASSERT_TRUE(done) << toString(typeOf(command)) << ": " << done.error().code;
    }
    const Reservation &now(const ReservationId &which) const { return *hotel.find(which); }
    std::optional<Undoable> does(const CommandArgs &args)
    {
        const auto decision = decide(hotel, args, hotel.context());
        if (!decision) {
            ADD_FAILURE() << toString(typeOf(args)) << ": " << decision.error().code;
            return std::nullopt;
        }
        auto undoable = undoableOf(args, hotel, *decision);
        must(args);
        return undoable;
    }
    /// Everything but what only grows.
    static Reservation withoutTrace(Reservation reservation)
    {
        reservation.version = 0;
        reservation.history.clear();
        reservation.notices.clear();
        reservation.wish.reset(); // whoever was moved to a room wishes for it
        return reservation;
    }
    void expectThereAndBack(const CommandArgs &args)
    {
        const Reservation before = withoutTrace(now(id));
        const auto undoable = does(args);
        ASSERT_TRUE(undoable) << toString(typeOf(args));
        ASSERT_NE(withoutTrace(now(id)), before);
        const auto back = undoOf(*undoable, hotel);
        ASSERT_TRUE(back) << toString(typeOf(args));
        must(*back);
        EXPECT_EQ(withoutTrace(now(id)), before) << toString(typeOf(args));
    }
    MoveReservation longer() const
    {
        const Reservation &seen = now(id);
        auto prices = seen.nightlyPrices;
        prices.push_back(12'000);
        return {id, offering, {seen.stay.arrival, seen.stay.departure + Days{1}}, seen.unit, prices};
    }
};

TEST_F(Undo, everyCommandWithAWayBackGoesThereAndBack)
{
    Guest guest = now(id).guest;
    guest.name = "Lee Su-jin";
    const std::vector<CommandArgs> all{
        EditNote{id, "late"}, EditGuest{id, guest}, AssignUnit{id, rooms[2]}, UnassignUnit{id}, longer(),
        SwapUnits{id, other}, SwapUnits{other, id}};
    std::set<CommandType> tried;
    for (const CommandArgs &args : all) {
        expectThereAndBack(args);
        tried.insert(typeOf(args));
    }
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const auto type = static_cast<CommandType>(i);
        EXPECT_EQ(isUndoable(type), tried.contains(type)) << toString(type);
    }
}

TEST_F(Undo, aFirstRoomIsTakenAwayAgain)
{
    must(UnassignUnit{id});
    expectThereAndBack(AssignUnit{id, rooms[2]});
}

TEST_F(Undo, isRefusedWhenOthersHaveChangedTheSameSince)
{
    const auto undoable = does(EditNote{id, "mine"});
    must(EditNote{id, "theirs"});
    const auto back = undoOf(*undoable, hotel);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, refusal::changedSince);
    EXPECT_EQ(back.error().facts.at("reservation"), toString(id));
}

TEST_F(Undo, doesNotMindWhatElseOthersHaveChanged)
{
    const auto undoable = does(EditNote{id, "mine"});
    must(AssignUnit{id, rooms[2]});
    ASSERT_TRUE(undoOf(*undoable, hotel));
    must(*undoOf(*undoable, hotel));
    EXPECT_EQ(now(id).note, "");
    EXPECT_EQ(now(id).unit, rooms[2]);
}

TEST_F(Undo, ofASwapLooksAtBothReservations)
{
    const auto undoable = does(SwapUnits{id, other});
    ASSERT_EQ(undoable->changes.size(), 2u);
    must(AssignUnit{other, rooms[2]});
    const auto back = undoOf(*undoable, hotel);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().facts.at("reservation"), toString(other));
}

TEST_F(Undo, ofAMoveIsNotOfferedWhereItsRoomsCouldNotBePutTogetherAgain)
{
    auto make = request(hotel, idNumbered<ReservationId>(3), offering, 1);
    must(make);
    if (now(make.reservation).state != ReservationState::Confirmed)
        must(ConfirmReservation{make.reservation});
    must(AssignUnit{make.reservation, rooms[2]});
    must(SwapUnits{id, make.reservation}); // one night of two
    ASSERT_EQ(unitNights(now(id)).size(), 2u);
    EXPECT_FALSE(does(UnassignUnit{id}));
}

} // namespace
} // namespace deskbell::testing
