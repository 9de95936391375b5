// The importer against a real storage: what it loads holds together, twice is once, and what does not
// fit is told instead of lost.

#include <numeric>
#include <sstream>

#include <gmock/gmock.h>

#include "server/import/importcsv.h"
#include "server/import/loadrows.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;

namespace {

const std::string header =
    "hotel,lead_time,arrival_date_year,arrival_date_month,arrival_date_day_of_month,stays_in_weekend_nights,"
    "stays_in_week_nights,adults,children,babies,meal,country,market_segment,distribution_channel,"
    "reserved_room_type,assigned_room_type,deposit_type,adr,total_of_special_requests,reservation_status,"
    "reservation_status_date\n";

/// Arrives on that day of July 2016, booked `lead` days before.
std::string row(int day, int nights, int lead, const std::string &adr = "80",
                const std::string &deposit = "No Deposit")
{
    std::ostringstream out;
    out << "Resort," << lead << ",2016,July," << day << ",0," << nights << ",2,0,0,BB,PRT,Direct,Direct,A,A,"
        << deposit << ',' << adr << ",0,Check-Out,7/" << day + nights << "/2016\n";
    return out.str();
}

class ImportStorage : public StorageTest
{
protected:
    void SetUp() override
    {
        m_disk = GetParam()();
        m_storage = m_disk->open(m_clock, &m_listener);
    }
    ImportReport import(const std::string &csv, const char *asOf)
    {
        ImportOptions options;
        options.hotel.name = "Resort";
        options.hotel.currency = *parseCurrency("EUR");
        options.hotel.asOf = date(asOf);
        ImportReport report;
        auto hotel = planImport(csv, options, report);
        EXPECT_TRUE(hotel);
        const auto done = carryOut(std::move(*hotel), *m_storage, report);
        EXPECT_TRUE(done) << (done ? "" : done.error().code);
        EXPECT_EQ(std::accumulate(report.counts.begin(), report.counts.end(), std::size_t{0}), report.rows);
        EXPECT_EQ(report.notImported.size(), report.rows - report.count(RowOutcome::Imported))
            << "every row is imported or listed";
        return report;
    }
    std::map<Uuid, Reservation> all(const PropertyId &property)
    {
        return readSnapshot(*m_storage, property, {date("2000-01-01"), date("2100-01-01")}).reservations;
    }
};

DESKBELL_ON_EVERY_DATABASE(ImportStorage);

TEST_P(ImportStorage, anEditedCopyOfAFileIsKnown)
{
    const std::string rows = row(1, 2, 30) + row(1, 2, 30) + row(3, 1, 40);
    EXPECT_EQ(import(header + rows, "2016-07-04").count(RowOutcome::Imported), 3u);
    std::string edited = header + rows;
    for (std::size_t at = 0; (at = edited.find(",0,Check-Out", at)) != std::string::npos; ++at)
        edited.replace(at, 2, ",2"); // special requests
    EXPECT_EQ(import(edited, "2016-07-04").count(RowOutcome::AlreadyThere), 3u);
    std::string wider;
    std::istringstream lines(header + rows);
    for (std::string line; std::getline(lines, line);)
        wider += line + ",x\n";
    EXPECT_EQ(import(wider, "2016-07-04").count(RowOutcome::AlreadyThere), 3u);
}

class ImportFile : public ImportStorage
{
};
INSTANTIATE_TEST_SUITE_P(Sqlite, ImportFile, ::testing::Values(DiskFactory(onSqlite)));

TEST_P(ImportStorage, theSameFileTwiceIsOneHotel)
{
    const std::string csv = header + row(1, 3, 10) + row(1, 3, 10) + row(5, 2, 20) + row(8, 2, 2);
    const auto first = import(csv, "2016-07-04");
    EXPECT_EQ(first.count(RowOutcome::Imported), 3u);
    EXPECT_EQ(first.count(RowOutcome::BookedLater), 1u);
    const auto kept = all(first.property);
    const auto seq = m_storage->seq(first.property);
    const auto second = import(csv, "2016-07-04");
    EXPECT_EQ(second.count(RowOutcome::Imported), 0u);
    EXPECT_EQ(second.count(RowOutcome::AlreadyThere), 3u);
    EXPECT_EQ(all(first.property), kept);
    EXPECT_EQ(m_storage->seq(first.property), seq) << "nothing has changed, nothing is numbered";
}

TEST_P(ImportStorage, aLaterFileBringsWhatIsNew)
{
    const auto first = import(header + row(5, 2, 20), "2016-07-04");
    const auto before = *m_storage->seq(first.property);
    const auto second = import(header + row(5, 2, 20) + row(10, 2, 20), "2016-07-04");
    EXPECT_EQ(second.count(RowOutcome::Imported), 1u);
    EXPECT_EQ(second.count(RowOutcome::AlreadyThere), 1u);
    EXPECT_EQ(m_listener.changes().back()->seq, before + 1) << "desks hear of it as of any change";
    const protocol::Cursor cursor{*m_storage->epoch(), first.property, date("2016-07-01"), date("2016-08-01"),
                                  before};
    EXPECT_TRUE(m_storage->changes(cursor, 10));
}

TEST_P(ImportStorage, whatDoesNotFitIntoTheHotelThatIsThereIsRejectedWithItsReason)
{
    const auto first = import(header + row(5, 4, 20), "2016-07-04"); // one room
    // The first overlaps and finds the hotel sold out; the second comes after.
    const auto second = import(header + row(5, 4, 20) + row(6, 2, 20) + row(9, 2, 20), "2016-07-04");
    EXPECT_EQ(second.count(RowOutcome::AlreadyThere), 1u);
    EXPECT_EQ(second.count(RowOutcome::Rejected), 1u);
    EXPECT_EQ(second.count(RowOutcome::Imported), 1u);
    const auto rejected =
        std::find_if(second.notImported.begin(), second.notImported.end(),
                     [](const RowReport &report) { return report.outcome == RowOutcome::Rejected; });
    EXPECT_EQ(rejected->line, 3u);
    EXPECT_EQ(rejected->reason.facts.at("reason"), "no-stock");
    EXPECT_EQ(all(first.property).size(), 2u);
}

TEST_P(ImportStorage, theDeskGoesOnWithWhatWasImported)
{
    const auto report =
        import(header + row(4, 3, 20) + row(20, 2, 16) + row(21, 2, 17, "80", "Non Refund"), "2016-07-04");
    Desk desk;
    int confirmed = 0;
    int arrived = 0;
    for (const auto &[id, reservation] : all(report.property)) {
        const auto act = [&, about = reservation.id](CommandArgs args) {
            Command command = desk.command(std::move(args));
            return submit(*m_storage,
                          {report.property, actorWith(Role::Manager), desk.batch({command}), std::nullopt})
                ->front();
        };
        if (reservation.state == ReservationState::Requested ||
            reservation.state == ReservationState::AwaitingConfirmation) {
            EXPECT_TRUE(is<protocol::Applied>(act(ConfirmReservation{reservation.id})));
            ++confirmed;
        } else if (reservation.stay.arrival == date("2016-07-04")) {
            const auto result = act(CheckIn{reservation.id});
            EXPECT_TRUE(is<protocol::Applied>(result)) << refusalOf(result);
            ++arrived;
        }
    }
    EXPECT_EQ(confirmed, 2);
    EXPECT_EQ(arrived, 1);
}

TEST_P(ImportFile, aDiskThatIsFullMidwayLeavesNoHalfHotel)
{
    m_storage.reset();
    auto options = static_cast<SqliteDisk &>(*m_disk).options();
    options.maxPages = static_cast<std::int64_t>(std::filesystem::file_size(options.file) / 4096 + 40);
    m_storage = std::move(*openSqliteStorage(options, m_clock.surroundings(), &m_listener));
    std::string csv = header;
    for (int i = 0; i < 2000; ++i)
        csv += row(1 + i % 20, 2, 30);
    ImportOptions wanted;
    wanted.hotel.name = "Resort";
    wanted.hotel.currency = *parseCurrency("EUR");
    wanted.hotel.asOf = date("2016-07-04");
    ImportReport report;
    auto hotel = planImport(csv, wanted, report);
    const auto done = carryOut(std::move(*hotel), *m_storage, report);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "storage-full");
    EXPECT_TRUE(m_storage->properties()->empty());
}

TEST_P(ImportStorage, rowsThatContradictEachOtherAreNeverLoadedAsANewHotel)
{
    SmallHotel hotel;
    auto rows = hotel.rows();
    Reservation guest;
    guest.id = idNumbered<ReservationId>(1);
    guest.version = 1;
    guest.offering = hotel.doubles;
    guest.stay = {date("2016-07-01"), date("2016-07-03")};
    guest.currency = *parseCurrency("EUR");
    guest.nightlyPrices = {1, 1};
    guest.state = ReservationState::Confirmed;
    guest.holdsStock = true;
    guest.unit = hotel.room(hotel.doubles, 1);
    rows.emplace_back(guest);
    guest.id = idNumbered<ReservationId>(2);
    rows.emplace_back(guest);
    const auto refused = loadRows(*m_storage, hotel.property, rows);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "bad-load");
    EXPECT_EQ(refused.error().facts.at("reason"), "unit-taken");
    EXPECT_TRUE(m_storage->properties()->empty());
    std::get<Reservation>(rows.back()).unit = hotel.room(hotel.prepaid, 1);
    EXPECT_EQ(loadRows(*m_storage, hotel.property, rows).error().facts.at("reason"),
              "unit-of-other-offering");
}

} // namespace
