// What a card offers instead of what was refused: only what the domain will take.

#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "domain/refusal.h"
#include "ui/bookhouse.h"
#include "ui/languages.h"
#include "ui/outbox/choices.h"
#include "ui/screens.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestChoices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void everyAlternativeToARefusedRequestIsTakenByTheDomain();
    void aFullTypeThatAManagerConfirmsCanBeAskedForAsARequest();
    void aFullTypeThatTakesStockAtOnceIsNotOffered();
    void otherDatesHaveRoomForAllThatWereWanted();
    void aMoveWhoseRoomIsTakenCanGoWithoutOne();
    void aCardThatStandsOpenOffersWhatIsFreeNow();

private:
    static const Offering &typeOf(Stage &stage, const char *code)
    {
        for (const Offering &offering : stage.desk.hotel().offerings) {
            if (offering.code == code)
                return offering;
        }
        qFatal("no such type");
    }
    static std::vector<ui::Choice> choices(Stage &stage)
    {
        return ui::choicesFor(stage.desk.outbox().cards.front(), ui::BookHouse(stage.book));
    }
    /// Takes all rooms of a type on the nights that refuseLastRoom() wishes for.
    static void fill(Stage &stage, const char *code)
    {
        for (auto &[id, stay] : stage.desk.hotel().reservations) {
            if (stay.offering == typeOf(stage, code).id) {
                stay.stay = {demoDate() - Days{1}, demoDate() + Days{30}};
                stay.unit.reset();
                stay.holdsStock = true;
                stay.quantity = 3;
                stay.nightlyPrices.assign(31, 9800);
            }
        }
        stage.desk.publish();
        stage.settle();
    }

    ui::Languages m_languages;
};

void TestChoices::everyAlternativeToARefusedRequestIsTakenByTheDomain()
{
    Stage stage;
    refuseLastRoom(stage, typeOf(stage, "DLX").id);
    const HotelAvailability availability(stage.desk.hotel());
    int alternatives = 0;
    for (const ui::Choice &choice : choices(stage)) {
        if (choice.then != ui::Choice::Then::Submit)
            continue;
        ++alternatives;
        const Context context{stage.desk.now, stage.desk.actor(), stage.desk.hotel().property.businessDate,
                              availability};
        QVERIFY2(decide(availability, *choice.args, context), qPrintable(choice.words));
    }
    QVERIFY2(alternatives >= 3, "other dates and other types");
}

void TestChoices::aFullTypeThatAManagerConfirmsCanBeAskedForAsARequest()
{
    Stage stage;
    for (const char *code : {"STD", "FAM", "STE", "SEA"})
        fill(stage, code);
    const MakeReservation wanted = refuseLastRoom(stage, typeOf(stage, "DLX").id);
    std::vector<ui::Choice> asked;
    for (const ui::Choice &choice : choices(stage)) {
        if (choice.words.startsWith(QLatin1String("Request ")))
            asked.push_back(choice);
    }
    QCOMPARE(asked.size(), std::size_t(2));
    const auto &make = std::get<MakeReservation>(*asked.front().args);
    QVERIFY(make.reservation == wanted.reservation);
    QVERIFY(make.offering == typeOf(stage, "STD").id);
    stage.desk.submit(make);
    stage.settle();
    QVERIFY(stage.at(wanted.reservation).state == ReservationState::Requested);
    QVERIFY(!stage.at(wanted.reservation).holdsStock);
}

void TestChoices::aFullTypeThatTakesStockAtOnceIsNotOffered()
{
    Stage stage;
    for (const char *code : {"STD", "FAM", "STE", "SEA", "DLX"})
        fill(stage, code);
    refuseLastRoom(stage, typeOf(stage, "FAM").id);
    for (const ui::Choice &choice : choices(stage)) {
        const auto *make = choice.args ? std::get_if<MakeReservation>(&*choice.args) : nullptr;
        if (choice.then == ui::Choice::Then::Submit && make && make->stay.arrival == demoDate() + Days{2})
            QVERIFY2(make->offering != typeOf(stage, "DLX").id, qPrintable(choice.words));
    }
}

void TestChoices::otherDatesHaveRoomForAllThatWereWanted()
{
    Stage stage;
    const Offering &suite = typeOf(stage, "STE");
    const int all = suite.capacity;
    refuseLastRoom(stage, suite.id, all);
    const ui::BookHouse house(stage.book);
    int dates = 0;
    for (const ui::Choice &choice : choices(stage)) {
        const auto *make = choice.args ? std::get_if<MakeReservation>(&*choice.args) : nullptr;
        if (choice.then != ui::Choice::Then::Submit || !make || make->offering != suite.id ||
            make->stay.arrival == demoDate() + Days{2})
            continue;
        ++dates;
        QCOMPARE(house.freeThroughout(suite.id, make->stay), all);
    }
    QCOMPARE(dates > 0,
             !ui::nearestFree(house, suite.id, {demoDate() + Days{2}, demoDate() + Days{4}}, all).empty());
}

void TestChoices::aMoveWhoseRoomIsTakenCanGoWithoutOne()
{
    Stage stage;
    const ReservationId id = stage.oneIn(ReservationState::Confirmed);
    const Reservation &now = stage.at(id);
    const Stay stay{demoDate() + Days{60}, demoDate() + Days{60 + now.stay.nights()}};
    stage.desk.refuseNext(Error{std::string(refusal::unitTaken), {}});
    const UnitId room = ui::BookHouse(stage.book).units(now.offering).front().id;
    stage.desk.submit(MoveReservation{id, now.offering, stay, room, now.nightlyPrices});
    stage.settle();
    const auto all = choices(stage);
    const auto roomless = std::find_if(all.begin(), all.end(), [](const ui::Choice &choice) {
        const auto *move = choice.args ? std::get_if<MoveReservation>(&*choice.args) : nullptr;
        return choice.then == ui::Choice::Then::Submit && move && !move->unit;
    });
    QVERIFY(roomless != all.end());
    stage.desk.submit(*roomless->args);
    stage.settle();
    QVERIFY(stage.at(id).stay == stay);
}

void TestChoices::aCardThatStandsOpenOffersWhatIsFreeNow()
{
    Stage stage;
    stage.window->resize(1440, 860);
    stage.window->show();
    const OfferingId deluxe = typeOf(stage, "DLX").id;
    MakeReservation other = refuseLastRoom(stage, deluxe);
    const auto first = [&] { return stage.window->findChild<QPushButton *>(QStringLiteral("choice0")); };
    const QString offered = first()->text();
    first()->setFocus(Qt::TabFocusReason);

    // Meanwhile another desk takes all that was left on the first of the dates offered.
    other = std::get<MakeReservation>(*choices(stage).front().args);
    other.reservation = ReservationId{stage.desk.newId()};
    other.quantity = ui::BookHouse(stage.book).freeThroughout(deluxe, other.stay);
    QVERIFY(stage.desk.happen(other, {{}, "Another desk", Role::Clerk}));
    QTRY_VERIFY(first()->text() != offered);
    QCOMPARE(first()->text(), choices(stage).front().words);
    QVERIFY(first()->hasFocus());
}

QTEST_MAIN(TestChoices)
#include "tst_choices.moc"
