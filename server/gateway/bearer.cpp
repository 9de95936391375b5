#include "server/gateway/bearer.h"

namespace deskbell::server {
namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::size_t maxTokenBytes = 256;

} // namespace

std::string bearerOf(const http::Request &request)
{
    const std::string_view field = request.headers.get("Authorization");
    if (request.headers.count("Authorization") != 1 || field.size() <= bearer.size() ||
        !http::equalsIgnoringCase(field.substr(0, bearer.size()), bearer) ||
        field.size() > bearer.size() + maxTokenBytes)
        return {};
    return std::string(field.substr(bearer.size()));
}

} // namespace deskbell::server
