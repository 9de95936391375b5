// Snapshots and changes over the wire.

#include "server/gatewayfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

class GatewayReading : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property, m_elsewhere});
    }
    struct Snapshot
    {
        std::size_t rows = 0;
        std::map<ReservationId, Reservation> reservations;
        SnapshotEnd end;
    };
    Snapshot snapshotOf(const RawAnswer &answer)
    {
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.header("content-type"), "application/x-ndjson");
        Snapshot read;
        std::string_view text = answer.body;
        while (!text.empty()) {
            const auto line = decodeSnapshotLine(text.substr(0, text.find('\n')));
            EXPECT_TRUE(line);
            text.remove_prefix(text.find('\n') + 1);
            if (!line)
                break;
            if (const auto *end = std::get_if<SnapshotEnd>(&*line)) {
                EXPECT_TRUE(text.empty()) << "the end comes last";
                read.end = *end;
                continue;
            }
            ++read.rows;
            if (const auto *reservation = std::get_if<Reservation>(&std::get<Row>(*line)))
                read.reservations[reservation->id] = *reservation;
        }
        EXPECT_EQ(read.end.count, read.rows);
        return read;
    }
    ChangesPage changesAfter(const WireDesk &desk, const std::string &cursor, const std::string &more = {})
    {
        const RawAnswer answer = desk.get(path("changes") + "?after=" + cursor + more);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return decodeChangesPage(answer.body).value_or(ChangesPage{});
    }
};

DESKBELL_ON_EVERY_DATABASE(GatewayReading);

TEST_P(GatewayReading, aSnapshotHoldsTheHouseAndEndsInItsCursor)
{
    WireDesk desk = deskOf("anna");
    const MakeReservation make = wish(desk);
    desk.sendOne(m_hotel.property, desk.commands.command(make));
    const RawAnswer answer = desk.get(path("snapshot") + "?from=2026-05-01&to=2026-07-01");
    const Snapshot read = snapshotOf(answer);
    EXPECT_EQ(read.rows, m_hotel.rows().size() + 1);
    EXPECT_EQ(answer.header("deskbell-rows"), std::to_string(read.rows)) << "so far it is exact here";
    EXPECT_TRUE(read.reservations.contains(make.reservation));
    EXPECT_EQ(read.end.seq, seq());
    const auto cursor = parseCursor(read.end.cursor);
    ASSERT_TRUE(cursor);
    EXPECT_EQ(cursor->property, m_hotel.property);
    EXPECT_EQ(cursor->from, date("2026-05-01"));
}

TEST_P(GatewayReading, withoutDatesTheWindowLiesAroundTheBusinessDate)
{
    const WireDesk desk = deskOf("anna");
    const Snapshot read = snapshotOf(desk.get(path("snapshot")));
    const auto cursor = parseCursor(read.end.cursor);
    ASSERT_TRUE(cursor);
    EXPECT_EQ(cursor->from, date("2026-05-03"));
    EXPECT_EQ(cursor->to, date("2026-05-10") + Days(400));
}

TEST_P(GatewayReading, aWindowIsAskedForByDaysAroundTheBusinessDateAndToldAtTheEnd)
{
    const WireDesk desk = deskOf("anna");
    const Snapshot read = snapshotOf(desk.get(path("snapshot") + "?back=3&ahead=10"));
    EXPECT_EQ(read.end.window, (Window{date("2026-05-07"), date("2026-05-20")}));
}

TEST_P(GatewayReading, changesGoOnFromTheSameNumberThroughAnotherWindow)
{
    WireDesk desk = deskOf("anna");
    const SnapshotEnd end = snapshotOf(desk.get(path("snapshot") + "?from=2026-05-01&to=2026-05-20")).end;
    const MakeReservation make = wish(desk); // in June
    desk.sendOne(m_hotel.property, desk.commands.command(make));
    EXPECT_TRUE(changesAfter(desk, end.cursor).transactions.front().rows.empty());
    const ChangesPage page = changesAfter(desk, end.cursor, "&from=2026-05-02&to=2026-06-20");
    ASSERT_EQ(page.transactions.size(), 1u);
    ASSERT_EQ(page.transactions.front().rows.size(), 1u);
    EXPECT_EQ(idOf(page.transactions.front().rows.front()), make.reservation.value);
    const auto cursor = parseCursor(page.cursor);
    ASSERT_TRUE(cursor);
    EXPECT_EQ(cursor->from, date("2026-05-02"));
    EXPECT_EQ(cursor->to, date("2026-06-20"));
    EXPECT_EQ(cursor->seq, seq());
}

TEST_P(GatewayReading, aSnapshotComesCompressedToWhoCanReadIt)
{
    const WireDesk desk = deskOf("anna");
    const RawAnswer plain = desk.get(path("snapshot"));
    const RawAnswer packed = desk.get(path("snapshot"), "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
    EXPECT_LT(packed.body.size(), plain.body.size());
}

TEST_P(GatewayReading, changesCarryOnWhereTheSnapshotEnded)
{
    WireDesk desk = deskOf("anna");
    const std::string cursor = snapshotOf(desk.get(path("snapshot"))).end.cursor;
    EXPECT_TRUE(changesAfter(desk, cursor).transactions.empty());
    std::vector<CommandId> sent;
    for (int i = 0; i < 5; ++i) {
        const Command command = desk.commands.command(wish(desk));
        desk.sendOne(m_hotel.property, command);
        sent.push_back(command.id);
    }
    const ChangesPage first = changesAfter(desk, cursor, "&limit=3");
    ASSERT_EQ(first.transactions.size(), 3u);
    EXPECT_FALSE(first.isUpToDate);
    const ChangesPage second = changesAfter(desk, first.cursor);
    ASSERT_EQ(second.transactions.size(), 2u);
    EXPECT_TRUE(second.isUpToDate);
    EXPECT_EQ(second.seq, seq());
    EXPECT_EQ(second.transactions.back().command, sent.back());
}

TEST_P(GatewayReading, aCursorOfAnotherEpochIsGone)
{
    const WireDesk desk = deskOf("anna");
    Cursor cursor = parseCursor(snapshotOf(desk.get(path("snapshot"))).end.cursor).value();
    cursor.epoch = idNumbered(12345);
    const RawAnswer answer = desk.get(path("changes") + "?after=" + toString(cursor));
    EXPECT_EQ(answer.status, 410);
    EXPECT_EQ(codeOf(answer), "cursor-gone");
}

TEST_P(GatewayReading, aCursorOlderThanWhatIsKeptIsGone)
{
    WireDesk desk = deskOf("anna");
    const std::string old = snapshotOf(desk.get(path("snapshot"))).end.cursor;
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    m_clock.now = m_clock.now.load() + Days(3);
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(1)));
    EXPECT_EQ(deskOf("anna").get(path("changes") + "?after=" + old).status, 410);
}

TEST_P(GatewayReading, aCursorOfAnotherPropertyIsRefused)
{
    const WireDesk desk = deskOf("anna");
    const std::string theirs = snapshotOf(desk.get(path("snapshot", m_elsewhere))).end.cursor;
    const RawAnswer answer = desk.get(path("changes") + "?after=" + theirs);
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(codeOf(answer), "property-not-allowed");
}

TEST_P(GatewayReading, whatIsNoWindowNoCursorOrNoLimitIsRefused)
{
    const WireDesk desk = deskOf("anna");
    for (const char *query :
         {"?from=2026-05-01", "?to=2026-05-01", "?from=2026-02-30&to=2026-05-01",
          "?from=2026-05-02&to=2026-05-01", "?from=2026-05-01&to=2026-05-01", "?from=x&to=y", "?back=0",
          "?ahead=-1", "?back=7x", "?ahead=99999", "?from=2026-05-01'&to=2026-06-01", "?from=&to="}) {
        const RawAnswer answer = desk.get(path("snapshot") + query);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_NE(codeOf(answer), "") << query;
    }
    const std::string cursor = snapshotOf(desk.get(path("snapshot"))).end.cursor;
    for (const std::string &query :
         {std::string(), std::string("?after="), std::string("?after=1;drop"), "?after=" + cursor + "0x",
          "?after=" + cursor + "&limit=0", "?after=" + cursor + "&limit=-1",
          "?after=" + cursor + "&limit=1001", "?after=" + cursor + "&limit=99999999999999999999",
          "?after=" + cursor + "&limit=2x", "?after=" + cursor + "&from=2026-05-01",
          "?after=" + cursor + "&from=2026-05-02&to=2026-05-01"})
        EXPECT_EQ(desk.get(path("changes") + query).status, 400) << query;
}

TEST_P(GatewayReading, wrongMethodsAndUnknownPathsAreNamedSo)
{
    const WireDesk desk = deskOf("anna");
    EXPECT_EQ(desk.post(path("snapshot"), "{}").status, 405);
    EXPECT_EQ(desk.get(path("commands")).status, 405);
    EXPECT_EQ(desk.get("/v1/nothing").status, 404);
    EXPECT_EQ(desk.get("/v2/hello").status, 404);
    EXPECT_EQ(desk.get(path("live")).status, 426);
}

} // namespace
} // namespace deskbell::server::testing
