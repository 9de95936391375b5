#include "server/import/booking.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace deskbell::server {
namespace {

constexpr std::array<std::string_view, 21> needed{"hotel",
                                                  "lead_time",
                                                  "arrival_date_year",
                                                  "arrival_date_month",
                                                  "arrival_date_day_of_month",
                                                  "stays_in_weekend_nights",
                                                  "stays_in_week_nights",
                                                  "adults",
                                                  "children",
                                                  "babies",
                                                  "meal",
                                                  "country",
                                                  "market_segment",
                                                  "reserved_room_type",
                                                  "assigned_room_type",
                                                  "deposit_type",
                                                  "adr",
                                                  "total_of_special_requests",
                                                  "reservation_status",
                                                  "reservation_status_date",
                                                  "distribution_channel"};

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// Reads fields by column and remembers the first thing that was wrong.
class Reader
{
public:
    Reader(const Columns &columns, const CsvRecord &record) : m_columns(columns), m_record(record) {}

    const std::string &text(std::string_view column) const
    {
        return m_record.fields[m_columns.find(column)->second];
    }

    /// 'None' is written NULL, and NA in the original file.
    bool isNone(std::string_view column) const
    {
        const std::string &value = text(column);
        return value.empty() || value == "NULL" || value == "NA" || value == "Undefined";
    }

    int number(std::string_view column, int least, int most)
    {
        std::string_view value = text(column);
        // A table program that took the column for decimals writes 2 as 2.0.
        if (const auto point = value.find_first_of(".,");
            point != std::string_view::npos && point + 1 < value.size() &&
            value.find_first_not_of('0', point + 1) == value.npos)
            value = value.substr(0, point);
        int result = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
        if (error != std::errc{} || end != value.data() + value.size() || result < least || result > most)
            fail("bad-number", column);
        return result;
    }

    int count(std::string_view column) { return isNone(column) ? 0 : number(column, 0, 99); }

    std::optional<Date> date(int year, unsigned month, unsigned day, std::string_view column)
    {
        const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                               std::chrono::day{day}};
        if (date.ok() && year >= 1900 && year < 3000)
            return Date{std::chrono::local_days{date}};
        fail("bad-date", column);
        return std::nullopt;
    }

    void fail(std::string code, std::string_view column)
    {
        if (!m_error)
            m_error = Error{std::move(code), {{"column", std::string(column)}, {"value", text(column)}}};
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    const Columns &m_columns;
    const CsvRecord &m_record;
    std::optional<Error> m_error;
};

/// By name, short name or number.
std::optional<unsigned> monthNamed(std::string_view text)
{
    const auto isSame = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    for (unsigned i = 0; i < months.size(); ++i) {
        const std::string_view name = months[i];
        if ((text.size() == name.size() || text.size() == 3) &&
            std::equal(text.begin(), text.end(), name.begin(), isSame))
            return i + 1;
    }
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

Date readArrival(Reader &reader)
{
    const auto month = monthNamed(reader.text("arrival_date_month"));
    if (!month || *month < 1 || *month > months.size())
        reader.fail("bad-date", "arrival_date_month");
    const int year = reader.number("arrival_date_year", 1900, 2999);
    const int day = reader.number("arrival_date_day_of_month", 1, 31);
    if (reader.error())
        return {};
    return reader.date(year, *month, static_cast<unsigned>(day), "arrival_date_day_of_month")
        .value_or(Date{});
}

Stay readStay(Reader &reader, Date arrival)
{
    const int weekend = reader.number("stays_in_weekend_nights", -maxNights, 9999);
    const int week = reader.number("stays_in_week_nights", -maxNights, 9999);
    if (weekend < 0 || week < 0)
        reader.fail("departure-before-arrival",
                    weekend < 0 ? "stays_in_weekend_nights" : "stays_in_week_nights");
    if (weekend + week > maxNights)
        reader.fail("stay-too-long", "stays_in_week_nights");
    return {arrival, arrival + Days{weekend + week}};
}

Date readEndedOn(Reader &reader, DateOrder order)
{
    const auto date = parseDateAs(order, reader.text("reservation_status_date"));
    if (!date)
        reader.fail("bad-date", "reservation_status_date");
    return date.value_or(Date{});
}

BookingEnd readEnd(Reader &reader)
{
    const std::string &status = reader.text("reservation_status");
    if (status == "Canceled")
        return BookingEnd::Cancelled;
    if (status == "No-Show")
        return BookingEnd::NoShow;
    if (status != "Check-Out")
        reader.fail("bad-status", "reservation_status");
    return BookingEnd::CheckedOut;
}

std::int64_t readRate(Reader &reader, Currency currency, char decimalMark)
{
    const auto rate = parseDecimal(plainNumber(reader.text("adr"), decimalMark), currency);
    if (!rate || rate->minor > maxMinor)
        reader.fail("bad-number", "adr");
    else if (rate->minor < 0)
        reader.fail("negative-price", "adr");
    return rate ? rate->minor : 0;
}

std::string channelOf(const Reader &reader)
{
    const std::string &segment = reader.text("market_segment");
    if (segment == "Online TA")
        return "ota";
    if (segment == "Offline TA/TO")
        return "agency";
    if (segment == "Groups")
        return "group";
    if (segment == "Corporate")
        return "corporate";
    return segment == "Direct" ? "direct" : "other";
}

std::string typeOf(Reader &reader, std::string_view column)
{
    const std::string &type = reader.text(column);
    if (type.empty() || type == "NULL" || type.size() > 20)
        reader.fail("type-missing", column);
    return type;
}

/// What does not change while a booking is one.
std::string keyOf(const Reader &reader, const Booking &booking)
{
    std::string key;
    for (const std::string &part :
         {booking.hotel, deskbell::toString(booking.bookedOn), deskbell::toString(booking.stay.arrival),
          booking.reservedType, booking.country, reader.text("market_segment"),
          reader.text("distribution_channel")})
        key += part + '\x1f';
    return key;
}

} // namespace

Expected<Columns> bookingColumns(const std::vector<std::string> &header, const ColumnNames &named)
{
    for (const auto &[column, name] : named) {
        if (std::find(needed.begin(), needed.end(), column) == needed.end())
            return failure("column-unknown", {{"column", column}});
    }
    Columns columns;
    std::string missing;
    for (const std::string_view column : needed) {
        const auto other = named.find(column);
        const std::string name = other == named.end() ? std::string(column) : other->second;
        const auto found = std::find(header.begin(), header.end(), name);
        if (found == header.end())
            missing += (missing.empty() ? "" : ", ") + name;
        else if (std::find(found + 1, header.end(), name) != header.end())
            return failure("column-twice", {{"column", name}});
        columns.emplace(column, static_cast<std::size_t>(found - header.begin()));
    }
    if (!missing.empty())
        return failure("columns-missing", {{"columns", missing}});
    // How many fields a record must have.
    columns.emplace("", header.size());
    return columns;
}

Expected<Booking> readBooking(const Columns &columns, const CsvRecord &record, Currency currency,
                              const ValueForms &forms)
{
    if (record.error)
        return tl::unexpected(*record.error);
    if (const std::size_t expected = columns.at(""); record.fields.size() != expected)
        return failure("field-count", {{"expected", std::to_string(expected)},
                                       {"got", std::to_string(record.fields.size())}});
    Reader reader(columns, record);
    Booking booking;
    booking.line = record.line;
    booking.hotel = reader.text("hotel");
    booking.stay = readStay(reader, readArrival(reader));
    booking.bookedOn = booking.stay.arrival - Days{reader.number("lead_time", 0, 3650)};
    booking.adults = reader.count("adults");
    booking.children = reader.count("children") + reader.count("babies");
    booking.country = reader.isNone("country") ? std::string() : reader.text("country");
    booking.channel = channelOf(reader);
    booking.reservedType = typeOf(reader, "reserved_room_type");
    booking.assignedType = typeOf(reader, "assigned_room_type");
    booking.meal = reader.isNone("meal") ? std::string() : reader.text("meal");
    booking.specialRequests = reader.count("total_of_special_requests");
    booking.isNonRefundable = reader.text("deposit_type") == "Non Refund";
    booking.rate = readRate(reader, currency, forms.decimalMark);
    booking.end = readEnd(reader);
    booking.endedOn = readEndedOn(reader, forms.dates);
    if (reader.error())
        return tl::unexpected(*reader.error());
    booking.key = keyOf(reader, booking);
    return booking;
}

} // namespace deskbell::server
