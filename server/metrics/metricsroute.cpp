#include "server/metrics/metricsroute.h"

#include <sodium.h>

namespace deskbell::server {
namespace {

bool isSame(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool isLoopback(std::string_view address)
{
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

} // namespace

bool mayReadMetrics(const http::Request &request, const std::string &token)
{
    if (!token.empty())
        return request.headers.count("Authorization") == 1 &&
               isSame(request.headers.get("Authorization"), "Bearer " + token);
    for (const char *proxied : {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"}) {
        if (request.headers.find(proxied))
            return false;
    }
    return isLoopback(request.remoteAddress);
}

} // namespace deskbell::server
