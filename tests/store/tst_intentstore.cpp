// What the desk has kept is kept: order, ends, people, and every way a file can be found damaged.

#include <QtTest>

#include "protocol/commands.h"
#include "store/intentstore.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::store;
using namespace deskbell::testing;

namespace {

constexpr WrapCost cheap{1, 8192};

} // namespace

class TestIntentStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_path;
    Samples m_samples;
    DataKey m_key = DataKey::random();
    PropertyId m_property{m_samples.uuid()};
    AccountId m_account{m_samples.uuid()};

    std::unique_ptr<IntentStore> open()
    {
        auto opened = IntentStore::open(m_path, DeviceId{m_samples.uuid()}, "20260101T000000Z");
        if (!opened)
            qFatal("%s", opened.error().code.c_str());
        opened->store->unlock(m_key, {});
        std::vector<CommandId> unreadable;
        if (!opened->store->enter(m_property, unreadable) || !unreadable.empty())
            qFatal("unreadable");
        return std::move(opened->store);
    }

private slots:
    void init()
    {
        QVERIFY(m_dir.isValid());
        m_path = m_dir.filePath(QStringLiteral("%1.db").arg(QTest::currentTestFunction())) +
                 QString::number(QRandomGenerator::global()->generate());
    }

    void commandsComeBackInTheOrderTheyWereKept()
    {
        std::vector<CommandId> ids;
        {
            auto store = open();
            for (int i = 0; i < 5; ++i) {
                Command command = m_samples.make(ReservationId{m_samples.uuid()});
                ids.push_back(command.id);
                QVERIFY(store->keep(command, m_account).has_value());
            }
        }
        auto store = open();
        QCOMPARE(store->commands().size(), ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QVERIFY(store->commands()[i].command.id == ids[i]);
            QCOMPARE(store->commands()[i].command.n, i + 1);
        }
    }

    void theCounterGoesOnAfterARestartEvenWhenAllIsSettled()
    {
        const ReservationId about{m_samples.uuid()};
        {
            auto store = open();
            const Command first = m_samples.confirm(about);
            QVERIFY(store->keep(first, m_account).has_value());
            QVERIFY(*store->withdraw(first.id));
        }
        auto store = open();
        QVERIFY(store->keep(m_samples.confirm(about), m_account).has_value());
        QCOMPARE(store->commands().front().command.n, std::uint64_t{2});
        QCOMPARE(*store->settledBelow(), std::uint64_t{2});
    }

    void whatWasSentCannotBeTakenBackAlsoAfterARestart()
    {
        const Command command = m_samples.confirm(ReservationId{m_samples.uuid()});
        {
            auto store = open();
            QVERIFY(store->keep(command, m_account).has_value());
            QVERIFY(store->markSent({&command.id, 1}).has_value());
        }
        auto store = open();
        QCOMPARE(*store->withdraw(command.id), false);
        QCOMPARE(store->commands().size(), std::size_t{1});
        QCOMPARE(store->commands().front().attempts, 1);
    }

    void anAppliedCommandStaysUntilTheTruthContainsIt()
    {
        auto store = open();
        const Uuid epoch = m_samples.uuid();
        const Command command = m_samples.confirm(ReservationId{m_samples.uuid()});
        QVERIFY(store->keep(command, m_account).has_value());
        const IntentStore::AppliedAt at{command.id, 10};
        QVERIFY(store->markApplied({&at, 1}, epoch, m_samples.now).has_value());
        QVERIFY(store->settle(9, epoch)->empty());
        QVERIFY(store->settle(10, m_samples.uuid())->empty()); // another history's 10
        QCOMPARE(store->settle(10, epoch)->size(), std::size_t{1});
        QVERIFY(store->commands().empty());
        QVERIFY(open()->commands().empty());
    }

    void aRefusedCommandBecomesACardAndParksWhatDependsOnIt()
    {
        const ReservationId about{m_samples.uuid()};
        const Command first = m_samples.make(about);
        Command second = m_samples.confirm(about);
        second.deps = {first.id};
        {
            auto store = open();
            QVERIFY(store->keep(first, m_account).has_value());
            QVERIFY(store->keep(second, m_account).has_value());
            const Reservation current = m_samples.reservation();
            QVERIFY(store
                        ->refuse(first.id, {"no-stock", {{"night", "2026-01-01"}}}, current, {&second.id, 1},
                                 m_samples.now)
                        .has_value());
        }
        auto store = open();
        QVERIFY(store->commands().empty());
        QCOMPARE(store->cards().size(), std::size_t{2});
        QCOMPARE(store->cards()[0].error.code, std::string("no-stock"));
        QVERIFY(store->cards()[0].current.has_value());
        QVERIFY(!store->cards()[0].isParked);
        QVERIFY(store->cards()[1].isParked);

        Command again = m_samples.make(about);
        again.supersedes = first.id;
        QVERIFY(store->keep(again, m_account).has_value());
        QVERIFY(store->dismiss(second.id).has_value());
        QVERIFY(open()->cards().empty());
    }

    void anEarlierHistorysReceiptsAreAskedAboutNewestFirst()
    {
        auto store = open();
        const Uuid former = m_samples.uuid();
        const Uuid epoch = m_samples.uuid();
        std::vector<CommandId> ids;
        for (std::uint64_t seq = 1; seq <= 3; ++seq) {
            const Command command = m_samples.confirm(ReservationId{m_samples.uuid()});
            ids.push_back(command.id);
            QVERIFY(store->keep(command, m_account).has_value());
            const IntentStore::AppliedAt at{command.id, seq};
            QVERIFY(store->markApplied({&at, 1}, former, m_samples.now).has_value());
        }
        QVERIFY(store->receiptsBeyond(former, 3, 10)->empty());
        QCOMPARE(store->receiptsBeyond(former, 1, 10)->size(), std::size_t{2});
        const auto receipts = store->receiptsBeyond(epoch, 0, 10);
        QCOMPARE(receipts->size(), std::size_t{3});
        QVERIFY(receipts->front().command.id == ids[2]);
        QVERIFY(
            store->questionReceipt(receipts->front(), {"backend-restored", {}}, m_samples.now).has_value());
        QVERIFY(store->confirmReceipts(former, 2, epoch).has_value());
        QVERIFY(store->receiptsBeyond(epoch, 2, 10)->empty());
        QCOMPARE(store->cards().size(), std::size_t{1});
        QCOMPARE(store->settle(2, epoch)->size(), std::size_t{2});
    }

    void someoneKnownGetsInWithThePasswordAndNobodyElse()
    {
        const LastSignIn who{"https://hotel.example", "kim"};
        const Profile profile{{m_account, "Kim", Role::Manager}, m_property, "Hotel"};
        QVERIFY(open()->remember(who, "correct horse", m_key, profile, cheap).has_value());
        auto store = open();
        const auto known = store->recall(who, "correct horse");
        QVERIFY(known.has_value());
        QVERIFY(known->profile.actor == profile.actor);
        QCOMPARE(known->keys.front().id(), m_key.id());
        QCOMPARE(store->recall(who, "wrong horse").error().code, std::string("bad-credentials"));
        QCOMPARE(store->recall({who.server, "lee"}, "correct horse").error().code,
                 std::string("bad-credentials"));
        // The backend is the same under another address; another backend is not.
        QVERIFY(store->recall({"https://hotel", "kim"}, "correct horse", firstBackend).has_value());
        QVERIFY(!store->recall(who, "correct horse", firstBackend + 1).has_value());
        QCOMPARE(QString::fromStdString(store->lastSignIn().user), QStringLiteral("kim"));
    }

    void nothingPersonalStandsOnTheDisk()
    {
        const Command command = m_samples.make(ReservationId{m_samples.uuid()});
        {
            auto store = open();
            QVERIFY(store->keep(command, m_account).has_value());
            QVERIFY(store->refuse(command.id, {"no-stock", {}}, {}, {}, m_samples.now).has_value());
            QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        }
        QVERIFY(QFileInfo(m_path).size() > 0);
        QVERIFY(!isWrittenAnywhere(m_dir.path(), Samples::secretName));
    }

    void anotherKeysCommandsWaitForTheirPerson()
    {
        {
            auto store = open();
            QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        }
        auto opened = IntentStore::open(m_path, {}, "x");
        QVERIFY(opened.has_value());
        opened->store->unlock(DataKey::random(), {});
        std::vector<CommandId> unreadable;
        QVERIFY(opened->store->enter(m_property, unreadable).has_value());
        QVERIFY(unreadable.empty());
        QVERIFY(opened->store->commands().empty());
        QCOMPARE(*opened->store->settledBelow(), std::uint64_t{1}); // still not settled
        opened->store.reset();
        QCOMPARE(open()->commands().size(), std::size_t{1});
    }

    void aDamagedFileIsKeptAsideAndTold_data()
    {
        QTest::addColumn<Damage>("how");
        QTest::newRow("zero bytes") << Damage::ZeroBytes;
        QTest::newRow("garbage") << Damage::Garbage;
        QTest::newRow("truncated") << Damage::Truncated;
        QTest::newRow("broken header") << Damage::BrokenHeader;
        QTest::newRow("broken pages") << Damage::BrokenPages;
    }
    void aDamagedFileIsKeptAsideAndTold()
    {
        QFETCH(Damage, how);
        {
            auto store = open();
            for (int i = 0; i < 50; ++i)
                QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        }
        QVERIFY(damage(m_path, how));
        const QByteArray found = contentOf(m_path);
        auto opened = IntentStore::open(m_path, DeviceId{m_samples.uuid()}, "20260101T000000Z");
        QVERIFY(opened.has_value());
        QVERIFY(opened->setAside.has_value());
        QCOMPARE(contentOf(*opened->setAside).size(), found.size());
        opened->store->unlock(m_key, {});
        std::vector<CommandId> unreadable;
        QVERIFY(opened->store->enter(m_property, unreadable).has_value());
        QVERIFY(opened->store->commands().empty());
        QVERIFY(opened->store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        // And again: the first is not written over.
        opened->store.reset();
        QVERIFY(damage(m_path, Damage::Garbage));
        auto second = IntentStore::open(m_path, DeviceId{m_samples.uuid()}, "20260101T000000Z");
        QVERIFY(second.has_value());
        QVERIFY(*second->setAside != *opened->setAside);
        QVERIFY(QFile::exists(*opened->setAside));
    }

    void oneRowThatCannotBeReadTakesNoOtherWithIt()
    {
        const Command bad = m_samples.make(ReservationId{m_samples.uuid()});
        {
            auto store = open();
            QVERIFY(store->keep(bad, m_account).has_value());
            QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        }
        {
            auto raw = Database::open(m_path, Database::Open::Existing, Database::Durability::Full);
            QVERIFY((*raw)->execute("UPDATE outbox SET body = zeroblob(200) WHERE n = 1").has_value());
        }
        auto opened = IntentStore::open(m_path, {}, "x");
        opened->store->unlock(m_key, {});
        std::vector<CommandId> unreadable;
        QVERIFY(opened->store->enter(m_property, unreadable).has_value());
        QVERIFY(unreadable == std::vector<CommandId>{bad.id});
        QCOMPARE(opened->store->commands().size(), std::size_t{1});
        const auto copy = opened->store->dropUnreadable(unreadable, "20260101T000000Z");
        QVERIFY(copy.has_value());
        QVERIFY(QFile::exists(*copy));
        QCOMPARE(*opened->store->settledBelow(), std::uint64_t{2});
    }

    void aNewerFileThanTheProgramIsRefusedAndNotTouched()
    {
        open().reset();
        {
            auto raw = Database::open(m_path, Database::Open::Existing, Database::Durability::Full);
            QVERIFY((*raw)->execute("PRAGMA user_version = 99").has_value());
        }
        auto opened = IntentStore::open(m_path, {}, "x");
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, std::string("newer-file"));
        QCOMPARE(opened.error().facts.at("version"), std::string("99"));
        QVERIFY(QFile::exists(m_path));
    }

    void everyFormerVersionOpens()
    {
        // From nothing, step by step: the one way a file comes to be.
        auto fresh = Database::open(m_path, Database::Open::Create, Database::Durability::Full);
        QVERIFY(fresh.has_value());
        QVERIFY(migrate(**fresh, "intent", 1).has_value());
        QCOMPARE(*(*fresh)->integer("PRAGMA user_version"), std::int64_t{1});
        QVERIFY(migrate(**fresh, "intent", 2).has_value());
        QCOMPARE(migrate(**fresh, "intent", 0).error().code, std::string("newer-file"));
    }

    void aFileFromBeforeBackendsWereKnownKeepsItsDeviceAndItsCommands()
    {
        const DeviceId device{m_samples.uuid()};
        {
            auto old = Database::open(m_path, Database::Open::Create, Database::Durability::Full);
            QVERIFY(migrate(**old, "intent", 1).has_value());
            auto meta = (*old)->prepare("INSERT INTO meta (name, value) VALUES (?1, ?2)");
            QVERIFY(meta->bind("device", Bytes(device.value.bytes)).run().has_value());
            QVERIFY(meta->bind("next-n", 7).run().has_value());
            QVERIFY(meta->bind("last-server", "https://one.example").run().has_value());
            const Command kept = m_samples.make(ReservationId{m_samples.uuid()});
            const Blob body = Sealer(m_key).seal(protocol::encodeCommand(kept), kept.id.value);
            auto row = (*old)->prepare("INSERT INTO outbox (n, id, property, account, business_date, key_id, "
                                       "body) VALUES (6, ?1, ?2, ?3, 0, ?4, ?5)");
            QVERIFY(row->bind(Bytes(kept.id.value.bytes), Bytes(m_property.value.bytes),
                              Bytes(m_account.value.bytes), m_key.id(), Bytes(body))
                        .run()
                        .has_value());
        }
        auto store = open();
        QCOMPARE(store->commands().size(), std::size_t{1});
        QCOMPARE(store->commands().front().command.n, std::uint64_t{6});
        const auto first = store->backends().known(firstBackend);
        QVERIFY(first.has_value());
        QVERIFY(first->device == device);
        QCOMPARE(first->server, std::string("https://one.example"));
        QVERIFY(first->key.empty());
        QVERIFY(first->formerKey.empty());
        QCOMPARE(first->nextKey.size(), std::size_t{43});
        QCOMPARE(*store->backends().waiting(firstBackend), std::int64_t{1});
    }

    void eachBackendHasCommandsAndADeviceOfItsOwn()
    {
        const Command here = m_samples.make(ReservationId{m_samples.uuid()});
        const Command there = m_samples.make(ReservationId{m_samples.uuid()});
        BackendNumber other = 0;
        {
            auto store = open();
            QVERIFY(store->keep(here, m_account).has_value());
            const auto added =
                store->backends().add("key", "https://two.example", DeviceId{m_samples.uuid()});
            QVERIFY(added.has_value());
            other = added->number;
            std::vector<CommandId> unreadable;
            QVERIFY(store->enter(m_property, unreadable, other).has_value());
            QVERIFY(store->commands().empty());
            QVERIFY(store->keep(there, m_account).has_value());
            QVERIFY(store->refuse(there.id, {"no-stock", {}}, {}, {}, {}).has_value());
            QCOMPARE(*store->backends().waiting(other), std::int64_t{0});
        }
        auto store = open();
        QVERIFY(store->find(here.id));
        QVERIFY(store->cards().empty());
        std::vector<CommandId> unreadable;
        QVERIFY(store->enter(m_property, unreadable, other).has_value());
        QVERIFY(!store->find(here.id));
        QCOMPARE(store->cards().size(), std::size_t{1});
        const auto both = store->backends().all();
        QCOMPARE(both->size(), std::size_t{2});
        QVERIFY(both->front().device != both->back().device);
    }

    void aKeyIsMadeForEachStartOnceTheOneBeforeIsConfirmed()
    {
        auto store = open();
        const std::string first = store->backends().known(firstBackend)->nextKey;
        store.reset();
        store = open();
        QCOMPARE(store->backends().known(firstBackend)->nextKey, first);
        QVERIFY(store->backends().confirmKey(firstBackend).has_value());
        store.reset();
        store = open();
        const KnownBackend known = *store->backends().known(firstBackend);
        QCOMPARE(known.formerKey, first);
        QVERIFY(known.nextKey != first);
        const DeviceId next{m_samples.uuid()};
        QVERIFY(store->backends().renewDevice(firstBackend, next).has_value());
        const KnownBackend renewed = *store->backends().known(firstBackend);
        QVERIFY(renewed.device == next);
        QVERIFY(renewed.formerKey.empty());
        QVERIFY(renewed.nextKey != known.nextKey);
    }

    void raisedNumbersStayInOrderAndAboveTheMark()
    {
        std::vector<CommandId> ids;
        {
            auto store = open();
            for (int i = 0; i < 4; ++i) {
                const Command command = m_samples.make(ReservationId{m_samples.uuid()});
                ids.push_back(command.id);
                QVERIFY(store->keep(command, m_account).has_value());
            }
            QVERIFY(store->raiseNumbers(3).has_value()); // less far than they lie apart
            QVERIFY(store->raiseNumbers(3).has_value());
            QCOMPARE(store->commands().front().command.n, std::uint64_t{5}); // beyond all that were given
            QVERIFY(store->raiseNumbers(2).has_value());                     // they never go down
            QCOMPARE(*store->settledBelow(), std::uint64_t{5});
        }
        auto store = open();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QVERIFY(store->commands()[i].command.id == ids[i]);
            QCOMPARE(store->commands()[i].command.n, i + 5);
        }
        QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), m_account).has_value());
        QCOMPARE(store->commands().back().command.n, std::uint64_t{9});
    }

    void raisedNumbersMeetNoReceiptAndNoCard()
    {
        auto store = open();
        std::vector<CommandId> ids;
        for (int i = 0; i < 3; ++i) {
            const Command command = m_samples.make(ReservationId{m_samples.uuid()});
            ids.push_back(command.id);
            QVERIFY(store->keep(command, m_account).has_value());
        }
        const Uuid epoch = m_samples.uuid();
        const auto apply = [&](const CommandId &id, std::uint64_t seq) {
            const IntentStore::AppliedAt at{id, seq};
            return store->markApplied({&at, 1}, epoch, m_samples.now).has_value();
        };
        QVERIFY(apply(ids[1], 7));
        QVERIFY(store->refuse(ids[2], {"no-stock", {}}, {}, {}, m_samples.now).has_value());
        QVERIFY(store->raiseNumbers(2).has_value()); // that of the receipt, were it only raised so far
        QVERIFY(apply(ids[0], 8));
        QCOMPARE(store->receiptsBeyond(epoch, 0, 10)->size(), std::size_t{2});
        QCOMPARE(store->cards().size(), std::size_t{1});
    }

    void aPlaceThatCannotBeWrittenIsSaidSo()
    {
        const QString file = m_dir.filePath(QStringLiteral("a-file"));
        QVERIFY(overwrite(file, "x"));
        auto opened = IntentStore::open(file + QStringLiteral("/intent.db"), {}, "x");
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, std::string("store-not-writable"));
    }
};

QTEST_GUILESS_MAIN(TestIntentStore)
#include "tst_intentstore.moc"
