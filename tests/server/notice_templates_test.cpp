// What notices say: read whole and checked before any guest is told anything.

#include "server/workers/notice/noticetemplates.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/refusal.h"
#include "domain/text.h"
#include "server/workers/notice/koreantext.h"
#include "server/workers/notice/noticevariables.h"
#include "server/workers/notice/noticewriter.h"
#include "support/memory_hotel.h"

namespace deskbell::server {
namespace {

const std::filesystem::path ours = std::filesystem::path(DESKBELL_DOCS).parent_path() / "resources/notices";

std::string contentOf(const std::string &name)
{
    std::ostringstream text;
    text << std::ifstream(ours / name).rdbuf();
    return text.str();
}

/// Our Korean file with one thing changed; what is said of it.
Error errorWith(const std::string &was, const std::string &is)
{
    std::string text = contentOf("ko.toml");
    const std::size_t at = text.find(was);
    EXPECT_NE(at, std::string::npos) << was;
    text.replace(at, was.size(), is);
    const auto read = NoticeTemplates::read({{"ko.toml", text}});
    EXPECT_FALSE(read) << is;
    return read ? Error{} : read.error();
}

/// Our file with the text of 'confirmed' replaced.
Error errorWithText(const std::string &text)
{
    const std::string ko = contentOf("ko.toml");
    const std::size_t kind = ko.find("[confirmed]");
    const std::size_t begin = ko.find("text = ", kind);
    const std::size_t end = ko.find("subject = ", begin);
    return errorWith(ko.substr(begin, end - begin), "text = \"" + text + "\"\n");
}

TEST(NoticeTemplates, oursSayEverythingInEveryLanguage)
{
    const auto all = NoticeTemplates::readFolder(ours);
    ASSERT_TRUE(all) << all.error().code << ' ' << all.error().facts.begin()->second;
    ASSERT_EQ(all->all().size(), 2u);
    for (const auto &[tag, language] : all->all()) {
        for (int kind = 0; kind < countOf<NoticeKind>; ++kind)
            EXPECT_TRUE(language.templates.contains(toString(static_cast<NoticeKind>(kind)))) << tag;
        for (const std::string_view reason : {refusal::noStock, refusal::notPaidInTime})
            EXPECT_TRUE(language.reasons.contains(std::string(reason))) << tag;
        for (const auto &[name, each] : language.templates) {
            EXPECT_LE(longestLength(*partsOf(each.text)), mostNoticeCharacters) << name;
            EXPECT_NE(each.text.find("#{code}"), std::string::npos) << name;
            ASSERT_EQ(each.buttons.size(), 1u) << name;
            EXPECT_EQ(each.buttons[0].link, "#{link}");
        }
    }
}

TEST(NoticeTemplates, everyTemplateHasAnIdOfItsOwn)
{
    const auto all = NoticeTemplates::readFolder(ours);
    std::set<std::string> ids;
    for (const auto &[tag, language] : all->all()) {
        for (const auto &[name, each] : language.templates)
            EXPECT_TRUE(ids.insert(each.id).second) << each.id;
    }
}

TEST(NoticeTemplates, ticketsAndLoansAreSpokenOfInTheirOwnWords)
{
    using enum NoticeKind;
    const std::regex ofRooms(
        "[Rr]oom|[Nn]ight|[Ss]tay|#\\{departure\\}|Dates|Offering|hotel|checked|객실|숙소|체크|일정");
    const std::vector<NoticeKind> ofTickets{AwaitingPayment, Confirmed,       InHouse, Departed,
                                            Cancelled,       NoShow,          Moved,   Paid,
                                            PaymentPending,  PaymentDeclined, Refunded};
    const std::vector<NoticeKind> ofLoans{AwaitingUnit, Confirmed, InHouse, Departed,
                                          Cancelled,    NoShow,    Moved};
    const auto all = NoticeTemplates::readFolder(ours);
    for (const auto &[tag, language] : all->all()) {
        for (const auto &[kinds, variant] : {std::pair{ofTickets, "ticket"}, std::pair{ofLoans, "loan"}}) {
            for (const NoticeKind kind : kinds) {
                const NoticeTemplate &one = language.templateOf(kind, {variant});
                EXPECT_FALSE(std::regex_search(one.text + one.sms, ofRooms)) << tag << one.text << one.sms;
            }
        }
    }
}

TEST(NoticeTemplates, whoPaidNothingIsToldOfNoMoneyThatGoesBack)
{
    const auto all = NoticeTemplates::readFolder(ours);
    for (const auto &[tag, language] : all->all()) {
        for (const char *variant : {"unpaid", "ticket-unpaid", "loan"}) {
            const NoticeTemplate &one = language.templateOf(NoticeKind::Cancelled, {variant, "unpaid"});
            for (const char *money : {"#{refunded}", "#{paid}"})
                EXPECT_EQ((one.text + one.sms).find(money), std::string::npos) << tag << one.text;
        }
    }
}

TEST(NoticeTemplates, aVariantIsCheckedAsTheOthersAndMayBeMissing)
{
    EXPECT_EQ(errorWith("[cancelled.unpaid]", "[cancelled.unpayed]").facts.at("key"), "cancelled.unpayed");
    EXPECT_EQ(errorWith("[cancelled.unpaid]", "[cancelled.unpaid]\nx = 1").facts.at("key"),
              "cancelled.unpaid.x");
    const auto all = NoticeTemplates::readFolder(ours);
    const NoticeLanguage &ko = all->in("ko", "ko");
    EXPECT_EQ(&ko.templateOf(NoticeKind::Requested, {"loan", "unpaid"}), &ko.templates.at("requested"));
    EXPECT_EQ(&ko.templateOf(NoticeKind::Cancelled, {"ticket-unpaid", "ticket"}),
              &ko.templates.at("cancelled.ticket-unpaid"));
}

TEST(NoticeTemplates, aGuestIsSpokenToInTheirLanguageOrTheHouses)
{
    const auto all = NoticeTemplates::readFolder(ours);
    EXPECT_EQ(all->in("ko", "en").tag, "ko");
    EXPECT_EQ(all->in("en-GB", "ko").tag, "en");
    EXPECT_EQ(all->in("de", "ko").tag, "ko");
    EXPECT_EQ(all->in("", "en").tag, "en");
    EXPECT_EQ(all->in("", "xx").tag, "en"); // the first there is
}

TEST(NoticeTemplates, aBrokenFileIsToldWithItsLine)
{
    const Error error = errorWith("subject = \"예약 확정\"", "subject = \"예약 확정");
    EXPECT_EQ(error.code, "template-unreadable");
    EXPECT_EQ(error.facts.at("file"), "ko.toml");
    EXPECT_GT(std::stoi(error.facts.at("line")), 10);
    EXPECT_FALSE(error.facts.at("reason").empty());
}

TEST(NoticeTemplates, aKindThatIsMissingIsTold)
{
    EXPECT_EQ(errorWith("[no-show]", "[reasons.x]").code, "template-bad-value"); // it became a reason
    std::string text = contentOf("ko.toml");
    text = text.substr(0, text.find("[refunded]"));
    const auto read = NoticeTemplates::read({{"ko.toml", text}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), (Error{"template-missing", {{"file", "ko.toml"}, {"kind", "refunded"}}}));
}

TEST(NoticeTemplates, whatMeansNothingHereIsTold)
{
    EXPECT_EQ(errorWith("[confirmed]", "[confirmd]").code, "template-unknown-key");
    const Error key = errorWith("sms = \"[#{property}]", "smss = \"[#{property}]");
    EXPECT_EQ(key.code, "template-unknown-key");
    EXPECT_EQ(key.facts.at("key"), "requested.smss");
    const Error variable = errorWithText("#{guest}님 #{roomnumber}");
    EXPECT_EQ(variable.code, "template-unknown-variable");
    EXPECT_EQ(variable.facts.at("variable"), "roomnumber");
    EXPECT_EQ(variable.facts.at("key"), "confirmed.text");
    EXPECT_GT(std::stoi(variable.facts.at("line")), 50);
    EXPECT_EQ(errorWithText("#{guest 님").code, "template-broken-variable");
    EXPECT_EQ(errorWithText(" ").code, "template-bad-value");
    EXPECT_EQ(errorWith("channel = \"KA01PF-deskbell\"", "channel = 7").code, "template-bad-value");
}

TEST(NoticeTemplates, aTextMustFitWithTheLongestValues)
{
    std::string fits;
    for (int i = 0; i < 970; ++i)
        fits += "가"; // a character, whatever its bytes
    const std::size_t longest = longestLength(*partsOf("#{guest}"));
    ASSERT_EQ(longest, 30u);
    const Error error = errorWithText(fits + "!#{guest}");
    EXPECT_EQ(error.code, "template-too-long");
    EXPECT_EQ(error.facts.at("characters"), "1001");
    EXPECT_EQ(error.facts.at("most"), "1000");
}

TEST(NoticeTemplates, sixButtonsAreTooMany)
{
    const std::string one = "{ name = \"예약 보기\", link = \"#{link}\" }";
    const Error error = errorWith("[" + one + "]", "[" + one + "," + one + "," + one + "," + one + "," + one +
                                                       "," + one + "]");
    EXPECT_EQ(error.code, "template-too-many-buttons");
    EXPECT_EQ(error.facts.at("buttons"), "6");
    EXPECT_EQ(errorWith("name = \"예약 보기\"", "name = \"열네 글자보다 더 긴 이름의 단추\"").code,
              "template-too-long");
}

TEST(NoticeTemplates, whatAReservationMayHaveNoneOfHasWords)
{
    const Error error = errorWith("deadline = \"따로 없음\"\n", "");
    EXPECT_EQ(error, (Error{"template-no-words", {{"file", "ko.toml"}, {"variable", "deadline"}}}));
    EXPECT_EQ(errorWith("deadline = \"따로 없음\"", "deadline = 3").facts.at("key"), "missing.deadline");
}

TEST(NoticeTemplates, aFolderWithoutFilesSaysNothing)
{
    const auto read = NoticeTemplates::readFolder("/nowhere");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), (Error{"template-none", {{"folder", "/nowhere"}}}));
}

TEST(NoticeText, aFilledTextIsItsTemplateApartFromTheVariables)
{
    const std::string text = "#{guest}님, #{arrival} 예약 #{code}";
    const NoticeValues values{{"guest", "김하나"}, {"arrival", "5월 1일"}, {"code", "7K2-M9Q"}};
    const std::string filled = filledText(text, values);
    EXPECT_EQ(filled, "김하나님, 5월 1일 예약 7K2-M9Q");
    EXPECT_TRUE(isFilledFrom(filled, text));
    EXPECT_FALSE(isFilledFrom("김하나님, 5월 1일 예약", text));
    EXPECT_FALSE(isFilledFrom("김하나씨, 5월 1일 예약 7K2-M9Q", text));
    EXPECT_FALSE(isFilledFrom("x" + filled, "님" + text));
    EXPECT_FALSE(isFilledFrom(filled + "!", text + "?"));
    EXPECT_TRUE(isFilledFrom("fixed", "fixed"));
    EXPECT_FALSE(isFilledFrom("fixed!", "fixed"));
}

RC_GTEST_PROP(NoticeText, whateverTheValuesItStaysTheTemplate, (const std::vector<std::string> &given))
{
    const auto templates = NoticeTemplates::readFolder(ours);
    NoticeValues values;
    for (std::size_t i = 0; i < noticeVariables.size(); ++i) {
        const std::string_view name = noticeVariables[i].name;
        values[std::string(name)] = fittingValue(name, given.empty() ? "#{x" : given[i % given.size()]);
        RC_ASSERT(!values[std::string(name)].empty());
    }
    for (const auto &[tag, language] : templates->all()) {
        for (const auto &[name, each] : language.templates) {
            const std::string filled = filledText(each.text, values);
            RC_ASSERT(isFilledFrom(filled, each.text));
            RC_ASSERT(characterCount(filled) <= mostNoticeCharacters);
        }
    }
}

TEST(NoticeText, aValueIsOfOneLineAndNoLongerThanItsPlace)
{
    EXPECT_EQ(fittingValue("guest", "Kim\nHana"), "Kim Hana");
    EXPECT_EQ(fittingValue("guest", ""), "-");
    EXPECT_EQ(fittingValue("guest", "  "), "-");
    EXPECT_EQ(fittingValue("guest", "#{code}"), "{code}");
    std::string longName;
    for (int i = 0; i < 40; ++i)
        longName += "김";
    const std::string fitting = fittingValue("guest", longName);
    EXPECT_EQ(characterCount(fitting), 30u);
    EXPECT_TRUE(fitting.ends_with("…"));
}

class NoticeWords : public ::testing::Test
{
protected:
    NoticeValues values(const char *tag) const
    {
        return noticeValues(m_reservation, m_facts, NoticeTemplates::readFolder(ours)->in(tag, "ko"));
    }
    Reservation m_reservation;
    NoticeFacts m_facts;
};

TEST_F(NoticeWords, amountsAndDatesAreThoseOfTheGuestsPages)
{
    m_reservation.currency = *parseCurrency("KRW");
    m_reservation.nightlyPrices = {120'000};
    m_reservation.stay = {testing::date("2026-05-15"), testing::date("2026-05-16")};
    m_reservation.payBy = testing::instant("2026-05-10T09:30:00Z");
    m_facts.property.timeZone = "Asia/Seoul";
    EXPECT_EQ(values("ko")["price"], "120,000원");
    EXPECT_EQ(values("ko")["arrival"], "2026년 5월 15일 (금)");
    EXPECT_EQ(values("ko")["deadline"], "2026년 5월 10일 (일) 18:30");
    EXPECT_EQ(values("en")["price"], "₩120,000");
    EXPECT_EQ(values("en")["arrival"], "Fri 15 May 2026");
    EXPECT_EQ(values("en")["deadline"], "Sun 10 May 2026, 18:30");
    m_facts.startsAt = LocalMinute(testing::date("2026-05-15")) + std::chrono::minutes(19 * 60 + 30);
    EXPECT_EQ(values("en")["arrival"], "Fri 15 May 2026, 19:30");
}

TEST_F(NoticeWords, whatThereIsNoneOfHasWordsInItsLanguage)
{
    EXPECT_EQ(values("ko")["reason"], "따로 없음");
    EXPECT_EQ(values("ko")["unit"], "현장에서 안내");
    EXPECT_EQ(values("en")["deadline"], "none");
}

TEST(KoreanText, countsTwoBytesForHangulAndOneForAscii)
{
    EXPECT_EQ(koreanBytes("abc"), 3u);
    EXPECT_EQ(koreanBytes("가나다"), 6u);
    EXPECT_EQ(koreanBytes(fittingKorean("가나다라", 5)), 4u);
    EXPECT_EQ(fittingKorean("abc", 90), "abc");
}

TEST(KoreanText, writesOtherwiseWhatCannotBeSent)
{
    EXPECT_EQ(koreanText("₩128,000"), "KRW 128,000");
    EXPECT_EQ(koreanText("€5 – “ok”"), "EUR 5 - \"ok\"");
    EXPECT_EQ(koreanText("예약 확정"), "예약 확정");
    EXPECT_EQ(koreanText("José Nuñez 😀"), "Jose Nunez ?") << "a name stays readable";
    EXPECT_EQ(koreanText("\u1100\u1175\u11b7"), "김") << "a syllable in three letters";
    EXPECT_EQ(koreanText("똠방각하 강믜"), "똠방각하 강믜") << "syllables that KS X 1001 lacks";
}

} // namespace
} // namespace deskbell::server
