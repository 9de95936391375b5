#include "server/pages/forms.h"

#include <algorithm>
#include <charconv>

#include "http/percent.h"

namespace deskbell::server {
namespace {

constexpr std::size_t maxFields = 64;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<http::Parameters> parseForm(std::string_view body)
{
    if (std::ranges::count(body, '&') >= static_cast<std::ptrdiff_t>(maxFields))
        return std::nullopt;
    return http::parsedFields(body);
}

bool isForm(const http::Request &request)
{
    const std::string_view type = request.headers.get("Content-Type");
    const std::string_view name = trimmed(type.substr(0, type.find(';')));
    return request.headers.count("Content-Type") == 1 &&
           http::equalsIgnoringCase(name, "application/x-www-form-urlencoded");
}

std::string cookieOf(const http::Request &request, std::string_view name)
{
    std::string_view cookies = request.headers.get("Cookie");
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        const std::string_view cookie = trimmed(cookies.substr(0, end));
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        if (cookie.size() > name.size() && cookie.starts_with(name) && cookie[name.size()] == '=')
            return std::string(cookie.substr(name.size() + 1));
    }
    return {};
}

std::optional<int> numberIn(std::string_view text, int least, int most)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < least ||
        number > most)
        return std::nullopt;
    return number;
}

} // namespace deskbell::server
