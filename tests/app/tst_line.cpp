// The line under the faults that were seen in the field: sessions, snapshots, histories, live lines,
// and files found damaged. One whole desk and a backend in memory.

#include "support/deskprobe.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestLine : public QObject
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
        QTRY_COMPARE(m_backend->liveLines(), 1);
    }
    void reopen()
    {
        m_desk->close();
        m_desk->rows.clear();
        m_desk->isComplete = false;
        m_desk->open();
    }
    ReservationId confirmed(int nth = 0) const
    {
        for (const auto &[id, reservation] : m_backend->hotel().reservations) {
            if (reservation.state == ReservationState::Confirmed && nth-- == 0)
                return id;
        }
        return {};
    }
    /// Something that shows in a row: who stays.
    bool renameAtBackend(const std::string &name, int nth = 0)
    {
        const ReservationId id = confirmed(nth);
        Guest guest = m_backend->hotel().reservations.at(id).guest;
        guest.name = name;
        return m_backend->happen(EditGuest{id, guest});
    }

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

    // Signing in

    void plainHttpIsRefusedForAnythingButLoopback()
    {
        m_desk->open();
        QVERIFY(!m_desk->signIn(QUrl(QStringLiteral("http://hotel.example"))));
        QCOMPARE(m_desk->accessError, std::string("tls-required"));
        QVERIFY(!m_desk->signIn(QUrl(QStringLiteral("ftp://127.0.0.1"))));
        QCOMPARE(m_desk->accessError, std::string("bad-server"));
    }

    void aWrongPasswordIsToldApartFromALineThatIsDown()
    {
        m_desk->open();
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("kim"), QStringLiteral("wrong")));
        QCOMPARE(m_desk->accessError, std::string("bad-credentials"));
        m_backend->goDown();
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("kim")));
        QCOMPARE(m_desk->accessError, std::string("offline"));
    }

    void whoHasBeenHereGetsInOfflineAndSeesTheHotel()
    {
        openOnline();
        const auto rows = m_desk->rows.size();
        m_backend->goDown();
        reopen();
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("manager"), QStringLiteral("wrong")));
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QTRY_COMPARE(m_desk->rows.size(), rows);
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QVERIFY(m_desk->desk->frontDesk().actor().role == Role::Manager);
        m_backend->comeUp();
        QVERIFY(m_desk->waitOnline()); // with what was typed: there was no session to renew
    }

    void aSessionInTheKeychainIsTakenUpWithoutAPassword()
    {
        openOnline();
        QTRY_VERIFY(!m_desk->keychain->secrets.isEmpty());
        QVERIFY(!m_desk->desk->access().state().isSessionOnly);
        const int signIns = m_backend->requests("POST /v1/session");
        m_desk->close();
        m_desk->open(true);
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->agreesWith(*m_backend));
        QCOMPARE(m_backend->requests("POST /v1/session") - m_backend->requests("POST /v1/session/refresh"),
                 signIns);
    }

    void aLockedKeyringIsToldAndNothingSecretIsWrittenElsewhere()
    {
        m_desk->keychain->isLocked = true;
        openOnline();
        QVERIFY(m_desk->waitNote("keychain-missing"));
        QVERIFY(m_desk->desk->access().state().isSessionOnly);
        QVERIFY(!isWrittenAnywhere(m_desk->dir, "refresh-secret"));
        reopen();
        m_desk->close();
        m_desk->open(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isBusy);
        QVERIFY(!m_desk->desk->access().state().isSignedIn);
        QVERIFY(
            m_desk->signIn(m_backend->url(), QStringLiteral("manager"))); // the key comes with the password
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->requests("snapshot"), 1);
    }

    void signingOutWithCommandsWaitingIsRefusedUnlessTheyStay()
    {
        openOnline();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "mine"}), std::string());
        m_desk->desk->access().signOut();
        QTRY_COMPARE(m_desk->accessError, std::string("outbox-not-empty"));
        QVERIFY(m_desk->desk->access().state().isSignedIn);
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        QTRY_VERIFY(m_desk->rows.empty());
        QVERIFY(!m_desk->keychain->secrets.begin()->contains("refresh-secret"));
        m_backend->comeUp();
        // Somebody else's session does not send them; their own does.
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("clerk")));
        QVERIFY(m_desk->waitOnline());
        QCOMPARE(m_backend->requests("POST /v1/properties"), 0);
        m_desk->desk->access().signOut();
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitSettled());
        QTRY_COMPARE(m_backend->hotel().reservations.at(confirmed()).note, std::string("mine"));
    }

    void manyRequestsWithAnEndedTokenRenewItOnce()
    {
        openOnline();
        m_backend->endAccessTokens();
        for (int i = 0; i < 6; ++i)
            m_desk->desk->frontDesk().submit(EditNote{confirmed(i), "renewed"}, {});
        QVERIFY(QTest::qWaitFor([&] { return m_desk->answers.size() == 6; }, 5000));
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->requests("POST /v1/session/refresh"), 1);
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void anEndedSessionAsksThePersonAndKeepsTheirWork()
    {
        openOnline();
        m_backend->endSessions();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "kept"}), std::string());
        QVERIFY(m_desk->waitNote("sign-in-again"));
        QCOMPARE(m_desk->outbox().items.size(), std::size_t{1});
        QVERIFY(m_desk->desk->access().state().isSignedIn);
        m_desk->desk->access().signIn(m_backend->url(), QStringLiteral("manager"), QStringLiteral("right"));
        QVERIFY(m_desk->waitSettled());
        QTRY_VERIFY(!m_desk->hasNote("sign-in-again"));
        QCOMPARE(m_backend->hotel().reservations.at(confirmed()).note, std::string("kept"));
    }

    // Snapshots

    void aSnapshotThatIsCutOffCountsForNothingAndIsFetchedAgain()
    {
        m_backend->fail(QStringLiteral("/snapshot"), Fault::CutAnswer, 2);
        openOnline();
        QCOMPARE(m_backend->requests("/snapshot"), 3);
        QVERIFY(m_desk->mostExpected > qint64(m_desk->rows.size())); // rooms and types are counted, too
    }

    void aSnapshotThatDoesNotAgreeWithItsDigestIsNotTaken()
    {
        m_backend->snapshotDigestLie = "0123456789abcdef";
        m_desk->open();
        QVERIFY(m_desk->signIn(m_backend->url()));
        QTRY_VERIFY(m_backend->requests("/snapshot") >= 2);
        QVERIFY(!QFile::exists(m_desk->dir + QStringLiteral("/cache.db")));
        m_backend->snapshotDigestLie.clear();
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void aFirstSyncThatIsCancelledWaitsForThePerson()
    {
        m_backend->fail(QStringLiteral("/snapshot"), Fault::Hang, 1);
        m_desk->timing.snapshotStall = std::chrono::seconds(20);
        m_desk->timing.requestTimeout = std::chrono::seconds(20);
        m_desk->open();
        QVERIFY(m_desk->signIn(m_backend->url()));
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::FirstSync);
        m_desk->desk->frontDesk().cancelFirstSync();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QVERIFY(!QFile::exists(m_desk->dir + QStringLiteral("/cache.db.next")));
        m_desk->desk->frontDesk().reconnectNow();
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    // Changes

    void aGapInTheLiveLineIsFilledInOrder()
    {
        openOnline();
        m_backend->isDroppingLive = true;
        for (int i = 0; i < 7; ++i) // more than one page of changes
            QVERIFY(renameAtBackend("Missed " + std::to_string(i), i));
        m_backend->isDroppingLive = false;
        QVERIFY(renameAtBackend("Told", 7));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->requests("/snapshot"), 1);
    }

    void aTickAloneBringsTheChanges()
    {
        openOnline();
        m_backend->isTellingInline = false;
        QVERIFY(renameAtBackend("Ticked"));
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void aTickWhileChangesAreFetchedIsNotForgotten()
    {
        openOnline();
        m_backend->isTellingInline = false;
        m_backend->fail(QStringLiteral("/changes"), Fault::Hang, 1);
        QVERIFY(renameAtBackend("First"));
        QTRY_COMPARE(m_backend->requests("/changes"), 2);
        QVERIFY(renameAtBackend("Second", 1)); // told while the first fetch hangs
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void aWakeUpThatWasLostIsMadeGood()
    {
        openOnline();
        m_backend->isDroppingLive = true;
        QVERIFY(renameAtBackend("Nobody was told"));
        QVERIFY(m_desk->waitAgrees(*m_backend));
    }

    void aHalfOpenLiveLineEndsByItself()
    {
        m_backend->isLiveMute = true;
        m_desk->open();
        QVERIFY(m_desk->signIn(m_backend->url()));
        QTRY_VERIFY(m_backend->requests("GET live") >= 2);
        m_backend->isLiveMute = false;
        QTRY_COMPARE(m_backend->liveLines(), 1);
        QVERIFY(m_desk->waitOnline());
    }

    void changesWhileTheLineWasDownComeWithIt()
    {
        openOnline();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        for (int i = 0; i < 5; ++i)
            QVERIFY(renameAtBackend("Meanwhile " + std::to_string(i), i));
        m_backend->comeUp();
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->requests("/snapshot"), 1);
    }

    // Histories

    void aCursorThatIsGoneRebuildsTheCacheAndLeavesTheOutbox()
    {
        openOnline();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "through"}), std::string());
        const CommandId id = m_desk->lastId;
        for (int i = 0; i < 5; ++i)
            QVERIFY(renameAtBackend("Gone " + std::to_string(i), i));
        m_backend->forgetHistory();
        m_backend->comeUp();
        QVERIFY(m_desk->waitSettled());
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->effects(id), 1);
        QCOMPARE(m_backend->requests("/snapshot"), 2);
    }

    void aDeskBehindWhatIsKeptAsksForASnapshotAtOnce()
    {
        openOnline();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QVERIFY(renameAtBackend("Gone"));
        m_backend->forgetHistory();
        const int asked = m_backend->requests("/changes");
        m_backend->comeUp();
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->waitOnline());
        QCOMPARE(m_backend->requests("/snapshot"), 2);
        QCOMPARE(m_backend->requests("/changes"), asked + 1); // after the snapshot; none was in vain
    }

    void aRestoredBackendLeadsToQuestionsNotToLoss()
    {
        openOnline();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "before the backup"}), std::string());
        QVERIFY(m_desk->waitSettled());
        const auto backup = m_backend->backup();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "after the backup"}), std::string());
        const CommandId forgotten = m_desk->lastId;
        QCOMPARE(m_desk->ask(EditNote{confirmed(1), "after it too"}), std::string());
        QVERIFY(m_desk->waitSettled());
        m_backend->restore(backup);
        QVERIFY(m_desk->waitCards(2));
        QVERIFY(m_desk->waitNote("backend-restored"));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        const auto &cards = m_desk->outbox().cards;
        QVERIFY(std::all_of(cards.begin(), cards.end(), [](const models::AttentionCard &card) {
            return card.error.code == "backend-restored";
        }));
        QVERIFY(std::any_of(cards.begin(), cards.end(),
                            [&](const models::AttentionCard &card) { return card.command.id == forgotten; }));
        // Asked again it is a new command, and the card closes with it.
        models::SubmitOptions again;
        again.supersedes = forgotten;
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "after the backup"}, again), std::string());
        QVERIFY(m_desk->waitCards(1));
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->hotel().reservations.at(confirmed()).note, std::string("after the backup"));
    }

    void aBackendThatDoesNotKnowTheCursorIsAskedWhatElseItHasForgotten()
    {
        openOnline();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "kept"}), std::string());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_desk->ask(EditNote{confirmed(1), "forgotten"}), std::string());
        const CommandId forgotten = m_desk->lastId;
        QVERIFY(m_desk->waitSettled());
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        m_backend->forget(forgotten);
        m_backend->knowsCursor = false; // under the same epoch, at the same number
        m_backend->comeUp();
        QVERIFY(m_desk->waitCards(1));
        QVERIFY(m_desk->outbox().cards.front().command.id == forgotten);
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QVERIFY(m_desk->waitOnline());
        QCOMPARE(m_backend->requests("/snapshot"), 2);
    }

    void whatTheBackendVouchesForIsNotAskedAgain()
    {
        openOnline();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "kept"}), std::string());
        QVERIFY(m_desk->waitSettled());
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        m_backend->knowsCursor = true;
        m_backend->comeUp();
        QVERIFY(m_desk->waitOnline());
        QCOMPARE(m_backend->requests("/v1/commands/"), 0);
        QCOMPARE(m_backend->requests("/snapshot"), 1);
    }

    void aClockThatIsWrongIsTold()
    {
        m_backend->serverTime = demoNow() + std::chrono::hours(3);
        openOnline();
        QVERIFY(m_desk->waitNote("clock-skew"));
    }

    // Files

    void theFirstChangeAfterAQuietTimeIsToldAtOnceAndAStormInFewSets()
    {
        constexpr qint64 interval = 1'000;
        m_desk->timing.changeSetEvery = std::chrono::milliseconds(interval);
        openOnline();
        models::FrontDesk &front = m_desk->desk->frontDesk();
        QElapsedTimer sinceLast;
        sinceLast.start();
        int sets = 0;
        connect(&front, &models::FrontDesk::changed, &front, [&] {
            ++sets;
            sinceLast.restart();
        });
        QTRY_VERIFY(sinceLast.hasExpired(interval + 1));
        sets = 0;
        QElapsedTimer sinceHappened;
        sinceHappened.start();
        QVERIFY(renameAtBackend("the first"));
        QTRY_COMPARE(sets, 1);
        QVERIFY2(sinceHappened.elapsed() < interval, qPrintable(QString::number(sinceHappened.elapsed())));
        for (int i = 0; i < 300; ++i)
            QVERIFY(renameAtBackend("the storm " + std::to_string(i), i % 5));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        const auto most = 2 + static_cast<int>(sinceHappened.elapsed() / interval);
        QVERIFY2(sets <= most, qPrintable(QStringLiteral("%1 sets, %2 at most").arg(sets).arg(most)));
    }

    void whatIsLookedAtIsToldOnceAndAfterTheBoard()
    {
        openOnline();
        models::FrontDesk &front = m_desk->desk->frontDesk();
        front.watch(confirmed());
        QTRY_VERIFY(m_desk->detail && m_desk->detail->seen.id == confirmed());
        QStringList told;
        connect(&front, &models::FrontDesk::changed, &front, [&] { told << QStringLiteral("board"); });
        connect(&front, &models::FrontDesk::watched, &front, [&] { told << QStringLiteral("detail"); });
        QVERIFY(renameAtBackend("Another Name"));
        QTRY_COMPARE(m_desk->detail->seen.guest.name, std::string("Another Name"));
        QCOMPARE(told, (QStringList{QStringLiteral("board"), QStringLiteral("detail")}));
        // Nor is it told again when somebody else's reservation changes.
        QVERIFY(renameAtBackend("Nobody Here", 1));
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told.last(), QStringLiteral("board"));
    }

    void aDamagedCacheIsFetchedAnewAndTheOutboxUntouched_data()
    {
        QTest::addColumn<Damage>("how");
        QTest::newRow("zero bytes") << Damage::ZeroBytes;
        QTest::newRow("garbage") << Damage::Garbage;
        QTest::newRow("truncated") << Damage::Truncated;
        QTest::newRow("broken header") << Damage::BrokenHeader;
        QTest::newRow("broken pages") << Damage::BrokenPages;
    }
    void aDamagedCacheIsFetchedAnewAndTheOutboxUntouched()
    {
        QFETCH(Damage, how);
        openOnline();
        m_backend->goDown();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "kept"}), std::string());
        const CommandId id = m_desk->lastId;
        m_desk->close();
        QVERIFY(damage(m_desk->dir + QStringLiteral("/cache.db"), how));
        m_backend->comeUp();
        reopen();
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitNote("cache-rebuilt"));
        QVERIFY(m_desk->waitSettled());
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->effects(id), 1);
    }

    void aDamagedIntentIsKeptAsideAndToldWithItsPath()
    {
        openOnline();
        m_desk->close();
        const QString path = m_desk->dir + QStringLiteral("/intent.db");
        QVERIFY(damage(path, Damage::Garbage));
        const QByteArray found = contentOf(path);
        reopen();
        QVERIFY(m_desk->waitNote("intent-set-aside"));
        for (const Error &note : m_desk->desk->frontDesk().link().notes) {
            if (note.code == "intent-set-aside")
                QCOMPARE(contentOf(QString::fromStdString(note.facts.at("path"))), found);
        }
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "goes on"}), std::string());
        QVERIFY(m_desk->waitSettled());
    }

    void aFolderThatCannotBeWrittenIsToldAndNobodyGetsIn()
    {
        const QString file = m_dir->filePath(QStringLiteral("a-file"));
        QVERIFY(overwrite(file, "x"));
        m_desk->dir = file + QStringLiteral("/desk");
        m_desk->open();
        QVERIFY(m_desk->waitNote("store-not-writable"));
        QVERIFY(!m_desk->signIn(m_backend->url()));
        QCOMPARE(m_desk->accessError, std::string("store-not-writable"));
    }
};

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
