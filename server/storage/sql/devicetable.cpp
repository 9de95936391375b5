#include "server/storage/sql/devicetable.h"

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// It goes on with the key that it shows next, if it shows the one that is known. A device that has none
/// yet gets one from the account that it belongs to.
bool goesOn(Connection &connection, const DeviceClaim &claim, const AccountId &account)
{
    return Query(connection,
                 "UPDATE device_owner SET key = ? WHERE device = ?"
                 " AND (key = ? OR key = ? OR (key IS NULL AND account = ?))",
                 claim.proof->next, claim.device, claim.proof->former, claim.proof->next, account)
               .run() == 1;
}

/// Of programs without keys, colleagues share a device.
bool isShared(Connection &connection, const DeviceId &device, const AccountId &account)
{
    Query query(connection,
                "SELECT 1 FROM device_owner o WHERE o.device = ? AND o.key IS NULL AND (o.account = ?"
                " OR EXISTS (SELECT 1 FROM membership theirs JOIN membership own"
                " ON own.property = theirs.property WHERE theirs.account = o.account AND own.account = ?))",
                device, account, account);
    return query.next();
}

} // namespace

void claimDevice(Connection &connection, const DeviceClaim &claim, const AccountId &account)
{
    const auto key = claim.proof ? std::optional(claim.proof->next) : std::nullopt;
    const bool isNew = Query(connection,
                             "INSERT INTO device_owner (device, account, key) VALUES (?, ?, ?)"
                             " ON CONFLICT (device) DO NOTHING",
                             claim.device, account, key)
                           .run() == 1;
    const bool isTheirs = isNew || (claim.proof ? goesOn(connection, claim, account)
                                                : isShared(connection, claim.device, account));
    if (!isTheirs)
        throw StorageFailure(StorageFailure::Kind::Constraint, Error{"device-taken", {}});
}

DeviceMark readMark(Connection &connection, const DeviceUser &user)
{
    Query query(connection,
                "SELECT seen_below, settled_below FROM device_mark"
                " WHERE device = ? AND account = ? AND property = ?",
                user.device, user.account, user.property);
    if (!query.next())
        return {};
    return {query.number<std::uint64_t>(0), query.number<std::uint64_t>(1)};
}

void writeMark(Connection &connection, const DeviceUser &user, const DeviceMark &mark)
{
    Query(connection,
          "INSERT INTO device_mark (device, account, property, seen_below, settled_below)"
          " VALUES (?, ?, ?, ?, ?) ON CONFLICT (device, account, property) DO UPDATE SET"
          " seen_below = excluded.seen_below, settled_below = excluded.settled_below",
          user.device, user.account, user.property, mark.seenBelow, mark.settledBelow)
        .post();
}

} // namespace deskbell::server
