// What work follows from a change, and the order in which it is taken up.

#include <gmock/gmock.h>

#include "server/storage/followingwork.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Reservation reservationIn(ReservationState state, std::string channel = "desk")
{
    Reservation reservation;
    reservation.id = idNumbered<ReservationId>(7);
    reservation.state = state;
    reservation.channel = std::move(channel);
    return reservation;
}

std::vector<Work> kindsFollowing(const Reservation *before, const Reservation &after)
{
    std::vector<Work> kinds;
    for (const WorkItem &item : workFollowing(idNumbered<PropertyId>(1), before, after)) {
        EXPECT_EQ(item.property, idNumbered<PropertyId>(1));
        EXPECT_EQ(item.reservation, after.id);
        kinds.push_back(item.work);
    }
    return kinds;
}

TEST(FollowingWork, whoBeginsToWaitForAUnitIsAssignedOne)
{
    const Reservation waiting = reservationIn(ReservationState::AwaitingUnit);
    const Reservation paying = reservationIn(ReservationState::AwaitingPayment);
    EXPECT_THAT(kindsFollowing(nullptr, waiting), ElementsAre(Work::Assign));
    EXPECT_THAT(kindsFollowing(&paying, waiting), ElementsAre(Work::Assign));
    EXPECT_THAT(kindsFollowing(&waiting, waiting), IsEmpty()) << "it is on its way already";
    EXPECT_THAT(kindsFollowing(&waiting, reservationIn(ReservationState::Confirmed)), IsEmpty());
}

TEST(FollowingWork, everyChangeOfAReservationFromTheWebReachesItsPage)
{
    const Reservation web = reservationIn(ReservationState::Requested, "web");
    EXPECT_THAT(kindsFollowing(nullptr, web), ElementsAre(Work::Project));
    EXPECT_THAT(kindsFollowing(&web, web), ElementsAre(Work::Project));
    EXPECT_THAT(kindsFollowing(nullptr, reservationIn(ReservationState::Requested, "desk")), IsEmpty());
}

TEST(FollowingWork, everyNewNoticeIsSentAndAnOldOneNotAgain)
{
    Reservation before = reservationIn(ReservationState::Requested);
    before.notices.push_back({.id = idNumbered<NoticeId>(1)});
    Reservation after = before;
    after.notices.front().state = NoticeState::Accepted;
    EXPECT_THAT(kindsFollowing(&before, after), IsEmpty());
    after.notices.push_back({.id = idNumbered<NoticeId>(2)});
    EXPECT_THAT(kindsFollowing(&before, after), ElementsAre(Work::Notify));
    const auto items = workFollowing(idNumbered<PropertyId>(1), &before, after);
    EXPECT_EQ(items.front().subject, idNumbered<Uuid>(2));
}

TEST(FollowingWork, whoBeginsToWaitForTheGuestIsLookedAtWhenTheTimeIsUp)
{
    Reservation before = reservationIn(ReservationState::AwaitingPayment);
    Reservation after = before;
    after.payBy = instant("2026-05-10T09:30:00Z");
    const auto items = workFollowing(idNumbered<PropertyId>(1), &before, after);
    ASSERT_THAT(kindsFollowing(&before, after), ElementsAre(Work::Expire));
    EXPECT_EQ(items.front().dueAt, after.payBy);
    EXPECT_THAT(kindsFollowing(nullptr, after), ElementsAre(Work::Expire));
    EXPECT_THAT(kindsFollowing(&after, after), IsEmpty());
    EXPECT_THAT(kindsFollowing(&after, before), IsEmpty());
}

TEST(FollowingWork, everyKindHasAName)
{
    for (const Work work : allWork)
        EXPECT_FALSE(toString(work).empty());
    EXPECT_EQ(toString(Work::Assign), "assign");
}

} // namespace
