#pragma once

// Reads what browsers send: forms and cookies. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace deskbell::server {

/// application/x-www-form-urlencoded. Nothing when it is not well-formed or has too many fields.
std::optional<http::Parameters> parseForm(std::string_view body);
bool isForm(const http::Request &request);

/// The first cookie of that name; empty when there is none.
std::string cookieOf(const http::Request &request, std::string_view name);

/// A whole number from `least` to `most`; nothing for anything else.
std::optional<int> numberIn(std::string_view text, int least, int most);

} // namespace deskbell::server
