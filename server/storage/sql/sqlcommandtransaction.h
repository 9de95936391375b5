#pragma once

// CommandTransaction over the writer's connection: one lives for one write, on the writer's thread. It is
// one property's: what its book does not have set up is not read, held or written.

#include <map>
#include <memory>
#include <set>

#include "server/storage/commandtransaction.h"
#include "server/storage/sql/rowwriter.h"

namespace deskbell::server {

/// What listeners are told once the write is durable.
struct Committed
{
    std::vector<std::shared_ptr<const ChangeSet>> changes;
    std::set<Work> work; ///< kinds of which there is more
};

class SqlCommandTransaction : public CommandTransaction
{
public:
    SqlCommandTransaction(Connection &connection, PropertyBook &book, Committed &committed);

    const Offering *offering(const OfferingId &id) const override;
    const Unit *unit(const UnitId &id) const override;
    int free(const OfferingId &offering, Date slot) const override;
    bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const override;
    std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const override;
    std::optional<ReservationId> occupant(const UnitId &unit, const ReservationId &except) const override;
    std::optional<UnitId> leastUsedUnit(const OfferingId &offering) const override;
    int mostTaken(const OfferingId &offering) const override;
    bool isOfferingInUse(const OfferingId &offering) const override;
    bool isUnitInUse(const UnitId &unit) const override;
    bool isRoomNamed(std::string_view comparable, const UnitId &except) const override
    {
        return m_book.isRoomNamed(comparable, except);
    }
    int unpaidOf(std::string_view phone) const override;

    const Property &property() const override;
    /// Valid until something is put or taken back.
    const Reservation *reservation(const ReservationId &id) const override;
    std::optional<UndatedRow> row(Entity entity, const Uuid &id) override;
    std::optional<AccountId> madeBy(const ReservationId &id) override;
    bool isPropertyNamed(std::string_view comparable) override;
    std::vector<KnownVersion> versionsSince(const Uuid &id, std::uint32_t version,
                                            const DeviceId &device) override;
    std::optional<StoredAnswer> answer(const CommandId &id) override;
    bool isApplied(const CommandId &id) override;
    DeviceMark mark(const DeviceUser &user) override;
    void put(const DeviceUser &user, const DeviceMark &mark) override;
    std::optional<Error> attempt(const std::function<void()> &write) override;
    void put(std::span<const ChangedReservation> changes) override;
    void put(const UndatedRow &after) override;
    void eraseGuest(const ReservationId &id) override;
    void putCard(const ReservationId &id, const std::string &sealed) override;
    void addWork(const WorkItem &item, Instant dueAt) override;
    std::uint64_t closeChange(Instant at, const CommandId &command) override;
    void audit(const protocol::AuditEntry &entry) override;
    void keepAnswer(const Command &command, const DeviceId &device, const Actor &actor, Instant at,
                    const StoredAnswer &answer) override;

protected:
    const PropertyBook &book() const { return m_book; }
    /// Of the business date's night, with what overstays keep.
    int takenTonight(const OfferingId &offering) const;
    /// Of tonight, which is gone when guests stay on; other slots: 0.
    int keptOn(const OfferingId &offering, Date slot) const;

private:
    int holders(const UnitId &unit) const;

    Connection &m_connection;
    PropertyBook &m_book;
    Committed &m_committed;
    RowWriter m_writer;
    mutable std::map<ReservationId, std::optional<Reservation>> m_read; ///< since the last write
};

/// An answer as it is stored. Throws StorageFailure.
StoredAnswer storedAnswer(const CommandId &id, const PropertyId &property, std::string hash,
                          std::string_view text);
/// The stored answer to a command, on any connection. Throws StorageFailure.
std::optional<StoredAnswer> readAnswer(Connection &connection, const CommandId &id);
/// A reservation of the property. Throws StorageFailure.
std::optional<Reservation> readReservation(Connection &connection, const PropertyId &property,
                                           const ReservationId &id);

} // namespace deskbell::server
