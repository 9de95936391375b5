// What can be reserved as a table: what is in it, that it follows the book, and that a person's choice
// stays on what was chosen when rows come, go and change places.

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include "models/offeringsmodel.h"
#include "support/desk/fakefrontdesk.h"

using namespace deskbell;
using namespace deskbell::models;
using namespace deskbell::testing;

class TestOfferingsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeFrontDesk>(withShowsAndTitles(makeDemoHotel()), Role::Admin);
        m_book = std::make_unique<Book>();
        connect(m_desk.get(), &FrontDesk::changed, m_book.get(), &Book::apply);
        m_desk->publish();
        settle();
    }
    void cleanup()
    {
        m_book.reset();
        m_desk.reset();
    }
    void eachKindHasItsRows();
    void cellsAreWhatTheBookSays();
    void aReservationChangesItsRowAndNoOther();
    void whatIsSetUpComesAsARowAndTheChoiceStays();
    void anotherOrderMovesRowsAndTheChoiceWithThem();
    void aHotelTakenOverAnewIsShownAnew();

private:
    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    static QStringList codes(const OfferingsModel &model)
    {
        QStringList codes;
        for (int row = 0; row < model.rowCount(); ++row)
            codes << model.index(row, OfferingsModel::Code).data().toString();
        return codes;
    }
    PutOffering put(const char *code, int order)
    {
        PutOffering put;
        put.offering = OfferingId{m_desk->newId()};
        put.code = code;
        put.name = code;
        put.workflow = "ticket";
        put.capacity = 40;
        put.basePrice = 1000;
        put.order = order;
        return put;
    }
    const Offering &named(const char *code) const { return offeringOf(m_desk->hotel(), code); }

    std::unique_ptr<FakeFrontDesk> m_desk;
    std::unique_ptr<Book> m_book;
};

void TestOfferingsModel::eachKindHasItsRows()
{
    const OfferingsModel all(*m_book, std::nullopt);
    const OfferingsModel rooms(*m_book, SlotKind::PerNight);
    const OfferingsModel once(*m_book, SlotKind::Once);
    QCOMPARE(codes(once),
             QStringList({QStringLiteral("GULL"), QStringLiteral("HAML"), QStringLiteral("WAVE")}));
    QCOMPARE(rooms.rowCount() + once.rowCount(), all.rowCount());
    QCOMPARE(codes(all), codes(rooms) + codes(once)); // the board's order
}

void TestOfferingsModel::cellsAreWhatTheBookSays()
{
    const OfferingsModel once(*m_book, SlotKind::Once);
    const Offering &gull = named("GULL");
    QCOMPARE(once.index(0, OfferingsModel::Name).data().toString(), QStringLiteral("The Seagull"));
    QCOMPARE(once.index(0, OfferingsModel::Capacity).data().toInt(), gull.capacity);
    const int taken = once.index(0, 0).data(TakenRole).toInt();
    QCOMPARE(taken, 57);
    QCOMPARE(once.index(0, OfferingsModel::Free).data().toInt(), gull.capacity - taken);
    QCOMPARE(once.index(0, OfferingsModel::When).data().toDateTime().time(), QTime(19, 30));
    QVERIFY(!once.index(2, OfferingsModel::When).data().isValid()); // a title is lent any day
    QCOMPARE(once.index(0, OfferingsModel::Procedure).data().toString(), QStringLiteral("ticket"));
}

void TestOfferingsModel::aReservationChangesItsRowAndNoOther()
{
    OfferingsModel once(*m_book, SlotKind::Once);
    const QAbstractItemModelTester tester(&once, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&once, &QAbstractItemModel::dataChanged);
    const Offering &gull = named("GULL");
    MakeReservation make;
    make.reservation = ReservationId{m_desk->newId()};
    make.offering = gull.id;
    make.stay = {demoDate(), demoDate()};
    make.quantity = 3;
    make.guest.name = "Kim Mina";
    make.currency = m_desk->hotel().property.currency;
    make.nightlyPrices = {3 * gull.basePrice};
    m_desk->submit(make);
    settle();
    QVERIFY(!changed.isEmpty());
    for (const auto &one : changed) {
        QCOMPARE(one.at(0).toModelIndex().row(), 0);
        QCOMPARE(one.at(1).toModelIndex().row(), 0);
    }
    QCOMPARE(once.index(0, 0).data(TakenRole).toInt(), 60);
}

void TestOfferingsModel::whatIsSetUpComesAsARowAndTheChoiceStays()
{
    OfferingsModel once(*m_book, SlotKind::Once);
    const QAbstractItemModelTester tester(&once, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QItemSelectionModel chosen(&once);
    chosen.setCurrentIndex(once.index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QPersistentModelIndex hamlet(once.index(1, OfferingsModel::Code));
    QSignalSpy inserted(&once, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&once, &QAbstractItemModel::modelReset);
    m_desk->submit(put("EARL", named("GULL").order)); // before the others' place is not asked for
    m_desk->submit(put("LAST", 1000));
    settle();
    QCOMPARE(once.rowCount(), 5);
    QVERIFY(!inserted.isEmpty());
    QVERIFY(reset.isEmpty());
    QCOMPARE(hamlet.data().toString(), QStringLiteral("HAML"));
    QCOMPARE(chosen.currentIndex().siblingAtColumn(OfferingsModel::Code).data().toString(),
             QStringLiteral("HAML"));
    QCOMPARE(chosen.selectedRows().size(), 1);
}

void TestOfferingsModel::anotherOrderMovesRowsAndTheChoiceWithThem()
{
    OfferingsModel once(*m_book, SlotKind::Once);
    const QAbstractItemModelTester tester(&once, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QItemSelectionModel chosen(&once);
    chosen.setCurrentIndex(once.index(2, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const Offering waves = named("WAVE");
    m_desk->submit(PutOffering{waves.id, waves.code, waves.name, std::string(waves.workflow.name),
                               waves.capacity, waves.basePrice, waves.maxGuests, -1, std::nullopt});
    settle();
    QCOMPARE(codes(once),
             QStringList({QStringLiteral("WAVE"), QStringLiteral("GULL"), QStringLiteral("HAML")}));
    QCOMPARE(chosen.currentIndex().row(), 0);
    QVERIFY(chosen.isRowSelected(0, {}));
}

void TestOfferingsModel::aHotelTakenOverAnewIsShownAnew()
{
    OfferingsModel once(*m_book, SlotKind::Once);
    const QAbstractItemModelTester tester(&once, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy followed(&once, &OfferingsModel::followed);
    std::erase_if(m_desk->hotel().offerings, [](const Offering &one) { return one.code == "HAML"; });
    std::erase_if(m_desk->hotel().reservations, [this](const auto &entry) {
        return m_book->find(entry.second.offering) == noOffering ||
               std::none_of(m_desk->hotel().offerings.begin(), m_desk->hotel().offerings.end(),
                            [&](const Offering &one) { return one.id == entry.second.offering; });
    });
    m_desk->publish();
    settle();
    QVERIFY(!followed.isEmpty());
    QCOMPARE(codes(once), QStringList({QStringLiteral("GULL"), QStringLiteral("WAVE")}));
}

QTEST_GUILESS_MAIN(TestOfferingsModel)
#include "tst_offeringsmodel.moc"
