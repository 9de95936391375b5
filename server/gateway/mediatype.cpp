#include "server/gateway/mediatype.h"

namespace deskbell::server {

bool isJson(const http::Request &request)
{
    if (request.headers.count("Content-Type") != 1)
        return false;
    std::string_view type = request.headers.get("Content-Type");
    type = type.substr(0, type.find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    return http::equalsIgnoringCase(type, "application/json");
}

} // namespace deskbell::server
