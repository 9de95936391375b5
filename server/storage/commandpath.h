#pragma once

// The path of a command through the backend: check whether it is known already and whether its
// dependencies allow it, then decide, write, number, and keep the answer, all in one transaction. The
// table of protocol.md ("the same command twice") is here and nowhere else.

#include <vector>

#include "server/storage/commandtransaction.h"

namespace deskbell::server {

class CommandPath
{
public:
    CommandPath(CommandTransaction &transaction, const Actor &actor, Origin origin, Instant now);

    /// In order, one result a command. `hashes` are their protocol::canonicalHash, made beforehand.
    std::vector<protocol::CommandResult> carryOut(const protocol::CommandBatch &batch,
                                                  const std::vector<std::string> &hashes);

private:
    struct AuditedRow
    {
        std::optional<ReservationId> reservation;
        std::vector<AuditedChange> changes;
    };

    /// Below it this actor's numbers on this device are settled.
    std::uint64_t moveMark(const protocol::CommandBatch &batch);
    protocol::Outcome outcomeOf(const Command &command, const std::string &hash, const DeviceId &device);
    /// Sequence number, or why not.
    Expected<std::uint64_t> execute(const Command &command, const DeviceId &device);
    Expected<void> change(const Command &command, const DeviceId &device);
    /// What the domain cannot know: currencies, time zones, and which other properties there are.
    Expected<void> checkOutside(const CommandArgs &args) const;
    Expected<Decision> decided(const CommandArgs &args) const;
    void put(Decision &&decision);
    void put(const UndatedRow &after);
    void put(std::span<const ChangedReservation> changes);
    /// What belongs to a command and is no part of a row.
    void putBeside(const CommandArgs &args);
    /// Over what others have changed since its maker saw the thing that it changes.
    Expected<CommandArgs> rebasedArgs(const Command &command, const DeviceId &device);
    /// Who asks, under the property's rules, about that reservation if any.
    Context context(const Reservation *about = nullptr) const;
    /// An entry for each reservation that the command is about.
    void audit(const Command &command, const DeviceId &device, const protocol::Outcome &outcome);
    std::optional<Reservation> currentOf(const CommandArgs &args);

    CommandTransaction &m_transaction;
    const Actor m_actor;
    const Origin m_origin;
    const Instant m_now;
    std::vector<AuditedRow> m_changes; ///< of the command being carried out
};

} // namespace deskbell::server
