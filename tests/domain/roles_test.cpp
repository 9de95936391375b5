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
    const std::map<CommandType, std::string> table{{typeOf<MakeReservation>(), "xxx-"},
                                                   {typeOf<ConfirmReservation>(), "-xx-"},
                                                   {typeOf<RejectReservation>(), "-xx-"},
                                                   {typeOf<CancelReservation>(), "xxx-"},
                                                   {typeOf<MoveReservation>(), "xxx-"},
                                                   {typeOf<AssignUnit>(), "xxxx"},
                                                   {typeOf<SwapUnits>(), "xxx-"},
                                                   {typeOf<UnassignUnit>(), "xxx-"},
                                                   {typeOf<CheckIn>(), "xxx-"},
                                                   {typeOf<CheckOut>(), "xxx-"},
                                                   {typeOf<MarkNoShow>(), "xxx-"},
                                                   {typeOf<EditGuest>(), "xxx-"},
                                                   {typeOf<EditNote>(), "xxx-"},
                                                   {typeOf<TakePayment>(), "xxx-"},
                                                   {typeOf<RefundPayment>(), "-xx-"},
                                                   {typeOf<RecordPaymentOutcome>(), "---x"},
                                                   {typeOf<RecordRefundOutcome>(), "---x"},
                                                   {typeOf<RecordNoticeOutcome>(), "---x"},
                                                   {typeOf<AdvanceBusinessDate>(), "-xx-"},
                                                   {typeOf<ChangeWorkflow>(), "--x-"},
                                                   {typeOf<AssignAnyUnit>(), "---x"},
                                                   {typeOf<PutOffering>(), "-xx-"},
                                                   {typeOf<PutUnit>(), "--x-"},
                                                   {typeOf<ExpireReservation>(), "---x"},
                                                   {typeOf<RecordCardOutcome>(), "---x"},
                                                   {typeOf<PutProperty>(), "--x-"},
                                                   {typeOf<EraseGuest>(), "-xxx"}};
    ASSERT_EQ(table.size(), static_cast<std::size_t>(countOf<CommandType>));
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
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const auto type = static_cast<CommandType>(i);
        EXPECT_EQ(named<CommandType>(toString(type)), type);
    }
    for (int i = 0; i < countOf<ReservationState>; ++i) {
        const auto state = static_cast<ReservationState>(i);
        EXPECT_EQ(named<ReservationState>(toString(state)), state);
    }
    for (const PaymentState state : paymentStates)
        EXPECT_EQ(named<PaymentState>(toString(state)), state);
    for (const Workflow &workflow : workflows::all)
        EXPECT_EQ(workflowNamed(workflow.name), workflow);
    EXPECT_FALSE(named<CommandType>("Confirm-Reservation"));
    EXPECT_FALSE(named<ReservationState>(""));
    EXPECT_FALSE(named<PaymentState>("taken "));
    EXPECT_FALSE(workflowNamed("PREPAID"));
    EXPECT_FALSE(named<Role>("root"));
}

} // namespace
} // namespace deskbell::testing
