#include "server/import/importcsv.h"

#include <algorithm>
#include <ostream>

#include <csv.h>

#include "domain/text.h"
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

std::string factsText(const Facts &facts)
{
    std::string text;
    for (const auto &[name, value] : facts) {
        text += (text.empty() ? "" : "; ") + name + '=';
        // A value from a broken file is quoted, never copied as bytes that break the report.
        text += isUtf8(value) ? value.substr(0, maxName) : "?";
    }
    return text;
}

std::string quoted(const std::string &field)
{
    std::string out(field.size() * 2 + 2, '\0');
    out.resize(csv_write(out.data(), out.size(), field.data(), field.size()));
    return out;
}

} // namespace

std::string_view toString(RowOutcome outcome)
{
    constexpr std::array<std::string_view, rowOutcomeCount> names{"imported", "already-there", "booked-later",
                                                                  "other-hotel", "rejected"};
    return names[static_cast<std::size_t>(outcome)];
}

Expected<ImportPlan> planImport(std::string_view csv, const ImportOptions &options)
{
    const std::vector<CsvRecord> records = readCsv(csv);
    if (records.empty())
        return failure("file-empty");
    if (records.front().error)
        return tl::unexpected(*records.front().error);
    const auto columns = bookingColumns(records.front().fields);
    if (!columns)
        return tl::unexpected(columns.error());

    ImportPlan plan;
    ImportReport &report = plan.report;
    report.hotel = options.onlyHotel;
    report.rows = records.size() - 1;
    std::vector<Booking> bookings;
    for (auto record = records.begin() + 1; record != records.end(); ++record) {
        auto booking = readBooking(*columns, *record, options.hotel.currency);
        if (!booking) {
            leaveOut(report, record->line, RowOutcome::Rejected, booking.error());
            continue;
        }
        if (report.hotel.empty())
            report.hotel = booking->hotel;
        if (booking->hotel == report.hotel)
            bookings.push_back(std::move(*booking));
        else
            leaveOut(report, record->line, RowOutcome::OtherHotel,
                     {"other-hotel", {{"hotel", booking->hotel}}});
    }
    if (bookings.empty())
        return report.count(RowOutcome::OtherHotel) > 0
                   ? failure("no-such-hotel", {{"hotel", report.hotel}})
                   : failure("nothing-to-import", {{"rows", std::to_string(report.rows)}});

    HotelOptions hotel = options.hotel;
    hotel.asOf = hotel.asOf.value_or(lastDay(bookings));
    report.asOf = *hotel.asOf;
    plan.hotel = buildHotel(bookings, hotel);
    report.property = plan.hotel.property;
    for (const std::size_t line : plan.hotel.bookedLater)
        leaveOut(report, line, RowOutcome::BookedLater,
                 {"booked-later", {{"asOf", deskbell::toString(report.asOf)}}});
    sortByLine(report);
    for (const protocol::Row &row : plan.hotel.rows) {
        report.offerings += std::holds_alternative<Offering>(row) ? 1 : 0;
        report.units += std::holds_alternative<Unit>(row) ? 1 : 0;
    }
    return plan;
}

Expected<ImportReport> carryOut(ImportPlan plan, Storage &storage)
{
    ImportReport &report = plan.report;
    for (const auto &[line, id] : plan.hotel.reservations) {
        const auto known = storage.reservation(plan.hotel.property, id);
        if (!known && known.error().code != "unknown-property")
            return tl::unexpected(known.error());
        if (known && *known)
            leaveOut(report, line, RowOutcome::AlreadyThere,
                     {"already-there", {{"reservation", deskbell::toString(id)}}});
    }
    const std::size_t fresh = plan.hotel.reservations.size() - report.count(RowOutcome::AlreadyThere);
    const auto refused = loadRows(storage, plan.hotel.property, std::move(plan.hotel.rows));
    if (!refused)
        return tl::unexpected(refused.error());
    for (const auto &[id, reason] : *refused) {
        const auto found = std::find_if(plan.hotel.reservations.begin(), plan.hotel.reservations.end(),
                                        [&](const auto &reservation) { return reservation.second == id; });
        leaveOut(report, found->first, RowOutcome::Rejected, reason);
    }
    sortByLine(report);
    report.counts[static_cast<std::size_t>(RowOutcome::Imported)] = fresh - refused->size();
    return std::move(report);
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
    out << report.hotel << " as of " << deskbell::toString(report.asOf) << ": " << report.offerings
        << " room types, " << report.units << " rooms\n";
    out << report.rows << " rows:";
    for (std::size_t i = 0; i < rowOutcomeCount; ++i)
        out << (i == 0 ? " " : ", ") << report.counts[i] << ' ' << toString(static_cast<RowOutcome>(i));
    out << '\n';
}

} // namespace deskbell::server
