// What the board shows, to eyes and to a screen reader.

#include <QAccessible>
#include <QPixmap>
#include <QScrollBar>

#include "ui/board/boardwords.h"
#include "ui/boardstage.h"
#include "ui/theme.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestBoard : public QObject, private BoardStage
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(set()); }
    void cleanup() { clear(); }

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

    void theToolTipShowsToTheLetterWhatGuestsAreCalled()
    {
        ChangeSet set;
        set.stays = {stay(1, 1, 0, 2)};
        set.stays[0].guest = "<b>Eve</b> & Co";
        m_book->apply(set);
        const QString tip = barToolTip(*m_book, m_book->find(id<ReservationId>(1)));
        QVERIFY2(tip.contains(QStringLiteral("<b>Eve</b> & Co")), qPrintable(tip));
    }

    void datesThatAreNotLoadedSaySoAndShowNoStock()
    {
        const OfferingIndex twin = m_book->find(id<OfferingId>(1));
        const QImage before = body()->grab().toImage();
        m_board->setLoaded(Window{today - Days{7}, today + Days{5}});
        QVERIFY(body()->grab().toImage() != before);
        const BoardScene &scene = m_board->scene();
        QVERIFY(scene.isLoaded(today + Days{4}) && !scene.isLoaded(today + Days{5}));
        QVERIFY(availabilityText(scene, twin, today + Days{5}).endsWith(QStringLiteral(": not loaded")));
        QVERIFY(!availabilityText(scene, twin, today + Days{4}).contains(QStringLiteral("not loaded")));
        m_board->setLoaded(Window{today - Days{7}, today + Days{50}});
        QVERIFY(body()->grab().toImage() == before);
    }

    void aDayBeyondTheKnownOnesCanBeGoneTo()
    {
        m_board->setLoaded(Window{today - Days{7}, today + Days{400}});
        m_board->goTo(today + Days{800});
        QCOMPARE(m_board->firstDay(), today + Days{800});
        m_board->goTo(today - Days{500});
        QCOMPARE(m_board->firstDay(), today - Days{500});
    }

private:
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
};

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
