// The cache's form of a row: whatever a row holds comes back, and what was cut off or changed is no
// row.

#include <rapidcheck.h>

#include <QtTest>

#include "store/rowcodec.h"
#include "support/randomvalues.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::store;
using namespace deskbell::testing;

class TestRowCodec : public QObject
{
    Q_OBJECT

private slots:
    void anyRowComesBack()
    {
        QVERIFY(rc::check([] { comesBack(random::row()); }));
    }

    void aRowWithEveryMemberSetComesBack()
    {
        forEachEntity([]<typename Kind>() {
            QVERIFY2(rc::check([] { comesBack(random::full<Kind>()); }), Kind::entityName.data());
        });
    }

    void aKindThatIsNoneIsDamage()
    {
        Blob packed;
        packUndated(Unit(), packed);
        for (const std::int64_t kind : {std::int64_t{-1}, std::int64_t{entityCount}, INT64_MAX})
            QCOMPARE(unpackUndated(kind, packed).error().code, std::string(failurecode::damaged));
        const auto reservation = static_cast<std::int64_t>(entityOf<Reservation>());
        QCOMPARE(unpackUndated(reservation, packed).error().code, std::string(failurecode::damaged));
    }

    void aReservationThatIsCutOffIsNone()
    {
        Blob packed;
        packReservation(Samples().reservation(), packed);
        for (std::size_t size = 0; size < packed.size(); ++size)
            QVERIFY(!unpackReservation(Bytes(packed).first(size)).has_value());
        packed.push_back(0);
        QVERIFY(!unpackReservation(packed).has_value());
    }

private:
    static void comesBack(const Row &row)
    {
        std::visit(
            [packed = Blob()]<typename Kind>(const Kind &each) mutable {
                if constexpr (std::same_as<Kind, Reservation>) {
                    packReservation(each, packed);
                    RC_ASSERT(*unpackReservation(packed) == each);
                } else {
                    packUndated(each, packed);
                    RC_ASSERT(*unpackUndated(static_cast<int>(entityOf<Kind>()), packed) == UndatedRow(each));
                }
            },
            row);
    }
};

QTEST_GUILESS_MAIN(TestRowCodec)
#include "tst_rowcodec.moc"
