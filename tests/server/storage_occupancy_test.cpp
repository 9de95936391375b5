// Who is in house keeps a room to themselves, on both databases, also in one that was written before the
// database knew it.

#include "domain/refusal.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

class OccupiedStorage : public StorageTest
{
protected:
    ReservationId inRoom(int room, const char *arrival, const char *departure)
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, arrival, departure));
        apply(ConfirmReservation{id});
        apply(TakePayment{
            id, idNumbered<PaymentId>(++m_payments), PaymentMethod::Cash, chargeable(*find(id)), {}});
        apply(AssignUnit{id, m_hotel.room(m_hotel.doubles, room)});
        return id;
    }
    std::string refusedFor(CommandArgs args) { return refusalOf(send(m_desk.command(std::move(args)))); }
    std::uint64_t m_payments = 0;
    int freeTonight()
    {
        const auto house = m_storage->house(m_hotel.property).value();
        const auto kept = house.overstays.find(m_hotel.doubles);
        return 2 - (kept == house.overstays.end() ? 0 : kept->second);
    }
};

DESKBELL_ON_EVERY_DATABASE(OccupiedStorage);

TEST_P(OccupiedStorage, aRoomHasOneGuestInHouseAndTheNextWaits)
{
    const auto leaving = inRoom(1, "2026-05-10", "2026-05-11");
    apply(CheckIn{leaving});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    const auto coming = inRoom(1, "2026-05-11", "2026-05-12");
    const auto refused = send(m_desk.command(CheckIn{coming}));
    ASSERT_EQ(refusalOf(refused), refusal::unitOccupied);
    EXPECT_EQ(std::get<Refused>(refused.outcome).error.facts.at("reservation"), toString(leaving));
    reopen();
    EXPECT_EQ(refusedFor(CheckIn{coming}), refusal::unitOccupied);
    apply(CheckOut{leaving});
    apply(CheckIn{coming});
}

TEST_P(OccupiedStorage, whoStaysOverKeepsRoomAndStockOfTonight)
{
    const auto staying = inRoom(1, "2026-05-10", "2026-05-11");
    apply(CheckIn{staying});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    EXPECT_EQ(freeTonight(), 2);
    apply(AdvanceBusinessDate{date("2026-05-12")});
    EXPECT_EQ(freeTonight(), 1);
    const auto other = inRoom(2, "2026-05-12", "2026-05-13");
    const auto third = m_desk.newReservation();
    apply(request(third, m_hotel.doubles, "2026-05-12", "2026-05-13"));
    EXPECT_EQ(refusedFor(ConfirmReservation{third}), refusal::noStock);
    apply(UnassignUnit{other});
    EXPECT_EQ(refusedFor(AssignUnit{other, m_hotel.room(m_hotel.doubles, 1)}), refusal::unitTaken);
    // Staying on makes it theirs for good.
    apply(MoveReservation{staying,
                          m_hotel.doubles,
                          {date("2026-05-10"), date("2026-05-13")},
                          m_hotel.room(m_hotel.doubles, 1),
                          {10'000, 10'000, 10'000}});
    EXPECT_EQ(freeTonight(), 2);
    EXPECT_EQ(refusedFor(ConfirmReservation{third}), refusal::noStock);
}

TEST_P(OccupiedStorage, anOverstayIsLengthenedOverANightThatWasFull)
{
    const auto staying = inRoom(1, "2026-05-10", "2026-05-11");
    apply(CheckIn{staying});
    // The house is full in the night after the departure.
    const auto two = m_desk.newReservation();
    MakeReservation both = request(two, m_hotel.doubles, "2026-05-11", "2026-05-12");
    both.quantity = 2;
    apply(both);
    apply(ConfirmReservation{two});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    apply(AdvanceBusinessDate{date("2026-05-12")});
    apply(MoveReservation{staying,
                          m_hotel.doubles,
                          {date("2026-05-10"), date("2026-05-13")},
                          m_hotel.room(m_hotel.doubles, 1),
                          {10'000, 10'000, 10'000}});
    EXPECT_EQ(freeTonight(), 2);
    // Nor does their room change hands while they are in it.
    apply(AdvanceBusinessDate{date("2026-05-13")});
    PutUnit put{m_hotel.room(m_hotel.doubles, 1), m_hotel.prepaid, "R1", 1, 1};
    EXPECT_EQ(refusalOf(send(m_desk.command(put), Role::Admin)), refusal::unitInUse);
}

TEST_P(OccupiedStorage, whatWasStoredBeforeIsKnownAfterTheMigration)
{
    const auto staying = inRoom(1, "2026-05-10", "2026-05-11");
    apply(CheckIn{staying});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    const auto coming = inRoom(1, "2026-05-11", "2026-05-12");
    m_storage.reset();
    m_disk->tamper("DELETE FROM in_house");
    m_disk->tamper("DELETE FROM installation WHERE name = 'in-house-filled'");
    reopen();
    EXPECT_EQ(refusedFor(CheckIn{coming}), refusal::unitOccupied);
    apply(AdvanceBusinessDate{date("2026-05-12")});
    EXPECT_EQ(freeTonight(), 1);
}

} // namespace
