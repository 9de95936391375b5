// Request targets taken apart: the path's segments and the query's parameters, percent-decoded.
// Refuses what no honest client sends. Pure functions, any thread.
#pragma once

#include "http/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskbell::http::detail {

/// "/a/b%20c" → {"a", "b%20c"}, still encoded.
std::vector<std::string_view> pathSegments(std::string_view path);

struct Target
{
    std::string path;
    Parameters query;
};
/// nullopt unless in origin form ("/path?query") of printable ASCII, without dot segments,
/// backslashes, a fragment, a broken escape or an escaped NUL.
std::optional<Target> parsedTarget(std::string_view target);

} // namespace deskbell::http::detail
