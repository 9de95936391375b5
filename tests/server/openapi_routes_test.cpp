// docs/openapi.yaml and the router name the same operations: what is served is documented, and what is
// documented is served.

#include "server/gatewayfixture.h"

#include <fstream>

#include <spdlog/spdlog.h>

#include "server/pages/pages.h"

namespace deskbell::server::testing {
namespace {

/// "GET /v1/hello". The document is written in one style, which this relies on and would fail without:
/// paths are indented by two, methods by four.
std::set<std::string> documented()
{
    std::set<std::string> all;
    std::ifstream file(std::string(DESKBELL_DOCS) + "/openapi.yaml");
    std::string path;
    bool isInPaths = false;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != ' ')
            isInPaths = line == "paths:";
        if (!isInPaths)
            continue;
        if (line.starts_with("  /") && line.ends_with(':'))
            path = line.substr(2, line.size() - 3);
        for (const char *method : {"get", "put", "post", "delete", "patch"}) {
            if (line != std::string("    ") + method + ":")
                continue;
            std::string name(method);
            std::transform(name.begin(), name.end(), name.begin(), [](char c) { return std::toupper(c); });
            all.insert(name + " " + path);
        }
    }
    return all;
}

/// Pages for people and what they are dressed in: no calls.
bool isPage(const std::string &pattern)
{
    return !pattern.starts_with("/v1/") && pattern != "/healthz" && pattern != "/readyz" &&
           pattern != "/metrics";
}

using Documented = GatewayTest;

DESKBELL_ON_EVERY_DATABASE(Documented);

TEST_P(Documented, isWhatTheRouterServesAndNothingElse)
{
    launch();
    m_gateway->serveFigures([] { return std::string(); });
    std::set<std::string> served;
    http::Router router = m_gateway->router();
    const Log log{std::make_shared<spdlog::logger>("none")};
    const auto pages = Pages::make(
        {}, *m_storage, [] { return std::string("http://localhost"); }, false,
        {[this] { return m_clock.now.load(); }, [] { return std::chrono::steady_clock::now(); },
         [n = std::uint64_t{0}]() mutable { return ++n * 0x9E3779B97F4A7C15u; }},
        log);
    ASSERT_TRUE(pages) << pages.error().code;
    (*pages)->addRoutes(router);
    for (const http::Router::Route &route : router.routes()) {
        if (!isPage(route.pattern))
            served.insert(route.method + " " + route.pattern);
    }
    const std::set<std::string> written = documented();
    EXPECT_GT(written.size(), 10u);
    for (const std::string &each : served)
        EXPECT_TRUE(written.contains(each)) << each << " is served and not documented";
    for (const std::string &each : written)
        EXPECT_TRUE(served.contains(each)) << each << " is documented and not served";
}

} // namespace
} // namespace deskbell::server::testing
