#pragma once

// Text messages of Korean carriers: counted and written in EUC-KR as they read it, which is Microsoft's code
// page 949 (Unified Hangul Code): one byte for ASCII, two for every modern syllable and the Hanja and signs
// that it knows; nothing else can be sent. KS X 1001 alone lacks syllables that stand in names (믜). Pure functions.

#include <cstddef>
#include <string>
#include <string_view>

namespace deskbell::server {

inline constexpr std::size_t mostSmsBytes = 90;
inline constexpr std::size_t mostLongTextBytes = 2'000;
inline constexpr std::size_t mostSubjectBytes = 40;

/// `utf8` with everything that EUC-KR does not have written otherwise ("₩" → "KRW "), or as "?".
std::string koreanText(std::string_view utf8);
/// In EUC-KR, of what koreanText() gave.
std::size_t koreanBytes(std::string_view text);
/// As much of it as fits, whole characters.
std::string fittingKorean(std::string_view text, std::size_t mostBytes);

} // namespace deskbell::server
