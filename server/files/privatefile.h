#pragma once

// Creates files that only this process's user may open, from the moment they exist: files with guests'
// data, keys, or addresses and tokens. Windows uses an access list, other systems the file mode; this is
// the only place that knows how. Stateless functions, any thread.

#include <filesystem>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::server::privatefile {

/// Makes it, empty; false when something of that name is there. Error: "file-failed" (facts: file, reason).
Expected<bool> make(const std::filesystem::path &file);

/// Takes everybody else's rights to a file away. True when there were any. Fine when there is no such file.
bool narrow(const std::filesystem::path &file);

/// Puts a private file with this content in the place of whatever is there: whole or not at all, and durable.
/// Error: "file-failed" (facts: file, reason).
Expected<void> replace(const std::filesystem::path &file, std::string_view content);

/// Puts a private file that has been written in the place of another, durably. Error: as above.
Expected<void> moveInto(const std::filesystem::path &fresh, const std::filesystem::path &file);

} // namespace deskbell::server::privatefile
