// A command that changes two reservations, on both databases: both or none, under one number, each with its
// own entry in the audit; and guests in house who are to move on to another room.

#include "domain/refusal.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

class SwapStorage : public StorageTest
{
protected:
    ReservationId inRoom(int number, const char *arrival, const char *departure)
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, arrival, departure));
        apply(ConfirmReservation{id});
        apply(TakePayment{
            id, idNumbered<PaymentId>(++m_payments), PaymentMethod::Cash, chargeable(*find(id)), {}});
        apply(AssignUnit{id, room(number)});
        return id;
    }
    UnitId room(int number) const { return m_hotel.room(m_hotel.doubles, number); }
    std::string refusedFor(CommandArgs args) { return refusalOf(send(m_desk.command(std::move(args)))); }
    std::vector<UnitNights> units(const ReservationId &id) { return unitNights(*find(id)); }
    std::uint64_t m_payments = 0;
};

DESKBELL_ON_EVERY_DATABASE(SwapStorage);

using Units = std::vector<UnitNights>;

Stay stay(const char *arrival, const char *departure)
{
    return {date(arrival), date(departure)};
}

TEST_P(SwapStorage, changesBothReservationsUnderOneNumber)
{
    const auto one = inRoom(1, "2026-06-01", "2026-06-04");
    const auto other = inRoom(2, "2026-06-02", "2026-06-06");
    const auto before = seq();
    const auto versions = std::pair(find(one)->version, find(other)->version);
    apply(SwapUnits{one, other});
    EXPECT_EQ(seq(), before + 1);
    EXPECT_EQ(units(one), (Units{{room(1), stay("2026-06-01", "2026-06-02")},
                                 {room(2), stay("2026-06-02", "2026-06-04")}}));
    EXPECT_EQ(units(other), (Units{{room(1), stay("2026-06-02", "2026-06-04")},
                                   {room(2), stay("2026-06-04", "2026-06-06")}}));
    EXPECT_EQ(std::pair(find(one)->version, find(other)->version),
              std::pair(versions.first + 1, versions.second + 1));
    const auto change = m_listener.changes().back();
    ASSERT_EQ(change->rows.size(), 2u);
    EXPECT_EQ(change->rows[0].id, one.value);
    EXPECT_EQ(change->rows[1].id, other.value);
}

TEST_P(SwapStorage, holdsTheNightsAnewInTheDatabase)
{
    const auto one = inRoom(1, "2026-06-01", "2026-06-04");
    const auto other = inRoom(2, "2026-06-02", "2026-06-06");
    apply(SwapUnits{one, other});
    reopen();
    const auto third = m_desk.newReservation();
    apply(request(third, m_hotel.doubles, "2026-06-01", "2026-06-02"));
    apply(ConfirmReservation{third});
    EXPECT_EQ(refusedFor(AssignUnit{third, room(1)}), refusal::unitTaken);
    apply(AssignUnit{third, room(2)}); // the night in which nobody has it
    apply(SwapUnits{one, other});
    EXPECT_EQ(units(one), (Units{{room(1), stay("2026-06-01", "2026-06-04")}}));
    EXPECT_EQ(units(other), (Units{{room(2), stay("2026-06-02", "2026-06-06")}}));
}

TEST_P(SwapStorage, isAuditedForEachReservation)
{
    const auto one = inRoom(1, "2026-06-01", "2026-06-04");
    const auto other = inRoom(2, "2026-06-01", "2026-06-04");
    apply(SwapUnits{one, other});
    EXPECT_EQ(refusedFor(SwapUnits{other, m_desk.newReservation()}), refusal::unknownReservation);
    for (const auto &[id, before, after] :
         {std::tuple(one, room(1), room(2)), std::tuple(other, room(2), room(1))}) {
        AuditFilter filter;
        filter.reservation = id;
        auto entries = m_storage->audit(m_hotel.property, filter)->entries;
        if (id == other) {
            EXPECT_EQ(entries.front().code, refusal::unknownReservation);
            entries.erase(entries.begin());
        }
        ASSERT_EQ(entries.front().type, "swap-units");
        const auto unit = std::ranges::find(entries.front().changes, "unit", &AuditedChange::field);
        ASSERT_NE(unit, entries.front().changes.end());
        EXPECT_EQ(unit->before, toString(before));
        EXPECT_EQ(unit->after, toString(after));
    }
}

TEST_P(SwapStorage, guestsInHouseMoveOnToTheirNextRoom)
{
    const auto inHouse = inRoom(1, "2026-05-10", "2026-05-13");
    const auto coming = inRoom(2, "2026-05-12", "2026-05-14");
    const auto tonight = inRoom(2, "2026-05-10", "2026-05-11");
    apply(CheckIn{inHouse});
    apply(SwapUnits{inHouse, coming});
    apply(CheckIn{tonight}); // the other room is not theirs yet
    apply(CheckOut{tonight});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    const auto between = inRoom(2, "2026-05-11", "2026-05-12");
    apply(CheckIn{between});
    apply(AdvanceBusinessDate{date("2026-05-12")});
    // Tonight they have it, once the guest of last night has left.
    apply(CheckOut{between});
    apply(CheckIn{coming});
    EXPECT_EQ(find(coming)->unit, room(2));
    EXPECT_EQ(units(coming), (Units{{room(1), stay("2026-05-12", "2026-05-13")},
                                    {room(2), stay("2026-05-13", "2026-05-14")}}));
    const auto third = m_desk.newReservation();
    apply(request(third, m_hotel.doubles, "2026-05-13", "2026-05-14"));
    apply(ConfirmReservation{third});
    apply(AssignUnit{third, room(1)});
    apply(AdvanceBusinessDate{date("2026-05-13")});
    apply(TakePayment{
        third, idNumbered<PaymentId>(++m_payments), PaymentMethod::Cash, chargeable(*find(third)), {}});
    EXPECT_EQ(refusedFor(CheckIn{third}), "") << "both have moved on, or left";
}

TEST_P(SwapStorage, aGuestWhoShouldHaveMovedOnHoldsBackNobodysNight)
{
    const auto inHouse = inRoom(1, "2026-05-10", "2026-05-12");
    const auto coming = inRoom(2, "2026-05-11", "2026-05-13");
    const auto staying = inRoom(2, "2026-05-10", "2026-05-11");
    apply(CheckIn{inHouse});
    apply(CheckIn{staying});
    apply(SwapUnits{inHouse, coming});
    apply(AdvanceBusinessDate{date("2026-05-11")}); // the guest of last night is still in the room
    EXPECT_EQ(units(inHouse), (Units{{room(1), stay("2026-05-10", "2026-05-11")},
                                     {room(2), stay("2026-05-11", "2026-05-12")}}));
    apply(CheckOut{staying});
    apply(CheckIn{coming});
    apply(AdvanceBusinessDate{date("2026-05-12")});
    apply(CheckOut{inHouse});
    EXPECT_EQ(find(inHouse)->state, ReservationState::Departed);
}

TEST_P(SwapStorage, waitsInBothLanes)
{
    const auto one = inRoom(1, "2026-06-01", "2026-06-04");
    const auto other = inRoom(2, "2026-06-01", "2026-06-04");
    Command poisoned = m_desk.command(EditNote{other, "first"});
    poisoned.deps = {idNumbered<CommandId>(424242)};
    const Command swap = m_desk.command(SwapUnits{one, other});
    const Command behind = m_desk.command(EditNote{one, "behind the swap"});
    const auto results = sendAll({poisoned, swap, behind});
    EXPECT_EQ(results[1].outcome, Outcome(Blocked{poisoned.id}));
    EXPECT_EQ(results[2].outcome, Outcome(Blocked{swap.id}));
    EXPECT_EQ(units(one), (Units{{room(1), stay("2026-06-01", "2026-06-04")}}));
}

TEST_P(SwapStorage, seesNoReservationOfAnotherProperty)
{
    const auto one = inRoom(1, "2026-06-01", "2026-06-04");
    EXPECT_EQ(refusedFor(SwapUnits{one, idNumbered<ReservationId>(77)}), refusal::unknownReservation);
    EXPECT_EQ(refusedFor(SwapUnits{one, one}), refusal::noCommonNights);
}

} // namespace
