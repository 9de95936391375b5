// Who cancels on the day of arrival, or of the performance, gets nothing back by itself: the house decides.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class LateCancellation : public ::testing::TestWithParam<Workflow>
{
protected:
    MemoryHotel hotel;
    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(1);

    /// A reservation of a guest's own whose card was charged.
    void paid(const Workflow &workflow, const std::optional<LocalMinute> &startsAt = {})
    {
        const OfferingId offering = hotel.addOffering(workflow, 2);
        Offering known = *hotel.offering(offering);
        known.startsAt = startsAt;
        hotel.put(known);
        auto command = request(hotel, id, offering, workflow.slotKind == SlotKind::Once ? 0 : 2);
        command.stay.arrival += Days{3};
        command.stay.departure += Days{3};
        ASSERT_TRUE(hotel.submit(command));
        Reservation state = *hotel.find(id);
        Payment payment;
        payment.id = card;
        payment.method = PaymentMethod::Card;
        payment.amount = totalPrice(state);
        payment.state = PaymentState::Taken;
        state.payments = {payment};
        state.state = ReservationState::Confirmed;
        state.isApproved = true;
        state.holdsStock = true;
        hotel.put(state);
    }
    Reservation cancelled(Role role)
    {
        Context context = hotel.context(role);
        context.actor.account = AccountId{id.value};
        const auto decision = decide(hotel, CancelReservation{id, {}}, context);
        EXPECT_TRUE(decision) << decision.error().code;
        return *decision->reservation(id);
    }
    static bool isOnItsWayBack(const Reservation &reservation)
    {
        return !reservation.payments.front().refunds.empty();
    }
};

INSTANTIATE_TEST_SUITE_P(Presets, LateCancellation,
                         ::testing::Values(workflows::prepaid, workflows::onRequest, workflows::instant));

TEST_P(LateCancellation, untilTheDayBeforeTheMoneyGoesBackByItself)
{
    paid(GetParam());
    hotel.businessDate = hotel.find(id)->stay.arrival - Days{1};
    EXPECT_TRUE(isOnItsWayBack(cancelled(Role::Guest)));
}

TEST_P(LateCancellation, onTheDayOfArrivalItStaysAsACreditAndTheRoomIsFree)
{
    paid(GetParam());
    hotel.businessDate = hotel.find(id)->stay.arrival;
    const Reservation after = cancelled(Role::Guest);
    EXPECT_EQ(after.state, ReservationState::Cancelled);
    EXPECT_FALSE(isOnItsWayBack(after));
    EXPECT_FALSE(after.holdsStock);
    EXPECT_EQ(credit(after), totalPrice(after));
    // What staff cancel is theirs to know.
    EXPECT_TRUE(isOnItsWayBack(cancelled(Role::Manager)));
}

TEST_F(LateCancellation, ofAPerformanceItIsItsDate)
{
    const Date evening = hotel.businessDate + Days{3};
    paid(workflows::ticket, LocalMinute(evening) + std::chrono::hours(19));
    hotel.businessDate = evening - Days{1};
    EXPECT_TRUE(isOnItsWayBack(cancelled(Role::Guest)));
    hotel.businessDate = evening;
    EXPECT_FALSE(isOnItsWayBack(cancelled(Role::Guest)));
}

TEST_F(LateCancellation, whatHasNoDateIsNeverLate)
{
    paid(workflows::ticket);
    hotel.businessDate += Days{30};
    EXPECT_TRUE(isOnItsWayBack(cancelled(Role::Guest)));
}

} // namespace
} // namespace deskbell::testing
