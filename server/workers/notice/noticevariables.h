#pragma once

// The variables that a notice's text may have, "#{guest}", each with the longest value it is given: so
// a template that fits with the longest values fits always. Constants and pure functions.

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/expected.h"

namespace deskbell::server {

struct NoticeVariable
{
    std::string_view name;
    std::size_t longest; ///< characters
};

inline constexpr std::array noticeVariables{
    NoticeVariable{"property", 40}, ///< the property's name
    NoticeVariable{"guest", 30},    ///< the guest's name
    NoticeVariable{"code", 10},     ///< what people say on the phone: "7K2-M9Q"
    NoticeVariable{"offering", 40}, NoticeVariable{"unit", 20},
    NoticeVariable{"arrival", 30},  NoticeVariable{"departure", 30},
    NoticeVariable{"nights", 4},    NoticeVariable{"quantity", 4},
    NoticeVariable{"price", 24}, ///< all of it
    NoticeVariable{"paid", 24},  ///< taken and kept
    NoticeVariable{"owed", 24},     NoticeVariable{"refunded", 24},
    NoticeVariable{"deadline", 30}, ///< until when it has to be paid
    NoticeVariable{"reason", 100},  ///< why it was rejected or cancelled
    NoticeVariable{"link", 100},    ///< to the guest's own page; no longer than a button's may be
};

/// What a reservation may have nothing of: a file that uses one of them says what stands in its place.
inline constexpr std::array<std::string_view, 3> oftenMissing{"unit", "reason", "deadline"};

/// Name without "#{" and "}" → value.
using NoticeValues = std::map<std::string, std::string, std::less<>>;

/// A text in its parts: what stands there as it is, and variables.
struct TextPart
{
    bool isVariable = false;
    std::string_view text; ///< a variable's name
};
/// Errors: "template-broken-variable" (an open "#{"), "template-unknown-variable" (fact: variable).
Expected<std::vector<TextPart>> partsOf(std::string_view text);

/// Characters with the longest values.
std::size_t longestLength(const std::vector<TextPart> &parts);

/// A value as it may stand in a notice: of one line, no longer than the variable's, never empty.
std::string fittingValue(std::string_view variable, std::string value);
/// `text` with its variables' values, which are fitting ones.
std::string filledText(std::string_view text, const NoticeValues &values);
/// Equal apart from the variables? What the provider checks before it delivers.
bool isFilledFrom(std::string_view filled, std::string_view text);

} // namespace deskbell::server
