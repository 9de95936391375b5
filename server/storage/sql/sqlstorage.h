#pragma once

// Storage over the Connection port: what is alike on every database, which is nearly all. Writing goes
// through the group writer, reading through a pool of readers. A Database says what is not alike.

#include <atomic>

#include "server/storage/sql/database.h"
#include "server/storage/sql/groupwriter.h"
#include "server/storage/sql/propertybook.h"
#include "server/storage/sql/readerpool.h"
#include "server/storage/sql/sqlcommandtransaction.h"
#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

struct SqlLimits
{
    GroupWriter::Limits writer;
    std::size_t readers = 4; ///< snapshots and pages read at once
};

class SqlStorage : public Storage
{
public:
    /// The database's schema is up to date. `listener` may be null. Throws StorageFailure.
    SqlStorage(std::unique_ptr<Database> database, const SqlLimits &limits, const History &history,
               Surroundings surroundings, StorageListener *listener);

    Expected<Uuid> epoch() override;
    Expected<History> history() override;
    Expected<std::vector<protocol::PropertyRef>> properties() override;
    Expected<std::optional<Reservation>> reservation(const PropertyId &property,
                                                     const ReservationId &id) override;
    Expected<std::uint64_t> seq(const PropertyId &property) override;
    Expected<protocol::KeptChanges> keptChanges(const PropertyId &property) override;
    Expected<void> ready() override;
    Expected<void> examine(const Looking &looking) override;
    Expected<std::unique_ptr<SnapshotReader>> snapshot(const PropertyId &property,
                                                       const Window &window) override;
    Expected<std::string> changes(const protocol::Cursor &after, std::size_t limit) override;
    Expected<bool> vouchesFor(const protocol::Cursor &cursor) override;
    void submit(CommandRequest request, CommandsDone done) override;
    Expected<protocol::CommandResult> receipt(const PropertyId &property, const CommandId &id) override;
    Expected<std::vector<WorkItem>> takeWork(Work work, Instant now, std::chrono::milliseconds lease,
                                             std::size_t limit) override;
    Expected<bool> finishWork(const Claim &claim) override;
    Expected<std::vector<Backlog>> backlog() override;
    Expected<std::optional<WorkItem>> workOf(const PaymentId &payment) override;
    Expected<bool> hurryWork(const PaymentId &payment, Instant now) override;
    Expected<protocol::AuditPage> audit(const PropertyId &property, const AuditFilter &filter) override;
    Expected<void> addToAudit(const std::vector<PropertyId> &properties,
                              const protocol::AuditEntry &entry) override;
    void noteInAudit(const PropertyId &property, protocol::AuditEntry entry) override;
    Expected<void> report(const std::vector<RoleReport> &reports) override;
    Expected<std::vector<RoleReport>> reports() override;
    Expected<void> signOff(const std::string &process) override;
    Expected<void> keepReconciliation(const PropertyId &property, Date day, Instant at,
                                      const std::string &report) override;
    Expected<std::optional<std::string>> reconciliation(const PropertyId &property, Date day) override;
    Expected<std::optional<std::string>> lastReconciliation(const PropertyId &property, Instant now) override;
    Expected<LoadResult> load(const PropertyId &property, std::vector<protocol::Row> rows,
                              Loading how) override;
    Expected<House> house(const PropertyId &property) override;
    Expected<std::vector<SlotStock>> stock(const PropertyId &property, Date from, Date to) override;
    Expected<std::optional<NamedReservation>> named(const PropertyId &property,
                                                    const ReservationId &id) override;
    Expected<std::vector<std::optional<NamedReservation>>> named(std::span<const WorkItem> items) override;
    Expected<void> keepViews(const std::vector<Projection> &projections) override;
    Expected<std::optional<GuestRecord>> guestRecord(const ReservationId &id) override;
    Expected<std::optional<std::string>> keptCard(const ReservationId &id) override;
    Expected<std::optional<Instant>> unprojectedSince(const PropertyId &property) override;
    Expected<std::vector<ManagementRow>> management(const PropertyId &property,
                                                    const ManagementWish &wish) override;
    Expected<protocol::GuestData> guestData(const PropertyId &property, const ReservationId &id) override;
    Expected<std::vector<ReservationId>> guestsBefore(const PropertyId &property, Date departure,
                                                      std::size_t limit) override;
    Expected<std::uint16_t> revokeGuestLinks(const ReservationId &id) override;
    Expected<void> putAccount(const Account &account) override;
    Expected<void> removeAccount(const AccountId &account) override;
    Expected<std::string> secret(const std::string &name, const std::string &candidate) override;
    Expected<std::optional<Account>> accountOf(const std::string &user) override;
    Expected<std::optional<Account>> account(const AccountId &id) override;
    Expected<std::vector<Account>> accounts() override;
    Expected<void> openSession(const Session &session, const TokenHash &refresh,
                               const std::optional<DeviceProof> &proof) override;
    Expected<Session> renewSession(const TokenHash &presented, const TokenHash &next, Instant now,
                                   Instant expiresAt, const std::optional<DeviceClaim> &claim) override;
    Expected<std::optional<Session>> session(const Uuid &id, Instant now) override;
    Expected<void> closeSession(const Uuid &id) override;
    Expected<void> closeSessionsOf(const AccountId &account, const std::optional<Uuid> &kept) override;
    Expected<std::vector<HeldSession>> sessions(const std::optional<AccountId> &account,
                                                Instant now) override;
    Expected<void> changePassword(const AccountId &account, const std::string &hash,
                                  const Uuid &kept) override;
    Expected<std::vector<KnownDesk>> knownDesks(std::size_t most) override;
    Expected<std::optional<std::chrono::milliseconds>> takeTurns(const std::vector<Turns> &turns,
                                                                 Instant now) override;
    Expected<void> giveTurnsBack(const TokenHash &key) override;
    Expected<void> prune(Instant now, Days keepChanges) override;

private:
    template <typename Read>
    auto read(Read &&read) -> Expected<decltype(read(std::declval<Connection &>()))>
    {
        try {
            auto lease = m_readers->shortRead();
            try {
                return inOneView(*lease, read);
            } catch (const StorageFailure &) {
                if (!(*lease).isLost())
                    throw;
            }
            // The line broke since it was last used: reading again does no harm.
            lease.replace(m_database->connect(Connection::Access::Read));
            return inOneView(*lease, read);
        } catch (const StorageFailure &failure) {
            return tl::unexpected(failure.error());
        }
    }
    template <typename Read>
    static auto inOneView(Connection &connection, Read &&read)
    {
        const ReadTransaction oneView(connection);
        return read(connection);
    }

    /// What is no property's: accounts, sessions, work. Beside the commands where the database can.
    Expected<void> write(std::function<void(Connection &)> write);
    /// After each write, as long as nobody is told: what /readyz says follows from it.
    void noteRoom(const Error *error);
    GroupWriter::Around connecting();
    GroupWriter::Around aroundCommands();
    void tell(Committed &committed) const;
    void reached(const ChangeSet &change) const;
    /// A cursor that was found to be foreign: a new epoch begins, unless one has.
    void giveUpHistory(const protocol::Cursor &foreign);

    const std::unique_ptr<Database> m_database; ///< outlives the connections
    const History m_history; ///< under the epoch of when it was opened; another may have begun since
    const Surroundings m_surroundings;
    StorageListener *const m_listener;
    std::atomic<bool> m_isFull{false}; ///< a write found no room, and none since has shown that there is
    Books m_books;                     ///< the commands' writer's
    std::shared_ptr<ReaderPool> m_readers;
    std::unique_ptr<GroupWriter> m_asideWriter; ///< null: the commands' writer does it all
    GroupWriter m_writer;                       ///< last: its thread uses the others
};

} // namespace deskbell::server
