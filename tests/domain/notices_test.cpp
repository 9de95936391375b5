// What a guest is told and when, and what may become of a notice: written out by hand, apart from the
// tables the program decides by.

#include <sstream>

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell {
namespace {

using namespace deskbell::testing;

struct NoticesTest : ::testing::Test
{
    MemoryHotel hotel;
    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(2);

    MakeReservation wish(const Workflow &workflow)
    {
        MakeReservation make = request(hotel, id, hotel.addOffering(workflow, 2));
        make.guest.phone = "010-1234-5678";
        return make;
    }
    void does(const CommandArgs &command, Role role = Role::Admin)
    {
        const auto done = hotel.submit(command, role);
        ASSERT_TRUE(done) << toString(typeOf(command)) << ": " << done.error().code;
    }
    void hears(PaymentState outcome) { does(RecordPaymentOutcome{id, card, outcome, "CODE"}, Role::System); }
    void pays() { does(TakePayment{id, card, PaymentMethod::Card, chargeable(now()), "tgen_1"}); }
    const Reservation &now() { return *hotel.find(id); }
    std::string kinds()
    {
        std::string all;
        for (const Notice &notice : now().notices)
            all += (all.empty() ? "" : " ") + std::string(toString(notice.kind));
        return all;
    }
    Expected<Events> moved(NoticeState outcome, NoticeWay way = NoticeWay::Alimtalk, std::string code = {},
                           std::string message = {})
    {
        return hotel.submit(RecordNoticeOutcome{id, now().notices.back().id, outcome, way, std::move(message),
                                                std::move(code)},
                            Role::System);
    }
};

TEST_F(NoticesTest, aPrepaidGuestIsToldOfEveryChangeOfState)
{
    does(wish(workflows::prepaid));
    pays();
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    does(ConfirmReservation{id});
    does(CancelReservation{id, "ill"});
    const RefundId refund = now().payments[0].refunds[0].id;
    does(RecordRefundOutcome{id, card, refund, RefundState::Done, ""}, Role::System);
    EXPECT_EQ(kinds(), "awaiting-payment awaiting-confirmation confirmed cancelled refunded");
}

TEST_F(NoticesTest, aRequestIsToldOnThroughTheStay)
{
    does(wish(workflows::payAtHotel));
    does(ConfirmReservation{id});
    does(AssignUnit{id, hotel.unitsOf(now().offering)[0]});
    does(CheckIn{id});
    does(TakePayment{id, card, PaymentMethod::Cash, chargeable(now()), ""});
    does(CheckOut{id});
    EXPECT_EQ(kinds(), "requested confirmed in-house paid departed");
}

TEST_F(NoticesTest, aRejectedOneIsTold)
{
    does(wish(workflows::onRequest));
    does(RejectReservation{id, "full"});
    EXPECT_EQ(kinds(), "requested rejected");
}

TEST_F(NoticesTest, aLoanIsToldWhenItHasItsUnit)
{
    does(wish(workflows::loan));
    does(AssignUnit{id, hotel.unitsOf(now().offering)[0]}, Role::System);
    EXPECT_EQ(kinds(), "awaiting-unit confirmed");
}

TEST_F(NoticesTest, aProviderThatStaysBusyIsToldOnce)
{
    does(wish(workflows::ticket));
    pays();
    for (int i = 0; i < 3; ++i) {
        hears(PaymentState::ProviderBusy);
        hears(PaymentState::Sent);
    }
    hears(PaymentState::Taken);
    EXPECT_EQ(kinds(), "awaiting-payment payment-pending confirmed");
}

TEST_F(NoticesTest, aDeclineAndAMoveAreTold)
{
    does(wish(workflows::prepaid));
    pays();
    hears(PaymentState::Sent);
    hears(PaymentState::Declined);
    const Stay later{now().stay.arrival + Days{1}, now().stay.departure + Days{1}};
    does(MoveReservation{id, now().offering, later, std::nullopt, now().nightlyPrices});
    EXPECT_EQ(kinds(), "awaiting-payment payment-declined moved");
}

TEST_F(NoticesTest, whoWantsNoneOrCannotBeReachedIsToldNothing)
{
    const auto toldOf = [&](std::uint64_t number, auto change) {
        MakeReservation make = wish(workflows::prepaid);
        make.reservation = idNumbered<ReservationId>(number);
        change(make.guest);
        does(make);
        return hotel.find(make.reservation)->notices.size();
    };
    EXPECT_EQ(toldOf(10, [](Guest &) {}), 1u);
    EXPECT_EQ(toldOf(11, [](Guest &guest) { guest.wantsNotices = false; }), 0u);
    EXPECT_EQ(toldOf(12, [](Guest &guest) { guest.phone = " "; }), 0u);
    EXPECT_EQ(toldOf(13, [](Guest &guest) { guest.isInvented = true; }), 0u);
}

TEST_F(NoticesTest, whatIsNoNewsIsNotTold)
{
    does(wish(workflows::prepaid));
    does(EditNote{id, "late"});
    Guest guest = now().guest;
    guest.email = "a@example.com";
    does(EditGuest{id, guest});
    does(AssignUnit{id, hotel.unitsOf(now().offering)[0]});
    EXPECT_EQ(kinds(), "awaiting-payment");
}

TEST_F(NoticesTest, theSameDecisionGivesTheSameNotice)
{
    const MakeReservation make = wish(workflows::prepaid);
    const auto first = decide(hotel, make, hotel.context(Role::Clerk));
    const auto second = decide(hotel, make, hotel.context(Role::Clerk));
    ASSERT_TRUE(first && second);
    const auto noticeOf = [](const Decision &decision) {
        return std::get<NoticeQueued>(decision.events.back().event).notice;
    };
    EXPECT_EQ(noticeOf(*first), noticeOf(*second));
    does(make);
    does(CancelReservation{id, ""});
    EXPECT_NE(now().notices[0].id, now().notices[1].id);
    EXPECT_NE(now().notices[0].id.value, id.value);
}

TEST_F(NoticesTest, noticesDoNotFillTheHistory)
{
    does(wish(workflows::prepaid));
    const std::size_t lines = now().history.size();
    ASSERT_TRUE(moved(NoticeState::Sent));
    ASSERT_TRUE(moved(NoticeState::Accepted, NoticeWay::Alimtalk, "2000", "M4V1"));
    ASSERT_TRUE(moved(NoticeState::Delivered, NoticeWay::Alimtalk, "4000"));
    EXPECT_EQ(now().history.size(), lines);
    EXPECT_EQ(now().notices.size(), 1u);
}

TEST_F(NoticesTest, theProvidersNameIsKeptAsLongAsThereIsSomethingToAsk)
{
    does(wish(workflows::prepaid));
    ASSERT_TRUE(moved(NoticeState::Sent));
    ASSERT_TRUE(moved(NoticeState::Accepted, NoticeWay::Alimtalk, "2000", "M4V1"));
    EXPECT_EQ(now().notices[0].message, "M4V1");
    ASSERT_TRUE(moved(NoticeState::Uncertain, NoticeWay::Alimtalk, "3014"));
    EXPECT_EQ(now().notices[0].message, "M4V1");
    EXPECT_EQ(now().notices[0].providerCode, "3014");
    ASSERT_TRUE(moved(NoticeState::Delivered, NoticeWay::Alimtalk, "4000"));
    EXPECT_EQ(now().notices[0].message, "");
}

TEST_F(NoticesTest, aFallbackToSmsKeepsWhyTheAlimtalkFailed)
{
    does(wish(workflows::prepaid));
    ASSERT_TRUE(moved(NoticeState::Sent));
    ASSERT_TRUE(moved(NoticeState::Accepted, NoticeWay::Alimtalk, "2000", "M4V1"));
    ASSERT_TRUE(moved(NoticeState::Queued, NoticeWay::Sms, "3104"));
    ASSERT_TRUE(moved(NoticeState::Sent, NoticeWay::Sms));
    ASSERT_TRUE(moved(NoticeState::Delivered, NoticeWay::Sms, "4000"));
    const Notice &notice = now().notices[0];
    EXPECT_EQ(notice.way, NoticeWay::Sms);
    EXPECT_EQ(notice.fallbackCode, "3104");
    EXPECT_EQ(notice.providerCode, "4000");
}

constexpr NoticeState states[] = {NoticeState::Queued,   NoticeState::Sent,      NoticeState::Uncertain,
                                  NoticeState::Accepted, NoticeState::Delivered, NoticeState::Failed,
                                  NoticeState::Withdrawn};
constexpr NoticeWay ways[] = {NoticeWay::Alimtalk, NoticeWay::Sms, NoticeWay::File};

/// Rows: where the notice is; columns: the outcome told, by the way it is going. x = may follow.
constexpr const char *sameWay[] = {
    // Qu Se Un Ac De Fa Wi
    "  -  x  -  -  -  x  x", // Queued
    "  x  -  x  x  x  x  -", // Sent
    "  x  -  -  x  x  x  -", // Uncertain
    "  -  -  x  -  x  x  -", // Accepted: sent once more it would be a second message
    "  -  -  -  -  -  -  -", // Delivered
    "  -  -  -  -  -  -  -", // Failed
    "  -  -  -  -  -  -  -", // Withdrawn
};

/// May it come from the one way to the other? What waits may be sent by any way, but back from SMS there
/// is none; what has been sent falls back to SMS by being queued for it.
bool mayChangeWay(NoticeState from, NoticeWay way, NoticeState outcome, NoticeWay other)
{
    if (from == NoticeState::Queued)
        return way != NoticeWay::Sms;
    return way == NoticeWay::Alimtalk && other == NoticeWay::Sms && outcome == NoticeState::Queued;
}

TEST_F(NoticesTest, everyStateOutcomeAndWayIsAsListed)
{
    does(wish(workflows::prepaid));
    const Reservation start = now();
    int allowed = 0;
    for (std::size_t from = 0; from < std::size(states); ++from) {
        std::istringstream row(sameWay[from]);
        for (const NoticeState outcome : states) {
            std::string mark;
            row >> mark;
            for (const NoticeWay way : ways) {
                for (const NoticeWay other : ways) {
                    SCOPED_TRACE(std::string(toString(states[from])) + " by " + std::string(toString(way)) +
                                 " -> " + std::string(toString(outcome)) + " by " +
                                 std::string(toString(other)));
                    Reservation set = start;
                    set.notices[0].state = states[from];
                    set.notices[0].way = way;
                    hotel.put(set);
                    const bool isFallback =
                        states[from] == NoticeState::Accepted && outcome == NoticeState::Queued;
                    const bool expected = way == other ? mark == "x"
                                                       : (mark == "x" || isFallback) &&
                                                             mayChangeWay(states[from], way, outcome, other);
                    const auto done = moved(outcome, other, "CODE");
                    ASSERT_EQ(done.has_value(), expected);
                    if (!done) {
                        EXPECT_EQ(done.error().code, refusal::wrongState);
                        continue;
                    }
                    ++allowed;
                    EXPECT_EQ(now().notices[0].state, outcome);
                    EXPECT_EQ(now().notices[0].way, other);
                    EXPECT_EQ(now().notices.size(), 1u);
                }
            }
        }
    }
    EXPECT_EQ(allowed, 3 * 15 + 3 * 4 + 3);
}

TEST_F(NoticesTest, anOutcomeOfAnUnknownNoticeIsRefused)
{
    does(wish(workflows::prepaid));
    const auto refused = hotel.submit(
        RecordNoticeOutcome{id, idNumbered<NoticeId>(9), NoticeState::Sent, NoticeWay::Alimtalk, "", ""},
        Role::System);
    EXPECT_EQ(refused.error().code, refusal::unknownNotice);
}

TEST_F(NoticesTest, everyNameIsReadBackAndNoOther)
{
    for (int i = 0; i < countOf<NoticeKind>; ++i)
        EXPECT_EQ(named<NoticeKind>(toString(static_cast<NoticeKind>(i))), static_cast<NoticeKind>(i));
    for (int i = 0; i < countOf<ReservationState>; ++i)
        EXPECT_EQ(toString(static_cast<NoticeKind>(i)), toString(static_cast<ReservationState>(i)));
    for (const NoticeState state : states)
        EXPECT_EQ(named<NoticeState>(toString(state)), state);
    for (const NoticeWay way : ways)
        EXPECT_EQ(named<NoticeWay>(toString(way)), way);
    EXPECT_FALSE(named<NoticeKind>("Paid"));
    EXPECT_FALSE(named<NoticeState>(""));
    EXPECT_FALSE(named<NoticeWay>("kakao"));
}

} // namespace
} // namespace deskbell
