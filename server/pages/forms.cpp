#include "server/pages/forms.h"

#include <algorithm>
#include <charconv>

namespace deskbell::server {
namespace {

constexpr std::size_t maxFields = 64;

std::optional<std::string> decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            plain += ' ';
        } else if (text[i] == '%') {
            unsigned byte = 0;
            if (i + 2 >= text.size())
                return std::nullopt;
            const char *end = text.data() + i + 3;
            const auto [at, error] = std::from_chars(text.data() + i + 1, end, byte, 16);
            if (error != std::errc{} || at != end)
                return std::nullopt;
            plain += static_cast<char>(byte);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

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
    http::Parameters fields;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view field = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        const std::size_t equals = std::min(field.find('='), field.size());
        auto name = decoded(field.substr(0, equals));
        auto value = decoded(field.substr(std::min(equals + 1, field.size())));
        if (!name || !value || fields.size() == maxFields)
            return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
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

std::string urlEncoded(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '-' || c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain)
            encoded += c;
        else
            encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return encoded;
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
