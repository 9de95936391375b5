// The presets from the request to the departure, and the ways out of them: money and stock go back
// exactly once.

#include <gtest/gtest.h>

#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

using enum ReservationState;

class Stories : public ::testing::Test
{
protected:
    const ReservationId id = idNumbered<ReservationId>(1);
    const PaymentId card = idNumbered<PaymentId>(1);
    MemoryHotel hotel;

    const Reservation &now() const { return *hotel.find(id); }
    std::vector<std::string> does(const CommandArgs &command, Role role = Role::Manager)
    {
        const auto events = hotel.submit(command, role);
        if (!events)
            return {"refused: " + events.error().code};
        std::vector<std::string> names;
        for (const Event &event : *events)
            names.push_back(eventName(event));
        return names;
    }
    std::vector<std::string> pays(PaymentMethod method = PaymentMethod::Card)
    {
        return does(TakePayment{id, card, method, chargeable(now()), "tok"}, Role::Clerk);
    }
    std::vector<std::string> hears(PaymentState outcome)
    {
        return does(RecordPaymentOutcome{id, card, outcome, ""}, Role::System);
    }
    int freeTonight() const { return hotel.free(now().offering, hotel.businessDate); }
};

using Names = std::vector<std::string>;

TEST_F(Stories, prepaidTakesStockAndMoneyBeforeTheManagerSees)
{
    const auto offering = hotel.addOffering(workflows::prepaid, 2);
    EXPECT_EQ(does(request(hotel, id, offering), Role::Clerk),
              (Names{"reservation-requested", "stock-taken"}));
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(freeTonight(), 1);
    EXPECT_EQ(does(ConfirmReservation{id}), Names{"refused: wrong-state"});
    EXPECT_EQ(pays(), Names{"payment-accepted"});
    EXPECT_EQ(hears(PaymentState::Sent), Names{"payment-sent"});
    EXPECT_EQ(hears(PaymentState::Taken), Names{"payment-taken"});
    EXPECT_EQ(now().state, AwaitingConfirmation);
    EXPECT_EQ(does(ConfirmReservation{id}), (Names{"request-approved", "reservation-confirmed"}));
    EXPECT_EQ(does(CheckIn{id}, Role::Clerk), Names{"refused: unit-missing"});
    EXPECT_EQ(does(AssignUnit{id, hotel.unitsOf(offering)[0]}, Role::Clerk), Names{"unit-assigned"});
    EXPECT_EQ(does(CheckIn{id}, Role::Clerk), Names{"guest-checked-in"});
    hotel.businessDate += Days{2};
    EXPECT_EQ(does(CheckOut{id}, Role::Clerk), Names{"guest-checked-out"});
    EXPECT_EQ(now().state, Departed);
    EXPECT_EQ(now().stay.nights(), 2);
}

TEST_F(Stories, aPartThatABusyProviderTakesLaterLeavesTheRestToBePaid)
{
    const auto offering = hotel.addOffering(workflows::onRequest, 1);
    does(request(hotel, id, offering));
    does(ConfirmReservation{id});
    const Money half{chargeable(now()).minor / 2, hotel.currency};
    EXPECT_EQ(does(TakePayment{id, card, PaymentMethod::Card, half, "tok"}), Names{"payment-accepted"});
    hears(PaymentState::Sent);
    EXPECT_EQ(hears(PaymentState::ProviderBusy), Names{"payment-provider-busy"});
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_TRUE(now().holdsStock);
    EXPECT_EQ(chargeable(now()), half) << "what is charged later is not asked for again";
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(does(TakePayment{id, idNumbered<PaymentId>(2), PaymentMethod::Cash, half, ""}).back(),
              "reservation-confirmed");
    EXPECT_EQ(now().state, Confirmed);
}

TEST_F(Stories, onRequestTakesStockWithTheManagersYesAndMoneyAfterIt)
{
    const auto offering = hotel.addOffering(workflows::onRequest, 1);
    EXPECT_EQ(does(request(hotel, id, offering)), Names{"reservation-requested"});
    EXPECT_EQ(now().state, Requested);
    EXPECT_EQ(freeTonight(), 1);
    EXPECT_EQ(pays(), Names{"refused: wrong-state"});
    EXPECT_EQ(does(ConfirmReservation{id}), (Names{"request-approved", "stock-taken"}));
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(freeTonight(), 0);
    EXPECT_EQ(pays(), Names{"payment-accepted"});
    EXPECT_EQ(hears(PaymentState::ProviderBusy), Names{"payment-provider-busy"});
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(hears(PaymentState::Sent), Names{"payment-sent"});
    EXPECT_EQ(hears(PaymentState::Unknown), Names{"payment-unknown"});
    EXPECT_EQ(hears(PaymentState::Taken), (Names{"payment-taken", "reservation-confirmed"}));
}

TEST_F(Stories, onRequestIsNotConfirmedWithoutARoomAndNamesTheNightThatLacks)
{
    const auto offering = hotel.addOffering(workflows::onRequest, 1);
    auto other = request(hotel, idNumbered<ReservationId>(2), offering, 1);
    other.stay = {hotel.businessDate + Days{1}, hotel.businessDate + Days{2}};
    ASSERT_TRUE(hotel.submit(other));
    ASSERT_TRUE(hotel.submit(ConfirmReservation{other.reservation}));
    ASSERT_TRUE(hotel.submit(request(hotel, id, offering, 3)));
    const auto refused = hotel.submit(ConfirmReservation{id});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{"no-stock",
                                      {{"offering", toString(offering)},
                                       {"night", toString(hotel.businessDate + Days{1})},
                                       {"free", "0"},
                                       {"wanted", "1"}}}));
    EXPECT_EQ(now().state, Requested);
    EXPECT_FALSE(now().isApproved);
}

TEST_F(Stories, instantIsConfirmedWithARoomInTheMomentItIsPaid)
{
    const auto offering = hotel.addOffering(workflows::instant, 2);
    EXPECT_EQ(does(request(hotel, id, offering)), Names{"reservation-requested"});
    pays();
    hears(PaymentState::Sent);
    EXPECT_EQ(hears(PaymentState::Taken),
              (Names{"payment-taken", "stock-taken", "unit-assigned", "reservation-confirmed"}));
    EXPECT_EQ(now().unit, hotel.unitsOf(offering)[0]);
}

TEST_F(Stories, instantGivesTheMoneyBackByItselfWhenTheLastRoomIsGone)
{
    const auto offering = hotel.addOffering(workflows::instant, 1);
    ASSERT_TRUE(hotel.submit(request(hotel, id, offering)));
    pays();
    hears(PaymentState::Sent);
    const auto faster = idNumbered<ReservationId>(2);
    ASSERT_TRUE(hotel.submit(request(hotel, faster, offering)));
    ASSERT_TRUE(hotel.submit(TakePayment{faster, idNumbered<PaymentId>(2), PaymentMethod::Cash,
                                         chargeable(*hotel.find(faster)), ""}));
    EXPECT_EQ(hotel.find(faster)->state, Confirmed);
    EXPECT_EQ(hears(PaymentState::Taken),
              (Names{"payment-taken", "reservation-cancelled", "refund-requested"}));
    EXPECT_EQ(now().state, Cancelled);
    EXPECT_EQ(now().endReason, "no-stock");
    EXPECT_EQ(refundable(now().payments[0]).minor, 0);
    EXPECT_EQ(freeTonight(), 0);
}

TEST_F(Stories, instantThatCostsNothingIsRefusedWhenNoRoomIsLeft)
{
    const auto offering = hotel.addOffering(workflows::instant, 1, 0);
    auto free = request(hotel, id, offering, 1);
    free.nightlyPrices = {0};
    EXPECT_EQ(does(free), Names{"refused: no-stock"});
    EXPECT_FALSE(hotel.find(id));
}

TEST_F(Stories, ticketTakesSeatsAtOnceAndConfirmsWithTheMoney)
{
    const auto show = hotel.addOffering(workflows::ticket, 0, 10);
    auto seats = request(hotel, id, show, 0);
    seats.quantity = 4;
    EXPECT_EQ(does(seats), (Names{"reservation-requested", "stock-taken"}));
    EXPECT_EQ(hotel.free(show, onlySlot), 6);
    pays();
    hears(PaymentState::Sent);
    EXPECT_EQ(hears(PaymentState::Taken), (Names{"payment-taken", "reservation-confirmed"}));
    auto many = request(hotel, idNumbered<ReservationId>(2), show, 0);
    many.quantity = 7;
    EXPECT_EQ(does(many), Names{"refused: no-stock"});
}

TEST_F(Stories, loanWaitsForTheAssignmentAndCostsNothing)
{
    const auto title = hotel.addOffering(workflows::loan, 1, 2);
    EXPECT_EQ(does(request(hotel, id, title)), (Names{"reservation-requested", "stock-taken"}));
    EXPECT_EQ(now().state, AwaitingUnit);
    EXPECT_EQ(owed(now()).minor, 0);
    EXPECT_EQ(does(AssignUnit{id, hotel.unitsOf(title)[0]}, Role::System),
              (Names{"unit-assigned", "reservation-confirmed"}));
    EXPECT_EQ(does(CancelReservation{id, ""}),
              (Names{"unit-unassigned", "stock-released", "reservation-cancelled"}));
    EXPECT_EQ(hotel.free(title, onlySlot), 2);
}

TEST_F(Stories, aBranchHandsOutManyBooks)
{
    const auto title = hotel.addOffering(workflows::loan, 1, 2);
    for (std::uint64_t n = 1; n <= 2; ++n) {
        const auto loan = idNumbered<ReservationId>(n);
        does(request(hotel, loan, title));
        EXPECT_EQ(does(AssignUnit{loan, hotel.unitsOf(title)[0]}, Role::System),
                  (Names{"unit-assigned", "reservation-confirmed"}));
    }
}

TEST_F(Stories, payAtHotelLetsNobodyLeaveWithAnOpenFolio)
{
    const auto offering = hotel.addOffering(workflows::payAtHotel, 1);
    does(request(hotel, id, offering));
    EXPECT_EQ(does(ConfirmReservation{id}),
              (Names{"request-approved", "stock-taken", "reservation-confirmed"}));
    does(AssignUnit{id, hotel.unitsOf(offering)[0]});
    does(CheckIn{id});
    const auto refused = hotel.submit(CheckOut{id});
    EXPECT_EQ(refused.error(), (Error{"folio-not-settled", {{"owed", "20000 EUR"}}}));
    pays();
    EXPECT_EQ(does(CheckOut{id}), Names{"refused: payment-under-way"});
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    EXPECT_EQ(does(CheckOut{id}), Names{"guest-checked-out"});
    EXPECT_EQ(now().stay.nights(), 0); // left on the day of arrival; the price stays
    EXPECT_EQ(totalPrice(now()).minor, 20000);
}

TEST_F(Stories, aFreeStayNeedsNoMoney)
{
    const auto offering = hotel.addOffering(workflows::prepaid, 1);
    auto free = request(hotel, id, offering, 1);
    free.nightlyPrices = {0};
    does(free);
    EXPECT_EQ(now().state, AwaitingConfirmation);
    does(ConfirmReservation{id});
    EXPECT_EQ(now().state, Confirmed);
}

TEST_F(Stories, theWishIsGivenWithTheStockIfStillFreeAndForgottenIfNot)
{
    const auto offering = hotel.addOffering(workflows::onRequest, 2);
    const UnitId wished = hotel.unitsOf(offering)[1];
    for (std::uint64_t n = 1; n <= 2; ++n) {
        auto command = request(hotel, idNumbered<ReservationId>(n), offering);
        command.wish = wished;
        ASSERT_TRUE(hotel.submit(command));
    }
    EXPECT_EQ(does(ConfirmReservation{id}), (Names{"request-approved", "stock-taken", "unit-assigned"}));
    EXPECT_EQ(does(ConfirmReservation{idNumbered<ReservationId>(2)}),
              (Names{"request-approved", "stock-taken"}));
    EXPECT_EQ(now().unit, wished);
    EXPECT_FALSE(hotel.find(idNumbered<ReservationId>(2))->unit);
}

TEST_F(Stories, severalRoomsInOneReservationHaveNoUnit)
{
    const auto offering = hotel.addOffering(workflows::payAtHotel, 3);
    auto command = request(hotel, id, offering);
    command.quantity = 3;
    does(command);
    does(ConfirmReservation{id});
    EXPECT_EQ(freeTonight(), 0);
    EXPECT_EQ(does(AssignUnit{id, hotel.unitsOf(offering)[0]}), Names{"refused: unit-not-used"});
    EXPECT_EQ(does(CheckIn{id}), Names{"guest-checked-in"});
}

TEST_F(Stories, aDayUseTakesNoNightAndSharesItsRoomWithTheNightsAround)
{
    const auto offering = hotel.addOffering(workflows::payAtHotel, 1);
    const UnitId room = hotel.unitsOf(offering)[0];
    does(request(hotel, id, offering));
    does(ConfirmReservation{id});
    does(AssignUnit{id, room});
    const auto day = idNumbered<ReservationId>(2);
    EXPECT_EQ(does(request(hotel, day, offering, 0)), Names{"reservation-requested"});
    does(ConfirmReservation{day});
    EXPECT_EQ(does(AssignUnit{day, room}), Names{"unit-assigned"});
    EXPECT_EQ(does(CheckIn{day}), Names{"guest-checked-in"});
    EXPECT_EQ(freeTonight(), 0);
}

// --- cancelling

class CallingOff : public Stories, public ::testing::WithParamInterface<Workflow>
{
protected:
    OfferingId offering{};

    void makeAndApprove()
    {
        offering = hotel.addOffering(GetParam(), 2);
        does(request(hotel, id, offering));
        if (now().state == Requested)
            does(ConfirmReservation{id});
    }
    bool isRefundFirst() const { return GetParam().cancelOrder == CancelOrder::RefundFirst; }
    /// What the guest has lost: charged minus given back or on its way back.
    std::int64_t kept() const
    {
        std::int64_t sum = 0;
        for (const Payment &payment : now().payments)
            sum += refundable(payment).minor;
        return sum;
    }
    std::size_t refunds() const { return now().payments.empty() ? 0 : now().payments[0].refunds.size(); }
    void expectAllIsBack() const
    {
        EXPECT_EQ(now().state, Cancelled);
        EXPECT_FALSE(now().holdsStock);
        EXPECT_FALSE(now().unit);
        EXPECT_EQ(hotel.free(offering, slotsOf(now().workflow, now().stay)[0]), 2);
        EXPECT_EQ(owed(now()).minor, 0);
        EXPECT_EQ(chargeable(now()).minor, 0);
    }
};

TEST_P(CallingOff, aTakenCardPaymentGoesBackOnceAndTheStockOnce)
{
    makeAndApprove();
    pays();
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    does(CancelReservation{id, "changed plans"}, Role::Clerk);
    if (isRefundFirst())
        EXPECT_EQ(now().state, ReservationState::Cancelling);
    else
        expectAllIsBack();
    ASSERT_EQ(refunds(), 1u);
    EXPECT_EQ(now().payments[0].refunds[0].amount, now().payments[0].amount);
    EXPECT_EQ(now().payments[0].refunds[0].id.value, makeNamedUuid(card.value, "cancel"));
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(does(CancelReservation{id, ""}, Role::Clerk), Names{"refused: wrong-state"});
    Names done{"refund-done"};
    if (isRefundFirst())
        done.insert(done.end(), {"reservation-cancelled", "unit-unassigned", "stock-released"});
    EXPECT_EQ(does(RecordRefundOutcome{id, card, now().payments[0].refunds[0].id, RefundState::Done, ""},
                   Role::System),
              done);
    expectAllIsBack();
    EXPECT_EQ(paidNet(now()).minor, 0);
}

TEST_P(CallingOff, cashIsGivenBackAtTheDesk)
{
    makeAndApprove();
    pays(PaymentMethod::Cash);
    does(CancelReservation{id, ""});
    expectAllIsBack();
    ASSERT_EQ(refunds(), 1u);
    EXPECT_EQ(now().payments[0].refunds[0].state, RefundState::Done);
    EXPECT_EQ(paidNet(now()).minor, 0);
}

TEST_P(CallingOff, aPaymentNotYetSentIsNeverCharged)
{
    for (const bool isBusy : {false, true}) {
        hotel = MemoryHotel();
        makeAndApprove();
        pays();
        if (isBusy)
            hears(PaymentState::ProviderBusy);
        does(CancelReservation{id, ""});
        expectAllIsBack();
        EXPECT_EQ(now().payments[0].state, PaymentState::Withdrawn);
        EXPECT_EQ(hears(PaymentState::Sent), Names{"refused: wrong-state"});
        EXPECT_EQ(refunds(), 0u);
    }
}

TEST_P(CallingOff, aPaymentUnderWayAtTheProviderGoesBackWhenItsOutcomeIsHeard)
{
    for (const PaymentState heard :
         {PaymentState::Taken, PaymentState::Declined, PaymentState::ProviderBusy}) {
        for (const bool isUnknown : {false, true}) {
            hotel = MemoryHotel();
            makeAndApprove();
            pays();
            hears(PaymentState::Sent);
            if (isUnknown)
                hears(PaymentState::Unknown);
            does(CancelReservation{id, ""});
            expectAllIsBack();
            EXPECT_TRUE(isUnderWay(now().payments[0].state));
            hears(heard);
            expectAllIsBack();
            EXPECT_FALSE(isUnderWay(now().payments[0].state));
            EXPECT_EQ(refunds(), heard == PaymentState::Taken ? 1u : 0u);
            EXPECT_EQ(kept(), 0);
        }
    }
}

TEST_P(CallingOff, aRefundThatFailedIsAskedForAgainUnderAnotherId)
{
    makeAndApprove();
    pays();
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    does(CancelReservation{id, ""});
    if (isRefundFirst())
        return; // asked for by itself: cancelling_test.cpp
    const RefundId first = now().payments[0].refunds[0].id;
    does(RecordRefundOutcome{id, card, first, RefundState::Failed, "NOT_CANCELABLE"}, Role::System);
    EXPECT_EQ(refundable(now().payments[0]), now().payments[0].amount);
    EXPECT_EQ(does(RefundPayment{id, card, first, now().payments[0].amount, ""}),
              Names{"refused: already-exists"});
    EXPECT_EQ(does(RefundPayment{id, card, idNumbered<RefundId>(9), now().payments[0].amount, ""}),
              Names{"refund-requested"});
}

TEST_P(CallingOff, partPaymentsEachGoBackAndWhatWasRefundedBeforeDoesNotGoTwice)
{
    makeAndApprove();
    const Money part{1500, hotel.currency};
    does(TakePayment{id, card, PaymentMethod::Cash, part, ""});
    does(TakePayment{id, idNumbered<PaymentId>(2), PaymentMethod::Transfer, part, ""});
    does(RefundPayment{id, card, idNumbered<RefundId>(9), {500, hotel.currency}, "too much"});
    does(CancelReservation{id, ""});
    expectAllIsBack();
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(paidNet(now()).minor, 0);
    ASSERT_EQ(now().payments[0].refunds.size(), 2u);
    EXPECT_EQ(now().payments[0].refunds[1].amount.minor, 1000);
}

/// A loan is the one preset without money; the story of its cancelling is above.
std::vector<Workflow> presetsWithMoney()
{
    std::vector<Workflow> found;
    for (const Workflow &workflow : workflows::all) {
        if (workflow.payment != PaymentTiming::None)
            found.push_back(workflow);
    }
    return found;
}

INSTANTIATE_TEST_SUITE_P(Presets, CallingOff, ::testing::ValuesIn(presetsWithMoney()),
                         [](const auto &preset) {
                             std::string name(preset.param.name);
                             std::erase(name, '-');
                             return name;
                         });

TEST_F(Stories, rejectingGivesStockAndMoneyBackAndNeedsAReason)
{
    const auto offering = hotel.addOffering(workflows::prepaid, 1);
    does(request(hotel, id, offering));
    pays(PaymentMethod::Transfer);
    EXPECT_EQ(does(RejectReservation{id, " "}), Names{"refused: reason-missing"});
    EXPECT_EQ(does(RejectReservation{id, "water damage"}),
              (Names{"stock-released", "reservation-rejected", "refund-requested", "refund-done"}));
    EXPECT_EQ(now().endReason, "water damage");
    EXPECT_EQ(freeTonight(), 1);
}

TEST_F(Stories, theHistoryTellsPeopleWhatTheyCareAboutInOrder)
{
    const auto offering = hotel.addOffering(workflows::instant, 1);
    does(request(hotel, id, offering), Role::Clerk);
    pays();
    hears(PaymentState::ProviderBusy);
    hears(PaymentState::ProviderBusy);
    hears(PaymentState::Sent);
    hears(PaymentState::Taken);
    Names told;
    for (const HistoryEntry &entry : now().history)
        told.push_back(entry.actor + " " + entry.what + " " + entry.detail);
    EXPECT_EQ(told, (Names{"clerk reservation-requested ", "clerk payment-accepted 20000 EUR",
                           "system payment-provider-busy 20000 EUR", "system payment-taken 20000 EUR",
                           "system unit-assigned " + toString(hotel.unitsOf(offering)[0]),
                           "system reservation-confirmed "}));
}

} // namespace
} // namespace deskbell::testing
