// How the backend is and who did what, as a person reads it.

#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTableWidget>

#include "ui/languages.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

QString wordsOfTheBackend(Stage &stage)
{
    QStringList words;
    for (const QLabel *label : find<QWidget>(stage.window.get(), "backendView")->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            words << label->text();
    }
    return words.join(u'\n');
}

} // namespace

class TestBackendAudit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void theBackendTellsWhatIsPausedAndWhatWaits();
    void aProviderThatIsTriedAgainIsNoLongerSaidToBePaused();
    void ofSeveralProcessesTheOneThatCallsNobodyIsTold();
    void withoutALineTheBackendsStateIsNotGuessed();
    void theAuditSaysWhatACommandChanged();
    void theAuditNamesWhoAndWhatInWords();
    void theAuditCanBeOfOneReservation();
    void theAuditWaitsForTheLine();

private:
    ui::Languages m_languages;
};

void TestBackendAudit::theBackendTellsWhatIsPausedAndWhatWaits()
{
    Stage stage;
    fillOperations(stage);
    openWindow(stage);
    QCOMPARE(stage.desk.healthAsked, 0); // nobody looks
    stage.window->showOutbox(true);
    stage.settle();
    QVERIFY(stage.desk.healthAsked > 0);
    const QString all = wordsOfTheBackend(stage);
    QVERIFY2(all.contains(QStringLiteral("provider paused")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("for 12 s")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("3, the oldest for 2 min")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("stopped")), qPrintable(all));
}

void TestBackendAudit::aProviderThatIsTriedAgainIsNoLongerSaidToBePaused()
{
    // Half open: some calls go through, and it takes a few that succeed until all do.
    Stage stage;
    fillOperations(stage);
    for (models::BackendRole &role : stage.desk.health.roles) {
        if (role.breaker && role.breaker->state == models::BreakerState::Open)
            role.breaker->state = models::BreakerState::HalfOpen;
    }
    openWindow(stage);
    stage.window->showOutbox(true);
    stage.settle();
    const QString all = wordsOfTheBackend(stage);
    QVERIFY2(all.contains(QStringLiteral("Payments\nprovider tried again")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("paused")), qPrintable(all));
}

void TestBackendAudit::ofSeveralProcessesTheOneThatCallsNobodyIsTold()
{
    Stage stage;
    fillOperations(stage);
    using models::BreakerState;
    for (const BreakerState state : {BreakerState::HalfOpen, BreakerState::Closed})
        stage.desk.health.roles.push_back(
            {"backoffice:4713", "payment", false, stage.desk.now, models::Breaker{state, 3, 0, 0, 0}});
    openWindow(stage);
    stage.window->showOutbox(true);
    stage.settle();
    const QString all = wordsOfTheBackend(stage);
    QVERIFY2(all.contains(QStringLiteral("Payments\nprovider paused")), qPrintable(all));
}

void TestBackendAudit::withoutALineTheBackendsStateIsNotGuessed()
{
    Stage stage;
    fillOperations(stage);
    openWindow(stage);
    stage.window->showOutbox(true);
    stage.settle();
    auto *state = find<QLabel>(stage.window.get(), "backendState");
    QVERIFY(!state->isVisible());
    stage.desk.setOnline(false);
    stage.settle();
    QVERIFY(state->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY(!state->isVisible());
}

void TestBackendAudit::theAuditSaysWhatACommandChanged()
{
    Stage stage(Role::Manager);
    fillOperations(stage);
    openWindow(stage);
    act(stage, "actionAudit")->trigger();
    QWidget *audit = openDialog(stage);
    QVERIFY(audit);
    auto *table = find<QTableView>(audit, "auditTable");
    QCOMPARE(table->model()->rowCount(), 20); // a page
    press(audit, "auditMore");
    stage.settle();
    QCOMPARE(table->model()->rowCount(), static_cast<int>(stage.desk.audit.size()));
    auto *changes = find<QTableWidget>(audit, "auditChanges");
    QCOMPARE(changes->item(0, 0)->text(), QStringLiteral("State"));
    QCOMPARE(changes->item(0, 1)->text(), QStringLiteral("Requested"));
    QCOMPARE(changes->item(0, 2)->text(), QStringLiteral("Confirmed"));
}

void TestBackendAudit::theAuditNamesWhoAndWhatInWords()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    const Offering &type = stage.desk.hotel().offerings.front();
    models::AuditEntry paid;
    paid.type = "take-payment";
    paid.actor = {{}, "payment-worker", Role::System};
    paid.channel = "worker";
    paid.reservation = stage.oneIn(ReservationState::InHouse);
    paid.changes = {{"payment 0190", {}, "cash 1000 EUR taken", false}};
    models::AuditEntry asked;
    asked.type = "make-reservation";
    asked.actor = {{}, {}, Role::Guest}; // whose name the audit does not keep
    asked.channel = "guest";
    models::AuditEntry setUp;
    setUp.type = "put-offering";
    setUp.actor = {{}, "operator", Role::Admin};
    setUp.channel = "operator";
    setUp.changes = {{"offering", {}, toString(type.id), false}, {"basePrice", "9800", "10150", false}};
    stage.desk.audit = {paid, asked, setUp};
    act(stage, "actionAudit")->trigger();
    QWidget *audit = openDialog(stage);
    QVERIFY(audit);
    auto *table = find<QTableView>(audit, "auditTable");
    const auto cell = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    const Reservation &guest = stage.at(*paid.reservation);
    QCOMPARE(cell(0, 1), QStringLiteral("Deskbell (payments)"));
    QVERIFY(cell(0, 3).contains(QString::fromStdString(guest.guest.name)) &&
            cell(0, 3).contains(QString::fromStdString(shortCode(guest.id))));
    QCOMPARE(cell(1, 1), QStringLiteral("Guest"));
    QCOMPARE(cell(2, 1), QStringLiteral("Operator"));
    QCOMPARE(cell(2, 3), QString::fromStdString(type.name));
    auto *changes = find<QTableWidget>(audit, "auditChanges");
    QCOMPARE(changes->item(0, 2)->text(), QStringLiteral("Cash · €10.00 · Taken"));
    table->setCurrentIndex(table->model()->index(2, 0));
    QCOMPARE(changes->item(1, 2)->text(), QStringLiteral("€101.50"));
}

void TestBackendAudit::theAuditCanBeOfOneReservation()
{
    Stage stage(Role::Manager);
    fillOperations(stage);
    openWindow(stage);
    stage.window->showReservation(*stage.desk.audit.front().reservation);
    stage.settle();
    act(stage, "actionAudit")->trigger();
    QWidget *audit = openDialog(stage);
    auto *table = find<QTableView>(audit, "auditTable");
    auto *filter = find<QComboBox>(audit, "auditFilter");
    QCOMPARE(filter->currentIndex(), 1);
    const int ofOne = table->model()->rowCount();
    QVERIFY(ofOne > 0);
    filter->setCurrentIndex(0);
    stage.settle();
    QVERIFY(table->model()->rowCount() > ofOne);
}

void TestBackendAudit::theAuditWaitsForTheLine()
{
    Stage stage(Role::Manager);
    fillOperations(stage);
    openWindow(stage);
    stage.desk.setOnline(false);
    act(stage, "actionAudit")->trigger();
    QWidget *audit = openDialog(stage);
    auto *table = find<QTableView>(audit, "auditTable");
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(find<QWidget>(audit, "auditDialogBanner")->isVisible());
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY(table->model()->rowCount() > 0);
    QVERIFY(!find<QWidget>(audit, "auditDialogBanner")->isVisible());
}

QTEST_MAIN(TestBackendAudit)
#include "tst_backendaudit.moc"
