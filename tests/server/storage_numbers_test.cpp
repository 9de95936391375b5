// The numbered changes: no gaps and no overtaking under many threads, whole snapshots while others
// write, and a desk that follows them ends where the backend is.

#include <thread>

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/refusal.h"
#include "server/storagemodel.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

const Window wide{date("2026-01-01"), date("2027-01-01")};

class NumberedStorage : public StorageTest
{
};

DESKBELL_ON_EVERY_DATABASE(NumberedStorage);

TEST_P(NumberedStorage, numbersHaveNoGapsUnderManyDesks)
{
    constexpr int desks = 8;
    constexpr int commandsEach = 60;
    const auto first = seq();
    std::mutex mutex;
    std::set<std::uint64_t> numbers;
    std::vector<std::thread> threads;
    for (int n = 0; n < desks; ++n) {
        threads.emplace_back([&, n] {
            Desk desk(static_cast<std::uint64_t>(100 + n));
            for (int i = 0; i < commandsEach; ++i) {
                const Command make =
                    desk.command(request(desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
                const auto results = submit(
                    *m_storage, {m_hotel.property, actorWith(Role::Clerk), desk.batch({make}), std::nullopt});
                ASSERT_TRUE(results && is<Applied>(results->front()));
                const std::lock_guard lock(mutex);
                numbers.insert(std::get<Applied>(results->front().outcome).seq);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(numbers.size(), static_cast<std::size_t>(desks * commandsEach));
    EXPECT_EQ(*numbers.begin(), first + 1);
    EXPECT_EQ(*numbers.rbegin(), first + desks * commandsEach);
    EXPECT_EQ(seq(), *numbers.rbegin());
    std::uint64_t expected = first;
    for (const auto &change : m_listener.changes())
        EXPECT_EQ(change->seq, ++expected) << "the listener is told in order";
    EXPECT_EQ(expected, seq());
}

TEST_P(NumberedStorage, ofManyWhoWantTheLastRoomOneGetsIt)
{
    constexpr int desks = 6;
    std::vector<ReservationId> all;
    Desk setUp(50);
    for (int n = 0; n < desks; ++n) {
        all.push_back(setUp.newReservation());
        apply(request(all.back(), m_hotel.doubles, "2026-06-01", "2026-06-03"));
    }
    std::atomic<int> confirmed{0};
    std::atomic<int> withoutStock{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < desks; ++n) {
        threads.emplace_back([&, n] {
            Desk desk(static_cast<std::uint64_t>(200 + n));
            const Command confirm = desk.command(ConfirmReservation{all[static_cast<std::size_t>(n)]});
            const auto result = submit(*m_storage, {m_hotel.property, actorWith(Role::Manager),
                                                    desk.batch({confirm}), std::nullopt})
                                    ->front();
            confirmed += is<Applied>(result) ? 1 : 0;
            withoutStock += refusalOf(result) == refusal::noStock ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(confirmed, 2);
    EXPECT_EQ(withoutStock, desks - 2);
}

TEST_P(NumberedStorage, aSnapshotIsOfOneMomentWhileOthersWrite)
{
    const auto before = seq();
    std::atomic<bool> isDone{false};
    std::thread writer([&] {
        Desk desk(300);
        for (int i = 0; i < 300; ++i) {
            const auto id = desk.newReservation();
            // Two commands a batch, one number each: both are there or the snapshot is older.
            submit(*m_storage,
                   {m_hotel.property, actorWith(Role::Clerk),
                    desk.batch({desk.command(request(id, m_hotel.doubles, "2026-06-01", "2026-06-02")),
                                desk.command(EditNote{id, std::string(1500, 'x')})}),
                    std::nullopt});
        }
        isDone = true;
    });
    std::size_t snapshots = 0;
    while (!isDone || snapshots == 0) {
        const auto snapshot = readSnapshot(*m_storage, m_hotel.property, wide);
        ++snapshots;
        std::uint64_t versions = 0;
        for (const auto &[id, reservation] : snapshot.reservations)
            versions += reservation.version;
        EXPECT_EQ(versions, snapshot.end.seq - before) << "each number is one version of one reservation";
        EXPECT_EQ(snapshot.end.digests[static_cast<std::size_t>(entityOf<Reservation>())],
                  digestOf(snapshot.reservations));
    }
    writer.join();
}

TEST_P(NumberedStorage, aSnapshotHeldOpenKeepsItsMoment)
{
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    auto reader = m_storage->snapshot(m_hotel.property, wide);
    ASSERT_TRUE(reader);
    const auto atOpening = seq();
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    std::string all;
    for (auto piece = (*reader)->next(); !piece->empty(); piece = (*reader)->next())
        all += *piece;
    EXPECT_THAT(all, ::testing::HasSubstr("\"seq\":" + std::to_string(atOpening)));
}

TEST_P(NumberedStorage, tooManySnapshotsAtOnceAreRefusedAndChangesStillRead)
{
    std::vector<std::unique_ptr<SnapshotReader>> held;
    Expected<std::unique_ptr<SnapshotReader>> next = m_storage->snapshot(m_hotel.property, wide);
    while (next) {
        held.push_back(std::move(*next));
        ASSERT_LT(held.size(), 100u);
        next = m_storage->snapshot(m_hotel.property, wide);
    }
    EXPECT_EQ(next.error().code, "storage-busy");
    EXPECT_TRUE(m_storage->seq(m_hotel.property));
    held.pop_back();
    EXPECT_TRUE(m_storage->snapshot(m_hotel.property, wide));
}

TEST_P(NumberedStorage, aCursorOfAnotherHistoryIsGone)
{
    Cursor cursor{*m_storage->epoch(), m_hotel.property, wide.from, wide.to, seq()};
    EXPECT_TRUE(m_storage->changes(cursor, 10));
    auto other = cursor;
    other.epoch = idNumbered(5);
    EXPECT_EQ(m_storage->changes(other, 10).error().code, "cursor-gone");
    other = cursor;
    --other.seq;
    EXPECT_EQ(m_storage->changes(other, 10).error().code, "cursor-gone") << "before the load began it";
    other = cursor;
    ++other.seq;
    EXPECT_EQ(m_storage->changes(other, 10).error().code, "cursor-gone") << "from a future that is lost";
    other = cursor;
    other.property = idNumbered<PropertyId>(99);
    EXPECT_EQ(m_storage->changes(other, 10).error().code, "unknown-property");
}

TEST_P(NumberedStorage, prunedChangesMakeOlderCursorsGoneAndNoOthers)
{
    const Cursor old{*m_storage->epoch(), m_hotel.property, wide.from, wide.to, seq()};
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    Cursor middle = old;
    middle.seq = seq();
    m_clock.now = m_clock.now.load() + Days{40};
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days{30}));
    EXPECT_EQ(m_storage->changes(old, 10).error().code, "cursor-gone");
    const auto page = m_storage->changes(middle, 10);
    ASSERT_TRUE(page);
    EXPECT_EQ(decodeChangesPage(*page)->transactions.size(), 1u);
}

TEST_P(NumberedStorage, theEpochIsKeptOverANewStart)
{
    const auto epoch = m_storage->epoch();
    reopen();
    EXPECT_EQ(m_storage->epoch(), epoch);
}

TEST_P(NumberedStorage, theLiveFrameIsWhatTheProtocolWrites)
{
    apply(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02"));
    const auto change = m_listener.changes().back();
    for (const Window &window : {wide, Window{date("2026-01-01"), date("2026-02-01")}}) {
        const std::string text = liveTransaction(*change, *m_storage->history(), window);
        const auto message = decodeLive(text);
        ASSERT_TRUE(message);
        EXPECT_EQ(encodeLive(*message), text);
        const auto &live = std::get<LiveTransaction>(*message);
        EXPECT_EQ(live.transaction.seq, change->seq);
        EXPECT_EQ(live.transaction.rows.size(), window == wide ? 1u : 0u);
    }
}

TEST_P(NumberedStorage, aStayThatIsMovedOutOfTheWindowLeaves)
{
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-02"));
    Follower desk(*m_storage, m_hotel.property, {date("2026-05-20"), date("2026-06-10")});
    ASSERT_TRUE(desk.rows.contains(id.value));
    MoveReservation move{id, m_hotel.doubles, {date("2026-08-01"), date("2026-08-02")}, std::nullopt, {9000}};
    apply(move);
    desk.follow(10);
    EXPECT_FALSE(desk.rows.contains(id.value));
    move.stay = {date("2026-06-09"), date("2026-06-10")};
    apply(move);
    desk.follow(10);
    EXPECT_TRUE(desk.rows.contains(id.value));
}

TEST_P(NumberedStorage, aGuestInHouseIsSeenWhateverTheWindow)
{
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.prepaid, "2026-05-10", "2026-05-12"));
    Follower desk(*m_storage, m_hotel.property, {date("2026-07-01"), date("2026-07-10")});
    apply(TakePayment{id, idNumbered<PaymentId>(1), PaymentMethod::Cash, {20000, *parseCurrency("EUR")}, {}});
    apply(ConfirmReservation{id});
    apply(AssignUnit{id, m_hotel.room(m_hotel.prepaid, 1)});
    apply(CheckIn{id});
    desk.follow(10);
    EXPECT_TRUE(desk.rows.contains(id.value));
    apply(CheckOut{id});
    desk.follow(10);
    EXPECT_FALSE(desk.rows.contains(id.value)) << "nothing is open any more";
}

TEST_P(NumberedStorage, aGuestInHouseMovesIntoARoomThatSomebodyHadUntilToday)
{
    const auto room = [this](int number) { return m_hotel.room(m_hotel.prepaid, number); };
    int payments = 0;
    const auto confirmed = [&](const char *arrival, const char *departure) {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.prepaid, arrival, departure));
        apply(TakePayment{id,
                          idNumbered<PaymentId>(static_cast<std::uint64_t>(++payments)),
                          PaymentMethod::Cash,
                          chargeable(*find(id)),
                          {}});
        apply(ConfirmReservation{id});
        return id;
    };
    const auto guest = confirmed("2026-05-10", "2026-05-13");
    const auto other = confirmed("2026-05-10", "2026-05-11");
    apply(AssignUnit{guest, room(1)});
    apply(AssignUnit{other, room(2)});
    apply(CheckIn{guest});
    apply(AdvanceBusinessDate{date("2026-05-11")});
    apply(AssignUnit{guest, room(2)});
    EXPECT_EQ(unitNights(*find(guest)),
              (std::vector<UnitNights>{{room(1), {date("2026-05-10"), date("2026-05-11")}},
                                       {room(2), {date("2026-05-11"), date("2026-05-13")}}}));
    // The room they left is given to the next, for the nights in which they do not have it.
    const auto next = confirmed("2026-05-11", "2026-05-13");
    EXPECT_EQ(refusalOf(send(m_desk.command(AssignUnit{next, room(2)}))), refusal::unitTaken);
    apply(AssignUnit{next, room(1)});
}

class StorageProperties : public ::testing::TestWithParam<DiskFactory>
{
};

DESKBELL_ON_EVERY_DATABASE(StorageProperties);

TEST_P(StorageProperties, snapshotAndChangesAreTheStateForEveryWindow)
{
    rc::check("snapshot + changes == state", [this] {
        TestClock clock;
        const auto disk = GetParam()();
        Listener listener;
        auto storage = disk->open(clock, &listener);
        const SmallHotel hotel;
        RC_ASSERT(storage->load(hotel.property, hotel.rows(), Loading::Begin).has_value());
        const Date from = date("2026-05-05") + Days{*rc::gen::inRange(0, 20)};
        const Window narrow{from, from + Days{*rc::gen::inRange(1, 8)}};
        Follower desk(*storage, hotel.property, narrow);
        Follower archive(*storage, hotel.property, {date("2000-01-01"), date("2100-01-01")});
        Desk sender;
        std::vector<ReservationId> known;
        for (int i = 0; i < 5; ++i)
            known.push_back(sender.newReservation());
        std::vector<Command> commands;
        for (int i = *rc::gen::inRange(1, 60); i > 0; --i)
            commands.push_back(sender.command(anyCommand(hotel, known)));
        for (std::size_t at = 0; at < commands.size();) {
            const std::size_t size =
                std::min<std::size_t>(*rc::gen::inRange<std::size_t>(1, 12), commands.size() - at);
            const std::vector<Command> some(commands.begin() + static_cast<std::ptrdiff_t>(at),
                                            commands.begin() + static_cast<std::ptrdiff_t>(at + size));
            RC_ASSERT(
                submit(*storage, {hotel.property, actorWith(Role::Manager), sender.batch(some), std::nullopt})
                    .has_value());
            at += size;
            if (*rc::gen::inRange(0, 3) == 0)
                desk.follow(*rc::gen::inRange<std::size_t>(1, 4));
        }
        desk.follow(3);
        archive.follow(100);
        const auto now = readSnapshot(*storage, hotel.property, narrow);
        RC_ASSERT(desk.rows == now.reservations);
        RC_ASSERT(desk.cursor.seq == now.end.seq);
        RC_ASSERT(digestOf(desk.rows) == now.end.digests[static_cast<std::size_t>(entityOf<Reservation>())]);
        for (const auto &[id, reservation] : archive.rows)
            RC_ASSERT(storage->reservation(hotel.property, {id}).value() == reservation);
        std::uint64_t expected = archive.cursor.seq - listener.changes().size();
        for (const auto &change : listener.changes())
            RC_ASSERT(change->seq == ++expected);
    });
}

} // namespace
