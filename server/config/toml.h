#pragma once

// toml++ without exceptions: parsing returns a result to check. Every file that reads TOML includes this
// header, because the library has other types with exceptions and the two must not meet in one program.

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
