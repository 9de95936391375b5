// Who may give which command, and what things are called on the wire.

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "domain/scene.h"

namespace deskbell::testing {
namespace {

TEST(Roles, eachCommandIsForTheListedRolesOnly)
{
    // clerk, manager, admin, system; guests: guest_test.cpp
    const std::map<CommandType, std::string> table{{CommandType::MakeReservation, "xxx-"},
                                                   {CommandType::ConfirmReservation, "-xx-"},
                                                   {CommandType::RejectReservation, "-xx-"},
                                                   {CommandType::CancelReservation, "xxx-"},
                                                   {CommandType::MoveReservation, "xxx-"},
                                                   {CommandType::AssignUnit, "xxxx"},
                                                   {CommandType::UnassignUnit, "xxx-"},
                                                   {CommandType::CheckIn, "xxx-"},
                                                   {CommandType::CheckOut, "xxx-"},
                                                   {CommandType::MarkNoShow, "xxx-"},
                                                   {CommandType::EditGuest, "xxx-"},
                                                   {CommandType::EditNote, "xxx-"},
                                                   {CommandType::TakePayment, "xxx-"},
                                                   {CommandType::RefundPayment, "-xx-"},
                                                   {CommandType::RecordPaymentOutcome, "---x"},
                                                   {CommandType::RecordRefundOutcome, "---x"},
                                                   {CommandType::RecordNoticeOutcome, "---x"},
                                                   {CommandType::AdvanceBusinessDate, "-xx-"},
                                                   {CommandType::ChangeWorkflow, "--x-"},
                                                   {CommandType::AssignAnyUnit, "---x"},
                                                   {CommandType::PutOffering, "-xx-"},
                                                   {CommandType::PutUnit, "--x-"},
                                                   {CommandType::ExpireReservation, "---x"},
                                                   {CommandType::RecordCardOutcome, "---x"},
                                                   {CommandType::PutProperty, "--x-"},
                                                   {CommandType::EraseGuest, "-xxx"}};
    ASSERT_EQ(table.size(), static_cast<std::size_t>(commandTypeCount));
    for (const auto &[type, marks] : table) {
        for (std::size_t role = 0; role < 4; ++role)
            EXPECT_EQ(mayDo(static_cast<Role>(role + 1), type), marks[role] == 'x')
                << toString(type) << ' ' << role;
    }
}

TEST(Roles, aRoleThatMayNotIsToldSoBeforeAnythingElse)
{
    Scene scene(workflows::prepaid);
    const auto refused = scene.hotel().submit(ConfirmReservation{idNumbered<ReservationId>(77)}, Role::Clerk);
    EXPECT_EQ(refused.error(),
              (Error{"role-not-allowed", {{"role", "clerk"}, {"command", "confirm-reservation"}}}));
}

TEST(Names, everyNameIsReadBackAndNoOther)
{
    for (int i = 0; i < commandTypeCount; ++i) {
        const auto type = static_cast<CommandType>(i);
        EXPECT_EQ(commandTypeNamed(toString(type)), type);
    }
    for (int i = 0; i < reservationStateCount; ++i) {
        const auto state = static_cast<ReservationState>(i);
        EXPECT_EQ(reservationStateNamed(toString(state)), state);
    }
    for (const PaymentState state : paymentStates)
        EXPECT_EQ(paymentStateNamed(toString(state)), state);
    for (const Workflow &workflow : workflows::all)
        EXPECT_EQ(workflowNamed(workflow.name), workflow);
    EXPECT_FALSE(commandTypeNamed("Confirm-Reservation"));
    EXPECT_FALSE(reservationStateNamed(""));
    EXPECT_FALSE(paymentStateNamed("taken "));
    EXPECT_FALSE(workflowNamed("PREPAID"));
    EXPECT_FALSE(roleNamed("root"));
}

} // namespace
} // namespace deskbell::testing
