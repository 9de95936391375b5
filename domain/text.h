#pragma once

// Which texts are accepted from people and programs outside: valid UTF-8 of bounded length without
// control characters.

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell {

enum class Lines { One, Many };

/// Well-formed UTF-8 by RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool isUtf8(std::string_view text);
/// Nothing that can be seen: white space, the ideographic space included, characters that show nothing,
/// marks without a letter.
bool isBlank(std::string_view text);

/// Unicode code points, as JSON Schema counts them. Asks for UTF-8.
std::size_t characterCount(std::string_view text);

/// The limit is in characters. Errors: "text-too-long" {field, limit}, "bad-text" {field}. Lines::Many lets
/// line breaks and tabs through.
Expected<void> checkText(std::string_view field, std::string_view text, std::size_t limit,
                         Lines lines = Lines::One);

/// The text with its letters and marks composed (NFC of Unicode's annex 15). Asks for UTF-8.
std::string composed(std::string_view text);
/// For names that people take for the same: without case, width and Unicode form (NFKC_Casefold), blanks at
/// its ends and two in a row. Asks for UTF-8.
std::string comparable(std::string_view text);
/// The letters alone, without marks above and below them ("é" is "e"). Asks for UTF-8.
std::string withoutMarks(std::string_view text);

/// A telephone number as one text however people write it: digits, Korea's without its country code. Empty
/// for what is none.
std::string normalisedPhone(std::string_view text);
/// Digits with what people put between them, and not more than a number has; or nothing at all.
bool isPhoneNumber(std::string_view text);

} // namespace deskbell
