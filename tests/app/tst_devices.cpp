// Which device a desk is, and which backend its outbox belongs to: folders put back, copied and pointed at
// somebody else's backend. Whole desks and backends in memory.

#include "support/deskprobe.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestDevices : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<FakeBackend> m_other;
    std::unique_ptr<DeskProbe> m_desk;

    QString folder(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    static bool copyFolder(const QString &from, const QString &to)
    {
        QDir(to).removeRecursively();
        if (!QDir().mkpath(to))
            return false;
        const auto files = QDir(from).entryList(QDir::Files);
        return std::all_of(files.begin(), files.end(), [&](const QString &file) {
            return QFile::copy(from + u'/' + file, to + u'/' + file);
        });
    }
    void open(DeskProbe &desk)
    {
        desk.rows.clear();
        desk.isComplete = false;
        desk.open();
        QVERIFY2(desk.signIn(m_backend->url(), QStringLiteral("manager")), desk.accessError.c_str());
        QVERIFY(desk.waitOnline());
    }
    ReservationId confirmed(int nth = 0) const
    {
        for (const auto &[id, reservation] : m_backend->hotel().reservations) {
            if (reservation.state == ReservationState::Confirmed && nth-- == 0)
                return id;
        }
        return {};
    }
    /// Keeps a note and gives its command's id.
    CommandId note(DeskProbe &desk, const char *text, int nth = 0)
    {
        const std::string refused = desk.ask(EditNote{confirmed(nth), text});
        if (!refused.empty())
            qFatal("%s", refused.c_str());
        return desk.lastId;
    }
    void signInElsewhere(const std::string &key)
    {
        m_desk->accessError.clear();
        m_desk->desk->access().signInAtOther(m_other->url(), QStringLiteral("manager"),
                                             QStringLiteral("right"), key);
        QTRY_VERIFY(m_desk->desk->access().state().isSignedIn || !m_desk->accessError.empty());
    }
    std::string knownKey() const
    {
        const auto it = m_desk->accessFacts.find("key");
        return it == m_desk->accessFacts.end() ? std::string() : it->second;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>(makeDemoHotel());
        m_backend->showIdentity(1);
        m_other = std::make_unique<FakeBackend>(makeDemoHotel());
        m_other->showIdentity(2);
        m_desk = std::make_unique<DeskProbe>(folder("desk"));
    }
    void cleanup()
    {
        m_desk.reset();
        m_other.reset();
        m_backend.reset();
    }

    // Folders put back and copied

    void anOlderFolderPutBackSendsWhatItKeepsExactlyOnce()
    {
        open(*m_desk);
        note(*m_desk, "first");
        QVERIFY(m_desk->waitSettled());
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        const CommandId waiting = note(*m_desk, "kept while the line was down");
        m_desk->close();
        QVERIFY(copyFolder(folder("desk"), folder("saved")));
        m_backend->comeUp();
        open(*m_desk);
        for (int i = 0; i < 5; ++i)
            note(*m_desk, "later", i % 2);
        QVERIFY(m_desk->waitSettled());
        m_desk->close();
        const auto devices = m_backend->deviceKeys.size();

        QVERIFY(copyFolder(folder("saved"), folder("desk")));
        open(*m_desk);
        const CommandId fresh = note(*m_desk, "after");
        QVERIFY(m_desk->waitSettled());
        QVERIFY(m_desk->waitAgrees(*m_backend));
        QCOMPARE(m_backend->effects(waiting), 1);
        QCOMPARE(m_backend->effects(fresh), 1);
        QVERIFY(m_desk->outbox().cards.empty());
        QCOMPARE(m_backend->deviceKeys.size(), devices + 1);
    }

    void numbersBelowTheBackendsMarkAreRaisedAndTheSameCommandGoesAgain()
    {
        m_backend->isForgettingDevices = true;
        open(*m_desk);
        const CommandId first = note(*m_desk, "first");
        QVERIFY(m_desk->waitSettled());
        for (auto &[device, mark] : m_backend->marks)
            mark = 4000;
        const CommandId second = note(*m_desk, "second");
        const CommandId third = note(*m_desk, "third", 1);
        QVERIFY(m_desk->waitSettled());
        for (const CommandId &id : {first, second, third})
            QCOMPARE(m_backend->effects(id), 1);
        QVERIFY(m_desk->outbox().cards.empty());
        QCOMPARE(m_backend->marks.size(), std::size_t{1});
        QVERIFY(m_backend->marks.begin()->second <= 4003);
    }

    void numbersThatSomebodyHasBurntMakeTheDeskAnotherDevice()
    {
        open(*m_desk);
        note(*m_desk, "first");
        QVERIFY(m_desk->waitSettled());
        for (auto &[device, mark] : m_backend->marks)
            mark = std::uint64_t{1} << 62;
        const CommandId second = note(*m_desk, "second");
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(second), 1);
        QVERIFY(m_desk->outbox().cards.empty());
        QCOMPARE(m_backend->marks.size(), std::size_t{2});
        m_desk->close();
        open(*m_desk);
        const CommandId third = note(*m_desk, "third");
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(third), 1);
        QCOMPARE(m_backend->marks.size(), std::size_t{2});
    }

    void aCopiedFolderGoesOnAsAnotherDeviceAndLosesNothing()
    {
        open(*m_desk);
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        const CommandId both = note(*m_desk, "kept in both folders");
        m_desk->close();
        QVERIFY(copyFolder(folder("desk"), folder("copy")));
        m_backend->comeUp();
        DeskProbe copy(folder("copy"));
        copy.keychain = m_desk->keychain;
        open(*m_desk);
        open(copy);
        std::vector<CommandId> ids{both};
        for (int i = 0; i < 4; ++i) {
            ids.push_back(note(*m_desk, "one", 0));
            ids.push_back(note(copy, "two", 1));
        }
        QVERIFY(m_desk->waitSettled());
        QVERIFY(copy.waitSettled());
        for (const CommandId &id : ids)
            QCOMPARE(m_backend->effects(id), 1);
        QVERIFY(m_desk->outbox().cards.empty());
        QVERIFY(copy.outbox().cards.empty());
        QCOMPARE(m_backend->deviceKeys.size(), std::size_t{2});
    }

    void aRestartedDeskStaysTheDeviceThatItIs()
    {
        for (int start = 0; start < 4; ++start) {
            open(*m_desk);
            m_desk->close();
        }
        QCOMPARE(m_backend->deviceKeys.size(), std::size_t{1});
        // The answer that would have confirmed the key is lost.
        m_desk->open();
        m_backend->fail(QStringLiteral("POST /v1/session"), Fault::CloseAfter);
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager"))); // into what is kept here
        QVERIFY(m_desk->waitOnline());
        m_desk->close();
        open(*m_desk);
        QCOMPARE(m_backend->deviceKeys.size(), std::size_t{1});
    }

    // Another backend

    void anotherBackendIsAskedAboutAndToldNothing()
    {
        open(*m_desk);
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        const CommandId waiting = note(*m_desk, "for the first one only");
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);

        QVERIFY(!m_desk->signIn(m_other->url(), QStringLiteral("manager")));
        QCOMPARE(m_desk->accessError, std::string("other-backend"));
        QCOMPARE(m_desk->accessFacts.at("waiting"), std::string("1"));
        QCOMPARE(m_desk->accessFacts.at("known"), m_backend->url().toString().toStdString());
        QCOMPARE(m_other->requests(QStringLiteral("session")), 0);

        signInElsewhere(knownKey());
        QVERIFY(m_desk->accessError.empty());
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->outbox().items.empty());
        QCOMPARE(m_other->requests(QStringLiteral("/commands")), 0);
        const auto &kept = m_desk->keychain->secrets;
        QVERIFY(!kept.isEmpty());
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);

        // Once gone on with it is known, and the first one gets what it was kept for.
        QVERIFY(m_desk->signIn(m_other->url(), QStringLiteral("manager")));
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        m_backend->comeUp();
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(waiting), 1);
        QCOMPARE(m_other->effects(waiting), 0);
    }

    void theHousesKeyIsNotWrappedUnderAStrangersPassword()
    {
        open(*m_desk);
        note(*m_desk, "settled");
        QVERIFY(m_desk->waitSettled());
        m_desk->desk->access().signOut();
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        QVERIFY(!m_desk->signIn(m_other->url(), QStringLiteral("stranger")));
        signInElsewhere(knownKey());
        QVERIFY(m_desk->waitOnline());
        m_desk->close();
        auto opened = store::IntentStore::open(folder("desk") + QStringLiteral("/intent.db"), {}, "x");
        QVERIFY(opened.has_value());
        const auto here =
            opened->store->recall({m_backend->url().toString().toStdString(), "manager"}, "right");
        const auto there =
            opened->store->recall({m_other->url().toString().toStdString(), "manager"}, "right");
        QVERIFY(here.has_value());
        QVERIFY(there.has_value());
        for (const store::DataKey &key : there->keys) {
            for (const store::DataKey &own : here->keys)
                QVERIFY(key.id() != own.id());
        }
    }

    void anotherBackendAtTheSameAddressGetsNothing()
    {
        open(*m_desk);
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        const CommandId waiting = note(*m_desk, "waits");
        m_backend->showIdentity(3);
        const int sent = m_backend->requests(QStringLiteral("POST"));
        const int greeted = m_backend->requests(QStringLiteral("hello"));
        m_backend->comeUp();
        QTRY_VERIFY(m_backend->requests(QStringLiteral("hello")) >= greeted + 3);
        QCOMPARE(m_backend->requests(QStringLiteral("POST")), sent);
        QCOMPARE(m_desk->phase(), models::LinkPhase::Offline);
        QVERIFY(m_desk->waitNote("other-backend"));
        m_backend->showIdentity(0); // nor one that shows nothing
        QTRY_VERIFY(m_backend->requests(QStringLiteral("hello")) >= greeted + 6);
        QCOMPARE(m_backend->requests(QStringLiteral("POST")), sent);
        m_backend->showIdentity(1);
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(waiting), 1);
        QVERIFY(!m_desk->hasNote("other-backend"));
    }

    void aBackendThatBeginsToShowWhoItIsIsKnownByItFromThenOn()
    {
        m_backend->showIdentity(0);
        open(*m_desk);
        m_desk->close();
        m_backend->showIdentity(1);
        open(*m_desk);
        m_desk->close();
        m_backend->showIdentity(0);
        m_desk->open();
        QVERIFY(!m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QCOMPARE(m_desk->accessError, std::string("other-backend"));
        QVERIFY(knownKey().empty());
    }

    void aFolderFromBeforeThatKeepsSomethingIsNotGivenToAnotherAddress()
    {
        m_backend->showIdentity(0);
        open(*m_desk);
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        note(*m_desk, "waits");
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        QVERIFY(!m_desk->signIn(m_other->url(), QStringLiteral("manager")));
        QCOMPARE(m_desk->accessError, std::string("other-backend"));
        QCOMPARE(m_other->requests(QStringLiteral("session")), 0);
    }

    void whatWasKeptBeforeIsOfTheBackendThoughItWasMetElsewhereFirst()
    {
        m_backend->showIdentity(0);
        open(*m_desk);
        m_backend->goDown();
        QTRY_COMPARE(m_desk->phase(), models::LinkPhase::Offline);
        const CommandId waiting = note(*m_desk, "waits");
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        // The same backend under another address, which shows who it is by now.
        m_other->showIdentity(1);
        QVERIFY(!m_desk->signIn(m_other->url(), QStringLiteral("manager")));
        signInElsewhere(knownKey());
        QVERIFY(m_desk->waitOnline());
        m_desk->desk->access().signOut(true);
        QTRY_VERIFY(!m_desk->desk->access().state().isSignedIn);
        m_backend->showIdentity(1);
        m_backend->comeUp();
        QVERIFY(m_desk->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_desk->waitOnline());
        QVERIFY(m_desk->waitSettled());
        QCOMPARE(m_backend->effects(waiting), 1);
    }
};

QTEST_MAIN(TestDevices)
#include "tst_devices.moc"
