#pragma once

// Turns errors into what an operator reads at a terminal: one line for stderr and the process's exit
// status. The only place in the backend where codes become sentences (in English, like its whole
// command line); everything that a desk or a guest reads gets its wording elsewhere. Pure.

#include <string>

#include "domain/expected.h"

namespace deskbell::server {

namespace exitstatus {
inline constexpr int fine = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;    ///< arguments or configuration
inline constexpr int address = 3;  ///< cannot listen there, or the certificate cannot be used
inline constexpr int database = 4; ///< missing, in use, newer than the program, damaged
} // namespace exitstatus

std::string explain(const Error &error);
int exitStatusOf(const Error &error);

} // namespace deskbell::server
