// What somebody between desk and backend answers in the backend's place (a proxy, a Wi-Fi's sign-in page)
// is not the backend's word: nobody is signed out by it, no command is called refused by it, nobody who is
// known here is kept out by it. One whole desk and a backend in memory.

#include "support/deskprobe.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestBetween : public QObject
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
    ReservationId confirmed() const
    {
        for (const auto &[id, reservation] : m_backend->hotel().reservations) {
            if (reservation.state == ReservationState::Confirmed)
                return id;
        }
        return {};
    }
    std::string noteAtBackend() const { return m_backend->hotel().reservations.at(confirmed()).note; }
    static void addStrangers()
    {
        QTest::addColumn<Stranger>("stranger");
        for (const int status : {200, 302, 401, 403, 407, 413, 422, 503})
            QTest::addRow("%d, a page", status)
                << Stranger{status, "text/html", "<html>Sign in</html>", "Retry-After: 3600\r\n"};
        QTest::newRow("200, other JSON") << Stranger{200, "application/json", "{\"ok\":true}"};
        QTest::newRow("409, other JSON") << Stranger{409, "application/json", "{\"ok\":true}"};
        QTest::newRow("401, another's problem")
            << Stranger{401, "application/problem+json",
                        R"({"type":"about:blank","title":"X","status":401,"code":"proxy-login"})"};
        QTest::newRow("403, another's problem")
            << Stranger{403, "application/problem+json", R"({"title":"Forbidden","status":403})"};
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

    void aCommandWhoseRepeatMeetsAStrangerIsDoneOnceAndNeverCalledRefused_data() { addStrangers(); }
    void aCommandWhoseRepeatMeetsAStrangerIsDoneOnceAndNeverCalledRefused()
    {
        QFETCH(Stranger, stranger);
        openOnline();
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::CloseAfter, 1);
        m_backend->interpose(QStringLiteral("POST /v1/properties"), stranger, 2);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "once"}), std::string());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(m_desk->lastId), 1);
        QCOMPARE(noteAtBackend(), std::string("once"));
        QVERIFY(m_desk->outbox().cards.empty());
        QVERIFY(!m_desk->hasNote("sign-in-again"));
        QVERIFY(m_desk->waitOnline());
    }

    void aCommandThatAStrangerAnswersStaysUnknown()
    {
        openOnline();
        m_backend->interpose(QStringLiteral("POST /v1/properties"), {413}, 1'000, true);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "done"}), std::string());
        QTRY_VERIFY(!m_desk->outbox().items.empty() &&
                    m_desk->outbox().items.front().state == models::OutboxState::OutcomeUnknown);
        QTRY_VERIFY(m_desk->outbox().items.front().lastError.has_value());
        QCOMPARE(m_desk->outbox().items.front().lastError->code, std::string("not-the-backend"));
        m_backend->clearFaults();
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(m_desk->lastId), 1);
    }

    void aRefusalOfTheRepeatIsToldOnlyWhenTheFirstTryWasNotDone_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::newRow("done") << true;
        QTest::newRow("not done") << false;
    }
    void aRefusalOfTheRepeatIsToldOnlyWhenTheFirstTryWasNotDone()
    {
        QFETCH(bool, isDone);
        openOnline();
        m_backend->fail(QStringLiteral("POST /v1/properties"),
                        isDone ? Fault::CloseAfter : Fault::CloseBefore, 1);
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::BadRequest, 1'000);
        // The first look-up meets a stranger, who is not believed either.
        m_backend->interpose(QStringLiteral("GET /v1/commands"), {404}, 1);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "perhaps"}), std::string());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(m_desk->lastId), isDone ? 1 : 0);
        QCOMPARE(m_desk->outbox().cards.size(), std::size_t(isDone ? 0 : 1));
        QVERIFY(m_backend->requests(QStringLiteral("GET /v1/commands")) >= 2);
    }

    void aStrangerOnAnyCallEndsNoSession_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("status");
        for (const char *call : {"POST /v1/session/refresh", "GET /v1/hello", "/changes", "GET live"}) {
            for (const int status : {200, 302, 401, 403})
                QTest::addRow("%s, %d", call, status) << QString::fromLatin1(call) << status;
        }
    }
    void aStrangerOnAnyCallEndsNoSession()
    {
        QFETCH(QString, call);
        QFETCH(int, status);
        openOnline();
        m_backend->interpose(call, {status}, 3);
        m_backend->endAccessTokens();
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        m_backend->comeUp();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "goes on"}), std::string());
        QVERIFY(m_desk->waitSettled());
        QVERIFY(m_desk->waitOnline());
        QVERIFY(!m_desk->hasNote("sign-in-again"));
        QCOMPARE(m_backend->requests(QStringLiteral("/snapshot")), 1);
    }

    void aSnapshotOfAStrangerCountsForNothing_data() { addStrangers(); }
    void aSnapshotOfAStrangerCountsForNothing()
    {
        QFETCH(Stranger, stranger);
        m_backend->interpose(QStringLiteral("/snapshot"), stranger, 2);
        openOnline();
        QCOMPARE(m_backend->requests(QStringLiteral("/snapshot")), 3);
    }

    void aReceiptThatAStrangerDoesNotFindIsNotCalledForgotten()
    {
        openOnline();
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "in the backup"}), std::string());
        QVERIFY(m_desk->waitSettled());
        m_backend->interpose(QStringLiteral("GET /v1/commands"), {404}, 2);
        m_backend->restore(m_backend->backup());
        QVERIFY(m_desk->waitNote("backend-restored"));
        QVERIFY(m_desk->waitOnline());
        QTRY_VERIFY(m_backend->requests(QStringLiteral("GET /v1/commands")) >= 3);
        QVERIFY(m_desk->outbox().cards.empty());
    }

    void aPasswordIsChangedByTheBackendsOwnWordOnly_data() { addStrangers(); }
    void aPasswordIsChangedByTheBackendsOwnWordOnly()
    {
        QFETCH(Stranger, stranger);
        openOnline();
        std::optional<Expected<std::vector<models::DeskSession>>> told;
        models::FrontDesk &front = m_desk->desk->frontDesk();
        connect(&front, &models::FrontDesk::accountTold, this,
                [&](quint64, const Expected<std::vector<models::DeskSession>> &answer) { told = answer; });
        m_backend->interpose(QStringLiteral("POST /v1/password"), stranger, 10);
        front.askAccount(models::ChangePassword{"right", "another good one"}, 1);
        QTRY_VERIFY(told);
        QVERIFY(!told->has_value());
        disconnect(&front, nullptr, this, nullptr);
    }

    void aWithdrawnCommandIsGoneBeforeItsAnswer()
    {
        openOnline();
        m_backend->fail(QStringLiteral("/"), Fault::CloseBefore, 10'000);
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_desk->ask(EditNote{confirmed(), "not this"}), std::string());
        const CommandId id = m_desk->lastId;
        models::FrontDesk &front = m_desk->desk->frontDesk();
        std::size_t left = 1;
        bool isAnswered = false;
        connect(&front, &models::FrontDesk::submitted, this,
                [&](const CommandId &, const std::optional<Error> &) {
                    left = front.outbox().items.size();
                    isAnswered = true;
                });
        front.withdraw(id);
        QTRY_VERIFY(isAnswered);
        QCOMPARE(left, std::size_t{0}); // else it would be told as done when it goes
        disconnect(&front, nullptr, this, nullptr);
    }

    void whoIsKnownGetsInWhenAnybodyElseAnswersTheSignIn_data() { addStrangers(); }
    void whoIsKnownGetsInWhenAnybodyElseAnswersTheSignIn()
    {
        QFETCH(Stranger, stranger);
        openOnline();
        const auto rows = m_desk->rows.size();
        m_desk->close();
        m_desk->rows.clear();
        m_desk->open();
        m_backend->interpose(QStringLiteral("/"), stranger, 10'000);
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("manager"), QStringLiteral("wrong")));
        QCOMPARE(m_desk->accessError, std::string("not-the-backend"));
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QTRY_COMPARE(m_desk->rows.size(), rows);
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        m_backend->clearFaults();
        QVERIFY(m_desk->waitOnline());
    }

    void whoIsKnownGetsInWhenTheBackendAnswersAndItsDatabaseDoesNot()
    {
        openOnline();
        m_desk->close();
        m_desk->open();
        m_backend->fail(QStringLiteral("POST /v1/session"), Fault::Unavailable, 10'000);
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("kim")));
        QCOMPARE(m_desk->accessError, std::string("backend-unwell"));
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        m_backend->clearFaults();
        QVERIFY(m_desk->waitOnline());
    }

    void theBackendsOwnNoStillKeepsPeopleOut()
    {
        openOnline();
        m_desk->close();
        m_desk->open();
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("manager"), QStringLiteral("wrong")));
        QCOMPARE(m_desk->accessError, std::string("bad-credentials"));
    }
};

QTEST_GUILESS_MAIN(TestBetween)
#include "tst_between.moc"
