// The dates a desk keeps: they move with the business date and reach where a clerk looks, whatever
// happens meanwhile. One or two whole desks and a backend in memory that shows windows.

#include "support/deskprobe.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<DeskProbe> m_desk;

    void openOnline()
    {
        m_desk->open();
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }
    Date today() const { return m_backend->hotel().property.businessDate; }
    Window around(int back, int ahead) const { return {today() - Days{back}, today() + Days{ahead}}; }
    void nextDay() { QVERIFY(m_backend->happen(AdvanceBusinessDate{today() + Days{1}}, Role::Manager)); }
    /// A request for a stay so many days from the demonstration's date.
    std::optional<ReservationId> ask(int nightsFromNow)
    {
        const Offering &offering = m_backend->hotel().offerings.front();
        MakeReservation made;
        made.reservation = ReservationId{makeNamedUuid({}, "asked " + std::to_string(++m_asked))};
        made.offering = offering.id;
        made.stay = {demoDate() + Days{nightsFromNow}, demoDate() + Days{nightsFromNow + 2}};
        made.guest.name = "Asked";
        made.currency = m_backend->hotel().property.currency;
        made.nightlyPrices = {offering.basePrice, offering.basePrice};
        if (!m_backend->happen(made, Role::Clerk))
            return std::nullopt;
        return made.reservation;
    }
    bool waitLoaded(const Window &window)
    {
        return QTest::qWaitFor([&] { return m_desk->loaded() == window; }, 10000);
    }
    int m_asked = 0;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>(makeDemoHotel());
        m_backend->isShowingWindows = true;
        m_desk = std::make_unique<DeskProbe>(m_dir->filePath(QStringLiteral("desk")));
        m_desk->timing.daysBack = 3;
        m_desk->timing.daysAhead = 10;
    }
    void cleanup()
    {
        m_desk.reset();
        m_backend.reset();
    }

    void theDeskAsksForItsDaysAroundTheBusinessDate()
    {
        const auto far = ask(30);
        QVERIFY(far.has_value());
        openOnline();
        QVERIFY(m_desk->loaded() == around(3, 10));
        QVERIFY(!m_desk->rows.contains(*far));
        QCOMPARE(m_backend->requests("/snapshot"), 1);
    }

    void theWindowMovesWithTheBusinessDate()
    {
        const auto next = ask(10); // arrives on the first day that is not shown
        QVERIFY(next.has_value());
        openOnline();
        QVERIFY(!m_desk->rows.contains(*next));
        for (int day = 0; day < 4; ++day) {
            nextDay();
            QVERIFY(waitLoaded(around(3, 10)));
            QVERIFY(m_desk->waitAgrees(*m_backend));
        }
        QVERIFY(m_desk->rows.contains(*next));
        // And the live line tells of the dates that came in.
        QTRY_COMPARE(m_backend->liveLines(), 1);
        const auto late = ask(13);
        QVERIFY(late.has_value());
        QTRY_VERIFY(m_desk->rows.contains(*late));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_desk->phase(), models::LinkPhase::Online);
    }

    void aDeskThatStartsDaysLaterMovesItsWindowAndFetchesNothingAnew()
    {
        openOnline();
        m_desk->close();
        for (int day = 0; day < 5; ++day)
            nextDay();
        const auto late = ask(14);
        QVERIFY(late.has_value());
        m_desk->rows.clear();
        openOnline();
        QVERIFY(waitLoaded(around(3, 10)));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->rows.contains(*late));
    }

    void whatChangesWhileDatesComeInIsNotMissed()
    {
        const auto stays = ask(11);
        const auto goes = ask(11);
        QVERIFY(stays && goes);
        openOnline();
        std::optional<ReservationId> comes;
        m_backend->afterSlice = [&] {
            comes = ask(11);
            m_backend->happen(EditNote{*stays, "meanwhile"});
            m_backend->happen(CancelReservation{*goes, "meanwhile"});
        };
        nextDay();
        nextDay();
        QVERIFY(waitLoaded(around(3, 10)));
        QVERIFY(!m_backend->afterSlice);
        QVERIFY(comes.has_value());
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->rows.contains(*comes));
        m_desk->desk->frontDesk().watch(*stays);
        QTRY_VERIFY(m_desk->detail && m_desk->detail->seen.note == "meanwhile");
    }

    void aLineThatBreaksWhileTheWindowMovesLeavesAllAsItWas_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("slice cut") << QStringLiteral("/snapshot") << Fault::CutAnswer;
        QTest::newRow("slice refused") << QStringLiteral("/snapshot") << Fault::Unavailable;
        QTest::newRow("changes cut") << QStringLiteral("/changes") << Fault::CutAnswer;
        QTest::newRow("changes refused") << QStringLiteral("/changes") << Fault::Unavailable;
    }
    void aLineThatBreaksWhileTheWindowMovesLeavesAllAsItWas()
    {
        QFETCH(QString, what);
        QFETCH(Fault, fault);
        openOnline();
        QTRY_COMPARE(m_backend->liveLines(), 1);
        m_backend->fail(what, fault, 2);
        nextDay();
        QVERIFY(waitLoaded(around(3, 10)));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->waitOnline());
    }

    void aProgramThatEndsWhileTheWindowMovesBeginsAgainWhereItWas()
    {
        openOnline();
        const Window before = around(3, 10);
        QTRY_COMPARE(m_backend->liveLines(), 1);
        m_desk->timing.requestTimeout = std::chrono::seconds(20);
        m_backend->fail(QStringLiteral("/changes"), Fault::Hang, 1);
        const int asked = m_backend->requests("/changes");
        nextDay();
        QTRY_COMPARE(m_backend->requests("/snapshot"), 2);
        QTRY_VERIFY(m_backend->requests("/changes") > asked); // the slice has come, what closes it hangs
        QVERIFY(m_desk->loaded() == before);
        m_desk->close();
        m_desk->rows.clear();
        openOnline();
        QVERIFY(waitLoaded(around(3, 10)));
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void whereAClerkLooksIsFetched()
    {
        const auto far = ask(200);
        const auto past = ask(1);
        QVERIFY(far && past);
        openOnline();
        m_desk->desk->frontDesk().lookAt({today() - Days{40}, today() + Days{230}});
        QVERIFY(waitLoaded({today() - Days{40}, today() + Days{230}}));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->rows.contains(*far));
        // It stays while the day goes on.
        nextDay();
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->rows.contains(*far));
    }

    void aDeskThatWasAwayForLongFetchesItsWindowAnew()
    {
        m_desk->timing.daysAhead = 2;
        openOnline();
        m_desk->close();
        for (int day = 0; day < 12; ++day)
            nextDay();
        m_desk->rows.clear();
        openOnline();
        QVERIFY(waitLoaded(around(3, 2)));
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
