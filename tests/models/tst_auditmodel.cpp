// Who did what, page by page: the latest first, of one reservation or of all; nothing that answers an
// older question is shown.

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/auditmodel.h"
#include "support/desk/fakefrontdesk.h"

using namespace deskbell;
using namespace deskbell::models;
using namespace deskbell::testing;

class TestAuditModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeFrontDesk>(makeEmptyHotel(), Role::Manager);
        m_model = std::make_unique<AuditModel>(*m_desk);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_desk->audit.clear();
        for (std::uint64_t number = 50; number > 0; --number) {
            AuditEntry entry;
            entry.number = number;
            entry.at = demoNow() - std::chrono::minutes{50 - number};
            entry.type = "edit-note";
            entry.actor.name = number % 2 == 0 ? "김하나" : "이민호";
            entry.reservation = number % 5 == 0 ? std::optional(m_one) : std::nullopt;
            m_desk->audit.push_back(entry);
        }
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }
    void thePagesFollowEachOtherWithoutGapOrTwin();
    void ofOneReservationThereAreOnlyItsOwn();
    void whatIsChosenStaysWhenMoreComes();
    void anAnswerToAnOlderQuestionIsNotTaken();
    void whyThereIsNoAnswerIsKeptUntilTheNextQuestion();
    void twoViewsDoNotTakeEachOthersAnswers();

private:
    static bool waitFor(AuditModel &model)
    {
        return QTest::qWaitFor([&] { return !model.isBusy(); });
    }

    const ReservationId m_one{makeNamedUuid({}, "one")};
    std::unique_ptr<FakeFrontDesk> m_desk;
    std::unique_ptr<AuditModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestAuditModel::thePagesFollowEachOtherWithoutGapOrTwin()
{
    m_model->show(std::nullopt);
    QVERIFY(m_model->isBusy());
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(waitFor(*m_model));
    QCOMPARE(m_model->rowCount(), static_cast<int>(FakeFrontDesk::auditPageSize));
    while (m_model->hasMore()) {
        m_model->showMore();
        m_model->showMore(); // pressed twice
        QVERIFY(waitFor(*m_model));
    }
    QCOMPARE(m_model->rowCount(), 50);
    for (int row = 0; row < 50; ++row)
        QCOMPARE(m_model->entry(row).number, std::uint64_t(50 - row));
    QCOMPARE(m_model->index(0, AuditModel::Who).data().toString(), QStringLiteral("김하나"));
    QCOMPARE(m_model->index(1, AuditModel::Who).data().toString(), QStringLiteral("이민호"));
}

void TestAuditModel::ofOneReservationThereAreOnlyItsOwn()
{
    m_model->show(m_one);
    QVERIFY(waitFor(*m_model));
    QCOMPARE(m_model->rowCount(), 10);
    QVERIFY(!m_model->hasMore());
    for (int row = 0; row < m_model->rowCount(); ++row)
        QVERIFY(m_model->entry(row).reservation == m_one);
    m_model->show(std::nullopt);
    QVERIFY(waitFor(*m_model));
    QCOMPARE(m_model->rowCount(), static_cast<int>(FakeFrontDesk::auditPageSize));
}

void TestAuditModel::whatIsChosenStaysWhenMoreComes()
{
    m_model->show(std::nullopt);
    QVERIFY(waitFor(*m_model));
    const QPersistentModelIndex third(m_model->index(2, AuditModel::At));
    m_model->showMore();
    QVERIFY(waitFor(*m_model));
    QVERIFY(third.isValid());
    QCOMPARE(third.row(), 2);
}

void TestAuditModel::anAnswerToAnOlderQuestionIsNotTaken()
{
    m_model->show(std::nullopt);
    m_model->show(m_one); // before the first was answered
    QVERIFY(waitFor(*m_model));
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 10);
}

void TestAuditModel::whyThereIsNoAnswerIsKeptUntilTheNextQuestion()
{
    m_desk->setOnline(false);
    m_model->show(std::nullopt);
    QVERIFY(waitFor(*m_model));
    QVERIFY(m_model->error());
    QCOMPARE(m_model->error()->code, std::string("offline"));
    QCOMPARE(m_model->rowCount(), 0);
    m_desk->setOnline(true);
    m_model->show(std::nullopt);
    QVERIFY(!m_model->error());
    QVERIFY(waitFor(*m_model));
    QVERIFY(m_model->rowCount() > 0);
}

void TestAuditModel::twoViewsDoNotTakeEachOthersAnswers()
{
    AuditModel other(*m_desk);
    m_model->show(std::nullopt);
    other.show(m_one);
    QVERIFY(waitFor(*m_model) && waitFor(other));
    QCOMPARE(m_model->rowCount(), static_cast<int>(FakeFrontDesk::auditPageSize));
    QCOMPARE(other.rowCount(), 10);
}

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_auditmodel.moc"
