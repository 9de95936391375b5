#include "http/message.h"

#include <algorithm>
#include <array>

namespace deskbell::http {

namespace {
constexpr std::array<std::pair<int, std::string_view>, 43> phrases{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {207, "Multi-Status"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Response typed(int status, std::string_view type, std::string body)
{
    Response response;
    response.status = status;
    response.headers.set("Content-Type", std::string(type));
    response.body = std::move(body);
    return response;
}
} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowered(x) == lowered(y); });
}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (const auto &[key, value] : m_fields)
        if (equalsIgnoringCase(key, name))
            return value;
    return std::nullopt;
}

std::string_view Headers::get(std::string_view name) const
{
    return find(name).value_or(std::string_view{});
}

std::size_t Headers::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::count_if(
        m_fields.begin(), m_fields.end(), [&](const Field &f) { return equalsIgnoringCase(f.first, name); }));
}

void Headers::set(std::string name, std::string value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::add(std::string name, std::string value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name)
{
    std::erase_if(m_fields, [&](const Field &f) { return equalsIgnoringCase(f.first, name); });
}

std::optional<std::string_view> Parameters::find(std::string_view name) const
{
    for (const auto &[key, value] : m_fields)
        if (key == name)
            return value;
    return std::nullopt;
}

std::string_view Parameters::get(std::string_view name) const
{
    return find(name).value_or(std::string_view{});
}

void Parameters::add(std::string name, std::string value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

Response Response::json(int status, std::string body)
{
    return typed(status, "application/json", std::move(body));
}

Response Response::text(int status, std::string body)
{
    return typed(status, "text/plain; charset=utf-8", std::move(body));
}

Response Response::html(int status, std::string body)
{
    return typed(status, "text/html; charset=utf-8", std::move(body));
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::streamed(std::string contentType, BodySource source)
{
    Response response;
    response.headers.set("Content-Type", std::move(contentType));
    response.stream = std::move(source);
    return response;
}

Response &&Response::with(std::string name, std::string value) &&
{
    headers.set(std::move(name), std::move(value));
    return std::move(*this);
}

std::string_view statusPhrase(int status)
{
    const auto found =
        std::find_if(phrases.begin(), phrases.end(), [&](const auto &pair) { return pair.first == status; });
    return found == phrases.end() ? "Unknown" : found->second;
}

} // namespace deskbell::http
