#include "http/detail/target.h"

#include <algorithm>

namespace deskbell::http::detail {

namespace {
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isTargetCharacter(char c)
{
    return c > 0x20 && c < 0x7F && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>' && c != '^' &&
           c != '`';
}

std::optional<Parameters> parsedQuery(std::string_view text)
{
    Parameters query;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percentDecoded(pair.substr(0, equals), true);
        auto value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value)
            return std::nullopt;
        query.add(std::move(*name), std::move(*value));
    }
    return query;
}
} // namespace

std::optional<std::string> percentDecoded(std::string_view text, bool isPlusSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && isPlusSpace) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

std::vector<std::string_view> pathSegments(std::string_view path)
{
    std::vector<std::string_view> segments;
    std::size_t start = 1;
    while (start <= path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        segments.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return segments;
}

std::optional<Target> parsedTarget(std::string_view target)
{
    if (target.empty() || target.front() != '/' ||
        !std::all_of(target.begin(), target.end(), isTargetCharacter))
        return std::nullopt;
    const std::size_t mark = std::min(target.find('?'), target.size());
    Target result{std::string(target.substr(0, mark)), {}};
    for (const std::string_view segment : pathSegments(result.path)) {
        const auto decoded = percentDecoded(segment);
        if (!decoded || *decoded == "." || *decoded == "..")
            return std::nullopt;
    }
    auto query = parsedQuery(target.substr(std::min(mark + 1, target.size())));
    if (!query)
        return std::nullopt;
    result.query = std::move(*query);
    return result;
}

} // namespace deskbell::http::detail
