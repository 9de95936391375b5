// Whatever the desk says about a reservation says which: its guest, its room and its code.

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "domain/refusal.h"
#include "ui/format.h"
#include "ui/languages.h"
#include "ui/outbox/attentioncardview.h"
#include "ui/parts/deskdialog.h"
#include "ui/scenes.h"
#include "ui/window/confirmation.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

/// All that a part of the window says, a line each.
QString wordsIn(const QWidget *part)
{
    QStringList words;
    for (const QLabel *label : part->findChildren<QLabel *>()) {
        if (!label->isHidden())
            words << label->text();
    }
    return words.join(u'\n');
}

/// In the house, in a room, owing nothing that would keep any dialog from opening.
ReservationId guestInRoom(Stage &stage)
{
    for (const auto &[id, reservation] : stage.desk.hotel().reservations) {
        if (reservation.state == ReservationState::InHouse && reservation.unit &&
            chargeable(reservation).minor > 0)
            return id;
    }
    qFatal("nobody is in a room");
}

QString nameOf(Stage &stage, const UnitId &id)
{
    for (const Unit &unit : stage.desk.hotel().units) {
        if (unit.id == id)
            return ui::text(unit.name);
    }
    return {};
}

} // namespace

class TestSubject : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void everyDialogSaysWhichReservationItIsAbout_data();
    void everyDialogSaysWhichReservationItIsAbout();
    void theConfirmationSaysWhom();
    void theConfirmationNamesTheRoomThatACancellationFrees();
    void theConfirmationNeedsNoMoreRoomThanThereIs();
    void aRefusalSaysWhom();
    void whatWaitsSaysWhom();
    void aCardSaysWhomAlsoWhenNothingCameToBe();
    void ofSeveralThatCouldNotBeKeptOneIsNamed();

private:
    static void verify(Stage &stage, const ReservationId &id, const QString &said)
    {
        const Reservation &reservation = stage.at(id);
        QVERIFY2(said.contains(ui::text(reservation.guest.name)), qPrintable(said));
        QVERIFY2(said.contains(ui::text(shortCode(id))), qPrintable(said));
        if (reservation.unit)
            QVERIFY2(said.contains(nameOf(stage, *reservation.unit)), qPrintable(said));
    }

    ui::Languages m_languages;
};

void TestSubject::everyDialogSaysWhichReservationItIsAbout_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"actionTakePayment", "actionRefund", "actionAssign", "actionMove",
                               "actionEditGuest", "actionEditNote", "actionCheckOut"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestSubject::everyDialogSaysWhichReservationItIsAbout()
{
    QFETCH(QString, action);
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = guestInRoom(stage);
    stage.window->showReservation(id);
    stage.settle();
    if (action == QLatin1String("actionRefund") || action == QLatin1String("actionCheckOut")) {
        const Actor clerk{{}, "Clerk", Role::Clerk};
        const Money open = chargeable(stage.at(id));
        stage.desk.happen(TakePayment{id, PaymentId{stage.desk.newId()}, PaymentMethod::Cash, open, {}},
                          clerk);
        stage.settle();
    }
    auto *asked = stage.window->findChild<QAction *>(action);
    QVERIFY(asked->isEnabled());
    asked->trigger();
    QWidget *dialog = openDialog(stage);
    QVERIFY(dialog);
    verify(stage, id, wordsIn(dialog));
}

void TestSubject::theConfirmationSaysWhom()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    auto *foot = find<QLabel>(stage.window.get(), "footText");
    const ReservationId id = guestInRoom(stage);
    stage.desk.submit(EditNote{id, "later"});
    stage.settle();
    QVERIFY2(foot->text().startsWith(QStringLiteral("Done: Edit note")), qPrintable(foot->text()));
    verify(stage, id, foot->text());
    stage.desk.setOnline(false);
    stage.desk.submit(EditNote{id, "later still"});
    stage.settle();
    verify(stage, id, foot->text());
}

void TestSubject::theConfirmationNamesTheRoomThatACancellationFrees()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const auto &all = stage.desk.hotel().reservations;
    const auto found = std::find_if(all.begin(), all.end(), [](const auto &entry) {
        return entry.second.state == ReservationState::Confirmed && entry.second.unit &&
               entry.second.payments.empty();
    });
    QVERIFY(found != all.end());
    const QString room = nameOf(stage, *found->second.unit);
    stage.desk.submit(CancelReservation{found->first, {}});
    stage.settle();
    QVERIFY(!stage.at(found->first).unit);
    const QString said = find<QLabel>(stage.window.get(), "footText")->text();
    QVERIFY2(said.startsWith(QStringLiteral("Done: ")) && said.contains(room), qPrintable(said));
}

void TestSubject::theConfirmationNeedsNoMoreRoomThanThereIs()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    const int before = stage.window->minimumSizeHint().width();
    const ReservationId id = guestInRoom(stage);
    Guest guest = stage.at(id).guest;
    guest.name = std::string(180, 'W');
    stage.desk.submit(EditGuest{id, guest});
    stage.settle();
    QCOMPARE(stage.window->minimumSizeHint().width(), before);
}

void TestSubject::aRefusalSaysWhom()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = stage.oneIn(ReservationState::Requested);
    stage.window->showReservation(id);
    stage.settle();
    stage.desk.keepNothing(Error{"disk-full", {}});
    act(stage, "actionConfirm")->trigger();
    stage.settle();
    auto *note = stage.window->findChild<QWidget *>(QStringLiteral("note"));
    QVERIFY(note);
    verify(stage, id, wordsIn(note));
}

void TestSubject::whatWaitsSaysWhom()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    stage.desk.setOnline(false);
    const ReservationId id = guestInRoom(stage);
    stage.desk.submit(EditNote{id, "later"});
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    auto *item = stage.window->findChild<QWidget *>(QStringLiteral("outboxItem"));
    QVERIFY(item);
    verify(stage, id, wordsIn(item));
}

void TestSubject::aCardSaysWhomAlsoWhenNothingCameToBe()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    const MakeReservation make = refuseLastRoom(stage, stage.desk.hotel().offerings.front().id);
    const auto *card = stage.window->findChild<ui::AttentionCardView *>();
    QVERIFY(card);
    const QString said = wordsIn(card);
    QVERIFY2(said.contains(QStringLiteral("Ada Lovelace")) &&
                 said.contains(ui::text(shortCode(make.reservation))),
             qPrintable(said));
}

void TestSubject::ofSeveralThatCouldNotBeKeptOneIsNamed()
{
    Stage stage(Role::Manager);
    QWidget *dialog = openDialog(stage, "actionWalkIn");
    QVERIFY(dialog);
    find<QLineEdit>(dialog, "guestName")->setText(QStringLiteral("Night Owl"));
    stage.desk.keepNothing(Error{"disk-full", {}}, 1);
    press(dialog, "dialogAccept");
    stage.settle();
    const QString said = wordsIn(find<QWidget>(dialog, "newReservationDialogBanner"));
    QVERIFY2(said.contains(QStringLiteral("Night Owl")), qPrintable(said));
}

QTEST_MAIN(TestSubject)
#include "tst_subject.moc"
