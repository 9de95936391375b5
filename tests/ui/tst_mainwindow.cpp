// The main window as a person uses it: choosing, confirming, searching, taking a reservation.

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "ui/board/board.h"
#include "ui/languages.h"
#include "ui/scenes.h"
#include "ui/theme.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aManagerConfirmsSeveralRequestsAtOnce();
    void aClerkIsNotOfferedWhatOnlyAManagerMayDo();
    void aRejectionWantsAReason();
    void whatIsChosenInTheQueueShowsInThePanelAndOnTheBoard();
    void aNarrowWindowMakesRoomForThePanelOnlyWhileSomebodyIsChosen();
    void searchingFindsAGuestWithTheKeyboardAlone();
    void noTwoActionsHaveOneShortcut();
    void aNewReservationIsTakenWithTheKeyboardAlone();
    void aSecondPressTakesNoSecondReservation();
    void datesThatTheBoardShowsAreAskedForWhenTheyAreMissing();

private:
    ui::Languages m_languages;
};

void TestMainWindow::initTestCase()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    ui::applyTheme(*qApp, ui::Scheme::Light);
}

void TestMainWindow::aManagerConfirmsSeveralRequestsAtOnce()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    // Of a type with rooms enough for all three.
    QTest::keyClicks(find<QLineEdit>(stage.window.get(), "queueFilter"), QStringLiteral("Standard"));
    chooseInQueue(stage, 0, 2);
    const int before = queueList(stage)->model()->rowCount();
    auto *confirm = find<QPushButton>(stage.window.get(), "queueConfirm");
    QCOMPARE(confirm->text(), QStringLiteral("Confirm (3)"));
    QTest::mouseClick(confirm, Qt::LeftButton);
    stage.settle();
    QCOMPARE(stage.desk.given().size(), std::size_t(3));
    QTRY_COMPARE(queueList(stage)->model()->rowCount(), before - 3);
}

void TestMainWindow::aClerkIsNotOfferedWhatOnlyAManagerMayDo()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    chooseInQueue(stage, 0, 0);
    QVERIFY(!act(stage, "actionConfirm")->isEnabled());
    QVERIFY(!find<QPushButton>(stage.window.get(), "queueConfirm")->isEnabled());
    QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
    stage.settle();
    QVERIFY(stage.desk.given().empty());
}

void TestMainWindow::aRejectionWantsAReason()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    chooseInQueue(stage, 0, 1);
    act(stage, "actionReject")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept"));
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(QStringLiteral("reasonText")),
                     QStringLiteral("Full house"));
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    stage.settle();
    QCOMPARE(stage.desk.given().size(), std::size_t(2));
    for (const Command &command : stage.desk.given())
        QCOMPARE(QString::fromStdString(std::get<RejectReservation>(command.args).reason),
                 QStringLiteral("Full house"));
}

void TestMainWindow::whatIsChosenInTheQueueShowsInThePanelAndOnTheBoard()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    chooseInQueue(stage, 1, 1);
    const QString name = queueList(stage)->currentIndex().data(Qt::DisplayRole).toString();
    auto *guest = stage.window->findChild<QLabel *>(QStringLiteral("panelGuest"));
    QTRY_VERIFY(guest->isVisible());
    QVERIFY2(name.startsWith(guest->text()), qPrintable(name));
}

void TestMainWindow::aNarrowWindowMakesRoomForThePanelOnlyWhileSomebodyIsChosen()
{
    Stage stage;
    openWindow(stage);
    stage.window->resize(960, 496);
    stage.settle();
    QVERIFY(find<QWidget>(stage.window.get(), "queuePanel")->isVisible());
    QVERIFY(!find<QWidget>(stage.window.get(), "side")->isVisible());
    // Shown by the wide board, and out of sight on the one that the panel leaves.
    const ui::Board &board = stage.window->board();
    for (const models::StayHandle stay : stage.book.lane(models::QueueLane::Requested)) {
        stage.window->showReservation({});
        stage.settle();
        stage.window->showReservation(stage.book.at(stay).id);
        stage.settle();
        QVERIFY(find<QWidget>(stage.window.get(), "side")->isVisible());
        const auto bar = board.scene().barOf(stay);
        QVERIFY(bar);
        QVERIFY(board.viewport()->rect().intersects(board.toViewport(bar->rect)));
    }
    stage.window->showReservation({});
    stage.settle();
    QVERIFY(!find<QWidget>(stage.window.get(), "side")->isVisible());
}

void TestMainWindow::searchingFindsAGuestWithTheKeyboardAlone()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    auto *search = find<QLineEdit>(stage.window.get(), "search");
    act(stage, "actionSearch")->trigger();
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("Hanna"));
    auto *results = find<QListWidget>(stage.window.get(), "searchResults");
    QTRY_VERIFY(results->isVisible() && results->count() > 0);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    stage.settle();
    QTRY_COMPARE(find<QLabel>(stage.window.get(), "panelGuest")->text(), QStringLiteral("Hanna Weber"));
    QVERIFY(!results->isVisible());
}

void TestMainWindow::noTwoActionsHaveOneShortcut()
{
    Stage stage(Role::Admin);
    openWindow(stage);
    QHash<QString, QString> owners;
    for (const QAction *action : stage.window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!owners.contains(text) || owners[text] == action->objectName(),
                     qPrintable(text + QStringLiteral(": ") + action->objectName() + QStringLiteral(", ") +
                                owners.value(text)));
            owners[text] = action->objectName();
        }
    }
    QVERIFY(owners.size() > 20);
}

void TestMainWindow::aNewReservationIsTakenWithTheKeyboardAlone()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    act(stage, "actionNew")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QTRY_VERIFY(QApplication::focusWidget() &&
                QApplication::focusWidget()->objectName() == QLatin1String("guestName"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Kim Hana"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(stage.desk.given().size(), std::size_t(1));
    const auto &make = std::get<MakeReservation>(stage.desk.given().front().args);
    QCOMPARE(QString::fromStdString(make.guest.name), QStringLiteral("Kim Hana"));
    QTRY_COMPARE(find<QLabel>(stage.window.get(), "panelGuest")->text(), QStringLiteral("Kim Hana"));
    QCOMPARE(stage.window->board().selected() == make.reservation, true);
}

void TestMainWindow::aSecondPressTakesNoSecondReservation()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    act(stage, "actionNew")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("guestName")), QStringLiteral("Kim Hana"));
    auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept"));
    accept->click();
    accept->click();
    accept->setEnabled(true); // even a press that comes through
    accept->click();
    stage.settle();
    QCOMPARE(stage.desk.given().size(), std::size_t(1));
}

void TestMainWindow::datesThatTheBoardShowsAreAskedForWhenTheyAreMissing()
{
    Stage stage;
    openWindow(stage);
    const Date today = testing::demoDate();
    models::LinkState link = stage.desk.link();
    link.loaded = Window{today - Days{7}, today + Days{400}};
    stage.desk.setLink(link);
    QVERIFY(!stage.desk.looked());
    ui::Board &board = stage.window->board();
    QVERIFY(board.scene().loaded == link.loaded);
    board.goTo(today - Days{40});
    QVERIFY(stage.desk.looked() && stage.desk.looked()->from <= today - Days{40});
    board.goTo(today + Days{500});
    QVERIFY(stage.desk.looked()->to >= today + Days{500 + board.daysShown()});
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
