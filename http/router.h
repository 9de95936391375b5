// Which handler answers which path. Filled once before the server starts and never changed
// afterwards, so all io threads read it without a lock. Literal segments win over parameters. An
// unknown path is a 404, a known one with another method a 405 with Allow, OPTIONS and HEAD (by
// way of GET) are answered by themselves.
#pragma once

#include "http/message.h"
#include "http/responder.h"
#include "http/websocket.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deskbell::http {

/// Called on an io thread; must not wait for anything: keep the responder and answer later.
/// An exception becomes a 500.
using Handler = std::function<void(Request request, Responder responder)>;

struct RouteOptions
{
    /// A smaller (or larger) limit than the server's for this route's decoded body.
    std::optional<std::size_t> maxBodyBytes;
};

class Router
{
public:
    struct Route
    {
        std::string method;
        std::string pattern;
        std::vector<std::string> segments;
        Handler handler;
        WebSocketFactory webSocket;
        RouteOptions options;
    };
    /// Either a route with its path parameters, or the refusal to send.
    struct Match
    {
        const Route *route = nullptr;
        Parameters parameters;
        Response refusal;
    };

    Router &add(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    Router &get(std::string pattern, Handler handler, RouteOptions options = {});
    Router &post(std::string pattern, Handler handler, RouteOptions options = {});
    Router &put(std::string pattern, Handler handler, RouteOptions options = {});
    Router &remove(std::string pattern, Handler handler, RouteOptions options = {});
    /// GET with an upgrade; without one the client gets a 426.
    Router &webSocket(std::string pattern, WebSocketFactory factory);

    /// Answers a GET that no route is for, instead of the 404 "not-found"; its own should be one, too.
    Router &elsewhere(Handler handler);

    const std::vector<Route> &routes() const { return m_routes; }
    Match match(std::string_view method, std::string_view path) const;

private:
    std::vector<Route> m_routes;
    std::optional<Route> m_elsewhere;
};

} // namespace deskbell::http
