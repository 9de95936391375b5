#include "server/workers/replyreading.h"

#include "protocol/json.h"

namespace deskbell::server {

std::optional<boost::json::object> objectOf(const HttpReply &reply, std::size_t maxDepth)
{
    auto parsed = protocol::parseJson(reply.body, {reply.body.size(), maxDepth});
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    return std::move(parsed->get_object());
}

std::string_view textAt(const boost::json::object &object, std::string_view name)
{
    const boost::json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

} // namespace deskbell::server
