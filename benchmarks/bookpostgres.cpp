// The book house's PostgreSQL, and pgbench with the statements that deskbelld sends for a reservation.

#include "benchmarks/bookhouse.h"

#include <fstream>
#include <iterator>

#include <boost/algorithm/hex.hpp>

#include "benchmarks/bookpostgres.h"

namespace deskbell::bench {

namespace {

/// As hexadecimal digits for a BYTEA.
std::string hex(const Uuid &id)
{
    std::string text;
    boost::algorithm::hex_lower(id.bytes, std::back_inserter(text));
    return text;
}

/// One reservation as deskbelld writes it, statement by statement as the server's log shows them, with rows
/// as long as its own are. The ids are made here; deciding is left out.
std::string transaction(const PropertyId &property, const OfferingId &offering, Date today)
{
    const std::string house = "'\\x" + hex(property.value) + "'::bytea";
    const std::string room = "'\\x" + hex(offering.value) + "'::bytea";
    const std::string day = std::to_string(today.time_since_epoch().count());
    const auto id = [](const char *salt) {
        return "decode(md5('" + std::string(salt) + "' || :client_id::text || ':' || :n::text), 'hex')";
    };
    const std::string statements[]{
        "BEGIN ISOLATION LEVEL READ COMMITTED;",
        "SELECT property, seq, lowest FROM property_clock WHERE property = ANY (ARRAY[" + house +
            "]) ORDER BY property FOR UPDATE \\gset",
        "SELECT id, property, hash, answer, seq FROM command WHERE id = ANY (ARRAY[" + id("c") + "]);",
        "SELECT id, property, row FROM reservation WHERE id = ANY (ARRAY[" + id("r") + "]);",
        "SELECT device, account, property, seen_below, settled_below FROM device_mark WHERE device = ANY "
        "(ARRAY[" +
            id("d") + "]);",
        "SELECT offering, night, free FROM stock_night WHERE (offering, night) IN"
        " (SELECT * FROM unnest(ARRAY[" +
            room + "], ARRAY[:night::bigint]));",
        "INSERT INTO reservation (property, id, version, arrival, departure, reach, row) VALUES (" + house +
            ", " + id("r") + ", 1, :night, :night + 1, 1, repeat('x', 820));",
        "INSERT INTO stock_night (offering, night, capacity, taken) VALUES (" + room +
            ", :night, 100000000, 1)"
            " ON CONFLICT (offering, night) DO UPDATE SET taken = stock_night.taken + excluded.taken;",
        "INSERT INTO work (kind, property, reservation, subject, refund, due_at) VALUES (5, " + house + ", " +
            id("r") + ", " + id("r") + ", NULL, 0);",
        "INSERT INTO change (property, seq, ordinal, at, command, entity, id, version, after_arrival,"
        " after_departure, after_reach, row) VALUES (" +
            house + ", :seq + 1, 0, 0, " + id("c") + ", 3, " + id("r") +
            ", 1, :night, :night + 1, 1, repeat('x', 820));",
        "INSERT INTO audit (property, at, command, type, code, seq, account, actor, role, channel, address,"
        " device, reservation, changes) VALUES (" +
            house + ", 0, " + id("c") + ", 'make-reservation', '', :seq + 1, " + id("r") +
            ", '', 'guest', 'guest', '127.0.0.1', NULL, " + id("r") + ", repeat('x', 520));",
        "INSERT INTO command (id, property, device, n, hash, type, account, actor, at, seq, answer)"
        " VALUES (" +
            id("c") + ", " + house + ", " + id("d") + ", 0, repeat('h', 64), 'make-reservation', " + id("r") +
            ", 'guest', 0, :seq + 1, repeat('x', 110));",
        "UPDATE property_clock SET seq = :seq + 1 WHERE property = " + house + ";",
        "INSERT INTO commit_token AS t (connection, turn, is_closed, at) VALUES "
        "(decode(md5(:client_id::text),"
        " 'hex'), 0, 0, 0) ON CONFLICT (connection) DO UPDATE SET turn = excluded.turn;",
        "COMMIT;",
    };
    std::string script =
        "\\set n random(1, 9000000000000000)\n\\set night random(" + day + " + 1, " + day + " + 300)\n";
    for (const std::string &statement : statements)
        script += statement + '\n';
    return script;
}

} // namespace

bool BookHouse::furnishPostgres()
{
    m_postgres = std::make_unique<Postgres>();
    m_postgres->schema = m_postgres->server.makeSchema();
    m_database = m_postgres->server.uri(m_postgres->schema);
    return furnish(m_database);
}

std::uint64_t BookHouse::reservations() const
{
    return std::stoull(m_postgres->server.query("SELECT count(*) FROM reservation", m_postgres->schema));
}

double BookHouse::pgbench(std::size_t clients) const
{
    // On a schema of its own, so that neither makes the other's tables larger.
    BookHouse beside;
    const std::string schema = m_postgres->server.makeSchema();
    const std::string place = m_postgres->server.uri(schema);
    if (!beside.furnish(place))
        return 0;
    const auto script = m_folder / "reserve.sql";
    std::ofstream(script) << transaction(m_property, m_offerings.front(), m_today);
    test::ChildProcess pgbench;
    const bool hasBegun = pgbench.start((m_postgres->server.programs() / "pgbench").string(),
                                        {"-n", "-f", script.string(), "-c", std::to_string(clients), "-j",
                                         clients > 1 ? "2" : "1", "-T", "8", "-M", "prepared", place});
    if (!hasBegun || pgbench.exitStatus(std::chrono::seconds(60)) != 0) {
        std::fprintf(stderr, "pgbench: %s\n", pgbench.output().c_str());
        return 0;
    }
    const std::string mark = "tps = ";
    const std::size_t at = pgbench.output().find(mark);
    m_postgres->server.dropSchema(schema);
    return at == std::string::npos ? 0 : std::stod(pgbench.output().substr(at + mark.size()));
}

} // namespace deskbell::bench
