// Which dates a desk wants, and by which steps it gets there.

#include <QtTest>

#include "sync/windowplan.h"

using namespace deskbell;
using namespace deskbell::sync;

namespace {

constexpr Date today{Days{17'000}};

Window days(int from, int to)
{
    return {today + Days{from}, today + Days{to}};
}

} // namespace

class TestWindowPlan : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWantedLiesAroundTheBusinessDateAndReachesWhereSomebodyLooked()
    {
        const Timing timing;
        QVERIFY(wantedWindow(today, {}, timing) == days(-7, 400));
        QVERIFY(wantedWindow(today, days(-60, 100), timing) == days(-60, 400));
        QVERIFY(wantedWindow(today, days(390, 460), timing) == days(-7, 460));
    }

    void nothingIsDoneWhenAllIsThere() { QVERIFY(!nextStep(days(-7, 400), days(-7, 400))); }

    void aDayLaterOneDayIsFetchedAndOneGoes()
    {
        const auto step = nextStep(days(-8, 399), days(-7, 400));
        QVERIFY(step && !step->isAnew);
        QVERIFY(step->missing == days(399, 400));
        QVERIFY(step->target == days(-7, 400));
    }

    void whatNobodyLooksAtAnyMoreGoesWithoutFetching()
    {
        const auto step = nextStep(days(-90, 400), days(-7, 400));
        QVERIFY(step && !step->isAnew && !step->missing);
        QVERIFY(step->target == days(-7, 400));
    }

    void windowsThatDoNotTouchAreFetchedAnew()
    {
        const auto step = nextStep(days(-900, -493), days(-7, 400));
        QVERIFY(step && step->isAnew);
    }

    void farAwayIsReachedInSmallStepsThatEnd_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("after") << -7 << 1100;
        QTest::newRow("before") << -700 << 400;
        QTest::newRow("both") << -300 << 800;
        QTest::newRow("smaller") << 5 << 100;
        QTest::newRow("later") << 390 << 800;
    }
    void farAwayIsReachedInSmallStepsThatEnd()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const Window wants = days(from, to);
        Window has = days(-7, 400);
        for (int steps = 0; has != wants; ++steps) {
            QVERIFY(steps < 40);
            const auto step = nextStep(has, wants);
            QVERIFY(step && !step->isAnew);
            if (step->missing) {
                QVERIFY(step->missing->to - step->missing->from <= Days{61});
                // Beside what there is, and part of what will be.
                QVERIFY(step->missing->from == has.to || step->missing->to == has.from);
                QVERIFY(step->target.contains(*step->missing));
            }
            has = step->target;
        }
    }
};

QTEST_GUILESS_MAIN(TestWindowPlan)
#include "tst_windowplan.moc"
