// Two people change one reservation: both win where they change different things, and the same thing asks.

#include <functional>

#include <gtest/gtest.h>

#include "domain/rebase.h"
#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Rebasing : public ::testing::Test
{
protected:
    Rebasing()
    {
        seen.id = id;
        seen.guest = {"Kim Mina", "010-0000-0000", "mina@example.com", "KOR", "ko", false, true};
        seen.note = "late";
        seen.offering = idNumbered<OfferingId>(1);
        seen.stay = {date("2026-05-10"), date("2026-05-12")};
        seen.unit = idNumbered<UnitId>(101);
        seen.nightlyPrices = {100, 100};
    }
    template <typename Change>
    KnownVersion after(const Reservation &before, Change &&change, bool isOwn = false) const
    {
        KnownVersion version{before, isOwn};
        change(version.state);
        return version;
    }
    KnownVersion theirs(const std::function<void(Reservation &)> &change) const
    {
        return after(seen, change);
    }

    const ReservationId id = idNumbered<ReservationId>(1);
    Reservation seen;
};

TEST_F(Rebasing, differentFieldsBothWin)
{
    const std::vector<KnownVersion> versions{{seen},
                                             theirs([](auto &now) { now.guest.phone = "010-1111-1111"; })};
    Guest mine = seen.guest;
    mine.name = "Kim Minah";
    const auto result = rebased(EditGuest{id, mine}, versions);
    ASSERT_TRUE(result);
    mine.phone = "010-1111-1111";
    EXPECT_EQ(std::get<EditGuest>(*result).guest, mine);
}

TEST_F(Rebasing, theSameFieldAsksAndMayBeEnteredAgain)
{
    const KnownVersion now = theirs([](auto &state) {
        state.guest.name = "Kim Min-a";
        state.guest.phone = "010-1111-1111";
    });
    Guest mine = seen.guest;
    mine.name = "Kim Minah";
    mine.email = "minah@example.com";
    const auto refused = rebased(EditGuest{id, mine}, std::vector<KnownVersion>{{seen}, now});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{std::string(refusal::changedMeanwhile),
                                      {{"field", "guest.name"}, {"changed", "guest.name,guest.email"}}}));
    const CommandArgs again = withFields(EditGuest{id, mine}, now.state, refused.error().facts.at("changed"));
    mine.phone = "010-1111-1111";
    EXPECT_EQ(std::get<EditGuest>(again).guest, mine);
    // Who wants what is there already has no quarrel.
    mine = seen.guest;
    mine.name = "Kim Min-a";
    EXPECT_TRUE(rebased(EditGuest{id, mine}, std::vector<KnownVersion>{{seen}, now}));
}

TEST_F(Rebasing, whatWasChangedAndChangedBackIsAsItWasSeen)
{
    const KnownVersion other = theirs([](auto &now) { now.note = "early"; });
    const KnownVersion back = after(other.state, [](auto &now) { now.note = "late"; });
    EXPECT_TRUE(rebased(EditNote{id, "mine"}, std::vector<KnownVersion>{{seen}, other, back}));
}

TEST_F(Rebasing, whatThisDeskHasChangedItselfIsWhatItsClerkSaw)
{
    const KnownVersion own = after(
        seen, [](auto &now) { now.guest.name = "Kim Minah"; }, true);
    const KnownVersion other = after(own.state, [](auto &now) { now.guest.phone = "010-1111-1111"; });
    const std::vector<KnownVersion> versions{{seen}, own, other};
    Guest mine = own.state.guest;
    mine.name = "Kim Mina-a";
    const auto result = rebased(EditGuest{id, mine}, versions);
    ASSERT_TRUE(result);
    EXPECT_EQ(std::get<EditGuest>(*result).guest.phone, "010-1111-1111");
    EXPECT_EQ(std::get<EditGuest>(*result).guest.name, "Kim Mina-a");
}

TEST_F(Rebasing, anotherRoomKeepsTheStayThatSomebodyMadeLonger)
{
    const KnownVersion now = theirs([](auto &state) {
        state.stay.departure = date("2026-05-14");
        state.nightlyPrices = {100, 100, 100, 100};
    });
    const std::vector<KnownVersion> versions{{seen}, now};
    const auto otherRoom = idNumbered<UnitId>(102);
    const auto result =
        rebased(MoveReservation{id, seen.offering, seen.stay, otherRoom, seen.nightlyPrices}, versions);
    ASSERT_TRUE(result);
    EXPECT_EQ(std::get<MoveReservation>(*result),
              (MoveReservation{id, seen.offering, now.state.stay, otherRoom, now.state.nightlyPrices}));
    // Both changed the dates.
    const Stay shorter{date("2026-05-10"), date("2026-05-11")};
    const auto refused = rebased(MoveReservation{id, seen.offering, shorter, seen.unit, {100}}, versions);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().facts.at("field"), "stay");
}

TEST_F(Rebasing, aRoomIsNotGivenOverAnother)
{
    const std::vector<KnownVersion> versions{{seen},
                                             theirs([](auto &now) { now.unit = idNumbered<UnitId>(103); })};
    const auto refused = rebased(AssignUnit{id, idNumbered<UnitId>(102)}, versions);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().facts.at("field"), "unit");
    EXPECT_TRUE(rebased(EditNote{id, "early"}, versions));
    EXPECT_TRUE(rebased(CheckIn{id}, versions));
}

} // namespace
} // namespace deskbell::testing
