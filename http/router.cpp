#include "http/router.h"

#include "http/detail/target.h"
#include "http/percent.h"
#include "http/problem.h"

#include <algorithm>
#include <cassert>

namespace deskbell::http {

namespace {
bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// Better matches are larger: literal segments count, the earlier the more.
std::optional<std::string> matchRank(const std::vector<std::string> &pattern,
                                     const std::vector<std::string_view> &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    std::string rank;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool isHole = isParameter(pattern[i]);
        if (isHole ? path[i].empty() : pattern[i] != path[i])
            return std::nullopt;
        rank += isHole ? '0' : '1';
    }
    return rank;
}

bool answers(const Router::Route &route, std::string_view method)
{
    return route.method == method || (method == "HEAD" && route.method == "GET" && !route.webSocket);
}
} // namespace

Router &Router::add(std::string method, std::string pattern, Handler handler, RouteOptions options)
{
    assert(!pattern.empty() && pattern.front() == '/');
    Route route{std::move(method), pattern, {}, std::move(handler), {}, options};
    for (const std::string_view segment : detail::pathSegments(pattern))
        route.segments.emplace_back(segment);
    m_routes.push_back(std::move(route));
    return *this;
}

Router &Router::get(std::string pattern, Handler handler, RouteOptions options)
{
    return add("GET", std::move(pattern), std::move(handler), options);
}

Router &Router::post(std::string pattern, Handler handler, RouteOptions options)
{
    return add("POST", std::move(pattern), std::move(handler), options);
}

Router &Router::put(std::string pattern, Handler handler, RouteOptions options)
{
    return add("PUT", std::move(pattern), std::move(handler), options);
}

Router &Router::remove(std::string pattern, Handler handler, RouteOptions options)
{
    return add("DELETE", std::move(pattern), std::move(handler), options);
}

Router &Router::webSocket(std::string pattern, WebSocketFactory factory)
{
    add("GET", std::move(pattern), {});
    m_routes.back().webSocket = std::move(factory);
    return *this;
}

Router &Router::elsewhere(Handler handler)
{
    m_elsewhere = Route{"GET", {}, {}, std::move(handler), {}, {}};
    return *this;
}

Router::Match Router::match(std::string_view method, std::string_view path) const
{
    const auto segments = detail::pathSegments(path);
    const Route *best = nullptr;
    std::string bestRank;
    std::string allowed;
    for (const Route &route : m_routes) {
        const auto rank = matchRank(route.segments, segments);
        if (!rank)
            continue;
        allowed += (allowed.empty() ? "" : ", ") + route.method;
        if (route.method == "GET" && !route.webSocket)
            allowed += ", HEAD";
        if (answers(route, method) && (!best || *rank > bestRank)) {
            best = &route;
            bestRank = *rank;
        }
    }
    if (allowed.empty() && m_elsewhere && answers(*m_elsewhere, method))
        return {&*m_elsewhere, {}, {}};
    if (allowed.empty())
        return {nullptr, {}, problemResponse(404, "not-found")};
    if (!best && method == "OPTIONS")
        return {nullptr, {}, Response::empty(204).with("Allow", allowed + ", OPTIONS")};
    if (!best)
        return {nullptr, {}, problemResponse(405, "method-not-allowed").with("Allow", allowed + ", OPTIONS")};
    Match match{best, {}, {}};
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (isParameter(best->segments[i]))
            match.parameters.add(best->segments[i].substr(1, best->segments[i].size() - 2),
                                 percentDecoded(segments[i]).value_or(std::string{}));
    return match;
}

} // namespace deskbell::http
