// The hotel's day as a person uses it: who walks in, the end of the day, the property's rules.

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "ui/day/closedaydialog.h"
#include "ui/languages.h"
#include "ui/queue/queuepanel.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

std::vector<CommandType> typesGiven(Stage &stage)
{
    std::vector<CommandType> types;
    for (const Command &command : stage.desk.given())
        types.push_back(typeOf(command.args));
    return types;
}

/// All types are sold in that way.
DemoHotel hotelOf(const Workflow &workflow)
{
    DemoHotel hotel = makeEmptyHotel();
    for (Offering &offering : hotel.offerings)
        offering.workflow = workflow;
    return hotel;
}

/// Of a line that counts something; 0 where it is not shown.
int firstNumber(const QLabel *line)
{
    return line->isHidden() ? 0 : line->text().section(u' ', 0, 0).toInt();
}

void setRule(Stage &stage, bool mayClerksConfirm)
{
    const Property &now = stage.desk.hotel().property;
    QVERIFY(
        stage.desk.happen(PutProperty{now.name, now.timeZone, mayClerksConfirm}, {{}, "Admin", Role::Admin}));
    stage.settle();
}

void walkIn(Stage &stage)
{
    QWidget *dialog = openDialog(stage, "actionWalkIn");
    QVERIFY(dialog);
    find<QLineEdit>(dialog, "guestName")->setText(QStringLiteral("Night Owl"));
    stage.settle();
    QVERIFY(find<QPushButton>(dialog, "dialogAccept")->isEnabled());
    press(dialog, "dialogAccept");
    stage.settle();
}

} // namespace

class TestDay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }

    void aWalkInIsInHouseAfterOneDialog()
    {
        Stage stage(Role::Manager, hotelOf(workflows::payAtHotel));
        walkIn(stage);
        QCOMPARE(typesGiven(stage),
                 (std::vector{typeOf<MakeReservation>(), typeOf<ConfirmReservation>(), typeOf<CheckIn>()}));
        QCOMPARE(stage.at(stage.oneIn(ReservationState::InHouse)).guest.name, std::string("Night Owl"));
    }

    void whatHasToBePaidFirstIsPaidInTheSameDialog()
    {
        for (const Workflow &workflow : {workflows::onRequest, workflows::prepaid, workflows::instant}) {
            Stage stage(Role::Manager, hotelOf(workflow));
            walkIn(stage);
            const Reservation &guest = stage.at(stage.oneIn(ReservationState::InHouse));
            QVERIFY(owed(guest).isZero());
            QCOMPARE(guest.payments.size(), std::size_t{1});
        }
    }

    void aClerkTakesARequestUnlessTheHouseLetsThemConfirm()
    {
        {
            Stage stage(Role::Clerk, hotelOf(workflows::payAtHotel));
            walkIn(stage);
            QCOMPARE(typesGiven(stage), std::vector{typeOf<MakeReservation>()});
        }
        DemoHotel hotel = hotelOf(workflows::payAtHotel);
        hotel.property.clerksConfirm = true;
        Stage stage(Role::Clerk, std::move(hotel));
        walkIn(stage);
        stage.oneIn(ReservationState::InHouse);
    }

    void anOpenWalkInFollowsTheRuleThatLetsClerksConfirm()
    {
        Stage stage(Role::Clerk, hotelOf(workflows::payAtHotel));
        QWidget *dialog = openDialog(stage, "actionWalkIn");
        QVERIFY(dialog);
        auto *then = find<QComboBox>(dialog, "reservationThen");
        QCOMPARE(then->count(), 1);
        find<QLineEdit>(dialog, "guestName")->setText(QStringLiteral("Night Owl"));
        setRule(stage, true);
        QCOMPARE(then->count(), 3);
        QCOMPARE(then->currentText(), QStringLiteral("Check in now")); // who walks in wants a room
        // What a person has chosen is kept over a change and back.
        then->setCurrentIndex(1);
        emit then->activated(1);
        setRule(stage, false);
        QCOMPARE(then->count(), 1);
        setRule(stage, true);
        QCOMPARE(then->currentText(), QStringLiteral("Confirm it"));
        press(dialog, "dialogAccept");
        stage.settle();
        QCOMPARE(typesGiven(stage), (std::vector{typeOf<MakeReservation>(), typeOf<ConfirmReservation>()}));
    }

    void anOpenWalkInFollowsTheProcedureOfItsType()
    {
        Stage stage(Role::Clerk, hotelOf(workflows::payAtHotel));
        QWidget *dialog = openDialog(stage, "actionWalkIn");
        QVERIFY(dialog);
        auto *then = find<QComboBox>(dialog, "reservationThen");
        auto *paidBy = find<QComboBox>(dialog, "reservationPaidBy");
        QCOMPARE(then->count(), 1);
        QVERIFY(!paidBy->isVisible());
        for (const Offering &offering : stage.desk.hotel().offerings)
            QVERIFY(stage.desk.happen(ChangeWorkflow{offering.id, "instant"}, {{}, "Admin", Role::Admin}));
        stage.settle();
        QCOMPARE(then->currentText(), QStringLiteral("Check in now"));
        QVERIFY(paidBy->isVisible()); // it is checked in only when it is paid
    }

    void theDayIsClosedByAManagerWhoSeesWhatIsOpen()
    {
        Stage stage(Role::Manager);
        const Date today = stage.book.businessDate();
        const int arriving = stage.book.count(models::QueueLane::Arriving);
        QVERIFY(arriving > 0);
        QWidget *dialog = openDialog(stage, "actionCloseDay");
        QVERIFY(dialog);
        auto *line = find<QPushButton>(dialog, "openNotArrived");
        QVERIFY(line->isVisible() && line->text().startsWith(QString::number(arriving)));
        press(dialog, "dialogAccept");
        stage.settle();
        QCOMPARE(stage.book.businessDate(), today + Days{1});
        QVERIFY(!openDialog(stage));
    }

    void whatIsOpenIsCountedOnAsTheBookChanges()
    {
        Stage stage(Role::Manager);
        QWidget *dialog = openDialog(stage, "actionCloseDay");
        QVERIFY(dialog);
        auto *payments = find<QLabel>(dialog, "openPayments");
        auto *owed = find<QLabel>(dialog, "openOwed");
        const int before = firstNumber(payments);
        const int owing = firstNumber(owed);
        const ReservationId id = stage.oneIn(ReservationState::InHouse);
        Reservation &guest = stage.desk.hotel().reservations.at(id);
        guest.nightlyPrices.front() += 100'00;
        Payment payment;
        payment.id = PaymentId{stage.desk.newId()};
        payment.method = PaymentMethod::Card;
        payment.amount = {1'00, guest.currency};
        payment.state = PaymentState::Unknown;
        guest.payments.push_back(payment);
        const auto tell = [&](std::initializer_list<ReservationId> gone = {}) {
            models::ChangeSet changes;
            if (gone.size() == 0)
                changes.stays = {models::stayRow(guest, 0, false, stage.desk.actor(), demoDate())};
            changes.gone = gone;
            emit stage.desk.changed(changes);
            stage.settle();
        };
        tell();
        QCOMPARE(firstNumber(payments), before + 1);
        tell(); // the same once more is not another one
        QCOMPARE(firstNumber(payments), before + 1);
        guest.payments.back().state = PaymentState::Declined;
        guest.state = ReservationState::Departed;
        tell();
        QCOMPARE(firstNumber(payments), before);
        QCOMPARE(firstNumber(owed), owing + 1);
        tell({id});
        QCOMPARE(firstNumber(owed), owing);
        stage.desk.publish(); // all anew
        stage.settle();
        QCOMPARE(firstNumber(owed), owing + 1);
    }

    void aLineOfWhatIsOpenLeadsThere()
    {
        Stage stage(Role::Manager);
        QWidget *dialog = openDialog(stage, "actionCloseDay");
        QVERIFY(dialog);
        press(dialog, "openNotArrived");
        stage.settle();
        QVERIFY(!openDialog(stage));
        QCOMPARE(stage.window->queue().lane(), models::QueueLane::Arriving);
        QVERIFY(stage.desk.given().empty());
    }

    void withoutALineTheDayStaysOpenAndAClerkDoesNotCloseIt()
    {
        Stage stage(Role::Manager);
        stage.desk.setOnline(false);
        QWidget *dialog = openDialog(stage, "actionCloseDay");
        QVERIFY(dialog);
        QVERIFY(!find<QPushButton>(dialog, "dialogAccept")->isEnabled());
        Stage clerk(Role::Clerk);
        openWindow(clerk);
        QVERIFY(!act(clerk, "actionCloseDay")->isEnabled());
        QVERIFY(!act(clerk, "actionProperty")->isEnabled());
    }

    void anAdminCorrectsThePropertyAndItsRules()
    {
        Stage stage(Role::Admin);
        QWidget *dialog = openDialog(stage, "actionProperty");
        QVERIFY(dialog);
        find<QLineEdit>(dialog, "propertyName")->setText(QStringLiteral("Seaside & Sons"));
        find<QCheckBox>(dialog, "propertyClerksConfirm")->setChecked(true);
        press(dialog, "dialogAccept");
        stage.settle();
        QCOMPARE(stage.book.property().name, std::string("Seaside & Sons"));
        QVERIFY(stage.book.property().clerksConfirm);
        QCOMPARE(stage.book.property().timeZone, std::string("Europe/Lisbon"));
    }

private:
    ui::Languages m_languages;
};

QTEST_MAIN(TestDay)
#include "tst_day.moc"
