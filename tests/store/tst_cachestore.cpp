// The copy of the truth: rows and cursor together, newer rows only, built beside the old one, and
// worthless when damaged.

#include <QtTest>

#include "store/cachestore.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::store;
using namespace deskbell::testing;

class TestCacheStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_path;
    Samples m_samples;
    DataKey m_key = DataKey::random();
    Property m_property;
    int m_file = 0;

    static protocol::SnapshotEnd endOf(const std::vector<protocol::Row> &rows)
    {
        std::array<protocol::Digest, protocol::entityCount> digests;
        for (const auto &row : rows)
            digests[row.index()].add(protocol::idOf(row), protocol::versionOf(row));
        protocol::SnapshotEnd end{"cursor-1", 1, rows.size(), {}};
        for (std::size_t i = 0; i < digests.size(); ++i)
            end.digests[i] = digests[i].text();
        return end;
    }

    void build(const std::vector<protocol::Row> &rows)
    {
        auto builder =
            CacheBuilder::create(m_path + ".next", m_key, "server", m_property.id, m_samples.uuid());
        QVERIFY(builder.has_value());
        for (const auto &row : rows)
            QVERIFY((*builder)->add(row).has_value());
        QVERIFY((*builder)->finish(endOf(rows)).has_value());
        builder->reset();
        QVERIFY(CacheBuilder::swapIn(m_path + ".next", m_path).has_value());
    }

    std::vector<protocol::Row> rows(int reservations)
    {
        std::vector<protocol::Row> all{m_property};
        for (int i = 0; i < reservations; ++i)
            all.emplace_back(m_samples.reservation());
        return all;
    }

private slots:
    void init()
    {
        m_path = m_dir.filePath(QStringLiteral("cache-%1.db").arg(++m_file));
        m_property.id = PropertyId{m_samples.uuid()};
        m_property.version = 1;
        m_property.name = "Hotel";
        m_property.timeZone = "Asia/Seoul";
        m_property.currency = *parseCurrency("KRW");
        m_property.businessDate = m_samples.today;
    }

    void whatWasBuiltIsReadBack()
    {
        const auto all = rows(20);
        build(all);
        auto cache = CacheStore::open(m_path, m_key);
        QVERIFY(cache.has_value());
        QCOMPARE((*cache)->state().seq, std::uint64_t{1});
        QVERIFY((*cache)->undated()->of<Property>() == std::vector{m_property});
        int read = 0;
        const auto end = (*cache)->visitSome(0, 100, [&](Reservation &&) { return ++read > 0; });
        QVERIFY(end.has_value() && !end->has_value());
        QCOMPARE(read, 20);
        const auto &one = std::get<Reservation>(all.back());
        QVERIFY(**(*cache)->reservation(one.id) == one);
        QVERIFY(!isWrittenAnywhere(m_dir.path(), "Grace O'Brien"));
    }

    void rowsAndCursorMoveTogetherAndOlderRowsAreSkipped()
    {
        const auto all = rows(2);
        build(all);
        auto cache = std::move(*CacheStore::open(m_path, m_key));
        Reservation newer = std::get<Reservation>(all[1]);
        newer.version += 1;
        newer.note = "newer";
        Reservation older = std::get<Reservation>(all[2]);
        older.version -= 1;
        older.note = "older";
        protocol::Transaction transaction;
        transaction.seq = 2;
        transaction.rows = {newer, older};
        const auto taken = cache->apply({&transaction, 1}, "cursor-2", 2);
        QVERIFY(taken.has_value());
        QCOMPARE(taken->reservations.size(), std::size_t{1});
        QCOMPARE((*cache->reservation(newer.id))->note, std::string("newer"));
        QVERIFY((*cache->reservation(older.id))->note != "older");
        // The same again does nothing.
        QVERIFY(cache->apply({&transaction, 1}, "cursor-2", 2)->reservations.empty());
        cache.reset();
        cache = std::move(*CacheStore::open(m_path, m_key));
        QCOMPARE(cache->state().cursor, std::string("cursor-2"));
        QCOMPARE(cache->state().seq, std::uint64_t{2});
    }

    void aStayThatLeavesTheWindowIsGone()
    {
        const auto all = rows(1);
        build(all);
        auto cache = std::move(*CacheStore::open(m_path, m_key));
        const ReservationId id = std::get<Reservation>(all[1]).id;
        protocol::Transaction transaction;
        transaction.seq = 2;
        transaction.leaves = {{entityOf<Reservation>(), id.value}};
        const auto taken = cache->apply({&transaction, 1}, "c", 2);
        QVERIFY(taken->gone == std::vector<ReservationId>{id});
        QVERIFY(!cache->reservation(id)->has_value());
    }

    void theVisibleWindowFindsEveryStayThatTouchesIt()
    {
        std::vector<protocol::Row> all{m_property};
        std::size_t expected = 0;
        const Date from = m_samples.today;
        const Date to = from + Days{10};
        for (int start = -400; start < 40; start += 3) {
            for (const int nights : {0, 1, 5, 365}) {
                Reservation r = m_samples.reservation();
                r.stay = {from + Days{start}, from + Days{start + nights}};
                expected += r.stay.departure >= from && r.stay.arrival <= to;
                all.emplace_back(std::move(r));
            }
        }
        build(all);
        auto cache = std::move(*CacheStore::open(m_path, m_key));
        std::size_t found = 0;
        QVERIFY(cache->visitWindow(from, to, [&](Reservation &&) { return ++found > 0; }).has_value());
        QCOMPARE(found, expected);
    }

    void aSnapshotThatDoesNotAgreeWithItsDigestIsVoid()
    {
        const auto all = rows(3);
        auto end = endOf(all);
        end.digests[static_cast<std::size_t>(entityOf<Reservation>())] = "0000000000000000";
        auto builder = std::move(*CacheBuilder::create(m_path + ".next", m_key, "s", m_property.id, {}));
        for (const auto &row : all)
            QVERIFY(builder->add(row).has_value());
        QCOMPARE(builder->finish(end).error().code, std::string("snapshot-differs"));
        builder.reset();
        QVERIFY(!QFile::exists(m_path + ".next"));
    }

    void aSnapshotBrokenOffLeavesTheOldOne()
    {
        build(rows(3));
        const QByteArray before = contentOf(m_path);
        {
            auto builder = std::move(*CacheBuilder::create(m_path + ".next", m_key, "s", m_property.id, {}));
            QVERIFY(builder->add(m_property).has_value());
        }
        QVERIFY(!QFile::exists(m_path + ".next"));
        QCOMPARE(contentOf(m_path), before);
    }

    void anotherKeyIsAStrangersFile()
    {
        build(rows(1));
        QCOMPARE(CacheStore::open(m_path, DataKey::random()).error().code, std::string("cache-foreign"));
        QCOMPARE(CacheStore::open(m_path + "no", m_key).error().code, std::string("cache-missing"));
    }

    void damageIsFoundWhenOpenedOrRead_data()
    {
        QTest::addColumn<Damage>("how");
        QTest::newRow("zero bytes") << Damage::ZeroBytes;
        QTest::newRow("garbage") << Damage::Garbage;
        QTest::newRow("truncated") << Damage::Truncated;
        QTest::newRow("broken header") << Damage::BrokenHeader;
        QTest::newRow("broken pages") << Damage::BrokenPages;
    }
    void damageIsFoundWhenOpenedOrRead()
    {
        QFETCH(Damage, how);
        build(rows(500));
        QVERIFY(damage(m_path, how));
        auto cache = CacheStore::open(m_path, m_key);
        if (!cache) {
            QCOMPARE(cache.error().code, std::string("store-damaged"));
            return;
        }
        const auto read = (*cache)->visitSome(0, 1000, [](Reservation &&) { return true; });
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, std::string("store-damaged"));
    }

    void aRowExchangedForAnotherIsFound()
    {
        const auto all = rows(2);
        build(all);
        {
            auto raw = Database::open(m_path, Database::Open::Existing, Database::Durability::Normal);
            QVERIFY(
                (*raw)
                    ->execute("UPDATE reservations SET doc = (SELECT doc FROM reservations WHERE rowid = 2) "
                              "WHERE rowid = 1")
                    .has_value());
        }
        auto cache = std::move(*CacheStore::open(m_path, m_key));
        QCOMPARE(cache->reservation(std::get<Reservation>(all[1]).id).error().code,
                 std::string("store-damaged"));
    }

    void aMovedWindowTakesWhatWasMissingAndDropsWhatIsOver()
    {
        const auto at = [&](int arrival, ReservationState state) {
            Reservation made = m_samples.reservation();
            made.payments.clear();
            made.state = state;
            made.stay = {m_samples.today + Days{arrival}, m_samples.today + Days{arrival + 2}};
            return made;
        };
        const Reservation over = at(-9, ReservationState::Cancelled);
        const Reservation open = at(-9, ReservationState::Confirmed);
        const Reservation inside = at(3, ReservationState::Confirmed);
        build({m_property, over, open, inside});
        auto store = CacheStore::open(m_path, m_key);
        QVERIFY(store.has_value());

        const Reservation missing = at(20, ReservationState::Confirmed);
        Reservation moved = inside;
        ++moved.version;
        moved.note = "moved since";
        protocol::Transaction since;
        since.seq = 2;
        since.rows = {moved};
        const Window window{m_samples.today - Days{2}, m_samples.today + Days{30}};
        const std::vector<protocol::Row> rows{m_property, open, missing};
        const auto taken = (*store)->moveWindow(window, rows, {&since, 1}, "cursor-2", 2);
        QVERIFY(taken.has_value());
        QCOMPARE(taken->reservations.size(), std::size_t{2});
        QCOMPARE(taken->gone.size(), std::size_t{1});
        QVERIFY(taken->gone.front() == over.id);

        store->reset();
        store = CacheStore::open(m_path, m_key);
        QVERIFY((*store)->state().window == window);
        QCOMPARE((*store)->state().cursor, std::string("cursor-2"));
        QVERIFY(!(*store)->reservation(over.id)->has_value());
        QVERIFY((*store)->reservation(open.id)->has_value());
        QVERIFY((*store)->reservation(missing.id)->has_value());
        QCOMPARE((*store)->reservation(inside.id)->value().note, std::string("moved since"));
        QVERIFY((*store)->property()->value() == m_property);
    }
};

QTEST_GUILESS_MAIN(TestCacheStore)
#include "tst_cachestore.moc"
