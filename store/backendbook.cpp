#include "store/backendbook.h"

#include "store/cacheschema.h"
#include "store/sealing.h"

namespace deskbell::store {

namespace {

constexpr std::string_view columns = "SELECT id, key, server, device, former_key, next_key FROM backends ";

template <typename... Values>
Expected<void> run(const Database &database, std::string_view sql, const Values &...values)
{
    auto statement = database.prepare(sql);
    return statement ? statement->bind(values...).run() : tl::unexpected(statement.error());
}

} // namespace

Expected<std::vector<KnownBackend>> BackendBook::read(Statement &rows) const
{
    std::vector<KnownBackend> found;
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        found.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                         DeviceId{uuidOf(rows.blob(3))}, std::string(rows.text(4)),
                         std::string(rows.text(5))});
    }
}

Expected<std::vector<KnownBackend>> BackendBook::all() const
{
    auto rows = m_database.prepare(std::string(columns) + "ORDER BY id");
    return rows ? read(*rows) : tl::unexpected(rows.error());
}

Expected<KnownBackend> BackendBook::known(BackendNumber number) const
{
    auto rows = m_database.prepare(std::string(columns) + "WHERE id = ?1");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(number);
    auto found = read(*rows);
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return failure(std::string(failurecode::damaged), {{"path", m_database.path().toStdString()}});
    return std::move(found->front());
}

Expected<KnownBackend> BackendBook::add(std::string_view key, std::string_view server, const DeviceId &device)
{
    if (auto added = run(m_database,
                         "INSERT INTO backends (key, server, device, former_key, next_key) "
                         "VALUES (?1, ?2, ?3, '', ?4)",
                         key, server, bytesOf(device.value), randomWord());
        !added)
        return tl::unexpected(added.error());
    const auto number = m_database.integer("SELECT max(id) FROM backends");
    return number ? known(*number) : tl::unexpected(number.error());
}

Expected<void> BackendBook::meet(BackendNumber number, std::string_view key, std::string_view server)
{
    return run(m_database, "UPDATE backends SET key = ?2, server = ?3 WHERE id = ?1", number, key, server);
}

Expected<void> BackendBook::confirmKey(BackendNumber number)
{
    return run(m_database,
               "UPDATE backends SET former_key = next_key WHERE id = ?1 AND former_key <> next_key", number);
}

Expected<void> BackendBook::renewDevice(BackendNumber number, const DeviceId &device)
{
    return run(m_database, "UPDATE backends SET device = ?2, former_key = '', next_key = ?3 WHERE id = ?1",
               number, bytesOf(device.value), randomWord());
}

Expected<void> BackendBook::makeKeys()
{
    const auto backends = all();
    if (!backends)
        return tl::unexpected(backends.error());
    for (const KnownBackend &each : *backends) {
        if (each.formerKey != each.nextKey) // what was to be shown next has not been confirmed
            continue;
        if (auto made =
                run(m_database, "UPDATE backends SET next_key = ?2 WHERE id = ?1", each.number, randomWord());
            !made)
            return made;
    }
    return {};
}

Expected<void> BackendBook::merge(BackendNumber former, BackendNumber number)
{
    for (const char *sql : {"UPDATE people SET backend = ?2 WHERE backend = ?1",
                            "UPDATE outbox SET backend = ?2 WHERE backend = ?1",
                            "UPDATE receipts SET backend = ?2 WHERE backend = ?1",
                            "UPDATE cards SET backend = ?2 WHERE backend = ?1"}) {
        if (auto moved = run(m_database, sql, former, number); !moved)
            return moved;
    }
    return run(m_database, "UPDATE backends SET server = '' WHERE id = ?1", former);
}

Expected<std::int64_t> BackendBook::waiting(BackendNumber number) const
{
    return count("SELECT count(*) FROM outbox WHERE backend = ?1 AND state < 2", number);
}

Expected<std::int64_t> BackendBook::cards(BackendNumber number) const
{
    return count("SELECT count(*) FROM cards WHERE backend = ?1", number);
}

Expected<std::int64_t> BackendBook::count(const char *sql, BackendNumber number) const
{
    auto query = m_database.prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    const auto row = query->bind(number).step();
    return row ? Expected<std::int64_t>(query->integer(0)) : tl::unexpected(row.error());
}

} // namespace deskbell::store
