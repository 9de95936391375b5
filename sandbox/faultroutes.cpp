#include "sandbox/faultroutes.h"

#include "http/problem.h"
#include "sandbox/wire.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

namespace deskbell::sandbox {

namespace json = boost::json;
using http::Request;
using http::Responder;
using http::Response;

namespace {
constexpr http::RouteOptions routeOptions{.maxBodyBytes = 64 * 1024};

Response added(FaultBook &faults, const Request &request)
{
    const auto wish = parsedObject(request.body);
    const auto fault = wish ? faults.add(*wish) : std::nullopt;
    return fault ? Response::json(201, json::serialize(faultJson(*fault)))
                 : http::problemResponse(400, "fault_invalid");
}

Response listed(const FaultBook &faults)
{
    json::array all;
    for (const Fault &fault : faults.all())
        all.push_back(faultJson(fault));
    return Response::json(200, json::serialize(json::object{{"faults", std::move(all)}}));
}

Response removed(FaultBook &faults, std::string_view text)
{
    std::uint64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return faults.remove(id) ? Response::empty() : http::problemResponse(404, "no_such_fault");
}
} // namespace

void addFaultRoutes(http::Router &router, FaultBook &faults)
{
    router
        .post(
            "/_sandbox/faults", [&faults](const Request &q, const Responder &r) { r.send(added(faults, q)); },
            routeOptions)
        .get(
            "/_sandbox/faults", [&faults](const Request &, const Responder &r) { r.send(listed(faults)); },
            routeOptions)
        .remove(
            "/_sandbox/faults",
            [&faults](const Request &, const Responder &r) {
                faults.clear();
                r.send(Response::empty());
            },
            routeOptions)
        .remove(
            "/_sandbox/faults/{id}",
            [&faults](const Request &q, const Responder &r) { r.send(removed(faults, q.parameter("id"))); },
            routeOptions);
}

} // namespace deskbell::sandbox
