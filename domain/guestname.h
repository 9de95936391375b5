#pragma once

// Checks names that guests enter themselves. They appear in messages to a telephone: a name with a link
// or a number in it would be an advertisement sent in the hotel's name. Pure.

#include <string>
#include <string_view>

namespace deskbell {

/// Neither a link, nor an address, nor a telephone number, however they are written.
bool isPlainName(std::string_view name);
/// The name's words that are plain ones; empty when none is.
std::string plainName(std::string_view name);

} // namespace deskbell
