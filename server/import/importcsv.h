#pragma once

// The import of a booking file into a property: reads, builds the hotel, loads it in one transaction
// and accounts for every row. All lines end as exactly one of the report's outcomes.

#include <array>
#include <filesystem>
#include <iosfwd>
#include <optional>
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
    std::string form; ///< how the file is written, for people: "UTF-8, commas, month-first dates"
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
    std::string encoding; ///< as iconv names it; empty: found out
    ColumnNames columns;  ///< those that the file calls otherwise
    std::optional<DateOrder> dates;
};

/// Reads a booking file, without loading it: what it makes. `report` says what is left out and why, also when
/// the whole file is refused. Errors: "encoding-unknown", "encoding-broken", "file-empty", those of
/// bookingColumns() and valueFormsOf(), "no-such-hotel" (facts: hotel), "nothing-to-import",
/// "mostly-rejected" (facts: rows, rejected, and code and line of the first), a record's for the header.
Expected<Hotel> planImport(std::string bytes, const ImportOptions &options, ImportReport &report);

/// Loads the plan; known reservations are left as they are and counted in the report. Errors:
/// Storage::load()'s.
Expected<void> carryOut(Hotel hotel, Storage &storage, ImportReport &report);

/// "line,outcome,code,facts", one line a row that was not imported. Nothing in it begins as a formula does.
void writeReport(std::ostream &out, const ImportReport &report);
/// A few lines for the person at the terminal.
void writeSummary(std::ostream &out, const ImportReport &report);

} // namespace deskbell::server
