// The same bookings as different programs write them: read alike, or refused in words.

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "domain/text.h"
#include "server/daemon/explain.h"
#include "server/import/importcsv.h"

using namespace deskbell;
using namespace deskbell::server;

namespace {

using Line = std::map<std::string, std::string>;

const std::vector<std::string> names{"hotel",
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
                                     "distribution_channel",
                                     "reserved_room_type",
                                     "assigned_room_type",
                                     "deposit_type",
                                     "adr",
                                     "total_of_special_requests",
                                     "reservation_status",
                                     "reservation_status_date"};

/// Dates on both sides of the twelfth, so that only one order makes sense of all.
std::vector<Line> bookings()
{
    std::vector<Line> lines;
    for (int i = 0; i < 10; ++i) {
        const int day = 5 + i;
        Line line{{"hotel", "한옥호텔"},
                  {"lead_time", "30"},
                  {"arrival_date_year", "2015"},
                  {"arrival_date_month", "July"},
                  {"arrival_date_day_of_month", std::to_string(day)},
                  {"stays_in_weekend_nights", "0"},
                  {"stays_in_week_nights", "2"},
                  {"adults", "2"},
                  {"children", "1"},
                  {"babies", "0"},
                  {"meal", "BB"},
                  {"country", "PRT"},
                  {"market_segment", "Direct"},
                  {"distribution_channel", "Direct"},
                  {"reserved_room_type", "A"},
                  {"assigned_room_type", "A"},
                  {"deposit_type", "No Deposit"},
                  {"adr", "1080.5"},
                  {"total_of_special_requests", "1"},
                  {"reservation_status", "Check-Out"},
                  {"reservation_status_date", "7/" + std::to_string(day + 2) + "/2015"}};
        lines.push_back(line);
    }
    return lines;
}

std::string joined(const std::vector<std::string> &fields, const std::string &delimiter)
{
    std::string line;
    for (const std::string &field : fields)
        line += (line.empty() ? "" : delimiter) + field;
    return line + '\n';
}

std::string written(const std::vector<Line> &lines, const std::string &delimiter = ",")
{
    std::string text = joined(names, delimiter);
    for (const Line &line : lines) {
        std::vector<std::string> fields;
        for (const std::string &name : names)
            fields.push_back(line.at(name));
        text += joined(fields, delimiter);
    }
    return text;
}

std::vector<Line> changed(const std::function<void(Line &)> &change)
{
    auto lines = bookings();
    for (Line &line : lines)
        change(line);
    return lines;
}

std::string eachLine(const std::string &text, const std::function<std::string(const std::string &)> &change)
{
    std::string all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        all += change(line) + '\n';
    return all;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// Latin letters and the name of the hotel only.
std::string asUtf16(const std::string &text, bool isBigEndian)
{
    const std::map<std::string, unsigned> hangul{
        {"한", 0xD55C}, {"옥", 0xC625}, {"호", 0xD638}, {"텔", 0xD154}};
    std::string out;
    const auto add = [&](unsigned unit) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        out += isBigEndian ? std::string{high, low} : std::string{low, high};
    };
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            add(static_cast<unsigned char>(text[i++]));
        } else {
            add(hangul.at(text.substr(i, 3)));
            i += 3;
        }
    }
    return out;
}

ImportOptions options()
{
    ImportOptions options;
    options.hotel.name = "Test";
    options.hotel.currency = parseCurrency("EUR").value();
    options.hotel.asOf = parseDate("2015-07-10").value();
    return options;
}

Expected<std::vector<protocol::Row>> rowsOf(const std::string &bytes, const ImportOptions &wanted = options())
{
    ImportReport report;
    return planImport(bytes, wanted, report).map([](Hotel hotel) { return std::move(hotel.rows); });
}

/// The sentence with which the file is refused.
std::string refusal(const std::string &bytes, const ImportOptions &wanted = options())
{
    ImportReport report;
    const auto hotel = planImport(bytes, wanted, report);
    EXPECT_FALSE(hotel.has_value());
    EXPECT_FALSE(report.notImported.empty()) << "there is a report of it, too";
    return hotel ? std::string() : explain(hotel.error());
}

bool says(const std::string &sentence, std::initializer_list<std::string_view> words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return sentence.find(word) != std::string::npos; });
}

} // namespace

TEST(ImportWritings, everyProgramsWritingIsReadAlike)
{
    const std::string plain = written(bookings());
    const auto expected = rowsOf(plain);
    ASSERT_TRUE(expected.has_value());
    const auto padded = [](Line &line) {
        for (auto &[name, value] : line)
            value = "\" " + value + "\xC2\xA0\"";
    };
    const std::map<std::string, std::string> writings{
        {"semicolons", written(bookings(), ";")},
        {"tabs", written(bookings(), "\t")},
        {"decimal commas", written(changed([](Line &line) { line["adr"] = "1.080,50"; }), ";")},
        {"grouped thousands", written(changed([](Line &line) { line["adr"] = "\"1,080.50\""; }))},
        {"whole numbers as decimals", written(changed([](Line &line) {
             line["children"] = "1.0";
             line["adults"] = "2.00";
             line["lead_time"] = "30.0";
         }))},
        {"year first", written(changed([](Line &line) {
             const std::string day = std::to_string(std::stoi(line["arrival_date_day_of_month"]) + 2);
             line["reservation_status_date"] = "2015-07-" + std::string(day.size() < 2 ? "0" : "") + day;
         }))},
        {"year first, midnight", written(changed([](Line &line) {
             const std::string day = std::to_string(std::stoi(line["arrival_date_day_of_month"]) + 2);
             line["reservation_status_date"] = "2015-7-" + day + " 00:00:00";
         }))},
        {"day first", written(changed([](Line &line) {
             const std::string day = std::to_string(std::stoi(line["arrival_date_day_of_month"]) + 2);
             line["reservation_status_date"] = day + ".7.2015";
         }))},
        {"months as numbers", written(changed([](Line &line) { line["arrival_date_month"] = "7"; }))},
        {"carriage returns", replaced(plain, "\n", "\r")},
        {"both line ends", replaced(plain, "\n", "\r\n")},
        {"a mark", "\xEF\xBB\xBF" + plain},
        {"values padded in quotes", written(changed(padded))},
        {"whole rows quoted", eachLine(plain, [](const std::string &line) { return '"' + line + '"'; })},
        {"UTF-16 with a mark", "\xFF\xFE" + asUtf16(plain, false)},
        {"UTF-16 without a mark", asUtf16(plain, false)},
        {"UTF-16 the other way", "\xFE\xFF" + asUtf16(plain, true)},
        {"CP949", replaced(plain, "한옥호텔", "\xC7\xD1\xBF\xC1\xC8\xA3\xC5\xDA")},
    };
    for (const auto &[name, bytes] : writings) {
        const auto rows = rowsOf(bytes);
        ASSERT_TRUE(rows.has_value()) << name << ": " << explain(rows.error());
        EXPECT_EQ(*rows, *expected) << name;
    }
}

TEST(ImportWritings, theDatesOfAFileAreOfOneOrder)
{
    // Each of these could be either; the nights say which.
    const auto of = [](int day) {
        Line line = bookings().front();
        line["arrival_date_day_of_month"] = std::to_string(day);
        line["reservation_status_date"] = std::to_string(day + 2) + "/7/2015";
        return line;
    };
    const auto rows = rowsOf(written({of(3), of(4), of(6)}));
    ASSERT_TRUE(rows.has_value());
    ImportOptions monthFirst = options();
    monthFirst.dates = DateOrder::MonthFirst;
    ImportReport report;
    EXPECT_TRUE(planImport(written({of(3), of(4), of(6)}), monthFirst, report))
        << "what the operator says counts";

    Line cancelled = of(3);
    cancelled["reservation_status"] = "Canceled";
    cancelled["lead_time"] = "300";
    cancelled["reservation_status_date"] = "3/4/2015";
    EXPECT_TRUE(
        says(refusal(written({cancelled})), {"reservation_status_date", "line 2", "3/4/2015", "--dates"}));
}

TEST(ImportWritings, aPriceThatCouldBeTwoIsRefused)
{
    const auto file = written(changed([](Line &line) { line["adr"] = "1,080"; }), ";");
    EXPECT_TRUE(says(refusal(file), {"adr", "line 2", "1,080"}));
    ImportOptions won = options();
    won.hotel.currency = parseCurrency("KRW").value();
    const auto rows = rowsOf(file, won);
    ASSERT_TRUE(rows.has_value()) << "there is no fraction of a won";
    EXPECT_EQ(*rows, rowsOf(written(changed([](Line &line) { line["adr"] = "1080"; })), won).value());
    EXPECT_EQ(*rows, rowsOf(written(changed([](Line &line) { line["adr"] = "1.080"; })), won).value());
}

TEST(ImportWritings, columnsMayBeNamedOtherwise)
{
    const std::string file = replaced(written(bookings()), ",adr,", ",Rate,");
    EXPECT_TRUE(says(refusal(file), {"adr", "--map"}));
    ImportOptions named = options();
    named.columns = {{"adr", "Rate"}};
    EXPECT_EQ(rowsOf(file, named).value(), rowsOf(written(bookings())).value());
    named.columns = {{"ADR", "Rate"}};
    EXPECT_TRUE(says(refusal(file, named), {"ADR"}));
    EXPECT_TRUE(says(refusal(replaced(written(bookings()), ",meal,", ",adr,")), {"adr", "twice"}));
}

TEST(ImportWritings, aFileOfWhichMostIsRejectedIsRefused)
{
    auto lines = bookings();
    for (std::size_t i = 0; i < 6; ++i)
        lines[i]["adults"] = "many";
    EXPECT_TRUE(says(refusal(written(lines)), {"6 of 10", "line 2", "bad-number", "adults", "many"}));
    lines[0]["adults"] = "2";
    EXPECT_TRUE(rowsOf(written(lines)).has_value());
}

TEST(ImportWritings, whatIsInNoEncodingIsSaid)
{
    const std::string latin = replaced(written(bookings()), "한옥호텔", "Caf\xE9 Roma");
    EXPECT_TRUE(says(refusal(latin), {"not-utf-8"}));
    ImportOptions named = options();
    named.encoding = "ISO-8859-1";
    EXPECT_TRUE(rowsOf(latin, named).has_value());
    named.encoding = "EBCDIC-77";
    EXPECT_TRUE(says(refusal(latin, named), {"EBCDIC-77"}));
    named.encoding = "CP949";
    EXPECT_TRUE(says(refusal(latin, named), {"line 2", "CP949", "--encoding"}));
}

TEST(ImportWritings, theReportCutsNoCharacterAndHoldsNoFormula)
{
    ImportReport report;
    std::string longValue = "x";
    for (int i = 0; i < 100; ++i)
        longValue += "가";
    report.notImported = {{2, RowOutcome::Rejected, {"bad-number", {{"column", longValue}}}},
                          {3, RowOutcome::Rejected, {"x", {{"=HYPERLINK(1)", "y"}}}}};
    std::ostringstream out;
    writeReport(out, report);
    EXPECT_TRUE(isUtf8(out.str()));
    EXPECT_NE(out.str().find("\"'=HYPERLINK"), std::string::npos);
}
