// Setting up what can be reserved: who may, what is refused, and that nothing sold is lost.

#include <gtest/gtest.h>

#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

class Setup : public ::testing::Test
{
protected:
    MemoryHotel hotel;
    const OfferingId musical = idNumbered<OfferingId>(70);
    const ReservationId guest = idNumbered<ReservationId>(1);

    PutOffering performance(int seats, const char *at = "2026-06-01T19:30") const
    {
        return {musical, "M1", "Musical, 1 June",           "ticket", seats, 90'000,
                1,       0,    parseLocalMinute(at).value()};
    }
    PutOffering rooms(int count) const
    {
        return {idNumbered<OfferingId>(71), "DLX", "Deluxe", "prepaid", count, 120'000, 2, 1, {}};
    }
    std::string refusalOf(const PutOffering &command, Role role = Role::Admin) const
    {
        const auto decided = decide(command, hotel.context(role));
        return decided ? std::string() : decided.error().code;
    }
    void sell(int seats)
    {
        auto command = request(hotel, guest, musical, 0);
        command.stay = {date("2026-06-01"), date("2026-06-01")};
        command.quantity = seats;
        ASSERT_TRUE(hotel.submit(command));
    }
};

TEST_F(Setup, anAdminSetsUpAnyOfferingAndItIsAsAsked)
{
    const auto made = decide(rooms(5), hotel.context(Role::Admin));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->code, "DLX");
    EXPECT_EQ(made->workflow, workflows::prepaid);
    EXPECT_EQ(made->capacity, 5);
    EXPECT_EQ(made->basePrice, 120'000);
    EXPECT_EQ(made->version, 0u);
    EXPECT_FALSE(made->startsAt);
}

TEST_F(Setup, managersRegisterPerformancesAndSeatsButNoRoomsAndNoProcedures)
{
    EXPECT_EQ(refusalOf(performance(100), Role::Manager), "");
    EXPECT_EQ(refusalOf(rooms(5), Role::Manager), "role-not-allowed");
    EXPECT_EQ(refusalOf(performance(100), Role::Clerk), "role-not-allowed");
    hotel.put(decide(performance(100), hotel.context()).value());
    EXPECT_EQ(refusalOf(performance(120), Role::Manager), "");
    auto other = performance(120);
    other.workflow = "loan";
    EXPECT_EQ(refusalOf(other, Role::Manager), "role-not-allowed");
    auto roomsNow = rooms(5);
    hotel.put(decide(roomsNow, hotel.context(Role::Admin)).value());
    roomsNow.startsAt = performance(1).startsAt;
    EXPECT_EQ(refusalOf(roomsNow, Role::Manager), "role-not-allowed");
}

TEST_F(Setup, seatsCanBeAddedAndNeverGoBelowWhatIsSold)
{
    hotel.put(decide(performance(4), hotel.context()).value());
    sell(3);
    EXPECT_EQ(decide(performance(10), hotel.context())->capacity, 10);
    EXPECT_EQ(refusalOf(performance(3)), "");
    const auto fewer = decide(performance(2), hotel.context());
    EXPECT_EQ(fewer.error(),
              (Error{"less-than-sold", {{"offering", toString(musical)}, {"capacity", "2"}, {"sold", "3"}}}));
}

TEST_F(Setup, aPerformanceThatIsReservedKeepsItsDateButMayBeginLater)
{
    hotel.put(decide(performance(4), hotel.context()).value());
    EXPECT_EQ(refusalOf(performance(4, "2026-06-02T19:30")), "");
    sell(1);
    EXPECT_EQ(refusalOf(performance(4, "2026-06-02T19:30")), "not-then");
    EXPECT_EQ(refusalOf(performance(4, "2026-06-01T20:00")), "");
    auto dateless = performance(4);
    dateless.startsAt.reset();
    EXPECT_EQ(refusalOf(dateless), "not-then");
}

TEST_F(Setup, aPerformanceIsReservedForItsOwnDateOnly)
{
    hotel.put(decide(performance(4), hotel.context()).value());
    auto command = request(hotel, guest, musical, 0);
    const auto refused = hotel.submit(command);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not-then");
    EXPECT_EQ(refused.error().facts.at("startsAt"), "2026-06-01T19:30");
    command.stay = {date("2026-06-01"), date("2026-06-02")};
    EXPECT_EQ(hotel.submit(command).error().code, "not-then");
    sell(1);
    EXPECT_EQ(
        hotel.submit(MoveReservation{guest, musical, {date("2026-06-03"), date("2026-06-03")}, {}, {90'000}})
            .error()
            .code,
        "not-then");
}

TEST_F(Setup, whatCannotBeIsRefused)
{
    const auto with = [&](auto change) {
        PutOffering command = rooms(5);
        change(command);
        return refusalOf(command);
    };
    EXPECT_EQ(with([](PutOffering &c) { c.code = " "; }), "name-missing");
    EXPECT_EQ(with([](PutOffering &c) { c.name.clear(); }), "name-missing");
    EXPECT_EQ(with([](PutOffering &c) { c.name = std::string(maxName + 1, 'x'); }), "text-too-long");
    EXPECT_EQ(with([](PutOffering &c) { c.capacity = -1; }), "bad-number");
    EXPECT_EQ(with([](PutOffering &c) { c.capacity = maxCapacity + 1; }), "bad-number");
    EXPECT_EQ(with([](PutOffering &c) { c.basePrice = -1; }), "bad-number");
    EXPECT_EQ(with([](PutOffering &c) { c.maxGuests = 0; }), "bad-number");
    EXPECT_EQ(with([](PutOffering &c) { c.workflow = "later"; }), "unknown-workflow");
    EXPECT_EQ(with([](PutOffering &c) { c.offering = {}; }), "unknown-offering");
    EXPECT_EQ(with([](PutOffering &c) { c.startsAt = LocalMinute{}; }), "other-slots")
        << "a night has no curtain";
    hotel.put(decide(rooms(5), hotel.context(Role::Admin)).value());
    EXPECT_EQ(with([](PutOffering &c) { c.workflow = "loan"; }), "other-slots");
    EXPECT_EQ(with([](PutOffering &c) { c.workflow = "instant"; }), "");
}

TEST_F(Setup, unitsAreTheAdminsAndStayWhereTheirGuestsAre)
{
    const auto books = hotel.addOffering(workflows::loan, 1);
    const auto films = hotel.addOffering(workflows::loan, 1);
    const auto seats = hotel.addOffering(workflows::ticket, 0, 3);
    const UnitId branch = hotel.unitsOf(books).front();
    const auto put = [&](const PutUnit &command, Role role = Role::Admin) {
        const auto decided = decide(command, hotel.context(role));
        return decided ? std::string() : decided.error().code;
    };
    EXPECT_EQ(put({idNumbered<UnitId>(5), books, "West", 0, 0}), "");
    EXPECT_EQ(put({idNumbered<UnitId>(5), books, "West", 0, 0}, Role::Manager), "role-not-allowed");
    EXPECT_EQ(put({idNumbered<UnitId>(5), books, "", 0, 0}), "name-missing");
    EXPECT_EQ(put({UnitId{}, books, "West", 0, 0}), "unknown-unit");
    EXPECT_EQ(put({idNumbered<UnitId>(5), idNumbered<OfferingId>(1), "West", 0, 0}), "unknown-offering");
    EXPECT_EQ(put({idNumbered<UnitId>(5), seats, "Row A", 0, 0}), "unit-not-used");
    EXPECT_EQ(put({branch, films, "East", 0, 0}), "");
    ASSERT_TRUE(hotel.submit(request(hotel, guest, books)));
    ASSERT_TRUE(hotel.submit(AssignAnyUnit{guest}, Role::System));
    EXPECT_EQ(put({branch, films, "East", 0, 0}), "unit-in-use");
    EXPECT_EQ(put({branch, books, "East wing", 0, 0}), "") << "a name is free to change";
}

// --- assigning

TEST_F(Setup, theEngineGivesTheBranchThatTheFewestHold)
{
    const auto books = hotel.addOffering(workflows::loan, 2, 9);
    std::map<UnitId, int> given;
    for (std::uint64_t n = 1; n <= 4; ++n) {
        const auto id = idNumbered<ReservationId>(n);
        ASSERT_TRUE(hotel.submit(request(hotel, id, books)));
        EXPECT_EQ(hotel.find(id)->state, ReservationState::AwaitingUnit);
        ASSERT_TRUE(hotel.submit(AssignAnyUnit{id}, Role::System));
        EXPECT_EQ(hotel.find(id)->state, ReservationState::Confirmed);
        ++given[*hotel.find(id)->unit];
    }
    EXPECT_EQ(given.size(), 2u);
    for (const auto &[branch, count] : given)
        EXPECT_EQ(count, 2);
}

TEST_F(Setup, whereNoBranchIsSetUpNoneIsGivenAndTheReservationWaits)
{
    const auto books = hotel.addOffering(workflows::loan, 0, 9);
    ASSERT_TRUE(hotel.submit(request(hotel, guest, books)));
    EXPECT_EQ(hotel.submit(AssignAnyUnit{guest}, Role::System).error().code, "no-unit");
    EXPECT_EQ(hotel.find(guest)->state, ReservationState::AwaitingUnit);
}

TEST_F(Setup, everyCommandAboutNoReservationMakesOneRow)
{
    const auto by = [&](const CommandArgs &args) {
        return decide(hotel, args, hotel.context(Role::Admin)).map([](const Decision &decision) {
            EXPECT_EQ(decision.after.size(), 1u);
            EXPECT_TRUE(decision.events.empty());
            return decision.after.front();
        });
    };
    const auto advanced = by(AdvanceBusinessDate{hotel.businessDate + Days{1}});
    EXPECT_EQ(std::get<Property>(*advanced).version, hotel.property().version + 1);
    EXPECT_EQ(std::get<Offering>(*by(rooms(5))).version, 1u);
    const auto books = hotel.addOffering(workflows::loan, 1);
    EXPECT_EQ(std::get<Unit>(*by(PutUnit{idNumbered<UnitId>(5), books, "West", 0, 0})).name, "West");
}

TEST_F(Setup, minutesAreReadAsTheyAreWritten)
{
    EXPECT_EQ(toString(parseLocalMinute("2026-12-31T23:59").value()), "2026-12-31T23:59");
    for (const char *text : {"", "2026-12-31", "2026-12-31T24:00", "2026-12-31T23:60", "2026-13-01T00:00",
                             "2026-12-31 23:59", "2026-12-31T23:59Z", "2026-12-31T2 :59"})
        EXPECT_FALSE(parseLocalMinute(text)) << text;
}

// --- leaving

TEST_F(Setup, aBookComesBackAtItsReturnAndASeatDoesNot)
{
    const auto books = hotel.addOffering(workflows::loan, 1, 1);
    ASSERT_TRUE(hotel.submit(request(hotel, guest, books)));
    ASSERT_TRUE(hotel.submit(AssignAnyUnit{guest}, Role::System));
    ASSERT_TRUE(hotel.submit(CheckIn{guest}));
    EXPECT_EQ(hotel.free(books, onlySlot), 0);
    ASSERT_TRUE(hotel.submit(CheckOut{guest}));
    EXPECT_EQ(hotel.find(guest)->state, ReservationState::Departed);
    EXPECT_EQ(hotel.free(books, onlySlot), 1);
    EXPECT_FALSE(hotel.find(guest)->unit);

    const auto id = idNumbered<ReservationId>(2);
    const auto seats = hotel.addOffering(workflows::ticket, 0, 1);
    ASSERT_TRUE(hotel.submit(request(hotel, id, seats)));
    ASSERT_TRUE(hotel.submit(
        TakePayment{id, idNumbered<PaymentId>(1), PaymentMethod::Cash, chargeable(*hotel.find(id)), {}}));
    ASSERT_TRUE(hotel.submit(CheckIn{id}));
    ASSERT_TRUE(hotel.submit(CheckOut{id}));
    EXPECT_EQ(hotel.free(seats, onlySlot), 0) << "the show was seen";
}

} // namespace
} // namespace deskbell::testing
