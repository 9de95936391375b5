// The cache's form of a row: whatever a reservation holds comes back, and what was cut off or changed is no
// reservation.

#include <rapidcheck.h>

#include <QtTest>

#include "store/rowcodec.h"
#include "support/protocol_samples.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::store;
using namespace deskbell::testing;

class TestRowCodec : public QObject
{
    Q_OBJECT

private slots:
    void aReservationWithEverythingSetComesBack()
    {
        const Reservation before = Samples().reservation();
        Blob packed;
        packReservation(before, packed);
        QVERIFY(*unpackReservation(packed) == before);
    }

    void anyReservationComesBack()
    {
        QVERIFY(rc::check([] {
            const Reservation before = protocol::samples::reservation();
            Blob packed;
            packReservation(before, packed);
            RC_ASSERT(*unpackReservation(packed) == before);
        }));
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
};

QTEST_GUILESS_MAIN(TestRowCodec)
#include "tst_rowcodec.moc"
