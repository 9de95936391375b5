#include "domain/text.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "domain/refusal.h"

namespace deskbell {
namespace {

using CodePoint = utf8proc_int32_t;
constexpr CodePoint malformed = -1;

/// Takes the first code point off `rest`, which is not empty; `malformed` when there is no well-formed one.
CodePoint takeCodePoint(std::string_view &rest)
{
    CodePoint point = malformed;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(rest.data()),
                                         static_cast<utf8proc_ssize_t>(rest.size()), &point);
    if (length <= 0)
        return malformed;
    rest.remove_prefix(static_cast<std::size_t>(length));
    return point;
}

bool isControl(CodePoint point)
{
    return point < 0x20 || (point >= 0x7f && point <= 0x9f);
}

/// What utf8proc does not tell: the empty braille cell, and code points without a character which Unicode
/// keeps for characters that are ignored when they are displayed.
bool isOtherwiseUnseen(CodePoint point)
{
    return point == 0x2800 || point == 0x2065 || (point >= 0xfff0 && point <= 0xfff8) ||
           (point >= 0xe0000 && point <= 0xe0fff);
}

/// Shows nothing by itself: white space, what is ignored when it is displayed, a mark without its letter.
bool isUnseen(CodePoint point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return true;
    default:
        return utf8proc_get_property(point)->ignorable || isOtherwiseUnseen(point);
    }
}

/// As it is when it is no UTF-8.
std::string mapped(std::string_view text, int options)
{
    utf8proc_uint8_t *bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, &std::free);
    if (length < 0)
        return std::string(text);
    return std::string(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(length));
}

bool isLineOrTab(CodePoint point)
{
    return point == '\n' || point == '\r' || point == '\t';
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        if (takeCodePoint(text) == malformed)
            return false;
    }
    return true;
}

bool isBlank(std::string_view text)
{
    while (!text.empty()) {
        if (!isUnseen(takeCodePoint(text)))
            return false;
    }
    return true;
}

std::string composed(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string comparable(std::string_view text)
{
    const std::string folded = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::string plain;
    for (const char c : folded) {
        if (c != ' ' || (!plain.empty() && plain.back() != ' '))
            plain += c;
    }
    if (!plain.empty() && plain.back() == ' ')
        plain.pop_back();
    return plain;
}

std::string withoutMarks(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
}

std::size_t characterCount(std::string_view text)
{
    // Every byte but those that continue a character.
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<std::uint8_t>(byte) & 0xc0) != 0x80; }));
}

Expected<void> checkText(std::string_view field, std::string_view text, std::size_t limit, Lines lines)
{
    constexpr std::size_t mostBytes = 4; // of one character
    if (text.size() > limit * mostBytes || characterCount(text) > limit)
        return failure(std::string(refusal::textTooLong),
                       {{"field", std::string(field)}, {"limit", std::to_string(limit)}});
    while (!text.empty()) {
        const CodePoint point = takeCodePoint(text);
        const bool isAllowedBreak = lines == Lines::Many && isLineOrTab(point);
        if (point == malformed || (isControl(point) && !isAllowedBreak))
            return failure(std::string(refusal::badText), {{"field", std::string(field)}});
    }
    return {};
}

namespace {

std::string withoutLeadingZeros(const std::string &digits)
{
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// 10 1234 5678: a Korean mobile phone without the zero before it.
bool isMobile(std::string_view number)
{
    return number.starts_with("10") && number.size() == 10;
}

} // namespace

std::string normalisedPhone(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    const std::size_t first = text.find_first_not_of(' ');
    const bool hasSign = first != std::string_view::npos && text[first] == '+';
    const bool isInternational = hasSign || digits.starts_with("00") || digits.starts_with("082");
    if (isInternational)
        digits = withoutLeadingZeros(digits);
    if (digits.starts_with("82")) {
        // Without a sign before it, it has to be a mobile phone.
        const std::string national = withoutLeadingZeros(digits.substr(2));
        if (isInternational || isMobile(national))
            return "0" + national;
    }
    return isInternational || !isMobile(digits) ? digits : "0" + digits;
}

bool isPhoneNumber(std::string_view text)
{
    constexpr std::size_t mostDigits = 20;
    std::size_t digits = 0;
    for (const char c : text) {
        const bool isDigit = c >= '0' && c <= '9';
        digits += isDigit ? 1 : 0;
        if (!isDigit && std::string_view("+-() .").find(c) == std::string_view::npos)
            return false;
    }
    return digits <= mostDigits;
}

} // namespace deskbell
