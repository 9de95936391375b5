// What is left after a power cut, after a kill and on a full disk. The simulated disk is shown to be
// able to lose things, so that losing nothing on it means something.

#include <QProcess>
#include <QtTest>

#include "store/cachestore.h"
#include "store/intentstore.h"
#include "support/faultydisk.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::store;
using namespace deskbell::testing;

namespace {

const PropertyId house{makeNamedUuid({}, "property")};
const AccountId account{makeNamedUuid({}, "account")};

/// The same in every process of this test.
DataKey testKey()
{
    std::array<std::uint8_t, DataKey::size> bytes{};
    bytes.fill(7);
    return *DataKey::fromBytes(bytes);
}

std::unique_ptr<IntentStore> openIntent(const QString &path)
{
    auto opened = IntentStore::open(path, DeviceId{makeNamedUuid({}, "device")}, "stamp");
    if (!opened || opened->setAside)
        return nullptr;
    opened->store->unlock(testKey(), {});
    std::vector<CommandId> unreadable;
    if (!opened->store->enter(house, unreadable) || !unreadable.empty())
        return nullptr;
    return std::move(opened->store);
}

/// Keeps commands for ever and says so after each, until it is killed.
int keepUntilKilled(const QString &path)
{
    Samples samples(static_cast<std::uint64_t>(QCoreApplication::applicationPid()));
    auto store = openIntent(path);
    if (!store)
        return 1;
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    for (;;) {
        const Command command = samples.make(ReservationId{samples.uuid()});
        if (!store->keep(command, account))
            return 1;
        out.write(QByteArray::fromStdString(toString(command.id)) + '\n');
    }
}

} // namespace

class TestDurability : public QObject
{
    Q_OBJECT

private:
    FaultyDisk &m_disk = FaultyDisk::install();
    Samples m_samples;

private slots:
    void cleanup() { m_disk.setRoom(-1); }

    void everyCommandThatWasKeptSurvivesAPowerCut()
    {
        QTemporaryDir dir;
        auto store = openIntent(dir.filePath("intent.db"));
        QVERIFY(store);
        std::vector<CommandId> kept;
        for (int i = 0; i < 40; ++i) {
            const Command command = m_samples.make(ReservationId{m_samples.uuid()});
            QVERIFY(store->keep(command, account).has_value());
            kept.push_back(command.id);
            if (i % 10 == 9) {
                const QString survivors = dir.filePath(QStringLiteral("after-%1").arg(i));
                QVERIFY(m_disk.cutPower(dir.path(), survivors));
                auto after = openIntent(survivors + "/intent.db");
                QVERIFY(after);
                QCOMPARE(after->commands().size(), kept.size());
                QVERIFY(after->find(kept.back()));
            }
        }
    }

    void withoutFullSyncTheSameDiskLosesThem()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("normal.db");
        auto database =
            std::move(*Database::open(path, Database::Open::Create, Database::Durability::Normal));
        QVERIFY(database->execute("CREATE TABLE t (n INTEGER); PRAGMA wal_checkpoint;").has_value());
        for (int i = 0; i < 40; ++i)
            QVERIFY(database->execute("INSERT INTO t VALUES (1)").has_value());
        QVERIFY(m_disk.cutPower(dir.path(), dir.filePath("after")));
        auto after = Database::open(dir.filePath("after/normal.db"), Database::Open::Existing,
                                    Database::Durability::Normal);
        QVERIFY(after.has_value());
        QVERIFY(*(*after)->integer("SELECT count(*) FROM t") < 40);
    }

    void aCacheAfterAPowerCutIsOlderButItsRowsAndCursorAgree()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("cache.db");
        Property row;
        row.id = house;
        row.version = 1;
        row.currency = *parseCurrency("KRW");
        {
            auto builder =
                std::move(*CacheBuilder::create(path + ".next", testKey(), "s", house, m_samples.uuid()));
            QVERIFY(builder->add(row).has_value());
            protocol::SnapshotEnd end{"c1", 1, 1, {}};
            std::array<protocol::Digest, protocol::entityCount> digests;
            digests[0].add(row.id.value, 1);
            for (std::size_t i = 0; i < digests.size(); ++i)
                end.digests[i] = digests[i].text();
            QVERIFY(builder->finish(end).has_value());
        }
        QVERIFY(CacheBuilder::swapIn(path + ".next", path).has_value());
        auto cache = std::move(*CacheStore::open(path, testKey()));
        for (std::uint64_t seq = 2; seq < 60; ++seq) {
            protocol::Transaction transaction;
            transaction.seq = seq;
            transaction.rows = {m_samples.reservation()};
            QVERIFY(cache->apply({&transaction, 1}, "c" + std::to_string(seq), seq).has_value());
            if (seq % 19 == 0)
                QVERIFY(Database::open(path, Database::Open::Existing, Database::Durability::Normal)
                            .value()
                            ->execute("PRAGMA wal_checkpoint")
                            .has_value());
        }
        QVERIFY(m_disk.cutPower(dir.path(), dir.filePath("after")));
        auto after = CacheStore::open(dir.filePath("after/cache.db"), testKey());
        QVERIFY2(after.has_value(), after ? "" : after.error().code.c_str());
        std::uint64_t rows = 0;
        QVERIFY((*after)->visitSome(0, 1000, [&](Reservation &&) { return ++rows > 0; }).has_value());
        QCOMPARE(rows + 1, (*after)->state().seq);
    }

    void aFullDiskRefusesTheCommandAndKeepsTheOthers()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("intent.db");
        auto store = openIntent(path);
        QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), account).has_value());
        for (const qint64 room : {0, 100, 5000}) {
            m_disk.setRoom(room);
            const auto kept = store->keep(m_samples.make(ReservationId{m_samples.uuid()}), account);
            QVERIFY(!kept.has_value());
            QCOMPARE(kept.error().code, std::string("disk-full"));
            QCOMPARE(store->commands().size(), std::size_t{1});
        }
        m_disk.setRoom(-1);
        QVERIFY(store->keep(m_samples.make(ReservationId{m_samples.uuid()}), account).has_value());
        store.reset();
        store = openIntent(path);
        QVERIFY(store);
        QCOMPARE(store->commands().size(), std::size_t{2});
        QCOMPARE(store->commands().back().command.n, std::uint64_t{2}); // no number was lost
    }

    void aSnapshotThatDoesNotFitLeavesNothingBehind()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("cache.db.next");
        auto builder = std::move(*CacheBuilder::create(path, testKey(), "s", house, {}));
        m_disk.setRoom(200'000);
        Expected<void> added;
        for (int i = 0; i < 100'000 && added; ++i)
            added = builder->add(m_samples.reservation());
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().code, std::string("disk-full"));
        builder.reset();
        QVERIFY(!QFile::exists(path));
    }

    void everyCommandThatWasSaidToBeKeptSurvivesAKill()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("intent.db");
        std::size_t said = 0;
        for (int round = 0; round < 3; ++round) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), {"--keep", path});
            QTRY_VERIFY(process.bytesAvailable() > 37 * 20);
            process.kill();
            QVERIFY(process.waitForFinished());
            std::vector<CommandId> ids;
            for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
                if (line.size() == 36)
                    ids.push_back(CommandId{*parseUuid(line.toStdString())});
            }
            auto store = openIntent(path);
            QVERIFY(store);
            for (const CommandId &id : ids)
                QVERIFY(store->find(id));
            said += ids.size();
            QVERIFY(store->commands().size() >= said);
            QVERIFY(store->commands().size() <=
                    said + static_cast<std::size_t>(round) + 1); // one in the moment of the kill
        }
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--keep"))
        return keepUntilKilled(app.arguments().value(2));
    TestDurability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_durability.moc"
