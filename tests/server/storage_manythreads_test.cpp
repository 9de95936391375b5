// Any commands from many threads at once, through every process that shares the database: what holds
// whatever they ask, and that it is as if they had asked one after the other.

#include <numeric>
#include <thread>

#include <rapidcheck.h>

#include "server/storagemodel.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

const Window wide{date("2026-01-01"), date("2027-01-01")};

/// A command with what each that was asked for it answered.
struct Asked
{
    Command command;
    std::vector<CommandResult> answers;

    const Outcome &outcome() const { return answers.front().outcome; }
};

class ManyThreads : public ::testing::TestWithParam<DiskFactory>
{
protected:
    static constexpr std::size_t desks = 8;
    static constexpr std::size_t commandsEach = 40;

    /// An empty house on a new disk, with one storage or, where several may share it, two.
    void begin()
    {
        m_open.clear();
        m_listeners.clear();
        m_disk = GetParam()();
        const bool isShared = dynamic_cast<PostgresDisk *>(m_disk.get()) != nullptr;
        for (std::size_t n = 0; n < (isShared ? 2 : 1); ++n) {
            m_listeners.push_back(std::make_unique<Listener>());
            m_open.push_back(m_disk->open(m_clock, m_listeners.back().get()));
            ASSERT_TRUE(m_open.back());
            if (n == 0)
                ASSERT_TRUE(m_open[0]->load(m_hotel.property, m_hotel.rows(), Loading::Begin));
        }
        m_begin = m_open[0]->seq(m_hotel.property).value();
    }

    /// What each desk will ask; all about the same few reservations and rooms. RapidCheck draws it, from
    /// a seed, before the threads begin.
    std::vector<std::vector<Asked>> anyWishes(std::uint64_t seed) const
    {
        const auto drawn = rc::gen::exec([this] {
            Desk first(100);
            std::vector<ReservationId> known;
            for (int i = 0; i < 20; ++i)
                known.push_back(first.newReservation());
            std::vector<std::vector<Asked>> all(desks);
            for (std::size_t n = 0; n < desks; ++n) {
                Desk desk(100 + n);
                for (std::size_t i = 0; i < commandsEach; ++i) {
                    if (*rc::gen::inRange(0, 15) == 0)
                        all[n].push_back({desk.command(otherCapacity(*rc::gen::inRange(0, 5))), {}});
                    else
                        all[n].push_back({desk.command(anyCommand(m_hotel, known)), {}});
                }
            }
            return all;
        });
        return drawn(rc::Random(seed), 100).value();
    }
    PutOffering otherCapacity(int capacity) const
    {
        return {m_hotel.doubles, "on-", "on-request", "on-request", capacity, 10'000, 2, 0, {}};
    }

    CommandResult ask(Storage &storage, std::size_t desk, const Command &command)
    {
        const auto results = submit(storage, {m_hotel.property, actorWith(Role::Admin),
                                              Desk(100 + desk).batch({command}), std::nullopt});
        EXPECT_TRUE(results) << (results ? "" : results.error().code);
        return results ? results->front() : CommandResult{};
    }
    /// Every desk on a thread of its own, at one process or the other; and some commands at both at once, as
    /// when a line broke and the desk asks again elsewhere.
    void askAll(std::vector<std::vector<Asked>> &all)
    {
        std::vector<std::thread> threads;
        for (std::size_t n = 0; n < desks; ++n) {
            threads.emplace_back([&, n] {
                for (std::size_t i = 0; i < all[n].size(); ++i) {
                    Asked &asked = all[n][i];
                    Storage &here = *m_open[(n + i) % m_open.size()];
                    Storage &there = *m_open[(n + i + 1) % m_open.size()];
                    asked.answers.resize(i % 3 == 0 ? 2 : 1);
                    std::thread again;
                    if (asked.answers.size() > 1)
                        again = std::thread([&] { asked.answers[1] = ask(there, n, asked.command); });
                    asked.answers[0] = ask(here, n, asked.command);
                    if (again.joinable())
                        again.join();
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }

    void expectEachOnce(std::vector<std::vector<Asked>> &all)
    {
        std::set<std::uint64_t> numbers;
        std::size_t applied = 0;
        for (std::size_t n = 0; n < desks; ++n) {
            for (Asked &asked : all[n]) {
                asked.answers.push_back(ask(*m_open.back(), n, asked.command));
                for (const CommandResult &answer : asked.answers)
                    EXPECT_EQ(answer.outcome, asked.outcome()) << "always the same answer";
                EXPECT_EQ(std::count_if(asked.answers.begin(), asked.answers.end(),
                                        [](const CommandResult &answer) { return !answer.isReplayed; }),
                          1);
                const auto *done = std::get_if<Applied>(&asked.outcome());
                EXPECT_TRUE(done || std::holds_alternative<Refused>(asked.outcome()));
                if (done)
                    numbers.insert(done->seq);
                applied += done ? 1 : 0;
            }
        }
        EXPECT_EQ(numbers.size(), applied);
        EXPECT_EQ(m_open[0]->seq(m_hotel.property).value(), m_begin + applied);
        EXPECT_EQ(*numbers.begin(), m_begin + 1);
        EXPECT_EQ(*numbers.rbegin(), m_begin + applied);
        const auto audit = m_open[0]->audit(m_hotel.property, {.limit = 2 * desks * commandsEach + 10});
        ASSERT_TRUE(audit);
        std::set<std::pair<CommandId, std::optional<ReservationId>>>
            told; // a swap of each of its reservations
        std::set<CommandId> commands;
        for (const AuditEntry &entry : audit->entries) {
            EXPECT_TRUE(told.emplace(entry.command, entry.reservation).second) << "each is told of once";
            commands.insert(entry.command);
        }
        EXPECT_EQ(commands.size(), desks * commandsEach);
    }

    void expectNothingOverbooked(const std::map<Uuid, Reservation> &reservations)
    {
        const House house = m_open[0]->house(m_hotel.property).value();
        std::map<std::pair<Uuid, Date>, int> taken;
        std::map<std::pair<Uuid, Date>, int> guests;
        for (const auto &[id, each] : reservations) {
            for (Date night = each.stay.arrival; each.holdsStock && night < each.stay.departure;
                 night += Days{1}) {
                taken[{each.offering.value, night}] += each.quantity;
            }
            for (const auto &[unit, nights] : unitNights(each)) {
                for (Date night = nights.arrival; night < nights.departure; night += Days{1})
                    EXPECT_EQ(++guests[std::pair(unit.value, night)], 1) << "two guests in a room";
            }
        }
        std::map<std::pair<Uuid, Date>, int> free;
        const auto stock = m_open[0]->stock(m_hotel.property, wide.from, wide.to).value();
        for (const SlotStock &slot : stock)
            free[{slot.offering.value, slot.slot}] = slot.free;
        for (const Offering &offering : house.offerings) {
            for (const auto &[slot, count] : taken) {
                // What is past keeps the capacity it had.
                if (slot.first != offering.id.value || slot.second < house.property.businessDate)
                    continue;
                EXPECT_LE(count, offering.capacity) << "more sold than there is";
                EXPECT_EQ(free[slot], offering.capacity - count)
                    << "the books agree about " << deskbell::toString(slot.second);
            }
        }
    }

    /// What was applied, one after the other in the order of the numbers, on a storage of its own.
    std::map<Uuid, Reservation> oneAfterTheOther(const std::vector<std::vector<Asked>> &all)
    {
        std::map<std::uint64_t, std::pair<std::size_t, const Asked *>> inOrder;
        for (std::size_t n = 0; n < desks; ++n) {
            for (const Asked &asked : all[n]) {
                if (const auto *done = std::get_if<Applied>(&asked.outcome()))
                    inOrder[done->seq] = {n, &asked};
            }
        }
        const auto disk = onSqlite();
        const auto storage = disk->open(m_clock, nullptr);
        EXPECT_TRUE(storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin));
        for (const auto &[seq, asked] : inOrder)
            EXPECT_TRUE(is<Applied>(ask(*storage, asked.first, asked.second->command))) << seq;
        return readSnapshot(*storage, m_hotel.property, wide).reservations;
    }

    TestClock m_clock;
    const SmallHotel m_hotel;
    std::unique_ptr<Disk> m_disk;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<std::unique_ptr<Storage>> m_open;
    std::uint64_t m_begin = 0;
};

DESKBELL_ON_EVERY_DATABASE(ManyThreads);

TEST_P(ManyThreads, whateverIsAskedAtOnceIsAsIfOneAfterTheOther)
{
    constexpr int rounds = 3;
    std::random_device random;
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t seed = random();
        SCOPED_TRACE("seed " + std::to_string(seed));
        ASSERT_NO_FATAL_FAILURE(begin());
        Follower archive(*m_open[0], m_hotel.property, wide);
        auto all = anyWishes(seed);
        askAll(all);
        expectEachOnce(all);
        const ReadSnapshot now = readSnapshot(*m_open.back(), m_hotel.property, wide);
        expectNothingOverbooked(now.reservations);
        archive.follow(7);
        EXPECT_TRUE(archive.rows == now.reservations) << "the changes lead to the state";
        EXPECT_TRUE(oneAfterTheOther(all) == now.reservations);
        for (const auto &listener : m_listeners) {
            const std::uint64_t last = now.end.seq;
            const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
            while (listener->changes().size() < last - m_begin && std::chrono::steady_clock::now() < end)
                std::this_thread::yield();
            std::uint64_t expected = m_begin;
            for (const auto &change : listener->changes())
                EXPECT_EQ(change->seq, ++expected) << "told in order";
            EXPECT_EQ(expected, last);
        }
    }
}

} // namespace
} // namespace deskbell::server::testing
