#include "server/import/importcsv.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <span>

#include <csv.h>

#include "domain/text.h"
#include "server/import/bookingtext.h"
#include "server/import/findvalueforms.h"
#include "server/import/loadrows.h"

namespace deskbell::server {
namespace {

void leaveOut(ImportReport &report, std::size_t line, RowOutcome outcome, Error reason)
{
    ++report.counts[static_cast<std::size_t>(outcome)];
    report.notImported.push_back({line, outcome, std::move(reason)});
}

void sortByLine(ImportReport &report)
{
    std::stable_sort(report.notImported.begin(), report.notImported.end(),
                     [](const RowReport &a, const RowReport &b) { return a.line < b.line; });
}

/// At most so many bytes, and no part of a character.
std::string_view cut(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

std::string factsText(const Facts &facts)
{
    std::string text;
    for (const auto &[name, value] : facts) {
        text += (text.empty() ? "" : "; ") + name + '=';
        // A value from a broken file is quoted, never copied as bytes that break the report.
        text += isUtf8(value) ? cut(value, maxName) : "?";
    }
    // A table program would calculate a cell that begins like this.
    constexpr std::string_view formula = "=+-@\t\r";
    return !text.empty() && formula.find(text.front()) != formula.npos ? "'" + text : text;
}

std::string quoted(const std::string &field)
{
    std::string out(field.size() * 2 + 2, '\0');
    out.resize(csv_write(out.data(), out.size(), field.data(), field.size()));
    return out;
}

std::string formText(const std::string &encoding, const CsvForm &csv, const ValueForms &forms)
{
    std::string text = encoding;
    switch (csv.delimiter) {
    case ';':
        text += ", semicolons";
        break;
    case '\t':
        text += ", tabs";
        break;
    case '|':
        text += ", bars";
        break;
    default:
        text += ", commas";
    }
    if (csv.isWrapped)
        text += ", rows quoted as a whole";
    if (forms.decimalMark == ',')
        text += ", decimal commas";
    return text + ", " + std::string(toString(forms.dates)) + " dates";
}

/// The bookings of the hotel that is imported; what is none, or another hotel's, is in the report.
std::vector<Booking> readAll(const Columns &columns, std::span<const CsvRecord> rows, Currency currency,
                             const ValueForms &forms, ImportReport &report)
{
    report.rows = rows.size();
    std::vector<Booking> bookings;
    for (const CsvRecord &row : rows) {
        auto booking = readBooking(columns, row, currency, forms);
        if (!booking) {
            leaveOut(report, row.line, RowOutcome::Rejected, booking.error());
            continue;
        }
        if (report.hotel.empty())
            report.hotel = booking->hotel;
        if (booking->hotel == report.hotel)
            bookings.push_back(std::move(*booking));
        else
            leaveOut(report, row.line, RowOutcome::OtherHotel, {"other-hotel", {{"hotel", booking->hotel}}});
    }
    return bookings;
}

/// A file of which more than half makes no sense is not what the operator takes it for.
Expected<void> checkWorthImporting(const ImportReport &report, std::size_t bookings)
{
    const std::size_t rejected = report.count(RowOutcome::Rejected);
    if (rejected * 2 > report.rows) {
        const auto first =
            std::find_if(report.notImported.begin(), report.notImported.end(),
                         [](const RowReport &row) { return row.outcome == RowOutcome::Rejected; });
        return failure("mostly-rejected", {{"rows", std::to_string(report.rows)},
                                           {"rejected", std::to_string(rejected)},
                                           {"line", std::to_string(first->line)},
                                           {"code", first->reason.code},
                                           {"facts", factsText(first->reason.facts)}});
    }
    if (bookings > 0)
        return {};
    return report.count(RowOutcome::OtherHotel) > 0
               ? failure("no-such-hotel", {{"hotel", report.hotel}})
               : failure("nothing-to-import", {{"rows", std::to_string(report.rows)}});
}

Hotel standingHotel(const std::vector<Booking> &bookings, HotelOptions options, ImportReport &report)
{
    options.asOf = options.asOf.value_or(lastDay(bookings));
    report.asOf = *options.asOf;
    Hotel hotel = buildHotel(bookings, options);
    report.property = hotel.property;
    for (const std::size_t line : hotel.bookedLater)
        leaveOut(report, line, RowOutcome::BookedLater,
                 {"booked-later", {{"asOf", deskbell::toString(report.asOf)}}});
    for (const protocol::Row &row : hotel.rows) {
        report.offerings += std::holds_alternative<Offering>(row) ? 1 : 0;
        report.units += std::holds_alternative<Unit>(row) ? 1 : 0;
    }
    return hotel;
}

} // namespace

std::string_view toString(RowOutcome outcome)
{
    constexpr std::array<std::string_view, rowOutcomeCount> names{"imported", "already-there", "booked-later",
                                                                  "other-hotel", "rejected"};
    return names[static_cast<std::size_t>(outcome)];
}

Expected<Hotel> planImport(std::string bytes, const ImportOptions &options, ImportReport &report)
{
    report.hotel = options.onlyHotel;
    const auto refused = [&](const Error &error) {
        sortByLine(report);
        if (report.notImported.empty()) {
            const auto line = error.facts.find("line");
            report.notImported.push_back(
                {line == error.facts.end() ? 1 : std::strtoul(line->second.c_str(), nullptr, 10),
                 RowOutcome::Rejected, error});
        }
        return tl::unexpected(error);
    };
    const auto text = readBookingText(std::move(bytes), options.encoding);
    if (!text)
        return refused(text.error());
    const CsvForm csv = csvFormOf(text->text);
    const std::vector<CsvRecord> records = readCsv(text->text, csv);
    if (records.empty())
        return refused(Error{"file-empty", {}});
    if (records.front().error)
        return refused(*records.front().error);
    const auto columns = bookingColumns(records.front().fields, options.columns);
    if (!columns)
        return refused(columns.error());
    const std::span rows = std::span(records).subspan(1);
    const auto forms = valueFormsOf(*columns, rows, options.hotel.currency, options.dates);
    if (!forms)
        return refused(forms.error());
    report.form = formText(text->encoding, csv, *forms);

    const auto bookings = readAll(*columns, rows, options.hotel.currency, *forms, report);
    if (const auto worth = checkWorthImporting(report, bookings.size()); !worth)
        return refused(worth.error());
    Hotel hotel = standingHotel(bookings, options.hotel, report);
    sortByLine(report);
    return hotel;
}

Expected<void> carryOut(Hotel hotel, Storage &storage, ImportReport &report)
{
    for (const auto &[line, id] : hotel.reservations) {
        const auto known = storage.reservation(hotel.property, id);
        if (!known && known.error().code != "unknown-property")
            return tl::unexpected(known.error());
        if (known && *known)
            leaveOut(report, line, RowOutcome::AlreadyThere,
                     {"already-there", {{"reservation", deskbell::toString(id)}}});
    }
    const std::size_t fresh = hotel.reservations.size() - report.count(RowOutcome::AlreadyThere);
    const auto refused = loadRows(storage, hotel.property, std::move(hotel.rows));
    if (!refused)
        return tl::unexpected(refused.error());
    for (const auto &[id, reason] : *refused) {
        const auto found = std::find_if(hotel.reservations.begin(), hotel.reservations.end(),
                                        [&](const auto &reservation) { return reservation.second == id; });
        leaveOut(report, found->first, RowOutcome::Rejected, reason);
    }
    sortByLine(report);
    report.counts[static_cast<std::size_t>(RowOutcome::Imported)] = fresh - refused->size();
    return {};
}

void writeReport(std::ostream &out, const ImportReport &report)
{
    out << "line,outcome,code,facts\n";
    for (const RowReport &row : report.notImported)
        out << row.line << ',' << toString(row.outcome) << ',' << row.reason.code << ','
            << quoted(factsText(row.reason.facts)) << '\n';
}

void writeSummary(std::ostream &out, const ImportReport &report)
{
    out << "Read as " << report.form << '\n';
    out << report.hotel << " as of " << deskbell::toString(report.asOf) << ": " << report.offerings
        << " room types, " << report.units << " rooms\n";
    out << report.rows << " rows:";
    for (std::size_t i = 0; i < rowOutcomeCount; ++i)
        out << (i == 0 ? " " : ", ") << report.counts[i] << ' ' << toString(static_cast<RowOutcome>(i));
    out << '\n';
}

} // namespace deskbell::server
