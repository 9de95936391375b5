#include "server/storage/sql/accounttable.h"

#include <map>

#include "server/storage/sql/query.h"
#include "server/storage/storage.h"

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
    account.role = named<Role>(query.text(3)).value_or(Role::Clerk);
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
    return {query.uuid(0),    {query.uuid(1)},  {query.uuid(2)},           query.instant(3),
            query.instant(4), query.instant(5), std::string(query.text(6))};
}

/// A refresh token that is known, with its session.
struct Presented
{
    Session session;
    std::optional<Instant> spentAt;
    bool isVoid = false;
};

std::optional<Presented> find(Connection &connection, const TokenHash &token, Instant now)
{
    Query query(connection,
                "SELECT s.id, s.account, s.device, s.expires_at, s.opened_at, s.renewed_at, s.address,"
                " t.spent_at, t.is_void FROM session_token t JOIN session s ON s.id = t.session"
                " WHERE t.hash = ? AND s.expires_at > ?",
                token, now);
    if (!query.next())
        return std::nullopt;
    return Presented{sessionIn(query), query.isNull(7) ? std::nullopt : std::optional(query.instant(7)),
                     query.integer(8) != 0};
}

/// Asked for twice at once. What was spent in the future was so under a clock that was ahead.
bool isInGrace(const Presented &token, Instant now)
{
    return token.spentAt && *token.spentAt > now - spentTokenGrace && *token.spentAt <= now + spentTokenGrace;
}

/// Somebody has shown what this one was exchanged for.
bool isSuccessorUsed(Connection &connection, const TokenHash &token)
{
    return Query(connection, "SELECT 1 FROM session_token WHERE parent = ? AND spent_at IS NOT NULL LIMIT 1",
                 token)
        .next();
}

void noteDesk(Connection &connection, const Session &session, Instant now)
{
    Query(connection,
          "INSERT INTO known_desk (account, device, seen_at) VALUES (?, ?, ?)"
          " ON CONFLICT (account, device) DO UPDATE SET seen_at = excluded.seen_at",
          session.account, session.device, now)
        .run();
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

void deleteAccount(Connection &connection, const AccountId &account)
{
    deleteSessionsOf(connection, account, std::nullopt);
    for (const char *sql : {"DELETE FROM known_desk WHERE account = ?",
                            "DELETE FROM membership WHERE account = ?", "DELETE FROM account WHERE id = ?"})
        Query(connection, sql, account).run();
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
    Query(connection,
          "INSERT INTO session (id, account, device, expires_at, opened_at, renewed_at, address)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)",
          session.id, session.account, session.device, session.expiresAt, session.openedAt, session.renewedAt,
          session.address)
        .run();
    Query(connection, "INSERT INTO session_token (hash, session) VALUES (?, ?)", refresh, session.id).run();
    noteDesk(connection, session, session.openedAt);
}

Renewal renew(Connection &connection, const TokenHash &presented, const TokenHash &next, Instant now,
              Instant expiresAt)
{
    auto found = find(connection, presented, now);
    if (!found)
        return {};
    Session session = std::move(found->session);
    const bool isAgain = found->spentAt && !isInGrace(*found, now);
    if (found->isVoid || (isAgain && isSuccessorUsed(connection, presented))) {
        deleteSession(connection, session.id);
        return {std::move(session), true};
    }
    if (isAgain)
        Query(connection, "UPDATE session_token SET is_void = 1 WHERE parent = ?", presented).run();
    if (isAgain || !found->spentAt)
        Query(connection, "UPDATE session_token SET spent_at = ? WHERE hash = ?", now, presented).run();
    session.expiresAt = expiresAt;
    session.renewedAt = now;
    Query(connection, "UPDATE session SET expires_at = ?, renewed_at = ? WHERE id = ?", expiresAt, now,
          session.id)
        .run();
    Query(connection, "DELETE FROM session_token WHERE session = ? AND spent_at <= ?", session.id,
          now - keepSpentTokens)
        .run();
    Query(connection, "INSERT INTO session_token (hash, session, parent) VALUES (?, ?, ?)", next, session.id,
          presented)
        .run();
    noteDesk(connection, session, now);
    return {std::move(session), false};
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
                "SELECT id, account, device, expires_at, opened_at, renewed_at, address FROM session"
                " WHERE id = ? AND expires_at > ?",
                id, now);
    return query.next() ? std::optional(sessionIn(query)) : std::nullopt;
}

std::vector<HeldSession> readSessions(Connection &connection, const std::optional<AccountId> &account,
                                      Instant now)
{
    std::vector<Session> sessions;
    const auto fill = [&](Query &&query) {
        while (query.next())
            sessions.push_back(sessionIn(query));
    };
    if (account)
        fill(Query(connection,
                   "SELECT id, account, device, expires_at, opened_at, renewed_at, address FROM session"
                   " WHERE account = ? AND expires_at > ? ORDER BY renewed_at DESC, id",
                   *account, now));
    else
        fill(Query(connection,
                   "SELECT id, account, device, expires_at, opened_at, renewed_at, address FROM session"
                   " WHERE expires_at > ? ORDER BY renewed_at DESC, id",
                   now));
    std::map<AccountId, Account> accounts;
    std::vector<HeldSession> open;
    for (Session &session : sessions) {
        auto known = accounts.find(session.account);
        if (known == accounts.end()) {
            auto read = readAccount(connection, session.account);
            if (!read)
                continue;
            known = accounts.emplace(session.account, std::move(*read)).first;
        }
        open.push_back({std::move(session), known->second});
    }
    return open;
}

std::vector<KnownDesk> readKnownDesks(Connection &connection, std::size_t most)
{
    std::vector<KnownDesk> desks;
    Query query(connection,
                "SELECT a.\"user\", k.device FROM known_desk k JOIN account a ON a.id = k.account"
                " ORDER BY k.seen_at DESC LIMIT ?",
                most);
    while (query.next())
        desks.push_back({std::string(query.text(0)), {query.uuid(1)}});
    return desks;
}

void writePassword(Connection &connection, const AccountId &account, const std::string &hash)
{
    Query(connection, "UPDATE account SET password_hash = ? WHERE id = ?", hash, account).run();
}

void deleteSession(Connection &connection, const Uuid &id)
{
    Query(connection, "DELETE FROM session WHERE id = ?", id).run();
}

void deleteSessionsOf(Connection &connection, const AccountId &account, const std::optional<Uuid> &kept)
{
    Query(connection, "DELETE FROM session WHERE account = ? AND id <> ?", account, kept.value_or(Uuid{}))
        .run();
}

void dropSessions(Connection &connection, Instant now, Instant ageing)
{
    // Opened under a clock that was ahead: from now on they last as long as any.
    Query(
        connection,
        "UPDATE session SET expires_at = ? + (expires_at - renewed_at), renewed_at = ? WHERE renewed_at > ?",
        now, now, now + Days(1))
        .run();
    Query(connection, "DELETE FROM session WHERE expires_at <= ?", ageing).run();
    Query(connection, "DELETE FROM known_desk WHERE seen_at < ?", ageing - keepKnownDesks).run();
}

} // namespace deskbell::server
