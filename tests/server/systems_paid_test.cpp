// Of the five systems those whose guests pay with their order: GotoHotel (prepaid), 호텔 예약 (instant).
// What one requirement says is what one expectation says; over real HTTP with a real provider process.

#include "server/systemsfixture.h"

#include "domain/refusal.h"

namespace deskbell::server::testing {
namespace {

using enum ReservationState;

// --- GotoHotel: prepaid

class GotoHotel : public LiveSystem
{
protected:
    void SetUp() override
    {
        LiveSystem::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        m_rooms = offer("Deluxe", workflows::prepaid, 1, 120'000);
        m_room = addUnit(m_rooms, "301");
    }
    ReservationId reserveRoom() { return reserve(m_rooms, nights(m_today), 120'000); }

    OfferingId m_rooms;
    UnitId m_room;
};

DESKBELL_ON_EVERY_DATABASE(GotoHotel);

TEST_P(GotoHotel, anUnpaidRequestNeverReachesTheHotelAndAPaidOneIsConfirmedByTheManager)
{
    const auto id = reserveRoom();
    EXPECT_EQ(find(id)->state, AwaitingPayment);
    EXPECT_EQ(ask(*m_manager, ConfirmReservation{id}), refusal::wrongState);
    payByCard(id);
    ASSERT_TRUE(comesTo(id, AwaitingConfirmation));
    EXPECT_EQ(ledger("taken"), 240'000);
    EXPECT_EQ(ask(*m_clerk, ConfirmReservation{id}), refusal::roleNotAllowed);
    apply(*m_manager, ConfirmReservation{id});
    EXPECT_EQ(find(id)->state, Confirmed);
    apply(*m_clerk, AssignUnit{id, m_room});
    EXPECT_EQ(find(id)->unit, m_room);
    EXPECT_EQ(told(id), (Kinds{"awaiting-payment", "awaiting-confirmation", "confirmed"}));
}

TEST_P(GotoHotel, aGuestsOrderIsOneWithItsPaymentAndWithoutOneHoldsNothing)
{
    const Stay stay = nights(m_today);
    EXPECT_EQ(orderRefused(m_rooms, stay), "payment-missing");
    for (const std::int64_t amount : {100, 240'100})
        EXPECT_EQ(orderRefused(m_rooms, stay, card(amount)), "bad-amount");
    fault(R"({"fault":"decline","count":1})");
    const auto declined = guestOrder(m_rooms, stay, card(240'000));
    ASSERT_TRUE(comesTo(declined, Cancelled)) << "and the room is free at once";
    EXPECT_EQ(find(declined)->endReason, refusal::cardDeclined);
    EXPECT_EQ(told(declined), (Kinds{"cancelled"}));
    const auto paid = guestOrder(m_rooms, stay, card(240'000));
    ASSERT_TRUE(comesTo(paid, AwaitingConfirmation));
    EXPECT_EQ(told(paid), (Kinds{"awaiting-confirmation"})) << "one notice for one decision";
    EXPECT_EQ(ledger("taken"), 240'000);
}

TEST_P(GotoHotel, aRoomIsKeptWhileItIsNotKnownWhetherTheMoneyWasTaken)
{
    fault(R"({"fault":"close-without-answer","method":"POST","count":1})");
    fault(R"({"fault":"close-without-answer","method":"GET"})");
    const auto id = guestOrder(m_rooms, nights(m_today), card(240'000));
    ASSERT_TRUE(paymentComesTo(id, PaymentState::Unknown));
    EXPECT_TRUE(find(id)->holdsStock);
    EXPECT_EQ(orderRefused(m_rooms, nights(m_today), card(240'000)), refusal::noStock);
    forgetFaults();
    EXPECT_TRUE(comesTo(id, AwaitingConfirmation));
    EXPECT_EQ(ledger("taken"), 240'000);
}

TEST_P(GotoHotel, cancellingGivesRoomAndMoneyBackOnce)
{
    const auto id = reserveRoom();
    payByCard(id);
    ASSERT_TRUE(comesTo(id, AwaitingConfirmation));
    EXPECT_EQ(ask(*m_clerk, wish(m_rooms, nights(m_today), 120'000)), refusal::noStock);
    apply(*m_clerk, CancelReservation{id, "changed plans"});
    EXPECT_TRUE(isRefunded(id));
    EXPECT_EQ(find(id)->state, Cancelled);
    EXPECT_EQ(ledger("cancelled"), 240'000);
    EXPECT_EQ(told(id), (Kinds{"awaiting-payment", "awaiting-confirmation", "cancelled", "refunded"}));
    EXPECT_EQ(find(reserveRoom())->state, AwaitingPayment) << "the room is free again";
}

TEST_P(GotoHotel, reservationsAreTakenAndPaidWhileTheManagersSideIsDown)
{
    relaunch("gateway,payment");
    const auto id = reserveRoom();
    payByCard(id);
    ASSERT_TRUE(comesTo(id, AwaitingConfirmation)) << "it waits for the manager";
    kill();
    launch();
    apply(*m_manager, ConfirmReservation{id});
    EXPECT_EQ(find(id)->state, Confirmed);
    EXPECT_EQ(ledger("payments"), 1);
}

TEST_P(GotoHotel, whenTheProviderIsOverloadedTheGuestPaysALittleLater)
{
    fault(overloaded);
    const auto id = reserveRoom();
    payByCard(id);
    ASSERT_TRUE(paymentComesTo(id, PaymentState::ProviderBusy));
    EXPECT_EQ(find(id)->state, AwaitingPayment);
    forgetFaults();
    EXPECT_TRUE(comesTo(id, AwaitingConfirmation)) << "paid later, without anybody's doing";
    EXPECT_EQ(ledger("payments"), 1);
}

TEST_P(GotoHotel, theOperatorSeesQueuesWorkersAndTheBreaker)
{
    m_sandbox.kill();
    m_sandbox.exitStatus();
    const auto id = reserveRoom();
    payByCard(id);
    ASSERT_TRUE(paymentComesTo(id, PaymentState::ProviderBusy));
    const auto now = status();
    std::map<std::string, std::int64_t> waiting;
    for (const auto &queue : now.at("queues").as_array())
        waiting[std::string(queue.at("work").as_string())] = queue.at("waiting").to_number<std::int64_t>();
    EXPECT_EQ(waiting.size(), allWork.size());
    EXPECT_EQ(waiting.at("charge"), 1);
    std::map<std::string, boost::json::object> workers;
    for (const auto &worker : now.at("workers").as_array())
        workers[std::string(worker.at("role").as_string())] = worker.as_object();
    ASSERT_TRUE(workers.contains("payment"));
    ASSERT_TRUE(workers.contains("hotel"));
    EXPECT_GT(workers["payment"].at("threads").to_number<int>(), 0);
    EXPECT_GT(workers["payment"].at("done").to_number<int>(), 0);
    EXPECT_FALSE(workers["payment"].at("lastDoneAt").as_string().empty());
    EXPECT_GT(workers["payment"].at("breaker").at("failurePercent").to_number<int>(), 0);
}

// --- 호텔 예약: instant

class HotelReservation : public LiveSystem
{
protected:
    void SetUp() override
    {
        LiveSystem::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        m_rooms = offer("Standard", workflows::instant, 1, 80'000);
        m_room = addUnit(m_rooms, "101");
    }
    ReservationId request() { return reserve(m_rooms, nights(m_today), 80'000); }

    OfferingId m_rooms;
    UnitId m_room;
};

DESKBELL_ON_EVERY_DATABASE(HotelReservation);

TEST_P(HotelReservation, paidIsConfirmedByItselfWithItsRoomAndNoneLeftIsRefundedAndCancelledByItself)
{
    const auto first = request();
    const auto second = request();
    payByCard(first);
    ASSERT_TRUE(comesTo(first, Confirmed));
    EXPECT_EQ(find(first)->unit, m_room);
    payByCard(second);
    ASSERT_TRUE(comesTo(second, Cancelled));
    EXPECT_EQ(find(second)->endReason, refusal::noStock);
    ASSERT_TRUE(isRefunded(second));
    EXPECT_EQ(ledger("payments"), 2);
    EXPECT_EQ(ledger("taken"), 320'000);
    EXPECT_EQ(ledger("cancelled"), 160'000) << "exactly once";
}

TEST_P(HotelReservation, theMoneyComesBackOnceWhateverIsKilledOrUnheardMeanwhile)
{
    const auto first = request();
    const auto second = request();
    payByCard(first);
    ASSERT_TRUE(comesTo(first, Confirmed));
    fault(R"({"fault":"timeout-after-taken","method":"POST","path":"/v1/payments/tdesk","count":1})");
    payByCard(second);
    ASSERT_TRUE(comesTo(second, Cancelled));
    kill();
    launch();
    EXPECT_TRUE(isRefunded(second));
    EXPECT_EQ(ledger("cancelled"), 160'000);
}

TEST_P(HotelReservation, aGuestsOrderIsPaidWithItAndRefusedBeforeAnyChargeWhenItIsSoldOut)
{
    EXPECT_EQ(orderRefused(m_rooms, nights(m_today)), "payment-missing");
    const auto first = guestOrder(m_rooms, nights(m_today), card(160'000));
    ASSERT_TRUE(comesTo(first, Confirmed));
    EXPECT_EQ(told(first), (Kinds{"confirmed"}));
    EXPECT_EQ(orderRefused(m_rooms, nights(m_today), card(160'000)), refusal::noStock);
    EXPECT_EQ(ledger("payments"), 1);
}

TEST_P(HotelReservation, theRoomIsFreeOnceTheMoneyIsBackWhateverTheProviderDoesMeanwhile)
{
    const auto id = request();
    payByCard(id);
    ASSERT_TRUE(comesTo(id, Confirmed));
    fault(R"({"fault":"decline","method":"POST","path":"/v1/payments/tdesk","count":2})");
    apply(*m_clerk, CancelReservation{id, "changed plans"});
    ASSERT_TRUE(comesTo(id, [](const Reservation &now) { return now.payments[0].refunds.size() > 1; }));
    const Reservation meanwhile = find(id).value();
    if (meanwhile.state != Cancelled) {
        EXPECT_EQ(meanwhile.state, Cancelling);
        EXPECT_EQ(meanwhile.unit, m_room) << "it is not given to others while the money is not back";
    }
    ASSERT_TRUE(comesTo(id, Cancelled)) << "it was asked for again by itself";
    EXPECT_FALSE(find(id)->unit);
    EXPECT_EQ(ledger("cancelled"), 160'000) << "once";
    Kinds history;
    const Reservation now = find(id).value();
    for (const HistoryEntry &entry : now.history)
        history.push_back(entry.what);
    EXPECT_EQ((Kinds(history.end() - 3, history.end())),
              (Kinds{"refund-done", "reservation-cancelled", "unit-unassigned"}));
    EXPECT_EQ(told(id), (Kinds{"awaiting-payment", "confirmed", "cancelling", "cancelled"}));
}

TEST_P(HotelReservation, aManagerEndsACancellationThatDoesNotComeToAnEnd)
{
    const auto id = request();
    payByCard(id);
    ASSERT_TRUE(comesTo(id, Confirmed));
    fault(R"({"fault":"close-without-answer","path":"/v1/payments/tdesk"})");
    apply(*m_clerk, CancelReservation{id, "changed plans"});
    ASSERT_TRUE(comesTo(id, [](const Reservation &now) {
        return now.payments[0].refunds.back().state == RefundState::Unknown;
    }));
    EXPECT_EQ(find(id)->state, Cancelling);
    EXPECT_EQ(ask(*m_clerk, CancelReservation{id, ""}), refusal::wrongState);
    apply(*m_manager, CancelReservation{id, ""});
    EXPECT_EQ(find(id)->state, Cancelled);
    EXPECT_FALSE(find(id)->unit);
    forgetFaults();
    EXPECT_TRUE(isRefunded(id));
    EXPECT_EQ(ledger("cancelled"), 160'000) << "once";
}

TEST_P(HotelReservation, cancellingRefundsAndFreesTheRoom)
{
    const auto first = request();
    payByCard(first);
    ASSERT_TRUE(comesTo(first, Confirmed));
    apply(*m_clerk, CancelReservation{first, "changed plans"});
    EXPECT_TRUE(isRefunded(first));
    EXPECT_FALSE(find(first)->unit);
    const auto next = request();
    payByCard(next);
    ASSERT_TRUE(comesTo(next, Confirmed));
    EXPECT_EQ(find(next)->unit, m_room);
}

} // namespace
} // namespace deskbell::server::testing
