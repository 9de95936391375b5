#pragma once

// CommandTransaction that reads from the group's view first: deciding costs no trips. Lives for one
// write, on the writer's thread.

#include "server/storage/postgres/groupview.h"
#include "server/storage/sql/sqlcommandtransaction.h"

namespace deskbell::server {

class PgCommandTransaction : public SqlCommandTransaction
{
public:
    PgCommandTransaction(PgConnection &connection, PropertyBook &book, Committed &committed, GroupView &view)
        : SqlCommandTransaction(connection, book, committed), m_pg(connection), m_view(view)
    {
    }

    int free(const OfferingId &offering, Date slot) const override;
    std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const override;
    const Reservation *reservation(const ReservationId &id) const override;
    std::optional<StoredAnswer> answer(const CommandId &id) override;
    bool isApplied(const CommandId &id) override;
    DeviceMark mark(const DeviceUser &user) override;
    std::optional<Error> attempt(const std::function<void()> &write) override;
    void put(std::span<const ChangedReservation> changes) override;
    void put(const UndatedRow &after) override;
    void put(const DeviceUser &user, const DeviceMark &mark) override;
    using SqlCommandTransaction::put;
    void keepAnswer(const Command &command, const DeviceId &device, const Actor &actor, Instant at,
                    const StoredAnswer &answer) override;

private:
    /// By the stock alone.
    int untaken(const OfferingId &offering, Date slot) const;

    PgConnection &m_pg;
    GroupView &m_view;
};

} // namespace deskbell::server
