// A card that a guest leaves with a request: charged once after the hotel's yes, and then forgotten.

#include <gtest/gtest.h>

#include "domain/refusal.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

using enum ReservationState;

class KeptCard : public ::testing::Test
{
protected:
    MakeReservation wish(const Workflow &workflow = workflows::onRequest)
    {
        MakeReservation make = request(hotel, id, hotel.addOffering(workflow, 1));
        make.channel = webChannel;
        make.nightlyPrices.clear();
        make.guest.phone = "01012345678";
        make.card = "sealed";
        return make;
    }
    std::string ask(const MakeReservation &make)
    {
        const Context context{hotel.now, Actor{AccountId{id.value}, "guest", Role::Guest}, hotel.businessDate,
                              hotel};
        const auto events = hotel.submit(make, context);
        return events ? "" : events.error().code;
    }
    const Reservation &now() const { return *hotel.find(id); }
    void must(const CommandArgs &command, Role role)
    {
        const auto done = hotel.submit(command, role);
        ASSERT_TRUE(done) << done.error().code;
    }
    void card(CardOnFile outcome) { must(RecordCardOutcome{id, outcome, "key", ""}, Role::System); }
    void hear(PaymentState outcome, const std::string &token = {})
    {
        must(RecordPaymentOutcome{id, now().payments.at(0).id, outcome, "", token}, Role::System);
    }
    NoticeKind lastNotice() const { return now().notices.back().kind; }

    const ReservationId id = idNumbered<ReservationId>(1);
    MemoryHotel hotel;
};

TEST_F(KeptCard, theManagersYesChargesItOnceAndTheGuestHearsOfTheEnd)
{
    ASSERT_EQ(ask(wish()), "");
    EXPECT_EQ(now().card, CardOnFile::Offered);
    EXPECT_TRUE(now().payments.empty()) << "no money before the yes";
    card(CardOnFile::Kept);
    must(ConfirmReservation{id}, Role::Manager);
    ASSERT_EQ(now().payments.size(), 1u);
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_TRUE(now().payments[0].isByKeptCard);
    EXPECT_EQ(now().payments[0].amount, totalPrice(now()));
    EXPECT_FALSE(now().payBy) << "the guest has nothing to do";
    EXPECT_EQ(now().notices.size(), 1u) << "and is not asked to pay";
    EXPECT_TRUE(isCardNeeded(now()));
    hear(PaymentState::Sent);
    hear(PaymentState::Taken, "tviva_1");
    EXPECT_EQ(now().state, Confirmed);
    EXPECT_EQ(now().payments[0].token, "tviva_1") << "by which it can be refunded";
    EXPECT_EQ(lastNotice(), NoticeKind::Confirmed);
    EXPECT_FALSE(isCardNeeded(now()));
    card(CardOnFile::Forgotten);
    EXPECT_EQ(now().payments.size(), 1u);
}

TEST_F(KeptCard, aDeclineLeavesTheGuestADayToPayOtherwise)
{
    ASSERT_EQ(ask(wish()), "");
    card(CardOnFile::Kept);
    must(ConfirmReservation{id}, Role::Manager);
    hear(PaymentState::Sent);
    hear(PaymentState::Declined);
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(now().payBy, hotel.now + workflows::onRequest.payWithin);
    EXPECT_EQ(lastNotice(), NoticeKind::PaymentDeclined);
    EXPECT_EQ(chargeable(now()), totalPrice(now()));
    EXPECT_FALSE(isCardNeeded(now()));
    EXPECT_EQ(now().payments.size(), 1u) << "it is not charged again by itself";
}

TEST_F(KeptCard, aBusyProviderIsPendingAndChargedLater)
{
    ASSERT_EQ(ask(wish()), "");
    card(CardOnFile::Kept);
    must(ConfirmReservation{id}, Role::Manager);
    hear(PaymentState::ProviderBusy);
    EXPECT_EQ(now().state, AwaitingPayment);
    EXPECT_EQ(lastNotice(), NoticeKind::PaymentPending);
    EXPECT_TRUE(isCardNeeded(now()));
    hear(PaymentState::Sent);
    hear(PaymentState::Taken, "tviva_1");
    EXPECT_EQ(now().state, Confirmed);
}

TEST_F(KeptCard, aCardThatCannotBeKeptIsAsIfThereWereNone)
{
    ASSERT_EQ(ask(wish()), "");
    card(CardOnFile::Refused);
    must(ConfirmReservation{id}, Role::Manager);
    EXPECT_TRUE(now().payments.empty());
    EXPECT_EQ(lastNotice(), NoticeKind::AwaitingPayment);
    EXPECT_TRUE(now().payBy);
}

TEST_F(KeptCard, aYesBeforeItIsKnownWhetherItCanBeKeptIsChargedOrDeclinedThen)
{
    for (const CardOnFile outcome : {CardOnFile::Kept, CardOnFile::Refused}) {
        hotel = MemoryHotel();
        ASSERT_EQ(ask(wish()), "");
        must(ConfirmReservation{id}, Role::Manager);
        EXPECT_TRUE(isCardNeeded(now()));
        card(outcome);
        EXPECT_EQ(now().payments.at(0).state,
                  outcome == CardOnFile::Kept ? PaymentState::Pending : PaymentState::Declined);
        EXPECT_EQ(now().payBy.has_value(), outcome == CardOnFile::Refused);
    }
}

TEST_F(KeptCard, whatEndsNeedsNoCard)
{
    for (const bool isRejected : {false, true}) {
        hotel = MemoryHotel();
        ASSERT_EQ(ask(wish()), "");
        card(CardOnFile::Kept);
        EXPECT_TRUE(isCardNeeded(now()));
        must(isRejected ? CommandArgs(RejectReservation{id, "full"}) : CommandArgs(CancelReservation{id, ""}),
             Role::Manager);
        EXPECT_FALSE(isCardNeeded(now()));
    }
}

TEST_F(KeptCard, whatChargesNoCardLaterTakesNone)
{
    for (const Workflow &workflow : {workflows::payAtHotel, workflows::loan})
        EXPECT_EQ(ask(wish(workflow)), refusal::cardNotUsed) << workflow.name.text();
}

TEST_F(KeptCard, everyStateAndOutcomeIsAsListed)
{
    // None Offered Kept Refused Forgotten
    constexpr bool table[countOf<CardOnFile>][countOf<CardOnFile>] = {{false, false, false, false, false},
                                                                      {false, false, true, true, true},
                                                                      {false, false, false, false, true},
                                                                      {false, false, false, false, false},
                                                                      {false, false, false, false, false}};
    ASSERT_EQ(ask(wish()), "");
    for (int from = 0; from < countOf<CardOnFile>; ++from) {
        for (int to = 0; to < countOf<CardOnFile>; ++to) {
            Reservation set = now();
            set.card = static_cast<CardOnFile>(from);
            hotel.put(set);
            const auto done =
                hotel.submit(RecordCardOutcome{id, static_cast<CardOnFile>(to), "", ""}, Role::System);
            EXPECT_EQ(done.has_value(), table[from][to]) << from << " -> " << to;
        }
    }
}

} // namespace
} // namespace deskbell::testing
