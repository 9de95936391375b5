// What becomes of what was asked: kept without a line, done when it has arrived, withdrawn, refused.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "domain/refusal.h"
#include "ui/languages.h"
#include "ui/outbox/attentioncardview.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

void click(QWidget *in, const char *button)
{
    auto *found = find<QAbstractButton>(in, button);
    QVERIFY2(found && found->isVisible() && found->isEnabled(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offlineWorkWaitsAndGoesOutOnceWhenTheLineIsBack();
    void whatWasAskedIsDoneOnlyWhenItHasArrived();
    void aWaitingCommandCanBeWithdrawn();
    void theSecondHalfOfADoubleClickWithdrawsNothing();
    void aRefusedRequestOffersRealChoicesAndOneOfThemSupersedesIt();
    void aRefusalIsToldInPlaceAndCanBeClosed();
    void nothingTheNetworkSaysOpensADialog();
    void theOutboxOpensAndClosesByKeys();

private:
    ui::Languages m_languages;
};

void TestOutbox::initTestCase()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
}

void TestOutbox::offlineWorkWaitsAndGoesOutOnceWhenTheLineIsBack()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    stage.desk.setOnline(false);
    chooseInQueue(stage, 0, 0);
    act(stage, "actionConfirm")->trigger();
    stage.settle();
    auto *link = find<QPushButton>(stage.window.get(), "linkBadge");
    QVERIFY2(link->text().contains(QStringLiteral("Offline since 14:05")) &&
                 link->text().contains(QStringLiteral("1 waiting")),
             qPrintable(link->text()));
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    stage.desk.setOnline(true);
    stage.settle();
    QCOMPARE(link->text(), QStringLiteral("Online"));
    QCOMPARE(stage.desk.given().size(), std::size_t(1));
}

void TestOutbox::whatWasAskedIsDoneOnlyWhenItHasArrived()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    auto *foot = find<QLabel>(stage.window.get(), "footText");
    auto *badge = find<QAbstractButton>(stage.window.get(), "linkBadge");
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
    QCOMPARE(find<QWidget>(stage.window.get(), "note"), nullptr); // told by the badge, not by a strip
    link.phase = models::LinkPhase::Offline;
    stage.desk.setLink(link);
    QVERIFY2(foot->text().contains(QStringLiteral("when back online")), qPrintable(foot->text()));
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

void TestOutbox::aWaitingCommandCanBeWithdrawn()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    stage.desk.setOnline(false);
    chooseInQueue(stage, 0, 0);
    const int before = queueList(stage)->model()->rowCount();
    act(stage, "actionConfirm")->trigger();
    stage.settle();
    QCOMPARE(queueList(stage)->model()->rowCount(), before - 1);
    act(stage, "actionShowOutbox")->trigger();
    stage.settle();
    click(stage.window.get(), "outboxWithdraw");
    stage.settle();
    QCOMPARE(queueList(stage)->model()->rowCount(), before);
    QVERIFY(stage.desk.outbox().items.empty());
}

void TestOutbox::theSecondHalfOfADoubleClickWithdrawsNothing()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    stage.desk.setOnline(false);
    for (const char *note : {"one", "two"}) {
        stage.desk.submit(EditNote{stage.oneIn(ReservationState::InHouse), note});
        stage.settle();
    }
    act(stage, "actionShowOutbox")->trigger();
    stage.settle();
    std::chrono::steady_clock::time_point now{std::chrono::hours{1}};
    stage.window->setClickClock([&now] { return now; });
    const auto withdraw = [&] {
        QTest::mouseClick(find<QAbstractButton>(stage.window.get(), "outboxWithdraw"), Qt::LeftButton);
        stage.settle();
    };
    withdraw();
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    QVERIFY(!find<QLabel>(stage.window.get(), "footText")->text().startsWith(QStringLiteral("Done")));
    now += std::chrono::milliseconds{200}; // what was below is under the pointer now
    withdraw();
    QCOMPARE(stage.desk.outbox().items.size(), std::size_t(1));
    now += std::chrono::milliseconds{600};
    withdraw();
    QVERIFY(stage.desk.outbox().items.empty());
}

void TestOutbox::aRefusedRequestOffersRealChoicesAndOneOfThemSupersedesIt()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
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
    QVERIFY(find<QPushButton>(stage.window.get(), "linkBadge")
                ->text()
                .contains(QStringLiteral("1 needs attention")));
    act(stage, "actionShowOutbox")->trigger();
    stage.settle();
    auto *card = stage.window->findChild<ui::AttentionCardView *>();
    QVERIFY(card && card->isVisible());
    const CommandId refused = stage.desk.outbox().cards.front().command.id;
    click(card, "choice0");
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.empty());
    const Command &again = stage.desk.given().back();
    QCOMPARE(again.supersedes == refused, true);
    QCOMPARE(std::get<MakeReservation>(again.args).reservation == make.reservation, true);
    QVERIFY(stage.desk.hotel().reservations.contains(make.reservation));
}

void TestOutbox::aRefusalIsToldInPlaceAndCanBeClosed()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
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
    act(stage, "actionCheckOut")->trigger();
    stage.settle();
    auto *note = stage.window->findChild<QWidget *>(QStringLiteral("note"));
    QVERIFY(note && note->isVisible());
    click(stage.window.get(), "noteClose");
    stage.settle();
    QVERIFY(!stage.window->findChild<QWidget *>(QStringLiteral("noteBar"))->isVisible());
}

void TestOutbox::nothingTheNetworkSaysOpensADialog()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
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

void TestOutbox::theOutboxOpensAndClosesByKeys()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    auto *panel = find<QWidget>(stage.window.get(), "outboxPanel");
    QTest::keyClick(stage.window.get(), Qt::Key_F8);
    stage.settle();
    QVERIFY(panel->isVisible());
    QTRY_VERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    stage.settle();
    QVERIFY(!panel->isVisible());
}

QTEST_MAIN(TestOutbox)
#include "tst_outbox.moc"
