#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/decide.h"
#include "server/import/guestnames.h"
#include "server/import/importcsv.h"
#include "server/import/roomplan.h"
#include "server/import/standing.h"

using namespace deskbell;
using namespace deskbell::server;

namespace {

const std::string header =
    "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number,"
    "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,meal,"
    "country,"
    "market_segment,distribution_channel,reserved_room_type,assigned_room_type,deposit_type,adr,"
    "total_of_special_requests,reservation_status,reservation_status_date\n";

struct CsvRow
{
    std::string hotel = "Resort Hotel";
    std::string lead = "10";
    std::string year = "2015";
    std::string month = "July";
    std::string day = "13";
    std::string weekend = "0";
    std::string week = "2";
    std::string type = "A";
    std::string assigned = "A";
    std::string deposit = "No Deposit";
    std::string adr = "80.50";
    std::string status = "Check-Out";
    std::string ended = "7/15/2015";

    std::string text() const
    {
        return hotel + ",0," + lead + ',' + year + ',' + month + ",29," + day + ',' + weekend + ',' + week +
               ",2,0,0,BB,PRT,Direct,Direct," + type + ',' + assigned + ',' + deposit + ',' + adr + ",1," +
               status + ',' + ended + '\n';
    }
};

ImportOptions asOf(const std::string &day)
{
    ImportOptions options;
    options.hotel.name = "Test";
    options.hotel.currency = parseCurrency("EUR").value();
    options.hotel.asOf = parseDate(day).value();
    return options;
}

/// What a file makes, with the report of what it leaves out.
struct ImportPlan
{
    ImportReport report;
    Hotel hotel;
};

Expected<ImportPlan> planned(const std::string &csv, const ImportOptions &options)
{
    ImportReport report;
    return planImport(csv, options, report).map([&](Hotel hotel) {
        return ImportPlan{report, std::move(hotel)};
    });
}

std::vector<Reservation> reservationsOf(const ImportPlan &plan)
{
    std::vector<Reservation> found;
    for (const protocol::Row &row : plan.hotel.rows) {
        if (const auto *reservation = std::get_if<Reservation>(&row))
            found.push_back(*reservation);
    }
    return found;
}

Reservation onlyStay(const CsvRow &row, const std::string &day)
{
    const auto plan = planned(header + row.text(), asOf(day));
    EXPECT_TRUE(plan.has_value());
    const auto found = reservationsOf(plan.value());
    EXPECT_EQ(found.size(), 1u);
    return found.at(0);
}

/// The reason the file's only row was not imported for, beside one that is.
std::string rejection(const std::string &row)
{
    const auto plan = planned(header + CsvRow{}.text() + row, asOf("2015-07-14"));
    if (!plan)
        return "refused whole: " + plan.error().code;
    if (plan->report.notImported.size() != 1)
        return "not one row";
    EXPECT_EQ(plan->report.notImported[0].line, 3u);
    return plan->report.notImported[0].reason.code;
}

bool addsUp(const ImportReport &report, std::size_t reservations)
{
    const std::size_t counted = std::accumulate(report.counts.begin(), report.counts.end(), std::size_t{0});
    return counted + reservations == report.rows && report.notImported.size() == counted;
}

} // namespace

TEST(Standing, followsTheDayTheHotelIsLookedAt)
{
    using enum ReservationState;
    CsvRow row; // booked 3 July, arrives 13 July, leaves 15 July
    EXPECT_EQ(onlyStay(row, "2015-07-03").state, Requested);
    EXPECT_EQ(onlyStay(row, "2015-07-04").state, Confirmed);
    EXPECT_EQ(onlyStay(row, "2015-07-13").state, Confirmed);
    EXPECT_EQ(onlyStay(row, "2015-07-14").state, InHouse);
    EXPECT_EQ(onlyStay(row, "2015-07-15").state, InHouse);
    EXPECT_EQ(onlyStay(row, "2015-07-16").state, Departed);
}

TEST(Standing, cancelledLaterIsStillAlive)
{
    CsvRow row;
    row.status = "Canceled";
    row.ended = "7/10/2015";
    EXPECT_EQ(onlyStay(row, "2015-07-09").state, ReservationState::Confirmed);
    EXPECT_EQ(onlyStay(row, "2015-07-10").state, ReservationState::Cancelled);
}

TEST(Standing, whoDidNotComeIsANoShowOnceTheDayHasPassed)
{
    CsvRow row;
    row.status = "No-Show";
    row.ended = "7/13/2015";
    EXPECT_EQ(onlyStay(row, "2015-07-13").state, ReservationState::Confirmed);
    EXPECT_EQ(onlyStay(row, "2015-07-14").state, ReservationState::NoShow);
}

TEST(Import, bookedLaterIsLeftOutAndCounted)
{
    CsvRow later;
    later.lead = "1";
    const auto plan = planned(header + CsvRow{}.text() + later.text(), asOf("2015-07-05"));
    ASSERT_TRUE(plan.has_value());
    EXPECT_EQ(plan->report.count(RowOutcome::BookedLater), 1u);
    EXPECT_TRUE(addsUp(plan->report, 1));
}

TEST(Import, anAdvancePaymentThatCannotBeRefundedWaitsPaidForTheManager)
{
    CsvRow row;
    row.deposit = "Non Refund";
    const Reservation reservation = onlyStay(row, "2015-07-03");
    EXPECT_EQ(reservation.state, ReservationState::AwaitingConfirmation);
    EXPECT_EQ(paidNet(reservation).minor, 16100);
    EXPECT_TRUE(owed(reservation).isZero());
    EXPECT_EQ(progress(reservation), reservation.state);
}

TEST(Import, whoHasLeftOwesNothing)
{
    EXPECT_TRUE(owed(onlyStay(CsvRow{}, "2015-08-01")).isZero());
}

TEST(Import, inHouseGuestsHaveTheRoomTypeTheyGot)
{
    CsvRow row;
    row.assigned = "D";
    const auto plan = planned(header + row.text(), asOf("2015-07-14")).value();
    std::map<OfferingId, std::string> codes;
    for (const protocol::Row &made : plan.hotel.rows) {
        if (const auto *offering = std::get_if<Offering>(&made))
            codes[offering->id] = offering->code;
    }
    EXPECT_EQ(codes[reservationsOf(plan)[0].offering], "D");
}

TEST(Import, guestsAreInventedAndSaySo)
{
    const Reservation reservation = onlyStay(CsvRow{}, "2015-07-14");
    EXPECT_FALSE(reservation.guest.name.empty());
    EXPECT_TRUE(reservation.guest.isInvented);
    EXPECT_EQ(inventGuest("PRT", 1, 7), inventGuest("PRT", 1, 7));
}

TEST(Import, equalRowsAreDifferentReservationsWithStableIds)
{
    const std::string csv = header + CsvRow{}.text() + CsvRow{}.text();
    const auto once = reservationsOf(planned(csv, asOf("2015-07-14")).value());
    const auto again = reservationsOf(planned(csv, asOf("2015-07-14")).value());
    ASSERT_EQ(once.size(), 2u);
    EXPECT_NE(once[0].id, once[1].id);
    EXPECT_EQ(once, again);
}

TEST(Import, aDayUseTakesNoNight)
{
    CsvRow row;
    row.week = "0";
    const Reservation reservation = onlyStay(row, "2015-07-13");
    EXPECT_TRUE(reservation.stay.isDayUse());
    EXPECT_EQ(reservation.nightlyPrices.size(), 1u);
}

TEST(Import, theOtherHotelsRowsAreAccountedFor)
{
    CsvRow other;
    other.hotel = "City Hotel";
    const auto plan = planned(header + CsvRow{}.text() + other.text(), asOf("2015-07-14")).value();
    EXPECT_EQ(plan.report.count(RowOutcome::OtherHotel), 1u);
    EXPECT_EQ(plan.report.hotel, "Resort Hotel");
}

TEST(Import, badRowsAreRejectedWithTheirReason)
{
    const auto with = [](auto change) {
        CsvRow row;
        change(row);
        return rejection(row.text());
    };
    EXPECT_EQ(with([](CsvRow &r) {
                  r.day = "31";
                  r.month = "June";
              }),
              "bad-date");
    EXPECT_EQ(with([](CsvRow &r) { r.month = "Juillet"; }), "bad-date");
    EXPECT_EQ(with([](CsvRow &r) {
                  r.month = "February";
                  r.day = "29";
              }),
              "bad-date");
    EXPECT_EQ(with([](CsvRow &r) { r.ended = "2015-07-15"; }), "bad-date");
    EXPECT_EQ(with([](CsvRow &r) { r.ended = "7/15/"; }), "bad-date");
    EXPECT_EQ(with([](CsvRow &r) { r.week = "-2"; }), "departure-before-arrival");
    EXPECT_EQ(with([](CsvRow &r) { r.week = "400"; }), "stay-too-long");
    EXPECT_EQ(with([](CsvRow &r) { r.adr = "-6.38"; }), "negative-price");
    EXPECT_EQ(with([](CsvRow &r) { r.adr = "1e9"; }), "bad-number");
    EXPECT_EQ(with([](CsvRow &r) { r.adr = ""; }), "bad-number");
    EXPECT_EQ(with([](CsvRow &r) { r.lead = "soon"; }), "bad-number");
    EXPECT_EQ(with([](CsvRow &r) { r.status = "Maybe"; }), "bad-status");
    EXPECT_EQ(with([](CsvRow &r) { r.type = ""; }), "type-missing");
    EXPECT_EQ(with([](CsvRow &r) { r.ended += ",surplus"; }), "field-count");
    EXPECT_EQ(rejection("Resort Hotel,0,10\n"), "field-count");
    EXPECT_EQ(rejection("\"never closed,0,10\n"), "quote-misplaced");
    EXPECT_EQ(rejection("a \"stray\" quote,0,10\n"), "quote-misplaced");
    EXPECT_EQ(rejection("Caf\xE9,0,10\n"), "not-utf-8");
    EXPECT_EQ(rejection(std::string("a\0b,0,10\n", 9)), "control-character");
    EXPECT_EQ(rejection(std::string(10'000'000, 'x') + '\n'), "record-too-long");
}

TEST(Import, anOpenQuoteCostsItsOwnLineOnly)
{
    const auto plan =
        planned(header + "\"open," + CsvRow{}.text() + CsvRow{}.text(), asOf("2015-07-14")).value();
    EXPECT_EQ(plan.report.count(RowOutcome::Rejected), 1u);
    EXPECT_EQ(reservationsOf(plan).size(), 1u);
}

TEST(Import, readsAByteOrderMarkQuotedLinesAndCarriageReturns)
{
    std::string row = CsvRow{}.text();
    row.replace(0, row.find(','), "\"Resort\nHotel\"");
    row.insert(row.size() - 1, "\r");
    const auto plan = planned("\xEF\xBB\xBF" + header + row + row, asOf("2015-07-14")).value();
    EXPECT_EQ(plan.report.hotel, "Resort\nHotel");
    EXPECT_EQ(plan.hotel.reservations.at(0).first, 2u);
    EXPECT_EQ(plan.hotel.reservations.at(1).first, 4u);
}

TEST(Import, aFileWithoutItsColumnsIsRefusedByName)
{
    const auto plan = planned("hotel,adr\nx,1\n", asOf("2015-07-14"));
    ASSERT_FALSE(plan.has_value());
    EXPECT_EQ(plan.error().code, "columns-missing");
    EXPECT_NE(plan.error().facts.at("columns").find("lead_time"), std::string::npos);
    EXPECT_EQ(planned("", asOf("2015-07-14")).error().code, "file-empty");
    EXPECT_EQ(planned(header, asOf("2015-07-14")).error().code, "nothing-to-import");
}

RC_GTEST_PROP(Import, everyRowIsAccountedForWhateverTheFileHolds, (std::vector<std::string> junk))
{
    std::string csv = header + CsvRow{}.text();
    for (const std::string &line : junk)
        csv += *rc::gen::element(line + '\n', CsvRow{}.text(), '"' + line + '\n');
    const auto plan = planned(csv, asOf("2015-07-14"));
    if (plan)
        RC_ASSERT(addsUp(plan->report, plan->hotel.reservations.size()));
    else
        RC_ASSERT((plan.error().code == "mostly-rejected" || plan.error().code == "encoding-broken"));
}

RC_GTEST_PROP(RoomPlan, noRoomIsGivenTwiceAndNoneIsMadeInVain, ())
{
    const auto pairs = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(0, 12)));
    std::vector<Stay> stays;
    for (const auto &[from, nights] : pairs)
        stays.push_back({Date{Days{from}}, Date{Days{from + nights}}});
    const std::vector<int> rooms = planRooms(stays);
    std::map<int, int> perNight;
    std::set<std::pair<int, int>> taken;
    int busiest = 0;
    int used = 0;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        for (Date night = stays[i].arrival; night < stays[i].departure; night += Days{1}) {
            const int day = static_cast<int>(night.time_since_epoch().count());
            RC_ASSERT(taken.emplace(rooms[i], day).second);
            busiest = std::max(busiest, ++perNight[day]);
            used = std::max(used, rooms[i] + 1);
        }
    }
    RC_ASSERT(used == busiest);
}

TEST(Import, theReportNamesLineOutcomeAndReason)
{
    CsvRow bad;
    bad.adr = "-1";
    const auto plan = planned(header + CsvRow{}.text() + bad.text(), asOf("2015-07-14")).value();
    std::ostringstream out;
    writeReport(out, plan.report);
    EXPECT_EQ(out.str(), "line,outcome,code,facts\n3,rejected,negative-price,\"column=adr; value=-1\"\n");
}
