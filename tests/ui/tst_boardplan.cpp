// Days and pixels, rows, bars and what lies under a point: without a window.

#include <QTest>

#include <random>

#include "domain/refusal.h"
#include "ui/board/boardscene.h"

using namespace deskbell;
using namespace deskbell::models;
using namespace deskbell::ui;

namespace {

constexpr Date firstDay{Days{17'000}};

template <typename IdType>
IdType id(int number)
{
    IdType made;
    made.value.bytes[15] = static_cast<std::uint8_t>(number);
    return made;
}

StayRow stay(int number, int unit, int from, int nights, ReservationState state = ReservationState::Confirmed)
{
    StayRow row;
    row.id = id<ReservationId>(number);
    row.offering = id<OfferingId>(1);
    if (unit > 0)
        row.unit = id<UnitId>(unit);
    row.stay = {firstDay + Days{from}, firstDay + Days{from + nights}};
    row.state = state;
    row.holdsStock = state == ReservationState::Confirmed;
    row.guest = "Guest";
    row.possible = 0xffff'ffff;
    return row;
}

ChangeSet house()
{
    ChangeSet set;
    set.undated.of<Property>().emplace_back();
    set.undated.of<Property>().front().businessDate = firstDay;
    Offering offering;
    offering.id = id<OfferingId>(1);
    offering.capacity = 2;
    set.undated.of<Offering>() = {offering};
    for (int i = 1; i <= 3; ++i) {
        Unit unit;
        unit.id = id<UnitId>(i);
        unit.offering = offering.id;
        unit.name = std::to_string(100 + i);
        unit.order = i;
        set.undated.of<Unit>().push_back(unit);
    }
    return set;
}

} // namespace

class TestBoardPlan : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_book = std::make_unique<Book>();
        m_scene = std::make_unique<BoardScene>(*m_book);
        m_scene->geometry = {firstDay - Days{10}, 100, 40.0};
    }

    void everyPixelBelongsToTheDayWhoseColumnItIsIn()
    {
        for (const double width : {2.0, 3.97, 4.0, 10.3, 40.0, 111.11}) {
            const BoardGeometry geometry{firstDay, 400, width};
            for (int x = 0; x < geometry.width(); ++x) {
                const Date day = geometry.dayAt(x);
                QVERIFY(geometry.x(day) <= x);
                QVERIFY(x < geometry.x(day + Days{1}));
            }
            QCOMPARE(geometry.dayAt(-50), firstDay);
            QCOMPARE(geometry.dayAt(geometry.width() + 50), geometry.end() - Days{1});
        }
    }

    void oneRoomTakesWhoLeavesAndWhoComesOnOneDay()
    {
        for (const double width : {2.0, 3.97, 8.0, 12.0, 40.0, 160.0}) {
            const BoardGeometry geometry{firstDay, 400, width};
            const Stay first{firstDay + Days{3}, firstDay + Days{5}};
            const Stay second{firstDay + Days{5}, firstDay + Days{6}};
            QVERIFY(geometry.barRight(first) <= geometry.barLeft(second));
            QVERIFY(geometry.barLeft(second) < geometry.barRight(second));
            QVERIFY(geometry.barLeft(first) >= geometry.noon(first.arrival));
        }
    }

    void aYearFitsTheWidthItIsFittedTo()
    {
        const double width = BoardGeometry::widthFitting(365, 1400);
        const BoardGeometry geometry{firstDay, 365, width};
        QVERIFY(std::abs(geometry.width() - 1400) <= 1);
        QCOMPARE(BoardGeometry::bounded(0.1), BoardGeometry::minDayWidth);
        QCOMPARE(BoardGeometry::bounded(1e6), BoardGeometry::maxDayWidth);
    }

    void rowsStandUnderEachOtherWithoutGaps()
    {
        fill({});
        QCOMPARE(m_scene->rows.count(), 5); // head, one line, three rooms
        int y = 0;
        for (int row = 0; row < m_scene->rows.count(); ++row) {
            QCOMPARE(m_scene->rows.at(row).y, y);
            for (int inside : {y, y + m_scene->rows.at(row).height - 1})
                QCOMPARE(m_scene->rows.rowAt(inside), row);
            y = m_scene->rows.at(row).bottom();
        }
        QCOMPARE(m_scene->rows.rowAt(-1), -1);
        QCOMPARE(m_scene->rows.rowAt(y), m_scene->rows.count());
    }

    void aDeepStackShowsItsFirstLinesUntilItIsOpened()
    {
        std::vector<StayRow> rows;
        for (int i = 0; i < 9; ++i)
            rows.push_back(stay(i + 1, 0, 2, 3, ReservationState::Requested));
        fill(rows);
        const auto [first, last] = m_scene->rows.linesOf(0);
        QCOMPARE(last - first + 1, BoardFolding::linesShown);
        QCOMPARE(m_scene->rows.at(last).hiddenLines, 9 - BoardFolding::linesShown);
        m_scene->folding.opened.insert(id<OfferingId>(1));
        m_scene->rows.arrange(*m_book, m_scene->folding, {});
        QCOMPARE(m_scene->rows.linesOf(0).second - m_scene->rows.linesOf(0).first + 1, 9);
        m_scene->folding.folded.insert(id<OfferingId>(1));
        m_scene->rows.arrange(*m_book, m_scene->folding, {});
        QCOMPARE(m_scene->rows.count(), 1);
    }

    void thePointInTheMiddleOfEachBarHitsIt()
    {
        std::mt19937 dice(3);
        std::vector<StayRow> rows;
        for (int unit = 1, number = 1; unit <= 3; ++unit) {
            for (int day = 0; day < 60;) {
                day += static_cast<int>(dice() % 3);
                const int nights = 1 + static_cast<int>(dice() % 4);
                rows.push_back(stay(number++, unit, day, nights));
                day += nights;
            }
        }
        fill(rows);
        for (const double width : {4.0, 11.3, 40.0}) {
            m_scene->geometry.dayWidth = width;
            for (const StayRow &row : rows) {
                const auto bar = m_scene->barOf(m_book->find(row.id));
                QVERIFY(bar);
                QCOMPARE(m_scene->hit(bar->rect.center()).stay, m_book->find(row.id));
            }
        }
    }

    void theEndOfABarIsTakenHoldOfOnlyWhereItIsWideEnough()
    {
        fill({stay(1, 1, 2, 3), stay(2, 1, 8, 1)});
        const QRect wide = m_scene->barOf(m_book->find(id<ReservationId>(1)))->rect;
        QCOMPARE(m_scene->hit({wide.right() - 1, wide.center().y()}).place, BoardHit::Place::BarEnd);
        QCOMPARE(m_scene->hit(wide.center()).place, BoardHit::Place::Bar);
        m_scene->geometry.dayWidth = 4;
        const QRect narrow = m_scene->barOf(m_book->find(id<ReservationId>(2)))->rect;
        QCOMPARE(m_scene->hit({narrow.right(), narrow.center().y()}).place, BoardHit::Place::Bar);
    }

    void aWishForATakenRoomLiesBesideWhoHasIt()
    {
        StayRow wish = stay(2, 0, 1, 3, ReservationState::Requested);
        wish.wish = id<UnitId>(1);
        fill({stay(1, 1, 2, 3), wish});
        const auto held = m_scene->barOf(m_book->find(id<ReservationId>(1)));
        const auto wished = m_scene->barOf(m_book->find(id<ReservationId>(2)));
        QVERIFY(held && wished && wished->isWish && wished->isBeside && !held->isBeside);
        QVERIFY(wished->rect.height() < held->rect.height());
    }

    void aDayUseIsHitOverWhoLeavesAndWhoComes()
    {
        fill({stay(1, 1, 2, 2), stay(2, 1, 4, 2), stay(3, 1, 4, 0)});
        const QPoint noon(m_scene->geometry.noon(firstDay + Days{4}),
                          m_scene->rows.at(m_scene->rows.rowOf(m_book->find(id<UnitId>(1)))).y + 14);
        QCOMPARE(m_scene->hit(noon).stay, m_book->find(id<ReservationId>(3)));
    }

    void aTakenRoomRefusesAndItsOwnGuestDoesNotStandInTheWay()
    {
        fill({stay(1, 1, 2, 3), stay(2, 2, 2, 3)});
        const StayHandle first = m_book->find(id<ReservationId>(1));
        const Stay when{firstDay + Days{3}, firstDay + Days{5}};
        QCOMPARE(placeRefusal(*m_book, first, 0, m_book->find(id<UnitId>(2)), when)->code,
                 std::string(refusal::unitTaken));
        QVERIFY(!placeRefusal(*m_book, first, 0, m_book->find(id<UnitId>(1)), when));
        QVERIFY(!placeRefusal(*m_book, first, 0, m_book->find(id<UnitId>(3)), when));
    }

    void whoHoldsStockFindsNoneWhereAllIsTaken()
    {
        // Two of stock: nights 2 to 4 are full with the first two.
        fill({stay(1, 1, 2, 3), stay(2, 2, 2, 3), stay(3, 3, 8, 2)});
        const StayHandle third = m_book->find(id<ReservationId>(3));
        const Stay full{firstDay + Days{4}, firstDay + Days{6}};
        QCOMPARE(placeRefusal(*m_book, third, 0, m_book->find(id<UnitId>(3)), full)->code,
                 std::string(refusal::noStock));
        const Stay free{firstDay + Days{5}, firstDay + Days{7}};
        QVERIFY(!placeRefusal(*m_book, third, 0, m_book->find(id<UnitId>(3)), free));
    }

    void whatIsOverCannotBeReservedAndAGuestInHouseKeepsTheArrival()
    {
        StayRow inHouse = stay(1, 1, -1, 4, ReservationState::InHouse);
        fill({inHouse});
        const UnitIndex unit = m_book->find(id<UnitId>(1));
        QCOMPARE(placeRefusal(*m_book, noStay, 0, unit, {firstDay - Days{5}, firstDay - Days{3}})->code,
                 std::string(refusal::badStay));
        const StayHandle guest = m_book->find(inHouse.id);
        QCOMPARE(placeRefusal(*m_book, guest, 0, unit, {firstDay, firstDay + Days{3}})->code,
                 std::string(refusal::badStay));
        QCOMPARE(placeRefusal(*m_book, guest, 0, noUnit, inHouse.stay)->code,
                 std::string(refusal::unitMissing));
        QVERIFY(!placeRefusal(*m_book, guest, 0, unit, {inHouse.stay.arrival, firstDay + Days{6}}));
    }

    void whoMovedRoomsHasABarInEachAndMovesTheNightsThatAreLeft()
    {
        StayRow moved = stay(1, 2, -3, 6, ReservationState::InHouse);
        moved.earlierUnits = {{id<UnitId>(1), {firstDay - Days{3}, firstDay - Days{1}}}};
        const StayRow before = stay(2, 2, -5, 4, ReservationState::Departed);
        const StayRow leaving = stay(3, 3, -2, 2, ReservationState::InHouse);
        fill({moved, before, leaving});
        const StayHandle guest = m_book->find(moved.id);
        const auto barsOf = [this](int number) {
            for (int row = 0; row < m_scene->rows.count(); ++row) {
                if (m_scene->rows.at(row).kind == BoardRow::Kind::Unit &&
                    m_scene->rows.at(row).unit == m_book->find(id<UnitId>(number)))
                    return m_scene->bars(row, 0, m_scene->geometry.width());
            }
            return std::vector<Bar>{};
        };
        QCOMPARE(barsOf(1).size(), std::size_t{1});
        QVERIFY(barsOf(1)[0].isEarlier);
        QCOMPARE(barsOf(1)[0].nights, (Stay{firstDay - Days{3}, firstDay - Days{1}}));
        QCOMPARE(barsOf(2).size(), std::size_t{2});
        for (const Bar &bar : barsOf(2))
            QVERIFY(!bar.isBeside && !bar.isEarlier);
        QCOMPARE(m_scene->barOf(guest)->nights, (Stay{firstDay - Days{1}, firstDay + Days{3}}));
        // Where somebody slept until today there is room from tonight on; the ghost shows those nights.
        const UnitIndex third = m_book->find(id<UnitId>(3));
        QVERIFY(!placeRefusal(*m_book, guest, 0, third, moved.stay));
        const BoardGhost ghost{guest,      0, third, m_scene->rows.rowOf(*m_book, m_book->find(leaving.id)),
                               moved.stay, {}};
        QCOMPARE(m_scene->ghostRect(ghost).left(), m_scene->geometry.barLeft({firstDay, firstDay + Days{3}}));
        fill({stay(4, 3, 1, 2)});
        QCOMPARE(placeRefusal(*m_book, guest, 0, third, moved.stay)->code, std::string(refusal::unitTaken));
    }

private:
    void fill(const std::vector<StayRow> &rows)
    {
        ChangeSet set = house();
        set.stays = rows;
        m_book->apply(set);
        m_scene->rows.arrange(*m_book, m_scene->folding, {});
    }

    std::unique_ptr<Book> m_book;
    std::unique_ptr<BoardScene> m_scene;
};

QTEST_APPLESS_MAIN(TestBoardPlan)
#include "tst_boardplan.moc"
