// What managers and clerks see of the backend itself: who did what, and how its workers and the payment
// provider fare, told by the real one.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include "e2e/support/clerk.h"
#include "e2e/support/hands.h"
#include "e2e/support/town.h"
#include "models/auditmodel.h"
#include "models/reconciliationmodel.h"
#include "ui/parts/parts.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::e2e;

namespace {
/// A process tells of itself every 5 s, a desk that looks asks every 5 s, who is silent for 20 s is gone.
constexpr int toldMs = 60'000;
} // namespace

class tst_Operations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aManagerSeesWhoDidWhatWithBeforeAndAfter();
    void theAuditOfOneReservationHasOnlyItsOwn();
    void aClerkIsRefusedTheAudit();
    void theLinkViewTellsWhenTheProviderFailsAndWhenItIsBack();
    void theLinkViewTellsThatAWorkerDoesNotRun();
    void aManagerSeesWhatTheProvidersBooksHaveAndOursHaveNot();

private:
    /// A desk with its window, that user signed in.
    Front *openWindow(const char *user);
    QWidget *openAudit(Front &front);
    /// The words of a column, from the top.
    static QStringList column(const QTableView &table, int column);
    static QString change(const QTableWidget &changes, const QString &field);
    /// All that the view of the backend says.
    static QString backendWords(Front &front);
    std::optional<Reservation> inState(ReservationState state, bool hasUnit) const;

    std::unique_ptr<Town> m_town;
    std::unique_ptr<BackendView> m_clerk; ///< at another desk
    std::optional<Truth> m_truth;
};

void tst_Operations::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
    m_clerk = m_town->house().view(House::clerk);
    QVERIFY(m_clerk);
    m_truth = m_clerk->truth();
    QVERIFY(m_truth);
}

void tst_Operations::cleanup()
{
    m_clerk.reset();
    m_town.reset();
}

Front *tst_Operations::openWindow(const char *user)
{
    Front *front = m_town->addDesk().front.get();
    front->useWindow();
    front->open(false);
    if (!front->signIn(user) || !front->waitUntilSettled())
        return nullptr;
    turnTo(front->window());
    return front;
}

QWidget *tst_Operations::openAudit(Front &front)
{
    front.window().findChild<QAction *>(QStringLiteral("actionAudit"))->trigger();
    const auto isThere = [] {
        const QWidget *dialog = QApplication::activeModalWidget();
        const auto *table = dialog ? dialog->findChild<QTableView *>(QStringLiteral("auditTable")) : nullptr;
        return table && table->model()->rowCount() > 0;
    };
    return waitFor(isThere) ? QApplication::activeModalWidget() : nullptr;
}

QStringList tst_Operations::column(const QTableView &table, int column)
{
    QStringList words;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        words << table.model()->index(row, column).data().toString();
    return words;
}

QString tst_Operations::change(const QTableWidget &changes, const QString &field)
{
    for (int row = 0; row < changes.rowCount(); ++row) {
        if (changes.item(row, 0)->text() == field)
            return changes.item(row, 1)->text() + QStringLiteral(" > ") + changes.item(row, 2)->text();
    }
    return {};
}

QString tst_Operations::backendWords(Front &front)
{
    QStringList words;
    const auto *view = front.window().findChild<QWidget *>(QStringLiteral("backendView"));
    for (const QLabel *label : view->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            words << label->text();
    }
    return words.join(QStringLiteral(" | "));
}

std::optional<Reservation> tst_Operations::inState(ReservationState state, bool hasUnit) const
{
    for (const auto &[id, one] : m_truth->reservations) {
        const bool isDue =
            state != ReservationState::Confirmed || one.stay.arrival == m_truth->property.businessDate;
        if (one.state == state && isDue && one.unit.has_value() == hasUnit)
            return one;
    }
    return std::nullopt;
}

void tst_Operations::aManagerSeesWhoDidWhatWithBeforeAndAfter()
{
    const auto request = inState(ReservationState::Requested, false);
    const auto guest = inState(ReservationState::InHouse, true);
    QVERIFY(request && guest);
    const Date today = m_truth->property.businessDate;
    // At another desk a clerk writes a note, and asks for what only a manager may do.
    QVERIFY(m_clerk->send(m_clerk->command(EditNote{guest->id, "Late breakfast"}, today)));
    const auto refused = m_clerk->send(m_clerk->command(ConfirmReservation{request->id}, today));
    QVERIFY(refused && std::holds_alternative<protocol::Refused>(refused->outcome));
    // Here the manager does it.
    Front *front = openWindow(House::manager);
    QVERIFY(front);
    QVERIFY(!front->submit(ConfirmReservation{request->id}));
    QVERIFY(front->waitUntilSettled());

    QWidget *audit = openAudit(*front);
    QVERIFY(audit);
    auto &table = *audit->findChild<QTableView *>(QStringLiteral("auditTable"));
    auto &changes = *audit->findChild<QTableWidget *>(QStringLiteral("auditChanges"));
    const QStringList what = column(table, models::AuditModel::What);
    const QStringList who = column(table, models::AuditModel::Who);
    const auto confirmed = what.indexOf(QStringLiteral("Confirm"));
    QVERIFY2(confirmed >= 0, qPrintable(what.join(u'\n')));
    QCOMPARE(who[confirmed], QString::fromStdString(front->desk().actor().name));
    table.setCurrentIndex(table.model()->index(static_cast<int>(confirmed), 0));
    const QString state = change(changes, QStringLiteral("State"));
    QVERIFY2(state.startsWith(QStringLiteral("Requested > ")), qPrintable(state));

    const auto refusal = what.indexOf(QStringLiteral("Confirm – refused"));
    QVERIFY2(refusal > confirmed, qPrintable(what.join(u'\n'))); // the latest first
    QVERIFY(who[refusal] != who[confirmed]);
    const auto note = what.indexOf(QStringLiteral("Edit note"));
    QVERIFY2(note > refusal, qPrintable(what.join(u'\n')));
    QCOMPARE(who[note], who[refusal]);
    table.setCurrentIndex(table.model()->index(static_cast<int>(note), 0));
    QCOMPARE(changes.item(0, 0)->text(), QStringLiteral("Note"));
    const QString from =
        table.model()->index(static_cast<int>(note), models::AuditModel::Origin).data().toString();
    QVERIFY2(from.contains(QStringLiteral("127.0.0.1")), qPrintable(from));
}

void tst_Operations::theAuditOfOneReservationHasOnlyItsOwn()
{
    const auto one = inState(ReservationState::InHouse, true);
    const auto other = inState(ReservationState::Requested, false);
    QVERIFY(one && other);
    const Date today = m_truth->property.businessDate;
    QVERIFY(m_clerk->send(m_clerk->command(EditNote{one->id, "Late breakfast"}, today)));
    QVERIFY(m_clerk->send(m_clerk->command(EditNote{other->id, "Calls again"}, today)));
    Front *front = openWindow(House::manager);
    QVERIFY(front);
    front->window().showReservation(one->id);
    QWidget *audit = openAudit(*front);
    QVERIFY(audit);
    auto &table = *audit->findChild<QTableView *>(QStringLiteral("auditTable"));
    const QStringList about = column(table, models::AuditModel::About);
    QVERIFY(!about.isEmpty());
    for (const QString &words : about)
        QVERIFY2(words.startsWith(QString::fromStdString(one->guest.name)), qPrintable(words));
    audit->findChild<QComboBox *>(QStringLiteral("auditFilter"))->setCurrentIndex(0);
    QTRY_VERIFY(!column(table, models::AuditModel::About)
                     .filter(QString::fromStdString(other->guest.name))
                     .isEmpty());
}

void tst_Operations::aClerkIsRefusedTheAudit()
{
    Front *front = openWindow(House::clerk);
    QVERIFY(front);
    QVERIFY(!front->window().findChild<QAction *>(QStringLiteral("actionAudit"))->isEnabled());
    // Whatever a program sends: the desk that asks all the same is refused by the backend.
    std::optional<Expected<models::AuditPage>> answer;
    QObject context;
    QObject::connect(&front->desk(), &models::FrontDesk::auditTold, &context,
                     [&](quint64 ticket, const Expected<models::AuditPage> &page) {
                         if (ticket == 7)
                             answer = page;
                     });
    front->desk().askAudit({}, 7);
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, std::string("role-not-allowed"));
    const auto wire = m_clerk->get(
        QStringLiteral("/v1/properties/%1/audit").arg(QString::fromStdString(toString(m_clerk->property()))));
    QCOMPARE(wire.status, 403);
}

void tst_Operations::theLinkViewTellsWhenTheProviderFailsAndWhenItIsBack()
{
    const auto payer = inState(ReservationState::InHouse, true);
    QVERIFY(payer && chargeable(*payer).minor > 0);
    Front *front = openWindow(House::clerk);
    QVERIFY(front);
    QVERIFY(Clerk(*front).showOutbox(true));
    QTRY_VERIFY_WITH_TIMEOUT(backendWords(*front).contains(QStringLiteral("Payments | running")), toldMs);

    QVERIFY(m_town->house().setFault(R"({"fault":"error-500"})"));
    const auto payment = front->newId<PaymentId>();
    QVERIFY(!front->submit(TakePayment{payer->id, payment, PaymentMethod::Card, chargeable(*payer),
                                       "tdesk_" + toString(payment)}));
    QTRY_VERIFY2_WITH_TIMEOUT(backendWords(*front).contains(QStringLiteral("Payments | provider paused")),
                              qPrintable(backendWords(*front)), toldMs);
    QVERIFY(!QApplication::activeModalWidget());

    QVERIFY(m_town->house().clearFaults());
    QTRY_COMPARE_WITH_TIMEOUT(front->seen().stay(payer->id)->owed, std::int64_t(0), toldMs);
    // It is trusted again when some more charges have gone well.
    std::size_t charged = 1;
    for (const auto &[id, one] : m_truth->reservations) {
        if (charged == 12 || id == payer->id || one.state != ReservationState::InHouse ||
            chargeable(one).minor <= 0)
            continue;
        const auto more = front->newId<PaymentId>();
        QVERIFY(!front->submit(
            TakePayment{id, more, PaymentMethod::Card, chargeable(one), "tdesk_" + toString(more)}));
        ++charged;
    }
    QTRY_VERIFY2_WITH_TIMEOUT(backendWords(*front).contains(QStringLiteral("Payments | running")),
                              qPrintable(backendWords(*front)), toldMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_town->house().ledger().size(), charged, toldMs);
}

void tst_Operations::theLinkViewTellsThatAWorkerDoesNotRun()
{
    Front *front = openWindow(House::clerk);
    QVERIFY(front);
    QVERIFY(Clerk(*front).showOutbox(true));
    QTRY_VERIFY_WITH_TIMEOUT(backendWords(*front).contains(QStringLiteral("Assignment | running")), toldMs);
    m_town->house().backend().stop();
    QTRY_VERIFY(backendWords(*front).contains(QStringLiteral("unknown while this desk is offline")));
    m_town->house().setRoles(QStringLiteral("gateway,payment,mypage"));
    QVERIFY2(m_town->house().startBackend(), qPrintable(m_town->house().why()));
    m_town->followBackend();
    QTRY_VERIFY2_WITH_TIMEOUT(backendWords(*front).contains(QStringLiteral("Assignment | stopped")),
                              qPrintable(backendWords(*front)), toldMs);
    QVERIFY2(backendWords(*front).contains(QStringLiteral("Payments | running")),
             qPrintable(backendWords(*front)));
}

void tst_Operations::aManagerSeesWhatTheProvidersBooksHaveAndOursHaveNot()
{
    const auto payer = inState(ReservationState::InHouse, true);
    QVERIFY(payer && chargeable(*payer).minor > 0);
    Front *front = openWindow(House::manager);
    QVERIFY(front);
    const auto payment = front->newId<PaymentId>();
    const QString order = QString::fromStdString(toString(payment));
    QVERIFY(!front->submit(TakePayment{payer->id, payment, PaymentMethod::Card, chargeable(*payer),
                                       "tdesk_" + toString(payment)}));
    QTRY_COMPARE_WITH_TIMEOUT(front->seen().stay(payer->id)->owed, std::int64_t(0), toldMs);
    // At the provider the amount is another one, and there is a charge of which no desk knows.
    BackendView provider(m_town->house().sandboxUrl());
    const QString key = QStringLiteral("tdesk_") + order;
    QCOMPARE(provider.remove(QStringLiteral("/_sandbox/ledger/") + key).status, 204);
    const auto put = [&provider](const QString &paymentKey, const QString &orderId) {
        return provider
            .post(QStringLiteral("/_sandbox/ledger"),
                  QStringLiteral(R"({"paymentKey":"%1","orderId":"%2","amount":7})")
                      .arg(paymentKey, orderId)
                      .toUtf8())
            .status;
    };
    QCOMPARE(put(key, order), 201);
    QCOMPARE(put(QStringLiteral("tgen_stranger"), QStringLiteral("order-of-nobody")), 201);
    const QString day =
        QDateTime::currentDateTimeUtc().addSecs(9 * 3600).date().toString(Qt::ISODate); // the provider's
    const auto compared = Program::run(QStringLiteral(DESKBELLD_PROGRAM),
                                       {QStringLiteral("reconcile"), QStringLiteral("--db"),
                                        m_town->house().databasePath(), QStringLiteral("--day"), day});
    QVERIFY2(compared.output.contains(order), qPrintable(compared.output));

    // The line's view says so and leads there.
    QVERIFY(Clerk(*front).showOutbox(true));
    const auto *note = front->window().findChild<QWidget *>(QStringLiteral("reconciliationNote"));
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), toldMs);
    note->findChild<QAbstractButton *>(QStringLiteral("reconciliationShow"))->click();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QWidget *dialog = QApplication::activeModalWidget();
    auto &table = *dialog->findChild<QTableView *>(QStringLiteral("reconciliationTable"));
    QTRY_COMPARE(table.model()->rowCount(), 2);
    const QStringList kinds = column(table, models::ReconciliationModel::Kind);
    const auto other = kinds.indexOf(QStringLiteral("Charge amounts differ"));
    const auto stranger = kinds.indexOf(QStringLiteral("Charge missing from the folios"));
    QVERIFY2(other >= 0 && stranger >= 0, qPrintable(kinds.join(u'\n')));
    QCOMPARE(column(table, models::ReconciliationModel::Order)[stranger], QStringLiteral("order-of-nobody"));
    const QString there = column(table, models::ReconciliationModel::Provider)[other];
    QVERIFY2(there.contains(QStringLiteral("7.00")), qPrintable(there));
    table.setCurrentIndex(table.model()->index(static_cast<int>(other), 0));
    dialog->findChild<QAbstractButton *>(QStringLiteral("reconciliationGo"))->click();
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const auto *guest = front->window().findChild<QLabel *>(QStringLiteral("panelGuest"));
    QTRY_VERIFY(guest->isVisible() && guest->text().contains(QString::fromStdString(payer->guest.name)));

    const QString path = QStringLiteral("/v1/properties/%1/reconciliations/%2")
                             .arg(QString::fromStdString(toString(m_clerk->property())), day);
    QCOMPARE(m_clerk->get(path).status, 403);
}

QTEST_MAIN(tst_Operations)
#include "tst_operations.moc"
