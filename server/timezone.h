#pragma once

// Time zones by their IANA names, as the tz database of this machine has them.

#include <optional>
#include <string_view>

#include "domain/time.h"

namespace deskbell::server {

bool isTimeZone(std::string_view name);
/// What the clocks there show; none: this machine does not know the zone.
std::optional<LocalMinute> localMinute(Instant moment, std::string_view zone);

} // namespace deskbell::server
