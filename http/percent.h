// Percent-encoding, and the encoding of queries and forms that uses it. Boost.URL reads and writes the
// escapes. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace deskbell::http {

/// For a value in a query: everything but letters, digits and "-._~" becomes an escape.
std::string percentEncoded(std::string_view text);
/// For one segment of a path: dots become escapes too, so that no text is written as "..".
std::string segmentEncoded(std::string_view text);

enum class Plus { Itself, Space };
/// nullopt for a broken escape.
std::optional<std::string> percentDecoded(std::string_view text, Plus plus = Plus::Itself);

/// "name=value&name=value", as queries and forms (application/x-www-form-urlencoded) are written. nullopt for
/// a broken escape.
std::optional<Parameters> parsedFields(std::string_view text);

} // namespace deskbell::http
