// Money over a bad line: whatever is lost on the way, the provider's ledger and the folio agree, and
// nobody is charged twice.

#include <QTest>

#include "e2e/support/hands.h"
#include "e2e/support/town.h"
#include "e2e/support/wishes.h"

using namespace deskbell;
using namespace deskbell::e2e;

class tst_Payment : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPaymentWhoseAnswerIsLostIsChargedOnce_data();
    void aPaymentWhoseAnswerIsLostIsChargedOnce();
    void aDeclinedCardChargesNothingAndIsSaid();
    void aBusyProviderIsChargedLaterByItself();
    void aBackendKilledDuringTheChargeChargesOnce();
    void aRefundReturnsTheMoneyOnce();

private:
    const Reservation *someoneWhoOwes() const;
    /// Submits the card payment of all that is owed; its id.
    PaymentId payByCard(const Reservation &reservation);
    /// None while the backend does not tell.
    std::optional<Payment> paymentAtBackend(const PaymentId &id);
    bool isAtBackend(const PaymentId &id, PaymentState state);
    /// One payment in the ledger, of that amount, nothing given back unless said.
    void verifyLedger(qint64 total, qint64 balance);

    std::unique_ptr<Town> m_town;
    std::unique_ptr<BackendView> m_view;
    Front *m_front = nullptr;
    std::optional<Truth> m_truth;
    std::optional<Reservation> m_now;
    ReservationId m_payer;
};

void tst_Payment::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
    m_view = m_town->house().view();
    QVERIFY(m_view);
    m_truth = m_view->truth();
    QVERIFY(m_truth);
    m_front = m_town->addDesk().front.get();
    QVERIFY(m_front->signIn(House::clerk));
    QTRY_VERIFY(m_front->seen().isOnline());
}

void tst_Payment::cleanup()
{
    m_view.reset();
    m_town.reset();
}

const Reservation *tst_Payment::someoneWhoOwes() const
{
    for (const auto &[id, stay] : m_truth->reservations) {
        if (stay.state == ReservationState::InHouse && owed(stay).minor > 0)
            return &stay;
    }
    return nullptr;
}

PaymentId tst_Payment::payByCard(const Reservation &reservation)
{
    const auto id = m_front->newId<PaymentId>();
    m_payer = reservation.id;
    const auto refusal = m_front->submit(TakePayment{reservation.id, id, PaymentMethod::Card,
                                                     chargeable(reservation), "tdesk_" + toString(id)});
    return refusal ? PaymentId{} : id;
}

std::optional<Payment> tst_Payment::paymentAtBackend(const PaymentId &id)
{
    m_now = m_view->reservation(m_payer);
    const Payment *payment = m_now ? findPayment(*m_now, id) : nullptr;
    return payment ? std::optional(*payment) : std::nullopt;
}

bool tst_Payment::isAtBackend(const PaymentId &id, PaymentState state)
{
    const auto payment = paymentAtBackend(id);
    return payment && payment->state == state;
}

void tst_Payment::verifyLedger(qint64 total, qint64 balance)
{
    const std::vector<Charge> ledger = m_town->house().ledger();
    QCOMPARE(ledger.size(), std::size_t(1));
    QCOMPARE(ledger.front().total, total);
    QCOMPARE(ledger.front().balance, balance);
}

void tst_Payment::aPaymentWhoseAnswerIsLostIsChargedOnce_data()
{
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char *name, const char *fault) { QTest::newRow(name) << QByteArray(fault); };
    row("time-out after the money was taken", R"({"fault":"timeout-after-taken","count":1})");
    row("closed after the money was taken", R"({"fault":"close-without-answer","taken":true,"count":1})");
    row("500 after the money was taken", R"({"fault":"error-500","taken":true,"count":1})");
    row("a proxy's page after the money was taken", R"({"fault":"html","taken":true,"count":1})");
    row("half an answer", R"({"fault":"garbage","taken":true,"count":1})");
    row("closed before anything", R"({"fault":"close-without-answer","taken":false,"count":1})");
}

void tst_Payment::aPaymentWhoseAnswerIsLostIsChargedOnce()
{
    QFETCH(QByteArray, fault);
    const Reservation *payer = someoneWhoOwes();
    QVERIFY(payer);
    QVERIFY(m_town->house().setFault(fault));
    const PaymentId id = payByCard(*payer);
    QVERIFY(!id.isNull());
    QTRY_VERIFY_WITH_TIMEOUT(isAtBackend(id, PaymentState::Taken), 60'000);
    verifyLedger(chargeable(*payer).minor, chargeable(*payer).minor);
    QCOMPARE(paidNet(*m_now).minor, paidNet(*payer).minor + chargeable(*payer).minor);
    QTRY_COMPARE(m_front->seen().stay(m_payer)->owed, std::int64_t(0));
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Payment::aDeclinedCardChargesNothingAndIsSaid()
{
    const Reservation *payer = someoneWhoOwes();
    QVERIFY(payer);
    QVERIFY(m_town->house().setFault(R"({"fault":"decline","count":1})"));
    const PaymentId id = payByCard(*payer);
    QTRY_VERIFY(isAtBackend(id, PaymentState::Declined));
    for (const Charge &charge : m_town->house().ledger())
        QCOMPARE(charge.status, QStringLiteral("ABORTED"));
    QCOMPARE(owed(*m_now).minor, owed(*payer).minor);
    QTRY_COMPARE(m_front->seen().stay(m_payer)->owed, owed(*payer).minor);
}

void tst_Payment::aBusyProviderIsChargedLaterByItself()
{
    const Reservation *payer = someoneWhoOwes();
    QVERIFY(payer);
    QVERIFY(m_town->house().setFault(R"({"fault":"refuse","code":"PROVIDER_ERROR","count":2})"));
    const PaymentId id = payByCard(*payer);
    QTRY_VERIFY(m_front->seen().stay(m_payer)->isProviderBusy || m_front->seen().stay(m_payer)->owed == 0);
    QTRY_VERIFY_WITH_TIMEOUT(isAtBackend(id, PaymentState::Taken), 90'000);
    verifyLedger(chargeable(*payer).minor, chargeable(*payer).minor);
}

void tst_Payment::aBackendKilledDuringTheChargeChargesOnce()
{
    const Reservation *payer = someoneWhoOwes();
    QVERIFY(payer);
    // The provider takes the money and answers late: the backend dies in between.
    QVERIFY(m_town->house().setFault(R"({"fault":"timeout-after-taken","count":1})"));
    const PaymentId id = payByCard(*payer);
    QTRY_COMPARE(m_town->house().confirmations(), 1);
    m_town->house().backend().kill();
    QVERIFY2(m_town->house().startBackend(), qPrintable(m_town->house().why()));
    m_town->followBackend();
    m_view = m_town->house().view();
    QVERIFY(m_view);
    QTRY_VERIFY_WITH_TIMEOUT(isAtBackend(id, PaymentState::Taken), 90'000);
    verifyLedger(chargeable(*payer).minor, chargeable(*payer).minor);
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Payment::aRefundReturnsTheMoneyOnce()
{
    const Reservation *payer = someoneWhoOwes();
    QVERIFY(payer);
    const PaymentId id = payByCard(*payer);
    QTRY_VERIFY(isAtBackend(id, PaymentState::Taken));
    const Money all = findPayment(*m_now, id)->amount;

    // Money goes back by a manager's word, and the provider's answer to it is lost.
    QVERIFY(m_town->house().setFault(R"({"fault":"timeout-after-taken","path":"/v1/payments","count":1})"));
    const RefundId refund{makeUuidV7(systemNow(), systemBits)};
    const auto asked = m_view->send(m_view->command(RefundPayment{m_payer, id, refund, all, "left early"},
                                                    m_truth->property.businessDate));
    QVERIFY(asked && std::holds_alternative<protocol::Applied>(asked->outcome));
    QTRY_VERIFY_WITH_TIMEOUT(paymentAtBackend(id) && !findPayment(*m_now, id)->refunds.empty() &&
                                 findPayment(*m_now, id)->refunds.front().state == RefundState::Done,
                             90'000);
    verifyLedger(all.minor, 0);
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

QTEST_MAIN(tst_Payment)
#include "tst_payment.moc"
