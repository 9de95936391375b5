// Values that come from outside: identifiers, money, dates, instants, texts.

#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/money.h"
#include "domain/text.h"
#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell {
namespace {

RandomBits seeded(std::uint64_t seed)
{
    return [engine = std::mt19937_64(seed)]() mutable { return engine(); };
}

const Currency eur = *parseCurrency("EUR");
const Currency krw = *parseCurrency("KRW");
const Currency kwd = *parseCurrency("KWD");

// --- identifiers

TEST(Uuid, carriesItsTimeVersionAndVariant)
{
    const Uuid id = makeUuidV7(*parseInstant("2026-11-21T04:00:00.123Z"), seeded(7));
    const std::string text = toString(id);
    EXPECT_EQ(text.substr(0, 13), "01a1fc42-d27b");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
}

TEST(Uuid, laterOnesSortBehindEarlierOnes)
{
    const auto random = seeded(1);
    const Instant now = *parseInstant("2026-11-21T04:00:00Z");
    EXPECT_LT(makeUuidV7(now, random), makeUuidV7(now + std::chrono::milliseconds{1}, random));
}

RC_GTEST_PROP(Uuid, textReadsBackAsItself, (std::uint64_t seed))
{
    const Uuid id = makeUuidV7(Instant{std::chrono::milliseconds{seed >> 20}}, seeded(seed));
    RC_ASSERT(*parseUuid(toString(id)) == id);
}

RC_GTEST_PROP(Uuid, anythingElseThanTheCanonicalFormIsRefused, (std::string text))
{
    if (const auto id = parseUuid(text)) {
        std::string lower = text;
        for (char &c : lower)
            c = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
        RC_ASSERT(toString(*id) == lower);
    }
}

TEST(Uuid, nearMissesAreRefused)
{
    const Uuid id = *parseUuid("0190aabc-def0-7000-8000-000000000001");
    EXPECT_EQ(parseUuid("0190AABC-DEF0-7000-8000-000000000001"), id);
    EXPECT_EQ(parseUuid("0190aAbC-dEf0-7000-8000-000000000001"), id);
    using std::string_view_literals::operator""sv;
    for (const std::string_view text :
         {"{0190aaaa-0000-7000-8000-000000000001}"sv, "{0190aaaa00007000800000000000000001}"sv,
          "0190aaaa000070008000000000000001"sv, "urn:uuid:0190aaaa-0000-7000-8000-000000000001"sv,
          "0190aaaa-0000-7000-8000-00000000000\0"sv, "0190aaaa-0000-7000-8000-0000000000\xc3\xa9"sv,
          "0x90aaaa-0000-7000-8000-000000000001"sv, "+190aaaa-0000-7000-8000-000000000001"sv})
        EXPECT_EQ(parseUuid(text).error().code, "bad-uuid") << text;
    for (const char *text : {"", "0190aaaa-0000-7000-8000-00000000000",
                             "0190aaaa-0000-7000-8000-0000000000011", "0190aaaa00007000800000000000000000001",
                             "0190aaaa-0000-7000-8000-00000000000g", "{190aaaa-0000-7000-8000-000000000001}",
                             "0190aaaa-0000-7000_8000-000000000001", " 190aaaa-0000-7000-8000-000000000001"})
        EXPECT_EQ(parseUuid(text).error().code, "bad-uuid") << text;
}

TEST(NamedUuid, isTheSameForTheSameNameOnly)
{
    const Uuid space = *parseUuid("0190aaaa-0000-7000-8000-000000000001");
    EXPECT_EQ(makeNamedUuid(space, "cancel"), makeNamedUuid(space, "cancel"));
    EXPECT_NE(makeNamedUuid(space, "cancel"), makeNamedUuid(space, "cancel-2"));
    EXPECT_NE(makeNamedUuid(space, "cancel"), makeNamedUuid({}, "cancel"));
    EXPECT_EQ(toString(makeNamedUuid(space, "cancel"))[14], '8');
}

TEST(NamedUuid, isTheFnvOfItsInput)
{
    // FNV-1a 128 of sixteen zero bytes and "foobar", computed apart from this program, with version
    // and variant set.
    EXPECT_EQ(toString(makeNamedUuid({}, "foobar")), "6cfca5ac-c3d2-84fd-a41e-2bf6f1fa78d8");
}

TEST(ShortCode, readsLikeAPlateAndIsFarFromItsNeighbours)
{
    const auto codeOf = [](const char *id) { return shortCode(ReservationId{*parseUuid(id)}); };
    EXPECT_EQ(codeOf("0190aaaa-0000-7000-8000-00003fffffff"), "86D-JAJ");
    EXPECT_EQ(codeOf("0190aaaa-0000-7000-8000-000040000000"), "VZ9-9Y1");
    EXPECT_EQ(shortCode({}), "000-000");
}

// --- money

TEST(Currency, onlyWhatIsoListsIsOne)
{
    for (const char *text : {"EUR", "KRW", "JPY", "KWD", "AED", "ZWG", "XPF"})
        EXPECT_EQ(parseCurrency(text)->text(), text);
    for (const char *text : {"", "EU", "eur", "EURO", "XXX", "ABC", "R E", " EU", "D A"})
        EXPECT_EQ(parseCurrency(text).error().code, "bad-currency") << text;
}

TEST(Currency, hasItsOwnDecimals)
{
    EXPECT_EQ(minorUnitDigits(krw), 0);
    EXPECT_EQ(minorUnitDigits(eur), 2);
    EXPECT_EQ(minorUnitDigits(kwd), 3);
}

TEST(Money, decimalsBecomeMinorUnitsRoundedHalfAwayFromZero)
{
    EXPECT_EQ(parseDecimal("128.50", eur)->minor, 12850);
    EXPECT_EQ(parseDecimal("128.5", eur)->minor, 12850);
    EXPECT_EQ(parseDecimal("128", eur)->minor, 12800);
    EXPECT_EQ(parseDecimal("0.005", eur)->minor, 1);
    EXPECT_EQ(parseDecimal("-0.005", eur)->minor, -1);
    EXPECT_EQ(parseDecimal("0.00499", eur)->minor, 0);
    EXPECT_EQ(parseDecimal("99.5", krw)->minor, 100);
    EXPECT_EQ(parseDecimal("1.2345", kwd)->minor, 1235);
    EXPECT_EQ(parseDecimal("-6.38", eur)->minor, -638);
    EXPECT_EQ(parseDecimal("10000000000", eur)->minor, maxMinor);
}

TEST(Money, whatIsNoPlainAmountIsRefused)
{
    for (const char *text :
         {"", "-", "+1", "1e3", ".5", "5.", "1,50", " 1", "1 ", "--1", "0x10", "NaN", "1.2.3",
          "10000000000.01", "10000000000.005", "99999999999999999999999999999999"})
        EXPECT_EQ(parseDecimal(text, eur).error().code, "bad-amount") << text;
    EXPECT_EQ(parseDecimal(std::string(100000, '9'), eur).error().code, "bad-amount");
}

RC_GTEST_PROP(Money, writtenWithItsDecimalsItReadsBack, ())
{
    const auto minor = *rc::gen::inRange<std::int64_t>(-maxMinor, maxMinor + 1);
    const std::int64_t size = minor < 0 ? -minor : minor;
    std::string cents = std::to_string(size % 100);
    cents.insert(0, 2 - cents.size(), '0');
    const std::string text = (minor < 0 ? "-" : "") + std::to_string(size / 100) + '.' + cents;
    RC_ASSERT(parseDecimal(text, eur)->minor == minor);
}

TEST(Money, zeroWithoutCurrencyJoinsAny)
{
    EXPECT_EQ(Money{} + (Money{5, eur}), (Money{5, eur}));
    EXPECT_EQ((Money{5, eur}) - Money{}, (Money{5, eur}));
    EXPECT_GT(compare({5, eur}, {}), 0);
    EXPECT_EQ(toString(-Money{5, eur}), "-5 EUR");
}

TEST(MoneyDeathTest, addingTwoCurrenciesAsserts)
{
    EXPECT_DEBUG_DEATH((void)(Money{1, eur} + Money{1, krw}), "");
}

// --- time

RC_GTEST_PROP(Date, readsBackAsItself, ())
{
    const int first = static_cast<int>(parseDate("1900-01-01")->time_since_epoch().count());
    const int last = static_cast<int>(parseDate("2999-12-31")->time_since_epoch().count());
    const Date day{Days{*rc::gen::inRange(first, last + 1)}};
    RC_ASSERT(*parseDate(toString(day)) == day);
}

TEST(Date, onlyDaysThatExistAreRead)
{
    EXPECT_TRUE(parseDate("2016-02-29"));
    for (const char *text : {"", "2015-02-29", "2016-02-30", "2016-13-01", "2016-00-10", "2016-01-00",
                             "1899-12-31", "3000-01-01", "2016-1-1", "16-01-01", "2016/01/01", "2016-01-01 ",
                             "+216-01-01", "2016-01-0x", "2016-01-01T00:00:00Z"})
        EXPECT_EQ(parseDate(text).error().code, "bad-date") << text;
}

RC_GTEST_PROP(Instant, readsBackAsItself, ())
{
    const auto last = parseInstant("2999-12-31T23:59:59.999Z")->time_since_epoch().count();
    const Instant at{
        std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(-2'000'000'000'000, last + 1)}};
    RC_ASSERT(*parseInstant(toString(at)) == at);
}

TEST(Instant, takesUpToThreeDecimalsInUtcOnly)
{
    EXPECT_EQ(toString(*parseInstant("2016-08-03T14:05:09Z")), "2016-08-03T14:05:09.000Z");
    EXPECT_EQ(toString(*parseInstant("2016-08-03T14:05:09.1Z")), "2016-08-03T14:05:09.100Z");
    EXPECT_EQ(toString(*parseInstant("2016-08-03T14:05:09.012Z")), "2016-08-03T14:05:09.012Z");
    for (const char *text : {"", "Z", "2016-08-03", "2016-08-03T14:05:09", "2016-08-03T14:05:09+00:00",
                             "2016-08-03T24:00:00Z", "2016-08-03T23:60:00Z", "2016-08-03T23:59:60Z",
                             "2016-08-03T14:05:09.Z", "2016-08-03T14:05:09.1234Z", "2016-08-03 14:05:09Z",
                             "2016-02-30T14:05:09Z", "2016-08-03T14:05:09.-1Z", "2016-08-03T-4:05:09Z"})
        EXPECT_EQ(parseInstant(text).error().code, "bad-instant") << text;
}

RC_GTEST_PROP(Parsing, whatHostileTextIsTakenAsIsNeverOutOfRange, (std::string text))
{
    if (const auto at = parseInstant(text))
        RC_ASSERT(*parseInstant(toString(*at)) == *at);
    if (const auto day = parseDate(text))
        RC_ASSERT(toString(*day) == text);
    if (const auto amount = parseDecimal(text, eur))
        RC_ASSERT(amount->minor <= maxMinor && amount->minor >= -maxMinor);
    if (const auto currency = parseCurrency(text))
        RC_ASSERT(currency->text() == text);
}

TEST(BusinessDate, changesAtTheRolloverHourOfThePropertysWall)
{
    using namespace std::chrono_literals;
    const auto at = [](const char *text) {
        return toString(businessDateAt(*parseInstant(text), 9h, 4h)); // Seoul
    };
    EXPECT_EQ(at("2026-05-10T18:59:59Z"), "2026-05-10"); // 03:59 on the 11th
    EXPECT_EQ(at("2026-05-10T19:00:00Z"), "2026-05-11");
    EXPECT_EQ(toString(businessDateAt(*parseInstant("1969-12-31T23:00:00Z"), -1h, 0h)), "1969-12-31");
}

TEST(Stay, touchingStaysDoNotOverlapAndADayUseNeverDoes)
{
    const auto stay = [](const char *a, const char *d) { return Stay{*parseDate(a), *parseDate(d)}; };
    const Stay three = stay("2026-05-10", "2026-05-13");
    EXPECT_FALSE(three.overlaps(stay("2026-05-13", "2026-05-14")));
    EXPECT_FALSE(stay("2026-05-08", "2026-05-10").overlaps(three));
    EXPECT_TRUE(three.overlaps(stay("2026-05-12", "2026-05-20")));
    EXPECT_FALSE(three.overlaps(stay("2026-05-11", "2026-05-11")));
    EXPECT_FALSE(stay("2026-05-11", "2026-05-11").overlaps(three));
    EXPECT_TRUE(three.contains(*parseDate("2026-05-12")));
    EXPECT_FALSE(three.contains(*parseDate("2026-05-13")));
}

// --- texts

TEST(Text, malformedUtf8IsRefused)
{
    EXPECT_TRUE(isUtf8("Zo\xC3\xAB \xEA\xB9\x80 \xF0\x9F\x9B\x8F"));
    for (const char *end : {"\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                            "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(isUtf8(end)) << "the first and the last of each length";
    for (const char *text : {"\xff",
                             "\xc3",
                             "\xc0\xaf",
                             "\xc1\xbf",
                             "\xc0\x80",
                             "\xe0\x80\xaf",
                             "\xe0\x9f\xbf",
                             "\xf0\x80\x80\xaf",
                             "\xf0\x8f\xbf\xbf",
                             "\xed\xa0\x80",
                             "\xed\xbf\xbf",
                             "\xed\xa0\xbd\xed\xb8\x80",
                             "\xf4\x90\x80\x80",
                             "\xf5\x80\x80\x80",
                             "\x80",
                             "a\xe2\x82",
                             "\xe2\x28\xa1",
                             "\xf0\x9f\x9b",
                             "\xf8\x88\x80\x80\x80",
                             "\xfc\x84\x80\x80\x80\x80"}) {
        EXPECT_FALSE(isUtf8(text)) << text;
        EXPECT_EQ(checkText("note", text, 100).error().code, "bad-text") << text;
    }
}

TEST(Text, controlCharactersAreRefusedButLineBreaksInLongTexts)
{
    using std::string_view_literals::operator""sv;
    for (const std::string_view text : {"a\0b"sv, "a\x1b[2J"sv, "\x7f"sv, "\xc2\x85"sv, "a\nb"sv, "a\tb"sv})
        EXPECT_EQ(checkText("name", text, 100).error().code, "bad-text");
    EXPECT_TRUE(checkText("note", "a\r\n\tb", 100, Lines::Many));
    EXPECT_FALSE(checkText("note", "a\x1b", 100, Lines::Many));
}

TEST(Text, theLimitIsInCharactersAndIsTold)
{
    const auto times = [](int count, std::string_view one) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += one;
        return all;
    };
    EXPECT_EQ(characterCount("\xea\xb0\x80x\xf0\x9f\x9b\x8f"), 3u);
    for (const std::string_view one : {"x", "\xc3\xab", "\xea\xb0\x80", "\xf0\x9f\x9b\x8f"}) {
        EXPECT_TRUE(checkText("name", times(200, one), 200)) << one;
        const auto refused = checkText("name", times(201, one), 200);
        ASSERT_FALSE(refused) << one;
        EXPECT_EQ(refused.error(), (Error{"text-too-long", {{"field", "name"}, {"limit", "200"}}}));
    }
    EXPECT_EQ(checkText("name", std::string(801, '\x80'), 200).error().code, "text-too-long");
}

TEST(Text, blankIsWhatNobodySees)
{
    EXPECT_TRUE(isBlank(""));
    EXPECT_TRUE(isBlank(" \t\n\xe3\x80\x80\xc2\xa0"));
    EXPECT_FALSE(isBlank(" x "));
    EXPECT_FALSE(isBlank("\xff"));
    // Fillers, zero widths, the empty braille cell, soft hyphen, bidi controls, tags, variation selectors,
    // a mark without a letter.
    for (const std::string_view nothing : {"\u3164",
                                           "\u115f\u1160",
                                           "\uffa0",
                                           "\u200b",
                                           "\u200d\u200e\u200f",
                                           "\u2800",
                                           "\ufeff",
                                           "\u00ad",
                                           "\u2003",
                                           "\u202e",
                                           "\u2066\u2069",
                                           "\u2060",
                                           "\U000e0041\U000e007f",
                                           "\ufe0f",
                                           "\u0301",
                                           "\u034f",
                                           "\u180e",
                                           "\u2028",
                                           "\u0085",
                                           "\u2065",
                                           "\ufff0\ufff8",
                                           "\U000e0fff",
                                           "\u0903",
                                           "\u20dd"})
        EXPECT_TRUE(isBlank(nothing)) << nothing;
    for (const std::string_view name :
         {"\uae40", "\u1100\u1161", "e\u0301", "\u05d0", "\u0639\u200d", "\u0e01\u0e34", "\u2764\ufe0f", "1",
          "\u30fc", "\u00b7", "\U0001f6cf", "\ue000", "\U0003fffe"})
        EXPECT_FALSE(isBlank(name)) << name;
}

} // namespace
} // namespace deskbell
