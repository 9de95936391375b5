#pragma once

// One row of the open hotel booking data set (Antonio, de Almeida, Nunes: "Hotel booking demand
// datasets", Data in Brief 22, 2019, doi 10.1016/j.dib.2018.11.126), read and checked.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/money.h"
#include "domain/time.h"
#include "server/import/csvrecords.h"
#include "server/import/valueforms.h"

namespace deskbell::server {

enum class BookingEnd { CheckedOut, Cancelled, NoShow };

struct Booking
{
    std::size_t line = 0;
    /// What tells one booking from another and does not change while it is a booking: a later copy of the
    /// file finds it again, whatever else was edited. Several bookings may have the same.
    std::string key;
    std::string hotel;
    Date bookedOn{}; ///< arrival − lead time
    Stay stay{};
    int adults = 0;
    int children = 0; ///< babies included
    std::string country;
    std::string channel;
    std::string reservedType;
    std::string assignedType;
    std::string meal;
    int specialRequests = 0;
    bool isNonRefundable = false;
    std::int64_t rate = 0; ///< a night, in minor units
    BookingEnd end = BookingEnd::CheckedOut;
    Date endedOn{};
};

/// Where the columns stand in this file.
using Columns = std::map<std::string, std::size_t, std::less<>>;
/// Our name of a column, and the file's.
using ColumnNames = std::map<std::string, std::string, std::less<>>;

/// `named` says which columns are called otherwise in this file. Errors: "column-unknown" (facts: column; no
/// column of ours), "columns-missing" (facts: columns, comma-separated, as they should be called here),
/// "column-twice" (facts: column). More columns than needed are fine.
Expected<Columns> bookingColumns(const std::vector<std::string> &header, const ColumnNames &named = {});

/// Codes: "field-count" (expected, got), "bad-number", "bad-date", "negative-price",
/// "departure-before-arrival", "stay-too-long", "bad-status", "type-missing"; facts: column, value.
Expected<Booking> readBooking(const Columns &columns, const CsvRecord &record, Currency currency,
                              const ValueForms &forms);

} // namespace deskbell::server
