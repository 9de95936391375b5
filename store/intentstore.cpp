#include "store/intentstore.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include "protocol/commands.h"
#include "protocol/rows.h"
#include "store/cacheschema.h"
#include "store/errortext.h"

namespace deskbell::store {

namespace {

constexpr int intentSchemaVersion = 2;
constexpr std::string_view setMeta = "INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)";

std::optional<std::array<std::uint8_t, 16>> reservationBytes(const CommandArgs &args)
{
    const auto reservation = reservationOf(args);
    return reservation ? std::optional(reservation->value.bytes) : std::nullopt;
}

} // namespace

IntentStore::~IntentStore() = default;

Expected<IntentStore::Opened> IntentStore::open(const QString &path, const DeviceId &device,
                                                std::string_view stamp)
{
    Opened opened;
    if (QFileInfo::exists(path)) {
        auto store = openSound(path);
        if (store) {
            opened.store = std::move(*store);
            return opened;
        }
        if (store.error().code != failurecode::damaged)
            return tl::unexpected(store.error());
        auto aside = setAside(path, stamp);
        if (!aside)
            return tl::unexpected(aside.error());
        opened.setAside = *aside;
    }
    if (auto begun = begin(path, device); !begun)
        return tl::unexpected(begun.error());
    auto store = openSound(path);
    if (!store)
        return tl::unexpected(store.error());
    opened.store = std::move(*store);
    return opened;
}

Expected<void> IntentStore::begin(const QString &path, const DeviceId &device)
{
    // Made whole under another name: an intent.db that is empty is then always a damaged one.
    const QString fresh = path + QStringLiteral(".new");
    removeDatabase(fresh);
    {
        auto database = Database::open(fresh, Database::Open::Create, Database::Durability::Full);
        if (!database)
            return tl::unexpected(database.error());
        if (auto migrated = migrate(**database, "intent", intentSchemaVersion); !migrated)
            return migrated;
        auto write = (*database)->prepare(setMeta);
        if (!write)
            return tl::unexpected(write.error());
        const auto written = (*database)->transact([&]() -> Expected<void> {
            if (auto added = BackendBook(**database).add("", "", device); !added)
                return tl::unexpected(added.error());
            return write->bind("next-n", 1).run();
        });
        if (!written)
            return written;
    }
    if (!QFile::rename(fresh, path))
        return failure(std::string(failurecode::notWritable), {{"path", path.toStdString()}});
    return {};
}

Expected<std::unique_ptr<IntentStore>> IntentStore::openSound(const QString &path)
{
    const Error damaged{std::string(failurecode::damaged), {{"path", path.toStdString()}}};
    if (QFileInfo(path).size() == 0)
        return tl::unexpected(damaged);
    auto database = Database::open(path, Database::Open::Existing, Database::Durability::Full);
    if (!database)
        return tl::unexpected(database.error());
    if (auto sound = (*database)->checkIntegrity(); !sound)
        return tl::unexpected(sound.error());
    if (auto migrated = migrate(**database, "intent", intentSchemaVersion); !migrated)
        return tl::unexpected(migrated.error());
    std::unique_ptr<IntentStore> store(new IntentStore(std::move(*database)));
    if (auto made = store->m_backends.makeKeys(); !made)
        return tl::unexpected(made.error());
    if (auto first = store->m_backends.known(firstBackend); !first)
        return tl::unexpected(first.error());
    return store;
}

void IntentStore::unlock(const DataKey &key, std::span<const DataKey> others)
{
    m_sealers.clear();
    for (const DataKey &other : others)
        m_sealers.emplace(other.id(), Sealer(other));
    m_keyId = key.id();
    m_sealers.emplace(m_keyId, Sealer(key));
}

Expected<std::string> IntentStore::openText(std::int64_t keyId, Bytes sealed, const Uuid &id) const
{
    return m_sealers.at(keyId).openText(sealed, id);
}

Expected<void> IntentStore::enter(const PropertyId &property, std::vector<CommandId> &unreadable,
                                  BackendNumber backend)
{
    m_property = property;
    m_backend = backend;
    m_commands.clear();
    m_cards.clear();
    if (auto loaded = loadCommands(unreadable); !loaded)
        return loaded;
    return loadCards(unreadable);
}

Expected<void> IntentStore::loadCommands(std::vector<CommandId> &unreadable)
{
    auto rows =
        m_database->prepare("SELECT id, account, state, attempts, receipt_seq, epoch, key_id, body, n "
                            "FROM outbox WHERE property = ?1 AND backend = ?2 ORDER BY n");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(bytesOf(m_property.value), m_backend);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        const std::int64_t keyId = rows->integer(6);
        if (!hasKey(keyId)) // someone else's, whose key is not here: it waits for them
            continue;
        const CommandId id{uuidOf(rows->blob(0))};
        const auto text = openText(keyId, rows->blob(7), id.value);
        auto command = text ? protocol::decodeCommand(std::string_view(*text)) : tl::unexpected(text.error());
        if (!command) {
            unreadable.push_back(id);
            continue;
        }
        command->n = static_cast<std::uint64_t>(rows->integer(8));
        m_commands.push_back({std::move(*command), AccountId{uuidOf(rows->blob(1))},
                              static_cast<KeptState>(rows->integer(2)), static_cast<int>(rows->integer(3)),
                              static_cast<std::uint64_t>(rows->integer(4)), uuidOf(rows->blob(5))});
    }
}

Expected<void> IntentStore::loadCards(std::vector<CommandId> &unreadable)
{
    auto rows = m_database->prepare("SELECT id, account, is_parked, at, key_id, body, error, current "
                                    "FROM cards WHERE property = ?1 AND backend = ?2 ORDER BY at, n");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(bytesOf(m_property.value), m_backend);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        const std::int64_t keyId = rows->integer(4);
        if (!hasKey(keyId))
            continue;
        const CommandId id{uuidOf(rows->blob(0))};
        const auto text = openText(keyId, rows->blob(5), id.value);
        auto command = text ? protocol::decodeCommand(std::string_view(*text)) : tl::unexpected(text.error());
        const auto error = openText(keyId, rows->blob(6), id.value);
        if (!command || !error) {
            unreadable.push_back(id);
            continue;
        }
        Card card{std::move(*command), AccountId{uuidOf(rows->blob(1))}, decodeError(*error)};
        card.isParked = rows->integer(2) == 1;
        card.at = Instant{std::chrono::milliseconds{rows->integer(3)}};
        if (!rows->isNull(7)) {
            if (const auto current = openText(keyId, rows->blob(7), id.value)) {
                if (auto reservation = protocol::decodeReservation(*current))
                    card.current = std::move(*reservation);
            }
        }
        m_cards.push_back(std::move(card));
    }
}

Expected<QString> IntentStore::dropUnreadable(std::span<const CommandId> ids, std::string_view stamp)
{
    const QString copy = path() + QStringLiteral(".damaged-") +
                         QString::fromUtf8(stamp.data(), static_cast<qsizetype>(stamp.size()));
    if (auto copied = m_database->copyTo(copy); !copied)
        return tl::unexpected(copied.error());
    const auto dropped = m_database->transact([&]() -> Expected<void> {
        for (const char *sql : {"DELETE FROM outbox WHERE id = ?1", "DELETE FROM cards WHERE id = ?1"}) {
            auto statement = m_database->prepare(sql);
            if (!statement)
                return tl::unexpected(statement.error());
            for (const CommandId &id : ids) {
                if (auto done = statement->bind(bytesOf(id.value)).run(); !done)
                    return done;
            }
        }
        return {};
    });
    if (!dropped)
        return tl::unexpected(dropped.error());
    return copy;
}

const KeptCommand *IntentStore::find(const CommandId &id) const
{
    const auto at =
        std::ranges::find(m_commands, id, [](const KeptCommand &kept) { return kept.command.id; });
    return at == m_commands.end() ? nullptr : &*at;
}

KeptCommand *IntentStore::findKept(const CommandId &id)
{
    return const_cast<KeptCommand *>(std::as_const(*this).find(id));
}

Expected<std::uint64_t> IntentStore::settledBelow() const
{
    const auto lowest = m_database->integer("SELECT coalesce((SELECT min(n) FROM outbox WHERE state < 2), "
                                            "(SELECT value FROM meta WHERE name = 'next-n'))");
    if (!lowest)
        return tl::unexpected(lowest.error());
    return static_cast<std::uint64_t>(*lowest);
}

Expected<void> IntentStore::keep(Command command, const AccountId &account)
{
    const auto done = m_database->transact([&]() -> Expected<void> {
        const auto n = m_database->integer("SELECT value FROM meta WHERE name = 'next-n'");
        if (!n)
            return tl::unexpected(n.error());
        command.n = static_cast<std::uint64_t>(*n);
        if (auto moved = m_database->execute("UPDATE meta SET value = value + 1 WHERE name = 'next-n'");
            !moved)
            return moved;
        if (command.supersedes) {
            auto close = m_database->prepare("DELETE FROM cards WHERE id = ?1");
            if (!close)
                return tl::unexpected(close.error());
            if (auto closed = close->bind(bytesOf(command.supersedes->value)).run(); !closed)
                return closed;
        }
        auto insert =
            m_database->prepare("INSERT INTO outbox (n, id, property, account, reservation, business_date, "
                                "key_id, body, backend) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        if (!insert)
            return tl::unexpected(insert.error());
        const Blob body = sealer().seal(protocol::encodeCommand(command), command.id.value);
        const auto about = reservationBytes(command.args);
        return insert
            ->bind(command.n, bytesOf(command.id.value), bytesOf(m_property.value), bytesOf(account.value),
                   about ? std::optional<Bytes>(*about) : std::nullopt, dayOf(command.businessDate), m_keyId,
                   Bytes(body), m_backend)
            .run();
    });
    if (!done)
        return done;
    if (command.supersedes)
        std::erase_if(m_cards, [&](const Card &card) { return card.command.id == *command.supersedes; });
    m_commands.push_back({std::move(command), account});
    return {};
}

} // namespace deskbell::store
