// Every state of a payment or a refund × every outcome that can be told of it.

#include <sstream>

#include <gtest/gtest.h>

#include "domain/scene.h"

namespace deskbell::testing {
namespace {

/// Rows: where the payment is; columns: the outcome told. x = may follow.
constexpr const char *paymentTable[] = {
    // Pe Se Bu Un Ta De Wi
    "  -  x  x  -  -  -  -", // Pending
    "  -  -  x  x  x  x  -", // Sent
    "  -  x  x  -  -  -  -", // ProviderBusy
    "  -  -  x  x  x  x  -", // Unknown
    "  -  -  -  -  -  -  -", // Taken
    "  -  -  -  -  -  -  -", // Declined
    "  -  -  -  -  -  -  -", // Withdrawn
};

/// A reservation with one card payment over all of it, put into that state.
Scene withCardPayment(const Workflow &workflow, PaymentState state)
{
    Scene scene(workflow);
    if (scene.now().state == ReservationState::Requested) {
        EXPECT_TRUE(scene.submit(ConfirmReservation{scene.id}));
    }
    const PaymentId payment = idNumbered<PaymentId>(1);
    EXPECT_TRUE(scene.submit(
        TakePayment{scene.id, payment, PaymentMethod::Card, chargeable(scene.now()), "tviva20261121"}));
    Reservation set = scene.now();
    set.payments[0].state = state;
    scene.hotel().put(set);
    return scene;
}

TEST(PaymentTransitions, everyStateAndOutcomeIsAsListed)
{
    for (std::size_t from = 0; from < std::size(paymentStates); ++from) {
        std::istringstream row(paymentTable[from]);
        for (const PaymentState outcome : paymentStates) {
            std::string mark;
            row >> mark;
            SCOPED_TRACE(std::string(toString(paymentStates[from])) + " -> " +
                         std::string(toString(outcome)));
            Scene scene = withCardPayment(workflows::prepaid, paymentStates[from]);
            const auto done =
                scene.submit(RecordPaymentOutcome{scene.id, idNumbered<PaymentId>(1), outcome, "CODE"});
            ASSERT_EQ(done.has_value(), mark == "x");
            if (done) {
                EXPECT_EQ(scene.now().payments[0].state, outcome);
                EXPECT_EQ(scene.now().payments[0].providerCode, "CODE");
            } else {
                EXPECT_EQ(done.error().code, "wrong-state");
                EXPECT_EQ(done.error().facts.at("state"), toString(paymentStates[from]));
            }
        }
    }
}

TEST(RefundTransitions, everyStateAndOutcomeIsAsListed)
{
    constexpr RefundState states[] = {RefundState::Requested, RefundState::Unknown, RefundState::Done,
                                      RefundState::Failed};
    constexpr bool table[4][4] = {{false, true, true, true},
                                  {false, true, true, true},
                                  {false, false, false, false},
                                  {false, false, false, false}};
    for (int from = 0; from < 4; ++from) {
        for (int to = 0; to < 4; ++to) {
            Scene scene = withCardPayment(workflows::prepaid, PaymentState::Taken);
            const RefundId refund = idNumbered<RefundId>(1);
            ASSERT_TRUE(scene.submit(RefundPayment{scene.id, idNumbered<PaymentId>(1), refund,
                                                   scene.now().payments[0].amount, ""}));
            Reservation set = scene.now();
            set.payments[0].refunds[0].state = states[from];
            scene.hotel().put(set);
            const auto done =
                scene.submit(RecordRefundOutcome{scene.id, idNumbered<PaymentId>(1), refund, states[to], ""});
            ASSERT_EQ(done.has_value(), table[from][to]) << from << " -> " << to;
            if (done)
                EXPECT_EQ(scene.now().payments[0].refunds[0].state, states[to]);
            else
                EXPECT_EQ(done.error().code, "wrong-state");
        }
    }
}

} // namespace
} // namespace deskbell::testing
