// The books compared with the payment provider's, as a manager uses them.

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "models/reconciliationmodel.h"
#include "ui/audit/reconciliationwords.h"
#include "ui/format.h"
#include "ui/languages.h"
#include "ui/parts/parts.h"
#include "ui/screens.h"
#include "ui/storedwords.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::testing;
using models::ReconciliationModel;

namespace {

template <typename T>
T *find(QWidget *in, const char *name)
{
    return in->findChild<T *>(QLatin1String(name));
}

QWidget *open(Stage &stage)
{
    stage.window->resize(1440, 860);
    stage.window->show();
    stage.settle();
    find<QAction>(stage.window.get(), "actionReconciliation")->trigger();
    stage.settle();
    return QApplication::activeModalWidget();
}

void press(Stage &stage, QWidget *in, const char *button)
{
    find<QAbstractButton>(in, button)->click();
    stage.settle();
}

/// What stands over the table; empty while nothing is said.
QString verdict(QWidget *dialog)
{
    const auto *banner = find<ui::Banner>(dialog, "reconciliationVerdict");
    return banner->isVisible() ? banner->told() : QString();
}

} // namespace

class TestReconciliation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }

    void itBeginsWithYesterdaysDifferencesInWords();
    void aDayThatAgreesSaysSoAndShowsNoTable();
    void nothingIsLaterThanToday();
    void aDifferenceLeadsToItsReservationAndAStrangerNowhere();
    void theOrderNumberIsCopied();
    void whyADayWasNotComparedIsSaid();
    void itWaitsForTheLine();
    void theBackendsNoIsNotAskedForAgainWheneverTheLineChanges();
    void whoMayNotSeeItIsToldSo();
    void aClerkDoesNotOpenIt();
    void theLinkViewLeadsToTheDayThatDiffers();
    void theLinkViewSaysNothingWhenAllAgrees();
    void aKindThatIsNotKnownNeedsANewerDeskbell();

private:
    ui::Languages m_languages;
};

void TestReconciliation::itBeginsWithYesterdaysDifferencesInWords()
{
    Stage stage(Role::Manager);
    fillBooks(stage);
    QWidget *dialog = open(stage);
    QVERIFY(dialog);
    QCOMPARE(find<QDateEdit>(dialog, "reconciliationDay")->date(), ui::qDate(demoDate() - Days{1}));
    QCOMPARE(verdict(dialog), QStringLiteral("6 differences to resolve."));
    const QString compared = find<QLabel>(dialog, "reconciliationCompared")->text();
    QVERIFY2(compared.startsWith(QStringLiteral("27 payments and 3 refunds compared")), qPrintable(compared));
    const auto *table = find<QTableView>(dialog, "reconciliationTable");
    const auto cell = [&](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, ReconciliationModel::Kind), QStringLiteral("Charge missing from the folios"));
    QCOMPARE(cell(0, ReconciliationModel::About), QStringLiteral("none here"));
    QCOMPARE(cell(0, ReconciliationModel::Ledger), QStringLiteral("–"));
    QVERIFY2(cell(0, ReconciliationModel::Provider).contains(QStringLiteral("1,290.00")),
             qPrintable(cell(0, ReconciliationModel::Provider)));
    QVERIFY(cell(1, ReconciliationModel::Ledger).contains(QStringLiteral("1,280.00")));
    QVERIFY(cell(1, ReconciliationModel::Provider).contains(QStringLiteral("980.00")));
    QVERIFY(cell(2, ReconciliationModel::Ledger).endsWith(QStringLiteral("Declined")));
    QCOMPARE(cell(3, ReconciliationModel::Kind), QStringLiteral("Refund missing from the folios"));
    QVERIFY(cell(4, ReconciliationModel::Ledger).endsWith(QStringLiteral("Refunded")));
    QVERIFY(!find<QLabel>(dialog, "reconciliationAdvice")->text().isEmpty());
}

void TestReconciliation::aDayThatAgreesSaysSoAndShowsNoTable()
{
    Stage stage(Role::Manager);
    fillBooks(stage);
    QWidget *dialog = open(stage);
    QVERIFY(find<QTableView>(dialog, "reconciliationTable")->isVisible());
    press(stage, dialog, "reconciliationEarlier");
    QCOMPARE(verdict(dialog), QStringLiteral("Everything agrees."));
    QVERIFY(!find<QTableView>(dialog, "reconciliationTable")->isVisible());
    press(stage, dialog, "reconciliationLater");
    QVERIFY(find<QTableView>(dialog, "reconciliationTable")->isVisible());
}

void TestReconciliation::nothingIsLaterThanToday()
{
    Stage stage(Role::Manager);
    QWidget *dialog = open(stage);
    press(stage, dialog, "reconciliationLater");
    QCOMPARE(find<QDateEdit>(dialog, "reconciliationDay")->date(), ui::qDate(demoDate()));
    QVERIFY(!find<QToolButton>(dialog, "reconciliationLater")->isEnabled());
    QVERIFY2(verdict(dialog).contains(QStringLiteral("not over yet")), qPrintable(verdict(dialog)));
}

void TestReconciliation::aDifferenceLeadsToItsReservationAndAStrangerNowhere()
{
    Stage stage(Role::Manager);
    fillBooks(stage);
    QWidget *dialog = open(stage);
    auto *table = find<QTableView>(dialog, "reconciliationTable");
    QVERIFY(!find<QPushButton>(dialog, "reconciliationGo")->isEnabled());
    table->setCurrentIndex(table->model()->index(1, 0));
    press(stage, dialog, "reconciliationGo");
    QVERIFY(!QApplication::activeModalWidget());
    const auto *title = find<QWidget>(stage.window.get(), "reservationPanel");
    QVERIFY(title);
    const std::string guest = stage.at(*stage.desk.reconciliations[0].differences[1].reservation).guest.name;
    bool isShown = false;
    for (const QLabel *label : title->findChildren<QLabel *>())
        isShown |= label->text().contains(QString::fromStdString(guest));
    QVERIFY(isShown);
}

void TestReconciliation::theOrderNumberIsCopied()
{
    Stage stage(Role::Manager);
    fillBooks(stage);
    QWidget *dialog = open(stage);
    press(stage, dialog, "reconciliationCopy");
    QCOMPARE(QApplication::clipboard()->text(),
             QString::fromStdString(stage.desk.reconciliations[0].differences[0].order));
}

void TestReconciliation::whyADayWasNotComparedIsSaid()
{
    const Instant now = demoNow();
    models::BackendHealth health;
    const Date today = demoDate();
    const auto why = [&](int daysAgo) {
        return ui::notReconciledText(today - Days{daysAgo}, today, &health);
    };
    QVERIFY(why(1).contains(QStringLiteral("stopped")));
    health.roles = {{"here:1", "payment", true, now, {}}};
    QVERIFY(why(1).contains(QStringLiteral("stopped")));
    health.roles = {
        {"here:1", "payment", false, now, models::Breaker{models::BreakerState::Open, 9, 90, 0, 1}}};
    QVERIFY(why(1).contains(QStringLiteral("does not answer")));
    health.roles[0].breaker->state = models::BreakerState::Closed;
    QVERIFY(why(1).contains(QStringLiteral("yet")));
    QVERIFY(why(5).contains(QStringLiteral("--day ") + QString::fromStdString(toString(today - Days{5}))));
    QVERIFY(why(0).contains(QStringLiteral("not over yet")));

    Stage stage(Role::Manager);
    fillOperations(stage); // the provider is paused there
    QWidget *dialog = open(stage);
    QVERIFY2(verdict(dialog).contains(QStringLiteral("does not answer")), qPrintable(verdict(dialog)));
}

void TestReconciliation::itWaitsForTheLine()
{
    Stage stage(Role::Manager);
    fillBooks(stage);
    stage.desk.setOnline(false);
    QWidget *dialog = open(stage);
    QVERIFY2(verdict(dialog).contains(QStringLiteral("when the connection is restored")),
             qPrintable(verdict(dialog)));
    stage.desk.setOnline(true);
    stage.settle();
    QCOMPARE(verdict(dialog), QStringLiteral("6 differences to resolve."));
    QVERIFY(find<QTableView>(dialog, "reconciliationTable")->isVisible());
}

void TestReconciliation::theBackendsNoIsNotAskedForAgainWheneverTheLineChanges()
{
    Stage stage(Role::Manager);
    QWidget *dialog = open(stage);
    QVERIFY(!verdict(dialog).isEmpty());
    QSignalSpy answers(&stage.desk, &models::FrontDesk::reconciliationTold);
    stage.desk.setLink(stage.desk.link()); // more of the outbox was carried out, for instance
    stage.settle();
    QCOMPARE(answers.count(), 0);
}

void TestReconciliation::whoMayNotSeeItIsToldSo()
{
    Stage stage(Role::Manager); // and no more, says the backend
    fillBooks(stage);
    stage.desk.reconciliationError = Error{"role-not-allowed", {}};
    QWidget *dialog = open(stage);
    QCOMPARE(verdict(dialog), QStringLiteral("Only managers may see this."));
    QVERIFY(!find<QTableView>(dialog, "reconciliationTable")->isVisible());
}

void TestReconciliation::aClerkDoesNotOpenIt()
{
    Stage stage(Role::Clerk);
    QVERIFY(!open(stage));
    QVERIFY(!find<QAction>(stage.window.get(), "actionReconciliation")->isEnabled());
}

void TestReconciliation::theLinkViewLeadsToTheDayThatDiffers()
{
    Stage stage(Role::Manager);
    fillOperations(stage);
    fillBooks(stage);
    stage.desk.health.reconciled->day = demoDate() - Days{2};
    stage.window->resize(1440, 860);
    stage.window->show();
    stage.window->showOutbox(true);
    stage.settle();
    const QString words = find<QLabel>(stage.window.get(), "reconciliationNoteWords")->text();
    QVERIFY2(words.contains(ui::dateText(demoDate() - Days{2})), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("6 differences")), qPrintable(words));
    press(stage, stage.window.get(), "reconciliationShow");
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QCOMPARE(find<QDateEdit>(dialog, "reconciliationDay")->date(), ui::qDate(demoDate() - Days{2}));
}

void TestReconciliation::theLinkViewSaysNothingWhenAllAgrees()
{
    Stage stage(Role::Manager);
    fillOperations(stage);
    fillBooks(stage);
    stage.window->show();
    stage.window->showOutbox(true);
    stage.settle();
    const auto *note = find<QWidget>(stage.window.get(), "reconciliationNote");
    QVERIFY(note->isVisible());
    stage.desk.health.reconciled->differences = 0;
    stage.window->showOutbox(false);
    stage.window->showOutbox(true); // asks anew
    QTRY_VERIFY(!note->isVisible());
    stage.desk.health.reconciled->differences = 1;
    stage.window->showOutbox(false);
    stage.window->showOutbox(true);
    QTRY_VERIFY(note->isVisible());
    stage.desk.setOnline(false);
    QTRY_VERIFY(!note->isVisible());
}

void TestReconciliation::aKindThatIsNotKnownNeedsANewerDeskbell()
{
    const models::BookDifference odd{"moon-phase", "o", {}, {}, "12 apples", "500 EUR REFUNDING"};
    QCOMPARE(ui::differenceName(odd), ui::newerText());
    QCOMPARE(ui::differenceAdvice(odd), QString());
    QCOMPARE(ui::ledgerText(odd), ui::newerText());
    QVERIFY(ui::providerText(odd).endsWith(QStringLiteral("REFUNDING")));
}

QTEST_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"
