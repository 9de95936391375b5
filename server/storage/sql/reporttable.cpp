#include "server/storage/sql/reporttable.h"

#include "server/storage/sql/query.h"

namespace deskbell::server {

void writeReports(Connection &connection, const std::vector<RoleReport> &reports)
{
    for (const RoleReport &report : reports)
        Query(connection,
              "INSERT INTO role_report (process, role, at, breaker) VALUES (?, ?, ?, ?)"
              " ON CONFLICT (process, role) DO UPDATE SET at = excluded.at, breaker = excluded.breaker",
              report.process, report.role, report.at, report.breaker)
            .post();
}

std::vector<RoleReport> readReports(Connection &connection)
{
    std::vector<RoleReport> all;
    Query query(connection, "SELECT process, role, at, breaker FROM role_report ORDER BY process, role");
    while (query.next())
        all.push_back({std::string(query.text(0)), std::string(query.text(1)), query.instant(2),
                       std::string(query.text(3))});
    return all;
}

void dropReports(Connection &connection)
{
    Query(connection, "DELETE FROM role_report").post();
}

void dropReports(Connection &connection, const std::string &process)
{
    Query(connection, "DELETE FROM role_report WHERE process = ?", process).post();
}

void dropReports(Connection &connection, Instant before, Instant after)
{
    Query(connection, "DELETE FROM role_report WHERE at < ? OR at > ?", before, after).post();
}

void writeReconciliation(Connection &connection, const PropertyId &property, Date day, Instant at,
                         const std::string &report)
{
    Query(connection,
          "INSERT INTO reconciliation (property, day, at, report) VALUES (?, ?, ?, ?)"
          " ON CONFLICT (property, day) DO UPDATE SET at = excluded.at, report = excluded.report",
          property, day, at, report)
        .post();
}

std::optional<std::string> readReconciliation(Connection &connection, const PropertyId &property, Date day)
{
    Query query(connection, "SELECT report FROM reconciliation WHERE property = ? AND day = ?", property,
                day);
    return query.next() ? std::optional(std::string(query.text(0))) : std::nullopt;
}

std::optional<std::string> readLastReconciliation(Connection &connection, const PropertyId &property,
                                                  Instant now)
{
    Query query(connection,
                "SELECT report FROM reconciliation WHERE property = ? AND at <= ? ORDER BY day DESC LIMIT 1",
                property, now);
    return query.next() ? std::optional(std::string(query.text(0))) : std::nullopt;
}

} // namespace deskbell::server
