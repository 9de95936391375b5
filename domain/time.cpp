#include "domain/time.h"

#include <optional>
#include <utility>

namespace deskbell {
namespace {

using namespace std::chrono;

/// The number that exactly these digits make; nothing else is accepted.
std::optional<int> number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return digits.empty() ? std::nullopt : std::optional(value);
}

std::optional<year_month_day> calendarDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d || *y < 1900 || *y > 2999)
        return std::nullopt;
    const year_month_day day{year{*y}, month{static_cast<unsigned>(*m)},
                             std::chrono::day{static_cast<unsigned>(*d)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

/// At least `digits` digits, zeros in front. Texts of dates are made by the hundred thousand when a
/// hotel travels, which is where printf shows.
void appendNumber(std::string &text, int value, int digits)
{
    if (value < 0) { // years before the calendar's first, which parse to nothing
        text += '-';
        value = -value;
    }
    char reversed[12];
    int length = 0;
    for (; value > 0 || length < digits; value /= 10)
        reversed[length++] = static_cast<char>('0' + value % 10);
    while (length > 0)
        text += reversed[--length];
}

std::string text(const year_month_day &day)
{
    std::string text;
    text.reserve(24); // an instant's
    appendNumber(text, static_cast<int>(day.year()), 4);
    text += '-';
    appendNumber(text, static_cast<int>(static_cast<unsigned>(day.month())), 2);
    text += '-';
    appendNumber(text, static_cast<int>(static_cast<unsigned>(day.day())), 2);
    return text;
}

/// ".120" → 120, "" → 0; nothing for anything else.
std::optional<int> milliseconds1000(std::string_view fraction)
{
    if (fraction.empty())
        return 0;
    if (fraction.front() != '.' || fraction.size() > 4)
        return std::nullopt;
    auto value = number(fraction.substr(1));
    for (std::size_t digits = fraction.size() - 1; value && digits < 3; ++digits)
        value = *value * 10;
    return value;
}

} // namespace

std::string toString(Date date)
{
    return text(year_month_day{date});
}

Expected<Date> parseDate(std::string_view text)
{
    const auto day = calendarDay(text);
    if (!day)
        return failure("bad-date");
    return Date{*day};
}

std::string toString(Instant instant)
{
    const auto midnight = floor<days>(instant);
    const hh_mm_ss<milliseconds> time{instant - midnight};
    std::string text = deskbell::text(year_month_day{midnight});
    const std::pair<char, int> parts[] = {{'T', static_cast<int>(time.hours().count())},
                                          {':', static_cast<int>(time.minutes().count())},
                                          {':', static_cast<int>(time.seconds().count())}};
    for (const auto &[separator, value] : parts) {
        text += separator;
        appendNumber(text, value, 2);
    }
    text += '.';
    appendNumber(text, static_cast<int>(time.subseconds().count()), 3);
    text += 'Z';
    return text;
}

Expected<Instant> parseInstant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
        return failure("bad-instant");
    const auto day = calendarDay(text.substr(0, 10));
    const auto h = number(text.substr(11, 2));
    const auto m = number(text.substr(14, 2));
    const auto s = number(text.substr(17, 2));
    const auto ms = milliseconds1000(text.substr(19, text.size() - 20));
    if (!day || !h || !m || !s || !ms || *h > 23 || *m > 59 || *s > 59)
        return failure("bad-instant");
    return sys_days{*day} + hours{*h} + minutes{*m} + seconds{*s} + milliseconds{*ms};
}

std::string toString(LocalMinute minute)
{
    const auto midnight = floor<days>(minute);
    const hh_mm_ss<minutes> time{minute - midnight};
    std::string text = deskbell::text(year_month_day{midnight});
    text += 'T';
    appendNumber(text, static_cast<int>(time.hours().count()), 2);
    text += ':';
    appendNumber(text, static_cast<int>(time.minutes().count()), 2);
    return text;
}

Expected<LocalMinute> parseLocalMinute(std::string_view text)
{
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':')
        return failure("bad-minute");
    const auto day = calendarDay(text.substr(0, 10));
    const auto h = number(text.substr(11, 2));
    const auto m = number(text.substr(14, 2));
    if (!day || !h || !m || *h > 23 || *m > 59)
        return failure("bad-minute");
    return Date{*day} + hours{*h} + minutes{*m};
}

Date businessDateAt(Instant now, minutes utcOffset, hours rolloverHour)
{
    return Date{floor<days>(now + utcOffset - rolloverHour).time_since_epoch()};
}

} // namespace deskbell
