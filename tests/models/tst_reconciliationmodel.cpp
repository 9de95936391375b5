// A day's books compared: what differs of the day asked for last, and why there is no answer.

#include <QAbstractItemModelTester>
#include <QTest>

#include "models/reconciliationmodel.h"
#include "support/desk/fakefrontdesk.h"

using namespace deskbell;
using namespace deskbell::models;
using namespace deskbell::testing;

class TestReconciliationModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeFrontDesk>(makeEmptyHotel(), Role::Manager);
        m_model = std::make_unique<ReconciliationModel>(*m_desk);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ReservationId one{makeNamedUuid({}, "one")};
        m_desk->reconciliations = {
            {m_day, demoNow(), 12, 3, {{"amount-differs", "p-1", one, {}, "1 EUR taken", "2 EUR DONE"}}},
            {m_day - Days{1}, demoNow(), 4, 0, {}}};
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }
    void whatDiffersIsToldAsItIs();
    void aDayThatAgreesHasAReportWithoutRows();
    void aDayThatWasNotComparedHasNone();
    void anAnswerAboutAnotherDayIsNotTaken();
    void twoViewsDoNotTakeEachOthersAnswers();
    void withoutALineThereIsNoReport();

private:
    static bool waitFor(ReconciliationModel &model)
    {
        return QTest::qWaitFor([&] { return !model.isBusy(); });
    }

    const Date m_day = demoDate();
    std::unique_ptr<FakeFrontDesk> m_desk;
    std::unique_ptr<ReconciliationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestReconciliationModel::whatDiffersIsToldAsItIs()
{
    m_model->show(m_day);
    QVERIFY(m_model->isBusy());
    QVERIFY(!m_model->report());
    QVERIFY(waitFor(*m_model));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->report()->payments, std::uint64_t(12));
    const auto cell = [this](int column) { return m_model->index(0, column).data().toString(); };
    QCOMPARE(cell(ReconciliationModel::Kind), QStringLiteral("amount-differs"));
    QCOMPARE(cell(ReconciliationModel::Ledger), QStringLiteral("1 EUR taken"));
    QCOMPARE(cell(ReconciliationModel::Provider), QStringLiteral("2 EUR DONE"));
    QCOMPARE(cell(ReconciliationModel::Order), QStringLiteral("p-1"));
}

void TestReconciliationModel::aDayThatAgreesHasAReportWithoutRows()
{
    m_model->show(m_day - Days{1});
    QVERIFY(waitFor(*m_model));
    QVERIFY(m_model->report());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestReconciliationModel::aDayThatWasNotComparedHasNone()
{
    m_model->show(m_day);
    QVERIFY(waitFor(*m_model));
    m_model->show(m_day + Days{1});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(waitFor(*m_model));
    QVERIFY(!m_model->report());
    QCOMPARE(m_model->error()->code, std::string("not-reconciled"));
}

void TestReconciliationModel::anAnswerAboutAnotherDayIsNotTaken()
{
    m_model->show(m_day);
    m_model->show(m_day - Days{1}); // before the first was answered
    QVERIFY(waitFor(*m_model));
    QCoreApplication::processEvents();
    QCOMPARE(m_model->report()->day, m_day - Days{1});
}

void TestReconciliationModel::twoViewsDoNotTakeEachOthersAnswers()
{
    ReconciliationModel other(*m_desk);
    m_model->show(m_day);
    other.show(m_day - Days{1});
    QVERIFY(waitFor(*m_model) && waitFor(other));
    QCOMPARE(m_model->report()->day, m_day);
    QCOMPARE(other.report()->day, m_day - Days{1});
}

void TestReconciliationModel::withoutALineThereIsNoReport()
{
    m_desk->setOnline(false);
    m_model->show(m_day);
    QVERIFY(waitFor(*m_model));
    QCOMPARE(m_model->error()->code, std::string("offline"));
    m_desk->setOnline(true);
    m_model->show(m_day);
    QVERIFY(!m_model->error());
    QVERIFY(waitFor(*m_model));
    QVERIFY(m_model->report());
}

QTEST_GUILESS_MAIN(TestReconciliationModel)
#include "tst_reconciliationmodel.moc"
