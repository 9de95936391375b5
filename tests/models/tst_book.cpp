// The Book kept by changes is the Book made anew: random change sets against one built from
// scratch, and the claims that hold of every picture it gives.

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

#include "models/book.h"

using namespace deskbell;
using namespace deskbell::models;

namespace {

constexpr Date firstDay{Days{16'800}};
constexpr int span = 60;

Uuid uuid(std::uint64_t kind, std::uint64_t number)
{
    Uuid id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> 8 * i);
    return id;
}

ChangeSet house(int offerings = 3, int unitsEach = 4)
{
    ChangeSet set;
    set.undated.add(Property{PropertyId{uuid(1, 1)}, 1, "House", "Europe/Lisbon", {}, firstDay + Days{20}});
    for (int i = 0; i < offerings; ++i) {
        Offering offering;
        offering.id = OfferingId{uuid(2, static_cast<std::uint64_t>(i))};
        offering.code = std::string(1, static_cast<char>('A' + i));
        offering.capacity = unitsEach;
        offering.order = offerings - i;
        set.undated.of<Offering>().push_back(offering);
        for (int k = 0; k < unitsEach; ++k) {
            Unit unit;
            unit.id = UnitId{uuid(3, static_cast<std::uint64_t>(i * unitsEach + k))};
            unit.offering = offering.id;
            unit.name = std::to_string(100 * (i + 1) + k);
            unit.order = unitsEach - k;
            set.undated.of<Unit>().push_back(unit);
        }
    }
    return set;
}

struct Dice
{
    std::mt19937 engine;
    int below(int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); }
};

StayRow randomRow(Dice &dice, int number)
{
    StayRow row;
    row.id = ReservationId{uuid(4, static_cast<std::uint64_t>(number))};
    const int offering = dice.below(3);
    row.offering = OfferingId{uuid(2, static_cast<std::uint64_t>(offering))};
    const auto unit = static_cast<std::uint64_t>(offering * 4 + dice.below(4));
    row.state = static_cast<ReservationState>(dice.below(countOf<ReservationState>));
    if (const int kind = dice.below(3); kind == 0)
        row.unit = UnitId{uuid(3, unit)};
    else if (kind == 1)
        row.wish = UnitId{uuid(3, unit)};
    row.stay.arrival = firstDay + Days{dice.below(span)};
    row.stay.departure = row.stay.arrival + Days{dice.below(6)};
    row.holdsStock = !isFinal(row.state) && dice.below(3) > 0;
    row.quantity = static_cast<std::uint16_t>(1 + dice.below(2));
    row.madeAtMs = dice.below(50);
    row.owed = dice.below(1000);
    row.guest = "Guest " + std::to_string(dice.below(30));
    row.channel = dice.below(2) ? "web" : "desk";
    return row;
}

/// All that the Book shows, by ids, without what may differ by history (in which line a stay lies).
QStringList picture(const Book &book)
{
    QStringList lines;
    const auto idsOf = [&book](std::span<const PlacedStay> stays) {
        QStringList ids;
        for (const PlacedStay &placed : stays)
            ids << QString::fromStdString(toString(book.at(placed.stay).id)) +
                       book.guest(book.at(placed.stay));
        ids.sort();
        return ids.join(u',');
    };
    for (const OfferingIndex offering : book.offerings()) {
        lines << book.offeringName(offering) + QString::number(book.unassignedCount(offering));
        for (Date day = firstDay - Days{1}; day < firstDay + Days{span + 8}; day += Days{1})
            lines << QString::number(book.freeOn(offering, day));
        for (const UnitIndex unit : book.unitsOf(offering))
            lines << book.unitName(unit) + idsOf(book.staysIn(unit, firstDay, firstDay + Days{span + 8}));
    }
    for (int lane = 0; lane < queueLaneCount; ++lane) {
        QStringList ids;
        for (const StayHandle stay : book.lane(static_cast<QueueLane>(lane)))
            ids << QString::number(book.at(stay).arrivalDay) +
                       QString::fromStdString(toString(book.at(stay).id));
        ids.sort();
        lines << ids.join(u',');
    }
    return lines;
}

} // namespace

class TestBook : public QObject
{
    Q_OBJECT

private slots:
    void keptByChangesItIsAsMadeAnew_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 40; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }

    void keptByChangesItIsAsMadeAnew()
    {
        QFETCH(int, seed);
        Dice dice{std::mt19937(static_cast<unsigned>(seed))};
        Book kept;
        kept.apply(house());
        std::map<ReservationId, StayRow> truth;
        for (int step = 0; step < 60; ++step) {
            ChangeSet set;
            const int size = dice.below(10) == 0 ? 600 : 1 + dice.below(4);
            for (int i = 0; i < size; ++i) {
                const StayRow row = randomRow(dice, dice.below(150));
                if (dice.below(4) == 0) {
                    // Gone and present in one set would contradict each other.
                    std::erase_if(set.stays, [&](const StayRow &other) { return other.id == row.id; });
                    set.gone.push_back(row.id);
                    truth.erase(row.id);
                } else if (std::find(set.gone.begin(), set.gone.end(), row.id) == set.gone.end()) {
                    set.stays.push_back(row);
                    truth[row.id] = row;
                }
            }
            kept.apply(set);
        }
        ChangeSet all = house();
        for (const auto &[id, row] : truth)
            all.stays.push_back(row);
        Book anew;
        anew.apply(all);
        QCOMPARE(kept.stayCount(), truth.size());
        QCOMPARE(picture(kept), picture(anew));
    }

    void staysWithoutUnitNeverCoverEachOtherNorHangOverAGap()
    {
        Dice dice{std::mt19937(11)};
        Book book;
        book.apply(house());
        for (int step = 0; step < 400; ++step) {
            ChangeSet set;
            StayRow row = randomRow(dice, dice.below(80));
            row.unit = row.wish = {};
            row.state = ReservationState::Requested;
            if (dice.below(3) == 0)
                set.gone.push_back(row.id);
            else
                set.stays.push_back(row);
            book.apply(set);
            for (const OfferingIndex offering : book.offerings()) {
                std::vector<std::vector<PlacedStay>> lines;
                for (int line = 0; line < book.depth(offering); ++line) {
                    const auto in = book.unassignedIn(offering, line, firstDay, firstDay + Days{100});
                    lines.emplace_back(in.begin(), in.end());
                    QVERIFY(!lines.back().empty());
                    for (std::size_t i = 1; i < in.size(); ++i)
                        QVERIFY(in[i - 1].to <= in[i].from);
                    for (const PlacedStay &placed : in) {
                        QCOMPARE(book.lineOf(placed.stay), line);
                        for (std::size_t lower = 0; lower + 1 < lines.size(); ++lower)
                            QVERIFY(std::any_of(lines[lower].begin(), lines[lower].end(), [&](auto &other) {
                                return other.from < placed.to && placed.from < other.to;
                            }));
                    }
                }
            }
        }
    }

    void aSearchInAUnitFindsALongStayThatBeganLongBefore()
    {
        Book book;
        book.apply(house());
        ChangeSet set;
        Dice dice{std::mt19937(1)};
        StayRow longStay = randomRow(dice, 1);
        longStay.state = ReservationState::InHouse;
        longStay.unit = UnitId{uuid(3, 0)};
        longStay.stay = {firstDay, firstDay + Days{50}};
        StayRow wish = longStay;
        wish.id = ReservationId{uuid(4, 2)};
        wish.state = ReservationState::Requested;
        wish.unit = {};
        wish.wish = UnitId{uuid(3, 0)};
        wish.stay = {firstDay + Days{3}, firstDay + Days{4}};
        set.stays = {longStay, wish};
        book.apply(set);
        const UnitIndex unit = book.find(UnitId{uuid(3, 0)});
        const auto found = book.staysIn(unit, firstDay + Days{40}, firstDay + Days{41});
        QCOMPARE(found.size(), std::size_t{2}); // the wish lies between; the painter looks at its days
        QVERIFY(!book.isUnitFree(unit, {firstDay + Days{40}, firstDay + Days{41}}));
        QVERIFY(book.isUnitFree(unit, {firstDay + Days{50}, firstDay + Days{51}}));
        QVERIFY(book.isUnitFree(unit, {firstDay + Days{40}, firstDay + Days{41}}, book.find(longStay.id)));
    }

    void whoMovedRoomsIsInEachForItsNights()
    {
        Book book;
        book.apply(house());
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::InHouse;
        row.stay = {firstDay, firstDay + Days{6}};
        row.unit = UnitId{uuid(3, 1)};
        row.earlierUnits = {{UnitId{uuid(3, 0)}, {firstDay, firstDay + Days{2}}}};
        ChangeSet set;
        set.stays = {row};
        book.apply(set);
        const UnitIndex before = book.find(UnitId{uuid(3, 0)});
        const UnitIndex now = book.find(UnitId{uuid(3, 1)});
        const auto nights = [](int from, int to) { return Stay{firstDay + Days{from}, firstDay + Days{to}}; };
        QVERIFY(!book.isUnitFree(before, nights(1, 3)));
        QVERIFY(book.isUnitFree(before, nights(2, 6)));
        QVERIFY(book.isUnitFree(now, nights(0, 2)));
        QVERIFY(!book.isUnitFree(now, nights(5, 6)));
        const auto all = book.staysIn(before, firstDay, firstDay + Days{6});
        QCOMPARE(all.size(), std::size_t{1});
        QVERIFY(!book.isLast(all[0]));
        QCOMPARE(book.nightsOf(all[0]), nights(0, 2));
        QCOMPARE(book.row(book.find(row.id)).earlierUnits, row.earlierUnits);

        set.stays[0].state = ReservationState::Cancelled;
        set.stays[0].unit = {};
        set.stays[0].earlierUnits = {};
        BookDelta delta;
        connect(&book, &Book::changed, this, [&delta](const BookDelta &d) { delta = d; });
        book.apply(set);
        QCOMPARE(delta.units.size(), std::size_t{2});
        QVERIFY(book.staysIn(before, firstDay, firstDay + Days{6}).empty());
        QVERIFY(book.staysIn(now, firstDay, firstDay + Days{6}).empty());
    }

    void aChangeNamesTheRowsAndDaysBeforeAndAfter()
    {
        Book book;
        book.apply(house());
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::Confirmed;
        row.unit = UnitId{uuid(3, 0)};
        row.offering = OfferingId{uuid(2, 0)};
        row.holdsStock = true;
        row.stay = {firstDay, firstDay + Days{2}};
        ChangeSet set;
        set.stays = {row};
        book.apply(set);
        BookDelta delta;
        connect(&book, &Book::changed, this, [&delta](const BookDelta &d) { delta = d; });
        set.stays[0].unit = UnitId{uuid(3, 1)};
        set.stays[0].stay = {firstDay + Days{5}, firstDay + Days{7}};
        book.apply(set);
        QCOMPARE(delta.units.size(), std::size_t{2});
        QCOMPARE(delta.availability.size(), std::size_t{1});
        QCOMPARE(delta.availability[0].from, firstDay);
        QCOMPARE(delta.availability[0].to, firstDay + Days{7});
        QCOMPARE(delta.stays.size(), std::size_t{1});
        QVERIFY(!delta.isEverything);
    }

    void theNightAuditMovesArrivalsIntoTheirLane()
    {
        Book book;
        ChangeSet set = house();
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::Confirmed;
        row.unit = UnitId{uuid(3, 0)};
        row.stay = {firstDay + Days{21}, firstDay + Days{22}};
        set.stays = {row};
        book.apply(set);
        QCOMPARE(book.count(QueueLane::Arriving), 0);
        ChangeSet audit;
        audit.undated.of<Property>() = set.undated.of<Property>();
        audit.undated.of<Property>().front().businessDate += Days{1};
        QSignalSpy told(&book, &Book::propertyChanged);
        book.apply(audit);
        QCOMPARE(told.size(), 1);
        QCOMPARE(book.count(QueueLane::Arriving), 1);
    }

    void whoStaysOverKeepsTheRoomTonightAndHasALane()
    {
        Book book;
        ChangeSet set = house();
        Dice dice{std::mt19937(1)};
        const Date today = set.undated.of<Property>().front().businessDate;
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::InHouse;
        row.offering = set.undated.of<Offering>()[0].id;
        row.unit = set.undated.of<Unit>()[0].id;
        row.earlierUnits.clear();
        row.holdsStock = true;
        row.quantity = 1;
        row.stay = {today - Days{1}, today};
        set.stays = {row};
        book.apply(set);
        const UnitIndex unit = book.find(row.unit);
        const OfferingIndex offering = book.find(row.offering);
        QCOMPARE(book.count(QueueLane::Departing), 1);
        QCOMPARE(book.count(QueueLane::StayingOver), 0);
        QVERIFY(book.isUnitFree(unit, {today, today + Days{1}}));

        ChangeSet audit;
        audit.undated.of<Property>() = set.undated.of<Property>();
        const Date tonight = audit.undated.of<Property>().front().businessDate += Days{1};
        book.apply(audit);
        QCOMPARE(book.count(QueueLane::StayingOver), 1);
        QVERIFY(!book.isUnitFree(unit, {tonight, tonight + Days{1}}));
        QVERIFY(book.isUnitFree(unit, {tonight, tonight + Days{1}}, book.find(row.id)));
        QVERIFY(book.isUnitFree(unit, {tonight + Days{1}, tonight + Days{2}}));
        QCOMPARE(book.takenOn(offering, tonight), 1);
        QCOMPARE(book.takenOn(offering, tonight + Days{1}), 0);

        ChangeSet out;
        row.state = ReservationState::Departed;
        out.stays = {row};
        book.apply(out);
        QCOMPARE(book.count(QueueLane::StayingOver), 0);
        QVERIFY(book.isUnitFree(unit, {tonight, tonight + Days{1}}));
        QCOMPARE(book.takenOn(offering, tonight), 0);
    }

    void whoArrivesTodayWithoutARoomIsInTwoLanes()
    {
        Book book;
        ChangeSet set = house();
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::Confirmed;
        row.unit = row.wish = {};
        row.stay = {set.undated.of<Property>().front().businessDate,
                    set.undated.of<Property>().front().businessDate + Days{1}};
        set.stays = {row};
        book.apply(set);
        QCOMPARE(book.count(QueueLane::Arriving), 1);
        QCOMPARE(book.count(QueueLane::ToAssign), 1);
        QCOMPARE(book.count(QueueLane::InHouse), 0);
    }

    void stockCountedOnceIsTheSameOnEveryDay()
    {
        Book book;
        ChangeSet set = house();
        set.undated.of<Offering>()[0].workflow = workflows::ticket;
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.offering = set.undated.of<Offering>()[0].id;
        row.state = ReservationState::Confirmed;
        row.holdsStock = true;
        row.quantity = 3;
        set.stays = {row};
        book.apply(set);
        const OfferingIndex show = book.find(set.undated.of<Offering>()[0].id);
        QCOMPARE(book.freeOn(show, firstDay - Days{30}), 1);
        QCOMPARE(book.freeOn(show, row.stay.arrival), 1);
    }

    void aStayNamedBeforeItsUnitIsKnownShowsOnceTheUnitComes()
    {
        Book book;
        const ChangeSet whole = house();
        ChangeSet early;
        Dice dice{std::mt19937(1)};
        StayRow row = randomRow(dice, 1);
        row.state = ReservationState::Confirmed;
        row.unit = UnitId{uuid(3, 0)};
        early.stays = {row};
        book.apply(early);
        QCOMPARE(book.unitCount(), std::size_t{0});
        QVERIFY(book.offerings().empty());
        book.apply(whole);
        QCOMPARE(book.unitCount(), whole.undated.of<Unit>().size());
        const UnitIndex unit = book.find(row.unit);
        QCOMPARE(book.staysIn(unit, firstDay, firstDay + Days{80}).size(), std::size_t{1});
    }

    void aResetForgetsEverything()
    {
        Book book;
        ChangeSet set = house();
        Dice dice{std::mt19937(1)};
        set.stays = {randomRow(dice, 1)};
        book.apply(set);
        QSignalSpy reset(&book, &Book::wasReset);
        ChangeSet empty;
        empty.isReset = true;
        empty.isComplete = false;
        book.apply(empty);
        QCOMPARE(reset.size(), 1);
        QVERIFY(book.isEmpty());
        QVERIFY(!book.isComplete());
    }

    void theRowGivenBackIsTheRowThatCame()
    {
        Book book;
        ChangeSet set = house();
        Dice dice{std::mt19937(3)};
        for (int i = 0; i < 50; ++i)
            set.stays.push_back(randomRow(dice, i));
        book.apply(set);
        for (const StayRow &row : set.stays) {
            const StayRow back = book.row(book.find(row.id));
            QCOMPARE(back.guest, row.guest);
            QCOMPARE(back.channel, row.channel);
            QVERIFY(back.unit == row.unit && back.wish == row.wish && back.stay == row.stay);
            QVERIFY(back.state == row.state && back.owed == row.owed && back.quantity == row.quantity);
        }
    }
};

QTEST_APPLESS_MAIN(TestBook)
#include "tst_book.moc"
