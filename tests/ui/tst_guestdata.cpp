// What is kept about a guest: a copy for who asks, and erasing it.

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "ui/languages.h"
#include "ui/parts/parts.h"
#include "ui/reservation/guestdatadialog.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestGuestData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void onlyWhatIsOverIsErasedAndOnlyAfterATick();
    void onlyTheSameNameWithTheSameContactIsTicked_data();
    void onlyTheSameNameWithTheSameContactIsTicked();
    void anErasedGuestIsCalledSoEverywhere();
    void withoutALineItSaysSoAndAsksAgain();
    void aClerkIsNotOfferedIt();
    void theCopyHasWhatIsTicked();

private:
    ui::Languages m_languages;
};

namespace {

/// Of a reservation that is over, whose guest nobody else is like.
ReservationId oneThatIsOver(Stage &stage)
{
    for (const auto &[id, reservation] : stage.desk.hotel().reservations) {
        if (reservation.state == ReservationState::Departed && owed(reservation).isZero())
            return id;
    }
    return {};
}

QWidget *openFor(Stage &stage, const ReservationId &id)
{
    stage.window->showReservation(id);
    stage.settle();
    QWidget *dialog = openDialog(stage, "actionGuestData");
    stage.settle();
    return dialog;
}

} // namespace

void TestGuestData::onlyWhatIsOverIsErasedAndOnlyAfterATick()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = oneThatIsOver(stage);
    QVERIFY(!id.isNull());
    QWidget *dialog = openFor(stage, id);
    QVERIFY(dialog);
    auto *erase = find<QPushButton>(dialog, "dialogAccept");
    QVERIFY(!erase->isEnabled());
    auto *meant = find<QCheckBox>(dialog, "guestDataIsMeant");
    QVERIFY(meant->isEnabled());
    meant->setChecked(true);
    QVERIFY(erase->isEnabled());
    const std::size_t before = stage.desk.given().size();
    erase->click();
    stage.settle();
    QVERIFY(stage.desk.given().size() > before);
    for (std::size_t i = before; i < stage.desk.given().size(); ++i) {
        const auto &args = std::get<EraseGuest>(stage.desk.given()[i].args);
        QVERIFY(isErased(stage.at(args.reservation).guest));
    }
    QVERIFY(isErased(stage.at(id).guest));
}

void TestGuestData::onlyTheSameNameWithTheSameContactIsTicked_data()
{
    QTest::addColumn<bool>("isSameName");
    QTest::addColumn<bool>("isSamePhone");
    QTest::addColumn<QString>("knownBy");
    QTest::newRow("both") << true << true << "Contact data";
    QTest::newRow("the name alone") << true << false << "Name only";
    QTest::newRow("the phone alone, as in a family") << false << true << "Contact data, other name";
}

void TestGuestData::onlyTheSameNameWithTheSameContactIsTicked()
{
    QFETCH(bool, isSameName);
    QFETCH(bool, isSamePhone);
    QFETCH(QString, knownBy);
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = oneThatIsOver(stage);
    ReservationId other;
    for (const auto &[each, reservation] : stage.desk.hotel().reservations) {
        if (each != id && isFinal(reservation.state))
            other = each;
    }
    QVERIFY(!other.isNull());
    Guest guest = stage.at(other).guest;
    guest.name = isSameName ? stage.at(id).guest.name : "Somebody Else";
    guest.phone = isSamePhone ? stage.at(id).guest.phone : "010-0000-9999";
    guest.email.clear();
    stage.desk.submit(EditGuest{other, guest});
    stage.settle();
    QWidget *dialog = openFor(stage, id);
    const auto *table = find<QTableWidget>(dialog, "guestDataTable");
    const QList<QTableWidgetItem *> found =
        table->findItems(QString::fromStdString(shortCode(other)), Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    const int row = found.first()->row();
    QCOMPARE(found.first()->checkState(), isSameName && isSamePhone ? Qt::Checked : Qt::Unchecked);
    QCOMPARE(table->item(row, 1)->text(), QString::fromStdString(guest.name));
    QCOMPARE(table->item(row, 5)->text(), knownBy);
}

void TestGuestData::anErasedGuestIsCalledSoEverywhere()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = oneThatIsOver(stage);
    stage.desk.submit(EraseGuest{id});
    stage.settle();
    stage.window->showReservation(id);
    stage.settle();
    const auto *name = find<QLabel>(stage.window.get(), "panelGuest");
    QVERIFY2(name->text().contains(QStringLiteral("Erased guest")) ||
                 name->accessibleName().contains(QStringLiteral("Erased guest")),
             qPrintable(name->text()));
    QVERIFY(!act(stage, "actionEditGuest")->isEnabled());
    QVERIFY(!act(stage, "actionEditNote")->isEnabled());
}

void TestGuestData::withoutALineItSaysSoAndAsksAgain()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const ReservationId id = oneThatIsOver(stage);
    stage.desk.setOnline(false);
    QWidget *dialog = openFor(stage, id);
    QVERIFY(find<ui::Banner>(dialog, "guestDataDialogBanner")
                ->told()
                .contains(QStringLiteral("cannot be reached")));
    QCOMPARE(find<QTableWidget>(dialog, "guestDataTable")->rowCount(), 0);
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY(find<QTableWidget>(dialog, "guestDataTable")->rowCount() > 0);
}

void TestGuestData::aClerkIsNotOfferedIt()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    stage.window->showReservation(oneThatIsOver(stage));
    stage.settle();
    QVERIFY(!act(stage, "actionGuestData")->isEnabled());
}

void TestGuestData::theCopyHasWhatIsTicked()
{
    models::GuestData data;
    data.property = "Seaside";
    data.madeAt = parseInstant("2026-05-10T09:00:00Z").value();
    data.stays = {{{}, "Double", "101", true, R"({"reservation":{"note":"김"}})"},
                  {{}, "Twin", "102", true, R"({"reservation":{"note":"no"}})"}};
    const QByteArray text = ui::documentOf(data, {&data.stays.front()});
    const QJsonObject whole = QJsonDocument::fromJson(text).object();
    QCOMPARE(whole.value(QStringLiteral("property")).toString(), QStringLiteral("Seaside"));
    QCOMPARE(whole.value(QStringLiteral("stays")).toArray().size(), 1);
    QVERIFY(text.contains("김"));
}

QTEST_MAIN(TestGuestData)
#include "tst_guestdata.moc"
