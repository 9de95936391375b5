// Setting up what can be reserved: many rooms at once, closing for sale, deleting.

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "domain/refusal.h"
#include "ui/board/board.h"
#include "ui/languages.h"
#include "ui/offering/roomnames.h"
#include "ui/parts/parts.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

/// The set-up dialog, the first room type chosen.
QWidget *openSetUp(Stage &stage)
{
    return openDialog(stage, "actionSetUp");
}

/// What a button of the set-up dialog opens on top of it.
QWidget *openBy(Stage &stage, QWidget *dialog, const char *button)
{
    press(dialog, button);
    stage.settle();
    return openDialog(stage);
}

std::vector<PutUnit> unitsPut(Stage &stage)
{
    std::vector<PutUnit> all;
    for (const Command &command : stage.desk.given()) {
        if (const auto *put = std::get_if<PutUnit>(&command.args))
            all.push_back(*put);
    }
    return all;
}

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void roomsAreNamedInRangesAndLists_data();
    void roomsAreNamedInRangesAndLists();
    void manyRoomsAreAddedAtOnceAndSold();
    void aDoubleNumberAddsNothing();
    void aClosedTypeIsNotOfferedForNewReservations();
    void aRoomInUseIsNotDeletedAndSaysWhy();
    void aDeletedRoomLeavesTheBoard();
    void aClosedPropertyOffersNothing();
    void aNewPropertySaysWhatToDoFirst();

private:
    ui::Languages m_languages;
};

void TestSetup::roomsAreNamedInRangesAndLists_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("error");
    QTest::newRow("one") << "301" << QStringList{"301"} << "";
    QTest::newRow("range") << "301-303" << QStringList{"301", "302", "303"} << "";
    QTest::newRow("list") << " 301-302, 315 ;Suite" << QStringList{"301", "302", "315", "Suite"} << "";
    QTest::newRow("zeros") << "A08-A11" << QStringList{"A08", "A09", "A10", "A11"} << "";
    QTest::newRow("short second half") << "B9-11" << QStringList{"B9", "B10", "B11"} << "";
    QTest::newRow("other prefix is a name") << "A1-B2" << QStringList{"A1-B2"} << "";
    QTest::newRow("Korean") << "별관 1-2" << QStringList{"별관 1", "별관 2"} << "";
    QTest::newRow("doubles") << "1-3, 2" << QStringList{"1", "2", "3"} << "";
    QTest::newRow("nothing") << " , " << QStringList{} << "";
    QTest::newRow("backwards") << "310-301" << QStringList{} << "range-backwards";
    QTest::newRow("too many") << "1-100000" << QStringList{} << "too-many-rooms";
    QTest::newRow("too many together") << "1-300, 301-900" << QStringList{} << "too-many-rooms";
}

void TestSetup::roomsAreNamedInRangesAndLists()
{
    QFETCH(QString, typed);
    QFETCH(QString, error);
    const auto names = ui::roomNames(typed);
    QCOMPARE(names ? QString() : QString::fromStdString(names.error().code), error);
    if (names)
        QTEST(*names, "names");
}

void TestSetup::manyRoomsAreAddedAtOnceAndSold()
{
    Stage stage(Role::Admin);
    QWidget *dialog = openSetUp(stage);
    QVERIFY(dialog);
    QWidget *rooms = openBy(stage, dialog, "setUpAddUnit");
    QVERIFY(rooms);
    find<QLineEdit>(rooms, "unitName")->setText(QStringLiteral("901-904, 910"));
    auto *sells = find<QCheckBox>(rooms, "unitSellsAll");
    QVERIFY(sells->isVisible());
    QVERIFY(sells->isChecked());
    press(rooms, "dialogAccept");
    stage.settle();
    const auto put = unitsPut(stage);
    QCOMPARE(put.size(), std::size_t{5});
    QCOMPARE(put.front().name, std::string("901"));
    QCOMPARE(put.back().name, std::string("910"));
    QVERIFY(put.front().unit != put.back().unit);
    QCOMPARE(put.back().order, put.front().order + 4);
    const auto &sold = std::get<PutOffering>(stage.desk.given().back().args);
    const models::OfferingIndex type = stage.book.find(put.front().offering);
    QCOMPARE(sold.capacity, static_cast<int>(stage.book.unitsOf(type).size()));
    QCOMPARE(stage.book.capacity(type), sold.capacity);
}

void TestSetup::aDoubleNumberAddsNothing()
{
    Stage stage(Role::Admin);
    QWidget *dialog = openSetUp(stage);
    const QString known = find<QListWidget>(dialog, "setUpUnits")->item(0)->text();
    QWidget *rooms = openBy(stage, dialog, "setUpAddUnit");
    find<QLineEdit>(rooms, "unitName")->setText(QStringLiteral("901, %1").arg(known));
    QVERIFY(!find<QPushButton>(rooms, "dialogAccept")->isEnabled());
    QVERIFY(find<ui::Banner>(rooms, "unitDialogBanner")->told().contains(known));
    find<QLineEdit>(rooms, "unitName")->setText(QStringLiteral("905-903"));
    QVERIFY(!find<QPushButton>(rooms, "dialogAccept")->isEnabled());
}

void TestSetup::aClosedTypeIsNotOfferedForNewReservations()
{
    Stage stage(Role::Admin);
    QWidget *dialog = openSetUp(stage);
    const OfferingId first = stage.book.offering(stage.book.offerings().front()).id;
    QWidget *type = openBy(stage, dialog, "setUpChange");
    QVERIFY(type);
    find<QCheckBox>(type, "offeringClosed")->setChecked(true);
    press(type, "dialogAccept");
    stage.settle();
    QVERIFY(stage.book.offering(stage.book.find(first)).sale == SaleState::Closed);
    press(dialog, "dialogCancel");
    stage.settle();
    QWidget *made = openDialog(stage, "actionNew");
    QVERIFY(made);
    const auto *choice = find<QComboBox>(made, "stayOffering");
    QVERIFY(choice->count() > 0);
    QCOMPARE(choice->findData(QString::fromStdString(toString(first))), -1);
}

void TestSetup::aRoomInUseIsNotDeletedAndSaysWhy()
{
    Stage stage(Role::Admin);
    const std::size_t before = stage.book.unitCount();
    // Whoever has a room now keeps it.
    QWidget *dialog = openSetUp(stage);
    auto *list = find<QListWidget>(dialog, "setUpUnits");
    bool isRefused = false;
    for (int row = 0; row < list->count() && !isRefused; ++row) {
        list->setCurrentRow(row);
        QWidget *asked = openBy(stage, dialog, "setUpRemoveUnit");
        QVERIFY(asked);
        QVERIFY(find<QPushButton>(asked, "dialogCancel")->isDefault() ||
                find<QPushButton>(asked, "dialogCancel")->hasFocus());
        press(asked, "dialogAccept");
        stage.settle();
        isRefused = asked->isVisible();
        if (isRefused)
            QVERIFY(!find<ui::Banner>(asked, "removeDialogBanner")->told().isEmpty());
    }
    QVERIFY(isRefused);
    QCOMPARE(stage.book.unitCount(), before);
}

void TestSetup::aDeletedRoomLeavesTheBoard()
{
    Stage stage(Role::Admin);
    QWidget *dialog = openSetUp(stage);
    QWidget *rooms = openBy(stage, dialog, "setUpAddUnit");
    find<QLineEdit>(rooms, "unitName")->setText(QStringLiteral("999"));
    press(rooms, "dialogAccept");
    stage.settle();
    const PutUnit put = unitsPut(stage).front();
    auto *list = find<QListWidget>(dialog, "setUpUnits");
    const auto found = list->findItems(QStringLiteral("999"), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    list->setCurrentItem(found.front());
    QWidget *asked = openBy(stage, dialog, "setUpRemoveUnit");
    press(asked, "dialogAccept");
    stage.settle();
    QVERIFY(list->findItems(QStringLiteral("999"), Qt::MatchExactly).isEmpty());
    const models::UnitIndex unit = stage.book.find(put.unit);
    QVERIFY(unit != models::noUnit); // still known by name
    for (const models::OfferingIndex type : stage.book.offerings()) {
        const auto units = stage.book.unitsOf(type);
        QVERIFY(std::find(units.begin(), units.end(), unit) == units.end());
    }
}

void TestSetup::aClosedPropertyOffersNothing()
{
    Stage stage(Role::Admin);
    QWidget *dialog = openDialog(stage, "actionProperty");
    QVERIFY(dialog);
    find<QCheckBox>(dialog, "propertyClosed")->setChecked(true);
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(stage.book.property().isClosed);
    QVERIFY(std::get<PutProperty>(stage.desk.given().back().args).isClosed == true);
    const auto id = ReservationId{stage.desk.newId()};
    MakeReservation make;
    make.reservation = id;
    make.offering = stage.book.offering(stage.book.offerings().front()).id;
    make.stay = {stage.book.businessDate(), stage.book.businessDate() + Days{1}};
    make.guest.name = "Kim";
    make.currency = stage.book.property().currency;
    make.nightlyPrices = {100};
    std::string refused;
    QObject::connect(&stage.desk, &models::FrontDesk::submitted, &stage.desk,
                     [&](const CommandId &, const std::optional<Error> &error) {
                         refused = error ? error->code : std::string();
                     });
    stage.desk.submit(make);
    stage.settle();
    QCOMPARE(refused, std::string(refusal::notOnSale));
}

void TestSetup::aNewPropertySaysWhatToDoFirst()
{
    DemoHotel empty = sharedHotel();
    empty.offerings.clear();
    empty.units.clear();
    empty.reservations.clear();
    Stage clerk(Role::Clerk, empty);
    openWindow(clerk);
    QVERIFY(find<QWidget>(clerk.window.get(), "emptyHouse")->isVisible());
    QVERIFY(!find<QPushButton>(clerk.window.get(), "emptyHouseSetUp")->isVisible());
    Stage stage(Role::Admin, empty);
    openWindow(stage);
    auto *hint = find<QWidget>(stage.window.get(), "emptyHouse");
    QVERIFY(hint->isVisible());
    const Date today = stage.book.businessDate();
    QVERIFY(stage.window->board().firstDay() <= today);
    QVERIFY(stage.window->board().firstDay() + Days{14} > today);
    press(stage.window.get(), "emptyHouseSetUp");
    QWidget *dialog = openDialog(stage);
    QVERIFY(dialog);
    QCOMPARE(dialog->objectName(), QStringLiteral("setUpDialog"));
    press(dialog, "dialogCancel");
    stage.desk.submit(PutOffering{
        OfferingId{stage.desk.newId()}, "STD", "Standard", "pay-at-hotel", 2, 10'000, 2, 0, {}, {}});
    stage.settle();
    QVERIFY(!hint->isVisible());
}

QTEST_MAIN(TestSetup)
#include "tst_setup.moc"
