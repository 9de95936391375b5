#pragma once

// A CSV file as records with their line numbers (RFC 4180 through libcsv), held to limits: what
// cannot be read is one bad record with its place, and reading goes on with the next line. Which
// delimiter a file has, and whether its rows were quoted as a whole, is found out from its header.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/expected.h"

namespace deskbell::server {

struct CsvRecord
{
    std::size_t line = 0;            ///< where it begins, from 1
    std::vector<std::string> fields; ///< valid UTF-8, quotes undone, without blanks around
    /// Codes: "record-too-long", "quote-misplaced" (or never closed), "not-utf-8", "control-character".
    /// Fields are empty then.
    std::optional<Error> error;
};

inline constexpr std::size_t maxRecordBytes = 64 * 1024;
inline constexpr std::size_t maxCsvBytes = std::size_t{512} * 1024 * 1024;

struct CsvForm
{
    char delimiter = ',';
    bool isWrapped = false; ///< each row is one quoted field that holds the row

    friend bool operator==(const CsvForm &, const CsvForm &) = default;
};

/// The form in which the first record has most fields.
CsvForm csvFormOf(std::string_view text);

/// All records in order; empty lines are passed over.
std::vector<CsvRecord> readCsv(std::string_view text, const CsvForm &form);

/// Errors: "file-not-found", "file-unreadable", "file-too-large" (facts: file).
Expected<std::string> readFile(const std::filesystem::path &file, std::size_t maxBytes = maxCsvBytes);

} // namespace deskbell::server
