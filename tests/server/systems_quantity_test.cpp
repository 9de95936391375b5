// Of the five systems those that count seats and copies: OuterPark (ticket), bstore (loan).
// What one requirement says is what one expectation says; over real HTTP with a real provider process.

#include "server/systemsfixture.h"

#include "domain/refusal.h"

namespace deskbell::server::testing {
namespace {

using enum ReservationState;

// --- OuterPark: ticket

class OuterPark : public LiveSystem
{
protected:
    void SetUp() override
    {
        LiveSystem::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        m_show = offer("Musical", workflows::ticket, 3, 50'000, evening());
    }
    LocalMinute evening() const { return m_evening + std::chrono::hours{19} + std::chrono::minutes{30}; }
    PutOffering seats(int count) const
    {
        return {m_show, "Mus", "Musical", "ticket", count, 50'000, 2, 1, evening()};
    }
    ReservationId reserveSeats(int count)
    {
        return reserve(m_show, {m_evening, m_evening}, 50'000 * count, count);
    }

    OfferingId m_show;
    Date m_evening = m_today + Days{20};
};

DESKBELL_ON_EVERY_DATABASE(OuterPark);

TEST_P(OuterPark, seatsAreTakenAtOnceOrRefusedAndThePaymentIsApprovedLater)
{
    const auto id = reserveSeats(2);
    EXPECT_EQ(find(id)->state, AwaitingPayment);
    EXPECT_TRUE(find(id)->holdsStock);
    EXPECT_EQ(ask(*m_clerk, wish(m_show, {m_evening, m_evening}, 100'000, 2)), refusal::noStock);
    EXPECT_EQ(ask(*m_clerk, wish(m_show, {m_today, m_today}, 50'000)), refusal::notThen);
    payByCard(id);
    EXPECT_TRUE(comesTo(id, Confirmed));
    EXPECT_EQ(ledger("taken"), 100'000);
}

TEST_P(OuterPark, theManagerAddsSeatsAndNeverGoesBelowWhatIsSold)
{
    reserveSeats(3);
    EXPECT_EQ(ask(*m_manager, seats(2)), refusal::lessThanSold);
    EXPECT_EQ(ask(*m_clerk, wish(m_show, {m_evening, m_evening}, 50'000)), refusal::noStock);
    apply(*m_manager, seats(4));
    EXPECT_EQ(find(reserveSeats(1))->state, AwaitingPayment);
    EXPECT_EQ(ask(*m_clerk, seats(5)), refusal::roleNotAllowed);
}

TEST_P(OuterPark, reservationsGoOnWhilePaymentIsDownAndAreChargedOnceItIsBack)
{
    relaunch("gateway,hotel,notice,mypage");
    const auto first = reserveSeats(1);
    const auto second = reserveSeats(1);
    payByCard(first);
    payByCard(second);
    EXPECT_EQ(find(first)->payments.front().state, PaymentState::Pending);
    EXPECT_EQ(ledger("payments"), 0);
    kill();
    launch();
    EXPECT_TRUE(comesTo(first, Confirmed));
    EXPECT_TRUE(comesTo(second, Confirmed));
    EXPECT_EQ(ledger("payments"), 2);
}

TEST_P(OuterPark, seatsThatNobodyPaysAreForOthersAgainAndTheGuestIsTold)
{
    const auto id = reserveSeats(3);
    ASSERT_TRUE(find(id)->payBy);
    kill();
    endTimeToPay(id);
    launch();
    ASSERT_TRUE(comesTo(id, Cancelled));
    EXPECT_EQ(find(id)->endReason, refusal::notPaidInTime);
    EXPECT_EQ(find(id)->history.back().actor, "payment-worker");
    EXPECT_EQ(told(id), (Kinds{"awaiting-payment", "cancelled"}));
    EXPECT_EQ(find(reserveSeats(3))->state, AwaitingPayment) << "the seats are back";
    const auto late = idNumbered<PaymentId>(9999);
    EXPECT_EQ(ask(*m_clerk,
                  TakePayment{id, late, PaymentMethod::Card, {150'000, *parseCurrency("KRW")}, "tdesk_late"}),
              refusal::wrongState);
    EXPECT_EQ(ledger("payments"), 0);
}

TEST_P(OuterPark, seatsAreKeptWhileTheGuestCannotPay)
{
    const auto waiting = reserveSeats(1);
    const auto paying = reserveSeats(1);
    fault(overloaded);
    payByCard(paying);
    ASSERT_TRUE(paymentComesTo(paying, PaymentState::ProviderBusy));
    EXPECT_FALSE(find(paying)->payBy) << "it waits for the provider";
    kill();
    endTimeToPay(waiting);
    fault(R"({"fault":"close-without-answer","method":"GET"})");
    launch();
    const auto isPutOff = [this](const Reservation &now) {
        EXPECT_EQ(now.state, AwaitingPayment);
        return m_backend->process.output().find("expiry-put-off") != std::string::npos;
    };
    ASSERT_TRUE(comesTo(waiting, isPutOff));
    forgetFaults();
    EXPECT_TRUE(comesTo(paying, Confirmed));
    EXPECT_TRUE(comesTo(waiting, Cancelled));
}

TEST_P(OuterPark, aTicketThatIsPaidWithTheOrderIsOneNotice)
{
    const auto id = guestOrder(m_show, {m_evening, m_evening}, card(50'000));
    ASSERT_TRUE(comesTo(id, Confirmed));
    EXPECT_EQ(told(id), (Kinds{"confirmed"}));
}

TEST_P(OuterPark, cardsThatAreDeclinedMakeTheTimeToPayNoLonger)
{
    const auto id = guestOrder(m_show, {m_evening, m_evening});
    const auto payBy = find(id)->payBy;
    ASSERT_TRUE(payBy);
    fault(R"({"fault":"decline"})");
    for (int tries = 1; tries <= 2; ++tries) {
        payByCard(id);
        ASSERT_TRUE(paymentComesTo(id, PaymentState::Declined));
        EXPECT_EQ(find(id)->payBy, payBy);
    }
}

TEST_P(OuterPark, whileTheProviderIsOverloadedNewOrdersPauseAndWhatWasAcceptedGoesOn)
{
    m_breakerOpenMs = 4'000;
    apply(*m_manager, seats(40));
    relaunch();
    const auto before = guestOrder(m_show, {m_evening, m_evening});
    fault(overloaded);
    std::vector<ReservationId> paying;
    for (int i = 0; i < 12; ++i) {
        paying.push_back(reserveSeats(1));
        payByCard(paying.back());
    }
    const auto isPaused = [this] { return order(m_show, {m_evening, m_evening}).first == 503; };
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    bool wasPaused = false;
    while (!wasPaused && std::chrono::steady_clock::now() < end) {
        wasPaused = isPaused();
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    ASSERT_TRUE(wasPaused);
    EXPECT_EQ(orderRefused(m_show, {m_evening, m_evening}), "provider-overloaded");
    EXPECT_NE(page(before).find("id=\"pay-later\""), std::string::npos) << "paying is put off";
    forgetFaults();
    for (const ReservationId &id : paying)
        EXPECT_TRUE(comesTo(id, Confirmed)) << "what was accepted goes on";
}

TEST_P(OuterPark, cancellingGivesMoneyAndSeatsBackAndTheHistoryTellsAll)
{
    const auto id = reserveSeats(3);
    payByCard(id);
    ASSERT_TRUE(comesTo(id, Confirmed));
    apply(*m_clerk, CancelReservation{id, "ill"});
    EXPECT_TRUE(isRefunded(id));
    EXPECT_EQ(find(id)->state, Cancelled);
    EXPECT_EQ(ledger("cancelled"), 150'000);
    EXPECT_EQ(told(id), (Kinds{"awaiting-payment", "confirmed", "cancelled", "refunded"}));
    Kinds history;
    const Reservation now = find(id).value();
    for (const HistoryEntry &entry : now.history)
        history.push_back(entry.what);
    const Kinds expected{
        "reservation-requested", "payment-accepted", "payment-taken", "reservation-confirmed",
        "reservation-cancelled", "refund-requested", "refund-done"};
    EXPECT_EQ(history, expected);
    EXPECT_EQ(find(reserveSeats(3))->state, AwaitingPayment) << "the seats are back";
}

// --- bstore: loan

class Bookstore : public LiveSystem
{
protected:
    void SetUp() override
    {
        LiveSystem::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        m_title = offer("A book", workflows::loan, 2, 0);
        m_branches = {addUnit(m_title, "Jongno"), addUnit(m_title, "Mapo")};
    }
    Stay weeks() const { return {m_today, m_today + Days{14}}; }
    ReservationId borrow()
    {
        auto make = wish(m_title, weeks(), 0);
        make.nightlyPrices = {0};
        apply(*m_clerk, make);
        return make.reservation;
    }

    OfferingId m_title;
    std::vector<UnitId> m_branches;
};

DESKBELL_ON_EVERY_DATABASE(Bookstore);

TEST_P(Bookstore, reservationsGoOnWhileTheAssignmentWorkerIsDownAndThenGetTheirBranch)
{
    relaunch("gateway,payment");
    const auto first = borrow();
    const auto second = borrow();
    EXPECT_EQ(find(first)->state, AwaitingUnit);
    EXPECT_EQ(find(second)->state, AwaitingUnit);
    auto third = wish(m_title, weeks(), 0);
    third.nightlyPrices = {0};
    EXPECT_EQ(ask(*m_clerk, third), refusal::noStock) << "copies are checked at once";
    kill();
    launch();
    ASSERT_TRUE(comesTo(first, Confirmed));
    ASSERT_TRUE(comesTo(second, Confirmed));
    EXPECT_NE(find(first)->unit, find(second)->unit) << "the branch with the fewest";
}

TEST_P(Bookstore, theMessageAndTheGuestsPageNameTheBranch)
{
    const auto id = guestOrder(m_title, weeks());
    ASSERT_TRUE(comesTo(id, Confirmed));
    const std::string branch = find(id)->unit == m_branches[0] ? "Jongno" : "Mapo";
    told(id);
    EXPECT_NE(noticesSent().find(branch), std::string::npos);
    ASSERT_TRUE(comesTo(id, [&](const Reservation &) {
        return page(id).find(branch + "에서 책을 받아 가세요") != std::string::npos;
    }));
}

TEST_P(Bookstore, cancellingGivesTheCopyBackAlsoBeforeTheBranchIsThere)
{
    const auto held = borrow();
    ASSERT_TRUE(comesTo(held, Confirmed));
    relaunch("gateway");
    const auto waiting = borrow();
    apply(*m_clerk, CancelReservation{waiting, "found one"});
    apply(*m_clerk, CancelReservation{held, "found one"});
    relaunch();
    EXPECT_EQ(find(waiting)->state, Cancelled);
    EXPECT_EQ(find(held)->state, Cancelled);
    EXPECT_FALSE(find(held)->unit);
    const auto next = borrow();
    const auto last = borrow();
    EXPECT_TRUE(comesTo(next, Confirmed));
    EXPECT_TRUE(comesTo(last, Confirmed)) << "both copies are there again";
    EXPECT_EQ(find(waiting)->state, Cancelled) << "nobody assigned what had ended";
}

TEST_P(Bookstore, aReturnedBookCanBeLentAgain)
{
    const auto first = borrow();
    const auto second = borrow();
    ASSERT_TRUE(comesTo(first, Confirmed));
    ASSERT_TRUE(comesTo(second, Confirmed));
    apply(*m_clerk, CheckIn{first});
    apply(*m_clerk, CheckOut{first});
    EXPECT_EQ(find(first)->state, Departed);
    EXPECT_TRUE(comesTo(borrow(), Confirmed));
}

} // namespace
} // namespace deskbell::server::testing
