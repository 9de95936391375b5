// The main window as a person uses it: choosing, confirming, searching, going offline and back.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "domain/refusal.h"
#include "ui/board/board.h"
#include "ui/languages.h"
#include "ui/outbox/attentioncardview.h"
#include "ui/screens.h"
#include "ui/theme.h"
#include "ui/window/mainwindow.h"

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
    void offlineWorkWaitsAndGoesOutOnceWhenTheLineIsBack();
    void whatWasAskedIsDoneOnlyWhenItHasArrived();
    void aWaitingCommandCanBeWithdrawn();
    void aRefusedRequestOffersRealChoicesAndOneOfThemSupersedesIt();
    void theSecondHalfOfADoubleClickWithdrawsNothing();
    void nothingTheNetworkSaysOpensADialog();
    void aRefusalIsToldInPlaceAndCanBeClosed();
    void noTwoActionsHaveOneShortcut();
    void theOutboxOpensAndClosesByKeys();
    void signingOutWithCommandsWaitingSaysWhatBecomesOfThem();
    void anotherBackendIsGoneOnWithOnlyWhenThePersonSaysSo();
    void aNewReservationIsTakenWithTheKeyboardAlone();
    void aSecondPressTakesNoSecondReservation();
    void datesThatTheBoardShowsAreAskedForWhenTheyAreMissing();

private:
    static void open(Stage &stage)
    {
        stage.window->resize(1440, 860);
        stage.window->show();
        stage.settle();
    }
    template <typename T>
    static T *find(Stage &stage, const char *name)
    {
        return stage.window->findChild<T *>(QLatin1String(name));
    }
    static QListView *queue(Stage &stage) { return find<QListView>(stage, "queueList"); }
    static void choose(Stage &stage, int from, int to)
    {
        QListView *list = queue(stage);
        list->setCurrentIndex(list->model()->index(from, 0));
        for (int row = from + 1; row <= to; ++row)
            list->selectionModel()->select(list->model()->index(row, 0), QItemSelectionModel::Select);
        stage.settle();
    }
    static void press(QWidget *in, const char *button)
    {
        auto *found = in->findChild<QAbstractButton *>(QLatin1String(button));
        QVERIFY2(found && found->isVisible() && found->isEnabled(), button);
        QTest::mouseClick(found, Qt::LeftButton);
    }

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
    open(stage);
    // Of a type with rooms enough for all three.
    QTest::keyClicks(find<QLineEdit>(stage, "queueFilter"), QStringLiteral("Standard"));
    choose(stage, 0, 2);
    const int before = queue(stage)->model()->rowCount();
    auto *confirm = find<QPushButton>(stage, "queueConfirm");
    QCOMPARE(confirm->text(), QStringLiteral("Confirm (3)"));
    QTest::mouseClick(confirm, Qt::LeftButton);
    stage.settle();
    QCOMPARE(stage.desk.given().size(), std::size_t(3));
    QTRY_COMPARE(queue(stage)->model()->rowCount(), before - 3);
}

void TestMainWindow::aClerkIsNotOfferedWhatOnlyAManagerMayDo()
{
    Stage stage(Role::Clerk);
    open(stage);
    choose(stage, 0, 0);
    QVERIFY(!find<QAction>(stage, "actionConfirm")->isEnabled());
    QVERIFY(!find<QPushButton>(stage, "queueConfirm")->isEnabled());
    QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
    stage.settle();
    QVERIFY(stage.desk.given().empty());
}

void TestMainWindow::aRejectionWantsAReason()
{
    Stage stage(Role::Manager);
    open(stage);
    choose(stage, 0, 1);
    find<QAction>(stage, "actionReject")->trigger();
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
    open(stage);
    choose(stage, 1, 1);
    const QString name = queue(stage)->currentIndex().data(Qt::DisplayRole).toString();
    auto *guest = stage.window->findChild<QLabel *>(QStringLiteral("panelGuest"));
    QTRY_VERIFY(guest->isVisible());
    QVERIFY2(name.startsWith(guest->text()), qPrintable(name));
}

void TestMainWindow::aNarrowWindowMakesRoomForThePanelOnlyWhileSomebodyIsChosen()
{
    Stage stage;
    open(stage);
    stage.window->resize(960, 496);
    stage.settle();
    QVERIFY(find<QWidget>(stage, "queuePanel")->isVisible());
    QVERIFY(!find<QWidget>(stage, "side")->isVisible());
    // Shown by the wide board, and out of sight on the one that the panel leaves.
    const ui::Board &board = stage.window->board();
    for (const models::StayHandle stay : stage.book.lane(models::QueueLane::Requested)) {
        stage.window->showReservation({});
        stage.settle();
        stage.window->showReservation(stage.book.at(stay).id);
        stage.settle();
        QVERIFY(find<QWidget>(stage, "side")->isVisible());
        const auto bar = board.scene().barOf(stay);
        QVERIFY(bar);
        QVERIFY(board.viewport()->rect().intersects(board.toViewport(bar->rect)));
    }
    stage.window->showReservation({});
    stage.settle();
    QVERIFY(!find<QWidget>(stage, "side")->isVisible());
}

void TestMainWindow::searchingFindsAGuestWithTheKeyboardAlone()
{
    Stage stage(Role::Clerk);
    open(stage);
    auto *search = find<QLineEdit>(stage, "search");
    find<QAction>(stage, "actionSearch")->trigger();
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("Hanna"));
    auto *results = find<QListWidget>(stage, "searchResults");
    QTRY_VERIFY(results->isVisible() && results->count() > 0);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    stage.settle();
    QTRY_COMPARE(find<QLabel>(stage, "panelGuest")->text(), QStringLiteral("Hanna Weber"));
    QVERIFY(!results->isVisible());
}

void TestMainWindow::offlineWorkWaitsAndGoesOutOnceWhenTheLineIsBack()
{
    Stage stage(Role::Manager);
    open(stage);
    stage.desk.setOnline(false);
    choose(stage, 0, 0);
    find<QAction>(stage, "actionConfirm")->trigger();
    stage.settle();
    auto *link = find<QPushButton>(stage, "linkBadge");
    QVERIFY2(link->text().contains(QStringLiteral("Offline since 14:05")) &&
                 link->text().contains(QStringLiteral("1 waiting")),
             qPrintable(link->text()));
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    stage.desk.setOnline(true);
    stage.settle();
    QCOMPARE(link->text(), QStringLiteral("Online"));
    QCOMPARE(stage.desk.given().size(), std::size_t(1));
}

void TestMainWindow::whatWasAskedIsDoneOnlyWhenItHasArrived()
{
    Stage stage(Role::Clerk);
    open(stage);
    auto *foot = find<QLabel>(stage, "footText");
    auto *badge = find<QAbstractButton>(stage, "linkBadge");
    models::LinkState link = stage.desk.link();
    link.phase = models::LinkPhase::CatchingUp; // a line, over which nothing has been answered yet
    stage.desk.setLink(link);
    stage.desk.submit(EditNote{stage.oneIn(ReservationState::InHouse), "later"});
    stage.settle();
    QVERIFY2(foot->text().startsWith(QStringLiteral("Kept, being sent: ")), qPrintable(foot->text()));
    link = stage.desk.link();
    link.notes.push_back(Error{"backend-slow", {}});
    stage.desk.setLink(link);
    QVERIFY2(foot->text().startsWith(QStringLiteral("Kept; the backend is slow")), qPrintable(foot->text()));
    QCOMPARE(find<QWidget>(stage, "note"), nullptr); // told by the badge, not by a strip
    link.phase = models::LinkPhase::Offline;
    stage.desk.setLink(link);
    QVERIFY2(foot->text().contains(QStringLiteral("when the line is back")), qPrintable(foot->text()));
    link.notes.clear();
    stage.desk.setLink(link);
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY2(foot->text().startsWith(QStringLiteral("Done: ")), qPrintable(foot->text()));
    QCOMPARE(badge->text(), QStringLiteral("Online"));
    link = stage.desk.link();
    link.notes.push_back(Error{"backend-slow", {}});
    stage.desk.setLink(link);
    QCOMPARE(badge->text(), QStringLiteral("Slow to answer"));
}

void TestMainWindow::aWaitingCommandCanBeWithdrawn()
{
    Stage stage(Role::Manager);
    open(stage);
    stage.desk.setOnline(false);
    choose(stage, 0, 0);
    const int before = queue(stage)->model()->rowCount();
    find<QAction>(stage, "actionConfirm")->trigger();
    stage.settle();
    QCOMPARE(queue(stage)->model()->rowCount(), before - 1);
    find<QAction>(stage, "actionShowOutbox")->trigger();
    stage.settle();
    press(stage.window.get(), "outboxWithdraw");
    stage.settle();
    QCOMPARE(queue(stage)->model()->rowCount(), before);
    QVERIFY(stage.desk.outbox().items.empty());
}

void TestMainWindow::aRefusedRequestOffersRealChoicesAndOneOfThemSupersedesIt()
{
    Stage stage(Role::Clerk);
    open(stage);
    // Someone else took the room in the same moment.
    const ReservationId id = stage.oneIn(ReservationState::Confirmed);
    const Reservation &stay = stage.at(id);
    const UnitId taken = stage.desk.hotel().units.front().id;
    stage.desk.refuseNext(Error{std::string(refusal::unitTaken),
                                {{"unit", toString(taken)},
                                 {"arrival", toString(stay.stay.arrival)},
                                 {"departure", toString(stay.stay.departure)}}});
    MakeReservation make;
    make.reservation = ReservationId{stage.desk.newId()};
    make.offering = stage.desk.hotel().offerings.front().id;
    make.stay = {demoDate() + Days{2}, demoDate() + Days{4}};
    make.guest.name = "Last Room";
    make.currency = stage.desk.hotel().property.currency;
    make.nightlyPrices = {9800, 9800};
    stage.desk.submit(make);
    stage.settle();
    QVERIFY(find<QPushButton>(stage, "linkBadge")->text().contains(QStringLiteral("1 needs attention")));
    find<QAction>(stage, "actionShowOutbox")->trigger();
    stage.settle();
    auto *card = stage.window->findChild<ui::AttentionCardView *>();
    QVERIFY(card && card->isVisible());
    const CommandId refused = stage.desk.outbox().cards.front().command.id;
    press(card, "choice0");
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.empty());
    const Command &again = stage.desk.given().back();
    QCOMPARE(again.supersedes == refused, true);
    QCOMPARE(std::get<MakeReservation>(again.args).reservation == make.reservation, true);
    QVERIFY(stage.desk.hotel().reservations.contains(make.reservation));
}

void TestMainWindow::theSecondHalfOfADoubleClickWithdrawsNothing()
{
    Stage stage(Role::Clerk);
    open(stage);
    stage.desk.setOnline(false);
    for (const char *note : {"one", "two"}) {
        stage.desk.submit(EditNote{stage.oneIn(ReservationState::InHouse), note});
        stage.settle();
    }
    find<QAction>(stage, "actionShowOutbox")->trigger();
    stage.settle();
    std::chrono::steady_clock::time_point now{std::chrono::hours{1}};
    stage.window->setClickClock([&now] { return now; });
    const auto withdraw = [&] {
        QTest::mouseClick(find<QAbstractButton>(stage, "outboxWithdraw"), Qt::LeftButton);
        stage.settle();
    };
    withdraw();
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    QVERIFY(!find<QLabel>(stage, "footText")->text().startsWith(QStringLiteral("Done")));
    now += std::chrono::milliseconds{200}; // what was below is under the pointer now
    withdraw();
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    now += std::chrono::milliseconds{600};
    withdraw();
    QVERIFY(stage.desk.outbox().items.empty());
}

void TestMainWindow::nothingTheNetworkSaysOpensADialog()
{
    Stage stage(Role::Clerk);
    open(stage);
    models::LinkState link;
    link.phase = models::LinkPhase::Offline;
    link.offlineSince = demoNow();
    for (const char *code : {"cache-rebuilt", "disk-full", "clock-skew", "sign-in-again", "offline-reason"})
        link.notes.push_back(Error{code, {}});
    stage.desk.setLink(link);
    emit stage.access.failed(Error{"offline", {}});
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(stage.window->findChildren<QWidget *>(QStringLiteral("note")).size(), 5);
}

void TestMainWindow::noTwoActionsHaveOneShortcut()
{
    Stage stage(Role::Admin);
    open(stage);
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

void TestMainWindow::aRefusalIsToldInPlaceAndCanBeClosed()
{
    Stage stage(Role::Clerk);
    open(stage);
    const ReservationId id = stage.oneIn(ReservationState::InHouse);
    // Due today and settled: the check-out asks nothing.
    Reservation &due = stage.desk.hotel().reservations.at(id);
    due.stay = {demoDate() - Days{1}, demoDate()};
    due.earlierUnits.clear();
    due.nightlyPrices = {paidNet(due).minor};
    stage.desk.publish();
    stage.window->showReservation(id);
    stage.settle();
    // What the panel offers is not possible any more by the time it is pressed.
    Reservation &now = stage.desk.hotel().reservations.at(id);
    now.nightlyPrices.front() += 100'00;
    find<QAction>(stage, "actionCheckOut")->trigger();
    stage.settle();
    auto *note = stage.window->findChild<QWidget *>(QStringLiteral("note"));
    QVERIFY(note && note->isVisible());
    press(stage.window.get(), "noteClose");
    stage.settle();
    QVERIFY(!stage.window->findChild<QWidget *>(QStringLiteral("noteBar"))->isVisible());
}

void TestMainWindow::theOutboxOpensAndClosesByKeys()
{
    Stage stage(Role::Clerk);
    open(stage);
    auto *panel = find<QWidget>(stage, "outboxPanel");
    QTest::keyClick(stage.window.get(), Qt::Key_F8);
    stage.settle();
    QVERIFY(panel->isVisible());
    QTRY_VERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    stage.settle();
    QVERIFY(!panel->isVisible());
}

void TestMainWindow::signingOutWithCommandsWaitingSaysWhatBecomesOfThem()
{
    Stage stage(Role::Clerk);
    open(stage);
    stage.desk.setOnline(false);
    stage.desk.submit(EditNote{stage.oneIn(ReservationState::InHouse), "Extra pillow"});
    stage.settle();
    stage.access.waiting = 1;
    find<QAction>(stage, "actionSignOut")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("signOutDialogBanner"))->isVisible());
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(find<QLineEdit>(stage, "signInPassword")->isVisible());
}

void TestMainWindow::anotherBackendIsGoneOnWithOnlyWhenThePersonSaysSo()
{
    Stage stage(Role::Clerk);
    open(stage);
    stage.access.setState({});
    stage.settle();
    const auto ask = [&] {
        stage.access.failNext({"other-backend",
                               {{"server", "https://b.example"},
                                {"known", "https://a.example"},
                                {"waiting", "2"},
                                {"key", "its key"}}});
        find<QLineEdit>(stage, "signInPassword")->setText(QStringLiteral("deskbell"));
        find<QPushButton>(stage, "signInEnter")->click();
        stage.settle();
    };
    ask();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("otherBackendKnown"))->text(),
             QStringLiteral("https://a.example"));
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("otherBackendServer"))->text(),
             QStringLiteral("https://b.example"));
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("otherBackendDialogBanner"))->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return); // as who does not read
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(stage.access.others.empty());
    QVERIFY(!stage.access.state().isSignedIn);
    ask();
    press(QApplication::activeModalWidget(), "dialogAccept");
    stage.settle();
    QVERIFY(stage.access.others == std::vector<std::string>{"its key"});
    QVERIFY(stage.access.state().isSignedIn);
}

void TestMainWindow::aNewReservationIsTakenWithTheKeyboardAlone()
{
    Stage stage(Role::Clerk);
    open(stage);
    find<QAction>(stage, "actionNew")->trigger();
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
    QTRY_COMPARE(find<QLabel>(stage, "panelGuest")->text(), QStringLiteral("Kim Hana"));
    QCOMPARE(stage.window->board().selected() == make.reservation, true);
}

void TestMainWindow::aSecondPressTakesNoSecondReservation()
{
    Stage stage(Role::Clerk);
    open(stage);
    find<QAction>(stage, "actionNew")->trigger();
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
    open(stage);
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
