#include "server/timezone.h"

#include <stdexcept>

#include <date/tz.h>

namespace deskbell::server {

bool isTimeZone(std::string_view name)
{
    // Files beside the zones, not zones.
    if (name == "localtime" || name == "posixrules")
        return false;
    try {
        return date::locate_zone(std::string(name)) != nullptr;
    } catch (const std::runtime_error &) {
        return false;
    }
}

std::optional<LocalMinute> localMinute(Instant moment, std::string_view zone)
{
    try {
        const auto *there = date::locate_zone(std::string(zone));
        const auto offset = there->get_info(std::chrono::floor<std::chrono::seconds>(moment)).offset;
        return LocalMinute(std::chrono::floor<std::chrono::minutes>(moment.time_since_epoch() + offset));
    } catch (const std::runtime_error &) {
        return std::nullopt;
    }
}

} // namespace deskbell::server
