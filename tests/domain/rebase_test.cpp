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
        Reservation state = before;
        change(state);
        return {state, isOwn};
    }
    KnownVersion theirs(const std::function<void(Reservation &)> &change) const
    {
        return after(seen, change);
    }
    static const Reservation &of(const KnownVersion &version) { return std::get<Reservation>(version.state); }

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
    const KnownVersion back = after(of(other), [](auto &now) { now.note = "late"; });
    EXPECT_TRUE(rebased(EditNote{id, "mine"}, std::vector<KnownVersion>{{seen}, other, back}));
}

TEST_F(Rebasing, whatThisDeskHasChangedItselfIsWhatItsClerkSaw)
{
    const KnownVersion own = after(
        seen, [](auto &now) { now.guest.name = "Kim Minah"; }, true);
    const KnownVersion other = after(of(own), [](auto &now) { now.guest.phone = "010-1111-1111"; });
    const std::vector<KnownVersion> versions{{seen}, own, other};
    Guest mine = of(own).guest;
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
              (MoveReservation{id, seen.offering, of(now).stay, otherRoom, of(now).nightlyPrices}));
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

TEST_F(Rebasing, theRoomThatIsTakenAwayIsTheOneThatWasSeen)
{
    const std::vector<KnownVersion> other{{seen},
                                          theirs([](auto &state) { state.unit = idNumbered<UnitId>(102); })};
    const auto refused = rebased(UnassignUnit{id}, other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().facts.at("field"), "unit");
    EXPECT_TRUE(rebased(UnassignUnit{id}, std::vector<KnownVersion>{
                                              {seen}, theirs([](auto &state) { state.note = "early"; })}));
}

TEST_F(Rebasing, twoAdminsWhoChangeDifferentThingsOfOneTypeBothWin)
{
    Offering deluxe;
    deluxe.id = seen.offering;
    deluxe.code = "DLX";
    deluxe.name = "Deluxe";
    deluxe.capacity = 5;
    deluxe.basePrice = 100;
    Offering dearer = deluxe;
    dearer.basePrice = 120;
    dearer.sale = SaleState::Closed;
    const std::vector<KnownVersion> versions{{deluxe}, {dearer}};
    const auto put = [&](const char *name, std::int64_t price, std::optional<SaleState> sale = {}) {
        return PutOffering{deluxe.id, "DLX", name, "on-request", 5, price, 2, 0, {}, sale};
    };
    const auto renamed = rebased(put("Deluxe Twin", 100), versions);
    ASSERT_TRUE(renamed);
    EXPECT_EQ(std::get<PutOffering>(*renamed), put("Deluxe Twin", 120));
    // Who had it open before them, and says so, has not closed it.
    EXPECT_EQ(std::get<PutOffering>(*rebased(put("Deluxe", 100, SaleState::Open), versions)).sale,
              SaleState::Closed);
    const auto refused = rebased(put("Deluxe", 90), versions);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().facts.at("field"), "basePrice");
    EXPECT_EQ(std::get<PutOffering>(withFields(put("Deluxe", 90), dearer, "basePrice")), put("Deluxe", 90));
    EXPECT_EQ(rebased(ChangeWorkflow{deluxe.id, "instant"}, versions),
              CommandArgs(ChangeWorkflow{deluxe.id, "instant"}));
}

TEST_F(Rebasing, soDoTwoWhoChangeARoomOrTheProperty)
{
    Unit room{idNumbered<UnitId>(101), 1, seen.offering, "101", 1, 1};
    Unit moved = room;
    moved.floor = 2;
    const auto renamed = rebased(PutUnit{room.id, room.offering, "101A", 1, 1, {}},
                                 std::vector<KnownVersion>{{room}, {moved}});
    ASSERT_TRUE(renamed);
    EXPECT_EQ(std::get<PutUnit>(*renamed), (PutUnit{room.id, room.offering, "101A", 2, 1, {}}));

    Property hotel;
    hotel.name = "Seaside";
    hotel.timeZone = "Asia/Seoul";
    Property closed = hotel;
    closed.isClosed = true;
    const std::vector<KnownVersion> versions{{hotel}, {closed}};
    const auto corrected = rebased(PutProperty{"Seaside Inn", "Asia/Seoul", false, false}, versions);
    ASSERT_TRUE(corrected);
    EXPECT_EQ(std::get<PutProperty>(*corrected), (PutProperty{"Seaside Inn", "Asia/Seoul", false, true}));
}

TEST_F(Rebasing, itIsKnownWhatACommandChanges)
{
    const PropertyId property = idNumbered<PropertyId>(9);
    const auto offering = idNumbered<OfferingId>(2);
    const auto unit = idNumbered<UnitId>(3);
    EXPECT_EQ(subjectOf(EditNote{id, {}}, property), id.value);
    EXPECT_EQ(subjectOf(AssignUnit{id, unit}, property), id.value);
    EXPECT_EQ(subjectOf(PutUnit{unit, offering, {}, 0, 0, {}}, property), unit.value);
    EXPECT_EQ(subjectOf(ChangeWorkflow{offering, {}}, property), offering.value);
    EXPECT_EQ(subjectOf(PutProperty{}, property), property.value);
    EXPECT_EQ(subjectOf(UnassignUnit{id}, property), id.value);
    EXPECT_EQ(subjectOf(CheckIn{id}, property), std::nullopt);
    EXPECT_EQ(subjectOf(AdvanceBusinessDate{}, property), std::nullopt);
}

} // namespace
} // namespace deskbell::testing
