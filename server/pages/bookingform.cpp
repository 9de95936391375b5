#include "server/pages/bookingform.h"

#include <algorithm>

#include "domain/guestname.h"
#include "domain/text.h"
#include "server/pages/forms.h"

namespace deskbell::server {
namespace {

/// Which of them it is for is checked with the order.
WebLimits widestLimits()
{
    WebLimits limits;
    for (const Workflow &workflow : workflows::all)
        limits.quantity = std::max(limits.quantity, webLimits(workflow).quantity);
    return limits;
}
constexpr std::size_t leastDigits = 7;

std::string trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

void readNumber(const http::Parameters &fields, const std::string &field, int least, int most, int &target,
                FieldErrors &errors)
{
    const std::string_view text = fields.get(field);
    if (text.empty())
        return;
    if (const auto number = numberIn(text, least, most))
        target = *number;
    else
        errors.push_back({field, "error_" + field});
}

bool isPhone(std::string_view text)
{
    return isPhoneNumber(text) && normalisedPhone(text).size() >= leastDigits;
}

bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
           text.find('.', at + 2) != std::string_view::npos && text.back() != '.' &&
           text.find(' ') == std::string_view::npos;
}

void readStay(const http::Parameters &fields, Date businessDate, Stay &stay, FieldErrors &errors)
{
    const std::string_view arrivalText = fields.get("arrival");
    const std::string_view departureText = fields.get("departure");
    const auto arrival = arrivalText.empty() ? Expected<Date>(businessDate) : parseDate(arrivalText);
    if (!arrival || *arrival < businessDate || *arrival > businessDate + widestLimits().furthest) {
        errors.push_back({"arrival", "error_arrival"});
        return;
    }
    const auto departure =
        departureText.empty() ? Expected<Date>(*arrival + Days{1}) : parseDate(departureText);
    stay = {*arrival, *arrival + Days{1}};
    if (!departure || *departure <= *arrival)
        errors.push_back({"departure", "error_departure"});
    else if (*departure - *arrival > Days{widestLimits().nights})
        errors.push_back({"departure", "error_too_long"});
    else
        stay.departure = *departure;
}

} // namespace

Wish readWish(const http::Parameters &fields, Date businessDate, FieldErrors &errors)
{
    Wish wish;
    wish.stay = {businessDate, businessDate + Days{1}};
    readStay(fields, businessDate, wish.stay, errors);
    readNumber(fields, "adults", 1, widestLimits().party, wish.adults, errors);
    readNumber(fields, "children", 0, widestLimits().party, wish.children, errors);
    readNumber(fields, "quantity", 1, widestLimits().quantity, wish.quantity, errors);
    return wish;
}

void dropStayErrors(FieldErrors &errors)
{
    std::erase_if(errors, [](const FieldError &error) {
        return error.field == "arrival" || error.field == "departure" || error.field == "adults" ||
               error.field == "children";
    });
}

std::string wishQuery(const Wish &wish)
{
    return "arrival=" + deskbell::toString(wish.stay.arrival) +
           "&departure=" + deskbell::toString(wish.stay.departure) +
           "&adults=" + std::to_string(wish.adults) + "&children=" + std::to_string(wish.children) +
           "&quantity=" + std::to_string(wish.quantity);
}

Guest Details::guest(Language language) const
{
    Guest guest;
    guest.name = name;
    guest.phone = phone;
    guest.email = email;
    guest.language = tagOf(language);
    guest.wantsNotices = wantsNotices;
    return guest;
}

Details detailsOf(const Guest &guest, const std::string &note)
{
    Details details;
    details.name = guest.name;
    details.phone = guest.phone;
    details.email = guest.email;
    details.note = note;
    details.wantsNotices = guest.wantsNotices;
    return details;
}

Details readDetails(const http::Parameters &fields, FieldErrors &errors)
{
    Details details;
    details.name = trimmed(fields.get("name"));
    details.phone = trimmed(fields.get("phone"));
    details.email = trimmed(fields.get("email"));
    details.note = trimmed(fields.get("note"));
    details.wantsNotices = !fields.get("notices").empty();
    details.leavesCard = !fields.get("card").empty();
    // Browsers end lines as no other program does.
    std::erase(details.note, '\r');
    if (isBlank(details.name))
        errors.push_back({"name", "error_name"});
    else if (!checkText("name", details.name, maxName))
        errors.push_back({"name", "error_text"});
    else if (!isPlainName(details.name))
        errors.push_back({"name", "error_name_plain"});
    if (!isPhone(details.phone))
        errors.push_back({"phone", "error_phone"});
    if (!details.email.empty() && (!isEmail(details.email) || !checkText("email", details.email, maxName)))
        errors.push_back({"email", "error_email"});
    if (!checkText("note", details.note, widestLimits().note, Lines::Many))
        errors.push_back({"note", "error_note"});
    return details;
}

} // namespace deskbell::server
