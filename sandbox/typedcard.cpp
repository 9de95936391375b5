#include "sandbox/typedcard.h"

#include <algorithm>

namespace deskbell::sandbox {

namespace {
constexpr std::size_t leastDigits = 13;
constexpr std::size_t mostDigits = 19; // ISO/IEC 7812

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string digitsOf(std::string_view number)
{
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
                 [](char c) { return c != ' ' && c != '-'; });
    return digits;
}

/// The last digit checks the others (Luhn).
bool isChecked(std::string_view digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, isDoubled = !isDoubled) {
        const int value = (*digit - '0') * (isDoubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool isNumber(std::string_view digits)
{
    return digits.size() >= leastDigits && digits.size() <= mostDigits &&
           std::all_of(digits.begin(), digits.end(), isDigit) && isChecked(digits);
}

std::optional<int> twoDigits(std::string_view text)
{
    if (text.size() != 2 || !isDigit(text[0]) || !isDigit(text[1]))
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// Good until the end of its month, in Korea.
bool isCurrent(const TypedCard &card, TimePoint now)
{
    const auto year = twoDigits(card.expirationYear);
    const auto month = twoDigits(card.expirationMonth);
    if (!year || !month || *month < 1 || *month > 12)
        return false;
    const std::chrono::year_month last{std::chrono::year(2000 + *year),
                                       std::chrono::month(static_cast<unsigned>(*month))};
    const std::chrono::year_month_day today(
        std::chrono::floor<std::chrono::days>(now + std::chrono::hours(9)));
    return last >= std::chrono::year_month{today.year(), today.month()};
}
} // namespace

std::optional<std::string_view> refusalOf(const TypedCard &card, TimePoint now)
{
    if (!isNumber(digitsOf(card.number)))
        return "INVALID_CARD_NUMBER";
    if (!isCurrent(card, now))
        return "INVALID_CARD_EXPIRATION";
    return std::nullopt;
}

bool isDeclined(const TypedCard &card)
{
    return digitsOf(card.number) == declinedNumber;
}

} // namespace deskbell::sandbox
