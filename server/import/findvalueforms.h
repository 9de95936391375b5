#pragma once

// Detects how a booking file writes its dates and numbers, by reading it each way. Pure.

#include <optional>
#include <span>

#include "server/import/booking.h"

namespace deskbell::server {

/// How the whole file writes its values: as most of its rows make sense. `dates`: as the operator said.
/// Errors: "dates-ambiguous", "numbers-ambiguous" (facts: column, line, value).
Expected<ValueForms> valueFormsOf(const Columns &columns, std::span<const CsvRecord> records,
                                  Currency currency, std::optional<DateOrder> dates);

} // namespace deskbell::server
