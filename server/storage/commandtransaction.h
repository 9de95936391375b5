#pragma once

// What carrying out a command needs from the database, within the command's transaction. Each
// database implements it; commandpath.h is written once against it. Used on the writer's thread
// only. Calls throw StorageFailure.

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "domain/decide.h"
#include "domain/rebase.h"
#include "protocol/commands.h"
#include "server/storage/changeset.h"
#include "server/storage/operations.h"
#include "server/storage/outbox.h"

namespace deskbell::server {

struct StoredAnswer
{
    PropertyId property{};
    std::string hash;
    protocol::CommandResult result;
};

/// Whose numbers a mark is about: an account's, from one device, at one property.
struct DeviceUser
{
    DeviceId device{};
    AccountId account{};
    PropertyId property{};
    friend auto operator<=>(const DeviceUser &, const DeviceUser &) = default;
};
/// Numbers below have been seen here, and are settled at the desk: never carried out any more.
struct DeviceMark
{
    std::uint64_t seenBelow = 0;
    std::uint64_t settledBelow = 0;
    friend bool operator==(const DeviceMark &, const DeviceMark &) = default;
};

class CommandTransaction : public Availability, public World
{
public:
    /// Of any other kind.
    virtual std::optional<UndatedRow> row(Entity entity, const Uuid &id) = 0;

    /// Whose command made it; none for what was imported.
    virtual std::optional<AccountId> madeBy(const ReservationId &id) = 0;
    /// Another property of the installation is called so, as comparable() of text.h.
    virtual bool isPropertyNamed(std::string_view comparable) = 0;
    /// The states of one thing from that version on, as far back as they are kept; those that `device` made
    /// are its own. Empty when that version is not known any more.
    virtual std::vector<KnownVersion> versionsSince(const Uuid &id, std::uint32_t version,
                                                    const DeviceId &device) = 0;
    virtual std::optional<StoredAnswer> answer(const CommandId &id) = 0;
    virtual bool isApplied(const CommandId &id) = 0;
    virtual DeviceMark mark(const DeviceUser &user) = 0;
    virtual void put(const DeviceUser &user, const DeviceMark &mark) = 0;

    /// Runs `write` under a savepoint; when the database refuses its values, all it wrote is taken back
    /// and the error returned.
    virtual std::optional<Error> attempt(const std::function<void()> &write) = 0;

    /// Writes the reservations with what they hold, together: what one gives up another may take. The
    /// constraint failures are refusals: "unit-taken", "no-stock", "already-exists".
    virtual void put(std::span<const ChangedReservation> changes) = 0;
    /// Of any other kind. A constraint failure is a refusal: "less-than-sold".
    virtual void put(const UndatedRow &after) = 0;
    /// After put(): erases who the guest was wherever else the database has it: in the earlier states, in the
    /// answers to commands, in the audit; and makes the guest's links worthless.
    virtual void eraseGuest(const ReservationId &id) = 0;
    /// What the payment worker charges the guest's card by, sealed. Empty: forgotten.
    virtual void putCard(const ReservationId &id, const std::string &sealed) = 0;
    virtual void addWork(const WorkItem &item, Instant dueAt) = 0;
    /// The last write about the property: takes its next number and keeps what was put since the last
    /// time under it.
    virtual std::uint64_t closeChange(Instant at, const CommandId &command) = 0;
    /// What was done or refused, in the same transaction.
    virtual void audit(const protocol::AuditEntry &entry) = 0;
    virtual void keepAnswer(const Command &command, const DeviceId &device, const Actor &actor, Instant at,
                            const StoredAnswer &answer) = 0;
};

} // namespace deskbell::server
