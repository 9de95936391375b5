#include "server/storage/postgres/pgcommandtransaction.h"

#include <algorithm>
#include <unordered_set>

#include "server/storage/postgres/pgstatement.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// Who asks for one slot asks for its neighbours next.
constexpr Days readTogether{31};

} // namespace

int PgCommandTransaction::free(const OfferingId &offering, Date slot) const
{
    return untaken(offering, slot) - keptOn(offering, slot);
}

int PgCommandTransaction::untaken(const OfferingId &offering, Date slot) const
{
    const Offering *known = book().offering(offering);
    if (!known)
        return 0;
    const int capacity = known->capacity;
    if (const auto *seen = m_view.free(offering, slot)) {
        if (!*seen)
            m_view.put(offering, slot, capacity);
        return seen->value_or(capacity);
    }
    Query query(m_pg,
                "SELECT night, free FROM stock_night"
                " WHERE offering = ? AND night >= ? AND night < ?",
                offering, slot, slot + readTogether);
    std::map<Date, int> rows;
    while (query.next())
        rows[query.date(0)] = query.number<int>(1);
    for (Date date = slot; date < slot + readTogether; date += Days{1}) {
        const auto row = rows.find(date);
        if (!m_view.free(offering, date))
            m_view.put(offering, date, row == rows.end() ? capacity : row->second);
    }
    return **m_view.free(offering, slot);
}

std::optional<UnitId> PgCommandTransaction::anyFreeUnit(const OfferingId &offering, const Stay &stay) const
{
    const auto &units = book().unitsOf(offering);
    std::vector<Uuid> ids;
    for (const UnitId &unit : units)
        ids.push_back(unit.value);
    const Date today = property().businessDate;
    // What overstays keep is taken tonight, too.
    PgStatement &taken = m_pg.statement("SELECT unit FROM unit_night"
                                        " WHERE unit = ANY (?1) AND night >= ?2 AND night < ?3 UNION "
                                        "SELECT unit FROM in_house"
                                        " WHERE unit = ANY (?1) AND departure < ?4 AND ?4 >= ?2 AND ?4 < ?3");
    taken.bind(0, ids);
    taken.bind(1, std::int64_t{stay.arrival.time_since_epoch().count()});
    taken.bind(2, std::int64_t{stay.departure.time_since_epoch().count()});
    taken.bind(3, std::int64_t{today.time_since_epoch().count()});
    std::unordered_set<Uuid> isTaken;
    while (taken.next()) {
        Uuid id;
        const auto bytes = taken.blob(0);
        std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
        isTaken.insert(id);
    }
    taken.release();
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const UnitId &unit) { return !isTaken.contains(unit.value); });
    return found == units.end() ? std::nullopt : std::optional(*found);
}

const Reservation *PgCommandTransaction::reservation(const ReservationId &id) const
{
    const auto *seen = m_view.reservation(id);
    if (!seen)
        return SqlCommandTransaction::reservation(id);
    const bool isOurs = *seen && (*seen)->property == property().id;
    return isOurs ? &(*seen)->reservation : nullptr;
}

std::optional<StoredAnswer> PgCommandTransaction::answer(const CommandId &id)
{
    const auto *seen = m_view.command(id);
    if (!seen)
        return SqlCommandTransaction::answer(id);
    if (!*seen)
        return std::nullopt;
    return storedAnswer(id, (*seen)->property, (*seen)->hash, (*seen)->answer);
}

bool PgCommandTransaction::isApplied(const CommandId &id)
{
    const auto *seen = m_view.command(id);
    if (!seen)
        return SqlCommandTransaction::isApplied(id);
    return *seen && (*seen)->isApplied && (*seen)->property == property().id;
}

DeviceMark PgCommandTransaction::mark(const DeviceUser &user)
{
    const auto *seen = m_view.mark(user);
    return seen ? *seen : SqlCommandTransaction::mark(user);
}

void PgCommandTransaction::put(const DeviceUser &user, const DeviceMark &mark)
{
    SqlCommandTransaction::put(user, mark);
    m_view.put(user, mark);
}

std::optional<Error> PgCommandTransaction::attempt(const std::function<void()> &write)
{
    auto error = SqlCommandTransaction::attempt(write);
    if (error)
        m_view.clear();
    return error;
}

void PgCommandTransaction::put(std::span<const ChangedReservation> changes)
{
    SqlCommandTransaction::put(changes);
    for (const ChangedReservation &change : changes)
        m_view.put(property().id, change);
}

void PgCommandTransaction::put(const UndatedRow &after)
{
    SqlCommandTransaction::put(after);
    if (std::holds_alternative<Offering>(after))
        m_view.forgetStock();
}

void PgCommandTransaction::keepAnswer(const Command &command, const DeviceId &device, const Actor &actor,
                                      Instant at, const StoredAnswer &answer)
{
    SqlCommandTransaction::keepAnswer(command, device, actor, at, answer);
    m_view.put(command.id, {answer.property, answer.hash, protocol::encodeResult(answer.result),
                            std::holds_alternative<protocol::Applied>(answer.result.outcome)});
}

} // namespace deskbell::server
