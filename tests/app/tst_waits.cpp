// What the desk waits for, how long, and what it says meanwhile: by no clock that somebody may put right,
// and never as done what has not been answered. One whole desk and a backend in memory.

#include "support/deskprobe.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestWaits : public QObject
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
    ReservationId confirmed() const
    {
        for (const auto &[id, reservation] : m_backend->hotel().reservations) {
            if (reservation.state == ReservationState::Confirmed)
                return id;
        }
        return {};
    }
    bool renameAtBackend(const std::string &name)
    {
        Guest guest = m_backend->hotel().reservations.at(confirmed()).guest;
        guest.name = name;
        return m_backend->happen(EditGuest{confirmed(), guest});
    }
    std::string keep(const char *note) { return m_desk->ask(EditNote{confirmed(), note}); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>(makeDemoHotel());
        m_desk = std::make_unique<DeskProbe>(m_dir->filePath(QStringLiteral("desk")));
    }
    void cleanup()
    {
        m_desk.reset();
        m_backend.reset();
    }

    void aLaneThatWaitsGoesOnWhereverTheClockIsPut_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("three days back") << -72;
        QTest::newRow("three days ahead") << 72;
    }
    void aLaneThatWaitsGoesOnWhereverTheClockIsPut()
    {
        QFETCH(int, hours);
        openOnline();
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::Unavailable, 10'000);
        QCOMPARE(keep("waits"), std::string());
        QTRY_VERIFY(!m_desk->outbox().items.empty() && m_desk->outbox().items.front().lastError);
        QCOMPARE(m_desk->outbox().items.front().lastError->code, std::string("backend-busy"));
        QTRY_COMPARE(m_desk->outbox().items.front().state, models::OutboxState::Waiting); // it was an answer
        m_desk->clockOff = std::chrono::hours(hours);
        m_backend->clearFaults();
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(m_desk->lastId), 1);
        QVERIFY(m_desk->waitOnline());
    }

    void anAccessTokenDoesNotEndBecauseTheClockIsPutRight()
    {
        openOnline();
        m_desk->clockOff = std::chrono::hours(72);
        QCOMPARE(keep("with the same token"), std::string());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->requests(QStringLiteral("POST /v1/session/refresh")), 0);
    }

    void anAnswerThatIsLateIsSaid()
    {
        m_desk->timing.requestTimeout = std::chrono::seconds(2);
        openOnline();
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::Hang, 1);
        QCOMPARE(keep("late"), std::string());
        QTRY_VERIFY(m_desk->hasNote("backend-slow"));
        QCOMPARE(m_desk->outbox().items.size(), std::size_t(1));
        QCOMPARE(m_desk->outbox().items.front().state, models::OutboxState::Sending);
        QVERIFY(m_desk->waitSettled());
        QTRY_VERIFY(!m_desk->hasNote("backend-slow"));
    }

    void aLineThatIsTriedAgainIsNotCalledOneBeforeItAnswers()
    {
        openOnline();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        models::FrontDesk &front = m_desk->desk->frontDesk();
        bool wasConnecting = false;
        connect(&front, &models::FrontDesk::linkChanged, &front, [&] {
            wasConnecting = wasConnecting || front.link().phase == models::LinkPhase::Connecting;
        });
        m_backend->fail(QStringLiteral("GET /v1/hello"), Fault::Hang, 2);
        m_backend->comeUp();
        QTRY_VERIFY(m_backend->requests(QStringLiteral("GET /v1/hello")) >= 3); // the first was at the start
        QVERIFY(!wasConnecting);
        front.reconnectNow();
        QVERIFY(m_desk->waitOnline());
        QVERIFY(wasConnecting); // who asks sees that it is tried
    }

    // Where no live line comes through

    void withoutALiveLineTheDeskWorksAndSaysWhatIsBlocked_data()
    {
        QTest::addColumn<bool>("isMute");
        QTest::newRow("denied") << false;
        QTest::newRow("shakes hands and passes nothing") << true;
    }
    void withoutALiveLineTheDeskWorksAndSaysWhatIsBlocked()
    {
        QFETCH(bool, isMute);
        m_desk->timing.liveSilence = std::chrono::milliseconds(150);
        m_backend->isLiveMute = isMute;
        if (!isMute)
            m_backend->interpose(QStringLiteral("GET live"), {403}, 10'000);
        openOnline();
        QVERIFY(m_desk->waitNote("live-blocked"));
        models::FrontDesk &front = m_desk->desk->frontDesk();
        bool wasOffline = false;
        connect(&front, &models::FrontDesk::linkChanged, &front,
                [&] { wasOffline = wasOffline || front.link().phase != models::LinkPhase::Online; });
        QVERIFY(renameAtBackend("Told by nobody"));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(keep("mine"), std::string());
        QVERIFY(m_desk->waitSettled());
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(!wasOffline);
        // It is tried again, and used when it comes through.
        m_backend->isLiveMute = false;
        m_backend->clearFaults();
        QTRY_COMPARE(m_backend->liveLines(), 1);
        QTRY_VERIFY(!m_desk->hasNote("live-blocked"));
        QVERIFY(renameAtBackend("Told again"));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(!wasOffline);
    }

    void withoutALiveLineAnOutageIsNoticedAllTheSame()
    {
        m_backend->interpose(QStringLiteral("GET live"), {403}, 10'000);
        openOnline();
        QVERIFY(m_desk->waitNote("live-blocked"));
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QVERIFY(!m_desk->hasNote("live-blocked"));
        m_backend->comeUp();
        QVERIFY(m_desk->waitOnline());
    }

    // Renewals

    void aRenewalWhoseAnswerIsLostSignsNobodyOut()
    {
        openOnline();
        m_backend->endAccessTokens();
        m_backend->fail(QStringLiteral("POST /v1/session/refresh"), Fault::CloseAfter, 2);
        QCOMPARE(keep("renewed"), std::string());
        QVERIFY(m_desk->waitSettled());
        QVERIFY(!m_desk->hasNote("sign-in-again"));
        QCOMPARE(m_backend->effects(m_desk->lastId), 1);
    }

    void aBackendThatForgotARenewalIsShownTheTokenBefore()
    {
        openOnline();
        m_backend->endAccessTokens();
        QCOMPARE(keep("renewed"), std::string());
        QVERIFY(m_desk->waitSettled());
        m_backend->forgetRenewal();
        QCOMPARE(keep("renewed once more"), std::string());
        QVERIFY(m_desk->waitSettled());
        QVERIFY(!m_desk->hasNote("sign-in-again"));
        QVERIFY(m_desk->waitOnline());
    }
};

QTEST_GUILESS_MAIN(TestWaits)
#include "tst_waits.moc"
