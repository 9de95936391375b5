#include "http/message.h"

#include <algorithm>

namespace deskbell::http {

namespace {
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
    switch (status) {
    case 100:
        return "Continue";
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 207:
        return "Multi-Status";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 425:
        return "Too Early";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

} // namespace deskbell::http
