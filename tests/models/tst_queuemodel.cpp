// A lane as a table: what is in it, in which order, and that a change moves one row, not all.

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

#include "models/queuemodel.h"

using namespace deskbell;
using namespace deskbell::models;

namespace {

constexpr Date firstDay{Days{16'800}};

ReservationId reservationId(int number)
{
    ReservationId id;
    id.value.bytes[15] = static_cast<std::uint8_t>(number);
    id.value.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    return id;
}

ChangeSet house()
{
    ChangeSet set;
    set.undated.of<Property>().emplace_back();
    set.undated.of<Property>().front().businessDate = firstDay;
    Offering offering;
    offering.id.value.bytes[0] = 1;
    offering.name = "Twin";
    set.undated.of<Offering>() = {offering};
    return set;
}

StayRow request(int number, const std::string &guest, int inDays)
{
    StayRow row;
    row.id = reservationId(number);
    row.offering.value.bytes[0] = 1;
    row.stay = {firstDay + Days{inDays}, firstDay + Days{inDays + 2}};
    row.guest = guest;
    row.madeAtMs = number;
    row.owed = number * 100;
    return row;
}

QStringList guests(const QueueModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, QueueModel::Guest).data().toString();
    return names;
}

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_book = std::make_unique<Book>();
        m_model = std::make_unique<QueueModel>(*m_book);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChangeSet set = house();
        set.stays = {request(1, "Zoë", 3), request(2, "김민준", 1), request(3, "adam", 2)};
        m_book->apply(set);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_book.reset();
    }

    void aLaneIsSortedByArrivalFirst() { QCOMPARE(guests(*m_model), QStringList({"김민준", "adam", "Zoë"})); }

    void sortingByGuestMindsNoCase()
    {
        m_model->sort(QueueModel::Guest, Qt::AscendingOrder);
        QCOMPARE(guests(*m_model), QStringList({"adam", "Zoë", "김민준"}));
        m_model->sort(QueueModel::Guest, Qt::DescendingOrder);
        QCOMPARE(guests(*m_model), QStringList({"김민준", "Zoë", "adam"}));
    }

    void aNewRequestComesInAtItsPlaceAndDisturbsNoOther()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
        ChangeSet set;
        set.stays = {request(4, "Noah", 2)};
        m_book->apply(set);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 2);
        QCOMPARE(reset.size() + layout.size(), 0);
    }

    void aConfirmedOneLeavesTheLane()
    {
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        ChangeSet set;
        set.stays = {request(2, "김민준", 1)};
        set.stays[0].state = ReservationState::AwaitingPayment;
        m_book->apply(set);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(guests(*m_model), QStringList({"adam", "Zoë"}));
        m_model->setLane(QueueLane::ToPay);
        QCOMPARE(guests(*m_model), QStringList({"김민준"}));
    }

    void aRowThatMovesTakesItsSelectionWithIt()
    {
        const QPersistentModelIndex kim = m_model->index(0, QueueModel::Guest);
        ChangeSet set;
        set.stays = {request(2, "김민준", 9)};
        m_book->apply(set);
        QCOMPARE(guests(*m_model), QStringList({"adam", "Zoë", "김민준"}));
        QCOMPARE(kim.row(), 2);
    }

    void everyWordOfTheFilterMustBeFound()
    {
        m_model->setFilterText("TWIN zo");
        QCOMPARE(guests(*m_model), QStringList({"Zoë"}));
        m_model->setFilterText("민준");
        QCOMPARE(guests(*m_model), QStringList({"김민준"}));
        m_model->setFilterText(QString::fromStdString(shortCode(reservationId(3))));
        QVERIFY(guests(*m_model).contains("adam"));
        m_model->setFilterText("nobody");
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFilterText({});
        QCOMPARE(m_model->rowCount(), 3);
    }

    void keptByChangesItIsSortedAndCompleteAtAnyTime()
    {
        std::mt19937 dice(5);
        m_model->sort(QueueModel::Owed, Qt::DescendingOrder);
        for (int step = 0; step < 300; ++step) {
            ChangeSet set;
            for (unsigned i = 0; i <= dice() % 3; ++i) {
                StayRow row = request(static_cast<int>(dice() % 40), "Guest", static_cast<int>(dice() % 9));
                row.owed = static_cast<std::int64_t>(dice() % 50);
                if (dice() % 3 == 0)
                    row.state = ReservationState::Confirmed;
                if (dice() % 5 == 0)
                    set.gone.push_back(row.id);
                else
                    set.stays.push_back(row);
            }
            m_book->apply(set);
            QCOMPARE(m_model->rowCount(), m_book->count(QueueLane::Requested));
            for (int row = 1; row < m_model->rowCount(); ++row)
                QVERIFY(m_model->index(row - 1, 0).data(OwedRole).toLongLong() >=
                        m_model->index(row, 0).data(OwedRole).toLongLong());
        }
    }

private:
    std::unique_ptr<Book> m_book;
    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_APPLESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
