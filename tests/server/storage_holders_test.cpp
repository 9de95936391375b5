// Blocks and leases hold stock as stays do: nights that one holder has are nobody else's, on both databases.

#include <algorithm>

#include "domain/refusal.h"
#include "domain/stock/holdings.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

class HeldStorage : public StorageTest
{
protected:
    ReservationId confirmed(const char *arrival, const char *departure)
    {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, arrival, departure));
        apply(ConfirmReservation{id});
        return id;
    }
    std::string refusedFor(CommandArgs args) { return refusalOf(send(m_desk.command(std::move(args)))); }
    UnitId room(int number) const { return m_hotel.room(m_hotel.doubles, number); }
    /// Past all of the storage: the first night of June of the first of the two rooms, for a holder of that
    /// kind.
    UnitId holdFirstRoom(HolderKind kind)
    {
        m_storage.reset();
        const UnitId first = std::min(room(1), room(2));
        m_disk->tamper(
            "INSERT INTO unit_night (unit, night, kind, holder) SELECT u.id, " +
            std::to_string(date("2026-06-01").time_since_epoch().count()) + ", " +
            std::to_string(static_cast<int>(kind)) +
            ", u.offering FROM unit u WHERE u.offering = (SELECT offering FROM stock_night LIMIT 1)"
            " ORDER BY u.id LIMIT 1");
        reopen();
        return first;
    }
    int freeOn(const char *night)
    {
        const auto stock = m_storage->stock(m_hotel.property, date(night), date(night) + Days{1}).value();
        for (const SlotStock &slot : stock) {
            if (slot.offering == m_hotel.doubles && slot.slot == date(night))
                return slot.free;
        }
        return -1;
    }
};

DESKBELL_ON_EVERY_DATABASE(HeldStorage);

TEST_P(HeldStorage, aNightOfAUnitIsOneHoldersOfWhateverKind)
{
    const auto id = confirmed("2026-06-01", "2026-06-03");
    const UnitId blocked = holdFirstRoom(HolderKind::Block);
    EXPECT_EQ(refusedFor(AssignUnit{id, blocked}), refusal::unitTaken);
    apply(AssignUnit{id, blocked == room(1) ? room(2) : room(1)});
    const auto after = confirmed("2026-06-02", "2026-06-03");
    apply(AssignUnit{after, blocked}); // the block is over
}

TEST_P(HeldStorage, whatIsLeasedOrOutOfOrderIsNotFree)
{
    confirmed("2026-06-01", "2026-06-02");
    EXPECT_EQ(freeOn("2026-06-01"), 1);
    for (const char *column : {"leased", "out_of_order"}) {
        m_storage.reset();
        m_disk->tamper(std::string("UPDATE stock_night SET ") + column + " = 1");
        reopen();
        EXPECT_EQ(freeOn("2026-06-01"), 0) << column;
        const auto second = m_desk.newReservation();
        apply(request(second, m_hotel.doubles, "2026-06-01", "2026-06-02"));
        EXPECT_EQ(refusedFor(ConfirmReservation{second}), refusal::noStock) << column;
        m_storage.reset();
        m_disk->tamper(std::string("UPDATE stock_night SET ") + column + " = 0");
        reopen();
    }
}

} // namespace
