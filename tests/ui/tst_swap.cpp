// Swapping rooms and taking back, as a clerk does it.

#include <QLineEdit>
#include <QListWidget>

#include "ui/languages.h"
#include "ui/parts/deskdialog.h"
#include "ui/reservation/actions.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

UnitId tonight(Stage &stage, const ReservationId &id)
{
    return presentUnit(stage.at(id), demoDate())->unit;
}

} // namespace

class TestSwap : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }

    void theDialogOffersWhoHasARoomInTheseNightsAndSwaps()
    {
        Stage stage;
        const auto [one, other] = twoInHouse(stage);
        const UnitId room = tonight(stage, one);
        const UnitId otherRoom = tonight(stage, other);
        stage.window->showReservation(one);
        stage.settle();
        act(stage, "actionSwap")->trigger();
        stage.settle();
        auto *dialog = stage.window->findChild<ui::DeskDialog *>(QStringLiteral("swapDialog"));
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("swapList"));
        QVERIFY(list->count() > 0);
        const QString guest = QString::fromStdString(stage.at(other).guest.name);
        const auto found = list->findItems(guest, Qt::MatchContains);
        QVERIFY(!found.isEmpty());
        list->setCurrentItem(found.front());
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("swapSearch")), Qt::Key_Return);
        QTRY_VERIFY(tonight(stage, one) == otherRoom);
        QVERIFY(tonight(stage, other) == room);
        QTRY_VERIFY(!stage.window->findChild<ui::DeskDialog *>(QStringLiteral("swapDialog")));
    }

    void undoNamesWhatItTakesBackAndTakesItBack()
    {
        Stage stage;
        QAction *undo = act(stage, "actionUndo");
        QVERIFY(!undo->isEnabled());
        const auto [one, other] = twoInHouse(stage);
        const UnitId room = tonight(stage, one);
        stage.desk.submit(SwapUnits{one, other});
        stage.settle();
        QVERIFY(undo->isEnabled());
        QVERIFY2(undo->text().contains(QStringLiteral("Swap rooms with")), qPrintable(undo->text()));
        undo->trigger();
        QTRY_VERIFY(tonight(stage, one) == room);
        QTRY_VERIFY(!undo->isEnabled());
        QCOMPARE(undo->iconText(), QStringLiteral("Undo"));
    }

    void whatHasNoWayBackEndsWhatCanBeUndone()
    {
        Stage stage;
        const auto [one, other] = twoInHouse(stage);
        stage.desk.submit(EditNote{one, "quiet"});
        stage.settle();
        QVERIFY(act(stage, "actionUndo")->isEnabled());
        stage.desk.submit(ConfirmReservation{one}); // refused: it changes nothing
        stage.settle();
        QVERIFY(act(stage, "actionUndo")->isEnabled());
        const Reservation &guest = stage.at(stage.oneIn(ReservationState::Confirmed));
        stage.desk.submit(CancelReservation{guest.id, "ill"});
        stage.settle();
        QVERIFY(!act(stage, "actionUndo")->isEnabled());
    }

    void twoChosenReservationsSwapAtOnce()
    {
        Stage stage;
        const auto [one, other] = twoInHouse(stage);
        const UnitId room = tonight(stage, one);
        auto *actions = stage.window->findChild<ui::ReservationActions *>();
        actions->setTargets({stage.book.row(stage.book.find(one)), stage.book.row(stage.book.find(other))});
        QVERIFY(act(stage, "actionSwap")->isEnabled());
        act(stage, "actionSwap")->trigger();
        QTRY_VERIFY(tonight(stage, other) == room);
        QVERIFY(!stage.window->findChild<ui::DeskDialog *>(QStringLiteral("swapDialog")));
    }

private:
    ui::Languages m_languages;
};

QTEST_MAIN(TestSwap)
#include "tst_swap.moc"
