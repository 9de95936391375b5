// The parts of the guests' pages: texts, templates, seals, forms, words.

#include <algorithm>
#include <regex>

#include <gtest/gtest.h>

#include "protocol/guests.h"
#include "server/gateway/tokens.h"
#include "server/pages/bookingform.h"
#include "server/pages/bookvalues.h"
#include "server/pages/checkout.h"
#include "server/pages/embeddedpages.h"
#include "server/pages/forms.h"
#include "server/pages/seals.h"
#include "server/pages/templates.h"
#include "server/pages/wording.h"
#include "support/memory_hotel.h"

namespace deskbell::server {
namespace {

using namespace deskbell::testing;

constexpr Instant noon{std::chrono::hours(12)};

class Sealing : public ::testing::Test
{
protected:
    Sealing() { EXPECT_TRUE(prepareCryptography()); }
    const std::string m_secret = makeToken();
    const ReservationId m_id = idNumbered<ReservationId>(7);
};

std::string underscored(std::string_view prefix, std::string_view name)
{
    std::string text = std::string(prefix) + std::string(name);
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
}

TEST(GuestTexts, everyTextThatATemplateNamesIsThere)
{
    const auto texts = Texts::make();
    ASSERT_TRUE(texts) << texts.error().facts.at("reason");
    const std::regex named(R"(\{\{T_([a-z_]+)\}\})");
    int count = 0;
    for (const EmbeddedFile &file : embeddedPages()) {
        const std::string content(file.content);
        for (std::sregex_iterator each(content.begin(), content.end(), named), end; each != end;
             ++each, ++count)
            EXPECT_TRUE(texts->has((*each)[1].str())) << file.name << ' ' << (*each)[1];
    }
    EXPECT_GT(count, 50);
}

TEST(GuestTexts, everyStateEventAndPaymentHasItsWords)
{
    const auto texts = Texts::make();
    ASSERT_TRUE(texts);
    for (int i = 0; i < countOf<ReservationState>; ++i) {
        const std::string key = underscored("state_", toString(static_cast<ReservationState>(i)));
        EXPECT_TRUE(texts->has(key) && texts->has(key + "_sentence")) << key;
    }
    for (int i = 0; i < countOf<protocol::PaymentProgress>; ++i)
        EXPECT_TRUE(texts->has(underscored("payment_", toString(static_cast<protocol::PaymentProgress>(i)))));
    for (Workflow workflow : workflows::all) {
        for (const auto rule : {ConfirmationRule::ByManager, ConfirmationRule::Automatic}) {
            workflow.confirmation = rule;
            EXPECT_TRUE(texts->has(conditionKey(workflow))) << workflow.name.text();
            EXPECT_TRUE(texts->has(submitKey(workflow))) << workflow.name.text();
        }
    }
}

TEST(GuestTexts, aTextThatOneLanguageLacksIsNamed)
{
    const auto lacking = Texts::read("a = \"x\"\nb = \"y\"", "a = \"x\"");
    ASSERT_FALSE(lacking);
    EXPECT_EQ(lacking.error(), (Error{"bad-texts", {{"file", "en.toml"}, {"reason", "b"}}}));
    EXPECT_FALSE(Texts::read("a = 1", "a = \"x\""));
    EXPECT_FALSE(Texts::read("a = ", "a = \"x\""));
}

TEST(GuestTexts, theLanguageIsTheChosenOneElseTheBrowsersFirst)
{
    EXPECT_EQ(languageFor("ko", "en"), Language::Korean);
    EXPECT_EQ(languageFor("fr", "ko-KR,en;q=0.8"), Language::Korean);
    EXPECT_EQ(languageFor("", "en;q=0.5, ko;q=0.9"), Language::Korean);
    EXPECT_EQ(languageFor("", "fr-FR, en-US;q=0.7"), Language::English);
    EXPECT_EQ(languageFor("", "kok"), Language::English);
    EXPECT_EQ(languageFor("", ""), Language::English);
}

TEST(GuestTemplates, whateverAGuestTypedIsEscapedWhereItStands)
{
    const auto templates = Templates::make();
    ASSERT_TRUE(templates);
    PageValues values;
    values.set("HEADING", "<script>alert('x')</script>");
    PageValues &next = values.add("NEXT");
    next.set("URL", "javascript:alert(1)");
    next.set("TEXT", "\"><b>");
    const std::string html = (*templates)->render("message", values);
    EXPECT_EQ(html.find("<script>alert"), std::string::npos);
    EXPECT_EQ(html.find("javascript:"), std::string::npos);
    EXPECT_EQ(html.find("<b>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST(GuestTemplates, noPageHasStyleOrScriptInItself)
{
    const std::regex inLine(R"(<style|<script(?! src)| style=| on[a-z]+=)");
    for (const EmbeddedFile &file : embeddedPages()) {
        if (file.name.ends_with(".html"))
            EXPECT_FALSE(std::regex_search(std::string(file.content), inLine)) << file.name;
    }
}

TEST_F(Sealing, aLinkOpensItsReservationAndCanBeMadeAgain)
{
    const auto tokens = GuestTokens::make(m_secret);
    ASSERT_TRUE(tokens);
    const std::string token = tokens->tokenOf(m_id, 3);
    EXPECT_EQ(token, GuestTokens::make(m_secret)->tokenOf(m_id, 3));
    EXPECT_EQ(token.size(), 48u);
    const auto opened = tokens->open(token);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->reservation, m_id);
    EXPECT_EQ(opened->generation, 3);
    EXPECT_NE(token, tokens->tokenOf(m_id, 4));
}

TEST_F(Sealing, aLinkChangedAnywhereOrMadeElsewhereOpensNothing)
{
    const auto tokens = GuestTokens::make(m_secret);
    const std::string token = tokens->tokenOf(m_id, 0);
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens->open(changed)) << i;
    }
    EXPECT_FALSE(tokens->open(token + "A"));
    EXPECT_FALSE(tokens->open(""));
    EXPECT_FALSE(tokens->open(std::string(100'000, 'A')));
    EXPECT_FALSE(GuestTokens::make(makeToken())->open(token));
    EXPECT_FALSE(GuestTokens::make("short"));
}

TEST_F(Sealing, aNoteOpensForItsHolderInItsTimeForItsPurpose)
{
    const auto notes = SealedNotes::make(m_secret, "form");
    ASSERT_TRUE(notes);
    const std::string note = notes->seal("book 1", "session", noon);
    EXPECT_EQ(notes->open(note, "session", noon - std::chrono::seconds(1)), "book 1");
    EXPECT_FALSE(notes->open(note, "session", noon));
    EXPECT_FALSE(notes->open(note, "another", noon - std::chrono::hours(1)));
    EXPECT_FALSE(SealedNotes::make(m_secret, "draft")->open(note, "session", noon - std::chrono::hours(1)));
    EXPECT_FALSE(notes->open(note.substr(1), "session", noon - std::chrono::hours(1)));
}

TEST(Checkout, whatComesBackMustBeOfThisOrderAndAmount)
{
    CheckoutDraft draft{idNumbered<PropertyId>(1),
                        idNumbered<ReservationId>(2),
                        idNumbered<PaymentId>(3),
                        Money{12850, *parseCurrency("EUR")},
                        {}};
    protocol::ReservationRequest &booking = draft.booking.emplace();
    booking.property = draft.property;
    booking.offering = idNumbered<OfferingId>(4);
    booking.stay = {date("2026-06-01"), date("2026-06-02")};
    booking.guest.name = "김지원\n";
    EXPECT_EQ(decodeDraft(encodeDraft(draft)), draft);
    EXPECT_FALSE(decodeDraft("1\nx"));
    const auto returned = [&](const char *amount, const std::string &order, const char *key) {
        http::Parameters query;
        query.add("amount", amount);
        query.add("orderId", order);
        query.add("paymentKey", key);
        return approvedCard(draft, query);
    };
    const std::string order = toString(draft.payment);
    EXPECT_EQ(returned("128.50", order, "tgen_1"), "tgen_1");
    EXPECT_EQ(returned("128.5", order, "tgen_1"), "tgen_1");
    EXPECT_EQ(returned("128.500", order, "tgen_1"), "tgen_1");
    EXPECT_FALSE(returned("128.501", order, "tgen_1"));
    EXPECT_FALSE(returned("128.51", order, "tgen_1"));
    EXPECT_FALSE(returned("-128.50", order, "tgen_1"));
    EXPECT_FALSE(returned("128.50", toString(idNumbered<PaymentId>(9)), "tgen_1"));
    EXPECT_FALSE(returned("128.50", order, ""));
}

TEST(BookingForm, datesThatCannotBeAreNamed)
{
    const Date today = date("2026-05-10");
    const auto wrong = [&](const char *arrival, const char *departure) {
        http::Parameters fields;
        fields.add("arrival", arrival);
        fields.add("departure", departure);
        FieldErrors errors;
        readWish(fields, today, errors);
        return errors.empty() ? std::string() : errors.front().text;
    };
    EXPECT_EQ(wrong("", ""), "");
    EXPECT_EQ(wrong("2026-05-10", "2026-05-12"), "");
    EXPECT_EQ(wrong("2026-05-09", "2026-05-12"), "error_arrival");
    EXPECT_EQ(wrong("nonsense", ""), "error_arrival");
    EXPECT_EQ(wrong("2026-05-12", "2026-05-12"), "error_departure");
    EXPECT_EQ(wrong("2026-05-12", "2027-06-12"), "error_too_long");
}

TEST(BookingForm, detailsAreCheckedFieldByField)
{
    const auto form = parseForm("name=+&phone=12&email=x&note=" + std::string(600, 'n'));
    ASSERT_TRUE(form);
    FieldErrors errors;
    const Details details = readDetails(*form, errors);
    ASSERT_EQ(errors.size(), 4u);
    EXPECT_EQ(errors[1], (FieldError{"phone", "error_phone"}));
    EXPECT_FALSE(details.wantsNotices);
}

TEST(BookingForm, aFormThatIsNotWellFormedIsNone)
{
    for (const char *body : {"a=%", "a=%4", "a=%zz", "a=%+1", "%4=1", "a=1&b=%0x"})
        EXPECT_FALSE(parseForm(body)) << body;
    std::string most = "f=1";
    for (int i = 1; i < 64; ++i)
        most += "&f=1";
    ASSERT_TRUE(parseForm(most));
    EXPECT_EQ(parseForm(most)->size(), 64u);
    EXPECT_FALSE(parseForm(most + "&f=1"));
    EXPECT_FALSE(parseForm(std::string(64, '&')));
}

TEST(BookingForm, aNulIsRefusedAsTheFieldsText)
{
    const auto form = parseForm("name=Kim%00&phone=010-1234-5678");
    ASSERT_TRUE(form);
    FieldErrors errors;
    readDetails(*form, errors);
    ASSERT_FALSE(errors.empty());
    EXPECT_EQ(errors.front().field, "name");
}

TEST(Wording, moneyDaysAndMomentsAreWrittenAsReadersExpect)
{
    EXPECT_EQ(moneyText({128000, *parseCurrency("KRW")}, Language::Korean), "128,000원");
    EXPECT_EQ(moneyText({128000, *parseCurrency("KRW")}, Language::English), "₩128,000");
    EXPECT_EQ(moneyText({12805, *parseCurrency("EUR")}, Language::English), "€128.05");
    EXPECT_EQ(moneyText({-5, *parseCurrency("CHF")}, Language::English), "−CHF 0.05");
    EXPECT_EQ(dateText(date("2026-05-15"), Language::Korean), "2026년 5월 15일 (금)");
    EXPECT_EQ(momentText(instant("2026-05-14T23:05:09Z"), "Asia/Seoul", Language::English),
              "Fri 15 May 2026, 08:05");
    EXPECT_EQ(momentText(instant("2026-05-14T23:05:09Z"), "No/Where", Language::English),
              "Thu 14 May 2026, 23:05 UTC");
}

} // namespace
} // namespace deskbell::server
