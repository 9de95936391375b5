#include "http/detail/target.h"

#include "http/percent.h"

#include <algorithm>

namespace deskbell::http::detail {

namespace {
bool isTargetCharacter(char c)
{
    return c > 0x20 && c < 0x7F && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>' && c != '^' &&
           c != '`';
}
} // namespace

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
        !std::all_of(target.begin(), target.end(), isTargetCharacter) ||
        target.find("%00") != std::string_view::npos)
        return std::nullopt;
    const std::size_t mark = std::min(target.find('?'), target.size());
    Target result{std::string(target.substr(0, mark)), {}};
    for (const std::string_view segment : pathSegments(result.path)) {
        const auto decoded = percentDecoded(segment);
        if (!decoded || *decoded == "." || *decoded == "..")
            return std::nullopt;
    }
    auto query = parsedFields(target.substr(std::min(mark + 1, target.size())));
    if (!query)
        return std::nullopt;
    result.query = std::move(*query);
    return result;
}

} // namespace deskbell::http::detail
