#pragma once

// Where the backend keeps its state, all of it. One Storage per process, made by main(); safe to call
// from any thread unless said otherwise. Writing calls are queued for one writer that groups them;
// each is durable and whole when its answer comes, and a failing one takes no other down.
//
// Errors of every call: "storage-full", "storage-read-only", "storage-corrupt", "storage-busy",
// "storage-away" (the database's server; fact: reason), "storage-failed" (fact: reason), "storage-stopped";
// nothing has been changed then. Only after "storage-unknown" it may have been: the answer to the commit
// was lost, and the database is not there to be asked. Further ones are named at the calls.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/role.h"
#include "protocol/changes.h"
#include "protocol/commands.h"
#include "protocol/guestdata.h"
#include "protocol/session.h"
#include "server/storage/accounts.h"
#include "server/storage/changeset.h"
#include "server/storage/damage.h"
#include "server/storage/history.h"
#include "server/storage/operations.h"
#include "server/storage/outbox.h"
#include "server/storage/views.h"

namespace deskbell::server {

/// Told of what has been committed, on the writer's thread: return at once, call no Storage.
class StorageListener
{
public:
    virtual ~StorageListener() = default;
    /// In order of seq, without gaps, for each property.
    virtual void committed(std::shared_ptr<const ChangeSet> change) = 0;
    /// There may be new work of this kind for the workers.
    virtual void workAdded(Work work) = 0;
    /// For figures: what a batch was answered, and how many writes went into one durable commit.
    virtual void answered(const protocol::CommandBatch &, const std::vector<protocol::CommandResult> &) {}
    virtual void grouped(std::size_t /*writes*/, std::chrono::microseconds /*took*/) {}
    /// The database turned out to be another than it was when desks were told of it: everything they have of
    /// it is to be read anew. Not on the writer's thread.
    virtual void historyChanged(const History &) {}
};

/// A desk's batch, or a worker's own command. Who asks is the session's account, whatever the
/// command itself says.
struct CommandRequest
{
    PropertyId property{};
    Actor actor;
    protocol::CommandBatch batch;
    /// A worker's: its commands are carried out only while it holds this item (else the whole request
    /// is "claim-lost"), and the item is settled or put off in the same transaction as the last of them.
    std::optional<Claim> claim;
    Origin origin{};
    /// A guest's: a turn of each is taken first, and when one has none left nothing else is done. The error
    /// of the whole is "too-many-requests" then (fact: waitMs).
    std::vector<Turns> turns{};
};
/// One result a command, in their order. Called on the writer's thread after the durable commit.
using CommandsDone = std::function<void(Expected<std::vector<protocol::CommandResult>>)>;

/// One consistent view of a property, line by line. Holds a reader of the storage until destroyed;
/// one thread at a time.
class SnapshotReader
{
public:
    virtual ~SnapshotReader() = default;
    /// The next lines (NDJSON, some 64 KiB), the last ending in SnapshotEnd; empty when all is read.
    virtual Expected<std::string> next() = 0;
    /// About how many rows it will be, for who shows how far it has come. The end has the count.
    virtual Expected<std::uint64_t> expectedRows() = 0;
};

/// What an importer's rows mean to the desks.
enum class Loading {
    Begin, ///< the property's history begins here: older cursors are gone, desks read a snapshot
    Add,   ///< changes like any others
};

struct LoadResult
{
    std::uint64_t seq = 0; ///< the clock after it
    std::size_t added = 0;
    std::size_t alreadyThere = 0; ///< rows whose id was known: left as they are
};

class Storage
{
public:
    virtual ~Storage() = default;

    // What is there
    virtual Expected<Uuid> epoch() = 0;
    virtual Expected<History> history() = 0;
    virtual Expected<std::vector<protocol::PropertyRef>> properties() = 0;
    virtual Expected<std::optional<Reservation>> reservation(const PropertyId &, const ReservationId &) = 0;
    /// The clock of a property. Error: "unknown-property".
    virtual Expected<std::uint64_t> seq(const PropertyId &) = 0;
    /// The numbers of a property's changes that can still be told. Error: "unknown-property".
    virtual Expected<protocol::KeptChanges> keptChanges(const PropertyId &) = 0;
    /// Can it read and write just now? For /readyz.
    virtual Expected<void> ready() = 0;
    /// Looks all of it over for damage, beside everything else. Long: on a thread of its own.
    virtual Expected<void> examine(const Looking &) = 0;

    // What desks read
    /// Errors: "unknown-property", "storage-busy" (too many snapshots at once).
    virtual Expected<std::unique_ptr<SnapshotReader>> snapshot(const PropertyId &, const Window &) = 0;
    /// The body of GET …/changes: up to `limit` whole transactions after the cursor. Errors:
    /// "unknown-property", "cursor-gone" (another epoch, or older than what is kept; facts: lowest).
    virtual Expected<std::string> changes(const protocol::Cursor &after, std::size_t limit) = 0;
    /// Whether a desk may go on from this cursor. A cursor of ours that is not of our history, here or with
    /// changes(), shows that the database was put back to an older day: a new epoch begins.
    virtual Expected<bool> vouchesFor(const protocol::Cursor &) = 0;

    // Commands
    /// Carries the batch out in order, each command by itself; `done` is called exactly once. Error of
    /// the whole: "unknown-property", "claim-lost", "too-many-requests", "storage-…".
    virtual void submit(CommandRequest request, CommandsDone done) = 0;
    /// The stored answer, or NotKnown.
    virtual Expected<protocol::CommandResult> receipt(const PropertyId &, const CommandId &) = 0;

    // Work that follows
    /// Up to `limit` items due at `now`, leased until now + lease. Those of one subject come in the order
    /// they were made, one at a time, whatever their kind. Waits and leases that are longer than any come
    /// from a clock that was wrong, and are over.
    virtual Expected<std::vector<WorkItem>> takeWork(Work, Instant now, std::chrono::milliseconds lease,
                                                     std::size_t limit) = 0;
    /// Settles or puts off an item without a command. False when another has it by now.
    virtual Expected<bool> finishWork(const Claim &) = 0;
    virtual Expected<std::vector<Backlog>> backlog() = 0;
    /// The next work of this payment, if there is any.
    virtual Expected<std::optional<WorkItem>> workOf(const PaymentId &) = 0;
    /// Work of this payment that waits for its time is due now. False when there is none.
    virtual Expected<bool> hurryWork(const PaymentId &, Instant now) = 0;

    // Looking after it
    virtual Expected<protocol::AuditPage> audit(const PropertyId &, const AuditFilter &) = 0;
    /// Of what is no command: entered at each of the properties.
    virtual Expected<void> addToAudit(const std::vector<PropertyId> &, const protocol::AuditEntry &) = 0;
    /// An entry that belongs to no command. Does not wait; lost when it cannot be written.
    virtual void noteInAudit(const PropertyId &, protocol::AuditEntry) = 0;
    virtual Expected<void> report(const std::vector<RoleReport> &) = 0;
    virtual Expected<std::vector<RoleReport>> reports() = 0;
    /// The process ends: nobody waits to hear of it again.
    virtual Expected<void> signOff(const std::string &process) = 0;
    /// Replaces one of the same day.
    virtual Expected<void> keepReconciliation(const PropertyId &, Date day, Instant at,
                                              const std::string &report) = 0;
    virtual Expected<std::optional<std::string>> reconciliation(const PropertyId &, Date day) = 0;
    /// Of the latest day that has one made until now.
    virtual Expected<std::optional<std::string>> lastReconciliation(const PropertyId &, Instant now) = 0;

    // Setting up
    /// Rows from an importer, in any order, in one transaction of the property with one number (none when all
    /// are there already). An unknown property must come with its Property row. Errors: "unknown-property",
    /// "bad-load" (facts: entity, id, reason), and nothing is kept.
    virtual Expected<LoadResult> load(const PropertyId &, std::vector<protocol::Row> rows, Loading how) = 0;
    /// Added, or replaced when the id is known. Error: "user-taken".
    virtual Expected<void> putAccount(const Account &) = 0;
    /// With its sessions and the desks it is known at. What it did stays told of, under its name.
    virtual Expected<void> removeAccount(const AccountId &) = 0;
    /// A secret of this installation: `candidate` is kept if there is none of that name yet.
    virtual Expected<std::string> secret(const std::string &name, const std::string &candidate) = 0;

    // What guests and managers look at
    /// Error: "unknown-property".
    virtual Expected<House> house(const PropertyId &) = 0;
    /// What is left in the nights of [from, to) and in offerings with one slot only, where it is not all.
    virtual Expected<std::vector<SlotStock>> stock(const PropertyId &, Date from, Date to) = 0;
    virtual Expected<std::optional<NamedReservation>> named(const PropertyId &, const ReservationId &) = 0;
    /// What each of the work is about, in their order, all as they are at one moment.
    virtual Expected<std::vector<std::optional<NamedReservation>>> named(std::span<const WorkItem>) = 0;
    /// Keeps the views that are not older than those there, and settles the work that made them unless
    /// another has it by now.
    virtual Expected<void> keepViews(const std::vector<Projection> &) = 0;
    /// Of any property: a guest's link names the reservation alone.
    virtual Expected<std::optional<GuestRecord>> guestRecord(const ReservationId &) = 0;
    /// What the payment worker charges the card by that the guest left; nothing when there is none.
    virtual Expected<std::optional<std::string>> keptCard(const ReservationId &) = 0;
    /// Since when a change of the property is not in the views yet; nothing when all are.
    virtual Expected<std::optional<Instant>> unprojectedSince(const PropertyId &) = 0;
    /// By arrival. Error: "unknown-property".
    virtual Expected<std::vector<ManagementRow>> management(const PropertyId &, const ManagementWish &) = 0;
    /// All that is kept about the guest of a reservation, as far as their contact data or name tell that they
    /// are one. Reads all of the property's reservations. Errors: "unknown-property", "unknown-reservation".
    virtual Expected<protocol::GuestData> guestData(const PropertyId &, const ReservationId &) = 0;
    /// Reservations that were over and settled before that date and still say who the guest was.
    virtual Expected<std::vector<ReservationId>> guestsBefore(const PropertyId &, Date departure,
                                                              std::size_t limit) = 0;
    /// Makes all links of a reservation worthless that were made so far.
    virtual Expected<std::uint16_t> revokeGuestLinks(const ReservationId &) = 0;

    // Signing in
    /// As it was stored, or in Unicode's composed form: keyboards differ in how they type a letter.
    virtual Expected<std::optional<Account>> accountOf(const std::string &user) = 0;
    virtual Expected<std::optional<Account>> account(const AccountId &) = 0;
    /// By user.
    virtual Expected<std::vector<Account>> accounts() = 0;
    /// Binds the session's device to its account at the first sign-in. Error: "device-taken" (it is
    /// somebody else's, or shows an older key than the device that went on; docs/adr/0165).
    virtual Expected<void> openSession(const Session &, const TokenHash &refresh,
                                       const std::optional<DeviceProof> &) = 0;
    /// Exchanges a refresh token; the session goes on under the claimed device. Errors: "refresh-refused"
    /// (unknown, expired, or the session is closed); "refresh-reused" (spent, and what it was exchanged for
    /// has been used or is void, so that two hold it: the session is closed now; facts: session, account,
    /// device); "device-taken".
    virtual Expected<Session> renewSession(const TokenHash &presented, const TokenHash &next, Instant now,
                                           Instant expiresAt, const std::optional<DeviceClaim> &) = 0;
    /// None when it was closed or has expired.
    virtual Expected<std::optional<Session>> session(const Uuid &id, Instant now) = 0;
    /// Closes it with all its tokens; fine when there is none.
    virtual Expected<void> closeSession(const Uuid &id) = 0;
    /// All but one of them, if one is named.
    virtual Expected<void> closeSessionsOf(const AccountId &, const std::optional<Uuid> &kept = {}) = 0;
    /// Those that have not expired, of one account or of all, the last heard of first.
    virtual Expected<std::vector<HeldSession>> sessions(const std::optional<AccountId> &, Instant now) = 0;
    /// A new password, and the end of all other sessions of the account.
    virtual Expected<void> changePassword(const AccountId &, const std::string &hash, const Uuid &kept) = 0;
    /// The last seen first.
    virtual Expected<std::vector<KnownDesk>> knownDesks(std::size_t most) = 0;

    /// Takes one turn of each, up to the first that has none left: how long to wait for that one.
    virtual Expected<std::optional<std::chrono::milliseconds>> takeTurns(const std::vector<Turns> &,
                                                                         Instant now) = 0;
    /// All turns of this key are there again.
    virtual Expected<void> giveTurnsBack(const TokenHash &key) = 0;

    /// Drops answers older than 90 days, changes older than `keepChanges`, sessions that have expired, desks
    /// where nobody has signed in for so long, what processes said more than an hour ago. The audit and the
    /// reconciliations stay. By a time that follows the clock by a day at most for each call, so that a clock
    /// that is wrong for a while drops nothing.
    virtual Expected<void> prune(Instant now, Days keepChanges) = 0;
};

/// Answers to commands are kept so long.
inline constexpr Days keepAnswers{90};
inline constexpr std::chrono::hours keepReports{1};
inline constexpr Days keepKnownDesks{400};

} // namespace deskbell::server
