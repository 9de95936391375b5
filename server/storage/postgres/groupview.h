#pragma once

// What the commands of one group ask about, fetched in one trip when the group begins and kept up to date
// by what they write, so that deciding needs no further trips. Whatever is not in it is asked for when it
// is needed. Good while the group's transaction holds the clocks of its properties: nobody else changes
// anything of theirs meanwhile. Belongs to the writer's thread.

#include <map>
#include <optional>
#include <span>
#include <unordered_map>

#include "server/storage/commandtransaction.h"
#include "server/storage/postgres/pgconnection.h"
#include "server/storage/sql/groupwriter.h"
#include "server/storage/sql/propertybook.h"

namespace deskbell::server {

class GroupView
{
public:
    struct StoredCommand
    {
        PropertyId property{};
        std::string hash;
        std::string answer; ///< protocol::encodeResult
        bool isApplied = false;
    };
    struct StoredReservation
    {
        PropertyId property{};
        Reservation reservation;
    };

    /// Locks the clocks of the jobs' properties, brings the books up to date and fetches what the
    /// commands need. Throws StorageFailure.
    void fetch(PgConnection &connection, Books &books, std::span<const GroupWriter::Job> jobs);
    /// The numbers that were taken, once a group: a row that is written again and again in one
    /// transaction grows slow.
    void writeClocks(Connection &connection, Books &books) const;
    void clear();

    // Null when it is not known here; what is known not to be is an empty optional.
    std::optional<StoredCommand> *command(const CommandId &id);
    std::optional<StoredReservation> *reservation(const ReservationId &id);
    const DeviceMark *mark(const DeviceUser &user) const;
    /// What is free of an offering in a slot; none when no row says so.
    std::optional<int> *free(const OfferingId &offering, Date slot);

    void put(const CommandId &id, StoredCommand command) { m_commands[id] = std::move(command); }
    void put(const PropertyId &property, const ChangedReservation &change);
    void put(const DeviceUser &user, const DeviceMark &mark) { m_marks[user] = mark; }
    void put(const OfferingId &offering, Date slot, std::optional<int> free)
    {
        m_free[{offering, slot}] = free;
    }
    void forgetStock() { m_free.clear(); }

private:
    struct Wanted;

    void bringUpToDate(PgConnection &connection, Books &books, const PropertyId &property, std::uint64_t seq,
                       std::uint64_t lowest);
    void readCommands(PgStatement &rows, const std::vector<Uuid> &wanted);
    void readReservations(PgStatement &rows, const std::vector<Uuid> &wanted);
    void readMarks(PgStatement &rows, const std::vector<DeviceUser> &wanted);
    void readStock(PgStatement &rows, const Wanted &wanted);

    std::map<PropertyId, std::uint64_t> m_clocks; ///< as they were locked
    std::unordered_map<CommandId, std::optional<StoredCommand>> m_commands;
    std::unordered_map<ReservationId, std::optional<StoredReservation>> m_reservations;
    std::map<DeviceUser, DeviceMark> m_marks;
    std::map<std::pair<OfferingId, Date>, std::optional<int>> m_free;
};

} // namespace deskbell::server
