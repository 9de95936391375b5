#include "server/import/runimport.h"

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>

#include <CLI/CLI.hpp>

#include "server/import/importcsv.h"
#include "server/import/workload.h"
#include "server/storage/place.h"

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
    std::uint64_t seed = 1;
};

int fail(const Error &error)
{
    std::cerr << "deskbelld import: " << error.code;
    for (const auto &[name, value] : error.facts)
        std::cerr << ' ' << name << '=' << value;
    std::cerr << '\n';
    return 1;
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

int importCsv(const Arguments &arguments)
{
    ImportOptions options;
    options.hotel.name = arguments.property;
    options.hotel.timeZone = arguments.timeZone;
    options.hotel.seed = arguments.seed;
    options.onlyHotel = arguments.hotel;
    const auto currency = parseCurrency(arguments.currency);
    if (!currency)
        return fail(currency.error());
    options.hotel.currency = *currency;
    if (!arguments.asOf.empty()) {
        const auto day = parseDate(arguments.asOf);
        if (!day)
            return fail(day.error());
        options.hotel.asOf = *day;
    }
    const auto text = readFile(arguments.csv);
    if (!text)
        return fail(text.error());
    auto plan = planImport(*text, options);
    if (!plan)
        return fail(plan.error());
    auto storage = openStorage(arguments);
    if (!storage)
        return fail(storage.error());
    const auto report = carryOut(std::move(*plan), **storage);
    if (!report)
        return fail(report.error());

    writeSummary(std::cout, *report);
    const std::string file = reportOf(arguments);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    writeReport(out, *report);
    out.close();
    if (!out)
        return fail({"report-not-written", {{"file", file}}});
    std::cout << "Rows not imported, with line and reason: " << file << '\n';
    return 0;
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
    app.add_option("--property", given.property, "Name of the property, made if it is not there")->required();
    app.add_option("--as-of", given.asOf,
                   "The hotel stands as on this day, YYYY-MM-DD (else: after the last)");
    app.add_option("--hotel", given.hotel, "Which of the file's hotels (else: the first one named)");
    app.add_option("--time-zone", given.timeZone, "IANA time zone of the property")->capture_default_str();
    app.add_option("--currency", given.currency, "ISO 4217 currency of the prices")->capture_default_str();
    app.add_option("--db,--database", given.db, "SQLite file, or postgresql://USER@HOST/DATABASE")
        ->capture_default_str();
    app.add_option("--report", given.report, "Where to list rows not imported (else: <db>.import.csv)");
    app.add_option("--seed", given.seed, "Seed of the invented guests' names")->capture_default_str();
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        if (csv->empty() && workload->empty())
            throw CLI::RequiredError("--csv or --workload");
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return csv->empty() ? importWorkload(given) : importCsv(given);
}

} // namespace deskbell::server
