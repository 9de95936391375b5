#pragma once

// Time zones by their IANA names, as the tz database of this machine has them.

#include <string_view>

namespace deskbell::server {

bool isTimeZone(std::string_view name);

} // namespace deskbell::server
