#pragma once

// The owners of devices, and the settled numbers of each device (docs/adr/0165): functions on a connection,
// the writing ones inside a transaction of the writer. Throws StorageFailure.

#include "server/storage/accounts.h"
#include "server/storage/commandtransaction.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// The device is this account's to use from now on. Throws "device-taken".
void claimDevice(Connection &connection, const DeviceClaim &claim, const AccountId &account);

DeviceMark readMark(Connection &connection, const DeviceUser &user);
void writeMark(Connection &connection, const DeviceUser &user, const DeviceMark &mark);

} // namespace deskbell::server
