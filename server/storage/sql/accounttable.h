#pragma once

// Accounts and sessions: functions on a connection, the writing ones inside a transaction of
// the writer. Throws StorageFailure.

#include "server/storage/accounts.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// Throws "user-taken".
void writeAccount(Connection &connection, const Account &account);
std::optional<Account> readAccount(Connection &connection, const std::string &user);
std::optional<Account> readAccount(Connection &connection, const AccountId &id);
std::vector<Account> readAccounts(Connection &connection);

void writeSession(Connection &connection, const Session &session, const TokenHash &refresh);
/// Throws "refresh-refused".
Session renew(Connection &connection, const TokenHash &presented, const TokenHash &next, Instant now,
              Instant expiresAt);
/// To its device.
void moveSession(Connection &connection, const Session &session);
std::optional<Session> readSession(Connection &connection, const Uuid &id, Instant now);
void deleteSession(Connection &connection, const Uuid &id);
void deleteSessionsOf(Connection &connection, const AccountId &account);
void deleteExpiredSessions(Connection &connection, Instant now);

} // namespace deskbell::server
