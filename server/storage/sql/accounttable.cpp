#include "server/storage/sql/accounttable.h"

#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

StorageFailure refused(std::string code)
{
    return StorageFailure(StorageFailure::Kind::Constraint, Error{std::move(code), {}});
}

Account accountIn(Connection &connection, const Query &query)
{
    Account account;
    account.id.value = query.uuid(0);
    account.user = query.text(1);
    account.name = query.text(2);
    account.role = roleNamed(query.text(3)).value_or(Role::Clerk);
    account.passwordHash = query.text(4);
    account.isDisabled = query.integer(5) != 0;
    Query places(connection, "SELECT property FROM membership WHERE account = ? ORDER BY property",
                 account.id);
    while (places.next())
        account.properties.push_back({places.uuid(0)});
    return account;
}

Session sessionIn(const Query &query)
{
    return {query.uuid(0), {query.uuid(1)}, {query.uuid(2)}, query.instant(3)};
}

} // namespace

void writeAccount(Connection &connection, const Account &account)
{
    try {
        Query(connection,
              "INSERT INTO account (id, \"user\", name, role, password_hash, is_disabled)"
              " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET \"user\" = excluded.\"user\","
              " name = excluded.name, role = excluded.role, password_hash = excluded.password_hash,"
              " is_disabled = excluded.is_disabled",
              account.id, account.user, account.name, toString(account.role), account.passwordHash,
              account.isDisabled)
            .run();
    } catch (const StorageFailure &failure) {
        if (failure.kind() == StorageFailure::Kind::Constraint)
            throw refused("user-taken");
        throw;
    }
    Query(connection, "DELETE FROM membership WHERE account = ?", account.id).run();
    for (const PropertyId &property : account.properties)
        Query(connection, "INSERT INTO membership (account, property) VALUES (?, ?) ON CONFLICT DO NOTHING",
              account.id, property)
            .run();
}

std::optional<Account> readAccount(Connection &connection, const std::string &user)
{
    Query query(connection,
                "SELECT id, \"user\", name, role, password_hash, is_disabled FROM account WHERE \"user\" = ?",
                user);
    return query.next() ? std::optional(accountIn(connection, query)) : std::nullopt;
}

std::optional<Account> readAccount(Connection &connection, const AccountId &id)
{
    Query query(connection,
                "SELECT id, \"user\", name, role, password_hash, is_disabled FROM account WHERE id = ?", id);
    return query.next() ? std::optional(accountIn(connection, query)) : std::nullopt;
}

std::vector<Account> readAccounts(Connection &connection)
{
    std::vector<Account> all;
    Query query(connection,
                "SELECT id, \"user\", name, role, password_hash, is_disabled FROM account ORDER BY \"user\"");
    while (query.next())
        all.push_back(accountIn(connection, query));
    return all;
}

void writeSession(Connection &connection, const Session &session, const TokenHash &refresh)
{
    Query(connection, "INSERT INTO session (id, account, device, expires_at) VALUES (?, ?, ?, ?)", session.id,
          session.account, session.device, session.expiresAt)
        .run();
    Query(connection, "INSERT INTO session_token (hash, session) VALUES (?, ?)", refresh, session.id).run();
}

Session renew(Connection &connection, const TokenHash &presented, const TokenHash &next, Instant now,
              Instant expiresAt)
{
    std::optional<Session> found;
    {
        Query query(connection,
                    "SELECT s.id, s.account, s.device, s.expires_at FROM session_token t"
                    " JOIN session s ON s.id = t.session"
                    " WHERE t.hash = ? AND s.expires_at > ? AND (t.spent_at IS NULL OR t.spent_at > ?)",
                    presented, now, now - spentTokenGrace);
        if (query.next())
            found = sessionIn(query);
    }
    if (!found)
        throw refused("refresh-refused");
    found->expiresAt = expiresAt;
    Query(connection, "UPDATE session SET expires_at = ? WHERE id = ?", expiresAt, found->id).run();
    Query(connection, "UPDATE session_token SET spent_at = ? WHERE hash = ? AND spent_at IS NULL", now,
          presented)
        .run();
    Query(connection, "DELETE FROM session_token WHERE session = ? AND spent_at <= ?", found->id,
          now - spentTokenGrace)
        .run();
    Query(connection, "INSERT INTO session_token (hash, session) VALUES (?, ?)", next, found->id).run();
    return *found;
}

void moveSession(Connection &connection, const Session &session)
{
    Query(connection, "UPDATE session SET device = ? WHERE id = ? AND device <> ?", session.device,
          session.id, session.device)
        .run();
}

std::optional<Session> readSession(Connection &connection, const Uuid &id, Instant now)
{
    Query query(connection,
                "SELECT id, account, device, expires_at FROM session WHERE id = ? AND expires_at > ?", id,
                now);
    return query.next() ? std::optional(sessionIn(query)) : std::nullopt;
}

void deleteSession(Connection &connection, const Uuid &id)
{
    Query(connection, "DELETE FROM session WHERE id = ?", id).run();
}

void deleteSessionsOf(Connection &connection, const AccountId &account)
{
    Query(connection, "DELETE FROM session WHERE account = ?", account).run();
}

void deleteExpiredSessions(Connection &connection, Instant now)
{
    Query(connection, "DELETE FROM session WHERE expires_at <= ?", now).run();
}

} // namespace deskbell::server
