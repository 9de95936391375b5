#include "server/storagefixture.h"

#include <sqlite3.h>

#include "protocol/cursor.h"
#include "server/storage/sqlite/sealedpages.h"
#include "support/privatepostgres.h"

namespace deskbell::server::testing {

using deskbell::test::PrivatePostgres;

TemporaryFolder::TemporaryFolder()
{
    std::random_device random;
    const std::string name = "deskbell-test-" + std::to_string(random()) + '-' + std::to_string(random());
    m_path = std::filesystem::temp_directory_path() / name;
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

Surroundings TestClock::surroundings(std::uint64_t seed)
{
    auto random = std::make_shared<std::mt19937_64>(seed);
    return {[this] { return now.load(); }, [random] { return (*random)(); }};
}

SqliteOptions SqliteDisk::options() const
{
    SqliteOptions options;
    options.file = file();
    return options;
}

std::unique_ptr<Storage> SqliteDisk::open(TestClock &clock, StorageListener *listener)
{
    auto storage = openSqliteStorage(options(), clock.surroundings(), listener);
    EXPECT_TRUE(storage) << (storage ? "" : storage.error().code);
    return storage ? std::move(*storage) : nullptr;
}

void SqliteDisk::tamper(const std::string &sql)
{
    sqlite3 *connection = nullptr;
    // Through the storage's own pages: a file that nobody has open would be damaged otherwise.
    ASSERT_EQ(
        sqlite3_open_v2(file().string().c_str(), &connection, SQLITE_OPEN_READWRITE, sealedpages::vfs()),
        SQLITE_OK);
    sqlite3_busy_timeout(connection, 10'000);
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(connection);
    sqlite3_close(connection);
}

void SqliteDisk::backUp()
{
    std::filesystem::copy_file(file(), m_folder / "backup.db",
                               std::filesystem::copy_options::overwrite_existing);
}

void SqliteDisk::putBack()
{
    for (const char *suffix : {"-wal", "-shm", ".mark"})
        std::filesystem::remove(file().string() + suffix);
    std::filesystem::copy_file(m_folder / "backup.db", file(),
                               std::filesystem::copy_options::overwrite_existing);
}

std::unique_ptr<Disk> onSqlite()
{
    return std::make_unique<SqliteDisk>();
}

std::unique_ptr<Disk> onPostgres()
{
    return std::make_unique<PostgresDisk>();
}

PostgresDisk::PostgresDisk() : m_schema(PrivatePostgres::shared().makeSchema())
{
}

PostgresDisk::~PostgresDisk()
{
    PrivatePostgres::shared().dropSchema(m_schema);
}

std::string PostgresDisk::address() const
{
    return PrivatePostgres::shared().uri(m_schema);
}

PostgresOptions PostgresDisk::options() const
{
    PostgresOptions options;
    options.address = PgAddress::parse(address()).value();
    return options;
}

std::unique_ptr<Storage> PostgresDisk::open(TestClock &clock, StorageListener *listener)
{
    auto storage = openPostgresStorage(options(), clock.surroundings(), listener);
    EXPECT_TRUE(storage) << (storage ? "" : storage.error().code + ' ' + storage.error().facts["reason"]);
    return storage ? std::move(*storage) : nullptr;
}

std::string PostgresDisk::query(const std::string &sql) const
{
    return PrivatePostgres::shared().query(sql, m_schema);
}

void PostgresDisk::backUp()
{
    tamper("DO $$ DECLARE t text; BEGIN"
           " FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP"
           "  EXECUTE format('CREATE TABLE kept_%s AS TABLE %I', t, t); END LOOP; END $$");
}

void PostgresDisk::putBack()
{
    // Without triggers: the audit's would refuse it.
    tamper("DO $$ DECLARE t text; c text; BEGIN SET LOCAL session_replication_role = replica;"
           " FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
           "   AND tablename NOT LIKE 'kept\\_%' LOOP"
           "  EXECUTE format('DELETE FROM %I', t);"
           "  SELECT string_agg(quote_ident(column_name), ',') INTO c FROM information_schema.columns"
           "   WHERE table_schema = current_schema() AND table_name = t AND is_generated = 'NEVER';"
           "  EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM kept_%s', t, c, c, t); END LOOP; END $$");
}

void Listener::committed(std::shared_ptr<const ChangeSet> change)
{
    const std::lock_guard lock(m_mutex);
    m_changes.push_back(std::move(change));
}

std::vector<std::shared_ptr<const ChangeSet>> Listener::changes() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

UnitId SmallHotel::room(const OfferingId &offering, int n) const
{
    return idNumbered<UnitId>(static_cast<std::uint64_t>(offering.value.bytes[15]) * 100 +
                              static_cast<std::uint64_t>(n));
}

std::vector<protocol::Row> SmallHotel::rows() const
{
    std::vector<protocol::Row> rows;
    Property house;
    house.id = property;
    house.version = 1;
    house.name = "Small Hotel";
    house.timeZone = "Europe/Lisbon";
    house.currency = *parseCurrency("EUR");
    house.businessDate = date("2026-05-10");
    rows.emplace_back(house);
    const std::tuple<OfferingId, Workflow, int> types[] = {{doubles, workflows::onRequest, 2},
                                                           {prepaid, workflows::prepaid, 2},
                                                           {instant, workflows::instant, 1}};
    for (const auto &[id, workflow, rooms] : types) {
        Offering offering;
        offering.id = id;
        offering.version = 1;
        offering.code = std::string(workflow.name).substr(0, 3);
        offering.name = workflow.name;
        offering.workflow = workflow;
        offering.capacity = rooms;
        offering.basePrice = 10000;
        rows.emplace_back(offering);
        for (int n = 1; n <= rooms; ++n) {
            Unit unit;
            unit.id = room(id, n);
            unit.version = 1;
            unit.offering = id;
            unit.name = std::to_string(n);
            unit.order = n;
            rows.emplace_back(unit);
        }
    }
    return rows;
}

Command Desk::command(CommandArgs args)
{
    Command command;
    command.n = ++m_n;
    command.id = idNumbered<CommandId>(m_number * 1'000'000'000 + command.n);
    command.lane = laneOf(args);
    command.args = std::move(args);
    command.businessDate = date("2026-05-10");
    command.madeAt = instant("2026-05-10T09:00:00Z");
    command.actor = "somebody";
    return command;
}

Actor actorWith(Role role)
{
    return {idNumbered<AccountId>(static_cast<std::uint64_t>(role) + 1), "Mina", role};
}

Expected<std::vector<protocol::CommandResult>> submit(Storage &storage, CommandRequest request)
{
    std::promise<Expected<std::vector<protocol::CommandResult>>> promise;
    auto answer = promise.get_future();
    storage.submit(std::move(request), [&](auto results) { promise.set_value(std::move(results)); });
    return answer.get();
}

void StorageTest::SetUp()
{
    m_disk = GetParam()();
    m_storage = m_disk->open(m_clock, &m_listener);
    ASSERT_TRUE(m_storage);
    const auto loaded = m_storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin);
    ASSERT_TRUE(loaded) << loaded.error().code;
}

void StorageTest::reopen()
{
    m_storage.reset();
    m_storage = m_disk->open(m_clock, &m_listener);
    ASSERT_TRUE(m_storage);
}

MakeReservation StorageTest::request(const ReservationId &id, const OfferingId &offering, const char *arrival,
                                     const char *departure) const
{
    MakeReservation make;
    make.reservation = id;
    make.offering = offering;
    make.stay = {date(arrival), date(departure)};
    make.guest.name = "Kim Minji";
    make.adults = 2;
    make.currency = *parseCurrency("EUR");
    make.nightlyPrices.assign(static_cast<std::size_t>(std::max(make.stay.nights(), 1)), 10000);
    make.channel = "desk";
    return make;
}

std::vector<protocol::CommandResult> StorageTest::sendAll(std::vector<Command> commands, Role role,
                                                          std::uint64_t settledBelow)
{
    auto results = submit(*m_storage, {m_hotel.property, actorWith(role),
                                       m_desk.batch(std::move(commands), settledBelow), std::nullopt});
    EXPECT_TRUE(results) << (results ? "" : results.error().code);
    return results.value_or(std::vector<protocol::CommandResult>(1));
}

protocol::CommandResult StorageTest::send(const Command &command, Role role)
{
    return sendAll({command}, role).front();
}

std::uint64_t StorageTest::apply(CommandArgs args, Role role)
{
    const auto result = send(m_desk.command(std::move(args)), role);
    const auto *applied = std::get_if<protocol::Applied>(&result.outcome);
    EXPECT_TRUE(applied) << refusalOf(result);
    return applied ? applied->seq : 0;
}

std::optional<Reservation> StorageTest::find(const ReservationId &id)
{
    return m_storage->reservation(m_hotel.property, id).value();
}

std::uint64_t StorageTest::seq()
{
    return m_storage->seq(m_hotel.property).value();
}

PaymentId StorageTest::chargeCard(const ReservationId &id, std::int64_t minor)
{
    TakePayment take;
    take.reservation = id;
    take.payment.value = makeNamedUuid(id.value, "card" + std::to_string(minor));
    take.method = PaymentMethod::Card;
    take.amount = {minor, *parseCurrency("EUR")};
    take.token = "terminal-token";
    apply(take);
    return take.payment;
}

std::string refusalOf(const protocol::CommandResult &result)
{
    const auto *refused = std::get_if<protocol::Refused>(&result.outcome);
    return refused ? refused->error.code : std::string();
}

ReadSnapshot readSnapshot(Storage &storage, const PropertyId &property, const Window &window)
{
    ReadSnapshot read;
    auto reader = storage.snapshot(property, window);
    EXPECT_TRUE(reader);
    bool isEnded = false;
    for (auto piece = (*reader)->next(); piece && !piece->empty(); piece = (*reader)->next()) {
        std::string_view text = *piece;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const auto line = protocol::decodeSnapshotLine(text.substr(0, end));
            EXPECT_TRUE(line);
            text.remove_prefix(end + 1);
            if (const auto *last = std::get_if<protocol::SnapshotEnd>(&*line)) {
                read.end = *last;
                isEnded = true;
                continue;
            }
            EXPECT_FALSE(isEnded) << "a row after the end";
            ++read.rows;
            const auto &row = std::get<protocol::Row>(*line);
            if (const auto *reservation = std::get_if<Reservation>(&row))
                read.reservations[reservation->id.value] = *reservation;
        }
    }
    EXPECT_TRUE(isEnded);
    return read;
}

std::string digestOf(const std::map<Uuid, Reservation> &reservations)
{
    protocol::Digest digest;
    for (const auto &[id, reservation] : reservations)
        digest.add(id, reservation.version);
    return digest.text();
}

} // namespace deskbell::server::testing
