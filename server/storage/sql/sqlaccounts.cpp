// The half of SqlStorage about who signs in: accounts, sessions, and how often it is tried.

#include "domain/text.h"
#include "server/storage/sql/accounttable.h"
#include "server/storage/sql/devicetable.h"
#include "server/storage/sql/sqlstorage.h"
#include "server/storage/sql/turntable.h"

namespace deskbell::server {

Expected<void> SqlStorage::putAccount(const Account &account)
{
    return write([&](Connection &connection) { writeAccount(connection, account); });
}

Expected<void> SqlStorage::removeAccount(const AccountId &account)
{
    return write([&](Connection &connection) { deleteAccount(connection, account); });
}

Expected<std::optional<Account>> SqlStorage::accountOf(const std::string &user)
{
    if (user.find('\0') != std::string::npos)
        return std::nullopt; // PostgreSQL has no such texts
    return read([&](Connection &connection) {
        auto found = readAccount(connection, user);
        return found ? found : readAccount(connection, composed(user));
    });
}

Expected<std::optional<Account>> SqlStorage::account(const AccountId &id)
{
    return read([&](Connection &connection) { return readAccount(connection, id); });
}

Expected<std::vector<Account>> SqlStorage::accounts()
{
    return read([](Connection &connection) { return readAccounts(connection); });
}

Expected<void> SqlStorage::openSession(const Session &session, const TokenHash &refresh,
                                       const std::optional<DeviceProof> &proof)
{
    return write([&](Connection &connection) {
        claimDevice(connection, {session.device, proof}, session.account);
        writeSession(connection, session, refresh);
    });
}

Expected<Session> SqlStorage::renewSession(const TokenHash &presented, const TokenHash &next, Instant now,
                                           Instant expiresAt, const std::optional<DeviceClaim> &claim)
{
    Renewal renewal;
    const auto done = write([&](Connection &connection) {
        renewal = renew(connection, presented, next, now, expiresAt);
        if (claim && renewal.session && !renewal.isReused) {
            claimDevice(connection, *claim, renewal.session->account);
            renewal.session->device = claim->device;
            moveSession(connection, *renewal.session);
        }
    });
    if (!done)
        return tl::unexpected(done.error());
    if (!renewal.session)
        return failure("refresh-refused");
    if (renewal.isReused)
        return failure("refresh-reused", {{"session", toString(renewal.session->id)},
                                          {"account", toString(renewal.session->account)},
                                          {"device", toString(renewal.session->device)}});
    return std::move(*renewal.session);
}

Expected<std::optional<Session>> SqlStorage::session(const Uuid &id, Instant now)
{
    return read([&](Connection &connection) { return readSession(connection, id, now); });
}

Expected<void> SqlStorage::closeSession(const Uuid &id)
{
    return write([&](Connection &connection) { deleteSession(connection, id); });
}

Expected<void> SqlStorage::closeSessionsOf(const AccountId &account, const std::optional<Uuid> &kept)
{
    return write([&](Connection &connection) { deleteSessionsOf(connection, account, kept); });
}

Expected<std::vector<HeldSession>> SqlStorage::sessions(const std::optional<AccountId> &account, Instant now)
{
    return read([&](Connection &connection) { return readSessions(connection, account, now); });
}

Expected<void> SqlStorage::changePassword(const AccountId &account, const std::string &hash, const Uuid &kept)
{
    return write([&](Connection &connection) {
        writePassword(connection, account, hash);
        deleteSessionsOf(connection, account, kept);
    });
}

Expected<std::vector<KnownDesk>> SqlStorage::knownDesks(std::size_t most)
{
    return read([&](Connection &connection) { return readKnownDesks(connection, most); });
}

Expected<std::optional<std::chrono::milliseconds>> SqlStorage::takeTurns(const std::vector<Turns> &turns,
                                                                         Instant now)
{
    std::optional<std::chrono::milliseconds> wait;
    return write([&](Connection &connection) { wait = server::takeTurns(connection, turns, now); }).map([&] {
        return wait;
    });
}

Expected<void> SqlStorage::giveTurnsBack(const TokenHash &key)
{
    return write([&](Connection &connection) { dropTurns(connection, key); });
}

} // namespace deskbell::server
