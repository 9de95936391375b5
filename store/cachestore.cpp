#include "store/cachestore.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

#include "domain/property.h"
#include "store/cacheschema.h"
#include "store/rowcodec.h"

namespace deskbell::store {

namespace {

constexpr std::int64_t longestStay = maxNights;

Error damagedAt(const Database &database)
{
    return {std::string(failurecode::damaged), {{"path", database.path().toStdString()}}};
}

} // namespace

Uuid uuidOf(Bytes bytes)
{
    Uuid id;
    if (bytes.size() == id.bytes.size())
        std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
    return id;
}

CacheStore::CacheStore(std::unique_ptr<Database> database, const DataKey &key)
    : m_database(std::move(database)), m_sealer(key)
{
}

CacheStore::~CacheStore() = default;

Expected<std::unique_ptr<CacheStore>> CacheStore::open(const QString &path, const DataKey &key)
{
    if (!QFileInfo::exists(path))
        return failure("cache-missing");
    auto database = Database::open(path, Database::Open::Existing, Database::Durability::Normal);
    if (!database)
        return tl::unexpected(database.error());
    const auto version = (*database)->integer("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0) // made by nobody: an empty or cut off file
        return tl::unexpected(damagedAt(**database));
    if (*version != cacheSchemaVersion)
        return failure("cache-foreign", {{"version", std::to_string(*version)}});
    std::unique_ptr<CacheStore> store(new CacheStore(std::move(*database), key));
    if (auto read = store->readState(); !read)
        return tl::unexpected(read.error());
    if (auto prepared = store->prepareStatements(); !prepared)
        return tl::unexpected(prepared.error());
    return store;
}

Expected<void> CacheStore::readState()
{
    auto meta = m_database->prepare("SELECT name, value FROM meta");
    if (!meta)
        return tl::unexpected(meta.error());
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    std::int64_t keyId = 0;
    std::int64_t format = 0;
    for (;;) {
        const auto row = meta->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const std::string_view name = meta->text(0);
        if (name == "server")
            m_state.server = meta->text(1);
        else if (name == "property")
            m_state.property = PropertyId{uuidOf(meta->blob(1))};
        else if (name == "epoch")
            m_state.epoch = uuidOf(meta->blob(1));
        else if (name == "cursor")
            m_state.cursor = meta->text(1);
        else if (name == "seq")
            m_state.seq = static_cast<std::uint64_t>(meta->integer(1));
        else if (name == "count")
            m_state.count = static_cast<std::uint64_t>(meta->integer(1));
        else if (name == "from")
            from = meta->integer(1);
        else if (name == "to")
            to = meta->integer(1);
        else if (name == "key")
            keyId = meta->integer(1);
        else if (name == "format")
            format = meta->integer(1);
    }
    if (m_state.property.isNull() || m_state.cursor.empty())
        return tl::unexpected(damagedAt(*m_database));
    if (keyId != m_sealer.keyId() || format != rowFormat())
        return failure("cache-foreign");
    if (from && to)
        m_state.window = Window{dateOf(*from), dateOf(*to)};
    return {};
}

Expected<void> CacheStore::prepareStatements()
{
    const std::array<std::pair<Statement *, std::string_view>, 9> all{{
        {&m_versionOf, "SELECT rowid, version FROM reservations WHERE id = ?1"},
        {&m_insert, insertReservationSql},
        {&m_update,
         "UPDATE reservations SET version = ?2, arrival = ?3, departure = ?4, doc = ?5 WHERE rowid = ?1"},
        {&m_delete, "DELETE FROM reservations WHERE id = ?1"},
        {&m_read, "SELECT id, doc FROM reservations WHERE id = ?1"},
        {&m_entityVersion, "SELECT version FROM entities WHERE kind = ?1 AND id = ?2"},
        {&m_writeEntity, writeEntitySql},
        {&m_deleteEntity, "DELETE FROM entities WHERE kind = ?1 AND id = ?2"},
        {&m_setMeta, setMetaSql},
    }};
    for (const auto &[statement, sql] : all) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Expected<TakenRows> CacheStore::apply(std::span<const protocol::Transaction> transactions,
                                      const std::string &cursor, std::uint64_t seq)
{
    TakenRows taken;
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const protocol::Transaction &transaction : transactions) {
            if (transaction.seq <= m_state.seq)
                continue;
            if (auto applied = applyTransaction(transaction, taken); !applied)
                return applied;
        }
        if (auto set = m_setMeta.bind("cursor", cursor).run(); !set)
            return set;
        return m_setMeta.bind("seq", seq).run();
    });
    if (!done)
        return tl::unexpected(done.error());
    m_state.cursor = cursor;
    m_state.seq = seq;
    return taken;
}

Expected<TakenRows> CacheStore::moveWindow(const Window &window, std::span<const protocol::Row> rows,
                                           std::span<const protocol::Transaction> transactions,
                                           const std::string &cursor, std::uint64_t seq)
{
    TakenRows taken;
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const protocol::Row &row : rows) {
            if (auto applied = applyRow(row, taken); !applied)
                return applied;
        }
        for (const protocol::Transaction &transaction : transactions) {
            if (auto applied = applyTransaction(transaction, taken); !applied)
                return applied;
        }
        return dropUnseen(window, taken)
            .and_then([&] { return m_setMeta.bind("from", dayOf(window.from)).run(); })
            .and_then([&] { return m_setMeta.bind("to", dayOf(window.to)).run(); })
            .and_then([&] { return m_setMeta.bind("cursor", cursor).run(); })
            .and_then([&] { return m_setMeta.bind("seq", seq).run(); });
    });
    if (!done)
        return tl::unexpected(done.error());
    m_state.window = window;
    m_state.cursor = cursor;
    m_state.seq = seq;
    return taken;
}

Expected<void> CacheStore::dropUnseen(const Window &window, TakenRows &taken)
{
    std::vector<ReservationId> unseen;
    auto rows = m_database->prepare("SELECT id, doc FROM reservations WHERE arrival < ?1 AND departure < ?1"
                                    " UNION ALL SELECT id, doc FROM reservations WHERE arrival >= ?2");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(dayOf(window.from), dayOf(window.to));
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        const auto reservation = unseal(*rows, 0, 1);
        if (!reservation)
            return tl::unexpected(reservation.error());
        if (!isSeen(window, placeOf(*reservation)))
            unseen.push_back(reservation->id);
    }
    for (const ReservationId &id : unseen) {
        if (auto left = applyLeave({entityOf<Reservation>(), id.value}, taken); !left)
            return left;
    }
    return {};
}

Expected<void> CacheStore::applyTransaction(const protocol::Transaction &transaction, TakenRows &taken)
{
    for (const protocol::Row &row : transaction.rows) {
        if (auto applied = applyRow(row, taken); !applied)
            return applied;
    }
    for (const protocol::Leave &leave : transaction.leaves) {
        if (auto applied = applyLeave(leave, taken); !applied)
            return applied;
    }
    return {};
}

Expected<void> CacheStore::applyRow(const protocol::Row &row, TakenRows &taken)
{
    return std::visit([&](const auto &each) { return write(each, taken); }, row);
}

Expected<void> CacheStore::write(const Reservation &reservation, TakenRows &taken)
{
    const auto found = m_versionOf.bind(bytesOf(reservation.id.value)).step();
    if (!found)
        return tl::unexpected(found.error());
    if (*found && m_versionOf.integer(1) >= static_cast<std::int64_t>(reservation.version)) {
        m_versionOf.reset();
        return {};
    }
    const std::int64_t rowid = *found ? m_versionOf.integer(0) : 0;
    m_versionOf.reset();
    packReservation(reservation, m_plain);
    m_sealer.seal(m_plain, reservation.id.value, m_sealed);
    const std::int64_t arrival = dayOf(reservation.stay.arrival);
    const std::int64_t departure = dayOf(reservation.stay.departure);
    const auto written =
        *found ? m_update.bind(rowid, reservation.version, arrival, departure, Bytes(m_sealed)).run()
               : m_insert
                     .bind(bytesOf(reservation.id.value), reservation.version, arrival, departure,
                           Bytes(m_sealed))
                     .run();
    if (written)
        taken.reservations.push_back(reservation);
    return written;
}

Expected<void> CacheStore::write(const UndatedRow &row, TakenRows &taken)
{
    const int kind = static_cast<int>(entityOf(row));
    const Uuid id = idOf(row);
    const auto found = m_entityVersion.bind(kind, bytesOf(id)).step();
    if (!found)
        return tl::unexpected(found.error());
    const bool isNewer = !*found || m_entityVersion.integer(0) < static_cast<std::int64_t>(versionOf(row));
    m_entityVersion.reset();
    if (!isNewer)
        return {};
    packUndated(row, m_plain);
    m_sealer.seal(m_plain, id, m_sealed);
    if (auto written = m_writeEntity.bind(kind, bytesOf(id), versionOf(row), Bytes(m_sealed)).run(); !written)
        return written;
    taken.undated.add(row);
    return {};
}

Expected<void> CacheStore::applyLeave(const protocol::Leave &leave, TakenRows &taken)
{
    if (leave.entity != entityOf<Reservation>())
        return m_deleteEntity.bind(static_cast<int>(leave.entity), bytesOf(leave.id)).run();
    if (auto deleted = m_delete.bind(bytesOf(leave.id)).run(); !deleted)
        return deleted;
    if (m_database->lastChanges() > 0) {
        const ReservationId id{leave.id};
        std::erase_if(taken.reservations, [&](const Reservation &row) { return row.id == id; });
        taken.gone.push_back(id);
    }
    return {};
}

Expected<UndatedRow> CacheStore::unsealUndated(const Statement &row)
{
    if (auto opened = m_sealer.open(row.blob(1), uuidOf(row.blob(0)), m_plain); !opened)
        return tl::unexpected(opened.error());
    return unpackUndated(row.integer(2), m_plain);
}

Expected<UndatedRows> CacheStore::undated()
{
    UndatedRows all;
    auto rows = m_database->prepare("SELECT id, doc, kind FROM entities");
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return all;
        auto unsealed = unsealUndated(*rows);
        if (!unsealed)
            return tl::unexpected(unsealed.error());
        all.add(std::move(*unsealed));
    }
}

Expected<std::optional<Property>> CacheStore::property()
{
    auto rows = m_database->prepare("SELECT id, doc, kind FROM entities WHERE kind = ?1");
    if (!rows)
        return tl::unexpected(rows.error());
    const auto row = rows->bind(static_cast<int>(entityOf<Property>())).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    auto unsealed = unsealUndated(*rows);
    if (!unsealed)
        return tl::unexpected(unsealed.error());
    return std::get<Property>(std::move(*unsealed));
}

Expected<Reservation> CacheStore::unseal(const Statement &row, int idColumn, int docColumn)
{
    if (auto opened = m_sealer.open(row.blob(docColumn), uuidOf(row.blob(idColumn)), m_plain); !opened)
        return tl::unexpected(opened.error());
    return unpackReservation(m_plain);
}

Expected<std::optional<Reservation>> CacheStore::reservation(const ReservationId &id)
{
    const auto row = m_read.bind(bytesOf(id.value)).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    auto reservation = unseal(m_read, 0, 1);
    m_read.reset();
    if (!reservation)
        return tl::unexpected(reservation.error());
    return std::move(*reservation);
}

Expected<void> CacheStore::visitWindow(Date from, Date to, const Visitor &visit)
{
    // The index leads with the arrival: no stay is longer than a year, so that bounds it below.
    auto rows = m_database->prepare(
        "SELECT id, doc FROM reservations WHERE arrival >= ?1 AND arrival <= ?2 AND departure >= ?3");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(dayOf(from) - longestStay, dayOf(to), dayOf(from));
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        auto reservation = unseal(*rows, 0, 1);
        if (!reservation)
            return tl::unexpected(reservation.error());
        if (!visit(std::move(*reservation)))
            return {};
    }
}

Expected<std::optional<std::int64_t>> CacheStore::visitSome(std::int64_t position, int limit,
                                                            const Visitor &visit)
{
    auto rows = m_database->prepare("SELECT id, doc, rowid FROM reservations WHERE rowid > ?1 LIMIT ?2");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(position, limit);
    int read = 0;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        ++read;
        position = rows->integer(2);
        auto reservation = unseal(*rows, 0, 1);
        if (!reservation)
            return tl::unexpected(reservation.error());
        if (!visit(std::move(*reservation)))
            return std::nullopt;
    }
    return read == limit ? std::optional(position) : std::nullopt;
}

} // namespace deskbell::store
