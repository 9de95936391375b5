// The read views from the work that asks for them to what is kept, over a real storage.

#include <algorithm>
#include <numeric>

#include "server/workers/mypage/projector.h"
#include "server/workers/worker.h"
#include "server/workfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class Projecting : public WorkTest
{
protected:
    Projecting() : WorkTest(Work::Project, 10s) {}

    ReservationId reserve()
    {
        auto make = request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-03");
        make.channel = "web";
        apply(make);
        return make.reservation;
    }
    void carryOut(const std::vector<WorkItem> &items)
    {
        Projector(
            *m_storage, [this] { return m_clock.now.load(); }, m_log)
            .carryOut(items);
    }
    /// Of the view that is kept; 0: none.
    std::uint32_t viewed(const ReservationId &id)
    {
        const auto record = m_storage->guestRecord(id).value();
        return record && record->view ? record->view->version : 0;
    }
};

DESKBELL_ON_EVERY_DATABASE(Projecting);

TEST_P(Projecting, manyAreBroughtUpToDateTogether)
{
    std::vector<ReservationId> made;
    for (int i = 0; i < 5; ++i)
        made.push_back(reserve());
    const auto items = take();
    EXPECT_EQ(items.size(), 5u);
    carryOut(items);
    EXPECT_EQ(waiting(), 0u);
    for (const ReservationId &id : made)
        EXPECT_EQ(viewed(id), 1u);
}

TEST_P(Projecting, aWorkerThatWasThoughtDeadNeitherTakesBackAViewNorEndsAnothersWork)
{
    const ReservationId id = reserve();
    const auto slow = take();
    pass(11s); // its lease is over
    apply(CancelReservation{id, {}});
    const auto second = take();
    ASSERT_EQ(second.size(), 1u);
    carryOut(slow);
    EXPECT_EQ(waiting(), 2u) << "that work is another's by now";
    carryOut(second);
    EXPECT_EQ(viewed(id), 2u);
    carryOut(take());
    EXPECT_EQ(waiting(), 0u);
    EXPECT_EQ(viewed(id), 2u);
}

TEST_P(Projecting, theWorkersThreadIsGivenManyAtOnce)
{
    std::vector<ReservationId> made;
    for (int i = 0; i < 20; ++i)
        made.push_back(reserve());
    std::vector<std::size_t> sizes;
    Worker worker(
        {{Work::Project}, 1, 5ms, 10s, 8, 1ms}, *m_storage,
        [&](std::span<const WorkItem> items) {
            sizes.push_back(items.size());
            carryOut({items.begin(), items.end()});
        },
        [this] { return m_clock.now.load(); }, m_log);
    worker.start();
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (waiting() > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_TRUE(worker.finish(5s));
    worker.stop();
    EXPECT_EQ(waiting(), 0u);
    EXPECT_LE(*std::max_element(sizes.begin(), sizes.end()), 8u);
    EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}), 20u);
    EXPECT_LT(sizes.size(), 20u);
    EXPECT_EQ(worker.figures().done, 20u);
    for (const ReservationId &id : made)
        EXPECT_EQ(viewed(id), 1u);
}

TEST_P(Projecting, aReservationThatCannotBeReadKeepsNoneOfTheOthersWaiting)
{
    const ReservationId first = reserve();
    const ReservationId damaged = reserve();
    const ReservationId last = reserve();
    m_disk->tamper("UPDATE reservation SET row = '{' WHERE id ="
                   " (SELECT id FROM reservation ORDER BY id LIMIT 1 OFFSET 1)");
    const auto items = take();
    ASSERT_EQ(items.size(), 3u);
    carryOut(items);
    EXPECT_EQ(waiting(), 1u);
    EXPECT_EQ(viewed(first), 1u);
    EXPECT_EQ(viewed(last), 1u);
    EXPECT_FALSE(m_storage->guestRecord(damaged));
}

} // namespace
} // namespace deskbell::server::testing
