#include "domain/money.h"

#include <algorithm>
#include <cassert>

namespace deskbell {
namespace {

// ISO 4217 active codes as of 2026, in one line each per digits of the minor unit.
constexpr std::string_view withoutDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view withThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view withTwoDecimals =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
    "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP "
    "MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD "
    "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS "
    "VED VES WST XCD XCG YER ZAR ZMW ZWG";

bool lists(std::string_view codes, std::string_view code)
{
    for (std::size_t at = 0; at + 3 <= codes.size(); at += 4) {
        if (codes.substr(at, 3) == code)
            return true;
    }
    return false;
}

Currency joined(Money a, Money b)
{
    constexpr Currency none{};
    if (a.minor == 0 && a.currency == none)
        return b.currency;
    if (b.minor == 0 && b.currency == none)
        return a.currency;
    assert(a.currency == b.currency);
    return a.currency;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

Expected<Currency> parseCurrency(std::string_view text)
{
    if (!lists(withTwoDecimals, text) && !lists(withoutDecimals, text) && !lists(withThreeDecimals, text))
        return failure("bad-currency");
    Currency currency;
    std::copy(text.begin(), text.end(), currency.code.begin());
    return currency;
}

int minorUnitDigits(Currency currency)
{
    if (lists(withoutDecimals, currency.text()))
        return 0;
    return lists(withThreeDecimals, currency.text()) ? 3 : 2;
}

Money operator+(Money a, Money b)
{
    return {a.minor + b.minor, joined(a, b)};
}

Money operator-(Money a, Money b)
{
    return {a.minor - b.minor, joined(a, b)};
}

Money operator-(Money a)
{
    return {-a.minor, a.currency};
}

int compare(Money a, Money b)
{
    joined(a, b);
    return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

std::string toString(Money money)
{
    return std::to_string(money.minor) + ' ' + std::string(money.currency.text());
}

Expected<Money> parseDecimal(std::string_view text, Currency currency)
{
    const bool isNegative = !text.empty() && text.front() == '-';
    if (isNegative)
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const bool hasFraction = point != std::string_view::npos;
    const std::string_view fraction = hasFraction ? text.substr(point + 1) : std::string_view{};
    if (whole.empty() || (hasFraction && fraction.empty()) ||
        !std::all_of(whole.begin(), whole.end(), isDigit) ||
        !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return failure("bad-amount");

    const auto digits = static_cast<std::size_t>(minorUnitDigits(currency));
    std::int64_t minor = 0;
    for (std::size_t i = 0; i < whole.size() + digits; ++i) {
        const std::size_t inFraction = i - whole.size(); // meaningful from the first fraction digit on
        const char c = i < whole.size()               ? whole[i]
                       : inFraction < fraction.size() ? fraction[inFraction]
                                                      : '0';
        minor = minor * 10 + (c - '0');
        if (minor > maxMinor)
            return failure("bad-amount");
    }
    if (fraction.size() > digits && fraction[digits] >= '5')
        ++minor;
    if (minor > maxMinor)
        return failure("bad-amount");
    return Money{isNegative ? -minor : minor, currency};
}

} // namespace deskbell
