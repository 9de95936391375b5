// Performances and titles beside the rooms, and what sets them up, as a person uses them.

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "domain/refusal.h"
#include "models/offeringsmodel.h"
#include "models/queuemodel.h"
#include "ui/board/board.h"
#include "ui/languages.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

/// Chooses a row of the page by its name; false: it is not there.
bool chooseOffering(Stage &stage, const QString &name)
{
    stage.window->showOfferings(true);
    auto *table = find<QTableView>(stage.window.get(), "offeringTable");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, models::OfferingsModel::Name).data().toString() == name) {
            table->setCurrentIndex(table->model()->index(row, 0));
            stage.settle();
            return true;
        }
    }
    return false;
}

QString freeOf(Stage &stage)
{
    auto *table = find<QTableView>(stage.window.get(), "offeringTable");
    return table->currentIndex().siblingAtColumn(models::OfferingsModel::Free).data().toString();
}

} // namespace

class TestOfferings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void theBoardShowsRoomsAndTheTabTheRest();
    void aHotelOfRoomsOnlyHasNoTab();
    void seatsAreReservedWithTheKeyboardAlone();
    void moreSeatsThanAreLeftAreRefusedInPlace();
    void aTitleIsHandedOutAndTakenBackInWordsOfItsOwn();
    void aReservationOfSeatsFoundElsewhereShowsInItsPage();
    void seatsCanBeAddedButNeverBelowWhatIsSold();
    void whatIsSetUpOfflineShowsAtOnceAndIsSentOnce();
    void aRefusedPerformanceIsChangedAndTriedAgain();
    void aRefusedRoomIsChangedAndTriedAgain();
    void whoseReservationLeavesThePageLeavesNobodyElseChosen();
    void aManagerRegistersPerformancesAndNothingElse();
    void aClerkSetsNothingUpAndReadsNoAudit();

private:
    ui::Languages m_languages;
};

void TestOfferings::theBoardShowsRoomsAndTheTabTheRest()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    const auto &rows = stage.window->board().scene().rows;
    QVERIFY(rows.count() > 0);
    for (int row = 0; row < rows.count(); ++row)
        QVERIFY(stage.book.offering(rows.at(row).offering).workflow.slotKind == SlotKind::PerNight);
    auto *tabs = find<QTabBar>(stage.window.get(), "middleTabs");
    QVERIFY(tabs->isVisible());
    QVERIFY(stage.window->board().isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(!stage.window->board().isVisible());
    QCOMPARE(find<QTableView>(stage.window.get(), "offeringTable")->model()->rowCount(), 3);
    act(stage, "actionShowOfferings")->trigger();
    QVERIFY(stage.window->board().isVisible());
}

void TestOfferings::aHotelOfRoomsOnlyHasNoTab()
{
    Stage stage;
    openWindow(stage);
    QVERIFY(!find<QTabBar>(stage.window.get(), "middleTabs")->isVisible());
    QVERIFY(!act(stage, "actionShowOfferings")->isEnabled());
}

void TestOfferings::seatsAreReservedWithTheKeyboardAlone()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    QVERIFY(chooseOffering(stage, QStringLiteral("The Seagull")));
    QCOMPARE(freeOf(stage), QStringLiteral("63 of 120 free"));
    auto *table = find<QTableView>(stage.window.get(), "offeringTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QWidget *asked = openDialog(stage);
    QVERIFY(asked);
    QCOMPARE(asked->objectName(), QStringLiteral("seatsDialog"));
    find<QSpinBox>(asked, "seatsQuantity")->setValue(4);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Kim Mina"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    const auto &made = std::get<MakeReservation>(stage.desk.given().back().args);
    QCOMPARE(made.quantity, 4);
    QCOMPARE(made.nightlyPrices, std::vector<std::int64_t>{4 * 3500});
    QCOMPARE(freeOf(stage), QStringLiteral("59 of 120 free"));
    QVERIFY(stage.at(made.reservation).state == ReservationState::AwaitingPayment);
}

void TestOfferings::moreSeatsThanAreLeftAreRefusedInPlace()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    QVERIFY(chooseOffering(stage, QStringLiteral("The Seagull")));
    press(stage.window.get(), "pageReserve");
    QWidget *asked = openDialog(stage);
    QVERIFY(asked);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Kim Mina"));
    auto *accept = find<QPushButton>(asked, "dialogAccept");
    QVERIFY(accept->isEnabled());
    find<QSpinBox>(asked, "seatsQuantity")->setValue(64);
    QVERIFY(!accept->isEnabled());
    QVERIFY(find<QSpinBox>(asked, "seatsQuantity")->property("invalid").toBool());
    find<QSpinBox>(asked, "seatsQuantity")->setValue(63);
    QVERIFY(accept->isEnabled());
}

void TestOfferings::aTitleIsHandedOutAndTakenBackInWordsOfItsOwn()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    QVERIFY(chooseOffering(stage, QStringLiteral("The Waves")));
    QCOMPARE(freeOf(stage), QStringLiteral("3 of 6 free"));
    auto *holders = find<QTableView>(stage.window.get(), "holderTable");
    QModelIndex reserved;
    for (int row = 0; row < holders->model()->rowCount(); ++row) {
        const auto index = holders->model()->index(row, models::QueueModel::State);
        if (index.data().toString() == QLatin1String("Reserved"))
            reserved = index;
    }
    QVERIFY(reserved.isValid());
    QVERIFY(reserved.siblingAtColumn(models::QueueModel::UnitName).data().toString().contains(u"branch"));
    holders->setCurrentIndex(reserved);
    stage.settle();
    QCOMPARE(act(stage, "actionCheckIn")->iconText(), QStringLiteral("Hand out"));
    const QPersistentModelIndex row(reserved);
    act(stage, "actionCheckIn")->trigger();
    stage.settle();
    QCOMPARE(row.data().toString(), QStringLiteral("Handed out"));
    QCOMPARE(freeOf(stage), QStringLiteral("3 of 6 free"));
    QCOMPARE(act(stage, "actionCheckOut")->iconText(), QStringLiteral("Take back"));
    act(stage, "actionCheckOut")->trigger();
    stage.settle();
    QCOMPARE(row.data().toString(), QStringLiteral("Returned"));
    QCOMPARE(freeOf(stage), QStringLiteral("4 of 6 free"));
}

void TestOfferings::aReservationOfSeatsFoundElsewhereShowsInItsPage()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    ReservationId seats{};
    for (const auto &[id, reservation] : stage.desk.hotel().reservations) {
        if (reservation.guest.name == "정하늘")
            seats = id;
    }
    stage.window->showReservation(seats);
    stage.settle();
    QVERIFY(!stage.window->board().isVisible());
    QCOMPARE(find<QLabel>(stage.window.get(), "offeringShown")->text(), QStringLiteral("Hamlet"));
    const auto current = find<QTableView>(stage.window.get(), "holderTable")->currentIndex();
    QCOMPARE(current.siblingAtColumn(models::QueueModel::Guest).data().toString(), QStringLiteral("정하늘"));
    stage.window->showReservation(stage.oneIn(ReservationState::InHouse));
    stage.settle();
    QVERIFY(stage.window->board().isVisible());
}

void TestOfferings::seatsCanBeAddedButNeverBelowWhatIsSold()
{
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    QVERIFY(chooseOffering(stage, QStringLiteral("The Seagull")));
    press(stage.window.get(), "pageChange");
    QWidget *asked = openDialog(stage);
    QVERIFY(asked);
    auto *seats = find<QSpinBox>(asked, "offeringCapacity");
    auto *accept = find<QPushButton>(asked, "dialogAccept");
    seats->setValue(56);
    QVERIFY(!accept->isEnabled());
    auto *banner = find<QWidget>(asked, "offeringDialogBanner");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->findChildren<QLabel *>().back()->text().contains(QStringLiteral("57 seats")));
    seats->setValue(57);
    QVERIFY(accept->isEnabled());
    seats->setValue(140);
    QTest::mouseClick(accept, Qt::LeftButton);
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(freeOf(stage), QStringLiteral("83 of 140 free"));
}

void TestOfferings::whatIsSetUpOfflineShowsAtOnceAndIsSentOnce()
{
    Stage stage(Role::Admin, hotelWithShows());
    openWindow(stage);
    stage.desk.setOnline(false);
    act(stage, "actionSetUp")->trigger();
    QWidget *setUp = openDialog(stage);
    QVERIFY(setUp);
    auto *table = find<QTableView>(setUp, "setUpTable");
    const int before = table->model()->rowCount();
    press(setUp, "setUpAddRooms");
    QWidget *asked = openDialog(stage);
    QVERIFY(asked != setUp);
    find<QLineEdit>(asked, "offeringName")->setText(QStringLiteral("Garden room"));
    find<QLineEdit>(asked, "offeringCode")->setText(QStringLiteral("GRD"));
    find<QSpinBox>(asked, "offeringCapacity")->setValue(3);
    find<QRadioButton>(asked, "workflow-on-request")->setChecked(true);
    QTest::mouseClick(find<QPushButton>(asked, "dialogAccept"), Qt::LeftButton);
    stage.settle();
    QCOMPARE(table->model()->rowCount(), before + 1);
    QCOMPARE(stage.desk.outbox().items.size(), 1u);
    table->setCurrentIndex(table->model()->index(before, 0));
    stage.settle();
    press(setUp, "setUpAddUnit");
    QWidget *room = openDialog(stage);
    find<QLineEdit>(room, "unitName")->setText(QStringLiteral("G1"));
    QTest::mouseClick(find<QPushButton>(room, "dialogAccept"), Qt::LeftButton);
    stage.settle();
    const auto isGarden = [](const Offering &o) { return o.code == "GRD"; };
    const auto &truth = stage.desk.hotel();
    QVERIFY(std::none_of(truth.offerings.begin(), truth.offerings.end(), isGarden));
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY(stage.desk.outbox().items.empty());
    QVERIFY(stage.desk.outbox().cards.empty());
    QCOMPARE(std::count_if(truth.offerings.begin(), truth.offerings.end(), isGarden), 1);
    QVERIFY(
        std::any_of(truth.units.begin(), truth.units.end(), [](const Unit &u) { return u.name == "G1"; }));
}

void TestOfferings::aRefusedPerformanceIsChangedAndTriedAgain()
{
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    const Offering gull = offeringOf(stage.desk.hotel(), "GULL");
    PutOffering put{gull.id, gull.code, "The Seagull, again", "ticket",     60,
                    4100,    1,         gull.order,           gull.startsAt};
    stage.desk.refuseNext(Error{std::string(refusal::lessThanSold),
                                {{"offering", toString(gull.id)}, {"capacity", "60"}, {"sold", "63"}}});
    stage.desk.submit(put);
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    const CommandId refused = stage.desk.outbox().cards.front().command.id;
    QCOMPARE(find<QPushButton>(stage.window.get(), "choice0")->text(), QStringLiteral("Make it 63 seats"));
    press(stage.window.get(), "choice1");
    QWidget *asked = openDialog(stage);
    QVERIFY(asked);
    QCOMPARE(asked->objectName(), QStringLiteral("offeringDialog"));
    QCOMPARE(find<QLineEdit>(asked, "offeringName")->text(), QStringLiteral("The Seagull, again"));
    QCOMPARE(find<QSpinBox>(asked, "offeringCapacity")->value(), 60);
    find<QSpinBox>(asked, "offeringCapacity")->setValue(90);
    QTest::mouseClick(find<QPushButton>(asked, "dialogAccept"), Qt::LeftButton);
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(stage.desk.outbox().cards.empty());
    QCOMPARE(stage.desk.given().back().supersedes == refused, true);
    put.capacity = 90;
    QVERIFY(std::get<PutOffering>(stage.desk.given().back().args) == put);
}

void TestOfferings::aRefusedRoomIsChangedAndTriedAgain()
{
    Stage stage(Role::Admin, hotelWithShows());
    openWindow(stage);
    const Unit first = stage.desk.hotel().units.front();
    const PutUnit put{UnitId{stage.desk.newId()}, first.offering, "199", 1, 77};
    stage.desk.refuseNext(Error{std::string(refusal::unknownOffering), {}});
    stage.desk.submit(put);
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    press(stage.window.get(), "choice0");
    QWidget *asked = openDialog(stage);
    QVERIFY(asked);
    QCOMPARE(asked->objectName(), QStringLiteral("unitDialog"));
    QCOMPARE(find<QLineEdit>(asked, "unitName")->text(), QStringLiteral("199"));
    QTest::mouseClick(find<QPushButton>(asked, "dialogAccept"), Qt::LeftButton);
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.empty());
    QVERIFY(std::get<PutUnit>(stage.desk.given().back().args) == put);
    QVERIFY(stage.desk.given().back().supersedes);
}

void TestOfferings::whoseReservationLeavesThePageLeavesNobodyElseChosen()
{
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    QVERIFY(chooseOffering(stage, QStringLiteral("The Seagull")));
    auto *holders = find<QTableView>(stage.window.get(), "holderTable");
    holders->setCurrentIndex(holders->model()->index(1, 0));
    stage.settle();
    auto *guest = find<QLabel>(stage.window.get(), "panelGuest");
    const QString chosen =
        holders->currentIndex().siblingAtColumn(models::QueueModel::Guest).data().toString();
    QCOMPARE(guest->text(), chosen);
    ReservationId id{};
    for (const auto &[known, one] : stage.desk.hotel().reservations) {
        if (QString::fromStdString(one.guest.name) == chosen && one.workflow.slotKind == SlotKind::Once)
            id = known;
    }
    // Another desk moves it to the other performance, which has seats again.
    const Offering more = offeringOf(stage.desk.hotel(), "HAML");
    const Actor other{{}, "Another desk", Role::Admin};
    QVERIFY(stage.desk.happen(PutOffering{more.id, more.code, more.name, "ticket", 200, more.basePrice, 1,
                                          more.order, more.startsAt},
                              other));
    const Date day = std::chrono::floor<Days>(*more.startsAt);
    QVERIFY(stage.desk.happen(
        MoveReservation{id, more.id, {day, day}, std::nullopt, stage.at(id).nightlyPrices}, other));
    stage.settle();
    QCOMPARE(guest->text(), chosen);
}

void TestOfferings::aManagerRegistersPerformancesAndNothingElse()
{
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    act(stage, "actionSetUp")->trigger();
    QWidget *setUp = openDialog(stage);
    QVERIFY(!find<QPushButton>(setUp, "setUpAddRooms")->isEnabled());
    QVERIFY(!find<QPushButton>(setUp, "setUpAddTitle")->isEnabled());
    QVERIFY(!find<QPushButton>(setUp, "setUpAddUnit")->isEnabled());
    QVERIFY(!find<QPushButton>(setUp, "setUpChange")->isEnabled()); // a room type is chosen
    press(setUp, "setUpAddPerformance");
    QWidget *asked = openDialog(stage);
    find<QLineEdit>(asked, "offeringName")->setText(QStringLiteral("Matinee"));
    find<QLineEdit>(asked, "offeringCode")->setText(QStringLiteral("MAT"));
    find<QSpinBox>(asked, "offeringCapacity")->setValue(50);
    QTest::mouseClick(find<QPushButton>(asked, "dialogAccept"), Qt::LeftButton);
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.empty());
    const auto &put = std::get<PutOffering>(stage.desk.given().back().args);
    QCOMPARE(put.workflow, std::string("ticket"));
    QVERIFY(put.startsAt);
}

void TestOfferings::aClerkSetsNothingUpAndReadsNoAudit()
{
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    QVERIFY(!act(stage, "actionSetUp")->isEnabled());
    QVERIFY(!act(stage, "actionAudit")->isEnabled());
    stage.window->showOfferings(true);
    QVERIFY(!find<QPushButton>(stage.window.get(), "pageChange")->isVisible());
    QVERIFY(!find<QPushButton>(stage.window.get(), "pageAddPerformance")->isVisible());
}

QTEST_MAIN(TestOfferings)
#include "tst_offerings.moc"
