// The line goes and comes back; files break; the backend is put back to an older day. What was kept
// is neither lost nor done twice, and the person is told.

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "domain/refusal.h"
#include "e2e/support/hands.h"
#include "e2e/support/town.h"
#include "e2e/support/wishes.h"

using namespace deskbell;
using namespace deskbell::e2e;

class tst_Outage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void workGoesOnOfflineAndAgreesAfterwards();
    void aHalfOpenLineIsNoticedAndHealed();
    void someoneKnownSignsInOffline();
    void aWrongPasswordOpensNothingOffline();
    void aTokenThatExpiredMeanwhileIsRenewed();
    void aRefusedCommandBecomesACardAndItsMarkGoes();
    void aDamagedCacheIsFetchedAnewAndNothingWaitingIsLost();
    void aDamagedIntentIsKeptAsideAndSaid();
    void aRestoredBackendIsNoticedAndWhatItLostIsAsked_data();
    void aRestoredBackendIsNoticedAndWhatItLostIsAsked();

private:
    void signIn();
    void goOffline();
    void goOnline();
    ReservationId futureStay() const;
    void spoil(const QString &file) const;

    std::unique_ptr<Town> m_town;
    std::unique_ptr<BackendView> m_view;
    Proxy *m_line = nullptr;
    Front *m_front = nullptr;
    std::optional<Truth> m_truth;
};

void tst_Outage::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
    m_view = m_town->house().view();
    QVERIFY(m_view);
    m_truth = m_view->truth();
    QVERIFY(m_truth);
    Town::DeskSite &site = m_town->addDesk();
    m_line = site.line.get();
    m_front = site.front.get();
}

void tst_Outage::cleanup()
{
    m_view.reset();
    m_town.reset();
}

void tst_Outage::signIn()
{
    QVERIFY(m_front->signIn(House::clerk));
    QTRY_VERIFY(m_front->seen().isOnline());
}

void tst_Outage::goOffline()
{
    m_line->setMode(Proxy::Mode::Refuse);
    QTRY_COMPARE(m_front->desk().link().phase, models::LinkPhase::Offline);
    QVERIFY(m_front->desk().link().offlineSince.has_value());
}

void tst_Outage::goOnline()
{
    m_line->setMode(Proxy::Mode::Pass);
    QTRY_COMPARE(m_front->desk().link().phase, models::LinkPhase::Online);
}

ReservationId tst_Outage::futureStay() const
{
    for (const auto &[id, stay] : m_truth->reservations) {
        if (isOpen(stay.state) && stay.stay.arrival > m_truth->property.businessDate)
            return id;
    }
    return {};
}

void tst_Outage::spoil(const QString &name) const
{
    const QDir folder(m_front->folder());
    for (const QString &journal : {name + QStringLiteral("-wal"), name + QStringLiteral("-shm")})
        QFile::remove(folder.filePath(journal));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 8'192);
    file.seek(0);
    file.write(QByteArray(8'192, '\x5a'));
}

void tst_Outage::workGoesOnOfflineAndAgreesAfterwards()
{
    signIn();
    goOffline();
    const ReservationId edited = futureStay();
    QVERIFY(!m_front->submit(EditNote{edited, "while the line was down"}));
    const std::optional<Vacancy> vacancy = emptyNights(*m_truth, 3);
    const auto made = m_front->newId<ReservationId>();
    QVERIFY(!m_front->submit(wish(*m_truth, *vacancy, "Offline Guest", made.value)));
    QTRY_VERIFY(m_front->seen().stay(made) && m_front->seen().stay(edited)->waiting == 1);
    QCOMPARE(m_front->desk().link().waiting, 2);
    QCOMPARE(m_view->truth()->reservations.contains(made), false);

    // Meanwhile others work too.
    const auto other =
        std::ranges::find_if(m_truth->reservations, [&](const auto &entry) { return entry.first != edited; });
    QVERIFY(
        m_view->send(m_view->command(EditNote{other->first, "elsewhere"}, m_truth->property.businessDate)));
    goOnline();
    QVERIFY(m_front->waitUntilSettled());
    QCOMPARE(QString::fromStdString(m_view->truth()->reservations.at(edited).note),
             QStringLiteral("while the line was down"));
    QVERIFY(m_view->truth()->reservations.contains(made));
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Outage::aHalfOpenLineIsNoticedAndHealed()
{
    signIn();
    m_line->setMode(Proxy::Mode::BlackHole);
    const ReservationId edited = futureStay();
    QVERIFY(!m_front->submit(EditNote{edited, "into the hole"}));
    // Slow, then offline; and offline it stays while it is tried again and nothing answers.
    QTRY_VERIFY(m_front->seen().hasNote("backend-slow"));
    QTRY_COMPARE_WITH_TIMEOUT(m_front->desk().link().phase, models::LinkPhase::Offline, 12'000);
    QSignalSpy told(&m_front->desk(), &models::FrontDesk::linkChanged);
    QTRY_VERIFY(told.count() > 0);
    QCOMPARE(m_front->desk().link().phase, models::LinkPhase::Offline);
    QCOMPARE(m_front->desk().link().waiting, 1);
    m_line->setMode(Proxy::Mode::Pass);
    QVERIFY(m_front->waitUntilSettled());
    QTRY_COMPARE(m_view->truth()->reservations.at(edited).note, std::string("into the hole"));
    QCOMPARE(m_view->truth()->reservations.at(edited).version, m_truth->reservations.at(edited).version + 1);
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Outage::someoneKnownSignsInOffline()
{
    signIn();
    goOffline();
    const ReservationId edited = futureStay();
    QVERIFY(!m_front->submit(EditNote{edited, "before the restart"}));
    const std::size_t stays = m_front->seen().stays().size();
    m_front->close();

    m_front->forgetKeychain();
    m_front->open(false);
    QVERIFY(m_front->signIn(House::clerk));
    QCOMPARE(m_front->seen().stays().size(), stays);
    QCOMPARE(m_front->desk().link().waiting, 1);
    QVERIFY(!m_front->submit(EditGuest{edited, Guest{.name = "Renamed Offline"}}));
    goOnline();
    QVERIFY(m_front->waitUntilSettled());
    QCOMPARE(m_view->truth()->reservations.at(edited).guest.name, std::string("Renamed Offline"));
    QCOMPARE(m_view->truth()->reservations.at(edited).note, std::string("before the restart"));
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Outage::aWrongPasswordOpensNothingOffline()
{
    signIn();
    goOffline();
    m_front->close();
    m_front->forgetKeychain();
    m_front->open(false);
    QSignalSpy failed(&m_front->access(), &models::DeskAccess::failed);
    m_front->access().signIn(m_front->server(), QLatin1String(House::clerk),
                             QStringLiteral("not the password"));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!m_front->access().state().isSignedIn);
    QVERIFY(m_front->seen().stays().empty());
}

void tst_Outage::aTokenThatExpiredMeanwhileIsRenewed()
{
    // Tokens of this backend are good for two seconds.
    QVERIFY(m_town->house().backend().stop());
    m_town->house().setAccessTokenSeconds(2);
    QVERIFY2(m_town->house().startBackend(), qPrintable(m_town->house().why()));
    m_town->followBackend();
    signIn();
    goOffline();
    QElapsedTimer outage;
    outage.start();
    QVERIFY(!m_front->submit(EditNote{futureStay(), "after the token's end"}));
    QTRY_VERIFY(outage.hasExpired(2'500)); // the token has run out by now
    goOnline();
    QVERIFY(m_front->waitUntilSettled());
    QVERIFY(m_front->access().state().isSignedIn);
    m_view = m_town->house().view();
    QCOMPARE(m_view->truth()->reservations.at(futureStay()).note, std::string("after the token's end"));
}

void tst_Outage::aRefusedCommandBecomesACardAndItsMarkGoes()
{
    signIn();
    goOffline();
    const ReservationId id = futureStay();
    QVERIFY(!m_front->submit(CancelReservation{id, "too late"}));
    QTRY_COMPARE(int(m_front->seen().stay(id)->waiting), 1);
    const auto cancelled = m_view->send(
        m_view->command(CancelReservation{id, "rang the other desk"}, m_truth->property.businessDate));
    QVERIFY(cancelled && std::holds_alternative<protocol::Applied>(cancelled->outcome));

    goOnline();
    QVERIFY(m_front->waitUntilSettled());
    QTRY_COMPARE(m_front->desk().outbox().cards.size(), std::size_t(1));
    const models::AttentionCard &card = m_front->desk().outbox().cards.front();
    QCOMPARE(card.error.code, std::string(refusal::wrongState));
    QVERIFY(card.current.has_value());
    QVERIFY(card.current->state == ReservationState::Cancelled);
    QTRY_COMPARE(int(m_front->seen().stay(id)->waiting), 0);
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
    m_front->desk().dismissCard(card.command.id);
    QTRY_VERIFY(m_front->desk().outbox().cards.empty());
}

void tst_Outage::aDamagedCacheIsFetchedAnewAndNothingWaitingIsLost()
{
    signIn();
    goOffline();
    QVERIFY(!m_front->submit(EditNote{futureStay(), "kept through the damage"}));
    m_front->close();
    spoil(QStringLiteral("cache.db"));

    m_line->setMode(Proxy::Mode::Pass);
    m_front->open();
    QVERIFY(m_front->waitForBoard());
    QTRY_VERIFY(m_front->seen().hasNote("cache-rebuilt"));
    QVERIFY(m_front->waitUntilSettled());
    QCOMPARE(m_view->truth()->reservations.at(futureStay()).note, std::string("kept through the damage"));
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

void tst_Outage::aDamagedIntentIsKeptAsideAndSaid()
{
    signIn();
    m_front->close();
    spoil(QStringLiteral("intent.db"));

    m_front->open();
    QTRY_VERIFY(m_front->seen().hasNote("intent-set-aside"));
    const QStringList aside = QDir(m_front->folder())
                                  .entryList({QStringLiteral("intent*")}, QDir::Files)
                                  .filter(QStringLiteral("intent"));
    QVERIFY2(aside.size() >= 2, qPrintable(aside.join(QLatin1Char(' '))));
    QVERIFY(m_front->access().state().isSignedIn || m_front->signIn(House::clerk));
    QTRY_VERIFY(m_front->seen().isOnline());
    QVERIFY(!m_front->submit(EditNote{futureStay(), "on a new file"}));
    QVERIFY(m_front->waitUntilSettled());
    QCOMPARE(m_view->truth()->reservations.at(futureStay()).note, std::string("on a new file"));
}

void tst_Outage::aRestoredBackendIsNoticedAndWhatItLostIsAsked_data()
{
    QTest::addColumn<bool>("isSaid");
    QTest::addColumn<bool>("hasMark");
    QTest::addColumn<int>("doneMeanwhile");
    QTest::newRow("and said so") << true << true << 0;
    QTest::newRow("beside what the last one served") << false << true << 0;
    QTest::newRow("on a new machine") << false << false << 0;
    QTest::newRow("whose numbers have passed the desk's") << false << false << 5;
}

void tst_Outage::aRestoredBackendIsNoticedAndWhatItLostIsAsked()
{
    QFETCH(bool, isSaid);
    QFETCH(bool, hasMark);
    QFETCH(int, doneMeanwhile);
    signIn();
    House &house = m_town->house();
    QVERIFY(house.backend().stop());
    const QString backup = m_town->path(QStringLiteral("backup.db"));
    QVERIFY(QFile::copy(house.databasePath(), backup));
    QVERIFY2(house.startBackend(), qPrintable(house.why()));
    m_town->followBackend();
    QTRY_VERIFY(m_front->seen().isOnline());

    const ReservationId id = futureStay();
    QVERIFY(!m_front->submit(EditNote{id, "done, and then forgotten by the backup"}));
    QVERIFY(m_front->waitUntilSettled());

    goOffline();
    QVERIFY(house.backend().stop());
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(house.databasePath() + QLatin1String(suffix));
    if (!hasMark)
        QVERIFY(QFile::remove(house.databasePath() + QStringLiteral(".mark")));
    QVERIFY(QFile::copy(backup, house.databasePath()));
    if (isSaid) {
        const Program::Result restored =
            Program::run(QStringLiteral(DESKBELLD_PROGRAM),
                         {QStringLiteral("restored"), QStringLiteral("--db"), house.databasePath()});
        QVERIFY2(restored.isSuccess, qPrintable(restored.output));
    }
    QVERIFY2(house.startBackend(), qPrintable(house.why()));
    m_town->followBackend();
    m_view = house.view();
    QVERIFY(m_view);
    for (int i = 0; i < doneMeanwhile; ++i)
        QVERIFY(m_view->send(m_view->command(
            EditNote{std::next(m_truth->reservations.begin())->first, "done on the restored one"},
            m_truth->property.businessDate)));
    goOnline();

    // The desk fetches everything anew, says so, and asks about what it knows was done.
    QTRY_VERIFY_WITH_TIMEOUT(m_front->seen().hasNote("backend-restored"), 30'000);
    QTRY_COMPARE(m_front->desk().outbox().cards.size(), std::size_t(1));
    QCOMPARE(reservationOf(m_front->desk().outbox().cards.front().command.args), std::optional(id));
    QTRY_COMPARE(m_front->seen().differencesFrom(*m_view), QStringList());
}

QTEST_MAIN(tst_Outage)
#include "tst_outage.moc"
