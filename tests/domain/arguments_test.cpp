// What a command's arguments must be, and what moving, assigning and leaving may do.

#include <gtest/gtest.h>

#include "domain/overlay.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Arguments : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId offering = hotel.addOffering(workflows::payAtHotel, 2);
    const ReservationId id = idNumbered<ReservationId>(1);
    const Date today = hotel.businessDate;

    std::string refusalOf(const CommandArgs &command, Role role = Role::Manager)
    {
        const auto before = hotel.reservations();
        const auto events = hotel.submit(command, role);
        if (events)
            return "";
        EXPECT_EQ(hotel.reservations(), before);
        return events.error().code;
    }
    template <typename Change>
    std::string refusalOfRequestWith(Change change)
    {
        MakeReservation command = request(hotel, id, offering);
        change(command);
        return refusalOf(command);
    }
    void confirmed(const ReservationId &which, int nights = 2)
    {
        ASSERT_EQ(refusalOf(request(hotel, which, offering, nights)), "");
        ASSERT_EQ(refusalOf(ConfirmReservation{which}), "");
    }
    MoveReservation move(const Stay &stay, std::optional<UnitId> unit = {}) const
    {
        std::vector<std::int64_t> prices(static_cast<std::size_t>(std::max(1, stay.nights())), 10000);
        return {id, offering, stay, unit, prices};
    }
    const Reservation &now() const { return *hotel.find(id); }
};

TEST_F(Arguments, whatIsMadeHasAnId)
{
    EXPECT_EQ(refusalOfRequestWith([](MakeReservation &c) { c.reservation = {}; }), "unknown-reservation");
    confirmed(id);
    const Money some{5'000, hotel.currency};
    EXPECT_EQ(refusalOf(TakePayment{id, {}, PaymentMethod::Cash, some, ""}), "unknown-payment");
    const auto payment = idNumbered<PaymentId>(1);
    ASSERT_EQ(refusalOf(TakePayment{id, payment, PaymentMethod::Cash, some, ""}), "");
    EXPECT_EQ(refusalOf(RefundPayment{id, payment, {}, some, ""}), "unknown-refund");
}

TEST_F(Arguments, aRequestIsCheckedInEachOfItsParts)
{
    using Make = MakeReservation;
    const auto with = [&](auto change) { return refusalOfRequestWith(change); };
    EXPECT_EQ(with([](Make &c) { c.offering = idNumbered<OfferingId>(99); }), "unknown-offering");
    EXPECT_EQ(with([](Make &c) { std::swap(c.stay.arrival, c.stay.departure); }), "bad-stay");
    EXPECT_EQ(with([](Make &c) { c.stay.departure = c.stay.arrival + Days{367}; }), "bad-stay");
    EXPECT_EQ(with([&](Make &c) { c.stay = {today - Days{3}, today - Days{1}}; }), "bad-stay");
    EXPECT_EQ(with([](Make &c) { c.quantity = 0; }), "bad-quantity");
    EXPECT_EQ(with([](Make &c) { c.quantity = 101; }), "bad-quantity");
    EXPECT_EQ(with([](Make &c) { c.adults = 0; }), "bad-party");
    EXPECT_EQ(with([](Make &c) { c.children = -1; }), "bad-party");
    EXPECT_EQ(with([](Make &c) {
                  c.adults = 0;
                  c.children = 1;
              }),
              "bad-party")
        << "a child alone";
    EXPECT_EQ(with([](Make &c) { c.adults = 3; }), "party-too-large");
    EXPECT_EQ(with([](Make &c) {
                  c.adults = 2;
                  c.children = 1;
              }),
              "party-too-large");
    EXPECT_EQ(with([](Make &c) { c.adults = 2'000'000'000; }), "bad-party");
    EXPECT_EQ(with([](Make &c) { c.guest.name = "  "; }), "guest-name-missing");
    EXPECT_EQ(with([](Make &c) { c.guest.name = std::string(201, 'a'); }), "text-too-long");
    EXPECT_EQ(with([](Make &c) { c.guest.phone = "\x1b[1m"; }), "bad-text");
    EXPECT_EQ(with([](Make &c) { c.guest.email = "\xff"; }), "bad-text");
    EXPECT_EQ(with([](Make &c) { c.note = std::string(2001, 'a'); }), "text-too-long");
    EXPECT_EQ(with([](Make &c) { c.channel = "a\nb"; }), "bad-text");
    EXPECT_EQ(with([](Make &c) { c.currency = {}; }), "bad-currency");
    EXPECT_EQ(with([](Make &c) { c.nightlyPrices.pop_back(); }), "bad-prices");
    EXPECT_EQ(with([](Make &c) { c.nightlyPrices[0] = -1; }), "bad-amount");
    EXPECT_EQ(with([](Make &c) { c.nightlyPrices[0] = maxMinor + 1; }), "bad-amount");
    EXPECT_EQ(with([](Make &c) { c.wish = idNumbered<UnitId>(99); }), "unknown-unit");
    EXPECT_EQ(with([&](Make &c) {
                  c.quantity = 2;
                  c.wish = hotel.unitsOf(offering)[0];
              }),
              "unit-not-used");
    EXPECT_EQ(with([&](Make &c) { c.wish = hotel.unitsOf(hotel.addOffering(workflows::payAtHotel, 1))[0]; }),
              "unit-of-other-offering");
    EXPECT_EQ(with([&](Make &c) { c.stay = {today - Days{2}, today}; }), "");
}

TEST_F(Arguments, aMoveCountsTheOwnHoldingAsFree)
{
    const OfferingId single = hotel.addOffering(workflows::payAtHotel, 1);
    ASSERT_EQ(refusalOf(request(hotel, id, single, 3)), "");
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    MoveReservation later = move({today + Days{1}, today + Days{4}}, hotel.unitsOf(single)[0]);
    later.offering = single;
    EXPECT_EQ(refusalOf(later), "");
    EXPECT_EQ(hotel.free(single, today), 1);
    EXPECT_EQ(hotel.free(single, today + Days{3}), 0);
    later.stay = {today + Days{2}, today + Days{5}};
    EXPECT_EQ(refusalOf(later), "");
    EXPECT_EQ(now().unit, hotel.unitsOf(single)[0]);
    EXPECT_EQ(now().state, ReservationState::Confirmed);
}

TEST_F(Arguments, aMoveIntoAFullNightOrATakenRoomIsRefused)
{
    const auto other = idNumbered<ReservationId>(2);
    const auto third = idNumbered<ReservationId>(3);
    confirmed(other);
    confirmed(third);
    ASSERT_EQ(refusalOf(AssignUnit{other, hotel.unitsOf(offering)[0]}), "");
    MakeReservation early = request(hotel, id, offering, 1);
    early.stay = {today + Days{2}, today + Days{3}};
    ASSERT_EQ(refusalOf(early), "");
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    EXPECT_EQ(refusalOf(move({today + Days{1}, today + Days{3}})), "no-stock");
    EXPECT_EQ(refusalOf(move({today + Days{1}, today + Days{3}}, hotel.unitsOf(offering)[0])), "unit-taken");
}

TEST_F(Arguments, aMoveWithoutAUnitGivesTheUnitBackAndWithoutStockKeepsItAsAWish)
{
    ASSERT_EQ(refusalOf(request(hotel, id, offering)), "");
    EXPECT_EQ(refusalOf(move({today, today + Days{1}}, hotel.unitsOf(offering)[1])), "");
    EXPECT_FALSE(now().unit);
    ASSERT_EQ(refusalOf(ConfirmReservation{id}), "");
    EXPECT_EQ(now().unit, hotel.unitsOf(offering)[1]);
    EXPECT_EQ(refusalOf(move({today, today + Days{2}})), "");
    EXPECT_FALSE(now().unit);
}

TEST_F(Arguments, aGuestInHouseKeepsTheArrivalAndARoomAndStaysUntilTodayAtLeast)
{
    confirmed(id, 3);
    const auto rooms = hotel.unitsOf(offering);
    ASSERT_EQ(refusalOf(AssignUnit{id, rooms[0]}), "");
    ASSERT_EQ(refusalOf(CheckIn{id}), "");
    hotel.businessDate += Days{2};
    EXPECT_EQ(refusalOf(move({today + Days{1}, today + Days{4}}, rooms[0])), "bad-stay");
    EXPECT_EQ(refusalOf(move({today, today + Days{1}}, rooms[0])), "bad-stay");
    EXPECT_EQ(refusalOf(move({today, today + Days{4}})), "unit-missing");
    EXPECT_EQ(refusalOf(UnassignUnit{id}), "wrong-state");
    EXPECT_EQ(refusalOf(move({today, today + Days{4}}, rooms[1])), "");
    EXPECT_EQ(now().state, ReservationState::InHouse);
}

TEST_F(Arguments, aMoveToAnOfferingCountedOtherwiseIsRefused)
{
    confirmed(id);
    MoveReservation toShow = move({today, today});
    toShow.offering = hotel.addOffering(workflows::ticket, 0, 5);
    EXPECT_EQ(refusalOf(toShow), "other-slots");
}

TEST_F(Arguments, checkInIsFromTheArrivalToTheDeparture)
{
    confirmed(id, 2);
    ASSERT_EQ(refusalOf(AssignUnit{id, hotel.unitsOf(offering)[0]}), "");
    hotel.businessDate = today - Days{1};
    EXPECT_EQ(refusalOf(CheckIn{id}), "arrival-not-due");
    hotel.businessDate = today + Days{3};
    EXPECT_EQ(refusalOf(CheckIn{id}), "arrival-not-due");
    hotel.businessDate = today + Days{2};
    EXPECT_EQ(refusalOf(CheckIn{id}), "");
}

TEST_F(Arguments, aUnitIsOneGuestsANight)
{
    const auto other = idNumbered<ReservationId>(2);
    confirmed(id);
    confirmed(other);
    const auto rooms = hotel.unitsOf(offering);
    EXPECT_EQ(refusalOf(AssignUnit{id, idNumbered<UnitId>(99)}), "unknown-unit");
    ASSERT_EQ(refusalOf(AssignUnit{id, rooms[0]}), "");
    EXPECT_EQ(refusalOf(AssignUnit{other, rooms[0]}), "unit-taken");
    EXPECT_EQ(refusalOf(AssignUnit{id, rooms[1]}), "");
    EXPECT_EQ(refusalOf(AssignUnit{other, rooms[0]}), "");
}

TEST_F(Arguments, whatIsPaidBeyondThePriceIsACredit)
{
    const auto payment = idNumbered<PaymentId>(1);
    confirmed(id, 2);
    ASSERT_EQ(refusalOf(TakePayment{id, payment, PaymentMethod::Cash, {20'000, hotel.currency}, ""}), "");
    EXPECT_EQ(credit(*hotel.find(id)).minor, 0);
    // A night less: what was paid for it is the guest's.
    MoveReservation shorter = move({today, today + Days{1}});
    shorter.nightlyPrices = {10'000};
    ASSERT_EQ(refusalOf(shorter), "");
    EXPECT_EQ(credit(*hotel.find(id)).minor, 10'000);
    const auto refund = idNumbered<RefundId>(1);
    ASSERT_EQ(refusalOf(RefundPayment{id, payment, refund, {4'000, hotel.currency}, "a night less"}), "");
    EXPECT_EQ(credit(*hotel.find(id)).minor, 6'000);
}

TEST_F(Arguments, aTransferIsAFactAndAClerkGivesNothingBackThatWasPaidByHand)
{
    const auto payment = idNumbered<PaymentId>(1);
    const auto other = idNumbered<ReservationId>(2);
    confirmed(id, 2);
    ASSERT_EQ(refusalOf(TakePayment{id, payment, PaymentMethod::Transfer, {25'000, hotel.currency}, ""}), "");
    EXPECT_EQ(credit(*hotel.find(id)).minor, 5'000);
    ASSERT_TRUE(hotel.submit(CancelReservation{id, "ill"}, Role::Clerk));
    EXPECT_EQ(hotel.find(id)->state, ReservationState::Cancelled);
    EXPECT_TRUE(hotel.find(id)->payments.front().refunds.empty());
    EXPECT_EQ(credit(*hotel.find(id)).minor, 25'000);
    ASSERT_EQ(refusalOf(RefundPayment{id, payment, idNumbered<RefundId>(1), {25'000, hotel.currency}, "ill"}),
              "");
    EXPECT_TRUE(credit(*hotel.find(id)).isZero());
    confirmed(other, 2);
    const auto third = idNumbered<ReservationId>(3);
    confirmed(third, 2);
    ASSERT_EQ(refusalOf(TakePayment{
                  third, idNumbered<PaymentId>(3), PaymentMethod::Cash, {20'000, hotel.currency}, ""}),
              "");
    Context guest = hotel.context(Role::Guest);
    guest.actor.account = AccountId{third.value};
    const auto cancelled = decide(hotel, CancelReservation{third, ""}, guest);
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(credit(*cancelled->reservation(third)).minor, 20'000)
        << "nobody has handed a guest money on a page";
    const auto cash = idNumbered<PaymentId>(2);
    ASSERT_EQ(refusalOf(TakePayment{other, cash, PaymentMethod::Cash, {20'000, hotel.currency}, ""}), "");
    ASSERT_TRUE(hotel.submit(CancelReservation{other, "ill"}, Role::Manager));
    EXPECT_TRUE(credit(*hotel.find(other)).isZero());
}

TEST_F(Arguments, amountsAreCheckedAgainstTheFolio)
{
    confirmed(id);
    const PaymentId cash = idNumbered<PaymentId>(1);
    const auto pay = [&](std::int64_t minor, Currency currency, PaymentMethod method = PaymentMethod::Cash,
                         std::string token = "") {
        return refusalOf(TakePayment{id, cash, method, {minor, currency}, std::move(token)});
    };
    EXPECT_EQ(pay(0, hotel.currency), "bad-amount");
    EXPECT_EQ(pay(-5, hotel.currency), "bad-amount");
    EXPECT_EQ(pay(maxMinor + 1, hotel.currency), "bad-amount");
    EXPECT_EQ(pay(100, *parseCurrency("KRW")), "other-currency");
    EXPECT_EQ(pay(20001, hotel.currency), "more-than-owed");
    EXPECT_EQ(refusalOf(TakePayment{
                  id, idNumbered<PaymentId>(9), PaymentMethod::Transfer, {1, hotel.currency}, ""}),
              "");
    EXPECT_EQ(refusalOf(RefundPayment{
                  id, idNumbered<PaymentId>(9), idNumbered<RefundId>(9), {1, hotel.currency}, ""}),
              "");
    EXPECT_EQ(pay(100, hotel.currency, PaymentMethod::Card), "token-missing");
    EXPECT_EQ(pay(100, hotel.currency, PaymentMethod::Card, std::string(201, 't')), "text-too-long");
    EXPECT_EQ(pay(5000, hotel.currency), "");
    EXPECT_EQ(pay(5000, hotel.currency), "already-exists");
    EXPECT_EQ(refusalOf(TakePayment{
                  id, idNumbered<PaymentId>(2), PaymentMethod::Card, {15000, hotel.currency}, "t"}),
              "");
    // What is under way at the provider may not be asked for a second time.
    EXPECT_EQ(
        refusalOf(TakePayment{id, idNumbered<PaymentId>(3), PaymentMethod::Cash, {1, hotel.currency}, ""}),
        "nothing-to-pay");
    EXPECT_EQ(refusalOf(RefundPayment{id, cash, idNumbered<RefundId>(1), {5001, hotel.currency}, ""}),
              "more-than-refundable");
    EXPECT_EQ(refusalOf(RefundPayment{
                  id, idNumbered<PaymentId>(2), idNumbered<RefundId>(1), {1, hotel.currency}, ""}),
              "more-than-refundable");
    EXPECT_EQ(refusalOf(RefundPayment{id, cash, idNumbered<RefundId>(1), {5000, hotel.currency}, ""}), "");
    EXPECT_EQ(chargeable(now()).minor, 5000);
}

TEST_F(Arguments, theNightAuditMovesByOneDayAndIsTheManagers)
{
    Property property;
    property.businessDate = today;
    const auto to = [&](Date day, Role role) {
        return decide(property, AdvanceBusinessDate{day}, hotel.context(role));
    };
    EXPECT_EQ(to(today + Days{1}, Role::Manager)->businessDate, today + Days{1});
    EXPECT_EQ(to(today, Role::Manager).error().code, "bad-business-date");
    EXPECT_EQ(to(today + Days{2}, Role::Manager).error().code, "bad-business-date");
    EXPECT_EQ(to(today + Days{1}, Role::Clerk).error().code, "role-not-allowed");
}

TEST_F(Arguments, anotherWorkflowIsForReservationsMadeFromThenOn)
{
    const auto change = [&](const OfferingId &which, const char *workflow, Role role = Role::Admin) {
        return decide(ChangeWorkflow{which, workflow}, hotel.context(role));
    };
    EXPECT_EQ(change(offering, "instant")->workflow, workflows::instant);
    EXPECT_EQ(change(offering, "instant", Role::Manager).error().code, "role-not-allowed");
    EXPECT_EQ(change(offering, "later").error().code, "unknown-workflow");
    EXPECT_EQ(change(offering, "ticket").error().code, "other-slots");
    EXPECT_EQ(change(idNumbered<OfferingId>(99), "instant").error().code, "unknown-offering");
}

// --- overlay

Command pending(const MemoryHotel &hotel, const CommandArgs &args, std::string actor = "")
{
    Command command;
    command.args = args;
    command.lane = laneOf(args);
    command.madeAt = hotel.now;
    command.actor = std::move(actor);
    return command;
}

/// What the desk shows of the first queued command's reservation.
Overlaid laidOver(const MemoryHotel &hotel, const std::vector<Command> &queue)
{
    Overlay overlay(hotel);
    for (const Command &command : queue)
        overlay.lay(command, hotel.context());
    return overlay.reservations().at(*reservationOf(queue.front().args));
}

TEST_F(Arguments, theOverlayShowsQueuedCommandsAndLeavesTheTruthAlone)
{
    const std::vector<Command> queue{pending(hotel, request(hotel, id, offering), "Lee"),
                                     pending(hotel, ConfirmReservation{id})};
    const Overlaid seen = laidOver(hotel, queue);
    ASSERT_TRUE(seen.seen);
    EXPECT_EQ(seen.seen->state, ReservationState::Confirmed);
    EXPECT_EQ(seen.seen->version, 0u);
    EXPECT_EQ(seen.seen->history[0].actor, "Lee");
    EXPECT_EQ(seen.waiting, 2);
    EXPECT_FALSE(seen.conflict);
    EXPECT_FALSE(hotel.find(id));
}

TEST_F(Arguments, theOverlayLeavesOutWhatCannotBeAppliedAndSaysTheFirstReason)
{
    confirmed(id);
    ASSERT_EQ(refusalOf(CancelReservation{id, ""}), "");
    const std::vector<Command> queue{pending(hotel, CheckIn{id}), pending(hotel, UnassignUnit{id})};
    const Overlaid seen = laidOver(hotel, queue);
    EXPECT_EQ(seen.seen, now());
    EXPECT_EQ(seen.waiting, 2);
    ASSERT_TRUE(seen.conflict);
    EXPECT_EQ(seen.conflict->facts.at("command"), "check-in");
}

TEST_F(Arguments, anOverlayOfNothingIsTheTruth)
{
    const Overlay overlay(hotel);
    EXPECT_TRUE(overlay.reservations().empty());
    EXPECT_EQ(overlay.reservation(id), nullptr);
    confirmed(id);
    EXPECT_EQ(*overlay.reservation(id), now());
}

TEST_F(Arguments, theOverlayGoesOnFromTheBusinessDateThatIsWaitingToBeOpened)
{
    confirmed(id);
    const Date next = hotel.businessDate + Days{1};
    Overlay overlay(hotel);
    const auto rows = overlay.lay(pending(hotel, AdvanceBusinessDate{next}), hotel.context(Role::Manager));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(std::get<Property>(rows.front()).version, hotel.property().version);
    EXPECT_EQ(overlay.property().businessDate, next);
}

} // namespace
} // namespace deskbell::testing
