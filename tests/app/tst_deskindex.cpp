// What the desk knows of the hotel's stock and rooms, to decide by without asking the backend.

#include <QTest>

#include "app/deskindex.h"

using namespace deskbell;
using app::DeskIndex;

namespace {

constexpr Date firstDay{Days{20'000}};

Stay nights(int from, int to)
{
    return {firstDay + Days{from}, firstDay + Days{to}};
}

template <typename IdType>
IdType numbered(int number)
{
    IdType made;
    made.value.bytes[15] = static_cast<std::uint8_t>(number);
    return made;
}

const auto first = numbered<UnitId>(1);
const auto second = numbered<UnitId>(2);

Reservation whoMovedFromFirstToSecond()
{
    Reservation reservation;
    reservation.id = numbered<ReservationId>(1);
    reservation.offering = numbered<OfferingId>(1);
    reservation.stay = nights(0, 5);
    reservation.holdsStock = true;
    reservation.state = ReservationState::InHouse;
    reservation.unit = second;
    reservation.earlierUnits = {{first, nights(0, 2)}};
    return reservation;
}

DeskIndex withTwoUnits()
{
    DeskIndex index;
    Offering offering;
    offering.id = numbered<OfferingId>(1);
    offering.version = 1;
    offering.capacity = 2;
    index.put(offering);
    for (const UnitId &id : {first, second}) {
        Unit unit;
        unit.id = id;
        unit.version = 1;
        unit.offering = offering.id;
        index.put(unit);
    }
    return index;
}

} // namespace

class TestDeskIndex : public QObject
{
    Q_OBJECT

private slots:
    void whoMovedRoomsHoldsEachForItsNights()
    {
        DeskIndex index;
        index.set(whoMovedFromFirstToSecond());
        QVERIFY(!index.isUnitFree(first, nights(1, 3), {}));
        QVERIFY(index.isUnitFree(first, nights(2, 5), {}));
        QVERIFY(index.isUnitFree(second, nights(0, 2), {}));
        QVERIFY(!index.isUnitFree(second, nights(4, 6), {}));
    }

    void whatTheyHeldIsLetGoWithTheNextStateOrWithThem()
    {
        DeskIndex index;
        Reservation reservation = whoMovedFromFirstToSecond();
        index.set(reservation);
        reservation.earlierUnits.clear();
        index.set(reservation);
        QVERIFY(index.isUnitFree(first, nights(0, 5), {}));
        QVERIFY(!index.isUnitFree(second, nights(0, 1), {}));
        index.set(whoMovedFromFirstToSecond());
        index.remove(reservation.id);
        QVERIFY(index.isUnitFree(first, nights(0, 5), {}));
        QVERIFY(index.isUnitFree(second, nights(0, 5), {}));
    }

    void whoIsToMoveOnIsInTheFirstUnitUntilThen()
    {
        DeskIndex index = withTwoUnits();
        const Reservation reservation = whoMovedFromFirstToSecond();
        index.setBusinessDate(nights(1, 2).arrival);
        index.set(reservation);
        QCOMPARE(index.occupant(first, {}), std::optional(reservation.id));
        QCOMPARE(index.occupant(second, {}), std::nullopt);
        index.setBusinessDate(nights(2, 3).arrival);
        QCOMPARE(index.occupant(first, {}), std::nullopt);
        QCOMPARE(index.occupant(second, {}), std::optional(reservation.id));
    }

    void whoIsInHouseHasTheUnitAndKeepsItTonight()
    {
        DeskIndex index = withTwoUnits();
        const Offering offering = *index.offering(numbered<OfferingId>(1));
        const Reservation reservation = whoMovedFromFirstToSecond();
        index.setBusinessDate(nights(5, 6).arrival); // the day of departure
        index.set(reservation);
        QCOMPARE(index.occupant(second, {}), std::optional(reservation.id));
        QCOMPARE(index.occupant(second, reservation.id), std::nullopt);
        QCOMPARE(index.occupant(first, {}), std::nullopt);
        QVERIFY(index.isUnitFree(second, nights(5, 6), {}));
        QCOMPARE(index.free(offering.id, nights(5, 6).arrival), 2);

        index.setBusinessDate(nights(6, 7).arrival);
        QVERIFY(!index.isUnitFree(second, nights(6, 7), {}));
        QVERIFY(index.isUnitFree(second, nights(6, 7), reservation.id));
        QVERIFY(index.isUnitFree(second, nights(7, 8), {}));
        QCOMPARE(index.anyFreeUnit(offering.id, nights(6, 7)), std::optional(first));
        QCOMPARE(index.free(offering.id, nights(6, 7).arrival), 1);
        QCOMPARE(index.free(offering.id, nights(7, 8).arrival), 2);

        index.remove(reservation.id);
        QCOMPARE(index.occupant(second, {}), std::nullopt);
        QCOMPARE(index.free(offering.id, nights(6, 7).arrival), 2);
    }
};

QTEST_APPLESS_MAIN(TestDeskIndex)
#include "tst_deskindex.moc"
