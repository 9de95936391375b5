#pragma once

// An error that a simulated provider documents. Each provider has a table of its own.

#include <algorithm>
#include <span>
#include <string_view>

namespace deskbell::sandbox {

struct KnownError
{
    std::string_view code;
    int status;
    std::string_view message;
};

/// Null when the provider has no such code.
inline const KnownError *findError(std::span<const KnownError> known, std::string_view code)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const KnownError &error) { return error.code == code; });
    return found == known.end() ? nullptr : &*found;
}

} // namespace deskbell::sandbox
