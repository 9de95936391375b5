#include "server/import/valueforms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace deskbell::server {
namespace {

constexpr std::array<std::string_view, dateOrderCount> orderNames{"month-first", "day-first", "year-first"};

/// Where year, month and day stand.
constexpr std::array<std::array<std::size_t, 3>, dateOrderCount> places{{{2, 0, 1}, {2, 1, 0}, {0, 1, 2}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view withoutMidnight(std::string_view text)
{
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"}) {
        if (text.ends_with(midnight))
            return text.substr(0, text.size() - midnight.size());
    }
    return text;
}

/// "1" and groups of three digits.
bool isGrouped(std::string_view whole, char mark)
{
    const std::size_t head = whole.find(mark);
    if (head == 0 || head > 3)
        return false;
    for (std::size_t at = head; at < whole.size(); at += 4) {
        const std::string_view group = whole.substr(at + 1, 3);
        if (whole[at] != mark || group.size() != 3 || !std::all_of(group.begin(), group.end(), isDigit))
            return false;
    }
    return true;
}

} // namespace

std::string_view toString(DateOrder order)
{
    return orderNames[static_cast<std::size_t>(order)];
}

std::optional<DateOrder> dateOrderNamed(std::string_view name)
{
    const auto found = std::find(orderNames.begin(), orderNames.end(), name);
    if (found == orderNames.end())
        return std::nullopt;
    return static_cast<DateOrder>(found - orderNames.begin());
}

std::optional<Date> parseDateAs(DateOrder order, std::string_view text)
{
    text = withoutMidnight(text);
    std::array<int, 3> parts{};
    const char *at = text.data();
    const char *const end = at + text.size();
    char separator = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (at == end || !isDigit(*at))
            return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, parts[i]);
        if (error != std::errc{})
            return std::nullopt;
        at = next;
        if (i + 1 == parts.size())
            break;
        if (at == end || (*at != '/' && *at != '-' && *at != '.') || (separator != 0 && *at != separator))
            return std::nullopt;
        separator = *at++;
    }
    const auto &[year, month, day] = places[static_cast<std::size_t>(order)];
    const std::chrono::year_month_day date{std::chrono::year{parts[year]},
                                           std::chrono::month{static_cast<unsigned>(parts[month])},
                                           std::chrono::day{static_cast<unsigned>(parts[day])}};
    if (at != end || !date.ok() || parts[year] < 1900 || parts[year] >= 3000)
        return std::nullopt;
    return Date{std::chrono::local_days{date}};
}

std::string plainNumber(std::string_view text, char decimalMark)
{
    const char groupMark = decimalMark == '.' ? ',' : '.';
    const std::size_t point = text.find(decimalMark);
    const std::string_view whole = text.substr(0, point);
    const std::string_view digits = whole.starts_with('-') ? whole.substr(1) : whole;
    if (digits.find(groupMark) != std::string_view::npos && !isGrouped(digits, groupMark))
        return {};
    std::string plain(whole);
    std::erase(plain, groupMark);
    if (point != std::string_view::npos)
        plain += '.' + std::string(text.substr(point + 1));
    return plain;
}

} // namespace deskbell::server
