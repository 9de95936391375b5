#pragma once

// The rules for new passwords: long enough, not common, not made of well-known names. Pure, any thread.

#include <string>
#include <string_view>
#include <vector>

#include "domain/expected.h"

namespace deskbell::server {

inline constexpr std::size_t minPasswordCharacters = 10;

/// `names`: of the person, the user, the properties. Errors: "password-too-short" (facts: least, in
/// characters), "password-too-long" (facts: most, in bytes), "password-too-common", "password-like-name"
/// (facts: name).
Expected<void> checkPassword(std::string_view password, const std::vector<std::string> &names);

} // namespace deskbell::server
