#include "server/timezone.h"

#include <stdexcept>

#include <date/tz.h>

namespace deskbell::server {

bool isTimeZone(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name)) != nullptr;
    } catch (const std::runtime_error &) {
        return false;
    }
}

} // namespace deskbell::server
