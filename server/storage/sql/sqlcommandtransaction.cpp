#include "server/storage/sql/sqlcommandtransaction.h"

#include <algorithm>

#include "domain/text.h"
#include "server/storage/sql/audittable.h"
#include "server/storage/sql/devicetable.h"
#include "server/storage/sql/guestdata.h"
#include "server/storage/sql/inhousetable.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

StorageFailure corrupt(std::string reason)
{
    return StorageFailure(StorageFailure::Kind::Transaction,
                          Error{"storage-corrupt", {{"reason", std::move(reason)}}});
}

/// A stored answer may bring a reservation with all its history.
constexpr protocol::JsonLimits storedLimits{64u << 20, 32};

} // namespace

StoredAnswer storedAnswer(const CommandId &id, const PropertyId &property, std::string hash,
                          std::string_view text)
{
    const auto value = protocol::parseJson(text, storedLimits);
    auto result = value ? protocol::decodeResult(*value) : tl::unexpected(value.error());
    if (!result)
        throw corrupt("answer of " + toString(id));
    return {property, std::move(hash), std::move(*result)};
}

std::optional<StoredAnswer> readAnswer(Connection &connection, const CommandId &id)
{
    Query query(connection, "SELECT property, hash, answer FROM command WHERE id = ?", id);
    if (!query.next())
        return std::nullopt;
    return storedAnswer(id, PropertyId{query.uuid(0)}, std::string(query.text(1)), query.text(2));
}

std::optional<Reservation> readReservation(Connection &connection, const PropertyId &property,
                                           const ReservationId &id)
{
    Query query(connection, "SELECT row FROM reservation WHERE id = ? AND property = ?", id, property);
    if (!query.next())
        return std::nullopt;
    auto reservation = protocol::decodeReservation(query.text(0));
    if (!reservation)
        throw corrupt("reservation " + toString(id));
    return std::move(*reservation);
}

SqlCommandTransaction::SqlCommandTransaction(Connection &connection, PropertyBook &book, Committed &committed)
    : m_connection(connection), m_book(book), m_committed(committed), m_writer(connection, book)
{
}

const Offering *SqlCommandTransaction::offering(const OfferingId &id) const
{
    return m_book.offering(id);
}

const Unit *SqlCommandTransaction::unit(const UnitId &id) const
{
    return m_book.unit(id);
}

int SqlCommandTransaction::free(const OfferingId &offering, Date slot) const
{
    const Offering *known = m_book.offering(offering);
    if (!known)
        return 0;
    Query query(m_connection, "SELECT free FROM stock_night WHERE offering = ? AND night = ?", offering,
                slot);
    return (query.next() ? query.number<int>(0) : known->capacity) - keptOn(offering, slot);
}

int SqlCommandTransaction::keptOn(const OfferingId &offering, Date slot) const
{
    const Date today = m_book.property().businessDate;
    return slot == today ? keptByOverstays(m_connection, offering, today) : 0;
}

bool SqlCommandTransaction::isUnitFree(const UnitId &unit, const Stay &stay,
                                       const ReservationId &except) const
{
    if (!m_book.unit(unit))
        return false;
    Query query(
        m_connection,
        "SELECT 1 FROM unit_night WHERE unit = ? AND night >= ? AND night < ? AND holder <> ? LIMIT 1", unit,
        stay.arrival, stay.departure, except);
    if (query.next())
        return false;
    const Date today = m_book.property().businessDate;
    return !stay.contains(today) || !isKeptByOverstay(m_connection, unit, today, except);
}

std::optional<ReservationId> SqlCommandTransaction::occupant(const UnitId &unit,
                                                             const ReservationId &except) const
{
    return m_book.unit(unit) ? occupantOf(m_connection, unit, m_book.property().businessDate, except)
                             : std::nullopt;
}

std::optional<UnitId> SqlCommandTransaction::anyFreeUnit(const OfferingId &offering, const Stay &stay) const
{
    const auto &units = m_book.unitsOf(offering);
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const UnitId &unit) { return isUnitFree(unit, stay, {}); });
    return found == units.end() ? std::nullopt : std::optional(*found);
}

int SqlCommandTransaction::holders(const UnitId &unit) const
{
    Query query(m_connection, "SELECT holders FROM shared_unit WHERE unit = ?", unit);
    return query.next() ? query.number<int>(0) : 0;
}

std::optional<UnitId> SqlCommandTransaction::leastUsedUnit(const OfferingId &offering) const
{
    const auto &units = m_book.unitsOf(offering);
    std::optional<std::pair<int, UnitId>> least;
    for (const UnitId &unit : units) {
        if (const int now = holders(unit); !least || now < least->first)
            least = {now, unit};
    }
    return least ? std::optional(least->second) : std::nullopt;
}

int SqlCommandTransaction::mostTaken(const OfferingId &offering) const
{
    if (!m_book.offering(offering))
        return 0;
    Query query(
        m_connection,
        "SELECT max(capacity - free) FROM stock_night WHERE offering = ? AND (night >= ? OR night = ?)",
        offering, m_book.property().businessDate, onlySlot);
    const int most = query.next() && !query.isNull(0) ? query.number<int>(0) : 0;
    return std::max(most, takenTonight(offering));
}

int SqlCommandTransaction::takenTonight(const OfferingId &offering) const
{
    const Date today = m_book.property().businessDate;
    Query query(m_connection, "SELECT capacity - free FROM stock_night WHERE offering = ? AND night = ?",
                offering, today);
    return (query.next() ? query.number<int>(0) : 0) + keptOn(offering, today);
}

bool SqlCommandTransaction::isOfferingInUse(const OfferingId &offering) const
{
    if (m_book.hasUnits(offering))
        return true;
    // Those that are not over reach beyond their dates, and there are few of them.
    Query query(m_connection, "SELECT row FROM reservation WHERE property = ? AND reach > 0",
                m_book.property().id);
    while (query.next()) {
        const auto reservation = protocol::decodeReservation(query.text(0));
        if (!reservation)
            throw corrupt("reservation");
        if (reservation->offering == offering && !isFinal(reservation->state))
            return true;
    }
    return false;
}

bool SqlCommandTransaction::isUnitInUse(const UnitId &unit) const
{
    if (!m_book.unit(unit))
        return false;
    if (holders(unit) > 0 || occupantOf(m_connection, unit, m_book.property().businessDate, {}))
        return true;
    // Who was expected last night may still come today.
    Query query(m_connection,
                "SELECT r.row FROM unit_night AS n JOIN reservation AS r ON r.id = n.holder"
                " WHERE n.unit = ? AND n.night >= ?",
                unit, m_book.property().businessDate - Days{1});
    while (query.next()) {
        const auto reservation = protocol::decodeReservation(query.text(0));
        if (!reservation)
            throw corrupt("reservation");
        if (!isFinal(reservation->state))
            return true;
    }
    return false;
}

std::optional<AccountId> SqlCommandTransaction::madeBy(const ReservationId &id)
{
    Query query(m_connection,
                "SELECT account FROM audit WHERE reservation = ? AND property = ? AND code = '' AND type = ?"
                " ORDER BY number LIMIT 1",
                id, m_book.property().id, toString(typeOf<MakeReservation>()));
    return query.next() ? std::optional(AccountId{query.uuid(0)}) : std::nullopt;
}

bool SqlCommandTransaction::isPropertyNamed(std::string_view wanted)
{
    Query query(m_connection, "SELECT name FROM property WHERE id <> ?", m_book.property().id);
    bool isFound = false;
    while (query.next())
        isFound = isFound || comparable(query.text(0)) == wanted;
    return isFound;
}

int SqlCommandTransaction::unpaidOf(std::string_view phone) const
{
    Query query(m_connection, "SELECT count(*) FROM unpaid_order WHERE property = ? AND phone = ?",
                m_book.property().id, phone);
    return query.next() ? query.number<int>(0) : 0;
}

const Property &SqlCommandTransaction::property() const
{
    return m_book.property();
}

const Reservation *SqlCommandTransaction::reservation(const ReservationId &id) const
{
    const auto [read, isNew] = m_read.try_emplace(id);
    if (isNew)
        read->second = readReservation(m_connection, m_book.property().id, id);
    return read->second ? &*read->second : nullptr;
}

std::optional<UndatedRow> SqlCommandTransaction::row(Entity entity, const Uuid &id)
{
    return m_book.row(entity, id);
}

std::vector<KnownVersion> SqlCommandTransaction::versionsSince(const Uuid &id, std::uint32_t version,
                                                               const DeviceId &device)
{
    Query query(m_connection,
                "SELECT c.version, c.row, m.device, c.before FROM change AS c"
                " LEFT JOIN command AS m ON m.id = c.command"
                " WHERE c.id = ? AND c.property = ? AND c.version >= ? ORDER BY c.version",
                id, m_book.property().id, version);
    std::vector<KnownVersion> versions;
    while (query.next()) {
        const auto decoded = [&](int column) {
            auto state = protocol::decodeRow(query.text(column));
            if (!state)
                throw corrupt("change of " + toString(id));
            return std::move(*state);
        };
        const auto reached = query.number<std::uint32_t>(0);
        if (versions.empty() && reached == version + 1 && !query.isNull(3))
            versions.push_back({decoded(3), false});
        else if (versions.empty() && reached != version)
            return {};
        auto state = decoded(1);
        versions.push_back({std::move(state), !query.isNull(2) && DeviceId{query.uuid(2)} == device});
    }
    return versions;
}

std::optional<StoredAnswer> SqlCommandTransaction::answer(const CommandId &id)
{
    return readAnswer(m_connection, id);
}

bool SqlCommandTransaction::isApplied(const CommandId &id)
{
    Query query(m_connection, "SELECT 1 FROM command WHERE id = ? AND property = ? AND seq IS NOT NULL", id,
                m_book.property().id);
    return query.next();
}

DeviceMark SqlCommandTransaction::mark(const DeviceUser &user)
{
    return readMark(m_connection, user);
}

void SqlCommandTransaction::put(const DeviceUser &user, const DeviceMark &mark)
{
    writeMark(m_connection, user, mark);
}

std::optional<Error> SqlCommandTransaction::attempt(const std::function<void()> &write)
{
    if (!m_connection.isCareful()) {
        write();
        return std::nullopt;
    }
    Query(m_connection, "SAVEPOINT command").run();
    const auto clock = m_book.clock();
    std::optional<Error> error;
    try {
        write();
        m_connection.flush();
    } catch (const StorageFailure &failure) {
        if (failure.kind() != StorageFailure::Kind::Constraint || !m_connection.isInTransaction())
            throw;
        error = failure.error();
        Query(m_connection, "ROLLBACK TO command").run();
        m_writer.forget();
        m_read.clear();
        m_book = PropertyBook::read(m_connection, m_book.property().id).value();
        m_book.setClock(clock);
    }
    Query(m_connection, "RELEASE command").run();
    return error;
}

void SqlCommandTransaction::put(std::span<const ChangedReservation> changes)
{
    m_writer.put(changes);
    for (const ChangedReservation &change : changes)
        m_read.erase(change.after.id);
}

void SqlCommandTransaction::put(const UndatedRow &after)
{
    m_writer.put(after);
}

void SqlCommandTransaction::eraseGuest(const ReservationId &id)
{
    eraseGuestBeside(m_connection, m_book.property().id, id);
    putCard(id, {});
}

void SqlCommandTransaction::putCard(const ReservationId &id, const std::string &sealed)
{
    if (sealed.empty())
        Query(m_connection, "DELETE FROM kept_card WHERE reservation = ?", id).post();
    else
        Query(m_connection,
              "INSERT INTO kept_card (reservation, sealed) VALUES (?, ?)"
              " ON CONFLICT (reservation) DO UPDATE SET sealed = excluded.sealed",
              id, sealed)
            .post();
}

void SqlCommandTransaction::addWork(const WorkItem &item, Instant dueAt)
{
    Query(m_connection,
          "INSERT INTO work (kind, property, reservation, subject, refund, due_at) VALUES (?, ?, ?, ?, ?, ?)",
          item.work, item.property, item.reservation, item.subject, item.refund, dueAt)
        .post();
    m_committed.work.insert(item.work);
}

std::uint64_t SqlCommandTransaction::closeChange(Instant at, const CommandId &command)
{
    auto change = std::make_shared<const ChangeSet>(m_writer.close(at, command));
    const std::uint64_t seq = change->seq;
    m_committed.changes.push_back(std::move(change));
    return seq;
}

void SqlCommandTransaction::audit(const protocol::AuditEntry &entry)
{
    writeAudit(m_connection, m_book.property().id, entry);
}

void SqlCommandTransaction::keepAnswer(const Command &command, const DeviceId &device, const Actor &actor,
                                       Instant at, const StoredAnswer &answer)
{
    const auto *applied = std::get_if<protocol::Applied>(&answer.result.outcome);
    const std::string text = protocol::encodeResult(answer.result);
    Query(m_connection,
          "INSERT INTO command (id, property, device, n, hash, type, account, actor, at, seq, answer)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          command.id, answer.property, device, command.n, answer.hash, toString(typeOf(command.args)),
          actor.account, actor.name, at, applied ? std::optional(applied->seq) : std::nullopt, text)
        .post();
}

} // namespace deskbell::server
