#pragma once

// The import of a booking file into a property: reads, builds the hotel, loads it in one transaction
// and accounts for every row. All lines end as exactly one of the report's outcomes.

#include <array>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "server/import/hotelbuilder.h"
#include "server/storage/storage.h"

namespace deskbell::server {

enum class RowOutcome { Imported, AlreadyThere, BookedLater, OtherHotel, Rejected };
inline constexpr std::size_t rowOutcomeCount = 5;
std::string_view toString(RowOutcome outcome);

/// A row that was not imported, and why.
struct RowReport
{
    std::size_t line = 0;
    RowOutcome outcome = RowOutcome::Rejected;
    Error reason;
};

struct ImportReport
{
    std::size_t rows = 0;                              ///< records below the header; the sum of `counts`
    std::array<std::size_t, rowOutcomeCount> counts{}; ///< by RowOutcome
    std::vector<RowReport> notImported;                ///< in the order of lines
    std::string hotel;
    Date asOf{};
    std::size_t offerings = 0;
    std::size_t units = 0;
    PropertyId property{};

    std::size_t count(RowOutcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
};

struct ImportOptions
{
    HotelOptions hotel;
    /// Which of the file's hotels; empty: the first one named.
    std::string onlyHotel;
};

/// A booking file read but not loaded: what it makes and what it leaves out.
struct ImportPlan
{
    ImportReport report;
    Hotel hotel;
};

/// Errors: "columns-missing", "file-empty", "no-such-hotel" (facts: hotel), "nothing-to-import".
Expected<ImportPlan> planImport(std::string_view csv, const ImportOptions &options);

/// Loads the plan; known reservations are left as they are and counted. Errors: Storage::load()'s.
Expected<ImportReport> carryOut(ImportPlan plan, Storage &storage);

/// "line,outcome,code,facts", one line a row that was not imported.
void writeReport(std::ostream &out, const ImportReport &report);
/// A few lines for the person at the terminal.
void writeSummary(std::ostream &out, const ImportReport &report);

} // namespace deskbell::server
