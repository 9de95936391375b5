#include "server/pages/wording.h"

#include <array>
#include <cstdio>

#include "server/timezone.h"

namespace deskbell::server {
namespace {

struct Symbol
{
    std::string_view currency;
    std::string_view before;
};
constexpr std::array symbols{Symbol{"KRW", "₩"}, Symbol{"EUR", "€"}, Symbol{"USD", "$"}, Symbol{"GBP", "£"},
                             Symbol{"JPY", "¥"}};

constexpr std::array koreanDays{"일", "월", "화", "수", "목", "금", "토"};
constexpr std::array englishDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array englishMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t i = text.size(); i > 3; i -= 3)
        text.insert(i - 3, ",");
    return text;
}

/// Digits and point, without sign and currency.
std::string amountText(Money amount)
{
    const int digits = minorUnitDigits(amount.currency);
    std::uint64_t scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const auto minor = static_cast<std::uint64_t>(amount.minor < 0 ? -amount.minor : amount.minor);
    std::string text = grouped(minor / scale);
    if (digits > 0) {
        const std::string cents = std::to_string(minor % scale);
        text += '.' + std::string(static_cast<std::size_t>(digits) - cents.size(), '0') + cents;
    }
    return text;
}

} // namespace

std::string moneyText(Money amount, Language language)
{
    const std::string sign = amount.minor < 0 ? "−" : "";
    const std::string number = amountText(amount);
    const std::string_view currency = amount.currency.text();
    if (currency == "KRW" && language == Language::Korean)
        return sign + number + "원";
    for (const Symbol &symbol : symbols) {
        if (symbol.currency == currency)
            return sign + std::string(symbol.before) + number;
    }
    return sign + std::string(currency) + " " + number;
}

std::string dateText(Date date, Language language)
{
    const std::chrono::year_month_day day(date);
    const unsigned weekday = std::chrono::weekday(date).c_encoding();
    const int year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    const auto dayOfMonth = static_cast<unsigned>(day.day());
    std::array<char, 64> text{};
    if (language == Language::Korean)
        std::snprintf(text.data(), text.size(), "%d년 %u월 %u일 (%s)", year, month, dayOfMonth,
                      koreanDays[weekday]);
    else
        std::snprintf(text.data(), text.size(), "%s %u %s %d", englishDays[weekday], dayOfMonth,
                      englishMonths[month - 1], year);
    return text.data();
}

std::string momentText(Instant moment, const std::string &zone, Language language)
{
    if (const auto local = localMinute(moment, zone))
        return minuteText(*local, language);
    const auto utc = std::chrono::floor<std::chrono::minutes>(moment.time_since_epoch());
    return minuteText(LocalMinute(utc), language) + " UTC";
}

std::string minuteText(LocalMinute minute, Language language)
{
    const auto day = std::chrono::floor<Days>(minute);
    const auto minutes = (minute - day).count();
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    return dateText(Date(day), language) + (language == Language::Korean ? " " : ", ") + clock.data();
}

} // namespace deskbell::server
