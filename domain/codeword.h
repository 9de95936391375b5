#pragma once

// Short code words that programs exchange (a country, a language, a channel), as opposed to texts that
// people write.

#include <algorithm>
#include <string_view>

namespace deskbell {

/// Letters, digits and -_/ of ASCII only, and no more than a few.
constexpr bool isCodeWord(std::string_view text)
{
    constexpr std::size_t most = 16;
    return text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '/';
           });
}

} // namespace deskbell
