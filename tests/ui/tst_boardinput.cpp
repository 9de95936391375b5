// The board worked by a person: by the keyboard alone and by the mouse alone.

#include <QContextMenuEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include "ui/boardstage.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestBoardInput : public QObject, private BoardStage
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(set()); }
    void cleanup() { clear(); }

    // The keyboard alone

    void controlArrowsGoFromBarToBarAndEnterOpens()
    {
        press(Qt::Key_Right, Qt::ControlModifier); // the one without a room
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(4)));
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(1)));
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(2)));
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(1)));
        press(Qt::Key_Return);
        QCOMPARE(m_opened->size(), 1);
    }

    void markedNightsAreReservedWithEnter()
    {
        toRoom(101);
        press(Qt::Key_Right);
        press(Qt::Key_Right); // the day the guest leaves: the night is free
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Return);
        QCOMPARE(m_reserved->size(), 1);
        QVERIFY(m_reserved->at(0)[1].value<std::optional<UnitId>>() == id<UnitId>(1));
        QVERIFY((m_reserved->at(0)[2].value<Stay>() == Stay{today + Days{2}, today + Days{4}}));
    }

    void nightsThatAreTakenAreNotReserved()
    {
        toRoom(101);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Return);
        QCOMPARE(m_reserved->size(), 0);
    }

    void takenUpWithMABarIsPutDownWithEnter()
    {
        toRoom(101);
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(1)));
        press(Qt::Key_M);
        QVERIFY(m_board->scene().ghost);
        press(Qt::Key_Down); // 102 is taken from tomorrow
        QVERIFY(m_board->scene().ghost->refusal);
        press(Qt::Key_Return);
        QCOMPARE(m_moved->size(), 0);

        press(Qt::Key_M);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Right);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Return);
        QCOMPARE(m_moved->size(), 1);
        QVERIFY(m_moved->at(0)[0].value<ReservationId>() == id<ReservationId>(1));
        QVERIFY(m_moved->at(0)[2].value<std::optional<UnitId>>() == id<UnitId>(3));
        QVERIFY((m_moved->at(0)[3].value<Stay>() == Stay{today + Days{1}, today + Days{4}}));
        QVERIFY(!m_board->scene().ghost);
    }

    void escapeGivesUpWhatWasTakenUp()
    {
        toRoom(101);
        press(Qt::Key_M);
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QVERIFY(!m_board->scene().ghost);
        press(Qt::Key_Escape);
        QVERIFY(!m_board->selected());
        QCOMPARE(m_moved->size(), 0);
    }

    void theMenuComesWithItsKeyAndWithShiftF10()
    {
        toRoom(101);
        press(Qt::Key_Menu);
        press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(m_menus->size(), 2);
        QVERIFY(m_board->rect().contains(m_board->mapFromGlobal(m_menus->at(0)[0].toPoint())));
    }

    void theCellIsAlwaysBroughtIntoSight()
    {
        for (int i = 0; i < 60; ++i)
            press(Qt::Key_Down);
        for (int i = 0; i < 50; ++i)
            press(Qt::Key_Right);
        QVERIFY(m_board->visibleContent().contains(m_board->scene().cellRect(m_board->scene().cursor)));
        press(Qt::Key_Home);
        QCOMPARE(m_board->scene().cursor.day, today);
        QVERIFY(m_board->visibleContent().contains(m_board->scene().cellRect(m_board->scene().cursor)));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_board->scene().rows.at(m_board->scene().cursor.row).kind, BoardRow::Kind::Head);
    }

    void enterFoldsATypeAndOpensItAgain()
    {
        const int rows = m_board->scene().rows.count();
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        press(Qt::Key_Return);
        QCOMPARE(m_board->scene().rows.count(), rows - 41);
        press(Qt::Key_Return);
        QCOMPARE(m_board->scene().rows.count(), rows);
    }

    // The mouse alone

    void aDoubleClickOnAFreeCellReservesItsNight()
    {
        // The second half of one that began on something that lay over the board is not meant for it.
        QTest::mouseDClick(body(), Qt::LeftButton, {}, cell(3, 5));
        QCOMPARE(m_reserved->size(), 0);
        QTest::mouseClick(body(), Qt::LeftButton, {}, cell(3, 5));
        QTest::mouseDClick(body(), Qt::LeftButton, {}, cell(3, 5));
        QCOMPARE(m_reserved->size(), 1);
        QVERIFY((m_reserved->at(0)[2].value<Stay>() == Stay{today + Days{5}, today + Days{6}}));
    }

    void aDragOverFreeCellsReservesFromTheFirstToTheLastDay()
    {
        drag(cell(3, 5), cell(3, 8));
        QCOMPARE(m_reserved->size(), 1);
        QVERIFY(m_reserved->at(0)[1].value<std::optional<UnitId>>() == id<UnitId>(3));
        QVERIFY((m_reserved->at(0)[2].value<Stay>() == Stay{today + Days{5}, today + Days{8}}));
    }

    void aDragMovesABarToAnotherRoomAndDay()
    {
        const QPoint from = bar(1);
        drag(from, from + QPoint(2 * 40, 2 * rowHeight()));
        QCOMPARE(m_moved->size(), 1);
        QVERIFY(m_moved->at(0)[2].value<std::optional<UnitId>>() == id<UnitId>(3));
        QVERIFY((m_moved->at(0)[3].value<Stay>() == Stay{today + Days{2}, today + Days{4}}));
    }

    void aDragOntoATakenRoomMovesNothing()
    {
        const QPoint from = bar(1);
        drag(from, from + QPoint(0, rowHeight()));
        QCOMPARE(m_moved->size(), 0);
        QVERIFY(!m_board->scene().ghost);
    }

    void aBarsEndLengthensTheStay()
    {
        const auto found = m_board->scene().barOf(m_book->find(id<ReservationId>(1)));
        const QRect rect = m_board->toViewport(found->rect);
        const QPoint end(rect.right() - 2, rect.center().y());
        drag(end, end + QPoint(40, 0));
        QCOMPARE(m_moved->size(), 1);
        QVERIFY((m_moved->at(0)[3].value<Stay>() == Stay{today, today + Days{3}}));
    }

    void escapeEndsADragWithoutAMove()
    {
        QTest::mousePress(body(), Qt::LeftButton, {}, bar(1));
        moveTo(bar(1) + QPoint(0, 3 * rowHeight()));
        QVERIFY(m_board->scene().ghost);
        press(Qt::Key_Escape);
        QTest::mouseRelease(body(), Qt::LeftButton, {}, bar(1) + QPoint(0, 3 * rowHeight()));
        QCOMPARE(m_moved->size(), 0);
    }

    void aGuestWhomNobodyMayMoveStays()
    {
        ChangeSet set;
        set.stays = {stay(1, 1, 0, 2)};
        set.stays[0].possible = 0;
        m_book->apply(set);
        drag(bar(1), bar(1) + QPoint(0, 3 * rowHeight()));
        QCOMPARE(m_moved->size(), 0);
    }

    void theRightButtonSelectsAndAsksForTheMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, bar(3), body()->mapToGlobal(bar(3)));
        QApplication::sendEvent(body(), &event);
        QCOMPARE(m_menus->size(), 1);
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(3)));
    }

    void theWheelWithControlZoomsAroundThePointer()
    {
        const QPoint at(400, 100);
        const Date under = m_board->scene().geometry.dayAt(m_board->toContent(at).x());
        QWheelEvent event(at, body()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(body(), &event);
        QVERIFY(m_board->dayWidth() > 50);
        QCOMPARE(m_board->scene().geometry.dayAt(m_board->toContent(at).x()), under);
    }
};

QTEST_MAIN(TestBoardInput)
#include "tst_boardinput.moc"
