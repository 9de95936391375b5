// Of the five systems the one whose manager says yes first: 숙소예약 (on-request).
// What one requirement says is what one expectation says; over real HTTP with a real provider process.

#include "server/systemsfixture.h"

#include "domain/refusal.h"

namespace deskbell::server::testing {
namespace {

using enum ReservationState;

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

} // namespace
} // namespace deskbell::server::testing
