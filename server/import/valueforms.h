#pragma once

// How a file writes its dates and numbers. Decided once for the whole file, by which form fits more of
// its rows, never row by row: 3/4/2015 is unambiguous in a file whose other dates show the order. If two
// forms remain that give different dates or prices, the file is refused rather than guessed at.

#include <optional>
#include <string_view>
#include <vector>

#include "domain/expected.h"
#include "domain/time.h"

namespace deskbell::server {

enum class DateOrder { MonthFirst, DayFirst, YearFirst };
inline constexpr int dateOrderCount = 3;
std::string_view toString(DateOrder order); ///< "month-first"
std::optional<DateOrder> dateOrderNamed(std::string_view name);

struct ValueForms
{
    DateOrder dates = DateOrder::MonthFirst;
    char decimalMark = '.';
};

/// Three numbers with '/', '-' or '.' between them, and no time of day but midnight after them.
std::optional<Date> parseDateAs(DateOrder order, std::string_view text);

/// The number with a point for its decimals and without marks between thousands: "1.234,50" is "1234.50"
/// where the comma is the decimal mark. Empty when it is not written that way.
std::string plainNumber(std::string_view text, char decimalMark);

} // namespace deskbell::server
