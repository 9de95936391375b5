#pragma once

// Accounts and sessions: functions on a connection, the writing ones inside a transaction of
// the writer. Throws StorageFailure.

#include "server/storage/accounts.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

/// Throws "user-taken".
void writeAccount(Connection &connection, const Account &account);
/// With all that hangs on it.
void deleteAccount(Connection &connection, const AccountId &account);
std::optional<Account> readAccount(Connection &connection, const std::string &user);
std::optional<Account> readAccount(Connection &connection, const AccountId &id);
std::vector<Account> readAccounts(Connection &connection);

void writeSession(Connection &connection, const Session &session, const TokenHash &refresh);
/// What came of showing a refresh token: no session, where it is not good; or one that was closed for it.
struct Renewal
{
    std::optional<Session> session;
    bool isReused = false;
};
Renewal renew(Connection &connection, const TokenHash &presented, const TokenHash &next, Instant now,
              Instant expiresAt);
/// To its device.
void moveSession(Connection &connection, const Session &session);
std::optional<Session> readSession(Connection &connection, const Uuid &id, Instant now);
std::vector<HeldSession> readSessions(Connection &connection, const std::optional<AccountId> &account,
                                      Instant now);
std::vector<KnownDesk> readKnownDesks(Connection &connection, std::size_t most);
void writePassword(Connection &connection, const AccountId &account, const std::string &hash);
void deleteSession(Connection &connection, const Uuid &id);
void deleteSessionsOf(Connection &connection, const AccountId &account, const std::optional<Uuid> &kept);
/// Those that have expired, and desks that nobody has signed in at for long.
void dropSessions(Connection &connection, Instant now, Instant ageing);

} // namespace deskbell::server
