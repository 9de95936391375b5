// What a disk may do to a database: whatever byte it changes is noticed, by who reads it and by the look over
// all of it; and rows that make no sense are told to nobody.

#include <fstream>

#include <sqlite3.h>

#include "server/storage/sqlite/sealedpages.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;

namespace {

const Window wide{date("2026-01-01"), date("2027-01-01")};

class ExaminedStorage : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        for (int n = 1; n <= 2; ++n) {
            m_stays.push_back(m_desk.newReservation());
            apply(request(m_stays.back(), m_hotel.doubles, "2026-06-01", "2026-06-04"));
            apply(ConfirmReservation{m_stays.back()});
            apply(AssignUnit{m_stays.back(), m_hotel.room(m_hotel.doubles, n)});
        }
        m_stays.push_back(m_desk.newReservation());
        apply(request(m_stays.back(), m_hotel.prepaid, "2026-06-02", "2026-06-03"));
        apply(CancelReservation{m_stays.back(), "illness"});
    }
    std::vector<Damage> damage() { return damageOf(*m_storage); }
    static std::vector<Damage> damageOf(Storage &storage)
    {
        std::vector<Damage> all;
        const auto done =
            storage.examine({[&](const Damage &each) { all.push_back(each); }, [] { return true; }});
        if (!done)
            all.push_back({Damage::Reach::Root, "all", done.error().code});
        return all;
    }
    /// Changes what is stored of the first stay; what is found then.
    std::string foundAfter(const std::string &sql)
    {
        m_disk->tamper(sql);
        const auto all = damage();
        return all.size() == 1 ? all.front().what : std::to_string(all.size()) + " things";
    }
    Expected<std::string> wholeSnapshot()
    {
        auto reader = m_storage->snapshot(m_hotel.property, wide);
        std::string all;
        while (reader) {
            auto lines = (*reader)->next();
            if (!lines)
                return lines;
            if (lines->empty())
                return all;
            all += *lines;
        }
        return tl::unexpected(reader.error());
    }

    std::vector<ReservationId> m_stays;
};
DESKBELL_ON_EVERY_DATABASE(ExaminedStorage);

TEST_P(ExaminedStorage, findsNothingWhereNothingIs)
{
    EXPECT_EQ(damage(), std::vector<Damage>());
}

TEST_P(ExaminedStorage, findsNightsThatNobodyHolds)
{
    EXPECT_EQ(foundAfter("DELETE FROM unit_night WHERE night = (SELECT min(night) FROM unit_night) AND unit ="
                         " (SELECT unit FROM unit_night ORDER BY unit LIMIT 1)"),
              "other-than-held");
}

TEST_P(ExaminedStorage, findsStockThatIsTakenByNobody)
{
    EXPECT_EQ(
        foundAfter("UPDATE stock_night SET taken = 0 WHERE night = (SELECT min(night) FROM stock_night)"),
        "other-than-held");
}

TEST_P(ExaminedStorage, findsColumnsThatDoNotAgreeWithTheirRow)
{
    EXPECT_EQ(foundAfter("UPDATE reservation SET version = 77 WHERE number = 1"), "other-version");
    EXPECT_EQ(wholeSnapshot().error().code, "storage-corrupt");
}

TEST_P(ExaminedStorage, findsDatesThatDoNotAgreeWithTheirRow)
{
    EXPECT_EQ(foundAfter("UPDATE reservation SET departure = departure + 1 WHERE number = 1"), "other-dates");
}

TEST_P(ExaminedStorage, tellsNobodyOfARowThatIsNoJson)
{
    EXPECT_EQ(foundAfter("UPDATE reservation SET row = substr(row, 1, 40) WHERE number = 2"), "unreadable");
    const auto snapshot = wholeSnapshot();
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().code, "storage-corrupt");
    EXPECT_EQ(snapshot.error().facts.at("reason"), "reservation " + toString(m_stays[1]) + ": unreadable");
}

TEST_P(ExaminedStorage, tellsNobodyOfAChangeThatIsNoJson)
{
    const protocol::Cursor cursor{*m_storage->epoch(), m_hotel.property, wide.from, wide.to, 1};
    EXPECT_TRUE(m_storage->changes(cursor, 100));
    EXPECT_EQ(foundAfter("UPDATE change SET row = 'x' || row WHERE seq = 3"), "unreadable");
    EXPECT_EQ(m_storage->changes(cursor, 100).error().code, "storage-corrupt");
}

TEST_P(ExaminedStorage, tellsNobodyOfAChangeOfNoKindThatThereIs)
{
    const protocol::Cursor cursor{*m_storage->epoch(), m_hotel.property, wide.from, wide.to, 1};
    EXPECT_EQ(foundAfter("UPDATE change SET entity = 200 WHERE seq = 3"), "unknown-entity");
    EXPECT_EQ(m_storage->changes(cursor, 100).error().code, "storage-corrupt");
}

TEST_P(ExaminedStorage, findsAnAnswerThatCannotBeRead)
{
    EXPECT_EQ(foundAfter("UPDATE command SET answer = 'gone' WHERE n = 2"), "unreadable");
}

class SealedPages : public ExaminedStorage
{
protected:
    std::filesystem::path file() const { return static_cast<SqliteDisk &>(*m_disk).file(); }
    std::string bytes() const
    {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(const std::string &bytes) const
    {
        for (const char *suffix : {"-wal", "-shm"})
            std::filesystem::remove(file().string() + suffix);
        std::ofstream(file(), std::ios::binary) << bytes;
    }
    bool isNoticed()
    {
        auto storage =
            openSqliteStorage(static_cast<SqliteDisk &>(*m_disk).options(), m_clock.surroundings());
        if (!storage)
            return storage.error().code == "storage-corrupt";
        return !damageOf(**storage).empty();
    }
    /// Without the sums: SQLite's own VFS, as every other program has it.
    std::vector<std::string> asOthersDo(const std::filesystem::path &database, const std::string &sql) const
    {
        sqlite3 *handle = nullptr;
        EXPECT_EQ(sqlite3_open_v2(database.string().c_str(), &handle,
                                  SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                  sqlite3_vfs_find(nullptr)->zName),
                  SQLITE_OK);
        std::vector<std::string> rows;
        const auto keep = [](void *into, int, char **values, char **) {
            static_cast<std::vector<std::string> *>(into)->emplace_back(values[0] ? values[0] : "");
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), keep, &rows, nullptr), SQLITE_OK)
            << sqlite3_errmsg(handle);
        sqlite3_close(handle);
        return rows;
    }
    std::filesystem::path copied() const { return file().string() + ".copy"; }
    int reservedBytes() const { return bytes()[20]; }
};
INSTANTIATE_TEST_SUITE_P(Sqlite, SealedPages, ::testing::Values(DiskFactory(onSqlite)));

TEST_P(SealedPages, noticeWhateverByteTheDiskChanges)
{
    m_storage.reset();
    const std::string sound = bytes();
    ASSERT_GT(sound.size(), 100'000u);
    ASSERT_FALSE(isNoticed());
    const std::string again = bytes();
    const std::size_t step = again.size() / 23;
    for (std::size_t at = 20; at < again.size(); at += step) {
        for (const char change : {'\x08', '\xff'}) { // the first makes the header say that there are no sums
            std::string changed = again;
            changed[at] = static_cast<char>(changed[at] ^ change);
            write(changed);
            EXPECT_TRUE(isNoticed()) << at << " by " << static_cast<int>(change);
        }
    }
    write(again);
    EXPECT_FALSE(isNoticed());
}

TEST_P(SealedPages, areReadAgainAfterManyWrites)
{
    for (int i = 0; i < 300; ++i)
        apply(EditNote{m_stays[0], std::string(1500, static_cast<char>('a' + i % 26))});
    EXPECT_EQ(damage(), std::vector<Damage>());
    reopen();
    EXPECT_EQ(damage(), std::vector<Damage>());
    EXPECT_EQ(find(m_stays[0])->note, std::string(1500, static_cast<char>('a' + 299 % 26)));
}

TEST_P(SealedPages, areMadeOfAFileOfBefore)
{
    m_storage.reset();
    std::string made = "ATTACH '" + file().string() + "' AS old; BEGIN;";
    for (const std::string &sql :
         asOthersDo(file(), "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
                            " ORDER BY type <> 'table'"))
        made += sql + ';';
    // Of each table all columns that are not worked out of the others.
    for (const std::string &copying : asOthersDo(
             file(), "SELECT 'INSERT INTO main.' || t.name || ' (' || group_concat(c.name) || ') SELECT '"
                     " || group_concat(c.name) || ' FROM old.' || t.name || ';'"
                     " FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c"
                     " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name"))
        made += copying;
    made += "COMMIT; PRAGMA user_version = " + asOthersDo(file(), "PRAGMA user_version").front();
    asOthersDo(copied(), made);
    std::filesystem::rename(copied(), file());
    ASSERT_EQ(reservedBytes(), 0);
    m_storage = m_disk->open(m_clock, &m_listener);
    EXPECT_EQ(reservedBytes(), 8);
    EXPECT_EQ(find(m_stays[0])->stay.arrival, date("2026-06-01"));
    EXPECT_EQ(damage(), std::vector<Damage>());
    m_storage.reset();
    std::string changed = bytes();
    changed[changed.size() / 2] ^= 1;
    write(changed);
    EXPECT_TRUE(isNoticed());
}

TEST_P(SealedPages, areMadeOfACopyThatAnotherProgramMade)
{
    m_storage.reset();
    asOthersDo(file(), "VACUUM INTO '" + copied().string() + "'");
    std::filesystem::rename(copied(), file());
    EXPECT_FALSE(isNoticed());
    std::string changed = bytes();
    changed[changed.size() / 2] ^= 1;
    write(changed);
    EXPECT_TRUE(isNoticed());
}

} // namespace
