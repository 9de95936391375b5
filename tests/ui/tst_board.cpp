// The board as a person uses it: by the keyboard alone, by the mouse alone, and by a screen reader.

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "ui/board/board.h"
#include "ui/board/boardwords.h"
#include "ui/theme.h"

using namespace deskbell;
using namespace deskbell::models;
using namespace deskbell::ui;

Q_DECLARE_METATYPE(std::optional<deskbell::UnitId>)

namespace {

constexpr Date today{Days{17'000}};

template <typename IdType>
IdType id(int number)
{
    IdType made;
    made.value.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    made.value.bytes[15] = static_cast<std::uint8_t>(number);
    return made;
}

StayRow stay(int number, int unit, int from, int nights)
{
    StayRow row;
    row.id = id<ReservationId>(number);
    row.offering = id<OfferingId>(1);
    if (unit > 0)
        row.unit = id<UnitId>(unit);
    row.stay = {today + Days{from}, today + Days{from + nights}};
    row.state = ReservationState::Confirmed;
    row.holdsStock = true;
    row.guest = "Guest " + std::to_string(number);
    row.possible = 1u << static_cast<unsigned>(CommandType::MoveReservation);
    return row;
}

ChangeSet house()
{
    ChangeSet set;
    set.property.emplace();
    set.property->businessDate = today;
    set.property->currency = *parseCurrency("EUR");
    for (int type = 1; type <= 2; ++type) {
        Offering offering;
        offering.id = id<OfferingId>(type);
        offering.name = type == 1 ? "Twin" : "Suite";
        offering.capacity = 40;
        offering.order = type;
        set.offerings.push_back(offering);
        for (int i = 1; i <= 40; ++i) {
            Unit unit;
            unit.id = id<UnitId>((type - 1) * 40 + i);
            unit.offering = offering.id;
            unit.name = std::to_string(100 * type + i);
            unit.order = i;
            set.units.push_back(unit);
        }
    }
    // Room 101: from today two nights, then free two, then three. Room 102: a guest who owes.
    set.stays = {stay(1, 1, 0, 2), stay(2, 1, 4, 3), stay(3, 2, 1, 2), stay(4, 0, 2, 2)};
    set.stays[2].owed = 12'000;
    return set;
}

} // namespace

class TestBoard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void init()
    {
        m_book = std::make_unique<Book>();
        m_board = std::make_unique<Board>(*m_book);
        m_board->resize(1000, 600);
        m_board->show();
        m_book->apply(house());
        m_board->setDayWidth(40);
        m_board->goToToday();
        m_board->activateWindow();
        m_board->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_board.get()));
        m_reserved = std::make_unique<QSignalSpy>(m_board.get(), &Board::reserveRequested);
        m_moved = std::make_unique<QSignalSpy>(m_board.get(), &Board::moveRequested);
        m_opened = std::make_unique<QSignalSpy>(m_board.get(), &Board::openRequested);
        m_menus = std::make_unique<QSignalSpy>(m_board.get(), &Board::menuRequested);
    }

    void cleanup()
    {
        m_board.reset();
        m_book.reset();
    }

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

    // What it shows

    void aChangeIsPaintedWhereItIsAndNowhereElse()
    {
        QCoreApplication::processEvents();
        const QImage before = body()->grab().toImage();
        ChangeSet set;
        set.stays = {stay(1, 1, 0, 3)};
        m_book->apply(set);
        const QImage after = body()->grab().toImage();
        QVERIFY(before != after);
        const QRect changed =
            m_board->toViewport(m_board->scene().barOf(m_book->find(id<ReservationId>(1)))->rect);
        for (int y = 0; y < after.height(); ++y) {
            if (y >= changed.top() - 3 && y <= changed.bottom() + 3)
                continue;
            QVERIFY(before.copy(0, y, before.width(), 1) == after.copy(0, y, after.width(), 1));
        }
    }

    void scrolledPixelsAreThoseThatAWholePaintWouldMake()
    {
        for (const int days : {7, 31, 365}) {
            m_board->showDays(days);
            m_board->goToToday();
            QCoreApplication::processEvents();
            for (const auto &[across, down] : {std::pair{33, 0}, std::pair{0, 33}, std::pair{-90, 57}}) {
                m_board->horizontalScrollBar()->setValue(m_board->horizontalScrollBar()->value() + across);
                m_board->verticalScrollBar()->setValue(m_board->verticalScrollBar()->value() + down);
                QCoreApplication::processEvents();
                const QImage shifted = shownPixels();
                m_board->viewport()->update();
                for (QWidget *part : m_board->findChildren<QWidget *>())
                    part->update();
                QCoreApplication::processEvents();
                QCOMPARE(shifted, shownPixels());
            }
        }
    }

    void aRevealedReservationIsSelectedAndInSightWhateverIsFolded()
    {
        ChangeSet set;
        set.stays = {stay(9, 75, 200, 3)};
        set.stays[0].offering = id<OfferingId>(2);
        m_book->apply(set);
        m_board->reveal(id<ReservationId>(9));
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(9)));
        const auto found = m_board->scene().barOf(m_book->find(id<ReservationId>(9)));
        QVERIFY(m_board->visibleContent().contains(found->rect));
    }

    void aReservationThatGoesTakesItsSelectionAlong()
    {
        m_board->select(id<ReservationId>(1));
        QSignalSpy selection(m_board.get(), &Board::selectionChanged);
        ChangeSet set;
        set.gone = {id<ReservationId>(1)};
        m_book->apply(set);
        QCOMPARE(selection.size(), 1);
        QVERIFY(!m_board->selected());
    }

    void whatStandsAtTheTopStaysThereWhenAStackAboveGrows()
    {
        m_board->verticalScrollBar()->setValue(20 * rowHeight());
        const BoardScene &scene = m_board->scene();
        const UnitIndex top = scene.rows.at(scene.rows.rowAt(m_board->visibleContent().top())).unit;
        ChangeSet set;
        for (int i = 0; i < 3; ++i)
            set.stays.push_back(stay(50 + i, 0, 2, 2));
        m_book->apply(set);
        QVERIFY(scene.rows.at(scene.rows.rowAt(m_board->visibleContent().top())).unit == top);
    }

    // The screen reader

    void eachVisibleBarIsAnItemWithANameThatSaysAll()
    {
        QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_board.get());
        QVERIFY(board);
        QCOMPARE(board->text(QAccessible::Name), QStringLiteral("Board"));
        QCOMPARE(board->childCount(), 4);
        QAccessibleInterface *owing = itemNamed("Guest 3");
        QVERIFY(owing);
        const QString name = owing->text(QAccessible::Name);
        for (const char *part : {"room 102", "Confirmed", "120.00"})
            QVERIFY2(name.contains(QLatin1String(part)), qPrintable(name));
        QCOMPARE(owing->role(), QAccessible::ListItem);
        QVERIFY(owing->parent() == board);
        QCOMPARE(board->child(board->indexOfChild(owing)), owing);
        const QRect there = owing->rect();
        QVERIFY(there.contains(body()->mapToGlobal(bar(3))));
        QCOMPARE(board->childAt(there.center().x(), there.center().y()), owing);
    }

    void anItemOutOfSightIsNone()
    {
        QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_board.get());
        QCOMPARE(board->childCount(), 4);
        m_board->goTo(today + Days{100});
        QCOMPARE(board->childCount(), 0);
    }

    void anItemsActionsSelectOpenAndShowTheMenu()
    {
        QAccessibleInterface *item = itemNamed("Guest 2");
        QVERIFY(item && item->actionInterface());
        item->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_board->selected(), std::optional(id<ReservationId>(2)));
        QVERIFY(itemNamed("Guest 2")->state().selected && itemNamed("Guest 2")->state().focused);
        itemNamed("Guest 2")->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        itemNamed("Guest 2")->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_menus->size(), 1);
    }

    void theCellIsDescribed()
    {
        QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_board.get());
        toRoom(103);
        const QString text = board->text(QAccessible::Description);
        QVERIFY2(text.contains(QStringLiteral("103")) && text.contains(QStringLiteral("free")),
                 qPrintable(text));
    }

    void theToolTipEscapesWhatGuestsAreCalled()
    {
        ChangeSet set;
        set.stays = {stay(1, 1, 0, 2)};
        set.stays[0].guest = "<b>Eve</b> & Co";
        m_book->apply(set);
        const QString tip = barToolTip(*m_book, m_book->find(id<ReservationId>(1)));
        QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;Eve&lt;/b&gt; &amp; Co")), qPrintable(tip));
    }

private:
    QWidget *body() const { return m_board->viewport(); }
    int rowHeight() const { return m_board->scene().rows.at(3).height; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_board.get(), key, modifiers);
    }

    /// By keys, from wherever the cell is, to today's cell of the room.
    void toRoom(int name)
    {
        press(Qt::Key_Home, Qt::ControlModifier);
        const BoardScene &scene = m_board->scene();
        for (int i = 0; i < scene.rows.count(); ++i) {
            const BoardRow &row = scene.rows.at(scene.cursor.row);
            if (row.kind == BoardRow::Kind::Unit && m_book->unitName(row.unit) == QString::number(name))
                return;
            press(Qt::Key_Down);
        }
        QFAIL("no such room");
    }

    QPoint cell(int unit, int day) const
    {
        const int row = m_board->scene().rows.rowOf(m_book->find(id<UnitId>(unit)));
        return m_board->toViewport(m_board->scene().cellRect({row, today + Days{day}, 1})).center();
    }

    QPoint bar(int number) const
    {
        return m_board->toViewport(m_board->scene().barOf(m_book->find(id<ReservationId>(number)))->rect)
            .center();
    }

    void moveTo(const QPoint &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, body()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(body(), &event);
    }

    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(body(), Qt::LeftButton, {}, from);
        moveTo((from + to) / 2);
        moveTo(to);
        QTest::mouseRelease(body(), Qt::LeftButton, {}, to);
    }

    QAccessibleInterface *itemNamed(const QString &guest) const
    {
        QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_board.get());
        for (int i = 0; i < board->childCount(); ++i) {
            if (board->child(i)->text(QAccessible::Name).startsWith(guest))
                return board->child(i);
        }
        return nullptr;
    }

    /// What has reached the window, not what a fresh rendering would be.
    QImage shownPixels() const { return m_board->screen()->grabWindow(m_board->winId()).toImage(); }

    std::unique_ptr<Book> m_book;
    std::unique_ptr<Board> m_board;
    std::unique_ptr<QSignalSpy> m_reserved, m_moved, m_opened, m_menus;
};

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
