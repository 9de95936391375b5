#pragma once

// Two kinds of time that never mix: an Instant is a moment in UTC, a Date is a calendar day at the
// property without a time zone. A night is named by the date of its evening. Nothing here reads a
// clock: `now` is always handed in.

#include <chrono>
#include <string>
#include <string_view>

#include "domain/describe.h"
#include "domain/expected.h"

namespace deskbell {

/// A moment, UTC, in milliseconds since 1970.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day of the property (proleptic Gregorian), counted in days since 1970-01-01.
using Date = std::chrono::local_days;
using Days = std::chrono::days;

/// A minute by the property's clocks: when a performance begins.
using LocalMinute = std::chrono::local_time<std::chrono::minutes>;

/// ISO 8601, "2016-08-03".
std::string toString(Date date);
/// Accepts exactly YYYY-MM-DD of a day that exists, years 1900 to 2999. Error: "bad-date".
Expected<Date> parseDate(std::string_view text);

/// RFC 3339 with milliseconds, "2016-08-03T14:05:09.120Z".
std::string toString(Instant instant);
/// RFC 3339 in UTC ("Z") with 0 to 3 decimals. Error: "bad-instant".
Expected<Instant> parseInstant(std::string_view text);

/// "2016-08-03T19:30".
std::string toString(LocalMinute minute);
/// Accepts exactly that form. Error: "bad-minute".
Expected<LocalMinute> parseLocalMinute(std::string_view text);

/// The business date a property stands at: local wall time, with the day changing at
/// `rolloverHour` (a hotel's day does not end at midnight). `utcOffset` is the zone's at `now`.
Date businessDateAt(Instant now, std::chrono::minutes utcOffset, std::chrono::hours rolloverHour);

/// Half-open range of nights [arrival, departure). A day use has no night: arrival == departure.
struct Stay
{
    Date arrival{};
    Date departure{};

    int nights() const { return static_cast<int>((departure - arrival).count()); }
    bool isDayUse() const { return arrival == departure; }
    bool contains(Date night) const { return arrival <= night && night < departure; }
    /// A night in common; a day use has none.
    bool overlaps(const Stay &other) const
    {
        const Date from = arrival > other.arrival ? arrival : other.arrival;
        const Date to = departure < other.departure ? departure : other.departure;
        return from < to;
    }
    friend auto operator<=>(const Stay &, const Stay &) = default;
};

void describe(auto &visit, Of<Stay> auto &stay)
{
    visit("arrival", stay.arrival);
    visit("departure", stay.departure);
}

/// Longest stay that can be reserved: a year, in a leap year, too.
inline constexpr int maxNights = 366;

} // namespace deskbell
