#include "server/storage/sql/guestdata.h"

#include "domain/guestmatch.h"
#include "domain/refusal.h"
#include "protocol/commands.h"
#include "protocol/rows.h"
#include "server/storage/sql/audittable.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/sqlcommandtransaction.h"
#include "server/storage/sql/viewtable.h"

namespace deskbell::server {
namespace {

StorageFailure corrupt(const char *what, const ReservationId &id)
{
    return StorageFailure(StorageFailure::Kind::Transaction,
                          Error{"storage-corrupt", {{"reason", std::string(what) + ' ' + toString(id)}}});
}

Reservation decoded(std::string_view row, const ReservationId &id)
{
    auto reservation = protocol::decodeReservation(row);
    if (!reservation)
        throw corrupt("reservation", id);
    return std::move(*reservation);
}

void eraseFromChanges(Connection &connection, const PropertyId &property, const ReservationId &id)
{
    struct Change
    {
        std::uint64_t seq;
        std::int64_t ordinal;
        std::string row;
        std::optional<std::string> before;
    };
    std::vector<Change> erased;
    const auto without = [&](std::string_view row) {
        return protocol::encodeRow(withoutGuest(decoded(row, id)));
    };
    {
        Query query(connection, "SELECT seq, ordinal, row, before FROM change WHERE id = ? AND property = ?",
                    id, property);
        while (query.next())
            erased.push_back({query.number<std::uint64_t>(0), query.integer(1), without(query.text(2)),
                              query.isNull(3) ? std::nullopt : std::optional(without(query.text(3)))});
    }
    for (const Change &change : erased)
        Query(connection,
              "UPDATE change SET row = ?, before = ? WHERE property = ? AND seq = ? AND ordinal = ?",
              change.row, change.before, property, change.seq, change.ordinal)
            .post();
}

/// A refusal shows the reservation as it was.
void eraseFromAnswers(Connection &connection, const PropertyId &property, const ReservationId &id)
{
    std::vector<std::pair<CommandId, std::string>> erased;
    {
        Query query(
            connection,
            "SELECT id, hash, answer FROM command WHERE property = ? AND seq IS NULL AND answer LIKE ?",
            property, '%' + toString(id) + '%');
        while (query.next()) {
            const CommandId command{query.uuid(0)};
            StoredAnswer answer = storedAnswer(command, property, std::string(query.text(1)), query.text(2));
            auto *refused = std::get_if<protocol::Refused>(&answer.result.outcome);
            if (!refused || !refused->current || refused->current->id != id)
                continue;
            refused->current = withoutGuest(std::move(*refused->current));
            erased.emplace_back(command, protocol::encodeResult(answer.result));
        }
    }
    for (const auto &[command, answer] : erased)
        Query(connection, "UPDATE command SET answer = ? WHERE id = ?", answer, command).post();
}

/// Of a guest who is alike, by arrival.
std::vector<protocol::GuestStay> staysLike(Connection &connection, const PropertyId &property,
                                           const Reservation &asked)
{
    const GuestMatch match(asked.guest);
    std::vector<protocol::GuestStay> found;
    Query query(connection, "SELECT id, row FROM reservation WHERE property = ? ORDER BY arrival, number",
                property);
    query.stream();
    while (query.next()) {
        const ReservationId id{query.uuid(0)};
        const auto other = protocol::decodeGuestOf(query.text(1));
        if (!other)
            throw corrupt("reservation", id);
        const GuestLikeness likeness = match.with(*other);
        if (id != asked.id && !likeness.isAny())
            continue;
        protocol::GuestStay &stay = found.emplace_back();
        stay.reservation = decoded(query.text(1), id);
        stay.isSure = id == asked.id || likeness.isSure();
    }
    return found;
}

/// More entries about one reservation than anybody makes.
constexpr std::size_t allEntries = 10'000;

} // namespace

protocol::GuestData readGuestData(Connection &connection, const PropertyId &property, const ReservationId &id)
{
    protocol::GuestData data;
    data.property = readHouse(connection, property).property.name;
    const auto asked = readReservation(connection, property, id);
    if (!asked)
        throw StorageFailure(
            StorageFailure::Kind::Transaction,
            Error{std::string(refusal::unknownReservation), {{"reservation", toString(id)}}});
    data.stays = staysLike(connection, property, *asked);
    NameReader names(connection);
    for (protocol::GuestStay &stay : data.stays) {
        if (const auto named = names.named(property, stay.reservation.id)) {
            stay.offering = named->offering;
            stay.unit = named->unit;
        }
        AuditFilter about;
        about.reservation = stay.reservation.id;
        about.limit = allEntries;
        stay.audit = readAudit(connection, property, about).entries;
    }
    return data;
}

std::vector<ReservationId> readGuestsBefore(Connection &connection, const PropertyId &property,
                                            Date departure, std::size_t limit)
{
    Query query(connection,
                "SELECT id FROM reservation WHERE property = ? AND departure < ? AND reach = 0"
                " AND row NOT LIKE '%\"guest\":{\"name\":\"\",%' ORDER BY departure LIMIT ?",
                property, departure, static_cast<std::int64_t>(limit));
    std::vector<ReservationId> found;
    while (query.next())
        found.push_back(ReservationId{query.uuid(0)});
    return found;
}

void eraseGuestBeside(Connection &connection, const PropertyId &property, const ReservationId &id)
{
    eraseFromChanges(connection, property, id);
    eraseFromAnswers(connection, property, id);
    // Made again from what is left.
    Query(connection, "DELETE FROM reservation_list WHERE reservation = ?", id).post();
    Query(connection, "DELETE FROM management_list WHERE reservation = ?", id).post();
    Query(connection, "UPDATE audit SET address = '' WHERE reservation = ? AND role = ?", id,
          toString(Role::Guest))
        .post();
    raiseGeneration(connection, id);
}

} // namespace deskbell::server
