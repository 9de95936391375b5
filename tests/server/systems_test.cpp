// The five systems, each a property on one deskbelld, requirement by requirement, over real HTTP with a
// real provider process. What one requirement says is what one expectation says.

#include "server/systemsfixture.h"

#include "domain/refusal.h"

namespace deskbell::server::testing {
namespace {

using enum ReservationState;

/// Nothing is charged as long as it stays.
constexpr const char *overloaded = R"({"fault":"refuse","code":"PROVIDER_ERROR","method":"POST"})";

using Kinds = std::vector<std::string>;

/// Two nights a week from today.
Stay nights(Date today)
{
    return {today + Days{7}, today + Days{9}};
}

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

// --- 숙소예약: on-request

class Lodging : public LiveSystem
{
protected:
    void SetUp() override
    {
        LiveSystem::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        m_rooms = offer("Hanok", workflows::onRequest, 1, 90'000);
        addUnit(m_rooms, "Maple");
    }
    ReservationId request() { return reserve(m_rooms, nights(m_today), 90'000); }

    OfferingId m_rooms;
};

DESKBELL_ON_EVERY_DATABASE(Lodging);

TEST_P(Lodging, theManagerConfirmsThatItCanBeHadOrRejects)
{
    const auto first = request();
    const auto second = request();
    EXPECT_EQ(find(first)->state, Requested);
    EXPECT_EQ(ask(*m_clerk, TakePayment{first, idNumbered<PaymentId>(1), PaymentMethod::Card,
                                        chargeable(*find(first)), "tdesk_early"}),
              refusal::wrongState)
        << "no money before the manager's yes";
    apply(*m_manager, ConfirmReservation{first});
    EXPECT_EQ(find(first)->state, AwaitingPayment);
    EXPECT_EQ(ask(*m_manager, ConfirmReservation{second}), refusal::noStock);
    apply(*m_manager, RejectReservation{second, "full"});
    EXPECT_EQ(find(second)->state, Rejected);
    EXPECT_EQ(find(second)->endReason, "full");
    payByCard(first);
    EXPECT_TRUE(comesTo(first, Confirmed));
}

TEST_P(Lodging, anOverloadedProviderIsPendingForTheGuestAndChargedLater)
{
    const auto id = request();
    apply(*m_manager, ConfirmReservation{id});
    fault(overloaded);
    payByCard(id);
    ASSERT_TRUE(paymentComesTo(id, PaymentState::ProviderBusy));
    EXPECT_EQ(find(id)->state, AwaitingPayment);
    EXPECT_TRUE(find(id)->holdsStock) << "and the room is kept meanwhile";
    forgetFaults();
    EXPECT_TRUE(comesTo(id, Confirmed));
    EXPECT_EQ(ledger("payments"), 1);
    EXPECT_EQ(ledger("taken"), 180'000);
}

TEST_P(Lodging, theManagersYesChargesTheCardThatTheGuestLeftOnceAndThenItIsForgotten)
{
    const auto id = guestOrder(m_rooms, nights(m_today), offeredCard("bauth_secret-1"));
    ASSERT_TRUE(comesTo(id, [](const Reservation &now) { return now.card == CardOnFile::Kept; }));
    EXPECT_EQ(ledger("payments"), 0) << "no money before the manager's yes";
    apply(*m_manager, ConfirmReservation{id});
    ASSERT_TRUE(comesTo(id, Confirmed)) << "without anybody's doing";
    EXPECT_EQ(ledger("taken"), 180'000);
    EXPECT_EQ(told(id), (Kinds{"requested", "confirmed"}));
    ASSERT_TRUE(comesTo(id, [](const Reservation &now) { return now.card == CardOnFile::Forgotten; }));
    EXPECT_EQ(calls("billing-charge"), 1);
    EXPECT_EQ(calls("billing-delete"), 1);
    const std::string everything = everythingTold(id);
    for (const char *secret : {"bauth_secret-1", "billing_", "customer-"})
        EXPECT_EQ(everything.find(secret), std::string::npos) << secret;
    apply(*m_clerk, CancelReservation{id, "ill"});
    EXPECT_TRUE(isRefunded(id)) << "by the key that the charge was answered with";
    EXPECT_EQ(ledger("cancelled"), 180'000);
}

TEST_P(Lodging, aKeptCardThatIsDeclinedLeavesTheGuestALinkAndABusyProviderIsPending)
{
    const auto declined = guestOrder(m_rooms, nights(m_today), offeredCard("bauth_declined_1"));
    ASSERT_TRUE(comesTo(declined, [](const Reservation &now) { return now.card == CardOnFile::Kept; }));
    apply(*m_manager, ConfirmReservation{declined});
    ASSERT_TRUE(paymentComesTo(declined, PaymentState::Declined));
    EXPECT_EQ(find(declined)->state, AwaitingPayment);
    EXPECT_TRUE(find(declined)->payBy);
    EXPECT_EQ(told(declined), (Kinds{"requested", "payment-declined"}));
    payByCard(declined);
    ASSERT_TRUE(comesTo(declined, Confirmed));

    const Stay later{m_today + Days{30}, m_today + Days{32}};
    const auto busy = guestOrder(m_rooms, later, offeredCard("bauth_2"));
    ASSERT_TRUE(comesTo(busy, [](const Reservation &now) { return now.card == CardOnFile::Kept; }));
    fault(R"({"fault":"refuse","code":"PROVIDER_ERROR","method":"POST","path":"/v1/billing"})");
    apply(*m_manager, ConfirmReservation{busy});
    ASSERT_TRUE(paymentComesTo(busy, PaymentState::ProviderBusy));
    EXPECT_TRUE(find(busy)->holdsStock);
    forgetFaults();
    EXPECT_TRUE(comesTo(busy, Confirmed));
    EXPECT_EQ(ledger("payments"), 2);
}

TEST_P(Lodging, aKeptCardIsChargedOnceWhateverIsKilledOrUnheardAndForgottenWhenItIsNotNeeded)
{
    const auto id = guestOrder(m_rooms, nights(m_today), offeredCard("bauth_3"));
    ASSERT_TRUE(comesTo(id, [](const Reservation &now) { return now.card == CardOnFile::Kept; }));
    fault(R"({"fault":"timeout-after-taken","method":"POST","path":"/v1/billing","count":1})");
    apply(*m_manager, ConfirmReservation{id});
    kill();
    launch();
    ASSERT_TRUE(comesTo(id, Confirmed));
    EXPECT_EQ(ledger("payments"), 1);
    EXPECT_EQ(ledger("taken"), 180'000);

    const Stay later{m_today + Days{30}, m_today + Days{32}};
    for (const bool isRejected : {true, false}) {
        const auto ended = guestOrder(m_rooms, later, offeredCard(isRejected ? "bauth_4" : "bauth_5"));
        ASSERT_TRUE(comesTo(ended, [](const Reservation &now) { return now.card == CardOnFile::Kept; }));
        apply(*m_manager, isRejected ? CommandArgs(RejectReservation{ended, "full"})
                                     : CommandArgs(CancelReservation{ended, "ill"}));
        EXPECT_TRUE(comesTo(ended, [](const Reservation &now) { return now.card == CardOnFile::Forgotten; }));
    }
    EXPECT_EQ(ledger("payments"), 1);
}

TEST_P(Lodging, withoutACardTheGuestIsAskedToPay)
{
    const auto id = guestOrder(m_rooms, nights(m_today));
    apply(*m_manager, ConfirmReservation{id});
    EXPECT_EQ(told(id), (Kinds{"requested", "awaiting-payment"}));
    const auto refused =
        guestOrder(m_rooms, {m_today + Days{30}, m_today + Days{31}}, offeredCard("unknown-to-the-provider"));
    ASSERT_TRUE(comesTo(refused, [](const Reservation &now) { return now.card == CardOnFile::Refused; }));
    apply(*m_manager, ConfirmReservation{refused});
    EXPECT_EQ(told(refused), (Kinds{"requested", "awaiting-payment"}));
}

TEST_P(Lodging, theManagersListTellsOfWhenItIsWhileItsWorkerIsDown)
{
    const auto asOf = [this] {
        const auto list = m_manager->get("/v1/properties/" + toString(m_property) + "/management?all=true");
        return parseInstant(std::string_view(boost::json::parse(list.body).at("asOf").as_string())).value();
    };
    const auto now = [] {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
    const auto isAfter = [&](Instant time) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (asOf() <= time && std::chrono::steady_clock::now() < end) {
        }
        return asOf() > time;
    };
    guestOrder(m_rooms, nights(m_today));
    const Instant before = now();
    ASSERT_TRUE(isAfter(before)) << "all that happened until then is in the list";
    relaunch("gateway,payment,hotel,notice");
    const auto id = guestOrder(m_rooms, nights(m_today));
    apply(*m_manager, RejectReservation{id, "full"});
    const Instant first = asOf();
    EXPECT_GE(first, before);
    EXPECT_EQ(asOf(), first) << "time does not make it true";
    relaunch();
    EXPECT_TRUE(isAfter(first));
}

TEST_P(Lodging, cancellingCancelsThePaymentAlsoOneThatWaitsForTheProvider)
{
    const auto paid = request();
    apply(*m_manager, ConfirmReservation{paid});
    payByCard(paid);
    ASSERT_TRUE(comesTo(paid, Confirmed));
    apply(*m_clerk, CancelReservation{paid, "ill"});
    EXPECT_TRUE(isRefunded(paid));

    const auto waiting = request();
    apply(*m_manager, ConfirmReservation{waiting});
    fault(overloaded);
    payByCard(waiting);
    ASSERT_TRUE(paymentComesTo(waiting, PaymentState::ProviderBusy));
    apply(*m_clerk, CancelReservation{waiting, "ill"});
    forgetFaults();
    // Withdrawn before it was sent again; or, when a try was on its way just then, taken and given back.
    EXPECT_TRUE(comesTo(waiting, [](const Reservation &now) {
        const Payment &payment = now.payments.back();
        const bool isGivenBack =
            !payment.refunds.empty() && payment.refunds.back().state == RefundState::Done;
        return payment.state == PaymentState::Withdrawn || isGivenBack;
    }));
    EXPECT_EQ(ledger("taken"), ledger("cancelled"));
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
