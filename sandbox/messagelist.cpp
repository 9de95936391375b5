// What a look-up of messages asks for, and the times in it.

#include "sandbox/messagewire.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <set>

namespace deskbell::sandbox {

namespace {
constexpr std::size_t maxListed = 500;

std::string fieldOf(const Message &message, std::string_view name, TimePoint now)
{
    if (name == "messageId")
        return message.id;
    if (name == "groupId")
        return message.groupId;
    if (name == "to")
        return message.wish.to;
    if (name == "from")
        return message.wish.from;
    if (name == "type")
        return message.wish.type;
    return std::string(message.statusCode(now));
}
} // namespace

std::optional<ListRequest> listRequest(const std::vector<std::pair<std::string, std::string>> &query)
{
    static const std::set<std::string, std::less<>> compared{"messageId", "groupId", "to",
                                                             "from",      "type",    "statusCode"};
    ListRequest request;
    for (const auto &[name, value] : query) {
        if (compared.contains(name)) {
            request.equal[name] = value;
        } else if (name == "startKey") {
            request.startKey = value;
        } else if (name == "limit") {
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), request.limit);
            if (error != std::errc{} || end != value.data() + value.size() || request.limit < 1 ||
                request.limit > maxListed)
                return std::nullopt;
        } else if (name == "startDate" || name == "endDate") {
            const auto at = parsedTime(value);
            if (!at)
                return std::nullopt;
            (name == "startDate" ? request.from : request.to) = at;
        } else if (name != "dateType" || value != "CREATED") {
            return std::nullopt;
        }
    }
    return request;
}

bool fits(const Message &message, const ListRequest &request, TimePoint now)
{
    if ((request.from && message.createdAt < *request.from) ||
        (request.to && message.createdAt > *request.to))
        return false;
    return std::all_of(request.equal.begin(), request.equal.end(),
                       [&](const auto &each) { return fieldOf(message, each.first, now) == each.second; });
}

std::string utcTime(TimePoint time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return text.data();
}

std::optional<TimePoint> parsedTime(std::string_view text)
{
    using namespace std::chrono;
    const std::string zeroEnded(text.substr(0, 40));
    int y = 0;
    unsigned mo = 0;
    unsigned d = 0;
    int h = 0;
    int mi = 0;
    int s = 0;
    int used = 0;
    if (text.size() > 40 ||
        std::sscanf(zeroEnded.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%n", &y, &mo, &d, &h, &mi, &s, &used) != 6)
        return std::nullopt;
    const year_month_day date{year(y), month(mo), day(d)};
    if (!date.ok() || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60)
        return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(used));
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9')
            rest.remove_prefix(1);
    }
    TimePoint time = sys_days(date) + hours(h) + minutes(mi) + seconds(s);
    if (rest == "Z")
        return time;
    int offsetHours = 0;
    int offsetMinutes = 0;
    const bool isWest = rest.starts_with('-');
    if (rest.size() != 6 || !(isWest || rest.starts_with('+')) ||
        std::sscanf(std::string(rest.substr(1)).c_str(), "%2d:%2d", &offsetHours, &offsetMinutes) != 2)
        return std::nullopt;
    const minutes offset = hours(offsetHours) + minutes(offsetMinutes);
    return isWest ? time + offset : time - offset;
}

} // namespace deskbell::sandbox
