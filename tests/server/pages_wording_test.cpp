// Pages about tickets and loans speak of seats and copies, in both languages, and of nothing that only a
// room has.

#include <regex>

#include <gtest/gtest.h>

#include "server/pages/bookvalues.h"
#include "server/pages/ownvalues.h"
#include "server/pages/templates.h"
#include "support/memory_hotel.h"

namespace deskbell::server {
namespace {

using namespace deskbell::testing;
using protocol::GuestEvent;
using protocol::GuestReservation;
using protocol::PaymentProgress;
using enum ReservationState;

struct Look
{
    Workflow workflow;
    Language language;
};

class KindWords : public ::testing::TestWithParam<Look>
{
protected:
    PageWords words() const { return {m_texts, GetParam().language, kindOf(GetParam().workflow)}; }
    PageValues begin() const
    {
        PageValues values;
        for (const auto &[key, text] : m_texts.all(GetParam().language))
            values.set("T_" + key, words().say(key));
        return values;
    }
    void expectOwnWords(std::string_view page, const PageValues &values) const
    {
        static const std::regex tags("<(script|style|head)[\\s\\S]*?</\\1>|<[^>]*>");
        static const std::regex ofRooms(
            "\\b([Rr]ooms?|[Nn]ights?|[Ss]tays?|[Hh]otel|[Aa]rrival|[Dd]eparture|[Cc]heck(ed)?[- "
            "](in|out)|[Aa]dults?)\\b"
            "|객실|호실|숙소|숙박|투숙|체크인|체크아웃|도착일|출발일|성인|[0-9]박");
        const std::string text = std::regex_replace(m_templates->render(page, values), tags, " ");
        std::smatch found;
        EXPECT_FALSE(std::regex_search(text, found, ofRooms))
            << page << ": " << found.str() << " in " << text;
    }
    GuestReservation reservation(ReservationState state, PaymentProgress payment) const
    {
        GuestReservation view;
        view.code = "7K2-M9Q";
        view.offering = "X";
        view.workflow = GetParam().workflow;
        view.stay = {date("2026-06-01"), date("2026-06-01")};
        view.guest.name = "Kim";
        view.guest.phone = "010-1234-5678";
        view.state = state;
        view.payment = payment;
        view.total = {132'000, *parseCurrency("KRW")};
        view.paid = view.due = view.giveBack = view.total;
        view.nightlyPrices = {132'000};
        view.quantity = 2;
        view.payBy = Instant{};
        for (const char *what :
             {"reservation-requested", "reservation-confirmed", "reservation-rejected",
              "reservation-cancelled", "cancellation-begun", "reservation-moved", "unit-assigned",
              "guest-checked-in", "guest-checked-out", "guest-did-not-show", "payment-accepted",
              "payment-taken", "payment-declined", "payment-provider-busy", "payment-unknown",
              "payment-withdrawn", "refund-requested", "refund-done", "refund-failed"})
            view.history.push_back(GuestEvent{{}, what, {}});
        return view;
    }
    void lookAt(const GuestReservation &view) const
    {
        Property property;
        property.timeZone = "Asia/Seoul";
        for (const char *page : {"my", "cancel", "receipt"}) {
            PageValues values = begin();
            setOwn(values, words(), view, property);
            setGiveBack(values, words(), view, false);
            setReceipt(values, words(), view, property);
            expectOwnWords(page, values);
        }
    }

    const Texts m_texts = Texts::make().value();
    const std::unique_ptr<Templates> m_templates = Templates::make().value();
};

INSTANTIATE_TEST_SUITE_P(All, KindWords,
                         ::testing::Values(Look{workflows::ticket, Language::English},
                                           Look{workflows::ticket, Language::Korean},
                                           Look{workflows::loan, Language::English},
                                           Look{workflows::loan, Language::Korean}));

TEST_P(KindWords, theOwnPageOfEveryState)
{
    for (const PaymentProgress payment :
         {PaymentProgress::None, PaymentProgress::Due, PaymentProgress::UnderWay, PaymentProgress::Later,
          PaymentProgress::LookedUp, PaymentProgress::Declined, PaymentProgress::Paid,
          PaymentProgress::Refunding, PaymentProgress::Refunded}) {
        for (const ReservationState state : {AwaitingPayment, AwaitingUnit, Confirmed, Cancelling, InHouse,
                                             Departed, Cancelled, Rejected, NoShow}) {
            GuestReservation view = reservation(state, payment);
            lookAt(view);
            view.payments.push_back(Payment{});
            view.payments.back().state = PaymentState::Taken;
            view.endReason = "no-stock";
            if (kindOf(view.workflow) == OfferingKind::Title)
                view.unit = "A"; // seats have none
            lookAt(view);
        }
    }
}

TEST_P(KindWords, theHousesPageAndTheForm)
{
    House house;
    Offering offering{idNumbered<OfferingId>(1), 1, "X", "X", GetParam().workflow, 40, 66'000, 2, 1};
    house.offerings = {offering};
    house.property.currency = *parseCurrency("KRW");
    house.property.businessDate = date("2026-06-01");
    const Choice choice{
        offering, {date("2026-06-01"), date("2026-06-01")}, 3, {66'000}, {66'000, house.property.currency}};
    for (const std::vector<Choice> &choices : {std::vector<Choice>{choice}, std::vector<Choice>{}}) {
        PageValues values = begin();
        EXPECT_EQ(aboutOf(house), kindOf(GetParam().workflow));
        setSearch(values, words(), {}, house, {});
        setChoices(values, words(), choices, {}, "/x", true);
        expectOwnWords("book", values);
    }
    const FieldErrors errors{{"name", "error_name"}, {"phone", "error_phone"}, {"quantity", "error_gone"}};
    for (const bool isMade : {false, true}) {
        PageValues values = begin();
        setOrder(values, words(), choice, {});
        setDetails(values, words(), {}, errors, false);
        setQuantity(values, choice, {}, 3);
        values.set("SUBMIT", words().say(submitKey(GetParam().workflow)));
        if (isMade)
            setMade(values, words(), choice, {});
        expectOwnWords("details", values);
    }
    for (const char *code : {"booked_already", "booked_changed", "refused_gone", "refused_other",
                             "refused_price", "checkout_failed", "pay_paused", "unknown_offering"}) {
        PageValues values = begin();
        values.set("HEADING", words().say(std::string(code) + "_title"));
        values.set("SENTENCE", words().say(std::string(code) + "_sentence"));
        expectOwnWords("message", values);
    }
}

TEST(HouseWords, aHouseOfSeveralKindsWithoutRoomsAsksWhatToReserve)
{
    const Texts texts = Texts::make().value();
    House house;
    house.offerings.push_back({idNumbered<OfferingId>(1), 1, "X", "X", workflows::ticket, 40, 1, 2, 1});
    house.offerings.push_back({idNumbered<OfferingId>(2), 1, "Y", "Y", workflows::loan, 40, 0, 2, 1});
    PageValues values;
    setSearch(values, {texts, Language::English, aboutOf(house)}, {}, house, {});
    EXPECT_EQ(values.values().at("HEADING"), "What would you like to reserve?");
    house.offerings.push_back({idNumbered<OfferingId>(3), 1, "Z", "Z", workflows::prepaid, 40, 1, 2, 1});
    setSearch(values, {texts, Language::English, aboutOf(house)}, {}, house, {});
    EXPECT_EQ(values.values().at("HEADING"), "When would you like to come?");
}

TEST(BookingFormOfTickets, aDayThatIsOverIsNoMistakeWhereThereIsNoneToChoose)
{
    FieldErrors errors{
        {"arrival", "error_arrival"}, {"quantity", "error_quantity"}, {"adults", "error_adults"}};
    dropStayErrors(errors);
    EXPECT_EQ(errors, (FieldErrors{{"quantity", "error_quantity"}}));
}

} // namespace
} // namespace deskbell::server
