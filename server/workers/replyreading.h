#pragma once

// Helpers to read a provider's answer, whichever provider it is: the document within limits, its texts,
// and our own words for missing answers. Pure functions.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "server/workers/httpclient.h"

namespace deskbell::server {

inline constexpr std::string_view notReached = "not-reached"; ///< nobody can have acted on it
inline constexpr std::string_view noAnswer = "no-answer";
inline constexpr std::string_view strangeAnswer = "strange-answer";
/// Longer is no code of a provider's, and is not passed on to logs and screens.
inline constexpr std::size_t mostCodeBytes = 64;

/// Nothing when the answer is no JSON object, or one that is nested deeper.
std::optional<boost::json::object> objectOf(const HttpReply &reply, std::size_t maxDepth);
/// Empty when there is no text of that name.
std::string_view textAt(const boost::json::object &object, std::string_view name);

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &all)
{
    return std::find(all.begin(), all.end(), text) != all.end();
}

} // namespace deskbell::server
