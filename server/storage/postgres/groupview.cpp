#include "server/storage/postgres/groupview.h"

#include <algorithm>

#include "domain/stock/holdings.h"
#include "protocol/rows.h"
#include "server/storage/postgres/pgstatement.h"
#include "server/storage/sql/changelog.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// A stay that is longer asks for what it needs beyond it.
constexpr int nightsAhead = 64;

template <typename Key, typename Value>
Value *found(std::unordered_map<Key, Value> &map, const Key &key)
{
    const auto place = map.find(key);
    return place == map.end() ? nullptr : &place->second;
}

Uuid uuidIn(const PgStatement &row, int column)
{
    Uuid id;
    if (const auto bytes = row.blob(column); bytes.size() == id.bytes.size())
        std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

void keepEachOnce(std::vector<Uuid> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// Asks at once and waits when it is read; free again at the end.
class Asked
{
public:
    template <typename... Values>
    Asked(PgConnection &connection, const char *sql, const Values &...values)
        : m_statement(connection.statement(sql))
    {
        int parameter = 0;
        (m_statement.bind(parameter++, values), ...);
        m_statement.ask();
    }
    ~Asked() { m_statement.release(); }
    Asked(const Asked &) = delete;
    Asked &operator=(const Asked &) = delete;
    PgStatement &operator*() { return m_statement; }

private:
    PgStatement &m_statement;
};

} // namespace

struct GroupView::Wanted
{
    std::vector<Uuid> properties, commands, reservations, devices;
    std::vector<DeviceUser> users;
    std::vector<Uuid> offerings; ///< beside `nights`, one each
    std::vector<std::int64_t> nights;

    explicit Wanted(std::span<const GroupWriter::Job> jobs)
    {
        for (const auto &job : jobs) {
            if (job.property)
                properties.push_back(job.property->value);
            if (job.request) {
                users.push_back(
                    {job.request->batch.device, job.request->actor.account, job.request->property});
                add(job.request->batch);
            }
        }
        for (auto *ids : {&properties, &commands, &reservations, &devices})
            keepEachOnce(*ids);
    }

private:
    void add(const protocol::CommandBatch &batch)
    {
        devices.push_back(batch.device.value);
        for (const Command &command : batch.commands) {
            commands.push_back(command.id.value);
            for (const CommandId &dep : command.deps)
                commands.push_back(dep.value);
            for (const ReservationId &id : reservationsOf(command.args))
                reservations.push_back(id.value);
            if (const auto *make = std::get_if<MakeReservation>(&command.args))
                addStock(*make);
        }
    }
    void addStock(const MakeReservation &make)
    {
        const int nightCount = std::clamp(make.stay.nights(), 1, nightsAhead);
        for (int night = 0; night < nightCount; ++night) {
            offerings.push_back(make.offering.value);
            nights.push_back((make.stay.arrival + Days{night}).time_since_epoch().count());
        }
    }
};

void GroupView::fetch(PgConnection &connection, Books &books, std::span<const GroupWriter::Job> jobs)
{
    clear();
    const Wanted wanted(jobs);
    // The locks first: what is read after them cannot change any more.
    Asked clocks(connection,
                 "SELECT property, seq, lowest FROM property_clock WHERE property = ANY (?)"
                 " ORDER BY property FOR UPDATE",
                 wanted.properties);
    Asked commands(connection, "SELECT id, property, hash, answer, seq FROM command WHERE id = ANY (?)",
                   wanted.commands);
    Asked reservations(connection, "SELECT id, property, row FROM reservation WHERE id = ANY (?)",
                       wanted.reservations);
    Asked marks(connection,
                "SELECT device, account, property, seen_below, settled_below FROM device_mark"
                " WHERE device = ANY (?)",
                wanted.devices);
    Asked stock(connection,
                "SELECT offering, night, free FROM stock_night"
                " WHERE (offering, night) IN (SELECT * FROM unnest(?, ?))",
                wanted.offerings, wanted.nights);
    struct Clocked
    {
        PropertyId property;
        std::uint64_t seq, lowest;
    };
    std::vector<Clocked> found;
    while ((*clocks).next())
        found.push_back({{uuidIn(*clocks, 0)},
                         static_cast<std::uint64_t>((*clocks).integer(1)),
                         static_cast<std::uint64_t>((*clocks).integer(2))});
    readCommands(*commands, wanted.commands);
    readReservations(*reservations, wanted.reservations);
    readMarks(*marks, wanted.users);
    readStock(*stock, wanted);
    for (const Clocked &clock : found)
        bringUpToDate(connection, books, clock.property, clock.seq, clock.lowest);
}

void GroupView::bringUpToDate(PgConnection &connection, Books &books, const PropertyId &property,
                              std::uint64_t seq, std::uint64_t lowest)
{
    PropertyBook *book = books.remembered(property);
    if (book && book->clock() != seq) {
        // Another process was here. What it set up is in its changes.
        if (!book->clock() || *book->clock() < lowest)
            books.forget(property);
        else
            applySetUp(connection, *book, *book->clock(), seq);
    }
    book = books.of(connection, property);
    if (!book)
        return;
    book->setClock(seq);
    m_clocks[property] = seq;
}

void GroupView::writeClocks(Connection &connection, Books &books) const
{
    for (const auto &[property, seq] : m_clocks) {
        const PropertyBook *book = books.remembered(property);
        if (book && book->clock() && *book->clock() != seq)
            Query(connection, "UPDATE property_clock SET seq = ? WHERE property = ?", *book->clock(),
                  property)
                .post();
    }
}

void GroupView::clear()
{
    m_clocks.clear();
    m_commands.clear();
    m_reservations.clear();
    m_marks.clear();
    m_free.clear();
}

std::optional<GroupView::StoredCommand> *GroupView::command(const CommandId &id)
{
    return found(m_commands, id);
}

std::optional<GroupView::StoredReservation> *GroupView::reservation(const ReservationId &id)
{
    return found(m_reservations, id);
}

const DeviceMark *GroupView::mark(const DeviceUser &user) const
{
    const auto place = m_marks.find(user);
    return place == m_marks.end() ? nullptr : &place->second;
}

std::optional<int> *GroupView::free(const OfferingId &offering, Date slot)
{
    const auto place = m_free.find({offering, slot});
    return place == m_free.end() ? nullptr : &place->second;
}

void GroupView::put(const PropertyId &property, const ChangedReservation &change)
{
    const auto &[before, after] = change;
    const auto move = [this](const Holdings &holdings, int sign) {
        for (const Date slot : holdings.slots) {
            const auto place = m_free.find({holdings.offering, slot});
            if (place != m_free.end() && place->second)
                *place->second += sign * holdings.quantity;
            else if (place != m_free.end())
                m_free.erase(place); // it has a row now
        }
    };
    const Holdings held = before ? holdingsOf(*before) : Holdings{};
    const Holdings holds = holdingsOf(after);
    if (held != holds) {
        move(held, 1);
        move(holds, -1);
    }
    m_reservations[after.id] = StoredReservation{property, after};
}

void GroupView::readCommands(PgStatement &rows, const std::vector<Uuid> &wanted)
{
    for (const Uuid &id : wanted)
        m_commands[{id}] = std::nullopt;
    while (rows.next())
        m_commands[{uuidIn(rows, 0)}] = StoredCommand{
            {uuidIn(rows, 1)}, std::string(rows.text(2)), std::string(rows.text(3)), !rows.isNull(4)};
}

void GroupView::readReservations(PgStatement &rows, const std::vector<Uuid> &wanted)
{
    for (const Uuid &id : wanted)
        m_reservations[{id}] = std::nullopt;
    while (rows.next()) {
        const ReservationId id{uuidIn(rows, 0)};
        auto reservation = protocol::decodeReservation(rows.text(2));
        if (!reservation)
            throw StorageFailure(StorageFailure::Kind::Transaction,
                                 Error{"storage-corrupt", {{"reason", "reservation " + toString(id)}}});
        m_reservations[id] = StoredReservation{{uuidIn(rows, 1)}, std::move(*reservation)};
    }
}

void GroupView::readMarks(PgStatement &rows, const std::vector<DeviceUser> &wanted)
{
    for (const DeviceUser &user : wanted)
        m_marks[user] = {};
    while (rows.next()) {
        const DeviceUser user{{uuidIn(rows, 0)}, {uuidIn(rows, 1)}, {uuidIn(rows, 2)}};
        // Of another property it is not locked here.
        if (const auto place = m_marks.find(user); place != m_marks.end())
            place->second = {static_cast<std::uint64_t>(rows.integer(3)),
                             static_cast<std::uint64_t>(rows.integer(4))};
    }
}

void GroupView::readStock(PgStatement &rows, const Wanted &wanted)
{
    for (std::size_t i = 0; i < wanted.nights.size(); ++i)
        m_free[{{wanted.offerings[i]}, Date(Days(wanted.nights[i]))}] = std::nullopt;
    while (rows.next())
        m_free[{{uuidIn(rows, 0)}, Date(Days(rows.integer(1)))}] = static_cast<int>(rows.integer(2));
}

} // namespace deskbell::server
