// One assignment from taking it up to its end, over a real storage, under a clock that the test moves.

#include "domain/refusal.h"
#include "server/workers/hotel/assignmentflow.h"
#include "server/workfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class Assignment : public WorkTest
{
protected:
    Assignment() : WorkTest(Work::Assign, 15s) {}

    void SetUp() override
    {
        WorkTest::SetUp();
        apply(PutOffering{m_books, "BK", "A book", "loan", 3, 0, 1, 9, {}}, Role::Admin);
    }
    void addBranch(std::uint64_t number)
    {
        apply(PutUnit{branch(number), m_books, "Branch " + std::to_string(number), 0, 0}, Role::Admin);
    }
    static UnitId branch(std::uint64_t number) { return idNumbered<UnitId>(800 + number); }
    ReservationId borrow()
    {
        auto make = request(m_desk.newReservation(), m_books, "2026-05-10", "2026-05-24");
        make.nightlyPrices = {0};
        apply(make);
        return make.reservation;
    }
    std::size_t work()
    {
        AssignmentFlow flow({1s, 8s}, *m_storage, surroundings(), m_log);
        return carryOut(flow);
    }
    ReservationState stateOf(const ReservationId &id) { return find(id)->state; }

    const OfferingId m_books = idNumbered<OfferingId>(50);
};

DESKBELL_ON_EVERY_DATABASE(Assignment);

TEST_P(Assignment, aLoanWaitsForItsBranchAndIsConfirmedWithIt)
{
    addBranch(1);
    const auto id = borrow();
    EXPECT_EQ(stateOf(id), ReservationState::AwaitingUnit);
    EXPECT_EQ(waiting(), 1u);
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(stateOf(id), ReservationState::Confirmed);
    EXPECT_EQ(find(id)->unit, branch(1));
    EXPECT_EQ(find(id)->history.back().actor, "hotel-worker");
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(Assignment, assignmentsOfDifferentReservationsHoldEachOtherNotUp)
{
    addBranch(1);
    borrow();
    borrow();
    EXPECT_EQ(take().size(), 2u);
}

TEST_P(Assignment, branchesShareTheLoansAndWhatComesBackCountsNoMore)
{
    addBranch(1);
    addBranch(2);
    const auto first = borrow();
    const auto second = borrow();
    work();
    EXPECT_NE(find(first)->unit, find(second)->unit);
    const UnitId freed = *find(first)->unit;
    apply(CancelReservation{first, ""});
    const auto third = borrow();
    work();
    EXPECT_EQ(find(third)->unit, freed);
}

TEST_P(Assignment, withoutABranchItWaitsAndIsTriedAgainEverMoreRarely)
{
    const auto id = borrow();
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(stateOf(id), ReservationState::AwaitingUnit);
    EXPECT_EQ(waiting(), 1u);
    addBranch(1);
    pass(1s);
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(stateOf(id), ReservationState::Confirmed);
}

TEST_P(Assignment, whatHasEndedMeanwhileIsAssignedNothing)
{
    addBranch(1);
    const auto id = borrow();
    apply(CancelReservation{id, ""});
    EXPECT_EQ(work(), 1u);
    EXPECT_EQ(stateOf(id), ReservationState::Cancelled);
    EXPECT_EQ(waiting(), 0u);
}

TEST_P(Assignment, aWorkerThatSleptPastItsLeaseAssignsNothing)
{
    addBranch(1);
    const auto id = borrow();
    const auto slept = take(1s);
    pass(2s);
    const auto successor = take(15s);
    ASSERT_EQ(successor.size(), 1u);
    AssignmentFlow flow({1s, 8s}, *m_storage,
                        {[this] { return m_clock.now.load(); },
                         [] { return std::chrono::steady_clock::now(); }, [] { return std::uint64_t{1}; }},
                        m_log);
    flow.carryOut(slept.front());
    EXPECT_EQ(stateOf(id), ReservationState::AwaitingUnit);
    flow.carryOut(successor.front());
    EXPECT_EQ(stateOf(id), ReservationState::Confirmed);
    flow.carryOut(successor.front());
    EXPECT_EQ(find(id)->version, 2u) << "done twice is done once";
}

TEST_P(Assignment, noDeskMayAskForIt)
{
    addBranch(1);
    const auto id = borrow();
    EXPECT_EQ(refusalOf(send(m_desk.command(AssignAnyUnit{id}), Role::Admin)), refusal::roleNotAllowed);
}

// --- what is set up, in the database

TEST_P(Assignment, capacityIsRaisedForEverySlotAndNeverBelowWhatIsSold)
{
    const auto doubles = [&](int capacity) {
        return PutOffering{m_hotel.doubles, "on-", "Doubles", "on-request", capacity, 10'000, 2, 0, {}};
    };
    for (int i = 0; i < 2; ++i) {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-03"));
        apply(ConfirmReservation{id});
    }
    const auto third = m_desk.newReservation();
    apply(request(third, m_hotel.doubles, "2026-06-02", "2026-06-03"));
    EXPECT_EQ(refusalOf(send(m_desk.command(ConfirmReservation{third}))), refusal::noStock);
    const auto fewer = send(m_desk.command(doubles(1)), Role::Admin);
    EXPECT_EQ(refusalOf(fewer), refusal::lessThanSold);
    EXPECT_EQ(std::get<protocol::Refused>(fewer.outcome).error.facts.at("sold"), "2");
    apply(doubles(3), Role::Admin);
    apply(ConfirmReservation{third});
    reopen();
    EXPECT_EQ(refusalOf(send(m_desk.command(doubles(2)), Role::Admin)), refusal::lessThanSold);
    EXPECT_EQ(find(third)->state, ReservationState::AwaitingPayment) << "nothing was lost";
}

TEST_P(Assignment, nightsThatAreOverHoldNoRoomOpen)
{
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.doubles, "2026-05-10", "2026-05-11"));
    apply(ConfirmReservation{id});
    const PutOffering closed{m_hotel.doubles, "on-", "Doubles", "on-request", 0, 10'000, 2, 0, {}};
    EXPECT_EQ(refusalOf(send(m_desk.command(closed), Role::Admin)), refusal::lessThanSold);
    apply(AdvanceBusinessDate{date("2026-05-11")});
    apply(closed, Role::Admin);
}

TEST_P(Assignment, whatIsSetUpReachesDesksAsAChange)
{
    const auto before = seq();
    addBranch(4);
    EXPECT_EQ(seq(), before + 1);
    const auto changes = m_listener.changes();
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes.back()->rows.front().entity, entityOf<Unit>());
    EXPECT_EQ(changes.back()->rows.front().version, 1u);
    apply(PutUnit{branch(4), m_books, "Renamed", 0, 0}, Role::Admin);
    EXPECT_EQ(m_listener.changes().back()->rows.front().version, 2u);
}

} // namespace
} // namespace deskbell::server::testing
