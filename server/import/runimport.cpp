#include "server/import/runimport.h"

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>

#include <CLI/CLI.hpp>

#include "domain/text.h"
#include "server/config/toml.h"
#include "server/daemon/explain.h"
#include "server/import/importcsv.h"
#include "server/import/workload.h"
#include "server/storage/place.h"
#include "server/timezone.h"

namespace deskbell::server {
namespace {

struct Arguments
{
    std::string csv;
    std::string workload;
    std::string property;
    std::string asOf;
    std::string hotel;
    std::string timeZone = "Europe/Lisbon";
    std::string currency = "EUR";
    std::string db = "deskbell.db";
    std::string report;
    std::string map;
    std::string encoding;
    std::string dates;
    bool isDryRun = false;
    std::uint64_t seed = 1;
};

int fail(const Error &error)
{
    std::cerr << "deskbelld import: " << explain(error) << '\n';
    return exitStatusOf(error);
}

Expected<std::unique_ptr<Storage>> openStorage(const Arguments &arguments)
{
    auto device = std::make_shared<std::random_device>();
    Surroundings surroundings;
    surroundings.now = [] {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
    surroundings.random = [device] { return std::uint64_t{(*device)()} << 32 | (*device)(); };
    return DatabasePlace(arguments.db).open(DatabasePlace::Make::IfMissing, std::move(surroundings));
}

/// Where it is not said: beside an SQLite file, or here.
std::string reportOf(const Arguments &arguments)
{
    if (!arguments.report.empty())
        return arguments.report;
    const DatabasePlace place(arguments.db);
    return (place.isFile() ? arguments.db : "deskbell") + ".import.csv";
}

/// A TOML file of lines `our_column = "their column"`.
Expected<ColumnNames> readMap(const std::string &file)
{
    const auto text = readFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const toml::parse_result table = toml::parse(*text);
    if (!table)
        return failure("map-unreadable",
                       {{"file", file},
                        {"reason", "line " + std::to_string(table.error().source().begin.line) + ": " +
                                       std::string(table.error().description())}});
    ColumnNames names;
    for (const auto &[column, name] : table.table()) {
        if (!name.is_string())
            return failure("map-unreadable",
                           {{"file", file}, {"reason", std::string(column.str()) + " is no text"}});
        names.emplace(column.str(), name.as_string()->get());
    }
    return names;
}

Expected<ImportOptions> optionsOf(const Arguments &arguments)
{
    ImportOptions options;
    options.hotel.name = arguments.property;
    options.hotel.timeZone = arguments.timeZone;
    options.hotel.seed = arguments.seed;
    options.onlyHotel = arguments.hotel;
    options.encoding = arguments.encoding;
    if (!isTimeZone(arguments.timeZone))
        return failure("unknown-time-zone", {{"zone", arguments.timeZone}});
    const auto currency = parseCurrency(arguments.currency);
    if (!currency)
        return failure("bad-currency", {{"currency", arguments.currency}});
    options.hotel.currency = *currency;
    if (!arguments.asOf.empty()) {
        const auto day = parseDate(arguments.asOf);
        if (!day)
            return tl::unexpected(day.error());
        options.hotel.asOf = *day;
    }
    if (!arguments.dates.empty()) {
        options.dates = dateOrderNamed(arguments.dates);
        if (!options.dates)
            return failure("unknown-date-order", {{"order", arguments.dates}});
    }
    if (!arguments.map.empty()) {
        auto names = readMap(arguments.map);
        if (!names)
            return tl::unexpected(names.error());
        options.columns = std::move(*names);
    }
    return options;
}

/// Into the database, unless it is a dry run.
Expected<void> load(const Arguments &arguments, Hotel hotel, ImportReport &report)
{
    if (arguments.isDryRun) {
        report.counts[static_cast<std::size_t>(RowOutcome::Imported)] = hotel.reservations.size();
        return {};
    }
    const auto storage = openStorage(arguments);
    if (!storage)
        return tl::unexpected(storage.error());
    return carryOut(std::move(hotel), **storage, report);
}

bool keepReport(const std::string &file, const ImportReport &report)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    writeReport(out, report);
    out.close();
    return static_cast<bool>(out);
}

int importCsv(const Arguments &arguments)
{
    const auto options = optionsOf(arguments);
    if (!options)
        return fail(options.error());
    auto bytes = readFile(arguments.csv);
    if (!bytes)
        return fail(bytes.error());
    ImportReport report;
    const auto done = planImport(std::move(*bytes), *options, report).and_then([&](Hotel hotel) {
        return load(arguments, std::move(hotel), report);
    });
    const std::string file = reportOf(arguments);
    const bool isKept = keepReport(file, report);
    int status = exitstatus::fine;
    if (done) {
        writeSummary(std::cout, report);
        if (arguments.isDryRun)
            std::cout << "A dry run: nothing was written to the database.\n";
    } else {
        status = fail(done.error());
    }
    if (!isKept)
        return fail({"report-not-written", {{"file", file}}});
    (done ? std::cout : std::cerr) << "Rows not imported, with line and reason: " << file << '\n';
    return status;
}

int importWorkload(const Arguments &arguments)
{
    auto workload = readWorkload(arguments.workload, arguments.property);
    if (!workload)
        return fail(workload.error());
    auto storage = openStorage(arguments);
    if (!storage)
        return fail(storage.error());
    const auto loaded = (*storage)->load(workload->property, std::move(workload->rows), Loading::Begin);
    if (!loaded)
        return fail(loaded.error());
    std::cout << loaded->added << " rows added, " << loaded->alreadyThere << " already there\n";
    return 0;
}

} // namespace

int runImport(const std::vector<std::string> &arguments)
{
    Arguments given;
    CLI::App app{"Imports bookings into a property", "deskbelld import"};
    auto *csv =
        app.add_option("--csv", given.csv, "Booking file (the open hotel booking data set's columns)");
    auto *workload =
        app.add_option("--workload", given.workload, "Folder of a generated workload")->excludes(csv);
    app.add_option("--property", given.property, "Name of the property; created if it does not exist")
        ->required();
    app.add_option("--as-of", given.asOf,
                   "Business date of the imported hotel, YYYY-MM-DD (default: after the last row)");
    app.add_option("--hotel", given.hotel, "Which of the file's hotels (default: the first one)");
    app.add_option("--time-zone", given.timeZone, "IANA time zone of the property")->capture_default_str();
    app.add_option("--currency", given.currency, "ISO 4217 currency of the prices")->capture_default_str();
    app.add_option("--db,--database", given.db, "SQLite file, or postgresql://USER@HOST/DATABASE")
        ->capture_default_str();
    app.add_option("--report", given.report, "Where to list rows not imported (default: <db>.import.csv)");
    app.add_option("--map", given.map, "TOML file that maps columns with other names: adr = \"Rate\"");
    app.add_option("--encoding", given.encoding,
                   "Encoding of the file, for example CP949 (default: detected)");
    app.add_option("--dates", given.dates,
                   "month-first, day-first or year-first (default: the order that fits most rows)");
    app.add_flag("--dry-run", given.isDryRun, "Read and report only");
    app.add_option("--seed", given.seed, "Seed of the generated guests' names")->capture_default_str();
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        if (csv->empty() && workload->empty())
            throw CLI::RequiredError("--csv or --workload");
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    given.property = composed(given.property);
    return csv->empty() ? importWorkload(given) : importCsv(given);
}

} // namespace deskbell::server
