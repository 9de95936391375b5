#pragma once

// A storage on a disk of its own with a small hotel in it, under a clock the test moves. The tests of
// Storage run on every implementation: each names a Disk.

#include <atomic>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "server/storage/postgresstorage.h"
#include "server/storage/sqlitestorage.h"
#include "support/memory_hotel.h"

namespace deskbell::server::testing {

using deskbell::testing::date;
using deskbell::testing::idNumbered;
using deskbell::testing::instant;

/// A folder that goes with its owner.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    std::filesystem::path operator/(const std::string &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Time stands still unless a test moves it.
struct TestClock
{
    std::atomic<Instant> now{instant("2026-05-10T09:00:00Z")};
    Surroundings surroundings(std::uint64_t seed = 1);
};

/// Where a storage keeps its data: it can be opened again.
class Disk
{
public:
    virtual ~Disk() = default;
    virtual std::unique_ptr<Storage> open(TestClock &clock, StorageListener *listener) = 0;
    /// A statement past all of the storage.
    virtual void tamper(const std::string &sql) = 0;
    /// A backup, and putting it back. Of SQLite's files while nobody has them open.
    virtual void backUp() = 0;
    virtual void putBack() = 0;
    /// What `--db` of the programs takes.
    virtual std::string address() const = 0;
};

class SqliteDisk : public Disk
{
public:
    std::unique_ptr<Storage> open(TestClock &clock, StorageListener *listener) override;
    void tamper(const std::string &sql) override;
    void backUp() override;
    /// As on a new machine: the file alone.
    void putBack() override;
    std::string address() const override { return file().string(); }
    std::filesystem::path file() const { return m_folder / "deskbell.db"; }
    SqliteOptions options() const;

private:
    TemporaryFolder m_folder;
};

/// A schema of its own on this program's private PostgreSQL, dropped with it.
class PostgresDisk : public Disk
{
public:
    PostgresDisk();
    ~PostgresDisk() override;
    std::unique_ptr<Storage> open(TestClock &clock, StorageListener *listener) override;
    void tamper(const std::string &sql) override { query(sql + "; SELECT 1"); }
    void backUp() override;
    void putBack() override;
    std::string address() const override;
    PostgresOptions options() const;
    /// The first value of the first row, past all of the storage.
    std::string query(const std::string &sql) const;

private:
    const std::string m_schema;
};

/// Remembers what it was told.
class Listener : public StorageListener
{
public:
    void committed(std::shared_ptr<const ChangeSet> change) override;
    void workAdded(Work) override { ++workTold; }
    void historyChanged(const History &) override { ++historiesTold; }
    std::vector<std::shared_ptr<const ChangeSet>> changes() const;

    std::atomic<int> workTold{0};
    std::atomic<int> historiesTold{0};

private:
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<const ChangeSet>> m_changes;
};

/// The hotel every test begins with: business date 2026-05-10, prices in euros.
struct SmallHotel
{
    PropertyId property = idNumbered<PropertyId>(1);
    OfferingId doubles = idNumbered<OfferingId>(10); ///< on request, two rooms
    OfferingId prepaid = idNumbered<OfferingId>(11); ///< prepaid, two rooms
    OfferingId instant = idNumbered<OfferingId>(12); ///< instant, one room
    std::vector<protocol::Row> rows() const;
    UnitId room(const OfferingId &offering, int n) const;
};

/// A desk: makes commands with its own device id and numbers.
class Desk
{
public:
    explicit Desk(std::uint64_t number = 1) : m_number(number), m_device(idNumbered<DeviceId>(9000 + number))
    {
    }

    Command command(CommandArgs args);
    protocol::CommandBatch batch(std::vector<Command> commands, std::uint64_t settledBelow = 0) const
    {
        return {m_device, settledBelow, std::move(commands)};
    }
    ReservationId newReservation() { return idNumbered<ReservationId>(m_number * 1'000'000 + ++m_made); }

private:
    std::uint64_t m_number;
    DeviceId m_device;
    std::uint64_t m_n = 0;
    std::uint64_t m_made = 0;
};

Actor actorWith(Role role);

Expected<std::vector<protocol::CommandResult>> submit(Storage &storage, CommandRequest request);

using DiskFactory = std::function<std::unique_ptr<Disk>()>;
std::unique_ptr<Disk> onSqlite();
std::unique_ptr<Disk> onPostgres();
/// The same tests on both databases.
#define DESKBELL_ON_EVERY_DATABASE(Suite)                                                                    \
    INSTANTIATE_TEST_SUITE_P(Sqlite, Suite, ::testing::Values(DiskFactory(onSqlite)));                       \
    INSTANTIATE_TEST_SUITE_P(Postgres, Suite, ::testing::Values(DiskFactory(onPostgres)))

/// Tests of what every Storage must do.
class StorageTest : public ::testing::TestWithParam<DiskFactory>
{
protected:
    void SetUp() override;
    void reopen();

    MakeReservation request(const ReservationId &id, const OfferingId &offering, const char *arrival,
                            const char *departure) const;
    protocol::CommandResult send(const Command &command, Role role = Role::Manager);
    std::vector<protocol::CommandResult> sendAll(std::vector<Command> commands, Role role = Role::Manager,
                                                 std::uint64_t settledBelow = 0);
    /// Sends and expects it applied.
    std::uint64_t apply(CommandArgs args, Role role = Role::Manager);
    std::optional<Reservation> find(const ReservationId &id);
    std::uint64_t seq();
    /// A card payment that waits for the provider, on a confirmed reservation.
    PaymentId chargeCard(const ReservationId &id, std::int64_t minor);

    TestClock m_clock;
    Listener m_listener;
    SmallHotel m_hotel;
    Desk m_desk;
    std::unique_ptr<Disk> m_disk;
    std::unique_ptr<Storage> m_storage;
};

template <typename Outcome>
bool is(const protocol::CommandResult &result)
{
    return std::holds_alternative<Outcome>(result.outcome);
}

/// The code of a refusal, or empty.
std::string refusalOf(const protocol::CommandResult &result);

/// All lines of a snapshot, decoded.
struct ReadSnapshot
{
    std::map<Uuid, Reservation> reservations;
    std::size_t rows = 0;
    protocol::SnapshotEnd end;
};
ReadSnapshot readSnapshot(Storage &storage, const PropertyId &property, const Window &window);
/// The digests that the end must agree with.
std::string digestOf(const std::map<Uuid, Reservation> &reservations);

} // namespace deskbell::server::testing
