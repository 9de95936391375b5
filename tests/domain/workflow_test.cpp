// Workflows are values: an admin adjusts one for an offering, and what is reserved keeps what it was made
// with.

#include <gtest/gtest.h>

#include "domain/auditedchanges.h"
#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

using std::chrono::minutes;

class Workflows : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId offering = hotel.addOffering(workflows::onRequest, 2);

    Expected<Offering> changed(const std::string &workflow, std::optional<WorkflowTerms> terms)
    {
        return decide(ChangeWorkflow{offering, workflow, terms}, hotel.context(Role::Admin));
    }
    Expected<Offering> put(std::optional<WorkflowTerms> terms, Role role = Role::Admin,
                           const std::string &workflow = "on-request")
    {
        const Offering &known = *hotel.offering(offering);
        return decide(PutOffering{offering, "A", "A", workflow, known.capacity, 1, 2, 0, {}, {}, terms},
                      hotel.context(role));
    }
    std::string refusalOf(const Expected<Offering> &decided)
    {
        return decided ? std::string() : decided.error().code;
    }
    const Reservation &made(int number)
    {
        const auto id = idNumbered<ReservationId>(static_cast<std::uint64_t>(number));
        EXPECT_TRUE(hotel.submit(request(hotel, id, offering), Role::Clerk));
        return *hotel.find(id);
    }
};

/// Rows keep a preset by its name alone: what it says may never change. What is wanted otherwise is a new
/// preset.
TEST_F(Workflows, releasedPresetsNeverChange)
{
    using enum StockTiming;
    const auto is = [](std::string_view name, StockTiming stock, PaymentTiming payment,
                       ConfirmationRule confirmation, UnitTiming unit, SlotKind slotKind, StockUse use,
                       int payWithin, CancelOrder cancelOrder, int mostUnpaid, bool isPaused) {
        return workflowNamed(name) ==
               Workflow{WorkflowName(name), stock,       payment,    confirmation, unit, slotKind, use,
                        minutes(payWithin), cancelOrder, mostUnpaid, isPaused};
    };
    using Pay = PaymentTiming;
    using By = ConfirmationRule;
    EXPECT_TRUE(is("prepaid", AtRequest, Pay::AtRequest, By::ByManager, UnitTiming::ByHotel,
                   SlotKind::PerNight, StockUse::Consumed, 30, CancelOrder::ReleaseFirst, 0, false));
    EXPECT_TRUE(is("on-request", AtConfirmation, Pay::AfterConfirmation, By::ByManager, UnitTiming::ByHotel,
                   SlotKind::PerNight, StockUse::Consumed, 24 * 60, CancelOrder::ReleaseFirst, 0, false));
    EXPECT_TRUE(is("instant", AfterPayment, Pay::AtRequest, By::Automatic, UnitTiming::AtOnce,
                   SlotKind::PerNight, StockUse::Consumed, 0, CancelOrder::RefundFirst, 0, false));
    EXPECT_TRUE(is("ticket", AtRequest, Pay::AfterRequest, By::Automatic, UnitTiming::None, SlotKind::Once,
                   StockUse::Consumed, 30, CancelOrder::ReleaseFirst, 3, true));
    EXPECT_TRUE(is("loan", AtRequest, Pay::None, By::Automatic, UnitTiming::BeforeConfirmation,
                   SlotKind::Once, StockUse::Returned, 0, CancelOrder::ReleaseFirst, 0, false));
    EXPECT_TRUE(is("pay-at-hotel", AtConfirmation, Pay::ByDeparture, By::ByManager, UnitTiming::ByHotel,
                   SlotKind::PerNight, StockUse::Consumed, 0, CancelOrder::ReleaseFirst, 0, false));
    EXPECT_EQ(workflows::all.size(), 6u);
}

TEST_F(Workflows, whatIsReservedKeepsItsOwnWhenTheOfferingIsAdjusted)
{
    const Reservation before = made(1);
    EXPECT_EQ(before.state, ReservationState::Requested);
    const auto adjusted = put(WorkflowTerms{ConfirmationRule::Automatic, 45});
    ASSERT_TRUE(adjusted);
    hotel.put(*adjusted);
    const Reservation after = made(2);
    EXPECT_EQ(after.workflow.confirmation, ConfirmationRule::Automatic);
    EXPECT_EQ(after.workflow.payWithin, minutes(45));
    EXPECT_EQ(after.workflow.name, "on-request");
    EXPECT_EQ(after.state, ReservationState::AwaitingPayment) << "nobody has to answer";
    EXPECT_EQ(hotel.find(before.id)->workflow, workflows::onRequest);
    EXPECT_FALSE(hotel.submit(CheckIn{before.id}, Role::Clerk)) << "the first still waits for its answer";
    EXPECT_TRUE(hotel.submit(ConfirmReservation{before.id}, Role::Manager));
}

TEST_F(Workflows, changingSomethingElseLeavesTheTermsAsTheyAre)
{
    hotel.put(put(WorkflowTerms{ConfirmationRule::Automatic, 45}).value());
    EXPECT_EQ(put(std::nullopt)->workflow, hotel.offering(offering)->workflow);
    EXPECT_EQ(put(std::nullopt, Role::Admin, "prepaid")->workflow, workflows::prepaid);
    EXPECT_EQ(changed("on-request", std::nullopt)->workflow, workflows::onRequest) << "the preset again";
}

TEST_F(Workflows, termsAreAnAdmins)
{
    EXPECT_EQ(refusalOf(put(WorkflowTerms{ConfirmationRule::Automatic, 45}, Role::Manager)),
              refusal::roleNotAllowed);
    const auto show = idNumbered<OfferingId>(70);
    PutOffering performance{show,
                            "M",
                            "Musical",
                            "ticket",
                            10,
                            1,
                            1,
                            0,
                            parseLocalMinute("2026-06-01T19:30").value(),
                            {},
                            WorkflowTerms{ConfirmationRule::Automatic, 5}};
    EXPECT_EQ(refusalOf(decide(performance, hotel.context(Role::Manager))), refusal::roleNotAllowed);
    performance.terms.reset();
    const auto there = decide(performance, hotel.context(Role::Manager));
    ASSERT_TRUE(there);
    hotel.put(*there);
    performance.terms = termsOf(workflows::ticket); // as it is
    EXPECT_TRUE(decide(performance, hotel.context(Role::Manager)));
}

TEST_F(Workflows, timesThatCannotBeAreRefused)
{
    for (const int wrong : {-1, mostPayWithinMinutes + 1})
        EXPECT_EQ(refusalOf(put(WorkflowTerms{ConfirmationRule::ByManager, wrong})), refusal::badNumber);
    EXPECT_TRUE(put(WorkflowTerms{ConfirmationRule::ByManager, mostPayWithinMinutes}));
    EXPECT_TRUE(put(WorkflowTerms{ConfirmationRule::ByManager, 0}));
    // Where nothing is paid while stock waits there is no time to set.
    EXPECT_EQ(refusalOf(put(WorkflowTerms{ConfirmationRule::ByManager, 5}, Role::Admin, "pay-at-hotel")),
              refusal::badNumber);
    EXPECT_EQ(refusalOf(put(std::nullopt, Role::Admin, "no-such")), refusal::unknownWorkflow);
}

TEST_F(Workflows, aPresetOfANewerVersionIsKeptByWhatHasIt)
{
    Offering newer = *hotel.offering(offering);
    newer.workflow.name = "weekend-deposit";
    hotel.put(newer);
    EXPECT_EQ(put(std::nullopt, Role::Admin, "weekend-deposit")->workflow, newer.workflow);
    EXPECT_EQ(made(1).workflow, newer.workflow);
}

TEST_F(Workflows, theAuditNamesWhatWasAdjusted)
{
    const UndatedRow before = *hotel.offering(offering);
    const UndatedRow after = put(WorkflowTerms{ConfirmationRule::Automatic, 45}).value();
    std::map<std::string, std::string> changes;
    for (const AuditedChange &change : auditedChanges(&before, after))
        changes[change.field] = change.before + " → " + change.after;
    EXPECT_EQ(changes["workflow.confirmation"], "by-manager → automatic");
    EXPECT_EQ(changes["workflow.payWithin"], "1440 → 45");
    EXPECT_FALSE(changes.contains("workflow"));
}

} // namespace
} // namespace deskbell::testing
