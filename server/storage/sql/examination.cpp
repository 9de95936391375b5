#include "server/storage/sql/examination.h"

#include "domain/window.h"
#include "protocol/audit.h"
#include "server/storage/sql/entitytable.h"
#include "server/storage/sql/readerpool.h"
#include "server/storage/sql/sqlcommandtransaction.h"

namespace deskbell::server {

namespace {

constexpr std::uint64_t rowsBetweenQuestions = 128;
constexpr const char *unreadable = "unreadable";

/// Of a night that a unit is held for; sums of them do not depend on their order.
std::uint64_t sumOf(Date night, const Uuid &reservation)
{
    std::uint64_t sum = 0xcbf29ce484222325 ^ static_cast<std::uint64_t>(night.time_since_epoch().count());
    for (const std::uint8_t byte : reservation.bytes)
        sum = (sum ^ byte) * 0x100000001b3;
    return sum ^ sum >> 29;
}

bool isUnreachable(const StorageFailure &failure)
{
    return failure.error().code != "storage-corrupt";
}

} // namespace

std::string_view faultOf(Entity entity, const Uuid &id, std::uint32_t version,
                         const Expected<protocol::Row> &row)
{
    if (!row)
        return unreadable;
    if (protocol::entityOf(*row) != entity)
        return "other-entity";
    if (protocol::idOf(*row) != id)
        return "other-id";
    return protocol::versionOf(*row) == version ? "" : "other-version";
}

Entity entityIn(const Query &query, int column)
{
    if (const auto entity = entityAt(query.integer(column)))
        return *entity;
    throw StorageFailure(StorageFailure::Kind::Transaction,
                         Error{"storage-corrupt", {{"reason", "unknown entity"}}});
}

void requireSound(Entity entity, const Uuid &id, std::uint32_t version, std::string_view text)
{
    const std::string_view fault = faultOf(entity, id, version, protocol::decodeRow(text));
    if (!fault.empty())
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-corrupt",
                                   {{"reason", std::string(protocol::toString(entity)) + ' ' + toString(id) +
                                                   ": " + std::string(fault)}}});
}

void Examination::run()
{
    section("set-up", [this] { setUp(); });
    std::vector<PropertyId> all;
    section("properties", [&] { all = properties(); });
    for (const PropertyId &property : all)
        section("reservations", [&] { reservations(property); });
    section("changes", [this] { changes(); });
    section("answers", [this] { answers(); });
    section("audit", [this] { audit(); });
}

template <typename Look>
void Examination::section(const char *name, Look &&look)
{
    if (m_isOver)
        return;
    try {
        const ReadTransaction oneView(m_connection);
        look();
    } catch (const StorageFailure &failure) {
        if (isUnreachable(failure))
            throw;
        found(name, unreadable);
    }
}

template <typename Visit>
void Examination::eachRow(Query &query, Visit &&visit)
{
    query.stream();
    while (!m_isOver && query.next()) {
        visit();
        if (++m_rows % rowsBetweenQuestions == 0)
            m_isOver = !m_looking.goOn();
    }
}

void Examination::found(std::string where, std::string what)
{
    m_looking.found({Damage::Reach::Row, std::move(where), std::move(what)});
}

std::optional<protocol::Row> Examination::checked(Entity entity, const Uuid &id, std::uint32_t version,
                                                  std::string_view text)
{
    auto row = protocol::decodeRow(text);
    if (const std::string_view fault = faultOf(entity, id, version, row); !fault.empty()) {
        found(std::string(protocol::toString(entity)) + ' ' + toString(id), std::string(fault));
        return std::nullopt;
    }
    return std::move(*row);
}

std::vector<PropertyId> Examination::properties()
{
    std::vector<PropertyId> all;
    Query query(m_connection, "SELECT property FROM property_clock ORDER BY property");
    while (query.next())
        all.push_back({query.uuid(0)});
    return all;
}

void Examination::setUp()
{
    forEachType(UndatedEntities(), [this]<typename Kind>() {
        Query query(m_connection, selectAllRows(entityOf<Kind>()));
        eachRow(query, [&] {
            checked(entityOf<Kind>(), query.uuid(0), query.number<std::uint32_t>(1), query.text(2));
        });
    });
}

void Examination::reservations(const PropertyId &property)
{
    Held held;
    bool isWhole = true;
    {
        Query query(m_connection,
                    "SELECT id, version, row, arrival, departure, reach FROM reservation WHERE property = ?",
                    property);
        eachRow(query, [&] {
            const auto row = checked(entityOf<Reservation>(), query.uuid(0), query.number<std::uint32_t>(1),
                                     query.text(2));
            isWhole = isWhole && row;
            if (!row)
                return;
            const auto &reservation = std::get<Reservation>(*row);
            const Place stored{{query.date(3), query.date(4)}, query.number<Reach>(5)};
            if (stored != placeOf(reservation))
                found("reservation " + toString(reservation.id), "other-dates");
            const Holdings holdings = holdingsOf(reservation);
            for (const Date slot : holdings.slots)
                held.stock[{holdings.offering.value, slot}] += holdings.quantity;
            for (const auto &[unit, nights] : holdings.units) {
                for (Date night = nights.arrival; night < nights.departure; night += Days{1})
                    held.nights[unit.value] += sumOf(night, reservation.id.value);
            }
        });
    }
    if (m_isOver || !isWhole) // what cannot be read holds what nobody knows
        return;
    compareStock(property, held);
    compareNights(property, held);
}

void Examination::compareStock(const PropertyId &property, const Held &held)
{
    auto missing = held.stock;
    Query query(m_connection,
                "SELECT s.offering, s.night, s.taken FROM stock_night s JOIN offering o ON o.id = s.offering"
                " WHERE o.property = ?",
                property);
    eachRow(query, [&] {
        const auto slot = std::pair(query.uuid(0), query.date(1));
        const auto expected = missing.find(slot);
        if ((expected == missing.end() ? 0 : expected->second) != query.integer(2))
            found("stock of offering " + toString(slot.first) + ' ' + deskbell::toString(slot.second),
                  "other-than-held");
        if (expected != missing.end())
            missing.erase(expected);
    });
    for (const auto &[slot, taken] : missing) {
        if (!m_isOver && taken != 0)
            found("stock of offering " + toString(slot.first) + ' ' + deskbell::toString(slot.second),
                  "missing");
    }
}

void Examination::compareNights(const PropertyId &property, const Held &held)
{
    auto differing = held.nights;
    Query query(m_connection,
                "SELECT n.unit, n.night, n.holder FROM unit_night n JOIN unit u ON u.id = n.unit"
                " WHERE u.property = ?",
                property);
    eachRow(query, [&] { differing[query.uuid(0)] -= sumOf(query.date(1), query.uuid(2)); });
    for (const auto &[unit, difference] : differing) {
        if (!m_isOver && difference != 0)
            found("nights of unit " + toString(unit), "other-than-held");
    }
}

void Examination::changes()
{
    Query query(m_connection, "SELECT entity, id, version, row FROM change");
    eachRow(query, [&] {
        if (const auto entity = entityAt(query.integer(0)))
            checked(*entity, query.uuid(1), query.number<std::uint32_t>(2), query.text(3));
        else
            found("change of " + toString(query.uuid(1)), "unknown-entity");
    });
}

void Examination::answers()
{
    Query query(m_connection, "SELECT id, property, hash, answer FROM command");
    eachRow(query, [&] {
        const CommandId id{query.uuid(0)};
        try {
            storedAnswer(id, {query.uuid(1)}, std::string(query.text(2)), query.text(3));
        } catch (const StorageFailure &) {
            found("command " + toString(id), unreadable);
        }
    });
}

void Examination::audit()
{
    Query query(m_connection, "SELECT number, changes FROM audit");
    eachRow(query, [&] {
        if (!protocol::decodeAuditedChanges(query.text(1)))
            found("audit " + std::to_string(query.integer(0)), unreadable);
    });
}

} // namespace deskbell::server
