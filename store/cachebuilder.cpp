#include "store/cachestore.h"

#include <filesystem>

#include "store/cacheschema.h"
#include "store/rowcodec.h"

namespace deskbell::store {

CacheBuilder::CacheBuilder(std::unique_ptr<Database> database, const DataKey &key)
    : m_database(std::move(database)), m_sealer(key)
{
}

CacheBuilder::~CacheBuilder()
{
    if (m_isFinished)
        return;
    const QString path = m_database->path();
    dropStatements();
    m_database.reset();
    removeDatabase(path);
}

Expected<std::unique_ptr<CacheBuilder>> CacheBuilder::create(const QString &path, const DataKey &key,
                                                             const std::string &server, PropertyId property,
                                                             Uuid epoch)
{
    removeDatabase(path);
    auto database = Database::open(path, Database::Open::Create, Database::Durability::BuiltAtOnce);
    if (!database)
        return tl::unexpected(database.error());
    if (auto migrated = migrate(**database, "cache", cacheSchemaVersion); !migrated)
        return tl::unexpected(migrated.error());
    std::unique_ptr<CacheBuilder> builder(new CacheBuilder(std::move(*database), key));
    CacheState state;
    state.server = server;
    state.property = property;
    state.epoch = epoch;
    if (auto begun = builder->begin(state); !begun)
        return tl::unexpected(begun.error());
    return builder;
}

void CacheBuilder::dropStatements()
{
    m_insert = Statement();
    m_insertEntity = Statement();
    m_setMeta = Statement();
}

Expected<void> CacheBuilder::begin(const CacheState &state)
{
    m_state = state;
    for (const auto &[statement, sql] :
         {std::pair(&m_insert, insertReservationSql), std::pair(&m_insertEntity, writeEntitySql),
          std::pair(&m_setMeta, setMetaSql)}) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return m_database->execute("BEGIN IMMEDIATE");
}

Expected<void> CacheBuilder::add(const protocol::Row &row)
{
    m_digests.add(row);
    ++m_count;
    return std::visit([this](const auto &each) { return insert(each); }, row);
}

Expected<void> CacheBuilder::insert(const Reservation &reservation)
{
    packReservation(reservation, m_plain);
    m_sealer.seal(m_plain, reservation.id.value, m_sealed);
    return m_insert
        .bind(bytesOf(reservation.id.value), reservation.version, dayOf(reservation.stay.arrival),
              dayOf(reservation.stay.departure), Bytes(m_sealed))
        .run();
}

Expected<void> CacheBuilder::insert(const UndatedRow &row)
{
    packUndated(row, m_plain);
    m_sealer.seal(m_plain, idOf(row), m_sealed);
    return m_insertEntity
        .bind(static_cast<int>(entityOf(row)), bytesOf(idOf(row)), versionOf(row), Bytes(m_sealed))
        .run();
}

Expected<void> CacheBuilder::finish(const protocol::SnapshotEnd &end)
{
    if (end.count != m_count || !m_digests.agreesWith(end.digests))
        return failure("snapshot-differs",
                       {{"rows", std::to_string(m_count)}, {"expected", std::to_string(end.count)}});

    const auto indexes = embeddedScript("cache-indexes.sql");
    if (!indexes)
        return tl::unexpected(indexes.error());
    const auto set = [&](std::string_view name, const auto &value) {
        return m_setMeta.bind(name, value).run();
    };
    Expected<void> done = set("server", m_state.server);
    done = done.and_then([&] { return set("property", bytesOf(m_state.property.value)); })
               .and_then([&] { return set("epoch", bytesOf(m_state.epoch)); })
               .and_then([&] { return set("cursor", end.cursor); })
               .and_then([&] { return set("seq", end.seq); })
               .and_then([&] { return set("count", m_count); })
               .and_then([&] { return set("key", m_sealer.keyId()); })
               .and_then([&] { return set("format", rowFormat()); })
               .and_then([&] {
                   if (!end.window)
                       return Expected<void>();
                   return set("from", dayOf(end.window->from)).and_then([&] {
                       return set("to", dayOf(end.window->to));
                   });
               })
               .and_then([&] { return m_database->execute(indexes->c_str()); })
               .and_then([&] { return m_database->execute("COMMIT"); });
    if (!done)
        return done;
    dropStatements();
    m_database.reset();
    m_isFinished = true;
    return {};
}

Expected<void> CacheBuilder::swapIn(const QString &built, const QString &path)
{
    // The old file's log would be taken for the new file's: it goes first. A crash in between leaves
    // the old file as of its last checkpoint, with the cursor of that moment.
    std::error_code error;
    for (const char *companion : {"-wal", "-shm"})
        std::filesystem::remove(std::filesystem::path((path + QLatin1String(companion)).toStdU16String()),
                                error);
    std::filesystem::rename(std::filesystem::path(built.toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), error);
    if (error)
        return failure(std::string(failurecode::notWritable), {{"path", path.toStdString()}});
    return {};
}

} // namespace deskbell::store
