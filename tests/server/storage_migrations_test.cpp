// The one way forward for schemas: every old version is opened, a newer one is refused.

#include "server/storage/embeddedmigrations.h"
#include "server/storage/sql/query.h"
#include "server/storage/sqlite/migrate.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;

namespace {

void insert(Connection &connection, const SmallHotel &, const Property &row)
{
    const std::string text = protocol::encodeRow(row);
    Query(connection, "INSERT INTO property (id, name, version, row) VALUES (?, ?, 1, ?)", row.id, row.name,
          text)
        .run();
    Query(connection, "INSERT INTO property_clock (property, seq, lowest) VALUES (?, 0, 0)", row.id).run();
}

void insert(Connection &connection, const SmallHotel &hotel, const Offering &row)
{
    const std::string text = protocol::encodeRow(row);
    Query(connection, "INSERT INTO offering (id, property, version, row) VALUES (?, ?, 1, ?)", row.id,
          hotel.property, text)
        .run();
}

void insert(Connection &connection, const SmallHotel &hotel, const Unit &row)
{
    const std::string text = protocol::encodeRow(row);
    Query(connection, "INSERT INTO unit (id, property, offering, version, row) VALUES (?, ?, ?, 1, ?)",
          row.id, hotel.property, row.offering, text)
        .run();
}

void insert(Connection &, const SmallHotel &, const Reservation &)
{
}

TEST(Migrations, everyOldVersionIsBroughtUpToDateAndKeepsItsData)
{
    const auto all = embeddedMigrations();
    ASSERT_GE(all.size(), 3u);
    for (std::size_t version = 0; version <= all.size(); ++version) {
        TemporaryFolder folder;
        {
            SqliteConnection old(folder / "old.db", Connection::Access::Write);
            migrate(old, all.first(version));
            if (version > 0)
                old.execute("INSERT INTO installation VALUES ('secret:kept', 'yes')");
        }
        TestClock clock;
        SqliteOptions options;
        options.file = folder / "old.db";
        const auto storage = openSqliteStorage(options, clock.surroundings());
        ASSERT_TRUE(storage) << "version " << version << ": " << storage.error().code;
        EXPECT_EQ((*storage)->secret("kept", "no").value(), version > 0 ? "yes" : "no");
        SmallHotel hotel;
        EXPECT_TRUE((*storage)->load(hotel.property, hotel.rows(), Loading::Begin));
    }
}

TEST(Migrations, whatWasSetUpBeforeIsStillItsPropertysOwn)
{
    const auto all = embeddedMigrations();
    SmallHotel theirs;
    for (std::size_t version = 1; version <= all.size(); ++version) {
        TemporaryFolder folder;
        {
            SqliteConnection old(folder / "old.db", Connection::Access::Write);
            migrate(old, all.first(version));
            for (const protocol::Row &row : theirs.rows())
                std::visit([&](const auto &each) { insert(old, theirs, each); }, row);
        }
        TestClock clock;
        SqliteOptions options;
        options.file = folder / "old.db";
        const auto storage = openSqliteStorage(options, clock.surroundings()).value();
        EXPECT_EQ(storage->house(theirs.property)->offerings.size(), 3u) << version;
        SmallHotel strangers;
        strangers.property = idNumbered<PropertyId>(2);
        auto rows = strangers.rows(); // with the ids of theirs
        std::get<Property>(rows.front()).id = strangers.property;
        const auto loaded = storage->load(strangers.property, rows, Loading::Begin);
        ASSERT_FALSE(loaded) << version;
        EXPECT_EQ(loaded.error().facts.at("reason"), "unknown-offering");
        EXPECT_EQ(storage->house(theirs.property)->offerings.size(), 3u);
    }
}

TEST(Migrations, aNewerFileIsRefusedAndSaysSo)
{
    TemporaryFolder folder;
    {
        SqliteConnection newer(folder / "new.db", Connection::Access::Write);
        migrate(newer, embeddedMigrations());
        newer.execute("PRAGMA user_version = 999");
    }
    TestClock clock;
    SqliteOptions options;
    options.file = folder / "new.db";
    const auto storage = openSqliteStorage(options, clock.surroundings());
    ASSERT_FALSE(storage);
    EXPECT_EQ(storage.error().code, "storage-newer");
    EXPECT_EQ(storage.error().facts.at("version"), "999");
    EXPECT_EQ(storage.error().facts.at("known"), std::to_string(embeddedMigrations().size()));
}

TEST(Migrations, oneThatFailsLeavesTheVersionBeforeIt)
{
    TemporaryFolder folder;
    SqliteConnection connection(folder / "half.db", Connection::Access::Write);
    const std::string_view broken[] = {"CREATE TABLE one (x) STRICT",
                                       "CREATE TABLE two (x INTEGER) STRICT; nonsense"};
    const std::string_view sound[] = {"CREATE TABLE one (x INTEGER) STRICT",
                                      "CREATE TABLE two (x INTEGER) STRICT; nonsense"};
    EXPECT_THROW(migrate(connection, broken), StorageFailure);
    EXPECT_THROW(migrate(connection, sound), StorageFailure);
    Query version(connection, "PRAGMA user_version");
    version.next();
    EXPECT_EQ(version.integer(0), 1);
    EXPECT_FALSE(Query(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'two'").next());
}

} // namespace
