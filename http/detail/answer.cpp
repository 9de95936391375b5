#include "http/detail/answer.h"

#include "http/detail/head.h"
#include "http/problem.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace deskbell::http::detail {

namespace {
constexpr std::size_t joinedBodyBytes = 32 * 1024; // a small body goes out in one write with its head
constexpr std::size_t pieceBytes = 64 * 1024;

bool isSafe(const Headers &headers)
{
    return std::all_of(headers.begin(), headers.end(), [](const Headers::Field &field) {
        return isToken(field.first) && std::none_of(field.second.begin(), field.second.end(), [](char c) {
                   const auto byte = static_cast<unsigned char>(c);
                   return (byte < 0x20 && c != '\t') || byte == 0x7F;
               });
    });
}

bool isText(std::string_view contentType)
{
    return contentType.starts_with("text/") || contentType.find("json") != std::string_view::npos ||
           contentType.find("xml") != std::string_view::npos ||
           contentType.starts_with("application/javascript");
}

std::string chunk(std::string_view data)
{
    std::array<char, 16> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), data.size(), 16).ptr;
    std::string out(size.data(), end);
    out.append("\r\n").append(data).append("\r\n");
    return out;
}
} // namespace

bool acceptsGzip(std::string_view list)
{
    bool isAny = false;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        std::string_view element = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        std::string plain;
        std::copy_if(element.begin(), element.end(), std::back_inserter(plain),
                     [](char c) { return c != ' ' && c != '\t'; });
        const std::size_t semicolon = std::min(plain.find(';'), plain.size());
        const std::string_view name = std::string_view(plain).substr(0, semicolon);
        const std::string_view weight = std::string_view(plain).substr(semicolon);
        const bool isRefused =
            weight.starts_with(";q=0") && weight.find_first_not_of("0.", 3) == std::string_view::npos;
        if (equalsIgnoringCase(name, "gzip") || equalsIgnoringCase(name, "x-gzip"))
            return !isRefused;
        isAny = isAny || (name == "*" && !isRefused);
    }
    return isAny;
}

std::string httpDate(std::int64_t secondsSinceEpoch)
{
    using namespace std::chrono;
    static constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds instant{seconds(secondsSinceEpoch)};
    const sys_days day = floor<std::chrono::days>(instant);
    const year_month_day date(day);
    const hh_mm_ss time(instant - day);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  days[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

Answer::Answer(Response response, const AnswerContext &context, const Limits &limits)
    : m_response(std::move(response)), m_isKeptAlive(context.isKeptAlive)
{
    if (!isSafe(m_response.headers) || m_response.status < 200 || m_response.status > 599)
        m_response = problemResponse(500, "unsafe-response");
    if (listHas(m_response.headers.get("Connection"), "close"))
        m_isKeptAlive = false;
    // This layer frames the message; what a handler says about it could only contradict.
    for (const char *name : {"Content-Length", "Transfer-Encoding", "Connection", "Date", "X-Request-Id"})
        m_response.headers.remove(name);
    m_hasBody = m_response.status != 204 && m_response.status != 304;
    if (!m_hasBody) {
        m_response.body.clear();
        m_response.stream = {};
    }
    if (isWorthCompressing(context, limits)) {
        m_response.headers.set("Content-Encoding", "gzip");
        m_deflater = std::make_unique<GzipDeflater>(limits.compressionLevel);
        if (!m_response.stream)
            m_response.body = m_deflater->add(m_response.body, true);
    }
    m_first = head(context);
    if (context.isHead) {
        m_response.body.clear();
        m_response.stream = {};
    }
    if (!m_response.stream && m_response.body.size() <= joinedBodyBytes)
        m_first += std::exchange(m_response.body, {});
}

bool Answer::isWorthCompressing(const AnswerContext &context, const Limits &limits) const
{
    const bool isLarge = m_response.stream || m_response.body.size() > limits.compressFromBytes;
    return m_hasBody && m_response.isCompressible && limits.compressionLevel > 0 && isLarge &&
           isText(m_response.headers.get("Content-Type")) && !m_response.headers.find("Content-Encoding") &&
           acceptsGzip(context.acceptEncoding);
}

std::string Answer::head(const AnswerContext &context)
{
    std::string out = "HTTP/1.1 " + std::to_string(m_response.status) + ' ';
    out.append(statusPhrase(m_response.status)).append("\r\n");
    const auto add = [&](std::string_view name, std::string_view value) {
        out.append(name).append(": ").append(value).append("\r\n");
    };
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    add("Date", httpDate(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
    add("X-Request-Id", context.requestId);
    for (const auto &[name, value] : m_response.headers)
        add(name, value);
    if (!m_response.headers.find("X-Content-Type-Options"))
        add("X-Content-Type-Options", "nosniff");
    if (m_hasBody && isText(m_response.headers.get("Content-Type")) && m_response.isCompressible &&
        !m_response.headers.find("Vary"))
        add("Vary", "Accept-Encoding");
    if (m_response.stream)
        add("Transfer-Encoding", "chunked");
    else if (m_hasBody)
        add("Content-Length", std::to_string(m_response.body.size()));
    if (!m_isKeptAlive)
        add("Connection", "close");
    return out.append("\r\n");
}

std::optional<std::string> Answer::next()
{
    if (!m_first.empty())
        return std::exchange(m_first, {});
    if (m_isEnded)
        return std::nullopt;
    if (m_response.stream)
        return nextOfStream();
    // In pieces, so that the time to take one is the same for a long body and a short one.
    std::string piece = m_response.body.substr(m_bodyAt, pieceBytes);
    m_bodyAt += piece.size();
    m_isEnded = m_bodyAt == m_response.body.size();
    if (piece.empty())
        return std::nullopt;
    return piece;
}

// Gathers small pieces, and what the deflater holds back, so that each write is worth its call.
std::string Answer::nextOfStream()
{
    std::string data;
    while (!m_isEnded && data.empty()) {
        std::string plain;
        while (!m_isEnded && plain.size() < pieceBytes) {
            std::optional<std::string> piece = m_response.stream();
            m_isEnded = !piece;
            if (piece && plain.empty())
                plain = std::move(*piece);
            else if (piece)
                plain += *piece;
        }
        data = m_deflater ? m_deflater->add(plain, m_isEnded) : std::move(plain);
    }
    std::string out = data.empty() ? std::string{} : chunk(data);
    if (m_isEnded) {
        m_response.stream = {};
        out += "0\r\n\r\n";
    }
    return out;
}

} // namespace deskbell::http::detail
